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
    /// To what, such as `vehicle` or `session`.
    pub(crate) entity: String,
    /// To which of them.
    pub(crate) record: [u8; 16],
    /// What was done, such as `updated` or `sign_in`.
    pub(crate) action: String,
    /// What became of it, a list in JSON; never a secret.
    pub(crate) changes: String,
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
            Bound::Text(self.entity),
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
