//! What is done once it is kept, by whoever can: kept in the transaction that asks for it, begun by one server at a time, tried again
//! where it fails, and told to people where that is of no use any more.

mod automation;
mod contacts;
mod documents;
mod effects;
mod rehearsal;
mod relay;
mod routes;
mod schedules;
mod worker;

use std::collections::BTreeMap;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use ratebook::flow::RetryPolicy;
use ratebook::time::Instant;
use serde_json::{Value, json};

use crate::records::keep::new_id;
use crate::state::App;
use crate::store::sql::{Bound, Dialect};
use crate::store::{Failure, PlatformTx, TenantKey, TenantTx};

pub(super) use effects::{desk_of, engine_of};
pub(super) use relay::Passed;
pub use relay::pass_on;
pub(super) use routes::{of_lane, routes};
pub(crate) use worker::sweep;
pub use worker::{watch, work};

/// Something to be done for a tenant.
#[derive(Clone, Debug)]
pub struct Job {
    /// For whom.
    pub tenant: TenantKey,
    /// Which one.
    pub id: [u8; 16],
    /// Who carries it out.
    pub name: String,
    /// What it comes from, the same however often it is tried: an outside that is told so twice does it once.
    pub key: String,
    /// What for.
    pub body: Value,
    /// Jobs of one lane are done one after the other.
    pub lane: Option<String>,
    /// Which attempt this is; the first one is 1.
    pub attempt: u32,
    /// How often somebody has been at it: what only the last one may end.
    begun: i64,
    /// How far it has come.
    pub progress: Option<Value>,
}

/// What became of an attempt.
#[derive(Debug)]
pub enum Carried {
    /// It is done, with what there is to tell of it.
    Done(String),
    /// It is done, and kept as such with whatever it changed.
    Kept,
    /// It goes on at once, from what was kept of it.
    Further,
    /// It is done at that moment and not before, for this reason; that is no attempt.
    Later(Instant, String),
    /// It may succeed later.
    Failed(String),
    /// It would fail again.
    Useless(String),
}

/// Whoever carries out jobs: what leads outside, and what changes records.
pub trait Connector: fmt::Debug + Send + Sync {
    /// The effects that it carries out. What it does to one record it does in the order in which it was asked for.
    fn names(&self) -> &[&'static str];

    /// Whether its jobs are the engine's own, which no pack has an effect of. Each says so: what is left unsaid would be offered to packs.
    fn is_own(&self) -> bool;

    /// Whether anything of what it does leaves the house. Whoever does not say that it stays inside leads outside: it carries nothing out for a
    /// sandbox.
    fn leads_outside(&self) -> bool {
        true
    }

    /// What would leave the house, for whoever looks at a sandbox; nothing of it leaves.
    fn would_send<'a>(&'a self, _app: &'a App, job: &'a Job) -> Sending<'a> {
        Box::pin(async { Ok(Would::Send(job.body.clone())) })
    }

    /// When it tries again.
    fn retries(&self) -> RetryPolicy;

    /// For how many seconds one attempt may take before it is given up.
    fn seconds(&self) -> u32 {
        60
    }

    /// Carries one out.
    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a>;
}

/// An attempt.
pub type Carrying<'a> = Pin<Box<dyn Future<Output = Result<Carried, Failure>> + Send + 'a>>;

/// What would leave the house.
#[derive(Debug)]
pub enum Would {
    /// This.
    Send(Value),
    /// Nothing, or not yet.
    Not(Carried),
}

/// What would be sent.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<Would, Failure>> + Send + 'a>>;

