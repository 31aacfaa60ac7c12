//! Effects that make a document of a record: it is set in the rights of a role, kept as a file, and named by a field of the record, in one
//! transaction with the end of its job.

use std::sync::Arc;

use ratebook::flow::{MachineEffect, RetryPolicy};
use ratebook::records::Deed;
use serde_json::Value;

use super::{Carried, Carrying, Connector, Job, desk_of, engine_of};
use crate::platform::accounts::id_of;
use crate::platform::files::take_in;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::records::follow::MOST_CHAINED;
use crate::state::App;
use crate::store::Failure;

const NAME: &str = "make_document";
const PDF: &str = "application/pdf";
/// From this status on it is not the document that is at fault.
const UNABLE: u16 = 500;

/// Whoever has documents made.
#[derive(Debug)]
pub(super) struct Making;

/// What is to be made.
#[derive(Clone, Debug)]
struct Wanted {
    document: String,
    field: String,
    role: String,
    language: Option<String>,
    /// The letter that is sent with it.
    letter: Option<String>,
}

impl Connector for Making {
    fn names(&self) -> &[&'static str] {
        &[NAME]
    }

    fn is_own(&self) -> bool {
        false
    }

    fn leads_outside(&self) -> bool {
        false
    }

    fn retries(&self) -> RetryPolicy {
        RetryPolicy::new(vec![5, 30, 300, 1_800, 7_200])
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(make(app, job))
    }
}

impl Wanted {
    fn read(job: &Job) -> Result<Wanted, String> {
        let with = job.body.get("with").and_then(Value::as_object);
        let given = |name: &str| {
            let value = with.and_then(|with| with.get(name)).and_then(Value::as_str);
            value.map(str::to_owned)
        };
        let text = |name: &str| given(name).ok_or_else(|| format!("`{NAME}` needs `{name}`"));
        Ok(Wanted {
            document: text("document")?,
            field: text("field")?,
            role: text("as_role")?,
            language: given("language"),
            letter: given("letter"),
        })
    }
}

async fn make(app: &App, job: &Job) -> Result<Carried, Failure> {
    let wanted = match Wanted::read(job) {
        Ok(wanted) => wanted,
        Err(why) => return Ok(Carried::Useless(why)),
    };
    let chain = job.body.get("chain").and_then(Value::as_u64).unwrap_or(0);
    if chain >= MOST_CHAINED {
        let why = format!("{MOST_CHAINED} effects have followed from each other: they go in a circle");
        return Ok(Carried::Useless(why));
    }
    let text = |name: &str| job.body.get(name).and_then(Value::as_str).unwrap_or_default();
    let Some(id) = id_of(text("record")) else {
        return Ok(Carried::Useless("it names no record".to_owned()));
    };
    let caller = engine_of(app, job.tenant, text("entity")).await?;
    let Some(desk) = desk_of(app, &caller, text("entity")) else {
        return Ok(Carried::Useless("the pack has no such records any more".to_owned()));
    };
    // What is printed is what the role may read.
    let reader = desk.of_role(Some(&wanted.role), format!("document:{}", wanted.document))?;
    let made = reader.made(id, (&wanted.document, wanted.language.as_deref())).await;
    let (name, pdf) = match made {
        Ok(made) => made,
        Err(problem) => return Ok(unmade(&problem)),
    };
    // Where the job ends with somebody else, nothing names the file, and it is swept.
    let file = match take_in(app, &desk.caller, (&name, PDF), &pdf).await {
        Ok(file) => file,
        Err(Failure::Refused(error)) => return Ok(Carried::Failed(error.to_string())),
        Err(failure) => return Err(failure),
    };
    let (store, whose) = (app.store.clone(), desk.caller.whose());
    let (desk, own) = (Arc::new(desk.behind(chain + 1)), Arc::new((job.clone(), wanted)));
    let done = store.write_again(whose, move |mut tx| {
        let (desk, own) = (Arc::clone(&desk), Arc::clone(&own));
        Box::pin(async move {
            let (job, wanted) = &*own;
            let set = Deed::Set {
                field: wanted.field.clone(),
                value: crate::platform::auth::written(file).into(),
            };
            desk.carry_out(&mut tx, id, &set).await?;
            send(&desk, &mut tx, (id, job), wanted)?;
            job.done_in(&mut tx, desk.now.microseconds(), "made").await
        })
    });
    match done.await {
        Ok(()) => Ok(Carried::Kept),
        // The rules of a pack refuse it, and will again.
        Err(Failure::Refused(error)) => Ok(Carried::Useless(error.to_string())),
        Err(failure) => Err(failure),
    }
}

/// Has the letter sent that waits for the document, once it is there.
fn send(
    desk: &Desk,
    tx: &mut crate::store::TenantTx<'_>,
    (id, job): ([u8; 16], &Job),
    wanted: &Wanted,
) -> Result<(), Failure> {
    let Some(letter) = &wanted.letter else { return Ok(()) };
    let mut effect = MachineEffect::new("notify");
    effect.with.insert("template".to_owned(), letter.as_str().into());
    desk.send_effect(tx, id, &effect, Some(&format!("{} letter", job.key)))
}

/// What becomes of a job whose document was not made.
fn unmade(problem: &Problem) -> Carried {
    let told = problem.reasons().next();
    let why = told.map_or_else(|| problem.code().to_string(), |reason| reason.message.clone());
    match problem.status() {
        UNABLE.. => Carried::Failed(why),
        _ => Carried::Useless(why),
    }
}
