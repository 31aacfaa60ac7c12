//! What the server is set to: defaults, then a file, then the environment, then flags.

mod limits;
mod sources;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::SocketAddr;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::setup::FirstOperator;
use crate::came::{Proxies, Ranges};
use crate::limits::Bounds;
use crate::manners::{Manners, fault_of_origin};
use crate::platform::webhooks::Reachable;
pub use sources::{Origin, Sources};

/// What the server is set to.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where it listens.
    pub listen: SocketAddr,
    /// A file of SQLite, or the address of a PostgreSQL.
    pub database: String,
    /// The folders of its packs.
    pub packs: Vec<PathBuf>,
    /// Whether a tenant with demo records is made.
    pub demo: bool,
    /// What an upgrade of a pack may lose, by name, and what it fills.
    pub accept: Vec<String>,
    /// The key of the installation, when it is told.
    pub key: Option<InstallationKey>,
    /// Where the key lies, when it is not told.
    pub key_file: Option<PathBuf>,
    /// Who is made the first operator.
    pub operator: Option<FirstOperator>,
    /// The domain of which tenants have parts.
    pub base_domain: Option<String>,
    /// How it behaves towards browsers.
    pub manners: Manners,
    /// Who is believed when they say for whom they ask.
    pub proxies: Proxies,
    /// The addresses of one's own network to which messages may be sent.
    pub webhooks_to: Reachable,
    /// Who is let in, how often, and how many at once.
    pub bounds: Bounds,
    /// As many connections read a SQLite at once.
    pub readers: u32,
    /// As many connections to a PostgreSQL there are at most.
    pub connections: u32,
    /// As many hours an answer is told again to whoever asks again by the same `Idempotency-Key`.
    pub answers_kept_hours: u32,
}

/// What encrypts the secrets of an installation; it is shown nowhere.
#[derive(Clone)]
pub struct InstallationKey(pub [u8; 32]);

impl std::fmt::Debug for InstallationKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("InstallationKey")
    }
}

/// What can be set, and how.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// In the file by this name; in the environment as `RATEBOOK_` and the same in capitals; as a flag with hyphens.
    pub name: &'static str,
    /// When nobody says.
    pub usual: &'static str,
    /// What it is, in a sentence.
    pub summary: &'static str,
    /// How many it takes.
    pub kind: Kind,
}

/// What a setting takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One text.
    One,
    /// Several: a list in the file, `:` between them in the environment, the flag several times.
    Several,
    /// Several addresses, which have `:` in them: `,` between them in the environment.
    Addresses,
    /// Yes or no: the flag stands alone.
    Switch,
    /// A secret: it is never shown, and no flag takes it, since everybody on the machine sees those.
    Secret,
}