/// Everybody who carries something out, by the names of what it is.
#[derive(Clone, Debug, Default)]
pub struct Connectors(BTreeMap<&'static str, Arc<dyn Connector>>);

impl Connectors {
    /// Those of the engine itself.
    pub fn of_engine() -> Connectors {
        Connectors::default()
            .and(effects::Changes)
            .and(documents::Making)
            .and(automation::Rules)
            .and(schedules::Rounds)
            .and(contacts::Contacts)
            .and(super::webhooks::Deliveries::default())
            .and(super::hooks::Work)
            .and(super::imports::Imports)
            .and(super::exports::Exports)
            .and(super::privacy::Forgetting)
            .and(super::privacy::Retention)
            .and(super::notices::Notices)
            .and(super::sandboxes::Filling)
            .and(super::push::Push::default())
            .and(super::sms::Sms::default())
    }

    /// The same with another one.
    #[must_use]
    pub fn and(mut self, connector: impl Connector + 'static) -> Connectors {
        let connector: Arc<dyn Connector> = Arc::new(connector);
        for name in connector.names() {
            self.0.insert(name, Arc::clone(&connector));
        }
        self
    }

    /// The names of what leaves the house.
    pub fn outside(&self) -> Vec<&'static str> {
        let outside = self.0.iter().filter(|(_, connector)| connector.leads_outside());
        outside.map(|(name, _)| *name).collect()
    }

    /// Who carries out what is called so.
    pub fn of(&self, name: &str) -> Option<&Arc<dyn Connector>> {
        self.0.get(name)
    }

    /// The effects of packs that are carried out here.
    pub fn effects(&self) -> Vec<String> {
        let own = self.0.iter().filter(|(_, connector)| !connector.is_own());
        let names = own.map(|(name, _)| *name).chain([super::webhooks::EFFECT]);
        names.map(str::to_owned).collect()
    }

    /// Whether an effect of a pack is carried out here.
    pub fn carries(&self, effect: &str) -> bool {
        effect == super::webhooks::EFFECT || self.of(effect).is_some_and(|connector| !connector.is_own())
    }
}

/// A job to be kept.
#[derive(Clone, Debug)]
pub(crate) struct NewJob {
    pub(crate) name: String,
    pub(crate) key: String,
    /// Jobs of one lane are done one after the other.
    pub(crate) lane: Option<String>,
    pub(crate) body: Value,
}

/// Kept once for each name and key; behind others of its lane where there are some.
const KEEP: &str = "INSERT INTO jobs (tenant_id, id, name, key, lane, body, state, due_at, attempt, begun, created_at) VALUES ($1, $2, $3, \
    $4, $5, $6, CASE WHEN $7 = 'waiting' AND EXISTS (SELECT 1 FROM jobs o WHERE o.tenant_id = $1 AND o.lane = $5 AND o.state IN ('waiting', \
    'running', 'behind')) THEN 'behind' ELSE $7 END, $8, 0, 0, $8) ON CONFLICT (tenant_id, name, key) DO NOTHING";
/// The first one of a lane that waits behind others is due where there are none any more.
const ADVANCE: &str = "UPDATE jobs SET state = 'waiting', due_at = $3 WHERE tenant_id = $1 AND id = (SELECT n.id FROM jobs n \
    WHERE n.tenant_id = $1 AND n.lane = $2 AND n.state = 'behind' ORDER BY n.id LIMIT 1) AND NOT EXISTS (SELECT \
    1 FROM jobs r WHERE r.tenant_id = $1 AND r.lane = $2 AND r.state IN ('waiting', 'running'))";
/// Whoever adds to a lane and whoever ends one of it do so one after the other. SQLite has one writer, and needs none of it.
const HOLD_LANE: &str = "SELECT pg_advisory_xact_lock(hashtextextended($2, 0)) WHERE $1::uuid IS NOT NULL";

/// Holds a lane until the end of the transaction.
async fn hold(tx: &mut PlatformTx<'_>, tenant: TenantKey, lane: Option<&str>) -> Result<(), Failure> {
    if let Some(lane) = lane.filter(|_| tx.dialect() == Dialect::Postgres) {
        tx.ask(HOLD_LANE, &[Bound::Id(tenant), Bound::Text(lane.to_owned())])
            .await?;
    }
    Ok(())
}

/// Makes the next one of a lane due, where nothing of it is any more.
async fn advance(tx: &mut PlatformTx<'_>, tenant: TenantKey, lane: Option<&str>, now: i64) -> Result<(), Failure> {
    if let Some(lane) = lane {
        let values = [Bound::Id(tenant), Bound::Text(lane.to_owned()), Bound::Whole(now)];
        tx.tell(ADVANCE, &values).await?;
    }
    Ok(())
}

