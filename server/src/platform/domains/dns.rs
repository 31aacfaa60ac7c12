//! What stands in the DNS of a domain, asked anew each time.

use std::net::SocketAddr;
use std::time::Duration;

use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolverConfig};
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::RData;
use hickory_resolver::{Resolver, TokioResolver};

/// How long one server is waited for, and all of them together.
const WITHIN: Duration = Duration::from_secs(2);
const ALL_WITHIN: Duration = Duration::from_secs(8);

/// Who is asked about the entries of domains: those that the system asks, or others.
#[derive(Clone, Debug, Default)]
pub struct Dns {
    servers: Vec<SocketAddr>,
}

impl Dns {
    /// These are asked, in the place of those that the system asks.
    pub fn at(servers: Vec<SocketAddr>) -> Dns {
        Dns { servers }
    }

    /// The texts that stand under a name; none where nothing does. Else why that is not known.
    pub(super) async fn texts(&self, name: &str) -> Result<Vec<String>, String> {
        let resolver = self.resolver().map_err(|error| error.to_string())?;
        // With a dot behind it nothing of the machine's own domain is added.
        let asked = tokio::time::timeout(ALL_WITHIN, resolver.txt_lookup(format!("{name}."))).await;
        let found = match asked {
            Err(_) => return Err(format!("it did not answer within {} s", ALL_WITHIN.as_secs())),
            Ok(Err(error)) if error.is_no_records_found() => return Ok(Vec::new()),
            Ok(found) => found.map_err(|error| error.to_string())?,
        };
        let texts = found.answers().iter().filter_map(|record| match &record.data {
            // A long text stands there in parts.
            RData::TXT(text) => Some(String::from_utf8_lossy(&text.txt_data.concat()).into_owned()),
            _ => None,
        });
        Ok(texts.collect())
    }

    fn resolver(&self) -> Result<TokioResolver, hickory_resolver::net::NetError> {
        let mut builder = match self.servers.as_slice() {
            [] => Resolver::builder_tokio()?,
            servers => {
                let servers = servers.iter().map(|server| {
                    let mut connections = [ConnectionConfig::udp(), ConnectionConfig::tcp()];
                    for connection in &mut connections {
                        connection.port = server.port();
                    }
                    NameServerConfig::new(server.ip(), true, connections.into())
                });
                let config = ResolverConfig::from_name_servers(servers.collect());
                Resolver::builder_with_config(config, TokioRuntimeProvider::default())
            }
        };
        let options = builder.options_mut();
        // Whoever has just written an entry asks at once.
        (options.cache_size, options.timeout, options.attempts) = (0, WITHIN, 2);
        builder.build()
    }
}
