//! Who is let in, how often, and how many at once.

use std::thread;
use std::time::Duration;

use super::Told;
use crate::limits::{Bounds, Rates, RedisAddress, Together};

/// For each processor and each line to the database so many requests are answered at once: some of them wait for others, and a line.
const FOR_EACH: usize = 8;
/// Whoever has waited for so long is told to come again: they would wait longer.
const TURN: Duration = Duration::from_secs(5);
const MOST_REQUESTS: u32 = 1_000_000;
const MOST_AT_ONCE: u32 = 100_000;

impl Told {
    /// The bounds, of a server that has so many lines to its database.
    pub(super) fn bounds(&self, lines: u32, faults: &mut Vec<String>) -> Bounds {
        let (counts, together) = match self.one("limits").unwrap_or_default() {
            "memory" => (true, None),
            "database" => (true, Some(Together::Database)),
            "redis" => (true, self.redis(faults)),
            "off" => (false, None),
            other => {
                faults.push(self.wrong(
                    "limits",
                    &format!("`{other}` is none of `memory`, `database`, `redis` and `off`"),
                ));
                (true, None)
            }
        };
        let rates = Rates {
            address: self.requests("address_requests", faults),
            sign_in: self.requests("sign_in_requests", faults),
            account: self.requests("account_requests", faults),
            tenant: self.requests("tenant_requests", faults),
        };
        let at_once = match self.one("at_once") {
            Some(text) => usize::try_from(self.number_to(MOST_AT_ONCE, "at_once", text, faults)).unwrap_or(1),
            None => {
                let processors = thread::available_parallelism().map_or(1, usize::from);
                FOR_EACH * (processors + usize::try_from(lines).unwrap_or(1))
            }
        };
        let (answer, client) = (
            self.number("answer_seconds", faults),
            self.number("client_seconds", faults),
        );
        Bounds {
            rates: counts.then_some(rates),
            together,
            blocked: self.ranges("blocked", faults),
            trusted: self.ranges("trusted", faults),
            at_once,
            turn: TURN,
            answer: Duration::from_secs(answer.into()),
            client: Duration::from_secs(client.into()),
        }
    }

    fn redis(&self, faults: &mut Vec<String>) -> Option<Together> {
        let address = self.one("redis").map(RedisAddress::read);
        match address {
            Some(Some(address)) => return Some(Together::Redis(address)),
            // What was told may have a password in it.
            Some(None) => faults.push(self.wrong("redis", "it is no address such as `redis://host:6379/0`")),
            None => faults.push(self.wrong("limits", "`redis` needs the address of one in `redis`")),
        }
        None
    }

    fn requests(&self, name: &str, faults: &mut Vec<String>) -> u32 {
        self.number_to(MOST_REQUESTS, name, self.one(name).unwrap_or_default(), faults)
    }
}
