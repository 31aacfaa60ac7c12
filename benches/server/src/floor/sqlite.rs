//! By hand on SQLite. Changes go through the grouped writer, which is what the server's are measured against.

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use ratebook_server::store::sqlite::{SqliteFile, WriteError, Writer, WriterSettings};
use sqlx::sqlite::{SqlitePool, SqliteRow};
use sqlx::{Row as _, SqliteConnection};
use uuid::Uuid;

use super::{Asked, CONNECTIONS, Item, New, Stay, Wrong, json, moment, priced, tenant};
use crate::load::Fault;

#[derive(Clone)]
struct Base {
    readers: SqlitePool,
    writer: Writer,
}

pub(super) async fn router(path: &str) -> Result<Router, Fault> {
    let file = SqliteFile::new(path);
    let writer = Writer::open(&file, WriterSettings::default()).await?;
    let readers = file.readers(CONNECTIONS).await?;
    Ok(Router::new()
        .route("/v1/customers", get(list).post(create))
        .route("/v1/customers/{id}", get(one))
        .route("/v1/price", post(price))
        .with_state(Arc::new(Base { readers, writer })))
}

fn item(row: &SqliteRow) -> Result<(i64, Uuid, Item), sqlx::Error> {
    let (id, at): (Uuid, i64) = (row.try_get(0)?, row.try_get(7)?);
    let item = Item {
        id: id.to_string(),
        code: row.try_get(1)?,
        name: row.try_get(2)?,
        email: row.try_get(3)?,
        phone: row.try_get(4)?,
        city: row.try_get(5)?,
        status: row.try_get(6)?,
        created_at: moment(at),
        updated_at: moment(row.try_get(8)?),
    };
    Ok((at, id, item))
}

async fn list(
    State(base): State<Arc<Base>>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Wrong> {
    let tenant = tenant(&headers)?;
    let rows = match &asked.q {
        Some(term) => {
            let term = format!("\"{}\"", term.to_lowercase().replace('"', "\"\""));
            sqlx::query(
                "SELECT c.id, c.code, c.name, c.email, c.phone, c.city, c.status, c.created_at, c.updated_at
                 FROM customers_search s JOIN customers c ON c.rowid = s.rowid
                 WHERE s.customers_search MATCH ? AND c.tenant_id = ? ORDER BY c.id LIMIT ?",
            )
            .bind(term)
            .bind(tenant)
            .bind(asked.limit)
            .fetch_all(&base.readers)
            .await?
        }
        None => {
            let (at, id) = asked.after()?;
            let status = asked.status.as_deref().unwrap_or_default();
            sqlx::query(
                "SELECT id, code, name, email, phone, city, status, created_at, updated_at FROM customers
                 WHERE tenant_id = ? AND status = ? AND (created_at, id) > (?, ?) ORDER BY created_at, id LIMIT ?",
            )
            .bind(tenant)
            .bind(status)
            .bind(at)
            .bind(id)
            .bind(asked.limit)
            .fetch_all(&base.readers)
            .await?
        }
    };
    let rows: Result<Vec<_>, _> = rows.iter().map(item).collect();
    json(&asked.page(rows?))
}

async fn one(State(base): State<Arc<Base>>, headers: HeaderMap, Path(id): Path<Uuid>) -> Result<Response, Wrong> {
    let row = sqlx::query(
        "SELECT id, code, name, email, phone, city, status, created_at, updated_at FROM customers WHERE tenant_id = ? AND id = ?",
    )
    .bind(tenant(&headers)?)
    .bind(id)
    .fetch_optional(&base.readers)
    .await?;
    let row = row.ok_or_else(|| Wrong(StatusCode::NOT_FOUND, "no such customer".to_owned()))?;
    json(&item(&row)?.2)
}

async fn create(State(base): State<Arc<Base>>, headers: HeaderMap, Json(new): Json<New>) -> Result<Response, Wrong> {
    let tenant = tenant(&headers)?;
    let made = base
        .writer
        .write(move |connection| Box::pin(insert(connection, tenant, new)))
        .await;
    let made = made.map_err(|error| match error {
        WriteError::Unit(error) => Wrong::from(error),
        _ => Wrong(StatusCode::SERVICE_UNAVAILABLE, "busy".to_owned()),
    })?;
    Ok((StatusCode::CREATED, json(&made)?).into_response())
}

async fn insert(connection: &mut SqliteConnection, tenant: Uuid, new: New) -> Result<Item, sqlx::Error> {
    let at = ratebook_server::state::Clock::system().now().microseconds();
    let id = Uuid::now_v7();
    let number: i64 = sqlx::query_scalar(
        "INSERT INTO counters (tenant_id, name, value) VALUES (?, 'customer', 1)
         ON CONFLICT (tenant_id, name) DO UPDATE SET value = value + 1 RETURNING value",
    )
    .bind(tenant)
    .fetch_one(&mut *connection)
    .await?;
    let code = format!("CUST{number:06}");
    let kept = sqlx::query(
        "INSERT INTO customers (tenant_id, id, code, name, email, email_key, phone, city, status, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(tenant)
    .bind(id)
    .bind(&code)
    .bind(&new.name)
    .bind(&new.email)
    .bind(new.email.to_lowercase())
    .bind(&new.phone)
    .bind(&new.city)
    .bind(&new.status)
    .bind(at)
    .bind(at)
    .execute(&mut *connection)
    .await?;
    sqlx::query("INSERT INTO customers_search (rowid, text) VALUES (?, ?)")
        .bind(kept.last_insert_rowid())
        .bind(format!("{} {}", new.name.to_lowercase(), new.email.to_lowercase()))
        .execute(&mut *connection)
        .await?;
    let (created_at, updated_at) = (moment(at), moment(at));
    let New {
        name,
        email,
        phone,
        city,
        status,
    } = new;
    Ok(Item {
        id: id.to_string(),
        code,
        name,
        email,
        phone,
        city,
        status,
        created_at,
        updated_at,
    })
}

async fn price(State(base): State<Arc<Base>>, headers: HeaderMap, Json(stay): Json<Stay>) -> Result<Response, Wrong> {
    let definition: Option<String> =
        sqlx::query_scalar("SELECT definition FROM rate_lists WHERE tenant_id = ? AND id = ?")
            .bind(tenant(&headers)?)
            .bind(stay.rate_list)
            .fetch_optional(&base.readers)
            .await?;
    let definition = definition.ok_or_else(|| Wrong(StatusCode::NOT_FOUND, "no such list".to_owned()))?;
    priced(&definition, stay)
}
