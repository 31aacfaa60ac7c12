//! Where the next page begins: signed, and good for the question that it came from alone.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use ratebook::records::{Pack, QueryPlan, RecordQuery, cell_value};
use ratebook::{Code, Error};
use serde_json::Value;
use sha2::Sha256;

use crate::store::Page;

/// What signs cursors.
#[derive(Clone)]
pub struct CursorKey([u8; 32]);

impl std::fmt::Debug for CursorKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CursorKey")
    }
}

/// How many bytes of the signature are kept.
const SIGNATURE: usize = 16;

impl CursorKey {
    /// A key.
    pub fn new(key: [u8; 32]) -> CursorKey {
        CursorKey(key)
    }

    /// The cursor of the page that follows on one; nothing when that is the last.
    pub(super) fn next(&self, query: &RecordQuery, (pack, plan): (&Pack, &QueryPlan), page: &Page) -> Option<String> {
        let kinds = pack.entities().get(plan.entity).map(|entity| plan.key_kinds(entity));
        let keys = kinds.unwrap_or_default().into_iter().zip(page.next.as_ref()?);
        let keys: Vec<Value> = keys.map(|(kind, cell)| cell_value(kind, cell)).collect();
        Some(self.write(query, &keys))
    }

    /// The cursor of the page that follows on these keys.
    pub(crate) fn write(&self, query: &RecordQuery, keys: &[Value]) -> String {
        let text = Value::Array(keys.to_vec()).to_string();
        let signature = self.signature(query, text.as_bytes()).finalize().into_bytes();
        let signature = signature.get(..SIGNATURE).unwrap_or_default();
        URL_SAFE_NO_PAD.encode([signature, text.as_bytes()].concat())
    }

    /// The keys that a cursor follows on, when it came from this question.
    pub(crate) fn read(&self, query: &RecordQuery, cursor: &str) -> Result<Vec<Value>, Error> {
        let wrong = || {
            let message =
                "the cursor is not one of this list with these filters and this order; ask for the first page";
            Error::new(Code::RequestRange, "/cursor", message)
        };
        let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| wrong())?;
        let (signature, text) = bytes.split_at_checked(SIGNATURE).ok_or_else(wrong)?;
        let signed = self.signature(query, text);
        signed.verify_truncated_left(signature).map_err(|_| wrong())?;
        serde_json::from_slice(text).map_err(|_| wrong())
    }

    /// Over the keys, and what makes the question the same: who asks, of what, filtered and sorted how.
    fn signature(&self, query: &RecordQuery, text: &[u8]) -> Hmac<Sha256> {
        // A key of any length is taken.
        let mut signed = match Hmac::<Sha256>::new_from_slice(&self.0) {
            Ok(signed) => signed,
            Err(_) => unreachable!("HMAC takes keys of every length"),
        };
        let shape = serde_json::json!([
            query.actor.tenant,
            query.actor.id,
            query.entity,
            query.filter,
            query.condition,
            query.q,
            query.sort,
            query.deleted,
            query.locale,
        ]);
        signed.update(shape.to_string().as_bytes());
        signed.update(&[0]);
        signed.update(text);
        signed
    }
}
