//! Invitations: somebody of an e-mail is asked to become a member of a tenant, and becomes one once they accept, by an account that is
//! theirs. Where no letters are sent, whoever invites hands the link on.

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::tenancy::access::AccessActor;
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};
use uuid::Uuid;

use super::accounts::id_of;
use super::audit::{self, Happened, Own};
use super::auth::links::{self, Link, Purpose};
use super::auth::written;
use super::caller::Caller;
use super::form::Fields;
use super::letters::Letter;
use super::members::{self, Changed, hold, pack_id, roles_of};
use super::pages::Wanted;
use super::sandboxes;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantKey};

pub(super) mod accept;

type Answer = Result<Response, Problem>;

/// Somebody who is invited.
#[derive(Clone, Debug)]
pub(super) struct Invitation {
    pub(super) tenant: TenantKey,
    pub(super) id: [u8; 16],
    pub(super) email: String,
    pub(super) name: String,
    pub(super) roles: Vec<String>,
    /// What another system has kept of their password, for an account that is new.
    pub(super) password: Option<String>,
    /// In whose name.
    pub(super) by: [u8; 16],
}

/// What whoever invites is told, this once: the token where no letter is sent.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    id: [u8; 16],
    expires_at: Option<Instant>,
    token: Option<String>,
}

impl Sent {
    /// As it is answered.
    pub(super) fn told(&self, app: &App) -> Value {
        let token = self.token.as_deref();
        json!({
            "id": written(self.id),
            "expires_at": self.expires_at,
            "sent": token.is_none(),
            "token": token,
            "link": token.and_then(|token| links::address(app, Purpose::Invitation, token)),
        })
    }
}

impl Invitation {
    /// Keeps it in the place of an earlier one of the same e-mail, with its link.
    pub(super) async fn keep(&self, app: &App, tx: &mut PlatformTx<'_>, now: i64) -> Result<Sent, Failure> {
        let values = [
            Bound::Id(self.tenant),
            Bound::Id(self.id),
            Bound::Text(self.email.clone()),
            Bound::Text(self.name.clone()),
            Bound::Text(json!(self.roles).to_string()),
            Bound::text(self.password.as_deref()),
            Bound::Id(self.by),
            Bound::Whole(now),
            Bound::Whole(now + Purpose::Invitation.holds()),
        ];
        tx.tell(
            "DELETE FROM invitations WHERE tenant_id = $1 AND email = $2",
            &[Bound::Id(self.tenant), Bound::Text(self.email.clone())],
        )
        .await?;
        tx.tell(
            "INSERT INTO invitations (tenant_id, id, email, name, roles, password, invited_by, created_at, expires_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            &values,
        )
        .await?;
        let is_sent = Letter::is_sent(app) && app.public_url().is_some();
        // Of a sandbox no letter leaves: whoever invites hands the link on.
        let by_letter = is_sent && !sandboxes::is_one(tx, self.tenant).await?;
        let link = Link {
            purpose: Purpose::Invitation,
            tenant: self.tenant,
            subject: self.email.clone(),
            email: self.email.clone(),
            by_letter,
        };
        let token = link.keep(tx, now).await?;
        if by_letter {
            links::letter(app, tx, &link, (&token, &self.name, None), now).await?;
        }
        Ok(Sent {
            id: self.id,
            expires_at: Instant::from_microseconds(now + Purpose::Invitation.holds()),
            token: (!by_letter).then_some(token),
        })
    }

    /// By the engine's rules: in the name of whoever invites, among the members of now.
    fn check(&self, whose: &Changed<'_>, mut all: Vec<AccessActor>) -> Result<(), Failure> {
        all.push(AccessActor::new(pack_id(), written(whose.account)));
        whose.check(all)
    }

    async fn note(
        &self,
        tx: &mut PlatformTx<'_>,
        (actor, action): (String, &'static str),
        at: i64,
    ) -> Result<(), Failure> {
        let happened = Happened {
            at,
            tenant: self.tenant,
            actor,
            entity: Own::Invitation,
            action,
            record: self.id,
            changes: json!([{"field": "roles", "after": self.roles}]),
        };
        audit::keep(tx, happened).await
    }
}

/// `POST /v1/members`: somebody of an e-mail is invited. Whether there is an account of it, the answer does not tell.
pub(crate) async fn invite(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let (email, name, password) = super::accounts::read_invited(&mut fields);
    let roles = fields.texts("roles");
    fields.finish()?;
    if roles.is_empty() {
        let reason = Reason::new(Code::RequestRange, "/roles", "a member has at least one role");
        return Err(Problem::of_reason(422, reason));
    }
    let by = members::account_of(&caller)?;
    let invitation = Invitation {
        tenant: caller.tenant,
        id: Uuid::new_v4().into_bytes(),
        email,
        name,
        roles,
        password,
        by,
    };
    let (own, given, now) = (app.clone(), invitation.clone(), app.now().microseconds());
    let sent = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                hold(&mut tx, given.tenant).await?;
                if is_member(&mut tx, &given).await? {
                    return Err(members::already().into());
                }
                sent_by(&own, &mut tx, (&caller, &given), "invited", now).await
            })
        })
        .await?;
    let mut answer = sent.told(&app);
    if let Value::Object(fields) = &mut answer {
        fields.insert("email".to_owned(), json!(invitation.email));
        fields.insert("name".to_owned(), json!(invitation.name));
        fields.insert("roles".to_owned(), json!(invitation.roles));
    }
    Ok((StatusCode::CREATED, super::auth::unkept(), Json(answer)).into_response())
}

