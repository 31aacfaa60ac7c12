//! What is written down of whatever is changed, in the transaction in which it is.

use uuid::Uuid;

use super::door::{PlatformTx, TenantKey, TenantTx};
use super::failure::Failure;
use super::sql::Bound;
use crate::came::{By, Came, ENGINE};

/// Something that happened.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// When, in microseconds since 1970.
    pub(crate) at: i64,
    /// Who did it: the id of an account, or a word for what is none.
    pub(crate) actor: String,
    /// To what.
    pub(crate) entity: Of,
    /// To which of them.
    pub(crate) record: [u8; 16],
    /// What was done, such as `updated` or `sign_in`.
    pub(crate) action: String,
    /// What became of it, a list in JSON; never a secret.
    pub(crate) changes: String,
}

/// To what something happened.
#[derive(Clone, Debug)]
pub(crate) enum Of {
    /// To a record, of an entity of the pack such as `vehicle`: shown as the record is.
    Records(String),
    /// To what no pack declares.
    Own(Own),
}

impl Of {
    fn word(self) -> String {
        match self {
            Of::Records(entity) => entity,
            Of::Own(own) => own.word().to_owned(),
        }
    }
}

/// Declares what is written down of what no pack declares, each with its word.
macro_rules! own {
    ($($name:ident => $word:literal,)*) => {
        /// What is written down of what no pack declares: it is shown to whoever may read the audit.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Own {
            $($name,)*
        }

        impl Own {
            /// By which word it is written down.
            pub(crate) const fn word(self) -> &'static str {
                match self {
                    $(Own::$name => $word,)*
                }
            }

            /// Whether a word is one of them.
            pub(crate) fn has(word: &str) -> bool {
                matches!(word, $($word)|*)
            }
        }
    };
}

own! {
    Account => "account",
    AddressBlock => "address_block",
    ApiKey => "api_key",
    Backup => "backup",
    Brand => "brand",
    Consent => "consent",
    CustomField => "custom_field",
    CustomMachine => "custom_machine",
    CustomRole => "custom_role",
    Export => "export",
    ExportSchedule => "export_schedule",
    File => "file",
    Import => "import",
    Inbox => "inbox",
    Installation => "installation",
    Invitation => "invitation",
    Job => "job",
    LegalHold => "legal_hold",
    MailMeasures => "mail_measures",
    Member => "member",
    PersonalData => "personal_data",
    PushSubscription => "push_subscription",
    Session => "session",
    Settings => "settings",
    SmsSender => "sms_sender",
    Tenant => "tenant",
    Webhook => "webhook",
    WebhookEvent => "webhook_event",
    WebhookSource => "webhook_source",
}

impl From<Own> for Of {
    fn from(own: Own) -> Of {
        Of::Own(own)
    }
}

/// `$1` is the tenant.
const ENTER: &str = "INSERT INTO audit (tenant_id, id, at, actor, entity, record_id, action, changes, ip, request_id, on_behalf_of, key_id) \
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

impl Entry {
    fn values(self, id: [u8; 16], came: &Came) -> [Bound; 11] {
        let nowhere = Came::default();
        let came = if self.actor == ENGINE { &nowhere } else { came };
        let ip = came.ip.map(|ip| ip.to_string());
        // What is done in somebody's name is told of whoever did it.
        let through = came.through.get();
        let through = through.filter(|through| Uuid::from_bytes(through.account).to_string() == self.actor);
        let (actor, on_behalf_of, key) = match through.map(|through| through.by) {
            None => (self.actor, None, None),
            Some(By::Key(key)) => (self.actor, None, Some(key)),
            Some(By::Operator(operator)) => (Uuid::from_bytes(operator).to_string(), Some(self.actor), None),
        };
        [
            Bound::Id(id),
            Bound::Whole(self.at),
            Bound::Text(actor),
            Bound::Text(self.entity.word()),
            Bound::Id(self.record),
            Bound::Text(self.action),
            Bound::Text(self.changes),
            Bound::text(ip.as_deref()),
            Bound::text(came.trace.as_deref()),
            Bound::text(on_behalf_of.as_deref()),
            Bound::id(key),
        ]
    }
}

impl TenantTx<'_> {
    /// Writes down what happened to what the tenant has; the id of the entry.
    pub(crate) fn enter(&mut self, entry: Entry) -> [u8; 16] {
        let id = Uuid::now_v7().into_bytes();
        let values = entry.values(id, self.came());
        self.tell_later(ENTER, &values);
        id
    }
}

impl PlatformTx<'_> {
    /// Writes down what happened to what a tenant is given, or to what belongs to none.
    pub(crate) async fn enter(&mut self, tenant: TenantKey, entry: Entry) -> Result<(), Failure> {
        let values = entry.values(Uuid::now_v7().into_bytes(), self.came());
        let values: Vec<Bound> = [Bound::Id(tenant)].into_iter().chain(values).collect();
        self.tell(ENTER, &values).await.map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::Own;

    #[test]
    fn what_is_written_down_of_ones_own_is_known_by_its_word() {
        for own in [Own::Backup, Own::CustomField, Own::Installation, Own::Webhook] {
            assert!(Own::has(own.word()), "{own:?}");
        }
        assert!(!Own::has("vehicle") && !Own::has(""));
    }
}
