//! Sandboxes made, filled, begun again and gone.

use ratebook::flow::RetryPolicy;
use ratebook::time::Zone;
use ratebook::{Code, Reason};
use serde_json::json;
use uuid::Uuid;

use crate::came::ENGINE;
use crate::platform::audit::{self, Happened, Own};
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::platform::jobs::{Carried, Carrying, Connector, Job, NewJob};
use crate::platform::members::keep_member;
use crate::platform::tenants::FIRST_ROLE;
use crate::records;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells, TenantKey};

/// Who fills one is called so.
const FILL: &str = "fill_sandbox";
const DAY: i64 = 24 * 3_600 * 1_000_000;
/// As many go at once whose time is over.
const MOST: i64 = 100;
/// Of a slug that is free again so much stays.
const SLUG: usize = 40;

/// How a tenant is set up, without people, secrets and records: `$1` is the tenant, `$2` its sandbox.
const COPIED: [&str; 7] = [
    "INSERT INTO custom_fields (tenant_id, entity, name, definition, created_at) SELECT $2, entity, name, definition, created_at FROM \
     custom_fields WHERE tenant_id = $1 AND removed_at IS NULL",
    "INSERT INTO custom_versions (tenant_id, version) SELECT $2, version FROM custom_versions WHERE tenant_id = $1",
    "INSERT INTO custom_roles (tenant_id, name, definition, created_at, updated_at) SELECT $2, name, definition, created_at, updated_at FROM \
     custom_roles WHERE tenant_id = $1",
    "INSERT INTO custom_machines (tenant_id, entity, version, definition, created_at) SELECT $2, entity, version, definition, created_at FROM \
     custom_machines WHERE tenant_id = $1 AND ended_at IS NULL",
    "INSERT INTO tenant_settings (tenant_id, name, value, version, updated_at) SELECT $2, name, value, version, updated_at FROM \
     tenant_settings WHERE tenant_id = $1 AND sealed IS NULL",
    "INSERT INTO brands (tenant_id, name, address, fill, text, logo_type, logo, updated_at) SELECT $2, name, address, fill, text, logo_type, \
     logo, updated_at FROM brands WHERE tenant_id = $1",
    "INSERT INTO tenant_plans (tenant_id, plan) SELECT $2, plan FROM tenant_plans WHERE tenant_id = $1",
];

/// What a sandbox is to be.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub(super) slug: String,
    /// What it is called; as its tenant, where nobody says.
    pub(super) name: Option<String>,
    /// Whether it gets the demo records of its pack.
    pub(super) is_demo: bool,
    pub(super) days: i64,
}

pub(super) fn no_tenant() -> Reason {
    Reason::new(Code::RecordsNotFound, "", "there is no such tenant")
}

fn happened(
    now: i64,
    (tenant, actor): (TenantKey, String),
    action: &'static str,
    other: Option<TenantKey>,
) -> Happened {
    let changes = other.map(|other| json!({"field": "sandbox", "after": written(other)}));
    Happened {
        at: now,
        tenant,
        actor,
        entity: Own::Tenant,
        action,
        record: tenant,
        changes: json!(changes.as_slice()),
    }
}

/// Makes one of a tenant, for somebody who is its owner; of those that admins make there are so many at most.
pub(super) async fn make(
    app: &App,
    (original, account): (TenantKey, [u8; 16]),
    wish: Wish,
    most: Option<i64>,
) -> Result<TenantKey, Failure> {
    let (own, now) = (app.clone(), app.now().microseconds());
    let made = app.store.platform(move |mut tx| {
        Box::pin(async move {
            // Whoever makes one of it holds the tenant until the end.
            let held = "UPDATE tenants SET version = version + 1 WHERE id = $1 AND state = 'active'";
            if tx.tell(held, &[Bound::Id(original)]).await? == 0 {
                return Err(no_tenant().into());
            }
            if let Some(most) = most {
                within(&mut tx, original, most).await?;
            }
            let id = begin(&mut tx, (original, account), &wish, now).await?;
            let text = "SELECT name FROM accounts WHERE id = $1";
            let rows = tx.ask(text, &[Bound::Id(account)]).await?;
            let name = rows.first().map(|row| row.text(0)).transpose()?.flatten();
            let name = name.unwrap_or_default().to_owned();
            keep_member(&mut tx, id, account, (&name, &[FIRST_ROLE.to_owned()]), now).await?;
            fill(&own, &mut tx, (id, wish.is_demo), now).await?;
            let told = happened(now, (original, written(account)), "sandbox_made", Some(id));
            audit::keep(&mut tx, told).await?;
            Ok(id)
        })
    });
    let id = made.await?;
    app.auth().standings.account_changed(account);
    Ok(id)
}