impl NewJob {
    /// Keeps it, unless there is one of its name and key.
    pub(crate) async fn keep(
        self,
        tx: &mut PlatformTx<'_>,
        (tenant, now): (TenantKey, i64),
        connectors: &Connectors,
    ) -> Result<(), Failure> {
        hold(tx, tenant, self.lane.as_deref()).await?;
        let values = [&[Bound::Id(tenant)][..], self.values(now, connectors).as_slice()].concat();
        tx.tell(KEEP, &values).await.map(drop)
    }

    /// The same in the transaction of the tenant.
    pub(crate) async fn keep_in(self, tx: &mut TenantTx<'_>, now: i64, connectors: &Connectors) -> Result<(), Failure> {
        if let Some(lane) = self.lane.clone().filter(|_| tx.dialect() == Dialect::Postgres) {
            tx.ask(HOLD_LANE, &[Bound::Text(lane)]).await?;
        }
        tx.tell(KEEP, &self.values(now, connectors)).await.map(drop)
    }

    /// What is kept of it behind the tenant.
    fn values(self, now: i64, connectors: &Connectors) -> [Bound; 7] {
        let state = match connectors.of(&self.name) {
            Some(_) => "waiting",
            None => "parked",
        };
        [
            Bound::Id(new_id()),
            Bound::Text(self.name),
            Bound::Text(self.key),
            Bound::text(self.lane.as_deref()),
            Bound::Text(self.body.to_string()),
            Bound::Text(state.to_owned()),
            Bound::Whole(now),
        ]
    }
}

impl Job {
    /// Marks it done in the transaction of what it changed. Where somebody else is at it by now, nothing of that is kept.
    pub async fn done_in(&self, tx: &mut TenantTx<'_>, now: i64, told: &str) -> Result<(), Failure> {
        let text = "UPDATE jobs SET state = 'done', told = $4, finished_at = $5 WHERE tenant_id = $1 AND id = $2 AND begun = $3 AND state = \
                    'running'";
        let values = [
            Bound::Id(self.id),
            Bound::Whole(self.begun),
            Bound::Text(told.to_owned()),
            Bound::Whole(now),
        ];
        let Some(lane) = self.lane.clone() else {
            return held(tx.tell(text, &values).await?);
        };
        let lane = Bound::Text(lane);
        if tx.dialect() == Dialect::Postgres {
            tx.ask(HOLD_LANE, std::slice::from_ref(&lane)).await?;
        }
        held(tx.tell(text, &values).await?)?;
        tx.tell(ADVANCE, &[lane, Bound::Whole(now)]).await.map(drop)
    }

    /// What is left of it once what it sends is on its way: the same, with when that was.
    pub(in crate::platform) fn body_when_sent(&self, app: &App) -> Value {
        let mut kept = self.body.clone();
        if let Some(kept) = kept.as_object_mut() {
            kept.insert("sent".to_owned(), json!(app.now()));
        }
        kept
    }

    /// Leaves no more of what it is about than this, of what must not be kept longer than it is needed.
    pub(in crate::platform) async fn leave(&self, app: &App, body: &Value) -> Result<(), Failure> {
        let text = "UPDATE jobs SET body = $4 WHERE tenant_id = $1 AND id = $2 AND begun = $3 AND state = 'running'";
        let values = [
            Bound::Id(self.tenant),
            Bound::Id(self.id),
            Bound::Whole(self.begun),
            Bound::Text(body.to_string()),
        ];
        let told = app
            .store
            .platform(move |mut tx| Box::pin(async move { tx.tell(text, &values).await }));
        held(told.await?)
    }

    /// Keeps how far it has come, in the transaction in which it came there.
    pub async fn come_to(&self, tx: &mut TenantTx<'_>, progress: &Value) -> Result<(), Failure> {
        let text =
            "UPDATE jobs SET progress = $4 WHERE tenant_id = $1 AND id = $2 AND begun = $3 AND state = 'running'";
        let values = [
            Bound::Id(self.id),
            Bound::Whole(self.begun),
            Bound::Text(progress.to_string()),
        ];
        held(tx.tell(text, &values).await?)
    }
}

/// That a job is still one's own.
fn held(rows: u64) -> Result<(), Failure> {
    if rows == 1 {
        return Ok(());
    }
    Err(Failure::Busy("somebody else is at this job by now".to_owned()))
}

/// What a page tells of a body.
fn read(text: Option<&str>) -> Value {
    text.and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_else(|| json!({}))
}
