//! How a PostgreSQL is reached: by itself, or through a pooler that lends another of its connections for each transaction, such as PgBouncer does.
//!
//! What a session keeps is nobody's there: no statement stays prepared beyond its transaction, and locks, roles and tenants are of one
//! transaction in any case.

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions as _, Connection as _, Row as _};
use tokio::time;

use super::failure::Failure;
use super::lines::LET_IN;

/// So often two connections are asked who serves them.
const LOOKS: usize = 5;

/// Whether an address says that its connections are lent.
pub fn says_it_is_lent(address: &str) -> bool {
    let asked = address.split_once('?').map_or("", |(_, asked)| asked);
    asked.split('&').any(|pair| pair == "statement-cache-capacity=0")
}

/// How it is reached, and whether its connections are lent.
pub(super) fn options(address: &str) -> Result<(PgConnectOptions, bool), Failure> {
    let options: PgConnectOptions = address.parse()?;
    let (options, is_lent) = (options.application_name("ratebook"), says_it_is_lent(address));
    // A pooler knows few of the settings with which a session may begin; nothing is read as text that this one is for.
    let options = if is_lent {
        options.extra_float_digits(None)
    } else {
        options
    };
    Ok((options, is_lent))
}

/// Whether connections are seen to be lent: one backend serves two that are open, or several serve one.
pub async fn is_lent(address: &str) -> Result<bool, Failure> {
    let options: PgConnectOptions = address.parse()?;
    let options = options.extra_float_digits(None).statement_cache_capacity(0);
    let look = async {
        let (mut one, mut two) = (options.connect().await?, options.connect().await?);
        let own = backend(&mut one).await?;
        let mut is_lent = false;
        for _ in 0..LOOKS {
            is_lent |= backend(&mut two).await? == own || backend(&mut one).await? != own;
        }
        one.close().await?;
        two.close().await?;
        Ok(is_lent)
    };
    time::timeout(LET_IN, look).await.unwrap_or(Ok(false))
}

/// Who serves a connection just now.
async fn backend(connection: &mut PgConnection) -> Result<i32, Failure> {
    let row = sqlx::raw_sql("SELECT pg_backend_pid()").fetch_one(connection).await?;
    Ok(row.try_get(0)?)
}

#[cfg(test)]
mod tests {
    use super::says_it_is_lent;

    #[test]
    fn an_address_says_whether_connections_are_lent() {
        let lent = "statement-cache-capacity=0";
        for address in [
            format!("postgres://u@h/d?{lent}"),
            format!("postgres://u@h/d?sslmode=disable&{lent}"),
        ] {
            assert!(says_it_is_lent(&address), "{address}");
        }
        for address in [
            "postgres://u@h/d",
            "postgres://u@h/d?statement-cache-capacity=10",
            "postgres://statement-cache-capacity=0@h/d",
        ] {
            assert!(!says_it_is_lent(address), "{address}");
        }
    }
}
