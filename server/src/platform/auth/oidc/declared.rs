//! Providers as the installation declares them: a file of TOML, a table for each.

use std::collections::BTreeMap;
use std::path::Path;

use reqwest::Url;
use toml::de::{DeTable, DeValue};

use super::{People, Provider, Providers};
use crate::came::Ranges;
use crate::platform::accounts::folded;
use crate::platform::webhooks::Reachable;

/// As many providers there are at most.
const MOST: usize = 50;

impl Providers {
    /// Those of a file; every fault of it, one on a line.
    pub fn read(path: &Path) -> Result<Providers, String> {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Providers::of_text(&text).map_err(|faults| {
            let lines = faults.iter().map(|fault| format!("{}: {fault}", path.display()));
            lines.collect::<Vec<_>>().join("\n")
        })
    }

    /// Those of a text; every fault of it.
    pub fn of_text(text: &str) -> Result<Providers, Vec<String>> {
        let table = DeTable::parse(text).map_err(|error| vec![error.message().to_owned()])?;
        let mut faults = Vec::new();
        let mut all = Vec::new();
        for (id, value) in table.get_ref() {
            let id: &str = id.get_ref();
            let DeValue::Table(own) = value.get_ref() else {
                faults.push(format!(
                    "`{id}` is no table: a provider is `[{id}]` and what belongs to it"
                ));
                continue;
            };
            all.extend(Declared::new(id, own, &mut faults).provider());
        }
        if all.len() > MOST {
            faults.push(format!("there are at most {MOST} providers"));
        }
        match faults.is_empty() {
            true => Ok(Providers(all.into())),
            false => Err(faults),
        }
    }
}

/// A provider that is being read.
struct Declared<'t, 'f> {
    id: &'t str,
    left: BTreeMap<&'t str, &'t DeValue<'t>>,
    faults: &'f mut Vec<String>,
}

impl<'t, 'f> Declared<'t, 'f> {
    fn new(id: &'t str, table: &'t DeTable<'t>, faults: &'f mut Vec<String>) -> Declared<'t, 'f> {
        let left = table.iter().map(|(name, value)| {
            let name: &str = name.get_ref();
            (name, value.get_ref())
        });
        Declared {
            id,
            left: left.collect(),
            faults,
        }
    }

    fn fault(&mut self, message: &str) {
        self.faults.push(format!("`{}`: {message}", self.id));
    }

    fn text(&mut self, name: &str) -> Option<String> {
        match self.left.remove(name)? {
            DeValue::String(text) if !text.trim().is_empty() => Some(text.to_string()),
            _ => {
                self.fault(&format!("`{name}` is a text, and not empty"));
                None
            }
        }
    }

    fn needed(&mut self, name: &str) -> String {
        let had = self.faults.len();
        let text = self.text(name);
        if text.is_none() && self.faults.len() == had {
            self.fault(&format!("`{name}` is missing"));
        }
        text.unwrap_or_default()
    }

    fn texts(&mut self, name: &str) -> Option<Vec<String>> {
        let texts = match self.left.remove(name)? {
            DeValue::Array(items) => {
                let texts = items.iter().map(|item| item.get_ref().as_str().map(str::to_owned));
                texts.collect::<Option<Vec<_>>>()
            }
            _ => None,
        };
        if texts.is_none() {
            self.fault(&format!("`{name}` is a list of texts"));
        }
        texts
    }

    /// By what the installation shows that it is the one that is registered there; nothing of one that has nothing to hide it in.
    fn secret(&mut self) -> Option<String> {
        match (self.text("secret"), self.text("secret_file")) {
            (Some(_), Some(_)) => {
                self.fault("`secret` or `secret_file`, and not both");
                None
            }
            (Some(secret), None) => Some(secret),
            (None, Some(path)) => match std::fs::read_to_string(&path) {
                Ok(secret) if !secret.trim().is_empty() => Some(secret.trim().to_owned()),
                Ok(_) => {
                    self.fault(&format!("`secret_file`: there is nothing in `{path}`"));
                    None
                }
                Err(error) => {
                    self.fault(&format!("`secret_file`: `{path}`: {error}"));
                    None
                }
            },
            (None, None) => None,
        }
    }

    fn issuer(&mut self) -> String {
        let issuer = self.needed("issuer");
        let url = issuer.parse::<Url>().ok();
        let is_one = url.is_some_and(|url| {
            let plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
            plain && ["https", "http"].contains(&url.scheme())
        });
        if !issuer.is_empty() && !is_one {
            self.fault(&format!(
                "`issuer`: `{issuer}` is no address such as `https://login.example.com`"
            ));
        }
        issuer
    }

    fn reachable(&mut self) -> Reachable {
        let texts = self.texts("addresses").unwrap_or_default();
        let ranges = Ranges::read(texts.iter().map(String::as_str)).unwrap_or_else(|wrong| {
            wrong
                .iter()
                .for_each(|fault| self.fault(&format!("`addresses`: {fault}")));
            Ranges::default()
        });
        Reachable(ranges)
    }

    fn people(&mut self) -> People {
        match self.text("people").as_deref() {
            None | Some("known") => People::Known,
            Some("accounts") => People::Accounts,
            Some("members") => People::Members,
            Some(other) => {
                self.fault(&format!(
                    "`people`: `{other}` is none of `known`, `accounts` and `members`"
                ));
                People::Known
            }
        }
    }

    fn check_id(&mut self) {
        let is_one = (1..=40).contains(&self.id.len())
            && self
                .id
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !is_one {
            self.fault("its name stands in addresses: at most 40 small letters, digits and hyphens");
        }
    }

    fn provider(mut self) -> Option<Provider> {
        let had = self.faults.len();
        self.check_id();
        let domains = self.texts("domains").unwrap_or_default();
        let own = |given: Option<String>, usual: &str| given.unwrap_or_else(|| usual.to_owned());
        let provider = Provider {
            id: self.id.to_owned(),
            name: self.needed("name"),
            issuer: self.issuer(),
            client_id: self.needed("client_id"),
            secret: self.secret(),
            scopes: self
                .texts("scopes")
                .unwrap_or_else(|| vec!["email".to_owned(), "profile".to_owned()]),
            email_claim: own(self.text("email_claim"), "email"),
            verified_claim: own(self.text("verified_claim"), "email_verified"),
            name_claim: own(self.text("name_claim"), "name"),
            domains: domains.iter().map(|domain| folded(domain)).collect(),
            people: self.people(),
            tenant: self.text("tenant"),
            roles: self.texts("roles").unwrap_or_default(),
            second_factor: self.texts("second_factor").unwrap_or_default(),
            reachable: self.reachable(),
            line: Default::default(),
            known: Default::default(),
        };
        if provider.people == People::Members && (provider.tenant.is_none() || provider.roles.is_empty()) {
            self.fault("`people = \"members\"` needs the `tenant` of which people become members, and their `roles`");
        }
        if provider.tenant.is_some() && provider.domains.is_empty() {
            // Whoever sees to a provider of one tenant says who others are everywhere.
            self.fault("a provider of a `tenant` names the `domains` of whose e-mails it may speak");
        }
        let names: Vec<String> = self.left.keys().take(20).map(|name| (*name).to_owned()).collect();
        for name in names {
            self.fault(&format!("there is no `{name}` of a provider"));
        }
        (self.faults.len() == had).then_some(provider)
    }
}