async fn is_member(tx: &mut PlatformTx<'_>, of: &Invitation) -> Result<bool, Failure> {
    let values = [Bound::Id(of.tenant), Bound::Text(of.email.clone())];
    let text =
        "SELECT a.id FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.tenant_id = $1 AND a.email = $2";
    Ok(!tx.ask(text, &values).await?.is_empty())
}

/// Checks that somebody may give these roles, and keeps the invitation in their name.
async fn sent_by(
    app: &App,
    tx: &mut PlatformTx<'_>,
    (caller, given): (&Caller, &Invitation),
    action: &'static str,
    now: i64,
) -> Result<Sent, Failure> {
    let whose = Changed::by(caller, given.id, &given.roles, now);
    let all = whose.members(tx).await?;
    given.check(&whose, all)?;
    let sent = given.keep(app, tx, now).await?;
    given.note(tx, (caller.actor.id.clone(), action), now).await?;
    Ok(sent)
}

const ONE: &str =
    "SELECT tenant_id, id, email, name, roles, password, invited_by FROM invitations WHERE tenant_id = $1 AND id = $2";

fn invitation(row: &AnyRow) -> Result<Invitation, Failure> {
    Ok(Invitation {
        tenant: row.id(0)?.unwrap_or_default(),
        id: row.id(1)?.unwrap_or_default(),
        email: row.text(2)?.unwrap_or_default().to_owned(),
        name: row.text(3)?.unwrap_or_default().to_owned(),
        roles: roles_of(row.text(4)?),
        password: row.text(5)?.map(str::to_owned),
        by: row.id(6)?.unwrap_or_default(),
    })
}

fn none() -> Failure {
    Reason::new(Code::RecordsNotFound, "", "there is no such invitation").into()
}

/// The one of an id in a path.
async fn one(tx: &mut PlatformTx<'_>, tenant: TenantKey, id: &str) -> Result<Invitation, Failure> {
    let id = id_of(id).ok_or_else(none)?;
    let rows = tx.ask(ONE, &[Bound::Id(tenant), Bound::Id(id)]).await?;
    rows.first().map(invitation).transpose()?.ok_or_else(none)
}

/// `GET /v1/invitations`: those that nobody has accepted yet.
pub(crate) async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [
        Bound::Id(caller.tenant),
        Bound::Id(wanted.after_id()?),
        Bound::Whole(wanted.rows()),
    ];
    let rows = app
        .store
        .read_platform(move |mut tx| {
            Box::pin(async move {
                tx.ask(
                    "SELECT id, email, name, roles, invited_by, created_at, expires_at FROM invitations \
                     WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT $3",
                    &values,
                )
                .await
            })
        })
        .await?;
    Ok(wanted.answer(&rows, listed, &["id"])?)
}

fn listed(row: &AnyRow) -> Result<Value, Failure> {
    Ok(json!({
        "id": row.id(0)?.map(written),
        "email": row.text(1)?,
        "name": row.text(2)?,
        "roles": roles_of(row.text(3)?),
        "invited_by": row.id(4)?.map(written),
        "created_at": row.whole(5)?.and_then(Instant::from_microseconds),
        "expires_at": row.whole(6)?.and_then(Instant::from_microseconds),
    }))
}

/// `POST /v1/invitations/{id}/renew`: another link in the place of the one before, in the name of whoever renews it.
pub(crate) async fn renew(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let by = members::account_of(&caller)?;
    let (own, now) = (app.clone(), app.now().microseconds());
    let sent = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                hold(&mut tx, caller.tenant).await?;
                let given = Invitation {
                    by,
                    ..one(&mut tx, caller.tenant, &id).await?
                };
                sent_by(&own, &mut tx, (&caller, &given), "invitation_renewed", now).await
            })
        })
        .await?;
    Ok((super::auth::unkept(), Json(sent.told(&app))).into_response())
}

/// `DELETE /v1/invitations/{id}`
pub(crate) async fn revoke(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let now = app.now().microseconds();
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                hold(&mut tx, caller.tenant).await?;
                let given = one(&mut tx, caller.tenant, &id).await?;
                gone(&mut tx, &given).await?;
                given
                    .note(&mut tx, (caller.actor.id.clone(), "invitation_revoked"), now)
                    .await
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Takes an invitation away, and its link.
async fn gone(tx: &mut PlatformTx<'_>, given: &Invitation) -> Result<(), Failure> {
    links::forget(tx, given.tenant, (Purpose::Invitation, &given.email)).await?;
    tx.tell(
        "DELETE FROM invitations WHERE tenant_id = $1 AND id = $2",
        &[Bound::Id(given.tenant), Bound::Id(given.id)],
    )
    .await?;
    Ok(())
}
