//! The roles of a tenant: those of its pack, and those that it has made of its own, which are made, changed and removed by those of its
//! members who may.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::tenancy::Scoped;
use ratebook::tenancy::access::{AccessRole, ChangeRoleRequest, CustomRole};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::audit::{self, Happened, Own};
use super::caller::Caller;
use super::form::Fields;
use super::members::{READS, WRITES, acting, everybody, hold, with_roles};
use super::own_packs::{Roles, changed, still};
use crate::problem::Problem;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, json as kept_as};

type Answer = Result<Response, Problem>;

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/roles", Needs::Holds(READS), list)
        .post("/v1/roles", Needs::HoldsInPerson(WRITES), make)
        .get("/v1/roles/{name}", Needs::Holds(READS), one)
        .patch("/v1/roles/{name}", Needs::HoldsInPerson(WRITES), change)
        .delete("/v1/roles/{name}", Needs::HoldsInPerson(WRITES), remove)
}

/// A role of the tenant's own as it is kept, and since when.
#[derive(Clone, Debug)]
struct Kept {
    role: CustomRole,
    created_at: Option<i64>,
    updated_at: Option<i64>,
}

impl Kept {
    fn read(row: &AnyRow) -> Result<Kept, Failure> {
        Ok(Kept {
            role: kept_as::read(row.text(0)?.unwrap_or_default().as_bytes())?,
            created_at: row.whole(1)?,
            updated_at: row.whole(2)?,
        })
    }
}

/// A role as it is told: with all that it includes, and with what is wrong with it by the pack of now.
fn told(caller: &Caller, resolved: &AccessRole, kept: Option<(&Kept, &[Reason])>) -> Result<Value, Failure> {
    let mut answer = kept_as::value(resolved)?;
    let moment = |at: Option<i64>| at.and_then(Instant::from_microseconds);
    let more = match kept {
        Some((kept, faults)) => json!({
            "custom": true,
            "label": kept.role.label,
            "includes": kept.role.includes,
            "allow": kept.role.allow,
            "deny": kept.role.deny,
            "faults": faults,
            "created_at": moment(kept.created_at),
            "updated_at": moment(kept.updated_at),
        }),
        None => {
            let rules = caller.pack.definition().roles.get(&resolved.name);
            let rules = rules.cloned().unwrap_or_default();
            json!({
                "custom": false,
                "label": null,
                "includes": rules.includes,
                "allow": rules.allow,
                "deny": rules.deny,
                "faults": [],
                "created_at": null,
                "updated_at": null,
            })
        }
    };
    if let (Some(answer), Value::Object(more)) = (answer.as_object_mut(), more) {
        answer.extend(more);
    }
    Ok(answer)
}

/// Every role of the tenant, by its pack of now.
async fn all(app: &App, caller: &Caller) -> Result<Vec<(String, Value)>, Failure> {
    let read = app.store.read(caller.tenant, |mut tx| {
        Box::pin(async move {
            let text =
                "SELECT definition, created_at, updated_at, name FROM custom_roles WHERE tenant_id = $1 ORDER BY name";
            let rows = tx.ask(text, &[]).await?;
            let own = rows
                .iter()
                .map(|row| Ok::<_, Failure>((row.text(3)?.unwrap_or_default().to_owned(), Kept::read(row)?)));
            own.collect::<Result<BTreeMap<String, Kept>, _>>()
        })
    });
    let own = read.await?;
    let base = app.packs.get(&caller.pack.definition().name);
    let base = base.ok_or_else(|| Failure::defect("a pack that is not served"))?;
    let roles: Roles = own
        .iter()
        .map(|(name, kept)| (name.clone(), kept.role.clone()))
        .collect();
    let (_, reasons) = base.closed_roles(&roles);
    let mut faults: BTreeMap<String, Vec<Reason>> = BTreeMap::new();
    for mut reason in reasons {
        // `/custom_roles/custom_desk/allow/0`
        let parts = reason.path.strip_prefix("/custom_roles/");
        let Some((name, place)) = parts.and_then(|rest| rest.split_once('/')) else {
            continue;
        };
        let (name, place) = (name.to_owned(), format!("/{place}"));
        reason.path = place;
        faults.entry(name).or_default().push(reason);
    }
    let mut answers = Vec::new();
    for resolved in caller.pack.access().roles() {
        let name = resolved.name.clone();
        let own = own.get(&name);
        let wrong = faults.get(&name).map_or(&[][..], Vec::as_slice);
        answers.push((name, told(caller, &resolved, own.map(|own| (own, wrong)))?));
    }
    Ok(answers)
}

