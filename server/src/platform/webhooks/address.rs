//! Where messages may be sent: to what everybody can reach, and to what the installation has named. Whoever writes an address must not
//! have the server ask what stands beside it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::came::Ranges;

/// The addresses of one's own network to which messages may be sent.
#[derive(Clone, Debug, Default)]
pub struct Reachable(pub Ranges);

impl Reachable {
    fn allows(&self, address: IpAddr, is_plain: bool) -> bool {
        let address = address.to_canonical();
        self.0.have(address) || (!is_plain && is_public(address))
    }
}

/// Looks names up, and tells of their addresses only those to which may be sent: it is these that are then connected to.
#[derive(Clone, Debug)]
pub(in crate::platform) struct Lookup {
    pub(in crate::platform) reachable: Reachable,
    /// Whether it is for what is not encrypted, which goes to named addresses alone.
    pub(in crate::platform) is_plain: bool,
}

impl Lookup {
    /// Why nothing is sent to an address as it is written; what a name stands for shows when it is looked up.
    pub(in crate::platform) fn refuses(&self, url: &Url) -> Option<String> {
        let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
        let address: IpAddr = host.parse().ok()?;
        (!self.reachable.allows(address, self.is_plain)).then(|| no_address(&address.to_string(), self.is_plain))
    }
}

fn no_address(host: &str, is_plain: bool) -> String {
    if is_plain {
        return format!("nothing is sent to `{host}` without encryption; begin the address with `https://`");
    }
    format!("`{host}` is an address of a network of its own, to which nothing is sent")
}

impl Resolve for Lookup {
    fn resolve(&self, name: Name) -> Resolving {
        let (own, host) = (Arc::new(self.clone()), name.as_str().to_owned());
        Box::pin(async move {
            let found = tokio::net::lookup_host((host.as_str(), 0)).await?;
            let allowed: Vec<SocketAddr> = found
                .filter(|address| own.reachable.allows(address.ip(), own.is_plain))
                .collect();
            if allowed.is_empty() {
                return Err(no_address(&host, own.is_plain).into());
            }
            Ok(Box::new(allowed.into_iter()) as Addrs)
        })
    }
}

/// Whether everybody reaches an address, so that it says nothing of what stands beside the server.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_documentation();
    // This network, carriers' own, protocols' own, benchmarks, the former anycast of 6to4, and what is kept for later.
    let kept = a == 0
        || (a == 100 && b & 0xc0 == 64)
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && b & 0xfe == 18)
        || (a == 192 && b == 88 && c == 99)
        || a >= 240;
    !special && !kept
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    match address.segments() {
        // What leads to an address of the fourth version is that address.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => is_public_v4(embedded(high, low)),
        [0x2002, high, low, ..] => is_public_v4(embedded(high, low)),
        [0, 0, 0, 0, 0, 0, _, _] => false,
        // Documentation, tunnels and benchmarks are no public ones; all others are of 2000::/3.
        [0x2001, 0xdb8, ..] => false,
        [0x2001, second, ..] if second < 0x200 => false,
        [0x3fff, second, ..] if second < 0x1000 => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

fn embedded(high: u16, low: u16) -> Ipv4Addr {
    Ipv4Addr::from(u32::from(high) << 16 | u32::from(low))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_beside_the_server_is_not_public() {
        for address in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "0.1.2.3",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "192.0.0.1",
            "192.0.2.1",
            "198.51.100.7",
            "203.0.113.1",
            "240.0.0.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
            "::ffff:127.0.0.1",
            "::7f00:1",
            "3fff::1",
            "5f00::1",
            "100::1",
        ] {
            let address: IpAddr = address.parse().unwrap();
            assert!(!is_public(address.to_canonical()), "{address}");
        }
        for address in [
            "8.8.8.8",
            "1.1.1.1",
            "172.32.0.1",
            "100.128.0.1",
            "2606:4700::1111",
            "64:ff9b::808:808",
            "2002:808:808::",
        ] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn what_the_installation_names_is_reached() {
        let named = Reachable(Ranges::read(["10.0.0.0/8", "127.0.0.1"].into_iter()).unwrap());
        let allows = |address: &str, is_plain| named.allows(address.parse().unwrap(), is_plain);
        assert!(allows("10.9.9.9", false) && allows("10.9.9.9", true) && allows("::ffff:127.0.0.1", true));
        assert!(!allows("192.168.0.1", false) && !allows("127.0.0.2", false));
        // What anybody on the way could read goes to named addresses alone.
        assert!(allows("8.8.8.8", false) && !allows("8.8.8.8", true));
        assert!(Ranges::read(["ten"].into_iter()).is_err());
    }
}
