//! What the server is set to: defaults, then a file, then the environment, then flags.

mod backups;
mod documents;
mod files;
mod limits;
mod sign_in;
mod sources;
mod table;
mod telemetry;
mod telephones;

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
use crate::platform::documents::Documents;
use crate::platform::domains::Dns;
use crate::platform::mail::Mail;
use crate::platform::sms::Gateway;
use crate::platform::webhooks::Reachable;
pub use backups::BackupSettings;
pub use files::FileSettings;
pub use sign_in::SignInSettings;
pub use sources::{Origin, Sources};
pub use table::SETTINGS;
pub use telemetry::TelemetrySettings;

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
    /// The address by which people reach it.
    pub public_url: Option<String>,
    /// How people come in, besides by a password.
    pub sign_in: SignInSettings,
    /// How it behaves towards browsers.
    pub manners: Manners,
    /// Who is believed when they say for whom they ask.
    pub proxies: Proxies,
    /// The addresses of one's own network to which messages may be sent.
    pub webhooks_to: Reachable,
    /// Who is asked whose a domain is.
    pub dns: Dns,
    /// What it tells of itself, and to whom.
    pub telemetry: TelemetrySettings,
    /// Where files lie, and what is asked of them.
    pub files: FileSettings,
    /// Where backups are kept, by which key, and when they are made.
    pub backups: BackupSettings,
    /// Who sends letters, and by which server.
    pub mail: Option<Mail>,
    /// Who sends SMS.
    pub sms: Option<Gateway>,
    /// To whom services of push turn.
    pub push: Option<String>,
    /// What sets documents.
    pub documents: Documents,
    /// Who is let in, how often, and how many at once.
    pub bounds: Bounds,
    /// Whether nothing is changed for as long as it runs.
    pub read_only: bool,
    /// As many connections read a SQLite at once.
    pub readers: u32,
    /// As many connections to a PostgreSQL there are at most.
    pub connections: u32,
    /// As many hours an answer is told again to whoever asks again by the same `Idempotency-Key`.
    pub answers_kept_hours: u32,
    /// As many sandboxes the admins of a tenant may have of it at once.
    pub sandboxes: u32,
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

    /// Whether a tenant with demo records is made: of the pack that comes along, when nobody says.
    fn is_demo(&self, faults: &mut Vec<String>) -> bool {
        let usual = if self.values("pack").is_empty() { "yes" } else { "no" };
        self.switch(("demo", usual), faults)
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

    fn dns(&self, faults: &mut Vec<String>) -> Dns {
        let mut servers = Vec::new();
        for text in self.values("dns") {
            let address = text.parse().or_else(|_| text.parse().map(|ip| SocketAddr::new(ip, 53)));
            match address {
                Ok(address) => servers.push(address),
                Err(_) => faults.push(self.wrong(
                    "dns",
                    &format!("`{text}` is no address such as `10.0.0.2` or `10.0.0.2:5353`"),
                )),
            }
        }
        Dns::at(servers)
    }

    fn mail(&self, faults: &mut Vec<String>) -> Option<Mail> {
        match (self.one("smtp"), self.one("mail_from")) {
            (Some(smtp), Some(from)) => {
                let made = Mail::new(smtp, from).map_err(|(name, message)| faults.push(self.wrong(name, &message)));
                made.ok()
            }
            (None, None) => None,
            _ => {
                faults.push("`smtp` and `mail_from` are given together".to_owned());
                None
            }
        }
    }

    fn switch(&self, (name, usual): (&str, &str), faults: &mut Vec<String>) -> bool {
        match self.one(name).unwrap_or(usual) {
            "yes" | "true" | "1" => true,
            "no" | "false" | "0" => false,
            other => {
                faults.push(self.wrong(name, &format!("`{other}` is neither `yes` nor `no`")));
                false
            }
        }
    }

    /// Of the same form as an origin of a page.
    fn public_url(&self, faults: &mut Vec<String>) -> Option<String> {
        let url = self.one("public_url")?.trim_end_matches('/');
        let fault = match url {
            "*" => Some("it is one address"),
            url => fault_of_origin(url),
        };
        if let Some(fault) = fault {
            faults.push(self.wrong("public_url", &format!("`{url}`: {fault}")));
        }
        Some(url.to_owned())
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

    fn sandboxes(&self, faults: &mut Vec<String>) -> u32 {
        match self.one("sandboxes") {
            Some("0") => 0,
            _ => self.number("sandboxes", faults),
        }
    }

    fn operator(&self, faults: &mut Vec<String>) -> Option<FirstOperator> {
        match (self.one("operator_email"), self.one("operator_password")) {
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
        }
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
        let key = self.key("key", &mut faults);
        let operator = self.operator(&mut faults);
        let domain = self.one("base_domain").map(str::to_ascii_lowercase);
        let read_only = self.switch(("read_only", "no"), &mut faults);
        let (sign_in, public_url) = (SignInSettings::of(self, &mut faults), self.public_url(&mut faults));
        let demo = self.is_demo(&mut faults);
        let (manners, proxies) = (self.manners(&mut faults), Proxies(self.ranges("proxies", &mut faults)));
        let webhooks_to = Reachable(self.ranges("webhooks_to", &mut faults));
        let dns = self.dns(&mut faults);
        let files = FileSettings::of(self, &mut faults);
        let telemetry = TelemetrySettings::of(self, &mut faults);
        let backups = self.backups(&mut faults);
        let (mail, documents) = (self.mail(&mut faults), self.documents(&mut faults));
        let (sms, push) = (self.sms(&mut faults), self.push(&mut faults));
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
        let sandboxes = self.sandboxes(&mut faults);
        match address {
            Ok(listen) if faults.is_empty() => Ok(Settings {
                listen,
                database: self.one("database").unwrap_or_default().to_owned(),
                packs: self.values("pack").iter().map(PathBuf::from).collect(),
                demo,
                accept: self.values("accept").to_vec(),
                key,
                key_file: self.one("key_file").map(PathBuf::from),
                operator,
                base_domain: domain,
                public_url,
                sign_in,
                manners,
                proxies,
                webhooks_to,
                dns,
                telemetry,
                files,
                backups,
                mail,
                sms,
                push,
                documents,
                bounds,
                read_only,
                readers,
                connections,
                answers_kept_hours,
                sandboxes,
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
