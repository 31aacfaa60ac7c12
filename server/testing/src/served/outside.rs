//! Who is outside of a server of a test.

use ratebook_server::platform::domains::Dns;
use ratebook_server::platform::hooks::Certificates;
use ratebook_server::platform::jobs::Connectors;
use ratebook_server::platform::sms::Gateway;
use serde_json::Value;

use super::{Served, Setup};
use crate::held::Base;

/// Who outside tells people something, and by what PayPal signs.
#[derive(Clone, Debug, Default)]
pub struct Outside {
    /// Who sends SMS.
    pub sms: Option<Gateway>,
    /// To whom services of push turn.
    pub push: Option<String>,
    /// The certificates of PayPal.
    pub paypal: Certificates,
}

impl Served {
    /// A new database with the pack `workbench`, and a server on it that asks these whose a domain is.
    pub fn asking(base: Base, dns: Dns) -> Served {
        let setup = Setup {
            dns,
            ..Setup::default()
        };
        Served::new(base, setup)
    }

    /// A new database with the pack `workbench`, edited, and a server on it that speaks to these.
    pub fn speaking_to(base: Base, edit: fn(&mut Value), connectors: Connectors, outside: Outside) -> Served {
        let setup = Setup {
            edit,
            connectors,
            outside,
            ..Setup::default()
        };
        Served::new(base, setup)
    }

    /// Another server on the same database that speaks to nobody.
    pub fn beside_that_speaks_to_nobody(&self) -> Served {
        let setup = Setup {
            outside: Outside::default(),
            ..self.setup.clone()
        };
        Served::on(self.held.clone(), self.ahead.clone(), setup)
    }
}
