//! From where something is asked: by which address and under which trace. Whoever answers knows it without being told, and the store
//! writes it down with whatever is changed.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, OnceLock};

use axum::http::HeaderMap;
use ipnet::IpNet;
use ratebook::messages::Language;
use ratebook::time::{Day, Zone};

use crate::spans::Steps;

/// The header by which a proxy tells for whom it asks.
const FORWARDED_FOR: &str = "x-forwarded-for";

tokio::task_local! {
    static CAME: Came;
}

/// By whom the server itself does something, in histories: from nowhere, whoever's request it happens beside.
pub(crate) const ENGINE: &str = "engine";

/// From where something is asked; nothing is known of what the server does by itself.
#[derive(Clone, Debug, Default)]
pub struct Came {
    /// The address, as far as those can be trusted who passed it on.
    pub ip: Option<IpAddr>,
    /// What the request is called in answers and in the log.
    pub trace: Option<Arc<str>>,
    /// What stands between whoever asks and whom they are taken for, once it is known who asks.
    pub(crate) through: Arc<OnceLock<Through>>,
    /// Who asks, once it is known.
    pub(crate) who: Arc<OnceLock<Who>>,
    /// What is traced of it, where somebody collects that.
    pub(crate) steps: Option<Steps>,
    /// That what is asked for goes, once it is known what that is.
    pub(crate) going: Arc<OnceLock<Going>>,
    /// In which language whoever asks is told what goes wrong, where they name one that is known.
    pub(crate) language: Option<Language>,
    /// In which language they would rather read what there is in several.
    pub(crate) locale: Option<Arc<str>>,
    /// Where the clock of their tenant stands, once it is known.
    pub(crate) zone: Arc<OnceLock<Zone>>,
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Who {
    /// For whom they are taken.
    pub(crate) account: [u8; 16],
    /// In which tenant, where they came to one.
    pub(crate) tenant: Option<[u8; 16]>,
}

/// That something goes: since when nothing new uses it, from when on it may be gone, and where its place is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Going {
    pub(crate) since: Day,
    pub(crate) sunset: Option<Day>,
    pub(crate) instead: Option<String>,
}

/// That something is asked in somebody's name, and not by them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Through {
    /// In whose name.
    pub(crate) account: [u8; 16],
    /// By what.
    pub(crate) by: By,
}

/// What asks in somebody's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// A key that they have made.
    Key([u8; 16]),
    /// Somebody who runs the installation and has taken their place.
    Operator([u8; 16]),
}

impl Came {
    /// From where the request comes that is answered just now.
    pub fn now() -> Came {
        CAME.try_with(Clone::clone).unwrap_or_default()
    }

    /// Tells of the request that is answered just now in whose name it is asked, and by what.
    pub(crate) fn asks_through(account: [u8; 16], by: By) {
        // It is found out once, and told again where it is asked again.
        let _ = CAME.try_with(|came| came.through.set(Through { account, by }));
    }

    /// Tells of the request that is answered just now who asks it.
    pub(crate) fn is_of(who: Who) {
        let _ = CAME.try_with(|came| came.who.set(who));
    }

    /// Tells of the request that is answered just now where the clock of its tenant stands.
    pub(crate) fn is_told_by_clock_of(zone: &Zone) {
        let _ = CAME.try_with(|came| came.zone.set(zone.clone()));
    }

    /// What is traced of what is done just now.
    pub(crate) fn steps() -> Option<Steps> {
        CAME.try_with(|came| came.steps.clone()).ok().flatten()
    }

    /// Tells of the request that is answered just now that what it asks for goes.
    pub(crate) fn asks_for_what_goes(going: Going) {
        let _ = CAME.try_with(|came| came.going.set(going));
    }

    /// The one who has taken somebody's place.
    pub(crate) fn operator(&self) -> Option<[u8; 16]> {
        match self.through.get()?.by {
            By::Operator(operator) => Some(operator),
            By::Key(_) => None,
        }
    }

    /// Answers a request that comes from here.
    pub async fn during<F: Future>(self, answering: F) -> F::Output {
        CAME.scope(self, answering).await
    }
}

/// Addresses, each for itself or as ranges.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranges(Vec<IpNet>);

