//! Changes that are asked for again: by its key each is carried out once, and told again as it was.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::HeaderMap;
use hmac::{Hmac, KeyInit, Mac};
use ratebook::{Code, Error, Reason};
use sha2::{Digest, Sha256};

use super::answer::Answer;
use super::desk::Desk;
use crate::problem::Problem;
use crate::store::sql::{Bound, Dialect};
use crate::store::{Failure, RowCells, TenantKey, TenantTx};

/// The longest key.
const LONGEST: usize = 255;

/// Whose key it is: a tenant, somebody in it, and the key.
type Whose = (TenantKey, String, String);

/// The keys of what is being carried out just now.
#[derive(Clone, Debug, Default)]
pub struct InFlight(Arc<Mutex<HashSet<Whose>>>);

/// A key that a change is asked for under.
#[derive(Debug)]
pub(crate) struct Once {
    whose: Whose,
    /// The hash of what is asked, under a key of its own: there may be secrets in it that are short enough to be guessed.
    asked: Vec<u8>,
    now: i64,
    in_flight: InFlight,
}

impl Once {
    /// The key of a request, when it has one. `asked` is everything that makes it the same request.
    pub(crate) fn of(desk: &Desk, headers: &HeaderMap, asked: &[&[u8]]) -> Result<Option<Once>, Problem> {
        let Some(key) = headers.get("idempotency-key") else {
            return Ok(None);
        };
        let key = key.to_str().ok().filter(|key| (1..=LONGEST).contains(&key.len()));
        let Some(key) = key else {
            let message =
                format!("an `Idempotency-Key` is a text of 1 to {LONGEST} letters, digits and signs of ASCII");
            return Err(Error::new(Code::RequestRange, "", message).into());
        };
        // A key of any length is taken.
        let mut hash = match Hmac::<Sha256>::new_from_slice(&desk.app.vault.key_for("idempotency")) {
            Ok(hash) => hash,
            Err(_) => unreachable!("HMAC takes keys of every length"),
        };
        for part in asked {
            hash.update(&part.len().to_be_bytes());
            hash.update(part);
        }
        let caller = &desk.caller;
        // By a key of other scopes it is another request.
        for scope in caller.actor.scopes.iter().flatten() {
            hash.update(scope.as_bytes());
            hash.update(&[0]);
        }
        let whose = (caller.tenant, caller.actor.id.clone(), key.to_owned());
        let in_flight = desk.app.in_flight.clone();
        let mut keys = in_flight.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !keys.insert(whose.clone()) {
            return Err(Failure::UnderWay(in_flight_sentence(key)).into());
        }
        drop(keys);
        Ok(Some(Once {
            whose,
            asked: hash.finalize().into_bytes().to_vec(),
            now: desk.now.microseconds(),
            in_flight,
        }))
    }

    /// What was answered before, when it was asked before.
    pub(crate) async fn before(&self, tx: &mut TenantTx<'_>) -> Result<Option<Answer>, Failure> {
        let (_, account, key) = &self.whose;
        if tx.dialect() == Dialect::Postgres {
            // Another server may be at it. Whoever waits for it would hold a connection for nothing.
            let lock = i64::from_be_bytes(first_eight(&Sha256::digest(format!("{:?}", self.whose))));
            let rows = tx
                .ask(
                    "SELECT pg_try_advisory_xact_lock($2) WHERE $1::uuid IS NOT NULL",
                    &[Bound::Whole(lock)],
                )
                .await?;
            if rows.first().map(|row| row.truth(0)).transpose()?.flatten() != Some(true) {
                return Err(Failure::UnderWay(in_flight_sentence(key)));
            }
        }
        let rows = tx
            .ask(
                "SELECT asked, status, etag, location, body FROM idempotency WHERE tenant_id = $1 AND account_id = $2 AND key = $3",
                &[Bound::Text(account.clone()), Bound::Text(key.clone())],
            )
            .await?;
        let Some(row) = rows.first() else { return Ok(None) };
        if row.bytes(0)? != Some(self.asked.as_slice()) {
            let message = "this `Idempotency-Key` was used for another request; choose a new one";
            return Err(Reason::new(Code::RequestConflict, "", message).into());
        }
        Ok(Some(Answer {
            status: row
                .whole(1)?
                .and_then(|status| u16::try_from(status).ok())
                .unwrap_or(200),
            etag: row.text(2)?.map(str::to_owned),
            location: row.text(3)?.map(str::to_owned),
            body: row.bytes(4)?.unwrap_or_default().to_vec(),
        }))
    }

    /// Keeps what is answered, with what it is the answer to.
    pub(crate) async fn keep(&self, tx: &mut TenantTx<'_>, answer: &Answer) -> Result<(), Failure> {
        let (_, account, key) = &self.whose;
        let values = [
            Bound::Text(account.clone()),
            Bound::Text(key.clone()),
            Bound::Bytes(self.asked.clone()),
            Bound::Whole(i64::from(answer.status)),
            Bound::text(answer.etag.as_deref()),
            Bound::text(answer.location.as_deref()),
            Bound::Bytes(answer.body.clone()),
            Bound::Whole(self.now),
        ];
        tx.tell(
            "INSERT INTO idempotency (tenant_id, account_id, key, asked, status, etag, location, body, created_at) VALUES ($1, $2, \
             $3, $4, $5, $6, $7, $8, $9)",
            &values,
        )
        .await?;
        Ok(())
    }
}

impl Drop for Once {
    fn drop(&mut self) {
        let mut keys = self.in_flight.0.lock().unwrap_or_else(PoisonError::into_inner);
        keys.remove(&self.whose);
    }
}

fn first_eight(hash: &[u8]) -> [u8; 8] {
    let mut first = [0; 8];
    for (own, byte) in first.iter_mut().zip(hash) {
        *own = *byte;
    }
    first
}

fn in_flight_sentence(key: &str) -> String {
    format!("the request under the key `{key}` is being carried out just now; ask again in a moment")
}
