//! Who comes by a key: whoever made it, as they stand now, and within its scopes alone.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};

use moka::sync::Cache;
use ratebook::tenancy::{ApiKeyRecord, CheckKeyRequest, KeyCheck, Scoped, Tenant, TenantId};
use ratebook::time::Instant;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{ACTIVE, By, Chosen, HOLDS, Held, MOST_KEPT, Standing, Standings, Tenancy, not_signed_in, standing};
use crate::came::Came;
use crate::limits::{self, Suspicion};
use crate::platform::auth::{KEY_MARK, Presented, written};
use crate::platform::trace;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantKey};

/// No key is longer.
const MOST_BYTES: usize = 100;
/// That a key was used is written down so seldom.
const NOTED_EVERY_MICROSECONDS: i64 = 5 * 60 * 1_000_000;

/// By whose rules keys are made and checked: every tenant's, under one name.
pub(crate) const OF_ALL: &str = "keys";

static RULES: LazyLock<ratebook::Result<Tenant>> =
    LazyLock::new(|| Tenant::load(json!({"id": OF_ALL, "name": "Keys"})));

/// These rules.
pub(crate) fn rules() -> Result<&'static Tenant, Failure> {
    RULES.as_ref().map_err(|error| Failure::from(error.clone()))
}

/// Whose a key is, which never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Whose {
    pub(super) tenant: TenantKey,
    pub(super) id: [u8; 16],
    pub(super) account: [u8; 16],
}

/// A key, and whoever comes by it.
#[derive(Debug)]
struct KeyStanding {
    record: Scoped<ApiKeyRecord>,
    standing: Arc<Standing>,
    slug: String,
    domain: Option<String>,
    used_at: AtomicI64,
}

/// The keys that came a moment ago.
#[derive(Debug)]
pub(super) struct Keys {
    /// By the hash of what was given.
    known: Cache<[u8; 32], Whose>,
    held: Cache<Whose, Held<KeyStanding>>,
}

impl Keys {
    pub(super) fn new() -> Keys {
        Keys {
            known: Cache::builder().max_capacity(MOST_KEPT).build(),
            held: Cache::builder().max_capacity(MOST_KEPT).time_to_live(HOLDS).build(),
        }
    }
}

/// The same of a key that is wrong, over, somebody else's or not for whoever asks from there.
fn refused() -> Problem {
    not_signed_in("the API key does not hold here; ask whoever made it")
}

impl Standings {
    /// Who comes by a key.
    pub(super) async fn by_key(&self, app: &App, key: &Presented, chosen: &Chosen) -> Result<Arc<Standing>, Problem> {
        let whose = self.whose(app, key).await?.ok_or_else(|| {
            limits::suspects(Suspicion::secret(&key.0));
            refused()
        })?;
        let own = self.key_standing(app, whose).await?.ok_or_else(refused)?;
        let now = app.now();
        if !own.is_meant(chosen) {
            chosen.lets_nobody_in();
            return Err(refused());
        }
        if !own.holds(key, now)? {
            return Err(refused());
        }
        // That it was used is no reason to refuse it.
        if let Err(failure) = note(app, whose, &own, now.microseconds()).await {
            trace::tell(&format!("an API key: {failure}"));
        }
        Ok(own.standing.clone())
    }

    /// Whose a key is, if it is one.
    async fn whose(&self, app: &App, key: &Presented) -> Result<Option<Whose>, Problem> {
        if key.0.len() > MOST_BYTES {
            return Ok(None);
        }
        let digest: [u8; 32] = Sha256::digest(&key.0).into();
        if let Some(known) = self.keys.known.get(&digest) {
            return Ok(Some(known));
        }
        // A mistyped one costs the database nothing.
        let Some(hash) = checked(key, Vec::new(), app.now())?.hash else {
            return Ok(None);
        };
        let found = app
            .store
            .read_platform(move |mut tx| {
                Box::pin(async move {
                    let asked = "SELECT tenant_id, id, account_id FROM api_keys WHERE hash = $1";
                    tx.ask(asked, &[Bound::Text(hash)]).await
                })
            })
            .await?;
        let Some(row) = found.first() else {
            return Ok(None);
        };
        let id = |place: usize| Ok::<_, Failure>(row.id(place)?.unwrap_or_default());
        let whose = Whose {
            tenant: id(0)?,
            id: id(1)?,
            account: id(2)?,
        };
        self.keys.known.insert(digest, whose);
        Ok(Some(whose))
    }

    async fn key_standing(&self, app: &App, whose: Whose) -> Result<Option<Arc<KeyStanding>>, Problem> {
        let stamps = self.stamps(whose.account);
        if let Some(held) = self.keys.held.get(&whose).filter(|held| held.stamps == stamps) {
            return Ok(Some(held.read));
        }
        let found = app
            .store
            .read_platform(move |mut tx| Box::pin(async move { kept(&mut tx, whose).await }))
            .await?;
        let Some(row) = found.first() else {
            return Ok(None);
        };
        let (record, through) = (kept_record(whose, row)?, Some(By::Key(whose.id)));
        let (own, scopes) = (Tenancy::with_plan(row, 17)?, Some(record.scopes.clone()));
        let standing = standing(app, (whose.account, through), own, scopes, app.now()).await?;
        let read = Arc::new(KeyStanding::of(record, standing, row)?);
        let held = Held {
            read: read.clone(),
            stamps,
        };
        self.keys.held.insert(whose, held);
        Ok(Some(read))
    }
}

