//! What was done, by whom, and the proof that nobody changed the account of it: records that each carry the hash of the
//! one before.

mod anchor;
mod append;
mod canonical;
mod diff;
mod order;
mod record;
mod verify;

pub use anchor::{AuditAnchor, AuditAnchorRequest, anchor as audit_anchor};
pub use append::{AuditAppendRequest, AuditMask, append as audit_append, commitment as audit_commitment};
pub use record::{AuditChange, AuditLink, AuditRecord};
pub use verify::{AuditBreak, AuditBreakKind, AuditReport, AuditReveal, AuditVerifyRequest, verify as audit_verify};

pub(super) use canonical::{canonical, hashed};
