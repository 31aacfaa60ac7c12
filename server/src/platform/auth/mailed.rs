//! What a letter proves: that an e-mail is one's own, that one may choose another password, or come in without one.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use ratebook::{Code, Reason};
use serde_json::json;

use super::links::{self, Link, Purpose};
use super::{Password, routes, second_factor, sessions, written};
use crate::platform::accounts::{self, Account};
use crate::platform::audit::NOBODY;
use crate::platform::caller::SignedIn;
use crate::platform::form::Fields;
use crate::platform::letters::Letter;
use crate::platform::read_only;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells};

type Answer = Result<Response, Problem>;

/// `POST /v1/auth/reset/request`
pub(crate) async fn ask_reset(State(app): State<App>, mut fields: Fields) -> Answer {
    let email = accounts::folded(&fields.text("email"));
    fields.finish()?;
    asked(&app, Link::by_letter(Purpose::Reset, &email)).await
}

/// `POST /v1/auth/link/request`
pub(crate) async fn ask_link(State(app): State<App>, mut fields: Fields) -> Answer {
    let email = accounts::folded(&fields.text("email"));
    fields.finish()?;
    are_on(&app)?;
    asked(&app, Link::by_letter(Purpose::SignIn, &email)).await
}

fn are_on(app: &App) -> Result<(), Problem> {
    if app.sign_in.links {
        return Ok(());
    }
    let message = "nobody signs in by a link here: `sign_in_links` is `no`";
    Err(Problem::of_reason(409, Reason::new(Code::RequestConflict, "", message)))
}

/// The same answer for every e-mail.
async fn asked(app: &App, link: Link) -> Answer {
    links::are_sent(app)?;
    let (own, now) = (app.clone(), app.now());
    let locked = app
        .store
        .platform(move |mut tx| Box::pin(async move { links::send(&own, &mut tx, &link, now).await }))
        .await?;
    match locked {
        Some(error) => Err(error.into()),
        None => Ok((StatusCode::ACCEPTED, Json(json!({}))).into_response()),
    }
}

/// `POST /v1/auth/reset`: another password, by a link. Every session ends, and a second factor is asked for as before.
pub(crate) async fn reset(State(app): State<App>, mut fields: Fields) -> Answer {
    let token = fields.text("token");
    let password = new_password(&mut fields);
    fields.finish()?;
    holds(&app, Purpose::Reset, &token).await?;
    let hash = app.auth().hashing.hash(password).await?;
    let now = app.now().microseconds();
    let account = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                let link = Link::taken(&mut tx, Purpose::Reset, &token, now).await?;
                let account = of(&mut tx, &link.email).await?;
                let had_shown = verified(&mut tx, account.id, now).await?;
                accounts::set_password(&mut tx, account.id, hash, now).await?;
                second_factor::forget_tickets(&mut tx, account.id).await?;
                links::forget_sign_in(&mut tx, &link.email).await?;
                sessions::revoke_all(&mut tx, account.id, now).await?;
                if !had_shown {
                    forget_other_ways(&mut tx, account.id, now).await?;
                }
                accounts::happened(&mut tx, (account.id, account.id), ("password_reset", json!([])), now).await?;
                Ok(account.id)
            })
        })
        .await?;
    app.auth().standings.account_changed(account);
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Reads a `password` that somebody chooses.
pub(super) fn new_password(fields: &mut Fields) -> Password {
    let text = fields.text("password");
    let given = !text.trim().is_empty();
    let password = Password::new(text);
    if let Some((code, message)) = password.fault().filter(|_| given) {
        fields.fault(code, "password", message);
    }
    password
}

/// Lets go of keys, passkeys and sign-ins of an account whose e-mail nobody had shown to be theirs: whoever made them may be somebody else.
async fn forget_other_ways(tx: &mut PlatformTx<'_>, account: [u8; 16], now: i64) -> Result<(), Failure> {
    tx.tell(
        "UPDATE api_keys SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL",
        &[Bound::Id(account), Bound::Whole(now)],
    )
    .await?;
    let of = [Bound::Id(account)];
    tx.tell("DELETE FROM passkeys WHERE account_id = $1", &of).await?;
    tx.tell("DELETE FROM identities WHERE account_id = $1", &of).await?;
    Ok(())
}

