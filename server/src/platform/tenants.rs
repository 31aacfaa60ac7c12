//! The tenants of the installation: made, listed and changed by who runs it.

use std::collections::BTreeSet;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::records::Pack;
use ratebook::tenancy::{StandingRequest, Tenant, TenantId, TenantStatus};
use ratebook::time::{Instant, Zone};
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};
use uuid::Uuid;

use super::accounts::{self, Hashed, NewAccount, id_of};
use super::audit::{self, Happened, Own};
use super::auth::written;
use super::caller::Operator;
use super::domains;
use super::form::Fields;
use super::invitations::{Invitation, Sent};
use super::members::keep_member;
use super::pages::Wanted;
use crate::came::ENGINE;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantKey};

type Answer = Result<Response, Problem>;

/// The role of a tenant's first admin: the one that a tenant is never left without.
pub(super) const FIRST_ROLE: &str = "owner";

/// A tenant that is to be.
#[derive(Clone, Debug)]
struct NewTenant {
    id: TenantKey,
    slug: String,
    name: String,
    pack: String,
    zone: String,
    plan: Option<String>,
}

impl NewTenant {
    fn read(app: &App, fields: &mut Fields) -> NewTenant {
        let slug = fields.text("slug");
        let name = fields.text("name").trim().to_owned();
        let pack = fields.text("pack");
        let zone = fields.text("zone");
        fault_of_names(fields, (&slug, &name));
        if !pack.is_empty() && !app.packs.contains_key(&pack) {
            let known: Vec<String> = app.packs.keys().map(|name| format!("`{name}`")).collect();
            let message = format!("no such pack is served; there are {}", known.join(", "));
            fields.fault(Code::RequestUnknown, "pack", message);
        }
        if let Some(error) = zone.parse::<Zone>().err().filter(|_| !zone.is_empty()) {
            fields.fault(Code::TimeZoneUnknown, "zone", error.to_string());
        }
        let plan = fields.text_or_null("plan").flatten();
        if let (Some(plan), Some(pack)) = (&plan, app.packs.get(&pack))
            && let Some(message) = fault_of_plan(plan, pack)
        {
            fields.fault(Code::RequestUnknown, "plan", message);
        }
        let id = Uuid::now_v7().into_bytes();
        NewTenant {
            id,
            slug,
            name,
            pack,
            zone,
            plan,
        }
    }
}

/// Tells what is wrong with how a tenant is to be called, by the engine's rules of what a part of an address and a name are.
pub(super) fn fault_of_names(fields: &mut Fields, (slug, name): (&str, &str)) {
    if !slug.is_empty() && !name.is_empty() {
        let definition = json!({"id": "tenant", "name": name, "subdomain": slug});
        let faults = Tenant::load(definition).err().map(Error::into_reasons);
        for reason in faults.into_iter().flatten() {
            let field = if reason.path == "/subdomain" { "slug" } else { "name" };
            fields.fault(Code::RequestRange, field, reason.message);
        }
    }
    if Uuid::parse_str(slug).is_ok() {
        fields.fault(Code::RequestRange, "slug", "a slug must not look like an id");
    }
}

/// `POST /v1/tenants`
pub(crate) async fn make(State(app): State<App>, operator: Operator, mut fields: Fields) -> Answer {
    let tenant = NewTenant::read(&app, &mut fields);
    let admin = fields.inside("admin").map(|mut inside| {
        let admin = NewAccount::read(&mut inside);
        fields.join(inside);
        admin
    });
    fields.finish()?;
    let Some(admin) = admin else {
        return Err(Failure::defect("a tenant without its admin passed").into());
    };
    let admin = admin.hashed(&app).await?;
    let answer = json!({
        "id": written(tenant.id),
        "slug": tenant.slug,
        "name": tenant.name,
        "pack": tenant.pack,
        "zone": tenant.zone,
        "state": "active",
        "plan": tenant.plan,
    });
    let (own, now) = (app.clone(), app.now().microseconds());
    let made = app
        .store
        .platform(move |tx| Box::pin(made(own, tx, operator.account, (tenant, admin), now)))
        .await;
    let admin = match made.map_err(taken)? {
        Admin::Made(account) => {
            app.auth().standings.account_changed(account);
            json!({"account": written(account), "roles": [FIRST_ROLE], "invitation": null})
        }
        Admin::Invited(sent) => json!({"account": null, "roles": [FIRST_ROLE], "invitation": sent.told(&app)}),
    };
    let mut answer = answer;
    if let Value::Object(fields) = &mut answer {
        fields.insert("admin".to_owned(), admin);
    }
    Ok((StatusCode::CREATED, Json(answer)).into_response())
}

