//! The routes of passkeys: a challenge that is held once and for five minutes, and what a device makes of it.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ratebook::tenancy::LockoutEvent;
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};
use uuid::Uuid;

use super::checked::{Asked, Made, Sent};
use super::cose::ALGORITHMS;
use super::places;
use crate::platform::accounts::{self, ACTIVE, id_of};
use crate::platform::auth::steps::{self, Purpose, Step};
use crate::platform::auth::{lockout, mailed, not_signed_in, routes, sessions, shown, unkept, written};
use crate::platform::caller::SignedIn;
use crate::platform::form::Fields;
use crate::platform::letters::Letter;
use crate::platform::standing::Person;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells};

type Answer = Result<Response, Problem>;

/// A challenge to make a passkey, and one to sign in by one.
const MAKES: Purpose = Purpose("passkey", 300);
const SIGNS: Purpose = Purpose("passkey_sign_in", 300);
/// Somebody has at most so many.
const MOST: usize = 20;
/// A name has at most so many letters.
const MOST_OF_A_NAME: usize = 100;

fn none() -> Failure {
    let message = "there is no such passkey of yours";
    Error::from(Reason::new(Code::RecordsNotFound, "", message)).into()
}

fn full() -> Problem {
    let message = format!("you have {MOST} passkeys already; remove one first");
    let reason = Reason::new(Code::RequestConflict, "", message).with("limit", MOST);
    Problem::of_reason(409, reason)
}

fn wrong(message: &str) -> Problem {
    Problem::of_reason(422, Reason::new(Code::RequestRange, "/credential", message))
}

/// Keeps a challenge.
async fn challenge(app: &App, purpose: Purpose, account: Option<[u8; 16]>, rp: &str) -> Result<String, Problem> {
    let challenge = steps::secret()?;
    let step = Step {
        browser: None,
        account,
        told: json!(rp),
    };
    let (now, kept) = (app.now().microseconds(), challenge.clone());
    app.store
        .platform(move |mut tx| Box::pin(async move { step.keep(&mut tx, (purpose, &kept), now).await }))
        .await?;
    Ok(challenge)
}

/// Takes the challenge of what was sent, whatever comes of it; the name under which it was made, and by whom. Nothing where it is not held,
/// or was made by a page that is not ours.
async fn taken(app: &App, purpose: Purpose, sent: &Sent) -> Result<Option<(String, Option<[u8; 16]>)>, Failure> {
    let (own, client, now) = (app.clone(), sent.client.clone(), app.now().microseconds());
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                let step = Step::taken(&mut tx, (purpose, &client.challenge), None, now).await?;
                let Some(step) = step else {
                    return Ok(None);
                };
                let rp = step.told.as_str().unwrap_or_default().to_owned();
                let is_ours = places::is_ours(&own, &mut tx, (&rp, &client.origin)).await?;
                Ok(is_ours.then_some((rp, step.account)))
            })
        })
        .await
}

/// `POST /v1/auth/passkeys/begin`: what a browser asks a device by, to make a passkey.
pub(crate) async fn begin(State(app): State<App>, SignedIn(person): SignedIn, parts: Parts, fields: Fields) -> Answer {
    fields.finish()?;
    shown::recently(&app, person.shown_at)?;
    let rp = places::of_request(&app, &parts).await?;
    let of = [Bound::Id(person.account)];
    let rows = app
        .store
        .read_platform(move |mut tx| {
            Box::pin(async move {
                let text = "SELECT credential FROM passkeys WHERE account_id = $1 ORDER BY created_at, id LIMIT 100";
                tx.ask(text, &of).await
            })
        })
        .await?;
    if rows.len() >= MOST {
        return Err(full());
    }
    let one = |row: &AnyRow| {
        let id = URL_SAFE_NO_PAD.encode(row.bytes(0)?.unwrap_or_default());
        Ok(json!({"type": "public-key", "id": id}))
    };
    let known: Result<Vec<Value>, Failure> = rows.iter().map(one).collect();
    let algorithms = ALGORITHMS.map(|algorithm| json!({"type": "public-key", "alg": algorithm}));
    let options = json!({
        "challenge": challenge(&app, MAKES, Some(person.account), &rp).await?,
        "rp": {"id": rp, "name": app.base_domain.as_deref().unwrap_or("Ratebook")},
        "user": {
            "id": URL_SAFE_NO_PAD.encode(person.account),
            "name": person.email,
            "displayName": person.name,
        },
        "pubKeyCredParams": algorithms,
        "authenticatorSelection": {"residentKey": "required", "requireResidentKey": true, "userVerification": "required"},
        "attestation": "none",
        "excludeCredentials": known?,
        "timeout": MAKES.1 * 1_000,
    });
    Ok((unkept(), Json(json!({"publicKey": options}))).into_response())
}

fn named(fields: &mut Fields) -> String {
    let name = fields.text("name").trim().to_owned();
    if name.chars().count() > MOST_OF_A_NAME || name.chars().any(char::is_control) {
        let message = format!("a name has at most {MOST_OF_A_NAME} letters, on one line");
        fields.fault(Code::RequestRange, "name", message);
    }
    name
}

