//! Bookings over HTTP with axum and sqlx: `DATABASE_URL=postgresql:///ratebook cargo run`.

mod calendars;
mod problem;

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::routing::{delete, get, post};
use axum::{Json, Router};
use ratebook::calendar::{BookRequest, SlotsRequest};
use ratebook::time::{Day, DayRange, Instant};
use serde::{Deserialize, Serialize};
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;
use uuid::Uuid;

use calendars::{Followed, Resource, Row, now};
use problem::Problem;

#[derive(Clone)]
struct App {
    pool: PgPool,
    followed: Arc<Followed>,
}

#[derive(Deserialize)]
struct Wanted {
    start: Instant,
    end: Instant,
}

#[derive(Serialize)]
struct Booked {
    id: Uuid,
    start: Instant,
    end: Instant,
}

#[derive(Deserialize)]
struct Search {
    day: Day,
    minutes: u32,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let database = std::env::var("DATABASE_URL").unwrap_or_else(|_| "postgresql:///ratebook".to_owned());
    let pool = PgPoolOptions::new().max_connections(10).connect(&database).await?;
    sqlx::migrate!().run(&pool).await?;
    let followed = Arc::default();
    let service = Router::new()
        .route("/resources/{resource}/bookings", post(book))
        .route("/resources/{resource}/bookings/{booking}", delete(cancel))
        .route("/resources/{resource}/slots", get(slots))
        .with_state(App { pool, followed });
    let port = std::env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    Ok(axum::serve(listener, service).await?)
}

async fn book(
    State(app): State<App>,
    Path(resource): Path<String>,
    Json(wanted): Json<Wanted>,
) -> Result<(StatusCode, Json<Booked>), Problem> {
    let mut transaction = app.pool.begin().await?;
    let resource = Resource::lock(&mut transaction, &resource).await?;
    let calendar = calendars::near(&mut transaction, &resource, wanted.start, Some(wanted.end)).await?;
    let row = Row {
        id: Uuid::now_v7(),
        start: wanted.start.into(),
        end: wanted.end.into(),
        cancelled: false,
    };
    calendar.book(&BookRequest::new(now()?, row.booking(&resource.id)?))?;
    row.insert(&mut transaction, &resource).await?;
    transaction.commit().await?;
    let Wanted { start, end } = wanted;
    Ok((StatusCode::CREATED, Json(Booked { id: row.id, start, end })))
}

async fn cancel(
    State(app): State<App>,
    Path((resource, booking)): Path<(String, Uuid)>,
) -> Result<StatusCode, Problem> {
    let mut transaction = app.pool.begin().await?;
    let resource = Resource::lock(&mut transaction, &resource).await?;
    let cancelled = sqlx::query(
        "UPDATE bookings SET cancelled = true, version = $1 WHERE id = $2 AND resource_id = $3 AND NOT cancelled",
    )
    .bind(resource.version)
    .bind(booking)
    .bind(&resource.id)
    .execute(&mut *transaction)
    .await?;
    if cancelled.rows_affected() == 0 {
        return Err(Problem::not_found(format!("there is no booking `{booking}`")));
    }
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn slots(
    State(app): State<App>,
    Path(resource): Path<String>,
    Query(search): Query<Search>,
) -> Result<Json<Vec<Instant>>, Problem> {
    let mut connection = app.pool.acquire().await?;
    let calendar = app.followed.look(&mut connection, &resource).await?;
    let day = DayRange::new(search.day, search.day);
    let free = calendar.slots(&SlotsRequest::new(now()?, day, search.minutes).with_resources([resource]))?;
    let starts = free.iter().flat_map(|one| &one.slots).map(|slot| slot.start);
    Ok(Json(starts.collect()))
}
