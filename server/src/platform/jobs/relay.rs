//! The outbox, passed on once it is kept: effects become jobs, what happened gets its place in the order of its tenant and goes to
//! whoever is told of it. All of it is one transaction, so that nothing is lost and nothing is passed on twice.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use ratebook::records::Pack;
use serde_json::{Value, json};

use super::{Connectors, NewJob, automation, read};
use crate::platform::auth::written;
use crate::platform::webhooks;
use crate::state::App;
use crate::store::sql::{Bound, Dialect};
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantKey};

/// What whoever passes on holds.
pub(super) const LOCK: i64 = 0x7261_7465_6f75_7462;

/// Behind all ids.
const LAST: [u8; 16] = [0xff; 16];

/// Two hundred of twenty tenants at most, in the order of their ids behind the last one that had its share: whoever changes a million records
/// keeps others waiting for a share of its own, and not for all of them. Of each tenant it is the oldest, and each gets the number behind the last
/// one of its tenant. `seq` stands in the orders because the index of what waits has it and no other does. The shares are made first, and what
/// waits is looked for by them: looked for the other way round, a share would be made for each row that waits.
const PASS_ON: &str = "WITH RECURSIVE whose (tenant_id, place) AS (SELECT f.tenant_id, 1 FROM (SELECT tenant_id FROM outbox WHERE \
    done_at IS NULL AND tenant_id >= $2 ORDER BY tenant_id, id, seq LIMIT 1) f UNION ALL SELECT (SELECT o.tenant_id FROM outbox o WHERE \
    o.done_at IS NULL AND o.tenant_id > w.tenant_id ORDER BY o.tenant_id, o.id, o.seq LIMIT 1), w.place + 1 FROM whose w WHERE \
    w.tenant_id IS NOT NULL AND w.place < 20), shares (tenant_id, last) AS MATERIALIZED (SELECT w.tenant_id, coalesce((SELECT o.id FROM outbox o \
    WHERE o.done_at IS NULL AND o.tenant_id = w.tenant_id ORDER BY o.id, o.seq LIMIT 1 OFFSET (SELECT 200 / count(v.tenant_id) - 1 FROM \
    whose v)), $3) FROM whose w WHERE w.tenant_id IS NOT NULL) UPDATE outbox SET done_at = $1, seq = n.seq FROM (SELECT o.tenant_id, \
    o.id, row_number() OVER (PARTITION BY o.tenant_id ORDER BY o.id) + coalesce((SELECT max(m.seq) FROM outbox m WHERE m.tenant_id = \
    o.tenant_id), 0) AS seq FROM shares s CROSS JOIN outbox o WHERE o.tenant_id = s.tenant_id AND o.id <= s.last AND o.done_at IS NULL ORDER \
    BY o.tenant_id, o.id LIMIT 200) n WHERE outbox.tenant_id = n.tenant_id AND outbox.id = n.id RETURNING outbox.tenant_id, outbox.id, \
    outbox.at, outbox.actor, outbox.entity, outbox.record_id, outbox.name, outbox.is_effect, outbox.body";

/// Something that happened, or is to be done.
#[derive(Clone, Debug)]
pub(crate) struct Passed {
    pub(crate) tenant: TenantKey,
    pub(crate) id: [u8; 16],
    /// When, in microseconds since 1970.
    pub(crate) at: i64,
    pub(crate) actor: String,
    pub(crate) entity: String,
    pub(crate) record: [u8; 16],
    /// What happened, such as `customer:created`, or the name of an effect.
    pub(crate) name: String,
    is_effect: bool,
    body: Value,
    /// Whether it is one of the figures of business: what is only tried is none.
    counts: bool,
}

/// Whose things are passed on.
struct Tenant {
    wanting: Vec<webhooks::Wanting>,
    pack: Works,
    is_sandbox: bool,
}

/// By which pack a tenant works.
enum Works {
    By(Arc<Pack>),
    /// By one that other servers have.
    ByAnother,
    ByNone,
}

impl Tenant {
    async fn of(tx: &mut PlatformTx<'_>, app: &App, id: TenantKey) -> Result<Tenant, Failure> {
        let text =
            "SELECT t.pack, s.expires_at FROM tenants t LEFT JOIN sandboxes s ON s.tenant_id = t.id WHERE t.id = $1";
        let rows = tx.ask(text, &[Bound::Id(id)]).await?;
        let sandbox = rows.first().map(|row| row.is_given(1)).transpose()?;
        let name = rows.first().map(|row| row.text(0)).transpose()?.flatten();
        let pack = match name.map(|name| app.packs.get(name)) {
            Some(Some(pack)) => Works::By(Arc::clone(pack)),
            Some(None) => Works::ByAnother,
            None => Works::ByNone,
        };
        Ok(Tenant {
            wanting: webhooks::wanting(tx, id).await?,
            pack,
            is_sandbox: sandbox.unwrap_or(false),
        })
    }
}