/// The row of a key, as long as whoever made it is a member of the tenant.
pub(super) async fn kept(tx: &mut PlatformTx<'_>, whose: Whose) -> Result<Vec<AnyRow>, Failure> {
    let values = [
        Bound::Id(whose.tenant),
        Bound::Id(whose.id),
        Bound::Text(ACTIVE.to_owned()),
    ];
    tx.ask(
        "SELECT t.id, t.name, t.pack, t.zone, t.state, t.updated_at, m.roles, c.version, k.hash, k.scopes, k.addresses, k.expires_at, \
         k.revoked_at, k.used_at, k.created_at, t.slug, t.domain, p.plan FROM api_keys k JOIN accounts a ON a.id = k.account_id \
         JOIN memberships m ON m.tenant_id = k.tenant_id AND m.account_id = k.account_id JOIN tenants t ON t.id = k.tenant_id \
         LEFT JOIN custom_versions c ON c.tenant_id = t.id LEFT JOIN tenant_plans p ON p.tenant_id = t.id WHERE k.tenant_id = $1 AND k.id = $2 AND a.state = $3",
        &values,
    )
    .await
}

/// Whether a key that was kept is neither revoked nor over.
pub(super) fn still_holds(row: &AnyRow, now: Instant) -> Result<bool, Failure> {
    let is_over = row.whole(11)?.is_some_and(|ends| ends <= now.microseconds());
    Ok(!is_over && row.whole(12)?.is_none())
}

/// The scopes of a key that was kept.
pub(super) fn scopes_of(row: &AnyRow) -> Result<Vec<String>, Failure> {
    listed(row.text(9)?)
}

fn kept_record(whose: Whose, row: &AnyRow) -> Result<ApiKeyRecord, Failure> {
    record(
        (whose.id, row.text(8)?.unwrap_or_default()),
        (listed(row.text(9)?)?, listed(row.text(10)?)?),
        [row.whole(14)?, row.whole(11)?, row.whole(12)?],
    )
}

/// A list of texts as it is kept.
pub(crate) fn listed(text: Option<&str>) -> Result<Vec<String>, Failure> {
    let damaged = |_| Failure::defect("a list of an API key cannot be read");
    serde_json::from_str(text.unwrap_or_default()).map_err(damaged)
}

/// A key as the engine looks at it.
pub(crate) fn record(
    (id, hash): ([u8; 16], &str),
    (scopes, addresses): (Vec<String>, Vec<String>),
    [created_at, expires_at, revoked_at]: [Option<i64>; 3],
) -> Result<ApiKeyRecord, Failure> {
    let moment = |at: Option<i64>| at.and_then(Instant::from_microseconds);
    let never = || Failure::defect("an API key was made at no moment");
    let made = moment(created_at).ok_or_else(never)?;
    let mut record = ApiKeyRecord::new(TenantId::new(OF_ALL), written(id), KEY_MARK, hash, "", scopes, made);
    record.addresses = addresses;
    (record.expires_at, record.revoked_at) = (moment(expires_at), moment(revoked_at));
    Ok(record)
}

/// What the engine says of a key that comes from where this request does.
fn checked(key: &Presented, records: Vec<Scoped<ApiKeyRecord>>, now: Instant) -> Result<KeyCheck, Failure> {
    let mut request = CheckKeyRequest::new(TenantId::new(OF_ALL), key.0.clone(), now, records);
    request.address = Came::now().ip.map(|ip| ip.to_string());
    Ok(rules()?.check_key(&request)?)
}

impl KeyStanding {
    fn of(record: ApiKeyRecord, standing: Standing, row: &AnyRow) -> Result<KeyStanding, Failure> {
        Ok(KeyStanding {
            record: Scoped::new(record),
            standing: Arc::new(standing),
            slug: row.text(15)?.unwrap_or_default().to_owned(),
            domain: row.text(16)?.map(str::to_owned),
            used_at: AtomicI64::new(row.whole(13)?.unwrap_or(0)),
        })
    }

    /// Whether its tenant is the one that is meant.
    fn is_meant(&self, chosen: &Chosen) -> bool {
        match chosen {
            Chosen::Only => true,
            Chosen::Id(id) => *id == self.standing.caller.tenant,
            Chosen::Slug(slug) => **slug == self.slug,
            Chosen::Domain(domain) => Some(&**domain) == self.domain.as_deref(),
        }
    }

    fn holds(&self, key: &Presented, now: Instant) -> Result<bool, Failure> {
        Ok(checked(key, vec![self.record.clone()], now)?.allowed)
    }
}

/// Notes that a key was used, unless that was noted a while ago, here or on another server.
async fn note(app: &App, whose: Whose, own: &KeyStanding, now: i64) -> Result<(), Failure> {
    let used = own.used_at.load(Ordering::Relaxed);
    let is_due = now - used >= NOTED_EVERY_MICROSECONDS;
    let (before, after) = (Ordering::Relaxed, Ordering::Relaxed);
    if !is_due || own.used_at.compare_exchange(used, now, before, after).is_err() {
        return Ok(());
    }
    let values = [
        Bound::Id(whose.tenant),
        Bound::Id(whose.id),
        Bound::Whole(now),
        Bound::Whole(now - NOTED_EVERY_MICROSECONDS),
    ];
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                tx.tell(
                    "UPDATE api_keys SET used_at = $3 WHERE tenant_id = $1 AND id = $2 AND (used_at IS NULL OR used_at <= $4)",
                    &values,
                )
                .await
            })
        })
        .await?;
    Ok(())
}
