//! Where mail of a tenant arrives: opened, looked at and closed by those of its members who may.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lettre::Address;
use ratebook::records::InboundDefinition;
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::address::LONGEST_OWN;
use super::hash_of;
use crate::platform::accounts::{folded, is_email};
use crate::platform::audit::{self, Happened, Own};
use crate::platform::auth::{random, unkept};
use crate::platform::caller::Caller;
use crate::platform::form::Fields;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells};

type Answer = Result<Response, Problem>;

pub(super) const READS: &str = "settings:read";
pub(super) const WRITES: &str = "settings:write";
/// No name of a mail server is longer.
const LONGEST_SERVER: usize = 253;
/// How a key begins, so that whoever finds one knows what it is.
const MARK: &str = "rk_inbox_";

fn none() -> Failure {
    let message = "the pack takes no mail under this name";
    Reason::new(Code::RecordsNotFound, "", message).into()
}

/// What is said of an inbox: nothing where nothing is, and nothing in it where that is to be none.
#[derive(Clone, Debug)]
struct Said {
    /// The e-mail whose mail arrives there.
    address: Option<Option<String>>,
    /// The mail server that is believed.
    server: Option<Option<String>>,
}

impl Said {
    fn read(fields: &mut Fields) -> Said {
        let address = fields.text_or_null("address");
        let address = address.map(|address| address.map(|address| folded(&address)));
        if let Some(address) = address.as_ref().and_then(Option::as_deref)
            && !is_address(address)
        {
            let message = format!(
                "an address is one such as `desk@example.com`, with at most {LONGEST_OWN} letters before its `@`"
            );
            fields.fault(Code::RequestRange, "address", message);
        }
        let server = fields.text_or_null("authserv_id");
        let server = server.map(|server| server.map(|server| server.trim().to_ascii_lowercase()));
        if let Some(server) = server.as_ref().and_then(Option::as_deref)
            && !is_server(server)
        {
            let message =
                "a mail server is named as it names itself in `Authentication-Results`, such as `mx.example.com`";
            fields.fault(Code::RequestRange, "authserv_id", message);
        }
        Said { address, server }
    }

    /// What changes by it.
    fn changes(&self) -> Value {
        let said = [("address", &self.address), ("authserv_id", &self.server)];
        let said = said
            .into_iter()
            .filter_map(|(field, value)| Some((field, value.as_ref()?)));
        said.map(|(field, value)| json!({"field": field, "after": value}))
            .collect()
    }
}

/// Also for whoever writes it into a letter.
fn is_address(text: &str) -> bool {
    let has_room = text.find('@').is_some_and(|length| length <= LONGEST_OWN);
    has_room && is_email(text) && text.parse::<Address>().is_ok()
}

fn is_server(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    (1..=LONGEST_SERVER).contains(&text.len()) && text.bytes().all(is_plain)
}

fn told(inbound: &InboundDefinition, row: Option<&AnyRow>) -> Result<Value, Failure> {
    let text = |place: usize| Ok::<_, Failure>(row.map(|row| row.text(place)).transpose()?.flatten());
    let opened = row.map(|row| row.whole(3)).transpose()?.flatten();
    Ok(json!({
        "name": inbound.name,
        "label": inbound.label,
        "entity": inbound.entity,
        "address": text(1)?,
        "authserv_id": text(2)?,
        "opened_at": opened.and_then(Instant::from_microseconds),
    }))
}

/// What is told of one, in this order.
macro_rules! selected {
    ($rest:literal) => {
        concat!(
            "SELECT name, address, authserv_id, opened_at FROM inboxes WHERE tenant_id = $1 ",
            $rest
        )
    };
}

/// `GET /v1/inboxes`: where the pack takes mail, and since when it arrives there.
pub(super) async fn list(State(app): State<App>, caller: Caller) -> Answer {
    let found = app.store.read(caller.tenant, |mut tx| {
        Box::pin(async move { tx.ask(selected!("ORDER BY name"), &[]).await })
    });
    let rows = found.await?;
    let mut items = Vec::new();
    for inbound in &caller.pack.definition().inbound {
        let mut own = None;
        for row in &rows {
            if row.text(0).map_err(Failure::from)? == Some(inbound.name.as_str()) {
                own = Some(row);
            }
        }
        items.push(told(inbound, own)?);
    }
    Ok(Json(json!({"items": items})).into_response())
}

async fn read(tx: &mut PlatformTx<'_>, caller: &Caller, inbound: &InboundDefinition) -> Result<Value, Failure> {
    let key = [Bound::Id(caller.tenant), Bound::Text(inbound.name.clone())];
    let rows = tx.ask(selected!("AND name = $2"), &key).await?;
    told(inbound, rows.first())
}