/// `POST /v1/auth/passkeys`: keeps what a device has made.
pub(crate) async fn add(State(app): State<App>, SignedIn(person): SignedIn, mut fields: Fields) -> Answer {
    let name = named(&mut fields);
    let credential = fields.object("credential");
    fields.finish()?;
    shown::recently(&app, person.shown_at)?;
    let unread = || wrong("it is no passkey, was made for something else, or took too long; begin again");
    let sent = Sent::read(&credential, Asked::Make).ok_or_else(unread)?;
    let (rp, account) = taken(&app, MAKES, &sent).await?.ok_or_else(unread)?;
    let made = sent.made(&rp).filter(|_| account == Some(person.account));
    let made = made.ok_or_else(unread)?;
    let (own, id, at) = (app.clone(), Uuid::new_v4().into_bytes(), app.now());
    let answer = json!({
        "id": written(id), "name": name, "is_backed_up": made.is_backed_up, "created_at": at, "used_at": null,
    });
    let kept = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move { keep(&own, &mut tx, &person, (id, sent.id, name, made), at).await })
        })
        .await;
    kept.map_err(|failure| match failure {
        Failure::Taken(_) => {
            let message = "this passkey is kept already";
            Problem::of_reason(409, Reason::new(Code::RecordsTaken, "/credential", message))
        }
        other => other.into(),
    })??;
    Ok((StatusCode::CREATED, Json(answer)).into_response())
}

/// Keeps a passkey, if whoever has made it is still signed in and has room for it; the letter that tells of it counts as others of theirs.
async fn keep(
    app: &App,
    tx: &mut PlatformTx<'_>,
    person: &Person,
    (id, credential, name, made): ([u8; 16], Vec<u8>, String, Made),
    at: Instant,
) -> Result<Result<(), Problem>, Failure> {
    let (account, now) = (person.account, at.microseconds());
    accounts::hold(tx, account).await?;
    sessions::lasts(tx, account, person.session, now).await?;
    let own = "SELECT id FROM passkeys WHERE account_id = $1 LIMIT 100";
    if tx.ask(own, &[Bound::Id(account)]).await?.len() >= MOST {
        return Ok(Err(full()));
    }
    if Letter::is_sent(app) {
        // With a space in it: no e-mail that somebody signs in by.
        let counted = format!("passkey {}", person.email);
        if let Some(locked) = lockout::happened(tx, &counted, LockoutEvent::Failure, at).await? {
            return Ok(Err(locked.into()));
        }
    }
    let values = [
        Bound::Id(id),
        Bound::Id(account),
        Bound::Bytes(credential),
        Bound::Bytes(made.key),
        Bound::Whole(made.counter),
        Bound::Text(name.clone()),
        Bound::Truth(made.is_backed_up),
        Bound::Whole(now),
    ];
    tx.tell(
        "INSERT INTO passkeys (id, account_id, credential, public_key, counter, name, is_backed_up, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &values,
    )
    .await?;
    let changes = json!([{"field": "passkey", "after": name}]);
    accounts::happened(tx, (account, account), ("passkey_added", changes), now).await?;
    mailed::tell(app, tx, (account, &person.email), ("passkey_added", name), now).await?;
    Ok(Ok(()))
}

/// `GET /v1/auth/passkeys`
pub(crate) async fn list(State(app): State<App>, SignedIn(person): SignedIn) -> Answer {
    let of = [Bound::Id(person.account)];
    let rows = app
        .store
        .read_platform(move |mut tx| {
            Box::pin(async move {
                tx.ask(
                    "SELECT id, name, is_backed_up, created_at, used_at FROM passkeys WHERE account_id = $1 ORDER BY created_at, id LIMIT 100",
                    &of,
                )
                .await
            })
        })
        .await?;
    let items: Result<Vec<Value>, Failure> = rows.iter().map(passkey).collect();
    Ok(Json(json!({"items": items?})).into_response())
}

fn passkey(row: &AnyRow) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    Ok(json!({
        "id": row.id(0)?.map(written),
        "name": row.text(1)?,
        "is_backed_up": row.truth(2)?,
        "created_at": moment(3)?,
        "used_at": moment(4)?,
    }))
}

/// `PATCH /v1/auth/passkeys/{id}`: another name.
pub(crate) async fn rename(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Answer {
    let name = named(&mut fields);
    fields.finish()?;
    let id = id_of(&id).ok_or_else(none)?;
    let values = [Bound::Id(id), Bound::Id(person.account), Bound::Text(name)];
    let renamed = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                let text = "UPDATE passkeys SET name = $3 WHERE id = $1 AND account_id = $2";
                tx.tell(text, &values).await
            })
        })
        .await?;
    match renamed {
        1 => Ok(StatusCode::NO_CONTENT.into_response()),
        _ => Err(none().into()),
    }
}