impl Ranges {
    /// Those of these texts; what is none is told.
    pub fn read<'t>(texts: impl Iterator<Item = &'t str>) -> Result<Ranges, Vec<String>> {
        let (mut ranges, mut faults) = (Vec::new(), Vec::new());
        for text in texts.map(str::trim).filter(|text| !text.is_empty()) {
            let range = text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
            match range {
                Ok(range) => ranges.push(range),
                Err(_) => faults.push(format!(
                    "`{text}` is neither an address nor a range such as `10.0.0.0/8`"
                )),
            }
        }
        if faults.is_empty() {
            Ok(Ranges(ranges))
        } else {
            Err(faults)
        }
    }

    pub(crate) fn have(&self, address: IpAddr) -> bool {
        self.0.iter().any(|range| range.contains(&address))
    }
}

/// The proxies that are believed when they say for whom they ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies(pub Ranges);

impl Proxies {
    /// Who asks. Each proxy adds at the end whom it was asked by: going back from the one that is at the other end of the line, the
    /// first that is no proxy of ours. What stands before could have been written by anybody.
    pub(crate) fn who_asks(&self, peer: SocketAddr, headers: &HeaderMap) -> IpAddr {
        let mut asks = peer.ip().to_canonical();
        let passed = headers.get_all(FORWARDED_FOR).iter().rev();
        let hops = passed.flat_map(|value| value.to_str().unwrap_or_default().rsplit(','));
        for hop in hops {
            let before = if self.0.have(asks) { address(hop.trim()) } else { None };
            let Some(before) = before else {
                break;
            };
            asks = before;
        }
        asks
    }
}

/// An address as proxies write it, some of them with a port.
fn address(text: &str) -> Option<IpAddr> {
    let with_port = || text.parse().map(|whole: SocketAddr| whole.ip());
    let bare = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(text);
    let address: IpAddr = bare.parse().or_else(|_| with_port()).ok()?;
    Some(address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(proxies: &str, peer: &str, passed: &[&str]) -> String {
        let proxies = Ranges::read(proxies.split(' ')).map(Proxies).expect("ranges");
        let mut headers = HeaderMap::new();
        for value in passed {
            headers.append(FORWARDED_FOR, value.parse().expect("a value"));
        }
        let peer = SocketAddr::new(peer.parse().expect("an address"), 4_000);
        proxies.who_asks(peer, &headers).to_string()
    }

    #[test]
    fn nobody_is_believed_who_is_not_named() {
        assert_eq!(asks("", "203.0.113.9", &["198.51.100.7"]), "203.0.113.9");
        assert_eq!(asks("10.0.0.0/8", "203.0.113.9", &["198.51.100.7"]), "203.0.113.9");
        assert_eq!(asks("10.0.0.0/8", "10.1.2.3", &[]), "10.1.2.3");
    }

    #[test]
    fn who_asks_is_the_last_that_is_no_proxy() {
        let ours = "10.0.0.0/8 2001:db8::/32";
        assert_eq!(asks(ours, "10.1.2.3", &["198.51.100.7"]), "198.51.100.7");
        // What the client wrote itself stands before.
        assert_eq!(
            asks(ours, "10.1.2.3", &["1.1.1.1, 198.51.100.7, 10.9.9.9"]),
            "198.51.100.7"
        );
        assert_eq!(
            asks(ours, "10.1.2.3", &["1.1.1.1", "198.51.100.7", "10.9.9.9"]),
            "198.51.100.7"
        );
        assert_eq!(asks(ours, "2001:db8::1", &["[2001:db9::5]:443"]), "2001:db9::5");
        assert_eq!(asks(ours, "::ffff:10.1.2.3", &["198.51.100.7:5000"]), "198.51.100.7");
        // All the way through proxies: the first of them.
        assert_eq!(asks(ours, "10.1.2.3", &["10.0.0.1, 10.0.0.2"]), "10.0.0.1");
    }

    #[test]
    fn what_cannot_be_read_ends_the_way() {
        for broken in ["unknown", "", "1.2.3", "198.51.100.7 ", "a, 10.0.0.1"] {
            let told = asks("10.0.0.0/8", "10.1.2.3", &[broken]);
            let expected = match broken {
                "198.51.100.7 " => "198.51.100.7",
                "a, 10.0.0.1" => "10.0.0.1",
                _ => "10.1.2.3",
            };
            assert_eq!(told, expected, "{broken}");
        }
        let faults = Ranges::read(["10.0.0.0/8", "10.0.0.0/33", "proxy.local"].into_iter());
        assert_eq!(faults.expect_err("two faults").len(), 2);
    }
}