/// Every setting there is.
pub const SETTINGS: &[Setting] = &[
    setting(
        "listen",
        "127.0.0.1:4280",
        "The address and port where it listens.",
        Kind::One,
    ),
    setting(
        "database",
        "ratebook.db",
        "The file of SQLite in which everything is kept, or the address of a PostgreSQL such as `postgres://user@host/name`.",
        Kind::One,
    ),
    setting(
        "pack",
        "",
        "The folders of the packs that are served; without any it is the workbench that comes with the server, with its demo.",
        Kind::Several,
    ),
    setting(
        "demo",
        "",
        "Whether a tenant with demo records is made for each pack: `yes` or `no`; `yes` when no pack is named.",
        Kind::Switch,
    ),
    setting(
        "accept",
        "",
        "What an upgrade of a pack may lose, by name, as `ratebook-server migrate --plan` tells it.",
        Kind::Several,
    ),
    setting(
        "key",
        "",
        "The 32 bytes in Base64 by which secrets are encrypted; needed on PostgreSQL unless there is a `key_file`.",
        Kind::Secret,
    ),
    setting(
        "key_file",
        "",
        "The file with the key; beside a SQLite it is made at the first start, under the name of the database and `.key`.",
        Kind::One,
    ),
    setting(
        "operator_email",
        "",
        "The e-mail of the first operator, made when there is none yet.",
        Kind::One,
    ),
    setting(
        "operator_password",
        "",
        "The password of the first operator.",
        Kind::Secret,
    ),
    setting(
        "base_domain",
        "",
        "The domain of which each tenant has a part, such as `example.com` of `acme.example.com`.",
        Kind::One,
    ),
    setting(
        "cors_origins",
        "",
        "The origins whose pages may ask, such as `https://desk.example.com`; `*` for any; without any only the server's own.",
        Kind::Addresses,
    ),
    setting(
        "hsts_seconds",
        "0",
        "How long browsers reach it over TLS alone once they have; 0 does not tell them so. Its subdomains are meant as well.",
        Kind::One,
    ),
    setting(
        "proxies",
        "",
        "The addresses of proxies before it, or ranges such as `10.0.0.0/8`: they are believed when `X-Forwarded-For` says for whom they ask.",
        Kind::Addresses,
    ),
    setting(
        "webhooks_to",
        "",
        "The addresses of your own network to which webhooks may be sent, or ranges such as `10.0.0.0/8`; without TLS they go there alone.",
        Kind::Addresses,
    ),
    setting(
        "limits",
        "memory",
        "Where requests are counted: `memory`; `database`, for several servers that count together; `off` counts none, and blocks all the same.",
        Kind::One,
    ),
    setting(
        "address_requests",
        "1000",
        "How many requests a minute an address has where nobody has to be signed in.",
        Kind::One,
    ),
    setting(
        "sign_in_requests",
        "20",
        "How many requests a minute an address has to sign in, in all.",
        Kind::One,
    ),
    setting(
        "account_requests",
        "1200",
        "How many requests a minute an account has, and each API key.",
        Kind::One,
    ),
    setting(
        "tenant_requests",
        "12000",
        "How many requests a minute a tenant has, all of its accounts and keys together.",
        Kind::One,
    ),
    setting(
        "blocked",
        "",
        "The addresses that are not let in, or ranges such as `203.0.113.0/24`.",
        Kind::Addresses,
    ),
    setting(
        "trusted",
        "",
        "The addresses that are let in though they are blocked, or ranges of them.",
        Kind::Addresses,
    ),
    setting(
        "at_once",
        "",
        "How many requests are answered at once, one tenant's half of them; eight for each processor and each connection to the database when \
         nobody says.",
        Kind::One,
    ),
    setting(
        "answer_seconds",
        "30",
        "How long an answer may take before whoever asked is told so; what is sent as it is read may take longer.",
        Kind::One,
    ),
    setting(
        "client_seconds",
        "10",
        "How long a client may keep everybody waiting: for a request to begin, its head to end or its body to come; three times as long to read.",
        Kind::One,
    ),
    setting("readers", "8", "How many connections read a SQLite at once.", Kind::One),
    setting(
        "connections",
        "16",
        "How many connections to a PostgreSQL there are at most.",
        Kind::One,
    ),
    setting(
        "answers_kept_hours",
        "24",
        "For how many hours an answer is told again to whoever asks again by the same `Idempotency-Key`.",
        Kind::One,
    ),
];

impl Kind {
    /// What stands between several in the environment; nothing where there is one.
    const fn separator(self) -> Option<char> {
        match self {
            Kind::Several => Some(':'),
            Kind::Addresses => Some(','),
            Kind::One | Kind::Switch | Kind::Secret => None,
        }
    }
}

const fn setting(name: &'static str, usual: &'static str, summary: &'static str, kind: Kind) -> Setting {
    Setting {
        name,
        usual,
        summary,
        kind,
    }
}

impl Setting {
    /// Its name in the environment.
    pub fn variable(&self) -> String {
        format!("RATEBOOK_{}", self.name.to_ascii_uppercase())
    }