/// Leaves nothing by which somebody else comes into an account whose e-mail nobody had shown to be theirs: whoever made it may wait for the
/// owner of the e-mail to come. A second factor stays, and is asked for. Whoever runs the installation has made theirs by its own token, and
/// keeps what they have. Whether anything was taken away.
pub(super) async fn taken_over(tx: &mut PlatformTx<'_>, account: [u8; 16], now: i64) -> Result<bool, Failure> {
    let of = [Bound::Id(account), Bound::Whole(now), Bound::Truth(false)];
    let text = "UPDATE accounts SET password = NULL, updated_at = $2 WHERE id = $1 AND is_operator = $3";
    if tx.tell(text, &of).await? == 0 {
        return Ok(false);
    }
    second_factor::forget_tickets(tx, account).await?;
    sessions::revoke_all(tx, account, now).await?;
    forget_other_ways(tx, account, now).await?;
    Ok(true)
}

/// Refuses whoever comes with a link that does not hold before anything is hashed for them.
pub(super) async fn holds(app: &App, purpose: Purpose, token: &str) -> Result<(), Problem> {
    let (now, token) = (app.now().microseconds(), token.to_owned());
    let found = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { Link::of(&mut tx, purpose, &token, now).await }))
        .await?;
    found.map(drop).ok_or_else(|| links::gone().into())
}

/// The account of the e-mail of a link that was taken.
async fn of(tx: &mut PlatformTx<'_>, email: &str) -> Result<Account, Failure> {
    let account = accounts::by_email(tx, email).await?;
    account.filter(|account| account.is_active).ok_or_else(links::gone)
}

/// Keeps that whoever has an account reads what is sent to its e-mail; whether that was known before.
pub(crate) async fn verified(tx: &mut PlatformTx<'_>, account: [u8; 16], now: i64) -> Result<bool, Failure> {
    let newly = tx
        .tell(
            "UPDATE accounts SET verified_at = $2 WHERE id = $1 AND verified_at IS NULL",
            &[Bound::Id(account), Bound::Whole(now)],
        )
        .await?;
    Ok(newly == 0)
}

/// `POST /v1/auth/link`: signs in by a link; whoever has a second factor shows a code of it as well. Of an account whose e-mail nobody had
/// shown to be theirs nothing else stays that opens it, so that they wait where nothing is changed.
pub(crate) async fn sign_in(State(app): State<App>, headers: HeaderMap, mut fields: Fields) -> Answer {
    let token = fields.text("token");
    fields.finish()?;
    are_on(&app)?;
    let (agent, now) = (routes::agent(&headers), app.now());
    let quiet = read_only::refusal(&app).await?;
    let (account, opened) = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                let at = now.microseconds();
                let link = Link::taken(&mut tx, Purpose::SignIn, &token, at).await?;
                let known = of(&mut tx, &link.email).await?.id;
                let was_theirs = verified(&mut tx, known, at).await?;
                let is_taken_over = !was_theirs && taken_over(&mut tx, known, at).await?;
                if let Some(error) = quiet.filter(|_| is_taken_over) {
                    return Err(error.into());
                }
                // As it is by now, until the end of the transaction.
                let account = accounts::by_id(&mut tx, known).await?;
                let account = account.filter(|account| account.is_active).ok_or_else(links::gone)?;
                if account.second_factor {
                    let asked = second_factor::ticket(&mut tx, &account, now).await?;
                    return Ok((known, Err(asked)));
                }
                let opened = sessions::open(&mut tx, known, agent, at).await?;
                Ok((known, Ok(opened)))
            })
        })
        .await?;
    app.auth().standings.account_changed(account);
    routes::tokens(&app, opened?).await
}

