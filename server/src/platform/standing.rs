//! Who a token stands for, of which tenant, and what they may: asked of the database once a second at most, and at once when this
//! server has changed it.

pub(crate) mod keys;
pub(crate) mod later;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use moka::sync::Cache;
use ratebook::records::Pack;
use ratebook::tenancy::access::AccessActor;
use ratebook::tenancy::{StandingRequest, Tenant, TenantId};
use ratebook::time::{Instant, Zone};
use ratebook::{Code, Reason};
use serde_json::json;

use super::accounts::ACTIVE;
use super::auth::{Proof, Verified, not_signed_in, written};
use super::caller::{Caller, Chosen};
use crate::came::By;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantKey};
use keys::Keys;

/// What was read holds for so long: a change that another server made is seen within a second.
const HOLDS: Duration = Duration::from_millis(900);
/// As many are remembered.
const MOST_KEPT: u64 = 50_000;
/// Accounts share so many stamps.
const STAMPS: usize = 4_096;

/// Somebody whose session lasts.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) account: [u8; 16],
    pub(crate) session: [u8; 16],
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) is_operator: bool,
    /// When they have last shown that it is them, in microseconds since 1970.
    pub(crate) shown_at: Option<i64>,
    /// Who has taken their place, if anybody has.
    pub(crate) instead: Option<Instead>,
}

/// Somebody who runs the installation, in the place of a member of a tenant, and in this tenant alone.
#[derive(Clone, Debug)]
pub(crate) struct Instead {
    pub(crate) operator: [u8; 16],
    /// What they are called.
    pub(crate) name: String,
    pub(crate) reason: String,
    pub(crate) tenant: TenantKey,
    pub(crate) ends_at: Option<Instant>,
}

/// Somebody in a tenant, and how the tenant stands.
#[derive(Debug)]
pub(crate) struct Standing {
    pub(crate) account: [u8; 16],
    /// What asks in their name, where they do not themselves.
    pub(crate) through: Option<By>,
    pub(crate) caller: Caller,
    pub(crate) state: String,
    pub(crate) reads: bool,
    pub(crate) writes: bool,
}

/// An account and a session, as a token names them together.
type Who = ([u8; 16], [u8; 16]);

/// What was read, and the stamps that it was read under.
#[derive(Debug)]
struct Held<T> {
    read: Arc<T>,
    stamps: (u64, u64),
}

impl<T> Clone for Held<T> {
    fn clone(&self) -> Held<T> {
        Held {
            read: self.read.clone(),
            stamps: self.stamps,
        }
    }
}

/// What was read a moment ago.
///
/// Two things end what is remembered here. What this server changes (a session revoked, a password, a membership, a tenant) raises
/// the stamp of the account or of all tenants once it is committed; what was read under another stamp, even if it is remembered
/// only afterwards, is read again: a change holds from its answer on. What another server changes is seen when the entry has grown
/// old, which takes less than a second.
#[derive(Debug)]
pub(crate) struct Standings {
    people: Cache<Who, Held<Person>>,
    callers: Cache<(Who, Chosen), Held<Standing>>,
    keys: Keys,
    accounts: Box<[AtomicU64]>,
    tenants: AtomicU64,
}

impl Standings {
    pub(crate) fn new() -> Standings {
        Standings {
            people: Cache::builder().max_capacity(MOST_KEPT).time_to_live(HOLDS).build(),
            callers: Cache::builder().max_capacity(MOST_KEPT).time_to_live(HOLDS).build(),
            keys: Keys::new(),
            accounts: (0..STAMPS).map(|_| AtomicU64::new(0)).collect(),
            tenants: AtomicU64::new(0),
        }
    }

    fn stamp(&self, account: [u8; 16]) -> Option<&AtomicU64> {
        let [.., high, low] = account;
        self.accounts.get(usize::from(u16::from_be_bytes([high, low])) % STAMPS)
    }

