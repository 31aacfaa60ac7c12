//! The same pages as somebody would write them who has only these to write.

use std::error::Error;

use serde::Serialize;
use sqlx::types::Uuid;
use sqlx::{PgConnection, Row, SqliteConnection};

use crate::fill;

#[derive(Serialize)]
struct Fee<'t> {
    amount: String,
    currency: &'t str,
}

#[derive(Serialize)]
struct Ticket<'t> {
    id: String,
    version: i64,
    created_at: String,
    updated_at: String,
    deleted_at: Option<String>,
    code: &'t str,
    subject: &'t str,
    description: &'t str,
    status: &'t str,
    priority: &'t str,
    phone: Option<&'t str>,
    fee: Option<Fee<'t>>,
    due_at: Option<String>,
}

const DEEP: i64 = 1_772_323_200_000_000;

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT id, version, created_at, updated_at, deleted_at, code, subject, description, status, priority, phone, fee, \
             fee__currency, due_at FROM desk__ticket t WHERE tenant_id = ",
            $rest
        )
    };
}

fn moment(microseconds: i64) -> String {
    ratebook::time::Instant::from_microseconds(microseconds).map_or_else(String::new, |instant| instant.to_string())
}

fn fee<'t>(units: Option<i64>, currency: Option<&'t str>) -> Option<Fee<'t>> {
    let units = units?;
    let amount = format!("{}.{:02}", units / 10_000, units % 10_000 / 100);
    Some(Fee {
        amount,
        currency: currency?,
    })
}

macro_rules! read {
    ($row:ident, $id:expr, $masked:expr) => {
        Ticket {
            id: $id,
            version: $row.try_get(1)?,
            created_at: moment($row.try_get(2)?),
            updated_at: moment($row.try_get(3)?),
            deleted_at: $row.try_get::<Option<i64>, _>(4)?.map(moment),
            code: $row.try_get(5)?,
            subject: $row.try_get(6)?,
            description: $row.try_get(7)?,
            status: $row.try_get(8)?,
            priority: $row.try_get(9)?,
            phone: if $masked { Some("********") } else { $row.try_get(10)? },
            fee: fee($row.try_get(11)?, $row.try_get(12)?),
            due_at: $row.try_get::<Option<i64>, _>(13)?.map(moment),
        }
    };
}

pub async fn sqlite(connection: &mut SqliteConnection, case: &str, tenant: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let id = fill::tenant(tenant).to_vec();
    let query = match case {
        "deep page" => sqlx::query(columns!(
            "?1 AND deleted_at IS NULL AND status = 'open' AND (created_at, id) < (?2, ?3) ORDER BY created_at DESC, id DESC LIMIT 51"
        ))
        .bind(id)
        .bind(DEEP)
        .bind(fill::id(0).to_vec()),
        "list by grant" => sqlx::query(columns!(
            "?1 AND deleted_at IS NULL AND EXISTS (SELECT 1 FROM desk__visit v WHERE v.tenant_id = ?1 AND v.ticket = t.id AND \
             v.technician = ?2 AND v.done = 0) ORDER BY created_at DESC, id DESC LIMIT 51"
        ))
        .bind(id)
        .bind("tech-7"),
        _ => sqlx::query(columns!("?1 AND deleted_at IS NULL AND status = 'open' ORDER BY created_at DESC, id DESC LIMIT 51")).bind(id),
    };
    let rows = query.fetch_all(connection).await?;
    let mut tickets = Vec::with_capacity(50);
    for row in rows.iter().take(50) {
        let bytes: &[u8] = row.try_get(0)?;
        tickets.push(read!(row, Uuid::from_slice(bytes)?.to_string(), case == "list, masked"));
    }
    Ok(serde_json::to_vec(&tickets)?)
}

pub async fn postgres(connection: &mut PgConnection, case: &str, tenant: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let id = Uuid::from_bytes(fill::tenant(tenant));
    let query = match case {
        "deep page" => sqlx::query(columns!(
            "$1 AND deleted_at IS NULL AND status = 'open' AND (created_at, id) < ($2, $3) ORDER BY created_at DESC, id DESC LIMIT 51"
        ))
        .bind(id)
        .bind(DEEP)
        .bind(Uuid::from_bytes(fill::id(0))),
        "list by grant" => sqlx::query(columns!(
            "$1 AND deleted_at IS NULL AND EXISTS (SELECT 1 FROM desk__visit v WHERE v.tenant_id = $1 AND v.ticket = t.id AND \
             v.technician = $2 AND v.done = FALSE) ORDER BY created_at DESC, id DESC LIMIT 51"
        ))
        .bind(id)
        .bind("tech-7"),
        _ => sqlx::query(columns!("$1 AND deleted_at IS NULL AND status = 'open' ORDER BY created_at DESC, id DESC LIMIT 51")).bind(id),
    };
    let rows = query.fetch_all(connection).await?;
    let mut tickets = Vec::with_capacity(50);
    for row in rows.iter().take(50) {
        let own: Uuid = row.try_get(0)?;
        tickets.push(read!(row, own.to_string(), case == "list, masked"));
    }
    Ok(serde_json::to_vec(&tickets)?)
}
