//! What happened on the platform, kept in the transaction in which it did.

mod list;
pub mod sealer;
pub(super) mod sight;
pub mod verify;

use serde_json::Value;

pub(super) use list::{READS, export, list};

pub(crate) use crate::store::Own;
use crate::store::{Entry, Failure, PlatformTx, TenantKey};

/// Whose what concerns no tenant is.
pub(crate) const NOBODY: TenantKey = [0; 16];

/// Something that happened.
#[derive(Clone, Debug)]
pub(crate) struct Happened {
    /// When, in microseconds since 1970.
    pub(crate) at: i64,
    /// To whose, or [`NOBODY`]'s.
    pub(crate) tenant: TenantKey,
    /// Who did it: the id of an account, or a word for what is none.
    pub(crate) actor: String,
    /// What, such as a session and `sign_in`.
    pub(crate) entity: Own,
    pub(crate) action: &'static str,
    /// To which.
    pub(crate) record: [u8; 16],
    /// What became of it; never a secret.
    pub(crate) changes: Value,
}

/// Keeps it.
pub(crate) async fn keep(tx: &mut PlatformTx<'_>, happened: Happened) -> Result<(), Failure> {
    let entry = Entry {
        at: happened.at,
        actor: happened.actor,
        entity: happened.entity.into(),
        record: happened.record,
        action: happened.action.to_owned(),
        changes: happened.changes.to_string(),
    };
    tx.enter(happened.tenant, entry).await
}
