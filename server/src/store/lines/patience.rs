//! How long an answer of PostgreSQL is waited for: for as long as it works on it.
//!
//! A line over which nothing comes any more looks like one on which much is asked. The driver sets no keepalive on its sockets, and a proxy
//! that hangs would answer one. So whoever hears nothing for a while looks over a new line what the database does: whether it lets anybody in,
//! and whether it works for the line. Where it does not, what was said or answered was lost, and all lines are given up that were there before.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions as _, Connection as _, Error};
use tokio::time;
use uuid::Uuid;

/// Whoever hears nothing for so long looks what the database does.
const SILENT: Duration = Duration::from_secs(2);
/// Whoever connects is let in within so long, or not at all.
pub(in crate::store) const LET_IN: Duration = Duration::from_secs(8);
/// So often in a row the database has to be found at rest: what was asked or answered may have been on its way.
const AT_REST: u32 = 2;
/// Where the database does not say what it does, no question is waited for any longer.
const LONGEST: Duration = Duration::from_secs(60);
/// What one has found holds for so long, for all who look.
const HOLDS: Duration = Duration::from_secs(1);
/// On a line that nobody has used for so long nothing more is asked: whatever stands between may have forgotten it without a word.
const IDLE: Duration = Duration::from_secs(180);

/// What the database does for each line that says how it is called. What others see of it has no text of anybody's.
const AT_WORK: &str = "SELECT application_name, state FROM pg_stat_activity WHERE starts_with(application_name, $1) AND datname = \
                       current_database()";

/// How long it is waited for what a database answers on a line; as long as it takes, where nobody says.
#[derive(Clone, Debug, Default)]
pub struct Patience(Option<(Arc<Looks>, u64)>);

/// Who looks what a database does.
struct Looks {
    options: PgConnectOptions,
    /// Whether each transaction may be on another connection.
    is_lent: bool,
    /// How all lines are called there, before their number.
    called: String,
    last: AtomicU64,
    /// What was found last, and when.
    found: tokio::sync::Mutex<Option<(Instant, Found)>>,
    /// When a line was found lost for the last time.
    lost: Mutex<Option<Instant>>,
}

/// What was found.
#[derive(Clone)]
enum Found {
    /// Nobody is let in.
    Nobody,
    /// Whether it works for each line of which it says so.
    Works(Arc<BTreeMap<String, bool>>),
}

impl fmt::Debug for Looks {
    /// The options may have a password in them.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Looks")
    }
}

impl Patience {
    /// For as long as the database works that is reached so.
    pub(in crate::store) fn of(options: &PgConnectOptions, is_lent: bool) -> Patience {
        let mut own = Uuid::new_v4().simple().to_string();
        own.truncate(12);
        let looks = Looks {
            options: options.clone(),
            is_lent,
            called: format!("ratebook {own} "),
            last: AtomicU64::new(0),
            found: tokio::sync::Mutex::default(),
            lost: Mutex::default(),
        };
        Patience(Some((Arc::new(looks), 0)))
    }

    /// Whether what is prepared on a line stays there.
    pub(in crate::store) fn keeps_statements(&self) -> bool {
        self.0.as_ref().is_none_or(|(looks, _)| !looks.is_lent)
    }

    /// The same for a new line.
    pub(super) fn of_another(&self) -> Patience {
        let another = |(looks, _): &(Arc<Looks>, u64)| {
            let number = looks.last.fetch_add(1, Ordering::Relaxed).saturating_add(1);
            (Arc::clone(looks), number)
        };
        Patience(self.0.as_ref().map(another))
    }

    /// How the line says that it is called.
    pub(super) fn called(&self) -> Option<String> {
        self.0.as_ref().map(|(looks, number)| looks.call(*number))
    }

    /// What is answered. Where it is not, nothing more can be asked on the line.
    pub(in crate::store) async fn answered<T>(
        &self,
        asked: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        let Some((looks, number)) = &self.0 else {
            return asked.await;
        };
        let (begun, mut asked, mut at_rest) = (Instant::now(), pin!(asked), 0);
        loop {
            if let Ok(answer) = time::timeout(SILENT, asked.as_mut()).await {
                return answer;
            }
            let found = tokio::select! {
                biased;
                answer = asked.as_mut() => return answer,
                found = looks.look() => found,
            };
            let is_over = match found.works(&looks.call(*number)) {
                None => true,
                Some(Some(true)) => {
                    at_rest = 0;
                    false
                }
                Some(Some(false)) => {
                    at_rest += 1;
                    at_rest >= AT_REST
                }
                Some(None) => begun.elapsed() > LONGEST,
            };
            if is_over {
                looks.loses();
                let message = "nothing comes over the line to the database any more";
                return Err(io::Error::new(io::ErrorKind::TimedOut, message).into());
            }
        }
    }

    /// Whether nothing more is asked on a line that was made and was used last at these moments.
    pub(super) fn is_over(&self, made: Instant, used: Instant) -> bool {
        let Some((looks, _)) = &self.0 else { return false };
        let lost = *looks.lost.lock().unwrap_or_else(PoisonError::into_inner);
        used.elapsed() > IDLE || lost.is_some_and(|lost| made < lost)
    }
}

impl Found {
    /// Whether it works for a line, and whether it says so; nothing where nobody is let in.
    fn works(&self, line: &str) -> Option<Option<bool>> {
        match self {
            Found::Nobody => None,
            Found::Works(works) => Some(works.get(line).copied()),
        }
    }
}

impl Looks {
    fn call(&self, number: u64) -> String {
        format!("{}{number}", self.called)
    }

    /// What was said on a line may never have arrived, nor what was said on those beside it.
    fn loses(&self) {
        *self.lost.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// What the database does just now: one looks, and the others wait for what is found.
    async fn look(&self) -> Found {
        let mut found = self.found.lock().await;
        if let Some((at, found)) = &*found
            && at.elapsed() < HOLDS
        {
            return found.clone();
        }
        let (now, connection) = match time::timeout(LET_IN, self.asks()).await {
            Ok(Ok((works, connection))) => (Found::Works(Arc::new(works)), Some(connection)),
            Err(_) | Ok(Err(Error::Io(_) | Error::Tls(_))) => (Found::Nobody, None),
            // Whoever is told why they are not let in is answered.
            Ok(Err(_)) => (Found::Works(Arc::default()), None),
        };
        *found = Some((Instant::now(), now.clone()));
        drop(found);
        if let Some(connection) = connection {
            let _ = time::timeout(LET_IN, connection.close()).await;
        }
        now
    }

    async fn asks(&self) -> Result<(BTreeMap<String, bool>, PgConnection), Error> {
        let mut connection = self.options.connect().await?;
        let asked = sqlx::query_as::<_, (String, Option<String>)>(AT_WORK).bind(&self.called);
        let mut works = BTreeMap::new();
        // In a transaction: elsewhere a pooler may lend another connection to what was prepared on this one.
        let mut all = connection.begin().await?;
        let found = asked.persistent(false).fetch_all(&mut *all).await?;
        all.rollback().await?;
        for (line, state) in found {
            let is_at_work = match state.as_deref() {
                Some("active" | "fastpath function call") => true,
                Some(state) if state.starts_with("idle") => false,
                _ => continue,
            };
            works.insert(line, is_at_work);
        }
        Ok((works, connection))
    }
}
