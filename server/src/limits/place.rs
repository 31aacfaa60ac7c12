//! Where the states lie that several servers count by: in their database, or in a Redis. Core decides, from a state to a state; each place
//! sees to it that no two start from the same one.

use std::fmt;
use std::time::Duration;

use ratebook::time::Instant;
use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{Client, RedisError, cmd};

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
        let why = |error: RedisError| error.to_string();
        let mut connection = self.connection().map_err(why)?;
        cmd("PING").query_async(&mut connection).await.map_err(why)
    }
}

/// Where they lie.
#[derive(Clone)]
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

/// What a state comes to.
pub(super) struct Changed<T> {
    /// What is told of it.
    pub(super) told: T,
    /// The state that follows, and the moment from which on it says nothing any more; nothing where it stays as it is.
    pub(super) state: Option<(String, Instant)>,
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

    /// Decides by the state of a key: no two servers start from the same one.
    pub(super) async fn change<T, D>(&self, key: Vec<u8>, now: Instant, decide: D) -> Result<T, Failure>
    where
        T: Send + 'static,
        D: Fn(Option<&str>) -> Result<Changed<T>, Failure> + Send + Sync + 'static,
    {
        match self {
            Place::Database(store) => {
                store
                    .platform(move |mut tx| Box::pin(async move { of_row(&mut tx, key, now, &decide).await }))
                    .await
            }
            Place::Redis(connection) => {
                let found = of_key(connection.clone(), key, now, &decide).await?;
                found.ok_or_else(|| Failure::Busy("Redis: other servers were quicker each time".to_owned()))
            }
            Place::Nowhere(why) => Err(Failure::Busy(format!("Redis: {why}"))),
        }
    }

    /// Removes the state of a key.
    pub(super) async fn remove(&self, key: Vec<u8>) -> Result<(), Failure> {
        match self {
            Place::Database(store) => {
                let removed = store.platform(move |mut tx| {
                    let key = Bound::Bytes(key);
                    Box::pin(async move { tx.tell("DELETE FROM request_counts WHERE whose = $1", &[key]).await })
                });
                removed.await.map(drop)
            }
            Place::Redis(connection) => {
                let mut connection = connection.clone();
                let removed = cmd("DEL").arg(named(&key)).query_async(&mut connection).await;
                removed.map_err(told)
            }
            Place::Nowhere(why) => Err(Failure::Busy(format!("Redis: {why}"))),
        }
    }

    /// Removes what nobody counts by any more; how many it were. Redis does so by itself.
    pub(super) async fn forget(&self, now: Instant) -> Result<u64, Failure> {
        let Place::Database(store) = self else { return Ok(0) };
        let now = Bound::Whole(now.microseconds());
        let removed = store.platform(move |mut tx| {
            Box::pin(async move { tx.tell("DELETE FROM request_counts WHERE gone_at < $1", &[now]).await })
        });
        removed.await
    }
}

fn told(error: RedisError) -> Failure {
    Failure::Busy(format!("Redis: {error}"))
}

/// How a key is called in a Redis, where others may have theirs.
fn named(key: &[u8]) -> Vec<u8> {
    [b"ratebook:", key].concat()
}

async fn of_row<T>(
    tx: &mut PlatformTx<'_>,
    key: Vec<u8>,
    now: Instant,
    decide: &(impl Fn(Option<&str>) -> Result<Changed<T>, Failure> + Sync),
) -> Result<T, Failure> {
    let key = Bound::Bytes(key);
    // Whoever asks holds the row until the transaction ends.
    let rows = tx
        .ask(
            "INSERT INTO request_counts (whose, state, gone_at) VALUES ($1, '', $2) \
             ON CONFLICT (whose) DO UPDATE SET gone_at = request_counts.gone_at RETURNING state",
            &[key.clone(), Bound::Whole(now.microseconds())],
        )
        .await?;
    let before = rows.first().map(|row| row.text(0)).transpose()?.flatten();
    let changed = decide(before.filter(|state| !state.is_empty()))?;
    if let Some((state, gone_at)) = changed.state {
        let values = [key, Bound::Text(state), Bound::Whole(gone_at.microseconds())];
        tx.tell(
            "UPDATE request_counts SET state = $2, gone_at = $3 WHERE whose = $1",
            &values,
        )
        .await?;
    }
    Ok(changed.told)
}

/// The same of a key; nothing where other servers were quicker each time.
async fn of_key<T>(
    mut connection: ConnectionManager,
    key: Vec<u8>,
    now: Instant,
    decide: &(impl Fn(Option<&str>) -> Result<Changed<T>, Failure> + Sync),
) -> Result<Option<T>, Failure> {
    let key = named(&key);
    for _ in 0..TRIES {
        let before: Option<String> = cmd("GET").arg(&key).query_async(&mut connection).await.map_err(told)?;
        let changed = decide(before.as_deref())?;
        let Some((state, gone_at)) = changed.state else {
            return Ok(Some(changed.told));
        };
        let milliseconds = gone_at.microseconds_since(now) / 1_000;
        let kept: bool = cmd("EVAL")
            .arg(KEEP)
            .arg(1)
            .arg(&key)
            .arg(before.unwrap_or_default())
            .arg(state)
            .arg(milliseconds.max(1))
            .query_async(&mut connection)
            .await
            .map_err(told)?;
        if kept {
            return Ok(Some(changed.told));
        }
    }
    Ok(None)
}
