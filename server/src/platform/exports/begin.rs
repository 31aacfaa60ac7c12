//! Somebody asks for a file: whether they may is looked at before it is kept with the job that makes it, and again when it is made.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Response};
use axum::response::IntoResponse;
use ratebook::{Code, Reason};
use serde_json::json;

use super::asked::{Asked, Source};
use super::{KEPT, MOST_UNDER_WAY, NAME, entry, row_of, told};
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::platform::form::Fields;
use crate::platform::jobs::NewJob;
use crate::platform::letters::Letter;
use crate::platform::members;
use crate::platform::standing::later::Asker;
use crate::problem::Problem;
use crate::records::answer::Answer;
use crate::records::desk::Desk;
use crate::records::keep::new_id;
use crate::records::once::Once;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, Own, TenantTx, json as kept_json};

/// So many members are told of a file besides whoever asks.
const MOST_READERS: usize = 20;

/// What somebody asks for, and who is told.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub(super) asker: Asker,
    pub(super) asked: Asked,
    pub(super) readers: Vec<String>,
    pub(super) mail: bool,
    pub(super) desk: Desk,
}

impl Wish {
    /// Reads one, and looks whether whoever asks may have it now.
    pub(super) async fn read(app: &App, caller: &Caller, mut fields: Fields) -> Result<Wish, Problem> {
        let asked = Asked::read(&mut fields);
        let readers = fields.texts_if_given("readers").unwrap_or_default();
        let mail = fields.truth_if_given("mail").unwrap_or(false);
        if readers.len() > MOST_READERS {
            let message = format!("at most {MOST_READERS} members are told of it");
            fields.fault(Code::RequestRange, "readers", message);
        }
        if mail && !Letter::is_sent(app) {
            let message = "nobody sends mail here; see the setting `smtp`";
            fields.fault(Code::RequestRange, "mail", message);
        }
        for (place, reader) in readers.iter().enumerate().take(MOST_READERS) {
            let is_member = match id_of(reader) {
                Some(id) => members::is_member(app, caller.tenant, id).await?,
                None => false,
            };
            if !is_member {
                let message = "this is no member; `GET /v1/members` tells their ids";
                fields.fault(Code::RecordsNotFound, &format!("readers/{place}"), message);
            }
        }
        fields.finish()?;
        if app.files.place.is_none() {
            let message = "no place is set where files could lie; see the setting `files`";
            return Err(Failure::Busy(message.to_owned()).into());
        }
        let asker = Asker::of(caller)?;
        let source = asked.source((app, caller), app.now())?;
        if matches!(source, Source::Document { .. }) && app.documents.program().is_none() {
            let message = "no program that sets documents is there";
            return Err(Problem::of_reason(501, Reason::new(Code::RecordsDocument, "", message)));
        }
        Ok(Wish {
            asker,
            readers,
            mail,
            desk: source.desk().clone(),
            asked,
        })
    }
}

/// `POST /v1/exports`
pub(super) async fn begin(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response<Body>, Problem> {
    let wish = Wish::read(&app, &caller, fields).await?;
    let asked = format!(
        "exports {} {:?} {} {:?}",
        kept_json::text(&wish.asked)?,
        wish.readers,
        wish.mail,
        caller.actor.roles
    );
    let once = Arc::new(Once::of(&wish.desk, &headers, &[asked.as_bytes()])?);
    let (store, whose) = (app.store.clone(), caller.whose());
    let own = Arc::new((app, caller, wish));
    let begun = store.write_again(whose, move |mut tx| {
        let (own, once) = (Arc::clone(&own), Arc::clone(&once));
        Box::pin(async move {
            if let Some(once) = &*once
                && let Some(before) = once.before(&mut tx).await?
            {
                return Ok(before);
            }
            let (app, caller, wish) = &*own;
            let answer = keep(&mut tx, app, caller, wish).await?;
            if let Some(once) = &*once {
                once.keep(&mut tx, &answer).await?;
            }
            Ok(answer)
        })
    });
    Ok(begun.await?.into_response())
}

const UNDER_WAY: &str = "SELECT count(*) FROM exports e WHERE e.tenant_id = $1 AND e.finished_at IS NULL AND NOT EXISTS (SELECT 1 FROM jobs j \
    WHERE j.tenant_id = e.tenant_id AND j.name = 'export' AND j.key = e.job_key AND j.state IN ('dead', 'cancelled'))";

async fn keep(tx: &mut TenantTx<'_>, app: &App, caller: &Caller, wish: &Wish) -> Result<Answer, Failure> {
    if tx.count(UNDER_WAY, &[]).await? >= MOST_UNDER_WAY {
        let message = format!("{MOST_UNDER_WAY} exports are under way already; wait for one of them, or cancel it");
        let reason = Reason::new(Code::TenancyQuota, "", message).with("quota", "exports");
        return Err(reason.with("limit", MOST_UNDER_WAY).into());
    }
    let (id, now) = (new_id(), app.now().microseconds());
    let [who, key, roles] = wish.asker.values();
    let values = [
        Bound::Id(id),
        who,
        key,
        roles,
        Bound::Text(kept_json::text(&wish.asked)?),
        Bound::Text(json!(wish.readers).to_string()),
        Bound::Truth(wish.mail),
        Bound::Text(written(id)),
        Bound::Whole(now),
        Bound::Whole(now.saturating_add(KEPT)),
    ];
    let text = "INSERT INTO exports (tenant_id, id, asked_by, key_id, roles, asked, readers, mail, state, row_count, job_key, created_at, \
                expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, $9, $10, $11)";
    tx.tell(text, &values).await?;
    job_of(id).keep_in(tx, now, &app.connectors).await?;
    let changes = json!([{"field": "asked", "after": wish.asked}, {"field": "readers", "after": wish.readers}]);
    let by = (caller.actor.id.clone(), now);
    tx.enter(entry((id, Own::Export), by, "began", &changes));
    let told = told(&row_of(tx, &caller.actor.id, id).await?)?;
    Ok(Answer {
        status: 202,
        etag: None,
        location: Some(format!("/v1/exports/{}", written(id))),
        body: told.to_string().into_bytes(),
    })
}

/// The job that makes one.
pub(super) fn job_of(id: [u8; 16]) -> NewJob {
    NewJob {
        name: NAME.to_owned(),
        key: written(id),
        lane: Some(NAME.to_owned()),
        body: json!({"export": written(id)}),
    }
}
