//! What is set of how people come in.

use std::path::PathBuf;

use super::Told;
use crate::platform::accounts::folded;
use crate::platform::auth::{Providers, Registration, SignIn};

/// How people come in, besides by a password.
#[derive(Clone, Debug)]
pub struct SignInSettings {
    /// Whether by links that are sent to them.
    pub links: bool,
    /// The file of those who know who people are.
    pub providers: Option<PathBuf>,
    /// Who may come by themselves.
    pub registration: Registration,
}

impl SignInSettings {
    pub(super) fn of(told: &Told, faults: &mut Vec<String>) -> SignInSettings {
        SignInSettings {
            links: told.switch(("sign_in_links", "yes"), faults),
            providers: told.one("sign_in_providers").map(PathBuf::from),
            registration: told.registration(faults),
        }
    }

    /// Reads the providers; what is wrong with them, one on a line.
    pub fn open(&self) -> Result<SignIn, String> {
        let providers = self.providers.as_deref().map(Providers::read).transpose()?;
        Ok(SignIn {
            links: self.links,
            providers: providers.unwrap_or_default(),
            registration: self.registration.clone(),
        })
    }
}

impl Told {
    fn registration(&self, faults: &mut Vec<String>) -> Registration {
        let given = self.values("registration_domains").iter().map(|domain| folded(domain));
        let domains: Vec<String> = given.filter(|domain| !domain.is_empty()).collect();
        let kind = self.one("registration").unwrap_or_default();
        match (kind, domains.is_empty()) {
            ("off", true) => Registration::Off,
            ("open", true) => Registration::Open,
            ("domains", false) => Registration::Domains(domains),
            ("domains", true) => {
                faults.push(self.wrong("registration", "`domains` needs `registration_domains`"));
                Registration::Off
            }
            ("off" | "open", false) => {
                let message = format!("they hold where `registration` is `domains`; it is `{kind}`");
                faults.push(self.wrong("registration_domains", &message));
                Registration::Off
            }
            (other, _) => {
                let message = format!("`{other}` is none of `off`, `domains` and `open`");
                faults.push(self.wrong("registration", &message));
                Registration::Off
            }
        }
    }
}