    fn stamps(&self, account: [u8; 16]) -> (u64, u64) {
        let own = self.stamp(account).map_or(0, |stamp| stamp.load(Ordering::Acquire));
        (own, self.tenants.load(Ordering::Acquire))
    }

    /// Something of an account has changed: a session, a membership, a key, its state.
    pub(crate) fn account_changed(&self, account: [u8; 16]) {
        if let Some(stamp) = self.stamp(account) {
            stamp.fetch_add(1, Ordering::AcqRel);
        }
    }

    /// Something of a tenant has changed.
    pub(crate) fn tenant_changed(&self) {
        self.tenants.fetch_add(1, Ordering::AcqRel);
    }

    /// Who a token stands for.
    pub(crate) async fn person(&self, app: &App, token: Verified) -> Result<Arc<Person>, Problem> {
        let (who, stamps) = ((token.account, token.session), self.stamps(token.account));
        if let Some(held) = self.people.get(&who).filter(|held| held.stamps == stamps) {
            return Ok(held.read);
        }
        let now = app.now().microseconds();
        let found = app
            .store
            .read_platform(move |mut tx| Box::pin(async move { person(&mut tx, who, now).await }))
            .await?;
        let read = Arc::new(found.ok_or_else(over)?);
        let held = Held {
            read: read.clone(),
            stamps,
        };
        self.people.insert(who, held);
        Ok(read)
    }

    /// Who comes to a tenant by a token or a key, and what they may there.
    pub(crate) async fn caller(&self, app: &App, proof: &Proof, chosen: Chosen) -> Result<Arc<Standing>, Problem> {
        match proof {
            Proof::Token(token) => self.found(app, (token.account, token.session), chosen).await,
            Proof::Key(key) => self.by_key(app, key, &chosen).await,
        }
    }

    /// Somebody who is signed in, in another of their tenants.
    pub(crate) async fn of_person(&self, app: &App, person: &Person, chosen: Chosen) -> Result<Arc<Standing>, Problem> {
        self.found(app, (person.account, person.session), chosen).await
    }

    async fn found(&self, app: &App, who: Who, chosen: Chosen) -> Result<Arc<Standing>, Problem> {
        let stamps = self.stamps(who.0);
        let key = (who, chosen);
        if let Some(held) = self.callers.get(&key).filter(|held| held.stamps == stamps) {
            return Ok(held.read);
        }
        let now = app.now();
        let chosen = key.1.clone();
        let (person, rows) = app
            .store
            .read_platform(move |mut tx| {
                Box::pin(async move {
                    let person = person(&mut tx, who, now.microseconds()).await?;
                    let instead = person.as_ref().and_then(|person| person.instead.as_ref());
                    let chosen = match (chosen, instead) {
                        (Chosen::Only, Some(instead)) => Chosen::Id(instead.tenant),
                        (chosen, _) => chosen,
                    };
                    Ok((person, memberships(&mut tx, who.0, &chosen).await?))
                })
            })
            .await?;
        let person = person.ok_or_else(over)?;
        let row = match rows.as_slice() {
            [row] => row,
            [] => {
                key.1.lets_nobody_in();
                return Err(no_such_tenant());
            }
            _ => {
                let message = "you are a member of several tenants; say in `X-Tenant-ID` which one is meant";
                return Err(Problem::of_reason(
                    422,
                    Reason::new(Code::RequestMissing, "/X-Tenant-ID", message),
                ));
            }
        };
        let own = Tenancy::with_plan(row, 8)?;
        let instead = person.instead.as_ref();
        if instead.is_some_and(|instead| instead.tenant != own.tenant) {
            return Err(no_such_tenant());
        }
        let through = instead.map(|instead| By::Operator(instead.operator));
        let mut read = standing(app, (person.account, through), own, None, now).await?;
        read.caller.shown_at = person.shown_at;
        let read = Arc::new(read);
        let held = Held {
            read: read.clone(),
            stamps,
        };
        self.callers.insert(key, held);
        Ok(read)
    }
}

fn over() -> Problem {
    not_signed_in("the session is over; sign in again")
}