/// `POST /v1/auth/verify/request`: a link to one's own e-mail, or to another one that is to take its place.
pub(crate) async fn ask_verify(State(app): State<App>, SignedIn(person): SignedIn, mut fields: Fields) -> Answer {
    let wanted = fields.text_or_null("email").flatten();
    let email = wanted.as_deref().map_or_else(|| person.email.clone(), accounts::folded);
    if !accounts::is_email(&email) {
        fields.fault(Code::RequestRange, "email", "an e-mail is like `name@example.com`");
    }
    let is_other = email != person.email;
    // Whoever finds a session open does not take the account with it.
    let password = fields.text_or_null("password").flatten();
    fields.finish()?;
    links::are_sent(&app)?;
    if is_other {
        routes::proven_again(&app, &person, password).await?;
    }
    let (own, now) = (app.clone(), app.now());
    let locked = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                let link = Link {
                    subject: written(person.account),
                    ..Link::by_letter(Purpose::Verify, &email)
                };
                if !is_other {
                    return links::send(&own, &mut tx, &link, now).await;
                }
                links::send_to_new(&own, &mut tx, (&link, &person.name), now).await
            })
        })
        .await?;
    match locked {
        Some(error) => Err(error.into()),
        None => Ok((StatusCode::ACCEPTED, Json(json!({}))).into_response()),
    }
}

/// `POST /v1/auth/verify`: the e-mail of a link is that of the account in which it was asked for, and of no other: else whoever opens a
/// letter that they did not ask for gives their e-mail to somebody else's account.
pub(crate) async fn verify(State(app): State<App>, SignedIn(person): SignedIn, mut fields: Fields) -> Answer {
    let token = fields.text("token");
    fields.finish()?;
    let (own, account, former) = (app.clone(), person.account, person.email.clone());
    let now = app.now().microseconds();
    let done = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                let link = Link::taken(&mut tx, Purpose::Verify, &token, now).await?;
                if link.subject != written(account) {
                    return Err(links::gone());
                }
                let values = [Bound::Id(account), Bound::Text(link.email.clone()), Bound::Whole(now)];
                tx.tell(
                    "UPDATE accounts SET email = $2, verified_at = $3, updated_at = $3 WHERE id = $1",
                    &values,
                )
                .await?;
                if link.email == former {
                    return accounts::happened(&mut tx, (account, account), ("email_verified", json!([])), now).await;
                }
                links::forget_sign_in(&mut tx, &former).await?;
                let changes = json!([{"field": "email", "before": former, "after": link.email}]);
                accounts::happened(&mut tx, (account, account), ("email_changed", changes), now).await?;
                tell(
                    &own,
                    &mut tx,
                    (account, &former),
                    ("email_changed", link.email.clone()),
                    now,
                )
                .await
            })
        })
        .await;
    done.map_err(|failure| match failure {
        Failure::Taken(_) => {
            let message = "another account has this e-mail by now";
            Problem::of_reason(409, Reason::new(Code::RecordsTaken, "/token", message))
        }
        other => other.into(),
    })?;
    app.auth().standings.account_changed(person.account);
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Tells somebody by letter what became of their account, where letters are sent.
pub(super) async fn tell(
    app: &App,
    tx: &mut PlatformTx<'_>,
    (account, to): ([u8; 16], &str),
    (template, told): (&'static str, String),
    now: i64,
) -> Result<(), Failure> {
    if !Letter::is_sent(app) {
        return Ok(());
    }
    let rows = tx
        .ask("SELECT name, locale FROM accounts WHERE id = $1", &[Bound::Id(account)])
        .await?;
    let text = |place: usize| {
        let row = rows.first().map(|row| row.text(place)).transpose();
        row.map(|text| text.flatten().unwrap_or_default().to_owned())
    };
    let letter = Letter {
        to: to.to_owned(),
        template,
        locale: text(1)?,
        values: json!({"name": text(0)?, "told": told}),
    };
    letter.keep(app, tx, (NOBODY, now)).await
}
