//! Where the states lie that several servers count by: in their database, or in a Redis. Core decides, from a state to a state; each place
//! sees to it that no two start from the same one.

use std::fmt;
use std::time::Duration;

use ratebook::tenancy::{RateDecision, RateLimit, RateMark};
use ratebook::time::Instant;
use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{Client, RedisError, cmd};

use super::rates::{FULL_AFTER, KEPT_FOR, Whose, bounded};
use crate::outside;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells, Store};

/// How long Redis is waited for: whoever asks waits as long.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often it is tried again where another server was quicker.
const TRIES: u32 = 32;
/// Keeps a state where the one that it follows is still there.
const KEEP: &str = "if redis.call('GET', KEYS[1]) == (ARGV[1] ~= '' and ARGV[1]) then redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) \
                    return 1 end return 0";

/// By what several servers count together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Together {
    /// Their database.
    Database,
    /// A Redis.
    Redis(RedisAddress),
}

/// The address of a Redis, which may have a password in it: it is shown nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct RedisAddress(String);

impl fmt::Debug for RedisAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("RedisAddress")
    }
}

impl RedisAddress {
    /// An address such as `redis://user:password@host:6379/0`, or `rediss://…` with TLS; nothing where it is none.
    pub fn read(text: &str) -> Option<RedisAddress> {
        Client::open(text).is_ok().then(|| RedisAddress(text.to_owned()))
    }

    fn connection(&self) -> Result<ConnectionManager, RedisError> {
        outside::encrypts();
        let config = ConnectionManagerConfig::new()
            .set_number_of_retries(1)
            .set_max_delay(PATIENCE)
            .set_response_timeout(Some(PATIENCE))
            .set_connection_timeout(Some(PATIENCE));
        ConnectionManager::new_lazy_with_config(Client::open(self.0.as_str())?, config)
    }

    /// Whether it answers; otherwise why not.
    pub(crate) async fn answers(&self) -> Result<(), String> {
        let told = |error: RedisError| error.to_string();
        let mut connection = self.connection().map_err(told)?;
        cmd("PING").query_async(&mut connection).await.map_err(told)
    }
}

/// Where they lie.
pub(super) enum Place {
    Database(Store),
    Redis(ConnectionManager),
    /// What is wrong with a Redis that cannot be asked at all.
    Nowhere(String),
}

impl fmt::Debug for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Place::Database(_) => "Database",
            Place::Redis(_) => "Redis",
            Place::Nowhere(_) => "Nowhere",
        })
    }
}

/// What was taken, what was decided, and the state that follows where there is another one.
struct Taken {
    taken: u32,
    decision: RateDecision,
    mark: Option<RateMark>,
}

/// Takes as much as is wanted of what a state leaves, or what there is.
fn taken(limit: RateLimit, before: Option<RateMark>, wanted: u32, now: Instant) -> Taken {
    let mut marks: Vec<RateMark> = before.into_iter().collect();
    bounded(&mut marks, now);
    let mut decision = limit.decide(&mut marks, now, wanted);
    let mut taken = if decision.allowed { wanted } else { 0 };
    if !decision.allowed {
        // Fewer, where there are some: what is refused is refused by one.
        taken = decision.remaining.min(wanted);
        decision = limit.decide(&mut marks, now, taken.max(1));
    }
    let mark = marks.first().copied().filter(|_| taken > 0);
    Taken { taken, decision, mark }
}

impl Place {
    pub(super) fn of(together: Together, store: Store) -> Place {
        match together {
            Together::Database => Place::Database(store),
            Together::Redis(address) => match address.connection() {
                Ok(connection) => Place::Redis(connection),
                Err(error) => Place::Nowhere(error.to_string()),
            },
        }
    }

