//! By hand on PostgreSQL.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use sqlx::Row as _;
use sqlx::postgres::{PgPool, PgPoolOptions, PgRow};
use uuid::Uuid;

use super::{Asked, CONNECTIONS, Item, New, Stay, Wrong, json, moment, priced, tenant};
use crate::load::Fault;

pub(super) async fn router(address: &str) -> Result<Router, Fault> {
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .connect(address)
        .await?;
    Ok(Router::new()
        .route("/v1/customers", get(list).post(create))
        .route("/v1/customers/{id}", get(one))
        .route("/v1/price", post(price))
        .with_state(pool))
}

/// A moment in microseconds: PostgreSQL counts them from the year 2000.
fn at(row: &PgRow, place: usize) -> Result<i64, sqlx::Error> {
    Ok(row.try_get_unchecked::<i64, _>(place)? + 946_684_800_000_000)
}

fn item(row: &PgRow) -> Result<(i64, Uuid, Item), sqlx::Error> {
    let (id, created): (Uuid, i64) = (row.try_get(0)?, at(row, 7)?);
    let item = Item {
        id: id.to_string(),
        code: row.try_get(1)?,
        name: row.try_get(2)?,
        email: row.try_get(3)?,
        phone: row.try_get(4)?,
        city: row.try_get(5)?,
        status: row.try_get(6)?,
        created_at: moment(created),
        updated_at: moment(at(row, 8)?),
    };
    Ok((created, id, item))
}

async fn list(State(pool): State<PgPool>, headers: HeaderMap, Query(asked): Query<Asked>) -> Result<Response, Wrong> {
    let tenant = tenant(&headers)?;
    let rows = match &asked.q {
        Some(term) => {
            let term = term
                .to_lowercase()
                .replace('\\', "\\\\")
                .replace('%', "\\%")
                .replace('_', "\\_");
            sqlx::query(
                "SELECT id, code, name, email, phone, city, status, created_at, updated_at FROM customers
                 WHERE tenant_id = $1 AND (lower(name) || ' ' || lower(email)) LIKE $2 ORDER BY id LIMIT $3",
            )
            .bind(tenant)
            .bind(format!("%{term}%"))
            .bind(asked.limit)
            .fetch_all(&pool)
            .await?
        }
        None => {
            let (at, id) = asked.after()?;
            let status = asked.status.as_deref().unwrap_or_default();
            sqlx::query(
                "SELECT id, code, name, email, phone, city, status, created_at, updated_at FROM customers
                 WHERE tenant_id = $1 AND status = $2 AND (created_at, id) > ($3::text::timestamptz, $4)
                 ORDER BY created_at, id LIMIT $5",
            )
            .bind(tenant)
            .bind(status)
            .bind(if at == i64::MIN {
                "-infinity".to_owned()
            } else {
                moment(at)
            })
            .bind(id)
            .bind(asked.limit)
            .fetch_all(&pool)
            .await?
        }
    };
    let rows: Result<Vec<_>, _> = rows.iter().map(item).collect();
    json(&asked.page(rows?))
}

async fn one(State(pool): State<PgPool>, headers: HeaderMap, Path(id): Path<Uuid>) -> Result<Response, Wrong> {
    let row = sqlx::query(
        "SELECT id, code, name, email, phone, city, status, created_at, updated_at
         FROM customers WHERE tenant_id = $1 AND id = $2",
    )
    .bind(tenant(&headers)?)
    .bind(id)
    .fetch_optional(&pool)
    .await?;
    let row = row.ok_or_else(|| Wrong(StatusCode::NOT_FOUND, "no such customer".to_owned()))?;
    json(&item(&row)?.2)
}

async fn create(State(pool): State<PgPool>, headers: HeaderMap, Json(new): Json<New>) -> Result<Response, Wrong> {
    let tenant = tenant(&headers)?;
    let id = Uuid::now_v7();
    let mut transaction = pool.begin().await?;
    let number: i64 = sqlx::query_scalar(
        "INSERT INTO counters (tenant_id, name, value) VALUES ($1, 'customer', 1)
         ON CONFLICT (tenant_id, name) DO UPDATE SET value = counters.value + 1 RETURNING value",
    )
    .bind(tenant)
    .fetch_one(&mut *transaction)
    .await?;
    let row = sqlx::query(
        "INSERT INTO customers (tenant_id, id, code, name, email, email_key, phone, city, status, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now(), now())
         RETURNING id, code, name, email, phone, city, status, created_at, updated_at",
    )
    .bind(tenant)
    .bind(id)
    .bind(format!("CUST{number:06}"))
    .bind(&new.name)
    .bind(&new.email)
    .bind(new.email.to_lowercase())
    .bind(&new.phone)
    .bind(&new.city)
    .bind(&new.status)
    .fetch_one(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok((StatusCode::CREATED, json(&item(&row)?.2)?).into_response())
}

async fn price(State(pool): State<PgPool>, headers: HeaderMap, Json(stay): Json<Stay>) -> Result<Response, Wrong> {
    let definition: Option<String> =
        sqlx::query_scalar("SELECT definition FROM rate_lists WHERE tenant_id = $1 AND id = $2")
            .bind(tenant(&headers)?)
            .bind(stay.rate_list)
            .fetch_optional(&pool)
            .await?;
    let definition = definition.ok_or_else(|| Wrong(StatusCode::NOT_FOUND, "no such list".to_owned()))?;
    priced(&definition, stay)
}
