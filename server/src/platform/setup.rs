//! The first operator: by a token that is printed at the first start, once, or by what the environment says.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ratebook::{Code, Reason};
use serde_json::json;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::accounts::{self, Hashed, NewAccount, Secret};
use super::audit::{self, Happened, NOBODY, Own};
use super::auth::{Password, not_signed_in, random, written};
use super::form::Fields;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells};

/// The fact under which the hash of the token is kept.
const FACT: &str = "setup_token";

/// Whom the environment names as the operator.
#[derive(Clone)]
pub struct FirstOperator {
    email: String,
    password: Password,
}

impl std::fmt::Debug for FirstOperator {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("FirstOperator")
    }
}

impl FirstOperator {
    /// Somebody of that e-mail and password.
    pub fn new(email: &str, password: String) -> FirstOperator {
        FirstOperator {
            email: accounts::folded(email),
            password: Password::new(password),
        }
    }

    /// Whether they can sign in by what they are named by.
    pub fn has_email(&self) -> bool {
        accounts::is_email(&self.email)
    }
}

/// Sees to it that there is an operator, or that one can be made: the token for it, a new one at every start until it is used.
/// Where several servers start on one database, the token of the last one holds.
pub async fn begin(app: &App, named: Option<FirstOperator>) -> Result<Option<String>, Failure> {
    let has = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { accounts::has_operator(&mut tx).await }))
        .await?;
    if has {
        return Ok(None);
    }
    if let Some(named) = named {
        let new = NewAccount {
            name: named.email.clone(),
            email: named.email,
            secret: Secret::Password(named.password),
        };
        let new = new.hashed(app).await?;
        make(app, None, new).await?;
        return Ok(None);
    }
    let token = format!("rbs_{}", URL_SAFE_NO_PAD.encode(random()?));
    let values = [
        Bound::Text(FACT.to_owned()),
        Bound::Bytes(Sha256::digest(&token).to_vec()),
    ];
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                tx.tell(
                    "INSERT INTO facts (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2",
                    &values,
                )
                .await
            })
        })
        .await?;
    Ok(Some(token))
}

/// What became of setting up.
enum Made {
    Account([u8; 16]),
    Already,
    Taken,
}

async fn make(app: &App, token: Option<Vec<u8>>, new: Hashed) -> Result<Made, Failure> {
    let now = app.now().microseconds();
    app.store.platform(move |tx| Box::pin(first(tx, token, new, now))).await
}

/// Takes the token away and makes the operator: of several who come at once, one finds it there.
async fn first(mut tx: PlatformTx<'_>, token: Option<Vec<u8>>, new: Hashed, now: i64) -> Result<Made, Failure> {
    if accounts::has_operator(&mut tx).await? {
        return Ok(Made::Already);
    }
    let fact = Bound::Text(FACT.to_owned());
    match token {
        Some(token) => {
            let taken = tx
                .tell(
                    "DELETE FROM facts WHERE name = $1 AND value = $2",
                    &[fact, Bound::Bytes(token)],
                )
                .await?;
            if taken == 0 {
                return Ok(Made::Already);
            }
        }
        None => {
            tx.tell("DELETE FROM facts WHERE name = $1", &[fact]).await?;
        }
    }
    let Some(id) = accounts::made(&mut tx, &new, true, now).await? else {
        return Ok(Made::Taken);
    };
    let happened = Happened {
        at: now,
        tenant: NOBODY,
        actor: "setup".to_owned(),
        entity: Own::Account,
        action: "operator_made",
        record: id,
        changes: json!([]),
    };
    audit::keep(&mut tx, happened).await?;
    Ok(Made::Account(id))
}

/// `POST /v1/setup`
pub(crate) async fn set_up(State(app): State<App>, mut fields: Fields) -> Result<Response, Problem> {
    let token: Vec<u8> = Sha256::digest(fields.text("token")).to_vec();
    let new = NewAccount::read(&mut fields);
    fields.finish()?;
    let (has, kept) = app
        .store
        .read_platform(move |mut tx| {
            Box::pin(async move {
                // The token goes with the set-up of another: whoever finds it gone finds the operator too.
                let fact = Bound::Text(FACT.to_owned());
                let rows = tx.ask("SELECT value FROM facts WHERE name = $1", &[fact]).await?;
                let kept = rows.first().map(|row| row.bytes(0)).transpose()?.flatten();
                let has = accounts::has_operator(&mut tx).await?;
                Ok((has, kept.map(<[u8]>::to_vec)))
            })
        })
        .await?;
    if has {
        return Err(already());
    }
    let right = kept.is_some_and(|kept| bool::from(kept.ct_eq(&token)));
    if !right {
        return Err(not_signed_in(
            "the token is not the one that the server printed when it started last",
        ));
    }
    let (email, name) = (new.email.clone(), new.name.clone());
    let new = new.hashed(&app).await?;
    match make(&app, Some(token), new).await? {
        Made::Account(id) => {
            let answer = json!({"account": {"id": written(id), "email": email, "name": name, "is_operator": true}});
            Ok((StatusCode::CREATED, Json(answer)).into_response())
        }
        Made::Already => Err(already()),
        Made::Taken => {
            let message = "there is an account of that e-mail; choose another one";
            Err(Problem::of_reason(
                409,
                Reason::new(Code::RecordsTaken, "/email", message),
            ))
        }
    }
}

fn already() -> Problem {
    let message = "the installation is set up; its operator signs in at `/v1/auth/login`";
    Problem::of_reason(409, Reason::new(Code::RequestConflict, "", message))
}