    /// Its flag, if it has one.
    pub fn flag(&self) -> Option<String> {
        (self.kind != Kind::Secret).then(|| format!("--{}", self.name.replace('_', "-")))
    }
}

/// What each setting is, as text, and who says so.
#[derive(Clone, Debug)]
pub struct Told(BTreeMap<&'static str, (Vec<String>, Origin)>);

impl Told {
    /// Reads all sources; every fault is told, one on a line.
    pub fn read(sources: &Sources) -> Result<Told, String> {
        let mut faults = Vec::new();
        let usual = |setting: &Setting| {
            let usual = (!setting.usual.is_empty()).then(|| setting.usual.to_owned());
            (setting.name, (usual.into_iter().collect(), Origin::Usual))
        };
        let mut told = Told(SETTINGS.iter().map(usual).collect());
        for (name, values, origin) in sources.values(&mut faults) {
            told.0.insert(name, (values, origin));
        }
        if faults.is_empty() {
            Ok(told)
        } else {
            Err(faults.join("\n"))
        }
    }

    fn values(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], |(values, _)| values)
    }

    fn one(&self, name: &str) -> Option<&str> {
        self.values(name)
            .first()
            .map(String::as_str)
            .filter(|text| !text.is_empty())
    }

    fn number(&self, name: &str, faults: &mut Vec<String>) -> u32 {
        let text = self.one(name).unwrap_or_default();
        self.number_to(1_000, name, text, faults)
    }

    fn number_to(&self, most: u32, name: &str, text: &str, faults: &mut Vec<String>) -> u32 {
        match text.parse() {
            Ok(number) if (1..=most).contains(&number) => number,
            _ => {
                faults.push(self.wrong(name, &format!("`{text}` is not a number from 1 to {most}")));
                1
            }
        }
    }

    /// How long browsers are told to come over TLS alone, and whose pages may ask.
    fn manners(&self, faults: &mut Vec<String>) -> Manners {
        let given = self.values("cors_origins").iter().filter(|origin| !origin.is_empty());
        let cors_origins: Vec<String> = given.cloned().collect();
        for origin in &cors_origins {
            if let Some(fault) = fault_of_origin(origin) {
                faults.push(self.wrong("cors_origins", &format!("`{origin}`: {fault}")));
            }
        }
        let text = self.one("hsts_seconds").unwrap_or_default();
        let hsts_seconds = text.parse().unwrap_or_else(|_| {
            faults.push(self.wrong("hsts_seconds", &format!("`{text}` is not a number of seconds")));
            0
        });
        Manners {
            cors_origins,
            hsts_seconds,
        }
    }

    fn ranges(&self, name: &str, faults: &mut Vec<String>) -> Ranges {
        let texts = self.values(name).iter().map(String::as_str);
        Ranges::read(texts).unwrap_or_else(|wrong| {
            faults.extend(wrong.iter().map(|fault| self.wrong(name, fault)));
            Ranges::default()
        })
    }

    fn wrong(&self, name: &str, message: &str) -> String {
        let origin = self.0.get(name).map_or(&Origin::Usual, |(_, origin)| origin);
        format!("`{name}` ({origin}): {message}")
    }

    /// Every setting with its value, who says so, and what it is.
    pub fn explained(&self) -> String {
        let mut out = String::new();
        for setting in SETTINGS {
            let (values, origin) = self
                .0
                .get(setting.name)
                .map_or((&[][..], &Origin::Usual), |(values, origin)| {
                    (values.as_slice(), origin)
                });
            let shown = match setting.kind {
                _ if values.iter().all(String::is_empty) => "(not set)".to_owned(),
                Kind::Secret => "(set)".to_owned(),
                // An address of a database may have a password in it.
                _ if setting.name == "database" => without_password(&values.join(" ")),
                _ => values.join(" "),
            };
            let flag = setting.flag().map_or_else(String::new, |flag| format!(", `{flag}`"));
            // Writing to a text does not fail.
            let _ = writeln!(out, "{} = {shown}", setting.name);
            let _ = writeln!(out, "    from {origin}; `{}`{flag}", setting.variable());
            let _ = writeln!(out, "    {}", setting.summary);
        }
        out
    }

    /// The settings, checked.
    pub fn settings(&self) -> Result<Settings, String> {
        let mut faults = Vec::new();
        let listen = self.one("listen").unwrap_or_default();
        let address = listen.parse();
        if address.is_err() {
            faults.push(self.wrong(
                "listen",
                &format!("`{listen}` is not an address such as `127.0.0.1:4280`"),
            ));
        }
        let key = self.one("key").map(|text| key_of(text).ok_or(()));
        if matches!(key, Some(Err(()))) {
            faults.push(self.wrong("key", KEY_FORM));
        }
        let operator = match (self.one("operator_email"), self.one("operator_password")) {
            (Some(email), Some(password)) => {
                let operator = FirstOperator::new(email, password.to_owned());
                // By the same rule as every other account: nobody signs in by what is no e-mail.
                if !operator.has_email() {
                    faults.push(self.wrong(
                        "operator_email",
                        &format!("`{email}` is not an e-mail such as `ann@example.com`"),
                    ));
                }
                Some(operator)
            }
            (None, None) => None,
            _ => {
                faults.push("`operator_email` and `operator_password` are given together".to_owned());
                None
            }
        };
        let domain = self.one("base_domain").map(str::to_ascii_lowercase);
        let usual = if self.values("pack").is_empty() { "yes" } else { "no" };
        let demo = match self.one("demo").unwrap_or(usual) {
            "yes" | "true" | "1" => true,
            "no" | "false" | "0" => false,
            other => {
                faults.push(self.wrong("demo", &format!("`{other}` is neither `yes` nor `no`")));
                false
            }
        };
        let (manners, proxies) = (self.manners(&mut faults), Proxies(self.ranges("proxies", &mut faults)));
        let webhooks_to = Reachable(self.ranges("webhooks_to", &mut faults));
        let (readers, connections, answers_kept_hours) = (
            self.number("readers", &mut faults),
            self.number("connections", &mut faults),
            self.number("answers_kept_hours", &mut faults),
        );
        let lines = if super::start::is_postgres(self.one("database").unwrap_or_default()) {
            connections
        } else {
            readers
        };
        let bounds = self.bounds(lines, &mut faults);
        match address {
            Ok(listen) if faults.is_empty() => Ok(Settings {
                listen,
                database: self.one("database").unwrap_or_default().to_owned(),
                packs: self.values("pack").iter().map(PathBuf::from).collect(),
                demo,
                accept: self.values("accept").to_vec(),
                key: key.and_then(Result::ok),
                key_file: self.one("key_file").map(PathBuf::from),
                operator,
                base_domain: domain,
                manners,
                proxies,
                webhooks_to,
                bounds,
                readers,
                connections,
                answers_kept_hours,
            }),
            _ => Err(faults.join("\n")),
        }
    }
}

/// What is wrong with a key.
pub const KEY_FORM: &str = "a key is 32 bytes in Base64, such as `openssl rand -base64 32` makes";

/// The key of a text.
pub fn key_of(text: &str) -> Option<InstallationKey> {
    let bytes = STANDARD.decode(text.trim()).ok()?;
    bytes.try_into().ok().map(InstallationKey)
}

fn without_password(address: &str) -> String {
    let hidden = || {
        let (scheme, rest) = address.split_once("://")?;
        let (who, place) = rest.rsplit_once('@')?;
        let (user, _) = who.split_once(':')?;
        Some(format!("{scheme}://{user}:…@{place}"))
    };
    hidden().unwrap_or_else(|| address.to_owned())
}

#[cfg(test)]
mod tests;