pub(super) fn taken(failure: Failure) -> Problem {
    match failure {
        Failure::Taken(_) => {
            let message = "another tenant has this slug; choose another one";
            Problem::of_reason(
                409,
                Reason::new(Code::RecordsTaken, "/slug", message).with("field", "slug"),
            )
        }
        other => other.into(),
    }
}

/// The first admin of a tenant.
enum Admin {
    /// By an account that was made with the tenant.
    Made([u8; 16]),
    /// Somebody who has an account: they are asked, and nobody else's word makes them a member.
    Invited(Sent),
}

async fn made(
    app: App,
    mut tx: PlatformTx<'_>,
    operator: [u8; 16],
    (tenant, admin): (NewTenant, Hashed),
    now: i64,
) -> Result<Admin, Failure> {
    let values = [
        Bound::Id(tenant.id),
        Bound::Text(tenant.slug.clone()),
        Bound::Text(tenant.name),
        Bound::Text(tenant.pack.clone()),
        Bound::Text(tenant.zone),
        Bound::Whole(now),
    ];
    tx.tell(
        "INSERT INTO tenants (id, slug, name, pack, zone, state, version, created_at, updated_at) \
         VALUES ($1, $2, $3, $4, $5, 'active', 1, $6, $6)",
        &values,
    )
    .await?;
    keep_plan(&mut tx, tenant.id, tenant.plan.as_deref()).await?;
    let roles = vec![FIRST_ROLE.to_owned()];
    let (account, made) = match accounts::made(&mut tx, &admin, false, now).await? {
        Some(account) => {
            keep_member(&mut tx, tenant.id, account, (&admin.name, &roles), now).await?;
            (Some(account), Admin::Made(account))
        }
        None => {
            let invitation = Invitation {
                tenant: tenant.id,
                id: Uuid::new_v4().into_bytes(),
                email: admin.email,
                name: admin.name,
                roles,
                password: None,
                by: operator,
            };
            (None, Admin::Invited(invitation.keep(&app, &mut tx, now).await?))
        }
    };
    let happened = Happened {
        at: now,
        tenant: tenant.id,
        actor: written(operator),
        entity: Own::Tenant,
        action: "made",
        record: tenant.id,
        changes: json!([{"slug": tenant.slug, "pack": tenant.pack, "admin": account.map(written)}]),
    };
    audit::keep(&mut tx, happened).await?;
    Ok(made)
}

/// `GET /v1/tenants`
pub(crate) async fn list(State(app): State<App>, _: Operator, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [
        Bound::Text(wanted.after.clone().unwrap_or_default()),
        Bound::Whole(wanted.rows()),
    ];
    let rows = app
        .store
        .read_platform(move |mut tx| {
            Box::pin(async move {
                tx.ask(
                    "SELECT t.id, t.slug, t.name, t.pack, t.zone, t.state, t.created_at, t.domain, p.plan, t.moved_to, s.expires_at FROM tenants t \
                     LEFT JOIN tenant_plans p ON p.tenant_id = t.id LEFT JOIN sandboxes s ON s.tenant_id = t.id WHERE t.slug > $1 ORDER BY t.slug LIMIT $2",
                    &values,
                )
                .await
            })
        })
        .await?;
    Ok(wanted.answer(&rows, tenant, &["slug"])?)
}

fn tenant(row: &AnyRow) -> Result<Value, Failure> {
    Ok(json!({
        "id": row.id(0)?.map(written),
        "slug": row.text(1)?,
        "name": row.text(2)?,
        "pack": row.text(3)?,
        "zone": row.text(4)?,
        "state": row.text(5)?,
        "created_at": row.whole(6)?.and_then(Instant::from_microseconds),
        "domain": row.text(7)?,
        "plan": row.text(8)?,
        "moved_to": row.text(9)?,
        "is_sandbox": row.is_given(10)?,
    }))
}

/// Why a plan is none of a pack's.
fn fault_of_plan(plan: &str, pack: &Pack) -> Option<String> {
    let definition = pack.definition();
    let quotas = definition.quotas.iter().flat_map(|quota| quota.plans.keys());
    let limits = definition.rate_limits.iter().flat_map(|limit| limit.plans.keys());
    let known: BTreeSet<&String> = quotas.chain(limits).collect();
    if known.iter().any(|known| *known == plan) {
        return None;
    }
    let known: Vec<String> = known.iter().map(|plan| format!("`{plan}`")).collect();
    Some(match known.as_slice() {
        [] => "nothing of this pack has plans; leave `plan` out".to_owned(),
        known => format!("nothing of this pack has this plan; there are {}", known.join(", ")),
    })
}

