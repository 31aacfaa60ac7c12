//! A secret is shown to whom its field names. That it was is written down in the transaction in which it is read, and what it is nowhere.

use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::http::{Response, header};
use axum::response::IntoResponse;
use ratebook::records::RecordChange;
use ratebook::{Code, Error, Reason, place};
use serde_json::{Value, json};

use super::change::{AtDesk, JSON};
use super::desk::Desk;
use crate::problem::Problem;
use crate::store::secret::Secret;
use crate::store::{Failure, Record, TenantTx};

/// `POST /v1/{plural}/{id}/reveal`: `{"field": "pin"}`. It is read anew whenever it is asked for: no key brings it back.
pub(super) async fn reveal(at: AtDesk, body: Body) -> Result<Response<Body>, Problem> {
    let wanted = Arc::new(wanted(at.sent(body, &[JSON]).await?));
    let (id, desk) = (at.id()?, Arc::new(at.desk));
    let (store, whose) = (desk.app.store.clone(), desk.caller.whose());
    let shown = store.write_again(whose, move |mut tx| {
        let (wanted, desk) = (Arc::clone(&wanted), Arc::clone(&desk));
        Box::pin(async move { desk.revealed(&mut tx, id, &wanted).await })
    });
    let (field, value) = shown.await?;
    let never_kept = [(header::CACHE_CONTROL, "no-store")];
    Ok((never_kept, Json(json!({"field": field, "value": value}))).into_response())
}

/// The name of the field. What is wrong with it is told once it is known that the record is there to which it was sent.
fn wanted(mut sent: Record) -> Result<String, Error> {
    let mut reasons = Vec::new();
    let field = match sent.remove("field") {
        Some(Value::String(field)) => field,
        Some(_) => {
            let message = "`field` is the name of a field";
            reasons.push(Reason::new(Code::RequestType, "/field", message));
            String::new()
        }
        None => {
            let message = "the field `field` is missing: the name of the secret";
            reasons.push(Reason::new(Code::RequestMissing, "/field", message));
            String::new()
        }
    };
    for name in sent.keys().take(20) {
        let shown: String = name.chars().take(50).collect();
        let message = format!("there is no field `{shown}` here; there is only `field`");
        reasons.push(Reason::new(Code::RequestUnknown, place(&shown), message));
    }
    Error::unless_empty(reasons).map(|()| field)
}

impl Desk {
    /// A secret of a record, once it is written down that the caller is shown it.
    async fn revealed(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        wanted: &Result<String, Error>,
    ) -> Result<(String, Option<String>), Failure> {
        let (pack, entity, caller) = (self.pack(), self.entity()?, &self.caller);
        let query = self.query()?;
        let seen = self.plan(&query)?;
        pack.may_reveal(entity.name(), &caller.actor, &caller.holder)?;
        self.settle_before_changing(tx, id).await?;
        if tx.one(pack, &seen, id).await?.is_none() {
            return Err(self.went(tx, id).await?);
        }
        let name = wanted.clone()?;
        let plan = pack.reveal(&query, &name, &caller.holder)?;
        match tx.secret(self.target()?, &plan, id).await? {
            None => Err(self.went(tx, id).await?),
            Some(Secret::Hidden) => match entity.field(&name) {
                Some(field) => Err(field.unrevealed().into()),
                None => Err(self.not_found()?),
            },
            Some(Secret::Shown(value)) => {
                let told = format!("{}:revealed", entity.name());
                self.enter(tx, (id, &told), &[RecordChange::new(&name)])?;
                Ok((name, value))
            }
        }
    }
}