/// The same for a tenant of others as for one that is not there.
fn no_such_tenant() -> Problem {
    let message = "there is no such tenant, or you are not a member of it";
    Problem::of_reason(403, Reason::new(Code::TenancyWrongTenant, "", message))
}

async fn person(tx: &mut PlatformTx<'_>, (account, session): Who, now: i64) -> Result<Option<Person>, Failure> {
    let values = [
        Bound::Id(session),
        Bound::Id(account),
        Bound::Whole(now),
        Bound::Text(ACTIVE.to_owned()),
        Bound::Truth(true),
    ];
    let rows = tx
        .ask(
            "SELECT a.email, a.name, a.is_operator, s.operator_id, o.name, s.reason, s.within, s.expires_at, s.shown_at FROM sessions s \
             JOIN accounts a ON a.id = s.account_id LEFT JOIN accounts o ON o.id = s.operator_id \
             WHERE s.id = $1 AND s.account_id = $2 AND s.revoked_at IS NULL AND s.expires_at > $3 AND a.state = $4 \
             AND (s.operator_id IS NULL OR (o.is_operator = $5 AND o.state = $4 AND EXISTS (SELECT 1 FROM sessions b WHERE b.id = s.begun_in \
             AND b.revoked_at IS NULL AND b.expires_at > $3)))",
            &values,
        )
        .await?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
    let instead = match row.id(3)? {
        None => None,
        Some(operator) => Some(Instead {
            operator,
            name: text(4)?,
            reason: text(5)?,
            tenant: row.id(6)?.unwrap_or_default(),
            ends_at: row.whole(7)?.and_then(Instant::from_microseconds),
        }),
    };
    Ok(Some(Person {
        account,
        session,
        email: text(0)?,
        name: text(1)?,
        // Who has taken somebody's place has no more than theirs in that tenant.
        is_operator: row.truth(2)?.unwrap_or(false) && instead.is_none(),
        shown_at: row.whole(8)?,
        instead,
    }))
}

const BY_ID: &str = "SELECT t.id, t.name, t.pack, t.zone, t.state, t.updated_at, m.roles, c.version, p.plan FROM memberships m \
    JOIN tenants t ON t.id = m.tenant_id LEFT JOIN custom_versions c ON c.tenant_id = t.id LEFT JOIN tenant_plans p ON p.tenant_id = t.id \
    WHERE m.account_id = $1 AND t.id = $2";
const BY_SLUG: &str = "SELECT t.id, t.name, t.pack, t.zone, t.state, t.updated_at, m.roles, c.version, p.plan FROM memberships m \
    JOIN tenants t ON t.id = m.tenant_id LEFT JOIN custom_versions c ON c.tenant_id = t.id LEFT JOIN tenant_plans p ON p.tenant_id = t.id \
    WHERE m.account_id = $1 AND t.slug = $2";
const BY_DOMAIN: &str = "SELECT t.id, t.name, t.pack, t.zone, t.state, t.updated_at, m.roles, c.version, p.plan FROM memberships m \
    JOIN tenants t ON t.id = m.tenant_id LEFT JOIN custom_versions c ON c.tenant_id = t.id LEFT JOIN tenant_plans p ON p.tenant_id = t.id \
    WHERE m.account_id = $1 AND t.domain = $2";
const FIRST_TWO: &str = "SELECT t.id, t.name, t.pack, t.zone, t.state, t.updated_at, m.roles, c.version, p.plan FROM memberships m \
    JOIN tenants t ON t.id = m.tenant_id LEFT JOIN custom_versions c ON c.tenant_id = t.id LEFT JOIN tenant_plans p ON p.tenant_id = t.id \
    WHERE m.account_id = $1 ORDER BY t.slug LIMIT 2";

