//! What the screens of a pack are drawn from, and what one needs for a record and for a new one: as core tells it for the caller.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use ratebook::records::{PackScreensRequest, RecordForm, RecordFormRequest};
use ratebook::{Code, Reason};

use serde_json::{Value, json};

use super::desk::Desk;
use super::parameters::Parameters;
use crate::platform::caller::{Caller, Comer};
use crate::problem::Problem;
use crate::state::App;
use crate::store::json;
use crate::store::{Failure, Record};

impl Desk {
    /// The form of a record with nothing hidden, or of a new one.
    fn form(&self, record: Option<Record>) -> Result<RecordForm, Failure> {
        let mut request = RecordFormRequest::new(self.entity()?.name(), self.caller.actor.clone(), self.now);
        request.record = record;
        Ok(self.pack().form(&request)?)
    }
}

/// `GET /v1/screens`: the entities that the caller may see.
pub(super) async fn screens(
    State(app): State<App>,
    caller: Caller,
    RawQuery(address): RawQuery,
) -> Result<Json<Value>, Problem> {
    Parameters::read(address.as_deref())?.finish()?;
    let request = PackScreensRequest::new(caller.actor.clone(), app.now());
    let items = json::value(&caller.pack.screens(&request)?)?;
    Ok(Json(json!({ "items": items })))
}

/// `GET /v1/{plural}/form`: for a new record.
pub(super) async fn of_new(
    State(app): State<App>,
    Comer(caller): Comer,
    Path(plural): Path<String>,
    RawQuery(address): RawQuery,
) -> Result<Json<RecordForm>, Problem> {
    let desk = Desk::of(&app, caller, &plural)?;
    Parameters::read(address.as_deref())?.finish()?;
    match desk.form(None) {
        Ok(form) => Ok(Json(form)),
        // That there is such an entity everybody may know.
        Err(Failure::Refused(error)) if error.code() == Code::RecordsNotFound => {
            let name = format!("{}:read", desk.entity()?.plural());
            let message = format!("`{name}` is needed, and the actor does not hold it");
            let reason = Reason::new(Code::TenancyPermissionMissing, "/actor", message);
            Err(Failure::from(reason.with("permission", name)).into())
        }
        Err(failure) => Err(failure.into()),
    }
}

/// `GET /v1/{plural}/{id}/form`: for a record as it is by now.
pub(super) async fn of_one(
    State(app): State<App>,
    Comer(caller): Comer,
    Path((plural, id)): Path<(String, String)>,
    RawQuery(address): RawQuery,
) -> Result<Json<RecordForm>, Problem> {
    let desk = Desk::of(&app, caller, &plural)?;
    Parameters::read(address.as_deref())?.finish()?;
    let id = desk.id(&id)?;
    let plan = Arc::new(desk.plan(&desk.query()?)?);
    desk.settle_before_reading(id, &plan).await;
    let whole = desk.whole_plan(false)?;
    let (tenant, working) = (desk.caller.tenant, desk.clone());
    let read = app.store.read(tenant, move |mut tx| {
        Box::pin(async move {
            let known = tx.one(working.pack(), &plan, id).await?.is_some();
            let record = match known {
                true => tx.one(working.pack(), &whole, id).await?,
                false => None,
            };
            match record {
                Some(record) => json::read::<Record>(&record),
                None => Err(working.went(&mut tx, id).await?),
            }
        })
    });
    let record = read.await?;
    Ok(Json(desk.form(Some(record))?))
}