/// `GET /v1/roles`: those of the pack and of the tenant's own, in order of name.
async fn list(State(app): State<App>, caller: Caller) -> Answer {
    let all = all(&app, &caller).await?;
    let items: Vec<Value> = all.into_iter().map(|(_, role)| role).collect();
    Ok(Json(json!({"items": items})).into_response())
}

/// `GET /v1/roles/{name}`
async fn one(State(app): State<App>, caller: Caller, Path(name): Path<String>) -> Answer {
    let mut all = all(&app, &caller).await?.into_iter();
    let found = all.find(|(own, _)| *own == name);
    let (_, role) = found.ok_or_else(|| none("there is no such role"))?;
    Ok(Json(role).into_response())
}

fn none(message: &str) -> Failure {
    Reason::new(Code::RecordsNotFound, "", message).into()
}

/// What somebody says of a role; what they do not say is left as it is.
#[derive(Clone, Debug)]
struct Edit {
    label: Option<Option<String>>,
    includes: Option<Vec<String>>,
    allow: Option<Vec<String>>,
    deny: Option<Vec<String>>,
}

impl Edit {
    fn read(mut fields: Fields) -> Result<Edit, Problem> {
        let edit = Edit {
            label: fields.text_or_null("label"),
            includes: fields.texts_if_given("includes"),
            allow: fields.texts_if_given("allow"),
            deny: fields.texts_if_given("deny"),
        };
        fields.finish()?;
        Ok(edit)
    }

    fn of(self, mut role: CustomRole) -> CustomRole {
        let Edit {
            label,
            includes,
            allow,
            deny,
        } = self;
        role.label = label.unwrap_or(role.label);
        role.includes = includes.unwrap_or(role.includes);
        role.allow = allow.unwrap_or(role.allow);
        role.deny = deny.unwrap_or(role.deny);
        role
    }
}

/// A role of the tenant's own about which somebody wishes something.
#[derive(Clone, Debug)]
struct Wish {
    caller: Caller,
    name: String,
    now: i64,
}

/// `POST /v1/roles`
async fn make(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let name = fields.text("name");
    let role = Edit::read(fields)?.of(CustomRole::default());
    let now = app.now().microseconds();
    let wish = Wish { caller, name, now };
    let (working, wished) = (wish.clone(), role.clone());
    let done = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let former = working.begin(&mut tx).await?;
            if former.is_some() {
                let message = "there is a role of this name; choose another name, or change that one";
                return Err(Reason::new(Code::RecordsTaken, "/name", message)
                    .with("field", "name")
                    .into());
            }
            let resolved = working.checked(&mut tx, Some(wished.clone())).await?;
            let text = "INSERT INTO custom_roles (tenant_id, name, definition, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)";
            working.keep(&mut tx, text, &wished).await?;
            let told = json!({"after": wished});
            working.finish(&mut tx, ("role_made", told)).await?;
            Ok(resolved)
        })
    });
    let resolved = done.await.map_err(placed)?;
    app.auth().standings.tenant_changed();
    let kept = wish.kept(role, now);
    let answer = told(&wish.caller, &resolved, Some((&kept, &[])))?;
    Ok((StatusCode::CREATED, Json(answer)).into_response())
}

/// `PATCH /v1/roles/{name}`: what is said of a role is so from the answer on, for all who hold it.
async fn change(State(app): State<App>, caller: Caller, Path(name): Path<String>, fields: Fields) -> Answer {
    let edit = Edit::read(fields)?;
    let now = app.now().microseconds();
    let wish = Wish { caller, name, now };
    let working = wish.clone();
    let done = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let former = working.begin(&mut tx).await?.ok_or_else(|| working.none())?;
            let role = edit.of(former.role.clone());
            let resolved = working.checked(&mut tx, Some(role.clone())).await?;
            let text = "UPDATE custom_roles SET definition = $3, updated_at = $4 WHERE tenant_id = $1 AND name = $2";
            working.keep(&mut tx, text, &role).await?;
            let told = json!({"before": former.role, "after": role});
            working.finish(&mut tx, ("role_changed", told)).await?;
            Ok((resolved, role, former.created_at))
        })
    });
    let (resolved, role, created_at) = done.await.map_err(placed)?;
    app.auth().standings.tenant_changed();
    let kept = Kept {
        created_at,
        ..wish.kept(role, now)
    };
    Ok(Json(told(&wish.caller, &resolved, Some((&kept, &[])))?).into_response())
}