/// The memberships that may be meant.
async fn memberships(tx: &mut PlatformTx<'_>, account: [u8; 16], chosen: &Chosen) -> Result<Vec<AnyRow>, Failure> {
    let account = Bound::Id(account);
    match chosen {
        Chosen::Id(id) => tx.ask(BY_ID, &[account, Bound::Id(*id)]).await,
        Chosen::Slug(slug) => tx.ask(BY_SLUG, &[account, Bound::Text(slug.to_string())]).await,
        Chosen::Domain(domain) => tx.ask(BY_DOMAIN, &[account, Bound::Text(domain.to_string())]).await,
        Chosen::Only => tx.ask(FIRST_TWO, &[account]).await,
    }
}

/// A tenant as its row says it.
struct Tenancy {
    tenant: TenantKey,
    name: String,
    pack: String,
    zone: String,
    state: String,
    since: Option<Instant>,
    roles: String,
    /// The version of its own fields.
    fields: i64,
    /// By how much it may ask, where that was read.
    plan: Option<Arc<str>>,
}

impl Tenancy {
    fn read(row: &AnyRow) -> Result<Tenancy, Failure> {
        let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
        Ok(Tenancy {
            tenant: row.id(0)?.unwrap_or_default(),
            name: text(1)?,
            pack: text(2)?,
            zone: text(3)?,
            state: text(4)?,
            since: row.whole(5)?.and_then(Instant::from_microseconds),
            roles: text(6)?,
            fields: row.whole(7)?.unwrap_or(0),
            plan: None,
        })
    }

    /// The same of a row that has its plan in that place.
    fn with_plan(row: &AnyRow, place: usize) -> Result<Tenancy, Failure> {
        let plan = row.text(place)?.map(Arc::from);
        Ok(Tenancy {
            plan,
            ..Tenancy::read(row)?
        })
    }
}

async fn standing(
    app: &App,
    (account, through): ([u8; 16], Option<By>),
    own: Tenancy,
    scopes: Option<Vec<String>>,
    now: Instant,
) -> Result<Standing, Problem> {
    let (reads, writes) = allowed(&own.name, &own.state, own.since, now)?;
    let Some(base) = app.packs.get(&own.pack) else {
        let message = "the pack of this tenant is not served here just now; try again later";
        return Err(Problem::of_reason(503, Reason::new(Code::EngineBusy, "", message)));
    };
    let pack = app.own_packs().of(app, base, (own.tenant, own.fields)).await?;
    let mut actor = actor_of(own.tenant, account, &pack, &own.roles);
    actor.scopes = scopes;
    for scopes in actor.scopes.iter_mut() {
        scopes.retain(|scope| pack.access().has_permission(scope));
    }
    let holder = Arc::new(pack.holder(&actor)?);
    let caller = Caller {
        tenant: own.tenant,
        pack,
        fields: Some(own.fields),
        plan: own.plan,
        zone: own.zone.parse().unwrap_or(Zone::UTC),
        actor,
        holder,
        may_write: writes,
        shown_at: None,
    };
    Ok(Standing {
        account,
        through,
        caller,
        state: own.state,
        reads,
        writes,
    })
}

/// Somebody with the roles that are kept for them; one that the pack no longer has gives nothing.
fn actor_of(tenant: TenantKey, account: [u8; 16], pack: &Pack, roles: &str) -> AccessActor {
    let mut actor = AccessActor::new(TenantId::new(written(tenant)), written(account));
    let roles: Vec<String> = serde_json::from_str(roles).unwrap_or_default();
    actor.roles = roles;
    actor.roles.retain(|role| pack.access().has_role(role));
    actor
}

/// Whether people of a tenant read and write, by the engine's rule of how a tenant stands.
pub(crate) fn allowed(name: &str, state: &str, since: Option<Instant>, now: Instant) -> Result<(bool, bool), Problem> {
    // What is in its usual state needs no rule.
    if state == "active" {
        return Ok((true, true));
    }
    let definition = json!({"id": "tenant", "name": name, "status": state, "status_since": since});
    let tenant = Tenant::load(definition)?;
    let standing = tenant.standing(&StandingRequest::new(TenantId::new("tenant"), now))?;
    Ok((standing.reads, standing.writes))
}