impl Passed {
    fn read(row: &AnyRow) -> Result<Passed, Failure> {
        Ok(Passed {
            tenant: row.id(0)?.unwrap_or_default(),
            id: row.id(1)?.unwrap_or_default(),
            at: row.whole(2)?.unwrap_or(0),
            actor: row.text(3)?.unwrap_or_default().to_owned(),
            entity: row.text(4)?.unwrap_or_default().to_owned(),
            record: row.id(5)?.unwrap_or_default(),
            name: row.text(6)?.unwrap_or_default().to_owned(),
            is_effect: row.truth(7)?.unwrap_or(false),
            body: read(row.text(8)?),
            counts: true,
        })
    }

    /// What is done of it: by whoever carries an effect out, or by telling those who want to be told and running the rules that wait for
    /// it.
    fn jobs(&self, tenant: &Tenant, connectors: &Connectors) -> Vec<NewJob> {
        if self.is_effect {
            return webhooks::of_effect(&tenant.wanting, self).unwrap_or_else(|| vec![self.job(connectors)]);
        }
        let deliveries = tenant.wanting.iter().filter_map(|one| one.delivery_of(self));
        deliveries.chain(self.rules(tenant)).collect()
    }

    /// The rules of the tenant's pack that wait for it. What happens among the records of the platform is of no tenant.
    fn rules(&self, tenant: &Tenant) -> Option<NewJob> {
        let pack = match &tenant.pack {
            Works::ByNone => return None,
            Works::By(pack) => Some(&**pack),
            Works::ByAnother => None,
        };
        let (of, came) = (
            (self.entity.as_str(), self.record, self.name.as_str()),
            (self.id, self.actor.as_str()),
        );
        automation::job_of(pack, of, came, &self.body)
    }

    /// With what an effect is named.
    pub(crate) fn with(&self) -> Option<&Value> {
        self.body.get("with")
    }

    /// The job of an effect.
    fn job(&self, connectors: &Connectors) -> NewJob {
        // What one of them does to a record is known by the first of its names.
        let whose = connectors.of(&self.name);
        let whose = whose.and_then(|connector| connector.names().first().copied());
        let whose = whose.unwrap_or(&self.name);
        NewJob {
            name: self.name.clone(),
            // What was sent under a key of its own is done once for that.
            key: self
                .body
                .get("key")
                .and_then(Value::as_str)
                .map_or_else(|| written(self.id), str::to_owned),
            lane: Some(format!("{whose} {} {}", self.entity, written(self.record))),
            body: json!({
                "entity": self.entity,
                "record": written(self.record),
                "actor": self.actor,
                "with": self.with().cloned().unwrap_or_else(|| json!({})),
                "chain": self.body.get("chain").and_then(Value::as_u64).unwrap_or(0),
            }),
        }
    }
}

/// Passes on what waits, as far as one batch goes; how much it was. One server does so at a time.
pub async fn pass_on(app: &App) -> Result<usize, Failure> {
    let waiting = app.store.read_platform(|mut tx| {
        Box::pin(async move { tx.ask("SELECT 1 FROM outbox WHERE done_at IS NULL LIMIT 1", &[]).await })
    });
    // Whoever has nothing to do writes nothing.
    if waiting.await?.is_empty() {
        return Ok(0);
    }
    let own = app.clone();
    let (passed, last) = app
        .store
        .platform(move |mut tx| Box::pin(async move { pass_on_some(&mut tx, &own).await }))
        .await?;
    app.passed_on.send_replace(last);
    for one in passed.iter().filter(|one| one.counts && !one.is_effect) {
        app.telemetry.figures().happened(&one.name);
    }
    Ok(passed.len())
}

/// What comes next behind a tenant, or from the first one on.
async fn due(tx: &mut PlatformTx<'_>, now: i64, behind: TenantKey) -> Result<Vec<AnyRow>, Failure> {
    let mut rows = Vec::new();
    let next = u128::from_be_bytes(behind).wrapping_add(1).to_be_bytes();
    for first in [next, TenantKey::default()] {
        if rows.is_empty() {
            let values = [Bound::Whole(now), Bound::Id(first), Bound::Id(LAST)];
            rows = tx.ask(PASS_ON, &values).await?;
        }
    }
    Ok(rows)
}

async fn pass_on_some(tx: &mut PlatformTx<'_>, app: &App) -> Result<(Vec<Passed>, TenantKey), Failure> {
    let behind = *app.passed_on.borrow();
    if tx.dialect() == Dialect::Postgres {
        let held = tx
            .ask("SELECT pg_try_advisory_xact_lock($1)", &[Bound::Whole(LOCK)])
            .await?;
        if held.first().map(|row| row.truth(0)).transpose()?.flatten() != Some(true) {
            return Ok((Vec::new(), behind));
        }
    }
    let now = app.now().microseconds();
    let rows = due(tx, now, behind).await?;
    let mut passed = rows.iter().map(Passed::read).collect::<Result<Vec<_>, _>>()?;
    passed.sort_by_key(|one| one.id);
    let mut tenants: BTreeMap<TenantKey, Tenant> = BTreeMap::new();
    for one in &mut passed {
        let tenant = match tenants.entry(one.tenant) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(Tenant::of(tx, app, one.tenant).await?),
        };
        one.counts = !tenant.is_sandbox;
        for job in one.jobs(tenant, &app.connectors) {
            job.keep(tx, (one.tenant, now), &app.connectors).await?;
        }
    }
    let last = passed.iter().map(|one| one.tenant).max();
    Ok((passed, last.unwrap_or(behind)))
}
