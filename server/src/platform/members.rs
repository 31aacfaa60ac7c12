//! The members of a tenant and their roles: changed by those of them who may. Who is to become one is invited.

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use ratebook::records::Pack;
use ratebook::tenancy::access::{AccessActor, ChangeRolesRequest};
use ratebook::tenancy::{Scoped, TenantId};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::accounts::id_of;
use super::audit::{self, Happened, Own};
use super::auth::written;
use super::caller::Caller;
use super::exports;
use super::form::Fields;
use super::notices;
use super::own_packs;
use super::pages::Wanted;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantKey};

type Answer = Result<Response, Problem>;

pub(crate) const READS: &str = "users:read";
pub(super) const WRITES: &str = "users:write";

/// Keeps somebody as a member, with these roles.
pub(crate) async fn keep_member(
    tx: &mut PlatformTx<'_>,
    tenant: TenantKey,
    account: [u8; 16],
    (name, roles): (&str, &[String]),
    now: i64,
) -> Result<(), Failure> {
    let values = [
        Bound::Id(tenant),
        Bound::Id(account),
        Bound::Text(name.to_owned()),
        Bound::Text(json!(roles).to_string()),
        Bound::Whole(now),
    ];
    tx.tell(
        "INSERT INTO memberships (tenant_id, account_id, name, roles, created_at) VALUES ($1, $2, $3, $4, $5)",
        &values,
    )
    .await?;
    Ok(())
}

/// Whether an account is a member of a tenant.
pub(crate) async fn is_member(app: &App, tenant: TenantKey, account: [u8; 16]) -> Result<bool, Failure> {
    let values = [Bound::Id(tenant), Bound::Id(account)];
    let text = "SELECT 1 FROM memberships WHERE tenant_id = $1 AND account_id = $2";
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    Ok(!rows.await?.is_empty())
}

pub(super) fn already() -> Reason {
    let message = "somebody of that e-mail is a member already; change their roles";
    Reason::new(Code::RecordsTaken, "/email", message).with("field", "email")
}

/// `GET /v1/members`
pub(crate) async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let after = wanted.after_id()?;
    let values = [Bound::Id(caller.tenant), Bound::Id(after), Bound::Whole(wanted.rows())];
    let rows = app
        .store
        .read_platform(move |mut tx| {
            Box::pin(async move {
                tx.ask(
                    "SELECT m.account_id, a.email, m.name, m.roles, m.created_at FROM memberships m \
                     JOIN accounts a ON a.id = m.account_id \
                     WHERE m.tenant_id = $1 AND m.account_id > $2 ORDER BY m.account_id LIMIT $3",
                    &values,
                )
                .await
            })
        })
        .await?;
    Ok(wanted.answer(&rows, member, &["account"])?)
}

fn member(row: &AnyRow) -> Result<Value, Failure> {
    Ok(json!({
        "account": row.id(0)?.map(written),
        "email": row.text(1)?,
        "name": row.text(2)?,
        "roles": roles_of(row.text(3)?),
        "created_at": row.whole(4)?.and_then(Instant::from_microseconds),
    }))
}

pub(super) fn roles_of(text: Option<&str>) -> Vec<String> {
    serde_json::from_str(text.unwrap_or_default()).unwrap_or_default()
}

/// `PATCH /v1/members/{account}`: other roles; none when they leave.
pub(crate) async fn change(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Answer {
    let roles = fields.texts("roles");
    fields.finish()?;
    let none = || Failure::from(Reason::new(Code::RecordsNotFound, "", "there is no such member"));
    let Some(account) = id_of(&id) else {
        return Err(none().into());
    };
    let (now, given) = (app.now().microseconds(), roles.clone());
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                hold(&mut tx, caller.tenant).await?;
                let changed = Changed::by(&caller, account, &given, now);
                let members = changed.members(&mut tx).await?;
                if !members.iter().any(|member| member.id == written(account)) {
                    return Err(none());
                }
                changed.check(members)?;
                changed.keep(&mut tx).await
            })
        })
        .await?;
    app.auth().standings.account_changed(account);
    Ok(Json(json!({"account": id, "roles": roles})).into_response())
}

/// Whoever changes the members of a tenant holds its row until the end: two owners cannot take each other out at once.
pub(super) async fn hold(tx: &mut PlatformTx<'_>, tenant: TenantKey) -> Result<(), Failure> {
    let key = [Bound::Id(tenant)];
    tx.tell("UPDATE tenants SET version = version + 1 WHERE id = $1", &key)
        .await?;
    Ok(())
}

/// Whose the rules of a pack are: every tenant's of it, under one name.
pub(super) fn pack_id() -> TenantId {
    TenantId::new("pack")
}

/// The account of somebody who asks in person.
pub(super) fn account_of(caller: &Caller) -> Result<[u8; 16], Failure> {
    id_of(&caller.actor.id).ok_or_else(|| Failure::defect("somebody without an account asks in person"))
}