/// `DELETE /v1/auth/passkeys/{id}`: nobody is left without a way in.
pub(crate) async fn remove(State(app): State<App>, SignedIn(person): SignedIn, Path(id): Path<String>) -> Answer {
    shown::recently(&app, person.shown_at)?;
    let id = id_of(&id).ok_or_else(none)?;
    let (account, now) = (person.account, app.now().microseconds());
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                accounts::hold(&mut tx, account).await?;
                let own = [Bound::Id(id), Bound::Id(account)];
                let rows = tx
                    .ask("SELECT name FROM passkeys WHERE id = $1 AND account_id = $2", &own)
                    .await?;
                let name = rows.first().ok_or_else(none)?.text(0)?.unwrap_or_default().to_owned();
                tx.tell("DELETE FROM passkeys WHERE id = $1 AND account_id = $2", &own)
                    .await?;
                accounts::keeps_a_way_in(&mut tx, account).await?;
                let changes = json!([{"field": "passkey", "before": name}]);
                accounts::happened(&mut tx, (account, account), ("passkey_removed", changes), now).await
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST /v1/auth/passkeys/sign-in/begin`: what a browser asks a device by, to sign in or to show once more who is there. Whose it is, the
/// device says.
pub(crate) async fn begin_sign_in(State(app): State<App>, parts: Parts, fields: Fields) -> Answer {
    fields.finish()?;
    let rp = places::of_request(&app, &parts).await?;
    let options = json!({
        "challenge": challenge(&app, SIGNS, None, &rp).await?,
        "rpId": rp,
        "allowCredentials": [],
        "userVerification": "required",
        "timeout": SIGNS.1 * 1_000,
    });
    Ok((unkept(), Json(json!({"publicKey": options}))).into_response())
}

/// `POST /v1/auth/passkeys/sign-in`: the tokens of a sign-in. Its owner was asked by the device: a code is not asked for besides.
pub(crate) async fn sign_in(State(app): State<App>, headers: HeaderMap, mut fields: Fields) -> Answer {
    let credential = fields.object("credential");
    fields.finish()?;
    let (account, passkey) = proven(&app, &credential).await?;
    let (agent, now) = (routes::agent(&headers), app.now().microseconds());
    let opened = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                let known = accounts::by_id(&mut tx, account).await?;
                if !known.is_some_and(|account| account.is_active) {
                    let reason = Reason::new(Code::TenancyNotSignedIn, "", "this account may not be used");
                    return Err(reason.into());
                }
                // It may have been taken away since it has signed.
                let own = [Bound::Id(passkey), Bound::Id(account)];
                let text = "SELECT id FROM passkeys WHERE id = $1 AND account_id = $2";
                if tx.ask(text, &own).await?.is_empty() {
                    let reason = Reason::new(Code::TenancyNotSignedIn, "", "this passkey opens nothing here any more");
                    return Err(reason.into());
                }
                sessions::open(&mut tx, account, agent, now).await
            })
        })
        .await?;
    routes::tokens(&app, opened).await
}

/// Somebody's account, and the passkey of theirs that has signed.
pub(in crate::platform::auth) type Signed = ([u8; 16], [u8; 16]);

/// Whose passkey has signed a challenge of ours, and which. Whatever is wrong with it, the answer is the same.
pub(in crate::platform::auth) async fn proven(app: &App, credential: &Value) -> Result<Signed, Problem> {
    let refused =
        || not_signed_in("this passkey opens nothing here, or took too long; begin again, or sign in otherwise");
    let sent = Sent::read(credential, Asked::Sign).ok_or_else(refused)?;
    let (rp, _) = taken(app, SIGNS, &sent).await?.ok_or_else(refused)?;
    let now = app.now().microseconds();
    let signed = app
        .store
        .platform(move |mut tx| Box::pin(async move { owner(&mut tx, &sent, &rp, now).await }))
        .await?;
    signed.ok_or_else(refused)
}

/// The account of a passkey, if that has signed, and more often than it had before: else it is in two hands.
async fn owner(tx: &mut PlatformTx<'_>, sent: &Sent, rp: &str, now: i64) -> Result<Option<Signed>, Failure> {
    let values = [Bound::Bytes(sent.id.clone()), Bound::Text(ACTIVE.to_owned())];
    let rows = tx
        .ask(
            "SELECT p.id, p.account_id, p.public_key FROM passkeys p JOIN accounts a ON a.id = p.account_id \
             WHERE p.credential = $1 AND a.state = $2",
            &values,
        )
        .await?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let (id, account) = (row.id(0)?.unwrap_or_default(), row.id(1)?.unwrap_or_default());
    let is_theirs = sent.user.as_deref() == Some(account.as_slice());
    let signed = sent.signed_by(row.bytes(2)?.unwrap_or_default(), rp);
    let Some(signed) = signed.filter(|_| is_theirs) else {
        return Ok(None);
    };
    let values = [
        Bound::Id(id),
        Bound::Whole(signed.counter),
        Bound::Truth(signed.is_backed_up),
        Bound::Whole(now),
    ];
    let counted = tx
        .tell(
            "UPDATE passkeys SET counter = $2, is_backed_up = $3, used_at = $4 WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0))",
            &values,
        )
        .await?;
    if counted == 0 {
        accounts::happened(tx, (account, account), ("passkey_copied", json!([])), now).await?;
        return Ok(None);
    }
    Ok(Some((account, id)))
}
