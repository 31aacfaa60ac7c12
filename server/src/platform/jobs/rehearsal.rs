//! What the rules of a pack would do: asked for one record, and nothing of it done.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use ratebook::flow::AutomationTrigger;
use ratebook::form::{self, Family};
use ratebook::{Code, Error, Reason};
use serde_json::Value;

use super::automation::Occasion;
use crate::platform::caller::Caller;
use crate::platform::form::Fields;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::state::App;
use crate::store::json;
use crate::store::{Failure, Record};

/// By what the runs of a rehearsal are known: nothing is kept under it.
const KEY: &str = "rehearsal";

/// `POST /v1/automation/rehearse`: by whoever may look at what is done by itself, of a record that they may read. What the rules look
/// at has to be theirs to see: what a rule would do tells it.
pub(super) async fn rehearse(State(app): State<App>, caller: Caller, mut fields: Fields) -> Result<Response, Problem> {
    let (entity, id) = (fields.text("entity"), fields.text("id"));
    let trigger = fields.object("trigger");
    fields.finish()?;
    let trigger = trigger_of(trigger)?;
    let Some(desk) =
        Desk::named(&app, &caller, &entity).filter(|desk| desk.entity().is_ok_and(|own| !own.is_platform()))
    else {
        let shown: String = entity.chars().take(50).collect();
        let message = format!("the pack has no records `{shown}` of a tenant's");
        return Err(Error::new(Code::RequestUnknown, "/entity", message).into());
    };
    let record = record_of(&desk, &id).await?;
    all_is_seen(&desk, &record)?;
    let occasion = Occasion {
        key: KEY.to_owned(),
        triggers: vec![trigger],
        actor: Some(caller.actor.id.clone()),
        followed: None,
    };
    let run = desk.pack().automate(&desk.rules(record, &occasion)?)?;
    Ok(Json(run).into_response())
}

fn trigger_of(given: Value) -> Result<AutomationTrigger, Error> {
    form::read(given, Family::Request).map_err(|error| error.under("/trigger"))
}

/// The whole record, where the caller may read it.
async fn record_of(desk: &Desk, id: &str) -> Result<Record, Failure> {
    let id = desk.id(id)?;
    // Whoever may read none of them learns of none.
    let Ok(plan) = desk.plan(&desk.query()?) else {
        return Err(desk.not_found()?);
    };
    let (own, whole) = (desk.clone(), desk.whole_plan(false)?);
    let found = desk.app.store.read(desk.caller.tenant, move |mut tx| {
        Box::pin(async move {
            match tx.one(own.pack(), &plan, id).await? {
                Some(_) => tx.one(own.pack(), &whole, id).await,
                None => Ok(None),
            }
        })
    });
    match found.await? {
        Some(found) => json::read(&found),
        None => Err(desk.not_found()?),
    }
}

fn all_is_seen(desk: &Desk, record: &Record) -> Result<(), Failure> {
    let hidden = desk.hidden(record)?;
    let mut facts = desk.pack().automation_facts(desk.entity()?.name());
    if facts.any(|fact| hidden.iter().any(|hidden| hidden == fact)) {
        let message = "the rules look at what is hidden from you in this record; what they would do would tell it";
        return Err(Reason::new(Code::TenancyPermissionMissing, "", message).into());
    }
    Ok(())
}