/// `DELETE /v1/roles/{name}`: refused while members hold it, invitations give it or other roles include it.
async fn remove(State(app): State<App>, caller: Caller, Path(name): Path<String>) -> Answer {
    let now = app.now().microseconds();
    let wish = Wish { caller, name, now };
    let done = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let former = wish.begin(&mut tx).await?.ok_or_else(|| wish.none())?;
            wish.checked(&mut tx, None).await?;
            let key = [Bound::Id(wish.caller.tenant), Bound::Text(wish.name.clone())];
            tx.tell("DELETE FROM custom_roles WHERE tenant_id = $1 AND name = $2", &key)
                .await?;
            let told = json!({"before": former.role});
            wish.finish(&mut tx, ("role_removed", told)).await
        })
    });
    done.await.map_err(placed)?;
    app.auth().standings.tenant_changed();
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Names the places of what was sent as they stand in it: the body is the role itself.
fn placed(failure: Failure) -> Failure {
    let Failure::Refused(error) = failure else {
        return failure;
    };
    let at_home = |reason: &mut Reason| {
        if let Some(rest) = reason.path.strip_prefix("/role") {
            reason.path = rest.to_owned();
        }
    };
    Failure::Refused(Error::each_reason(error, at_home))
}

impl Wish {
    /// Holds the tenant's members and roles until the end, as they are known; the role as it is kept.
    async fn begin(&self, tx: &mut PlatformTx<'_>) -> Result<Option<Kept>, Failure> {
        let tenant = self.caller.tenant;
        hold(tx, tenant).await?;
        let known = self.caller.fields.unwrap_or(0);
        still(tx, tenant, known).await?;
        let text = "SELECT definition, created_at, updated_at FROM custom_roles WHERE tenant_id = $1 AND name = $2";
        let rows = tx
            .ask(text, &[Bound::Id(tenant), Bound::Text(self.name.clone())])
            .await?;
        rows.first().map(Kept::read).transpose()
    }

    /// By the engine's rules, in the name of whoever asks, among the members of now.
    async fn checked(&self, tx: &mut PlatformTx<'_>, role: Option<CustomRole>) -> Result<AccessRole, Failure> {
        let (tenant, pack) = (self.caller.tenant, &self.caller.pack);
        let members = everybody(tx, tenant).await?;
        let text = "SELECT id, roles FROM invitations WHERE tenant_id = $1 ORDER BY id";
        let invited = with_roles(&tx.ask(text, &[Bound::Id(tenant)]).await?)?;
        let actor = acting(&members, &self.caller.actor.id, pack)?;
        let mut request = ChangeRoleRequest::new(actor, self.name.clone());
        request.role = role;
        request.members = members.into_iter().map(Scoped::new).collect();
        request.invited = invited.into_iter().map(Scoped::new).collect();
        Ok(pack.change_role(&request)?)
    }

    async fn keep(&self, tx: &mut PlatformTx<'_>, text: &'static str, role: &CustomRole) -> Result<(), Failure> {
        let values = [
            Bound::Id(self.caller.tenant),
            Bound::Text(self.name.clone()),
            Bound::Text(kept_as::text(role)?),
            Bound::Whole(self.now),
        ];
        tx.tell(text, &values).await.map(drop)
    }

    /// Has everybody go by the roles as they are now, and writes down what happened.
    async fn finish(&self, tx: &mut PlatformTx<'_>, (action, told): (&'static str, Value)) -> Result<(), Failure> {
        changed(tx, self.caller.tenant).await?;
        let mut change = json!({"field": self.name});
        if let (Some(change), Value::Object(told)) = (change.as_object_mut(), told) {
            change.extend(told);
        }
        let happened = Happened {
            at: self.now,
            tenant: self.caller.tenant,
            actor: self.caller.actor.id.clone(),
            entity: Own::CustomRole,
            action,
            record: self.caller.tenant,
            changes: json!([change]),
        };
        audit::keep(tx, happened).await
    }

    fn kept(&self, role: CustomRole, now: i64) -> Kept {
        Kept {
            role,
            created_at: Some(now),
            updated_at: Some(now),
        }
    }

    fn none(&self) -> Failure {
        let is_of_pack = self.caller.pack.access().has_role(&self.name);
        none(if is_of_pack {
            "the role is the pack's; make one of your own that includes it"
        } else {
            "the tenant has made no such role"
        })
    }
}
