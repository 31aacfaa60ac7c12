//! What somebody who is signed in says of themselves.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::written;
use crate::platform::accounts;
use crate::platform::caller::SignedIn;
use crate::platform::form::Fields;
use crate::platform::standing::Person;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, RowCells};

type Answer = Result<Response, Problem>;

/// `GET /v1/auth/me`
pub(crate) async fn me(State(app): State<App>, SignedIn(person): SignedIn) -> Answer {
    told(&app, &person).await
}

async fn told(app: &App, person: &Person) -> Answer {
    let account = [Bound::Id(person.account)];
    let (own, rows) = app
        .store
        .read_platform(move |mut tx| {
            Box::pin(async move {
                let own = "SELECT name, locale, verified_at FROM accounts WHERE id = $1";
                let own = tx.ask(own, &account).await?;
                let rows = tx
                    .ask(
                        "SELECT t.id, t.slug, t.name, t.pack, t.state, m.roles, s.expires_at, t.zone FROM memberships m JOIN tenants t ON t.id = \
                         m.tenant_id LEFT JOIN sandboxes s ON s.tenant_id = t.id WHERE m.account_id = $1 ORDER BY t.slug LIMIT 1000",
                        &account,
                    )
                    .await?;
                Ok((own, rows))
            })
        })
        .await?;
    let own = own.first().map(|row| account_of(person, row)).transpose()?;
    let instead = person.instead.as_ref();
    let mut memberships = Vec::with_capacity(rows.len());
    for row in &rows {
        // Who has taken their place has it in one tenant alone.
        if instead.is_none_or(|instead| row.id(0).ok().flatten() == Some(instead.tenant)) {
            memberships.push(membership(row)?);
        }
    }
    let instead = instead.map(|instead| {
        let (id, ends_at) = (written(instead.operator), instead.ends_at);
        json!({"id": id, "name": instead.name, "reason": instead.reason, "ends_at": ends_at})
    });
    Ok(Json(json!({
        "account": own,
        "session": written(person.session),
        "memberships": memberships,
        "impersonated_by": instead,
    }))
    .into_response())
}

fn account_of(person: &Person, row: &AnyRow) -> Result<Value, Failure> {
    Ok(json!({
        "id": written(person.account),
        "email": person.email,
        "name": row.text(0)?,
        "locale": row.text(1)?,
        "verified": row.is_given(2)?,
        "is_operator": person.is_operator,
    }))
}

fn membership(row: &AnyRow) -> Result<Value, Failure> {
    let roles: Vec<String> = serde_json::from_str(row.text(5)?.unwrap_or_default()).unwrap_or_default();
    Ok(json!({
        "tenant": {
            "id": row.id(0)?.map(written),
            "slug": row.text(1)?,
            "name": row.text(2)?,
            "pack": row.text(3)?,
            "state": row.text(4)?,
            "zone": row.text(7)?,
            "is_sandbox": row.is_given(6)?,
        },
        "roles": roles,
    }))
}

/// `PATCH /v1/auth/me`: another `name`, or the `locale` of one's letters; null takes that away. An e-mail is changed by showing that the
/// new one is one's own.
pub(crate) async fn change(State(app): State<App>, SignedIn(person): SignedIn, mut fields: Fields) -> Answer {
    let name = fields.text_or_null("name").map(Option::unwrap_or_default);
    let name = name.map(|name| name.trim().to_owned());
    let locale = fields.text_or_null("locale");
    let fault = name.as_deref().and_then(|name| match name.is_empty() {
        true => Some("`name` must not be empty"),
        false => accounts::fault_of_name(name),
    });
    if let Some(message) = fault {
        fields.fault(Code::RequestRange, "name", message);
    }
    if locale.iter().flatten().any(|locale| !is_locale(locale)) {
        fields.fault(Code::RequestRange, "locale", "a locale is like `en` or `en-IN`");
    }
    let nothing = name.is_none() && locale.is_none();
    fields.finish()?;
    if nothing {
        let reason = Reason::new(
            Code::RequestMissing,
            "/name",
            "there is nothing to change: send `name` or `locale`",
        );
        return Err(Problem::of_reason(422, reason));
    }
    let (account, now) = (person.account, app.now().microseconds());
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                let given = |what: Bound| [Bound::Id(account), what, Bound::Whole(now)];
                if let Some(name) = name {
                    let text = "UPDATE accounts SET name = $2, updated_at = $3 WHERE id = $1";
                    tx.tell(text, &given(Bound::Text(name))).await?;
                }
                if let Some(locale) = locale {
                    let text = "UPDATE accounts SET locale = $2, updated_at = $3 WHERE id = $1";
                    tx.tell(text, &given(Bound::text(locale.as_deref()))).await?;
                }
                Ok(())
            })
        })
        .await?;
    app.auth().standings.account_changed(account);
    told(&app, &person).await
}

/// A language, and a country behind it.
fn is_locale(text: &str) -> bool {
    let (language, country) = text.split_once('-').unwrap_or((text, "XX"));
    let small = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase());
    let large = |part: &str| part.bytes().all(|byte| byte.is_ascii_uppercase());
    (2..=3).contains(&language.len()) && small(language) && country.len() == 2 && large(country)
}
