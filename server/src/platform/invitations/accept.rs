//! Invitations as those see them who are invited: a token tells of what, and makes them a member.

use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use ratebook::records::Pack;
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::{Invitation, gone};
use crate::platform::accounts::{self, ACTIVE, Account, Hashed};
use crate::platform::auth::links::{self, Link, Purpose};
use crate::platform::auth::{Password, Proof, mailed, routes, written};
use crate::platform::form::Fields;
use crate::platform::members::{Changed, hold, keep_member};
use crate::platform::standing;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells};

type Answer = Result<Response, Problem>;

/// What a token is of.
#[derive(Clone, Debug)]
struct Found {
    given: Invitation,
    /// The tenant: its slug, name, pack and state, and since when.
    slug: String,
    name: String,
    pack: String,
    state: String,
    since: Option<Instant>,
    has_account: bool,
    /// The version of what the tenant has of its own.
    fields: i64,
}

const OF_LINK: &str = "SELECT i.tenant_id, i.id, i.email, i.name, i.roles, i.password, i.invited_by, t.slug, t.name, t.pack, t.state, \
    t.updated_at, a.id, c.version FROM invitations i JOIN tenants t ON t.id = i.tenant_id LEFT JOIN accounts a ON a.email = i.email \
    LEFT JOIN custom_versions c ON c.tenant_id = i.tenant_id \
    WHERE i.tenant_id = $1 AND i.email = $2 AND i.expires_at > $3";

async fn of_link(tx: &mut PlatformTx<'_>, link: &Link, now: i64) -> Result<Found, Failure> {
    let values = [
        Bound::Id(link.tenant),
        Bound::Text(link.subject.clone()),
        Bound::Whole(now),
    ];
    let rows = tx.ask(OF_LINK, &values).await?;
    let row = rows.first().ok_or_else(links::gone)?;
    let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
    Ok(Found {
        given: super::invitation(row)?,
        slug: text(7)?,
        name: text(8)?,
        pack: text(9)?,
        state: text(10)?,
        since: row.whole(11)?.and_then(Instant::from_microseconds),
        has_account: row.id(12)?.is_some(),
        fields: row.whole(13)?.unwrap_or(0),
    })
}

/// What a token is of, without taking it. A tenant that takes in nobody just now refuses.
async fn looked(app: &App, token: &str) -> Result<Found, Problem> {
    let (now, token) = (app.now(), token.to_owned());
    let found = app
        .store
        .read_platform(move |mut tx| {
            Box::pin(async move {
                let link = Link::of(&mut tx, Purpose::Invitation, &token, now.microseconds()).await?;
                let link = link.ok_or_else(links::gone)?;
                of_link(&mut tx, &link, now.microseconds()).await
            })
        })
        .await?;
    let (_, writes) = standing::allowed(&found.name, &found.state, found.since, now)?;
    if writes {
        return Ok(found);
    }
    let message = format!("the tenant is `{}`: it takes in nobody", found.state);
    let reason = Reason::new(Code::TenancyStatus, "", message).with("status", &found.state);
    Err(Problem::of_reason(403, reason))
}

/// `POST /v1/auth/invitations`: what a token invites to. It is sent in the body, since addresses stand in logs.
pub(crate) async fn look(State(app): State<App>, mut fields: Fields) -> Answer {
    let token = fields.text("token");
    fields.finish()?;
    let found = looked(&app, &token).await?;
    let mut answer = told(&found);
    if let Value::Object(fields) = &mut answer {
        fields.insert("name".to_owned(), json!(found.given.name));
        fields.insert("has_account".to_owned(), json!(found.has_account));
    }
    Ok((crate::platform::auth::unkept(), Json(answer)).into_response())
}

fn told(found: &Found) -> Value {
    json!({
        "email": found.given.email,
        "roles": found.given.roles,
        "tenant": {"id": written(found.given.tenant), "slug": found.slug, "name": found.name},
    })
}

/// As whom somebody accepts.
enum Joins {
    /// By the account that they are signed in with.
    SignedIn([u8; 16]),
    /// By the account whose password they have shown.
    Shown(Account),
    /// By one that is made.
    New(Hashed),
}

