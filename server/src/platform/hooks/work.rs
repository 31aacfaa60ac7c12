//! What is done of what was told, as the pack says and in the rights of the role that it names: all of it in one transaction with the end of
//! its job, so that it is done once whatever breaks.

use std::sync::Arc;

use ratebook::Code;
use ratebook::Reason;
use ratebook::flow::RetryPolicy;
use ratebook::records::WebhookStep;
use serde_json::Value;

use super::body_of;
use crate::platform::accounts::id_of;
use crate::platform::jobs::{Carried, Carrying, Connector, Job, desk_of, engine_of};
use crate::records::desk::Desk;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, Record, RowCells, TenantTx, json};

pub(super) const NAME: &str = "webhook_event";

/// Whoever does what others tell.
#[derive(Debug)]
pub(in crate::platform) struct Work;

impl Connector for Work {
    fn names(&self) -> &[&'static str] {
        &[NAME]
    }

    fn is_own(&self) -> bool {
        true
    }

    fn leads_outside(&self) -> bool {
        false
    }

    /// What it is about may be kept a moment later.
    fn retries(&self) -> RetryPolicy {
        RetryPolicy::new(vec![5, 60, 300, 1_800, 7_200])
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(carry(app, job))
    }
}

/// What was told.
struct Told {
    id: [u8; 16],
    source: String,
    kind: Option<String>,
    body: String,
}

async fn told(app: &App, job: &Job) -> Result<Option<Told>, Failure> {
    let id = job.body.get("event").and_then(Value::as_str).and_then(id_of);
    let Some(id) = id else { return Ok(None) };
    let values = [Bound::Id(job.tenant), Bound::Id(id)];
    let rows = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            let text =
                "SELECT source, kind, body FROM webhook_events WHERE tenant_id = $1 AND id = $2 AND body IS NOT NULL";
            tx.ask(text, &values).await
        })
    });
    let rows = rows.await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let body = app
        .vault
        .open(&body_of(job.tenant, id), row.bytes(2)?.unwrap_or_default())?;
    Ok(Some(Told {
        id,
        source: row.text(0)?.unwrap_or_default().to_owned(),
        kind: row.text(1)?.map(str::to_owned),
        body: String::from_utf8(body).map_err(|_| Failure::defect("a body that is no text"))?,
    }))
}

async fn carry(app: &App, job: &Job) -> Result<Carried, Failure> {
    let Some(told) = told(app, job).await? else {
        return Ok(Carried::Useless("what it said is kept no more".to_owned()));
    };
    let caller = engine_of(app, job.tenant, "").await?;
    let steps = caller
        .pack
        .webhook_steps(&told.source, told.kind.as_deref(), &told.body);
    let steps = match (steps, caller.pack.webhook_source(&told.source)) {
        (Ok(steps), Some(source)) => {
            let mut placed = Vec::new();
            for step in steps {
                let Some(desk) = desk_of(app, &caller, &step.entity) else {
                    return Ok(Carried::Useless("the pack has no such records any more".to_owned()));
                };
                let by = format!("webhook:{}", source.name);
                placed.push((desk.of_role(Some(&source.as_role), by)?, step));
            }
            placed
        }
        _ => return Ok(Carried::Useless("the pack has no such source any more".to_owned())),
    };
    let (store, whose, now) = (app.store.clone(), caller.whose(), app.now().microseconds());
    let own = Arc::new((steps, job.clone(), told.id));
    let done = store.write_again(whose, move |mut tx| {
        let own = Arc::clone(&own);
        Box::pin(async move {
            let (steps, job, id) = &*own;
            let mut done = Vec::new();
            for (desk, step) in steps {
                done.push(desk.does_by_webhook(&mut tx, step).await?);
            }
            let told = match done.is_empty() {
                true => "nothing is done of it".to_owned(),
                false => done.join(", "),
            };
            let text = "UPDATE webhook_events SET done_at = $3, told = $4 WHERE tenant_id = $1 AND id = $2";
            let values = [Bound::Id(*id), Bound::Whole(now), Bound::Text(told.clone())];
            tx.tell(text, &values).await?;
            job.done_in(&mut tx, now, &told).await
        })
    });
    match done.await {
        Ok(()) => Ok(Carried::Kept),
        // What it is about may not be there yet.
        Err(Failure::Refused(error)) if error.code() == Code::RecordsNotFound => Ok(Carried::Failed(error.to_string())),
        // The rules of the pack refuse it, and will again.
        Err(Failure::Refused(error)) => Ok(Carried::Useless(error.to_string())),
        Err(failure) => Err(failure),
    }
}

impl Desk {
    /// Does one thing of what was told, by the role.
    async fn does_by_webhook(&self, tx: &mut TenantTx<'_>, step: &WebhookStep) -> Result<String, Failure> {
        let name = self.entity()?.name();
        let (Some(field), Some(value)) = (&step.field, &step.value) else {
            self.create(tx, None, &step.given).await?;
            return Ok(format!("made a `{name}`"));
        };
        let id = self.found_by(tx, field, value).await?;
        match &step.event {
            Some(event) => self.fire(tx, id, (event, &step.given), None).await.map(drop)?,
            None => self.change(tx, id, &step.given, false, None).await.map(drop)?,
        }
        let what = step.event.as_deref().unwrap_or("changed");
        Ok(format!("`{name}`: {what}"))
    }

    /// The one record that has a value in a field.
    async fn found_by(&self, tx: &mut TenantTx<'_>, field: &str, value: &str) -> Result<[u8; 16], Failure> {
        if field == "id" {
            return self.id(value);
        }
        // What several values are written with names none.
        if value.is_empty() || value.contains(',') || value.trim() != value {
            return Err(self.not_found()?);
        }
        let mut query = self.query()?;
        query.filter.insert(field.to_owned(), value.to_owned());
        (query.fields, query.limit) = (vec![field.to_owned()], Some(2));
        let plan = self.plan(&query)?;
        let page = tx.page(self.pack(), &plan).await?;
        let found: Vec<Record> = json::read(&page.items)?;
        match found.as_slice() {
            [only] => self.id(only.get("id").and_then(Value::as_str).unwrap_or_default()),
            [] => Err(self.not_found()?),
            _ => {
                let message = format!("several records have this `{field}`; nobody knows which one is meant");
                Err(Reason::new(Code::RequestConflict, "", message).into())
            }
        }
    }
}