    /// Takes as much as is wanted of what all servers have, or what there is.
    pub(super) async fn take(
        &self,
        whose: Whose,
        limit: RateLimit,
        wanted: u32,
        now: Instant,
    ) -> Result<(u32, RateDecision), Failure> {
        match self {
            Place::Database(store) => {
                store
                    .platform(move |mut tx| Box::pin(async move { of_row(&mut tx, whose, limit, wanted, now).await }))
                    .await
            }
            Place::Redis(connection) => {
                let found = of_key(connection.clone(), whose, limit, wanted, now).await;
                found
                    .map_err(|error| Failure::Busy(format!("Redis: {error}")))?
                    .ok_or_else(|| Failure::Busy("Redis: other servers were quicker each time".to_owned()))
            }
            Place::Nowhere(why) => Err(Failure::Busy(format!("Redis: {why}"))),
        }
    }

    /// Removes what nobody counts by any more; how many it were. Redis does so by itself.
    pub(super) async fn forget(&self, now: Instant) -> Result<u64, Failure> {
        let Place::Database(store) = self else { return Ok(0) };
        let old = Bound::Whole(now.microseconds() - 2 * FULL_AFTER);
        let removed = store.platform(move |mut tx| {
            Box::pin(async move { tx.tell("DELETE FROM request_rates WHERE used_at < $1", &[old]).await })
        });
        removed.await
    }
}

async fn of_row(
    tx: &mut PlatformTx<'_>,
    whose: Whose,
    limit: RateLimit,
    wanted: u32,
    now: Instant,
) -> Result<(u32, RateDecision), Failure> {
    let (whose, at) = (Bound::Bytes(whose.bytes()), Bound::Whole(now.microseconds()));
    // Whoever asks holds the row until the transaction ends.
    let rows = tx
        .ask(
            "INSERT INTO request_rates (whose, full_at, part, used_at) VALUES ($1, 0, 0, $2) \
             ON CONFLICT (whose) DO UPDATE SET used_at = $2 RETURNING full_at, part",
            &[whose.clone(), at],
        )
        .await?;
    let mut before = None;
    if let Some(row) = rows.first()
        && let Some(at) = row.whole(0)?.and_then(Instant::from_microseconds)
    {
        let units = row.whole(1)?.and_then(|part| u32::try_from(part).ok()).unwrap_or(0);
        before = Some(RateMark::new(at, units));
    }
    let Taken { taken, decision, mark } = taken(limit, before, wanted, now);
    if let Some(mark) = mark {
        let values = [
            whose,
            Bound::Whole(mark.at.microseconds()),
            Bound::Whole(mark.units.into()),
        ];
        tx.tell(
            "UPDATE request_rates SET full_at = $2, part = $3 WHERE whose = $1",
            &values,
        )
        .await?;
    }
    Ok((taken, decision))
}

/// The same of a key; nothing where other servers were quicker each time.
async fn of_key(
    mut connection: ConnectionManager,
    whose: Whose,
    limit: RateLimit,
    wanted: u32,
    now: Instant,
) -> Result<Option<(u32, RateDecision)>, RedisError> {
    let key = [b"ratebook:", whose.bytes().as_slice()].concat();
    for _ in 0..TRIES {
        let before: Option<String> = cmd("GET").arg(&key).query_async(&mut connection).await?;
        let mark = before.as_deref().and_then(|text| {
            let (at, units) = text.split_once(' ')?;
            let at = at.parse().ok().and_then(Instant::from_microseconds)?;
            Some(RateMark::new(at, units.parse().ok()?))
        });
        let Taken { taken, decision, mark } = taken(limit, mark, wanted, now);
        let Some(mark) = mark else {
            return Ok(Some((taken, decision)));
        };
        let kept: bool = cmd("EVAL")
            .arg(KEEP)
            .arg(1)
            .arg(&key)
            .arg(before.unwrap_or_default())
            .arg(format!("{} {}", mark.at.microseconds(), mark.units))
            .arg(KEPT_FOR.as_millis().to_string())
            .query_async(&mut connection)
            .await?;
        if kept {
            return Ok(Some((taken, decision)));
        }
    }
    Ok(None)
}