/// `POST /v1/auth/invitations/accept`: whoever has an account of the e-mail is signed in by it, or shows its password; whoever has none
/// chooses one.
pub(crate) async fn accept(State(app): State<App>, parts: Parts, mut fields: Fields) -> Answer {
    let token = fields.text("token");
    let name = fields.text_or_null("name").flatten();
    let password = fields.text_or_null("password").flatten();
    fields.finish()?;
    let found = looked(&app, &token).await?;
    let name = name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    if let Some(message) = name.as_deref().and_then(accounts::fault_of_name) {
        return Err(Problem::of_reason(
            422,
            Reason::new(Code::RequestRange, "/name", message),
        ));
    }
    let joins = joins(&app, &parts, &found, (name, password)).await?;
    let pack = app.packs.get(&found.pack);
    let pack = pack.ok_or_else(|| Failure::Busy("the pack of this tenant is not served here just now".to_owned()))?;
    let known = (found.given.tenant, found.fields);
    let pack = app.own_packs().of(&app, pack, known).await?;
    let now = app.now().microseconds();
    let (account, found) = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                let link = Link::of(&mut tx, Purpose::Invitation, &token, now).await?;
                // In this order, as whoever renews or revokes it: the tenant first.
                hold(&mut tx, link.ok_or_else(links::gone)?.tenant).await?;
                let link = Link::taken(&mut tx, Purpose::Invitation, &token, now).await?;
                let found = of_link(&mut tx, &link, now).await?;
                let account = joined(&mut tx, (&link, &found), (&pack, known.1, joins), now).await?;
                Ok((account, found))
            })
        })
        .await?;
    app.auth().standings.account_changed(account);
    let mut answer = told(&found);
    if let Value::Object(fields) = &mut answer {
        fields.insert("account".to_owned(), json!(written(account)));
    }
    Ok(Json(answer).into_response())
}

async fn joins(
    app: &App,
    parts: &Parts,
    found: &Found,
    (name, password): (Option<String>, Option<String>),
) -> Result<Joins, Problem> {
    if parts.headers.contains_key(header::AUTHORIZATION) {
        let Proof::Token(token) = Proof::of(parts, app).await? else {
            return Err(somebody_else());
        };
        let person = app.auth().standings.person(app, token).await?;
        if person.email != found.given.email || person.instead.is_some() {
            return Err(somebody_else());
        }
        return Ok(Joins::SignedIn(person.account));
    }
    if found.has_account {
        let password = password.ok_or_else(|| {
            let message = "there is an account of this e-mail: sign in, or send its password";
            Problem::of_reason(422, Reason::new(Code::RequestMissing, "/password", message))
        })?;
        let account = routes::proven(app, &found.given.email, Password::new(password)).await?;
        return Ok(Joins::Shown(account));
    }
    let hash = match (password, &found.given.password) {
        (Some(password), _) => app.auth().hashing.hash(Password::new(password)).await?,
        (None, Some(hash)) => hash.clone(),
        (None, None) => {
            let message = "choose a password for the new account";
            return Err(Problem::of_reason(
                422,
                Reason::new(Code::RequestMissing, "/password", message),
            ));
        }
    };
    Ok(Joins::New(Hashed {
        email: found.given.email.clone(),
        name: name.unwrap_or_else(|| found.given.name.clone()),
        hash: Some(hash),
    }))
}

fn somebody_else() -> Problem {
    let message = "somebody else is invited; sign in by the account of that e-mail, or sign out";
    Problem::of_reason(403, Reason::new(Code::TenancyPermissionMissing, "", message))
}

/// Makes them a member, if whoever invited them may still do so.
async fn joined(
    tx: &mut PlatformTx<'_>,
    (link, found): (&Link, &Found),
    (pack, fields, joins): (&Pack, i64, Joins),
    now: i64,
) -> Result<[u8; 16], Failure> {
    let given = &found.given;
    let account = match joins {
        Joins::SignedIn(account) => account,
        Joins::Shown(account) => {
            accounts::still(tx, &account).await?;
            account.id
        }
        Joins::New(hashed) => {
            let made = accounts::made(tx, &hashed, false, now).await?;
            made.ok_or_else(|| Failure::Busy("the account has just changed; try again".to_owned()))?
        }
    };
    if super::is_member(tx, given).await? {
        return Err(crate::platform::members::already().into());
    }
    let whose = Changed {
        tenant: given.tenant,
        pack,
        fields: Some(fields),
        actor: written(given.by),
        account,
        roles: &given.roles,
        now,
    };
    let all = whose.members(tx).await?;
    let is_first = all.is_empty() && is_operator(tx, given.by).await?;
    if !is_first {
        given.check(&whose, all).map_err(|failure| match failure {
            Failure::Refused(_) => {
                let message = "whoever sent the invitation may not bring in members with these roles any more; ask for another one";
                Reason::new(Code::TenancyPermissionMissing, "", message).into()
            }
            other => other,
        })?;
    }
    keep_member(tx, given.tenant, account, (&given.name, &given.roles), now).await?;
    if link.by_letter {
        mailed::verified(tx, account, now).await?;
    }
    gone(tx, given).await?;
    let joined = Changed {
        actor: written(account),
        ..whose
    };
    joined.note(tx, "member_added").await?;
    Ok(account)
}

/// Whether it is somebody who runs the installation: they invite the first admin of a tenant, in which there is nobody yet.
async fn is_operator(tx: &mut PlatformTx<'_>, account: [u8; 16]) -> Result<bool, Failure> {
    let values = [Bound::Id(account), Bound::Truth(true), Bound::Text(ACTIVE.to_owned())];
    let text = "SELECT id FROM accounts WHERE id = $1 AND is_operator = $2 AND state = $3";
    Ok(!tx.ask(text, &values).await?.is_empty())
}