/// `PUT /v1/inboxes/{name}`: mail arrives there from now on, by a key that is told this once; the one before is none any more. What is not
/// said stays as it was.
pub(super) async fn open(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    mut fields: Fields,
) -> Answer {
    let inbound = caller.pack.inbound(&name).cloned().ok_or_else(none)?;
    let said = Said::read(&mut fields);
    fields.finish()?;
    let key = format!("{MARK}{}", URL_SAFE_NO_PAD.encode(random()?));
    let (now, hash) = (app.now(), hash_of(&key).to_vec());
    let opened = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let changes = said.changes();
            let says_address = Bound::Truth(said.address.is_some());
            let says_server = Bound::Truth(said.server.is_some());
            let values = [
                Bound::Id(caller.tenant),
                Bound::Text(name.clone()),
                Bound::Bytes(hash),
                Bound::text(said.address.flatten().as_deref()),
                Bound::text(said.server.flatten().as_deref()),
                Bound::Text(caller.actor.id.clone()),
                Bound::Whole(now.microseconds()),
                says_address,
                says_server,
            ];
            let text = "INSERT INTO inboxes (tenant_id, name, hash, address, authserv_id, opened_by, opened_at) VALUES ($1, $2, $3, $4, $5, \
                        $6, $7) ON CONFLICT (tenant_id, name) DO UPDATE SET hash = excluded.hash, address = CASE WHEN $8 THEN \
                        excluded.address ELSE inboxes.address END, authserv_id = CASE WHEN $9 THEN excluded.authserv_id ELSE \
                        inboxes.authserv_id END, opened_by = excluded.opened_by, opened_at = excluded.opened_at";
            tx.tell(text, &values).await?;
            note(&mut tx, &caller, (&name, now), ("opened", changes)).await?;
            read(&mut tx, &caller, &inbound).await
        })
    });
    let mut opened = opened.await?;
    if let Some(opened) = opened.as_object_mut() {
        opened.insert("path".to_owned(), format!("/v1/inbound/{key}").into());
        opened.insert("key".to_owned(), key.into());
    }
    Ok((unkept(), Json(opened)).into_response())
}

/// `PATCH /v1/inboxes/{name}`: another address, or another mail server that is believed. The key stays.
pub(super) async fn change(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    mut fields: Fields,
) -> Answer {
    let inbound = caller.pack.inbound(&name).cloned().ok_or_else(none)?;
    let said = Said::read(&mut fields);
    fields.finish()?;
    let now = app.now();
    let changed = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let changes = said.changes();
            let values = [
                Bound::Id(caller.tenant),
                Bound::Text(name.clone()),
                Bound::Truth(said.address.is_some()),
                Bound::text(said.address.flatten().as_deref()),
                Bound::Truth(said.server.is_some()),
                Bound::text(said.server.flatten().as_deref()),
            ];
            let text = "UPDATE inboxes SET address = CASE WHEN $3 THEN $4 ELSE address END, authserv_id = CASE WHEN $5 THEN $6 ELSE \
                        authserv_id END WHERE tenant_id = $1 AND name = $2";
            if tx.tell(text, &values).await? == 0 {
                return Err(closed());
            }
            note(&mut tx, &caller, (&name, now), ("updated", changes)).await?;
            read(&mut tx, &caller, &inbound).await
        })
    });
    Ok(Json(changed.await?).into_response())
}

fn closed() -> Failure {
    let message = "no mail arrives there; open it first, by `PUT`";
    Reason::new(Code::RecordsNotFound, "", message).into()
}

/// `DELETE /v1/inboxes/{name}`: mail arrives there no more, also where a pack that had it has it no more.
pub(super) async fn close(State(app): State<App>, caller: Caller, Path(name): Path<String>) -> Answer {
    let now = app.now();
    let gone = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let key = [Bound::Id(caller.tenant), Bound::Text(name.clone())];
            let text = "DELETE FROM inboxes WHERE tenant_id = $1 AND name = $2";
            if tx.tell(text, &key).await? == 0 {
                return Err(closed());
            }
            note(&mut tx, &caller, (&name, now), ("closed", json!([]))).await
        })
    });
    gone.await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn note(
    tx: &mut PlatformTx<'_>,
    caller: &Caller,
    (name, at): (&str, Instant),
    (action, changes): (&'static str, Value),
) -> Result<(), Failure> {
    let happened = Happened {
        at: at.microseconds(),
        tenant: caller.tenant,
        actor: caller.actor.id.clone(),
        entity: Own::Inbox,
        action,
        // An inbox has a name and no id: what happens to one of a name is one history.
        record: hash_of(name).first_chunk().copied().unwrap_or_default(),
        changes,
    };
    audit::keep(tx, happened).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_room_for_a_record_behind_it() {
        assert!(is_address("desk@example.com"));
        assert!(is_address(&format!("{}@example.com", "d".repeat(LONGEST_OWN))));
        assert!(!is_address(&format!("{}@example.com", "d".repeat(LONGEST_OWN + 1))));
        for wrong in ["desk", "desk(1)@example.com", "a..b@example.com", "desk.@example.com"] {
            assert!(!is_address(wrong), "{wrong}");
        }
        for (name, is_fine) in [
            ("mx.example.com", true),
            ("mx1", true),
            ("", false),
            ("mx example", false),
            ("mx;x", false),
        ] {
            assert_eq!(is_server(name), is_fine, "{name}");
        }
    }
}
