//! Calendars made of rows: of those near a question, and of those that changed since it was last looked.

use std::collections::HashMap;
use std::sync::Arc;

use ratebook::calendar::definition::{self, Booking, Take, When};
use ratebook::calendar::{ApplyRowsRequest, Calendar, CalendarDefinition, RowIds};
use ratebook::time::{Instant, Span};
use sqlx::PgConnection;
use sqlx::postgres::types::PgRange;
use sqlx::types::Json;
use time::OffsetDateTime;
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::problem::Problem;

/// Farther apart than any two bookings that still matter to each other, in seconds: the longest buffer, and the longest gap that
/// is kept.
const NEAR: i64 = 86_400;

#[derive(sqlx::FromRow)]
pub struct Resource {
    pub id: String,
    rules: Json<definition::Resource>,
    pub version: i64,
}

impl Resource {
    /// The resource with its next version. Others who want it wait here until the transaction ends.
    pub async fn lock(connection: &mut PgConnection, id: &str) -> Result<Resource, Problem> {
        let next = "UPDATE resources SET version = version + 1 WHERE id = $1 RETURNING id, rules, version";
        Resource::found(sqlx::query_as(next).bind(id).fetch_optional(connection).await?, id)
    }

    async fn read(connection: &mut PgConnection, id: &str) -> Result<Resource, Problem> {
        let known = "SELECT id, rules, version FROM resources WHERE id = $1";
        Resource::found(sqlx::query_as(known).bind(id).fetch_optional(connection).await?, id)
    }

    fn found(resource: Option<Resource>, id: &str) -> Result<Resource, Problem> {
        resource.ok_or_else(|| Problem::not_found(format!("there is no resource `{id}`")))
    }
}

#[derive(sqlx::FromRow)]
pub struct Row {
    pub id: Uuid,
    pub start: OffsetDateTime,
    pub end: OffsetDateTime,
    pub cancelled: bool,
}

impl Row {
    /// The row as the engine reads it.
    pub fn booking(&self, resource: &str) -> ratebook::Result<Booking> {
        let span = Span {
            start: self.start.try_into()?,
            end: self.end.try_into()?,
        };
        Ok(Booking::new(self.id, [Take::new(resource, When::Span(span))]))
    }

    pub async fn insert(&self, connection: &mut PgConnection, resource: &Resource) -> Result<(), Problem> {
        sqlx::query("INSERT INTO bookings (id, resource_id, during, version) VALUES ($1, $2, $3, $4)")
            .bind(self.id)
            .bind(&resource.id)
            .bind(PgRange::from(self.start..self.end))
            .bind(resource.version)
            .execute(connection)
            .await?;
        Ok(())
    }
}

/// A calendar of one resource and of the rows near a time; with no end, of all that come after its start.
pub async fn near(
    connection: &mut PgConnection,
    resource: &Resource,
    start: Instant,
    end: Option<Instant>,
) -> Result<Calendar, Problem> {
    // A range the wrong way round is for the engine to refuse, not for the database.
    let first = start.min(end.unwrap_or(start)).plus_seconds(-NEAR);
    let last = end.and_then(|end| start.max(end).plus_seconds(NEAR));
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, lower(during) AS start, upper(during) AS \"end\", cancelled FROM bookings \
         WHERE resource_id = $1 AND during && tstzrange($2, $3) AND NOT cancelled",
    )
    .bind(&resource.id)
    .bind(first.map(OffsetDateTime::from))
    .bind(last.map(OffsetDateTime::from))
    .fetch_all(connection)
    .await?;
    let bookings: Vec<Booking> = rows
        .iter()
        .map(|row| row.booking(&resource.id))
        .collect::<Result<_, _>>()?;
    let definition = CalendarDefinition::new([resource.rules.0.clone()]).with_bookings(bookings);
    Ok(Calendar::new(definition)?)
}

/// Calendars that this process keeps, each brought up to date before it is asked.
#[derive(Default)]
pub struct Followed {
    // One look at a time for each: an older answer of the database must not be applied after a newer one.
    kept: Mutex<HashMap<String, Arc<Mutex<Option<Kept>>>>>,
}

struct Kept {
    rules: definition::Resource,
    version: i64,
    calendar: Arc<Calendar>,
}

impl Followed {
    pub async fn look(&self, connection: &mut PgConnection, id: &str) -> Result<Arc<Calendar>, Problem> {
        let known = self.kept.lock().await.get(id).cloned();
        let own = known.unwrap_or_default();
        let mut kept = own.lock().await;
        let resource = Resource::read(connection, id).await?;
        let calendar = match kept.take() {
            Some(kept) if kept.rules == resource.rules.0 => {
                if kept.version != resource.version {
                    kept.follow(connection, &resource).await?;
                }
                kept.calendar
            }
            _ => Arc::new(near(connection, &resource, now()?, None).await?),
        };
        // The version that was read before the rows: what was committed in between is brought again next time.
        *kept = Some(Kept {
            rules: resource.rules.0,
            version: resource.version,
            calendar: Arc::clone(&calendar),
        });
        drop(kept);
        self.kept.lock().await.entry(resource.id).or_insert(own);
        Ok(calendar)
    }
}

/// The engine reads no clock; what it is told has microseconds, as PostgreSQL has.
pub fn now() -> ratebook::Result<Instant> {
    let now = OffsetDateTime::now_utc();
    now.replace_microsecond(now.microsecond()).unwrap_or(now).try_into()
}

impl Kept {
    /// Applies what changed since it was last looked.
    async fn follow(&self, connection: &mut PgConnection, resource: &Resource) -> Result<(), Problem> {
        let changed: Vec<Row> = sqlx::query_as(
            "SELECT id, lower(during) AS start, upper(during) AS \"end\", cancelled FROM bookings \
             WHERE resource_id = $1 AND version > $2",
        )
        .bind(&resource.id)
        .bind(self.version)
        .fetch_all(connection)
        .await?;
        let (gone, there): (Vec<Row>, Vec<Row>) = changed.into_iter().partition(|row| row.cancelled);
        let there: Vec<Booking> = there
            .iter()
            .map(|row| row.booking(&resource.id))
            .collect::<Result<_, _>>()?;
        let gone = RowIds::default().with_bookings(gone.iter().map(|row| row.id));
        self.calendar
            .apply_rows(&ApplyRowsRequest::default().with_bookings(there).with_removed(gone))?;
        Ok(())
    }
}