/// Refuses the admins of a tenant who have as many as they may.
async fn within(tx: &mut PlatformTx<'_>, original: TenantKey, most: i64) -> Result<(), Failure> {
    let text = "SELECT count(*) FROM sandboxes s JOIN tenants t ON t.id = s.tenant_id WHERE s.original = $1 AND t.state <> 'deleted'";
    if tx.count(text, &[Bound::Id(original)]).await? < most {
        return Ok(());
    }
    let message = match most {
        0 => "sandboxes are made by who runs the installation; ask them for one".to_owned(),
        most => format!("a tenant has {most} sandboxes at most; delete one first"),
    };
    Err(Reason::new(Code::RequestConflict, "", message).into())
}

/// The tenant itself, set up as the one of which it is.
async fn begin(
    tx: &mut PlatformTx<'_>,
    (original, account): (TenantKey, [u8; 16]),
    wish: &Wish,
    now: i64,
) -> Result<TenantKey, Failure> {
    let text = "SELECT t.name, t.pack, t.zone, s.original FROM tenants t LEFT JOIN sandboxes s ON s.tenant_id = t.id WHERE t.id = $1 AND \
                t.state = 'active'";
    let rows = tx.ask(text, &[Bound::Id(original)]).await?;
    let row = rows.first().ok_or_else(no_tenant)?;
    if row.is_given(3)? {
        let message = "it is a sandbox itself; make another one of its tenant";
        return Err(Reason::new(Code::RequestConflict, "", message).into());
    }
    let id = Uuid::now_v7().into_bytes();
    let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
    let values = [
        Bound::Id(id),
        Bound::Text(wish.slug.clone()),
        Bound::Text(wish.name.clone().map_or_else(|| text(0), Ok)?),
        Bound::Text(text(1)?),
        Bound::Text(text(2)?),
        Bound::Whole(now),
    ];
    tx.tell(
        "INSERT INTO tenants (id, slug, name, pack, zone, state, version, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, 'active', 1, \
         $6, $6)",
        &values,
    )
    .await?;
    let values = [
        Bound::Id(id),
        Bound::Id(original),
        Bound::Truth(wish.is_demo),
        Bound::Id(account),
        Bound::Whole(now),
        Bound::Whole(now.saturating_add(wish.days.saturating_mul(DAY))),
    ];
    tx.tell(
        "INSERT INTO sandboxes (tenant_id, original, is_demo, made_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
        &values,
    )
    .await?;
    for text in COPIED {
        tx.tell(text, &[Bound::Id(original), Bound::Id(id)]).await?;
    }
    let told = happened(now, (id, written(account)), "made", None);
    audit::keep(tx, told).await?;
    Ok(id)
}

async fn fill(app: &App, tx: &mut PlatformTx<'_>, (id, is_demo): (TenantKey, bool), now: i64) -> Result<(), Failure> {
    if !is_demo {
        return Ok(());
    }
    let job = NewJob {
        name: FILL.to_owned(),
        key: written(id),
        lane: None,
        body: json!({}),
    };
    job.keep(tx, (id, now), &app.connectors).await
}

/// Begins one again, by its slug and for its members: another tenant comes in its place, and nothing of the former is left. Nothing where there
/// is no such one, or of another tenant.
pub(super) async fn reset(
    app: &App,
    (id, of): (TenantKey, Option<TenantKey>),
    account: [u8; 16],
) -> Result<Option<TenantKey>, Failure> {
    let (own, now) = (app.clone(), app.now().microseconds());
    let done = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let text = "SELECT s.original, s.is_demo, s.expires_at - s.created_at, t.slug, t.name FROM sandboxes s JOIN tenants t ON t.id = \
                        s.tenant_id WHERE s.tenant_id = $1";
            let rows = tx.ask(text, &[Bound::Id(id)]).await?;
            let Some(row) = rows.first() else { return Ok(None) };
            let original = row.id(0)?.unwrap_or_default();
            let wish = Wish {
                slug: row.text(3)?.unwrap_or_default().to_owned(),
                name: row.text(4)?.map(str::to_owned),
                is_demo: row.truth(1)?.unwrap_or(false),
                days: row.whole(2)?.unwrap_or(DAY) / DAY,
            };
            if !gone(&mut tx, (id, of), (written(account), now)).await? {
                return Ok(None);
            }
            let next = begin(&mut tx, (original, account), &wish, now).await?;
            let members = "INSERT INTO memberships (tenant_id, account_id, name, roles, created_at) SELECT $2, account_id, name, roles, $3 FROM \
                           memberships WHERE tenant_id = $1";
            let values = [Bound::Id(id), Bound::Id(next), Bound::Whole(now)];
            tx.tell(members, &values).await?;
            fill(&own, &mut tx, (next, wish.is_demo), now).await?;
            Ok::<_, Failure>(Some(next))
        })
    });
    let done = done.await?;
    app.auth().standings.tenant_changed();
    Ok(done)
}