/// Gives a tenant another plan of its pack's, or none.
async fn replanned(
    app: &App,
    tx: &mut PlatformTx<'_>,
    (actor, id): (&str, TenantKey),
    plan: Option<String>,
    now: Instant,
) -> Result<(), Failure> {
    let text = "SELECT t.pack, p.plan FROM tenants t LEFT JOIN tenant_plans p ON p.tenant_id = t.id WHERE t.id = $1";
    let rows = tx.ask(text, &[Bound::Id(id)]).await?;
    let Some(row) = rows.first() else { return Ok(()) };
    let pack = app.packs.get(row.text(0)?.unwrap_or_default());
    if let (Some(plan), Some(pack)) = (&plan, pack)
        && let Some(message) = fault_of_plan(plan, pack)
    {
        return Err(Reason::new(Code::RequestUnknown, "/plan", message).into());
    }
    keep_plan(tx, id, plan.as_deref()).await?;
    let happened = Happened {
        at: now.microseconds(),
        tenant: id,
        actor: actor.to_owned(),
        entity: Own::Tenant,
        action: "plan_changed",
        record: id,
        changes: json!([{"field": "plan", "before": row.text(1)?, "after": plan}]),
    };
    audit::keep(tx, happened).await
}

async fn keep_plan(tx: &mut PlatformTx<'_>, tenant: TenantKey, plan: Option<&str>) -> Result<(), Failure> {
    let (text, values) = match plan {
        Some(plan) => (
            "INSERT INTO tenant_plans (tenant_id, plan) VALUES ($1, $2) ON CONFLICT (tenant_id) DO UPDATE SET plan = excluded.plan",
            vec![Bound::Id(tenant), Bound::Text(plan.to_owned())],
        ),
        None => ("DELETE FROM tenant_plans WHERE tenant_id = $1", vec![Bound::Id(tenant)]),
    };
    tx.tell(text, &values).await.map(drop)
}

/// What becomes of a tenant.
#[derive(Clone, Debug)]
struct Wish {
    state: Option<(TenantStatus, String)>,
    domain: Option<Option<String>>,
    plan: Option<Option<String>>,
}

impl Wish {
    fn read(app: &App, fields: &mut Fields) -> Wish {
        let domain = fields.text_or_null("domain");
        if let Some(Some(domain)) = &domain
            && let Some(message) = fault_of_domain(domain, app.base_domain.as_deref())
        {
            fields.fault(Code::RequestRange, "domain", message);
        }
        let plan = fields.text_or_null("plan");
        // One of them is there.
        let state = match domain.is_none() && plan.is_none() {
            true => Some(fields.text("state")),
            false => fields.text_or_null("state").flatten(),
        };
        let state = state.and_then(|text| {
            let known: Option<TenantStatus> = serde_json::from_value(json!(text)).ok();
            if known.is_none() && !text.is_empty() {
                let message = "a tenant is `provisioning`, `active`, `suspended`, `deleting` or `deleted`";
                fields.fault(Code::RequestUnknown, "state", message);
            }
            Some((known?, text))
        });
        Wish { state, domain, plan }
    }
}

/// Why a domain is none that a tenant can have.
pub(super) fn fault_of_domain(domain: &str, base_domain: Option<&str>) -> Option<String> {
    let Some(base) = base_domain else {
        return Some("set `base_domain` first, so that the server knows which names are not its own".to_owned());
    };
    let definition = json!({"id": "tenant", "name": "tenant", "domains": [domain]});
    if let Err(error) = Tenant::load(definition) {
        return error.reasons().next().map(|reason| reason.message.clone());
    }
    let own = domain == base || domain.strip_suffix(base).is_some_and(|rest| rest.ends_with('.'));
    own.then(|| {
        format!("names under `{base}` are given to tenants by their slugs; choose a domain of the tenant's own")
    })
}

/// `PATCH /v1/tenants/{id}`: another `state`, as far as the engine lets a tenant go there; a `domain` of its own, or none;
/// another `plan`, or none.
pub(crate) async fn change(
    State(app): State<App>,
    operator: Operator,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Answer {
    let wish = Wish::read(&app, &mut fields);
    fields.finish()?;
    let none = || {
        let reason = Reason::new(Code::RecordsNotFound, "", "there is no such tenant");
        Failure::from(reason)
    };
    let Some(id) = id_of(&id) else {
        return Err(none().into());
    };
    let (own, now) = (app.clone(), app.now());
    let changed = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                let actor = written(operator.account);
                if let Some(plan) = wish.plan.clone() {
                    replanned(&own, &mut tx, (&actor, id), plan, now).await?;
                }
                let changed = changed(&mut tx, (&actor, id), wish, now).await?;
                changed.ok_or_else(none)
            })
        })
        .await;
    let answer = changed.map_err(|failure| of_another(failure, "choose another one"))?;
    app.auth().standings.tenant_changed();
    Ok(Json(answer).into_response())
}