/// Everybody of a tenant, as of now.
pub(super) async fn everybody(tx: &mut PlatformTx<'_>, tenant: TenantKey) -> Result<Vec<AccessActor>, Failure> {
    let text = "SELECT account_id, roles FROM memberships WHERE tenant_id = $1 ORDER BY account_id";
    with_roles(&tx.ask(text, &[Bound::Id(tenant)]).await?)
}

/// People of rows with an id and roles.
pub(super) fn with_roles(rows: &[AnyRow]) -> Result<Vec<AccessActor>, Failure> {
    let mut people = Vec::with_capacity(rows.len());
    for row in rows {
        let mut person = AccessActor::new(pack_id(), written(row.id(0)?.unwrap_or_default()));
        person.roles = roles_of(row.text(1)?);
        people.push(person);
    }
    Ok(people)
}

/// Whoever asks, with the roles of theirs that there are.
pub(super) fn acting(members: &[AccessActor], actor: &str, pack: &Pack) -> Result<AccessActor, Failure> {
    let own = members.iter().find(|member| member.id == actor);
    let mut actor = own.cloned().ok_or_else(|| {
        let message = format!("`{WRITES}` is needed, and you do not hold it any more");
        Failure::from(Reason::new(Code::TenancyPermissionMissing, "", message).with("permission", WRITES))
    })?;
    actor.roles.retain(|role| pack.access().has_role(role));
    Ok(actor)
}

/// A member who is to have other roles.
pub(super) struct Changed<'c> {
    pub(super) tenant: TenantKey,
    pub(super) pack: &'c Pack,
    /// The version of what the tenant has of its own in it; nothing where nothing is checked by it.
    pub(super) fields: Option<i64>,
    /// Who gives them.
    pub(super) actor: String,
    pub(super) account: [u8; 16],
    pub(super) roles: &'c [String],
    pub(super) now: i64,
}

impl<'c> Changed<'c> {
    /// By somebody who asks.
    pub(super) fn by(caller: &'c Caller, account: [u8; 16], roles: &'c [String], now: i64) -> Changed<'c> {
        Changed {
            tenant: caller.tenant,
            pack: &caller.pack,
            fields: caller.fields,
            actor: caller.actor.id.clone(),
            account,
            roles,
            now,
        }
    }

    /// Everybody of the tenant, as of now; nobody where the roles of the tenant's own are not those of its pack any more.
    pub(super) async fn members(&self, tx: &mut PlatformTx<'_>) -> Result<Vec<AccessActor>, Failure> {
        if let Some(known) = self.fields {
            own_packs::still(tx, self.tenant, known).await?;
        }
        everybody(tx, self.tenant).await
    }

    /// By the engine's rules: nobody gives or takes what they do not hold, and an owner remains.
    pub(super) fn check(&self, members: Vec<AccessActor>) -> Result<(), Failure> {
        let pack = self.pack;
        let actor = acting(&members, &self.actor, pack)?;
        let members: Vec<_> = members.into_iter().map(Scoped::new).collect();
        let request = ChangeRolesRequest::new(actor, members, written(self.account), self.roles.to_vec());
        pack.access().change_roles(&request)?;
        Ok(())
    }

    /// Has somebody leave, with what they were invited by.
    pub(super) async fn leave(&self, tx: &mut PlatformTx<'_>) -> Result<(), Failure> {
        self.check(self.members(tx).await?)?;
        let key = [Bound::Id(self.tenant), Bound::Id(self.account)];
        let invited =
            "DELETE FROM invitations WHERE tenant_id = $1 AND email = (SELECT email FROM accounts WHERE id = $2)";
        tx.tell(invited, &key).await?;
        self.keep(tx).await
    }

    async fn keep(&self, tx: &mut PlatformTx<'_>) -> Result<(), Failure> {
        let key = [Bound::Id(self.tenant), Bound::Id(self.account)];
        if self.roles.is_empty() {
            tx.tell("DELETE FROM memberships WHERE tenant_id = $1 AND account_id = $2", &key)
                .await?;
            let own = [Bound::Id(self.tenant), Bound::Text(written(self.account))];
            tx.tell("DELETE FROM saved_searches WHERE tenant_id = $1 AND member = $2", &own)
                .await?;
            notices::forget(tx, &own).await?;
            exports::forget(tx, &own).await?;
            return self.note(tx, "member_left").await;
        }
        let [tenant, account] = key;
        let roles = Bound::Text(json!(self.roles).to_string());
        tx.tell(
            "UPDATE memberships SET roles = $3 WHERE tenant_id = $1 AND account_id = $2",
            &[tenant, account, roles],
        )
        .await?;
        self.note(tx, "roles_changed").await
    }

    pub(super) async fn note(&self, tx: &mut PlatformTx<'_>, action: &'static str) -> Result<(), Failure> {
        let happened = Happened {
            at: self.now,
            tenant: self.tenant,
            actor: self.actor.clone(),
            entity: Own::Member,
            action,
            record: self.account,
            changes: json!([{"field": "roles", "after": self.roles}]),
        };
        audit::keep(tx, happened).await
    }
}