/// Deletes one at once; whether there was one, of that tenant where one is named.
pub(super) async fn remove(
    app: &App,
    (id, of): (TenantKey, Option<TenantKey>),
    actor: String,
) -> Result<bool, Failure> {
    let now = app.now().microseconds();
    let removed = app
        .store
        .platform(move |mut tx| Box::pin(async move { gone(&mut tx, (id, of), (actor, now)).await }));
    let removed = removed.await?;
    app.auth().standings.tenant_changed();
    Ok(removed)
}

/// Has one be deleted for good, so that its slug is free; what it had is erased as that of any other.
async fn gone(
    tx: &mut PlatformTx<'_>,
    (id, of): (TenantKey, Option<TenantKey>),
    (actor, now): (String, i64),
) -> Result<bool, Failure> {
    let text = "SELECT t.slug FROM sandboxes s JOIN tenants t ON t.id = s.tenant_id WHERE s.tenant_id = $1 AND t.state <> 'deleted' AND \
                s.original = COALESCE($2, s.original)";
    let rows = tx.ask(text, &[Bound::Id(id), Bound::id(of)]).await?;
    let Some(row) = rows.first() else { return Ok(false) };
    let slug: String = row.text(0)?.unwrap_or_default().chars().take(SLUG).collect();
    let values = [
        Bound::Id(id),
        Bound::Text(format!("{slug}-{}", Uuid::from_bytes(id).simple())),
        Bound::Whole(now),
    ];
    let text = "UPDATE tenants SET state = 'deleted', slug = $2, updated_at = $3, version = version + 1 WHERE id = $1";
    tx.tell(text, &values).await?;
    audit::keep(tx, happened(now, (id, actor), "deleted", None)).await?;
    Ok(true)
}

/// Deletes those whose time is over, and those of a tenant that is deleted; how many it were.
pub(crate) async fn expire(app: &App) -> Result<u64, Failure> {
    let values = [Bound::Whole(app.now().microseconds()), Bound::Whole(MOST)];
    let text = "SELECT s.tenant_id FROM sandboxes s JOIN tenants t ON t.id = s.tenant_id WHERE t.state <> 'deleted' AND (s.expires_at <= $1 OR \
                EXISTS (SELECT 1 FROM tenants o WHERE o.id = s.original AND o.state = 'deleted')) ORDER BY s.expires_at LIMIT $2";
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    let mut expired = 0;
    for row in &rows.await? {
        let id = row.id(0)?.unwrap_or_default();
        expired += u64::from(remove(app, (id, None), ENGINE.to_owned()).await?);
    }
    Ok(expired)
}

/// Whoever makes the demo records of a sandbox.
#[derive(Debug)]
pub(in crate::platform) struct Filling;

impl Connector for Filling {
    fn names(&self) -> &[&'static str] {
        &[FILL]
    }

    fn is_own(&self) -> bool {
        true
    }

    fn leads_outside(&self) -> bool {
        false
    }

    fn retries(&self) -> RetryPolicy {
        RetryPolicy::new(vec![5, 60, 300])
    }

    fn seconds(&self) -> u32 {
        100
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(async move {
            let text = "SELECT pack, zone FROM tenants WHERE id = $1";
            let tenant = job.tenant;
            let rows = app
                .store
                .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &[Bound::Id(tenant)]).await }));
            let rows = rows.await?;
            let Some(row) = rows.first() else {
                return Ok(Carried::Useless("the sandbox is gone".to_owned()));
            };
            let zone = row.text(1)?.and_then(|zone| zone.parse().ok()).unwrap_or(Zone::UTC);
            let pack = row.text(0)?.unwrap_or_default().to_owned();
            let Some(caller) = Caller::engine(app, tenant, &pack, zone).await? else {
                return Err(Failure::Busy("the pack of the sandbox is not served here".to_owned()));
            };
            let made = records::demo::fill(app, caller).await?;
            Ok(Carried::Done(format!("{made} records")))
        })
    }
}