/// Why a tenant was not given a domain, and what is to be done where another one has it.
pub(super) fn of_another(failure: Failure, advice: &str) -> Problem {
    let Failure::Taken(_) = failure else {
        return failure.into();
    };
    let message = format!("another tenant has this domain; {advice}");
    let reason = Reason::new(Code::RecordsTaken, "/domain", message);
    Problem::of_reason(409, reason.with("field", "domain"))
}

async fn changed(
    tx: &mut PlatformTx<'_>,
    (actor, id): (&str, TenantKey),
    wish: Wish,
    now: Instant,
) -> Result<Option<Value>, Failure> {
    const ONE: &str = "SELECT t.id, t.slug, t.name, t.pack, t.zone, t.state, t.created_at, t.domain, p.plan, t.moved_to, s.expires_at, t.updated_at FROM tenants t \
         LEFT JOIN tenant_plans p ON p.tenant_id = t.id LEFT JOIN sandboxes s ON s.tenant_id = t.id WHERE t.id = $1";
    let key = Bound::Id(id);
    // Whoever changes it holds the row until the end.
    tx.tell(
        "UPDATE tenants SET version = version + 1 WHERE id = $1",
        std::slice::from_ref(&key),
    )
    .await?;
    let rows = tx.ask(ONE, std::slice::from_ref(&key)).await?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let happened = |action, changes| Happened {
        at: now.microseconds(),
        tenant: id,
        actor: actor.to_owned(),
        entity: Own::Tenant,
        action,
        record: id,
        changes,
    };
    if let Some((wanted, text)) = wish.state {
        let state = row.text(5)?.unwrap_or_default();
        let since = row.whole(11)?.and_then(Instant::from_microseconds);
        let definition = json!({"id": "tenant", "name": row.text(2)?, "status": state, "status_since": since});
        let request = StandingRequest::new(TenantId::new("tenant"), now).with_becomes(wanted);
        Tenant::load(definition)?.standing(&request)?;
        let values = [key.clone(), Bound::Text(text.clone()), Bound::Whole(now.microseconds())];
        tx.tell("UPDATE tenants SET state = $2, updated_at = $3 WHERE id = $1", &values)
            .await?;
        let changes = json!([{"field": "state", "before": state, "after": text}]);
        audit::keep(tx, happened("state_changed", changes)).await?;
    }
    if wish.domain.iter().flatten().next().is_some() && row.is_given(10)? {
        let message = "a sandbox has no domain of its own; it is reached by its slug";
        return Err(Reason::new(Code::RequestConflict, "/domain", message).into());
    }
    if let Some(domain) = wish.domain {
        domains::give(tx, (id, actor, now.microseconds()), domain.as_deref()).await?;
    }
    let rows = tx.ask(ONE, &[key]).await?;
    rows.first().map(tenant).transpose()
}

/// Has a tenant be suspended that goes on at another address.
pub(super) async fn moved_away(tx: &mut PlatformTx<'_>, id: TenantKey, to: &str, now: Instant) -> Result<(), Failure> {
    let wish = Wish {
        state: Some((TenantStatus::Suspended, "suspended".to_owned())),
        domain: None,
        plan: None,
    };
    let rows = tx
        .ask("SELECT state FROM tenants WHERE id = $1", &[Bound::Id(id)])
        .await?;
    let state = rows.first().map(|row| row.text(0)).transpose()?.flatten();
    if state != Some("suspended") {
        changed(tx, (ENGINE, id), wish, now).await?;
    }
    let values = [Bound::Id(id), Bound::Text(to.to_owned())];
    tx.tell("UPDATE tenants SET moved_to = $2 WHERE id = $1", &values)
        .await?;
    let happened = Happened {
        at: now.microseconds(),
        tenant: id,
        actor: ENGINE.to_owned(),
        entity: Own::Tenant,
        action: "moved_away",
        record: id,
        changes: json!([{"field": "moved_to", "before": null, "after": to}]),
    };
    audit::keep(tx, happened).await
}

/// Has a tenant be deleted for good, once the days are over for which it was kept.
pub(super) async fn delete_for_good(tx: &mut PlatformTx<'_>, id: TenantKey, now: Instant) -> Result<(), Failure> {
    let wish = Wish {
        state: Some((TenantStatus::Deleted, "deleted".to_owned())),
        domain: Some(None),
        plan: None,
    };
    changed(tx, (ENGINE, id), wish, now).await.map(drop)
}
