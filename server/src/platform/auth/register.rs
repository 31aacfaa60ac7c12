//! People who come by themselves: a letter shows that an e-mail is theirs, and only then there is an account, by a password that whoever
//! reads the letter chooses. Until then nothing is kept of them but a link.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use ratebook::tenancy::LockoutEvent;
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::json;

use super::links::{self, Link, Purpose};
use super::{lockout, mailed, routes, sessions};
use crate::platform::accounts::{self, ACTIVE, Hashed};
use crate::platform::audit::NOBODY;
use crate::platform::form::Fields;
use crate::platform::letters::Letter;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells};

type Answer = Result<Response, Problem>;

/// Who may come by themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Registration {
    /// Nobody.
    #[default]
    Off,
    /// Whoever has an e-mail of one of these domains, which are written in small letters.
    Domains(Vec<String>),
    /// Everybody.
    Open,
}

/// Refuses where nobody comes by themselves, and whoever is not meant: by what the installation says, and not by whom it knows.
fn is_open(app: &App, email: &str) -> Result<(), Problem> {
    let (status, code, place, message) = match &app.sign_in.registration {
        Registration::Open => return Ok(()),
        Registration::Domains(domains) => {
            let domain = email.rsplit_once('@').map_or("", |(_, domain)| domain);
            if domains.iter().any(|own| own == domain) {
                return Ok(());
            }
            let message = "nobody registers here with an e-mail of this domain; ask to be invited";
            (422, Code::RequestRange, "/email", message)
        }
        Registration::Off => {
            let message = "nobody registers here: `registration` is `off`; ask to be invited";
            (409, Code::RequestConflict, "", message)
        }
    };
    Err(Problem::of_reason(status, Reason::new(code, place, message)))
}

/// `POST /v1/auth/register`: the same answer whether there is an account of that e-mail or not.
pub(crate) async fn ask(State(app): State<App>, mut fields: Fields) -> Answer {
    let email = accounts::folded(&fields.text("email"));
    if !email.is_empty() && !accounts::is_email(&email) {
        fields.fault(Code::RequestRange, "email", "an e-mail is like `name@example.com`");
    }
    fields.finish()?;
    is_open(&app, &email)?;
    links::are_sent(&app)?;
    let (own, now) = (app.clone(), app.now());
    let locked = app
        .store
        .platform(move |mut tx| Box::pin(async move { sent(&own, &mut tx, &email, now).await }))
        .await?;
    match locked {
        Some(error) => Err(error.into()),
        None => Ok((StatusCode::ACCEPTED, Json(json!({}))).into_response()),
    }
}

/// Sends a letter whoever it is: to somebody new one with a link, to somebody who has an account one that says so. A refusal when it
/// was asked for too often.
async fn sent(app: &App, tx: &mut PlatformTx<'_>, email: &str, now: Instant) -> Result<Option<Error>, Failure> {
    // With a space in it: no e-mail that somebody signs in by.
    let counted = format!("register {email}");
    if let Some(locked) = lockout::happened(tx, &counted, LockoutEvent::Failure, now).await? {
        return Ok(Some(locked));
    }
    let link = Link::by_letter(Purpose::Register, email);
    let token = link.keep(tx, now.microseconds()).await?;
    let text = "SELECT name, locale, state FROM accounts WHERE email = $1";
    let rows = tx.ask(text, &[Bound::Text(email.to_owned())]).await?;
    let Some(row) = rows.first() else {
        links::letter(app, tx, &link, (&token, email, None), now.microseconds()).await?;
        return Ok(None);
    };
    if row.text(2)? == Some(ACTIVE) {
        let letter = Letter {
            to: email.to_owned(),
            template: "register_known",
            locale: row.text(1)?.unwrap_or_default().to_owned(),
            values: json!({"name": row.text(0)?, "told": app.public_url()}),
        };
        letter.keep(app, tx, (NOBODY, now.microseconds())).await?;
    }
    Ok(None)
}

/// `POST /v1/auth/register/confirm`: makes the account, and signs in by it.
pub(crate) async fn confirm(State(app): State<App>, headers: HeaderMap, mut fields: Fields) -> Answer {
    let token = fields.text("token");
    let name = fields.text("name").trim().to_owned();
    if let Some(message) = accounts::fault_of_name(&name) {
        fields.fault(Code::RequestRange, "name", message);
    }
    let password = mailed::new_password(&mut fields);
    fields.finish()?;
    mailed::holds(&app, Purpose::Register, &token).await?;
    let hash = Some(app.auth().hashing.hash(password).await?);
    let (own, agent, now) = (app.clone(), routes::agent(&headers), app.now().microseconds());
    let opened = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                let link = Link::taken(&mut tx, Purpose::Register, &token, now).await?;
                // What has been closed meanwhile lets nobody in by an older letter.
                if let Err(problem) = is_open(&own, &link.email) {
                    return Ok(Err(problem));
                }
                let email = link.email;
                let new = Hashed { email, name, hash };
                let account = accounts::made(&mut tx, &new, false, now).await?;
                let account = account.ok_or_else(links::gone)?;
                mailed::verified(&mut tx, account, now).await?;
                accounts::happened(&mut tx, (account, account), ("registered", json!([])), now).await?;
                Ok(Ok(sessions::open(&mut tx, account, agent, now).await?))
            })
        })
        .await?;
    routes::tokens(&app, opened?).await
}
