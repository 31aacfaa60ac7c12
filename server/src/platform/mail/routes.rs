//! Whether letters arrive, tried by whoever runs the installation; and what those of packs would say, looked at by whoever may read it.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::{Code, Reason};
use serde_json::json;

use super::{Reader, Written};
use crate::platform::accounts::id_of;
use crate::platform::caller::{Caller, Operator};
use crate::platform::form::Fields;
use crate::platform::letters::Letter;
use crate::platform::notices::Person;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, TenantKey};

pub(in crate::platform) fn routes() -> Routes<App> {
    Routes::default()
        .post("/v1/mail/test", Needs::Operator, test)
        .post("/v1/mail/preview", Needs::Member, preview)
}

/// `POST /v1/mail/test`: a letter to oneself, and to nobody else.
async fn test(State(app): State<App>, operator: Operator) -> Result<Response, Problem> {
    if !Letter::is_sent(&app) {
        let message = "no letters are sent: set `smtp` and `mail_from`";
        return Err(Problem::of_reason(409, Reason::new(Code::RequestConflict, "", message)));
    }
    let (own, now) = (app.clone(), app.now().microseconds());
    let to = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let text = "SELECT email, name FROM accounts WHERE id = $1";
            let rows = tx.ask(text, &[Bound::Id(operator.account)]).await?;
            let row = rows
                .first()
                .ok_or_else(|| Failure::defect("an operator without an account"))?;
            let to = row.text(0)?.unwrap_or_default().to_owned();
            let letter = Letter {
                to: to.clone(),
                template: "test",
                locale: String::new(),
                values: json!({"name": row.text(1)?.unwrap_or_default()}),
            };
            letter.keep(&own, &mut tx, (TenantKey::default(), now)).await?;
            Ok(to)
        })
    });
    let to = to.await?;
    Ok((StatusCode::ACCEPTED, Json(json!({"to": to}))).into_response())
}

/// `POST /v1/mail/preview`: what a letter of the pack would say of a record, as the caller may see that.
async fn preview(State(app): State<App>, caller: Caller, mut fields: Fields) -> Result<Response, Problem> {
    let (name, id) = (fields.text("letter"), fields.text("id"));
    let locale = fields.text_or_null("locale").flatten();
    let letter = caller.pack.letter(&name);
    if letter.is_none() && !name.is_empty() {
        let shown: String = name.chars().take(50).collect();
        fields.fault(
            Code::RequestUnknown,
            "letter",
            format!("the pack has no letter `{shown}`"),
        );
    }
    fields.finish()?;
    let found = letter.and_then(|letter| Some((letter.clone(), Desk::named(&app, &caller, &letter.entity)?)));
    let (letter, desk) = found.ok_or_else(|| Failure::defect("a letter about nothing"))?;
    let (id, own, asked) = (desk.id(&id)?, desk.clone(), letter.clone());
    let given = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move { own.given(&mut tx, id, &asked).await })
    });
    let Some(given) = given.await? else {
        return Err(desk.not_found()?.into());
    };
    let (tenant, account) = (caller.tenant, id_of(&caller.actor.id).unwrap_or_default());
    let person = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { Person::of(&mut tx, tenant, account).await }));
    let person = person.await?;
    let of = |own: fn(&Person) -> &String| person.as_ref().map_or("", |person| own(person));
    let reader = Reader {
        locale: locale.as_deref().unwrap_or(of(|person| &person.locale)),
        name: of(|person| &person.name),
        tenant: of(|person| &person.tenant),
        zone: &caller.zone,
    };
    let languages = &caller.pack.definition().languages;
    let written = Written::of(&letter, languages, given.values(&letter), reader);
    let written = written.map_err(|why| Problem::of_reason(422, Reason::new(Code::RequestConflict, "", why)))?;
    let told = json!({
        "letter": letter.name,
        "language": written.language,
        "subject": written.subject,
        "text": written.text,
        "html": written.html,
    });
    Ok(Json(told).into_response())
}
