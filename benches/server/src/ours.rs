//! The server as it is: made, filled, and asked over its own routes.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ratebook::time::Day;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::cases::{Asking, Case, customer};
use crate::data::{Customer, TENANTS, mixed, term};
use crate::fill;
use crate::load::{Fault, Line, asked};
use crate::process::{Running, free};

pub(crate) const KEY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
const PASSWORD: &str = "correct horse battery";
const OPERATOR: &str = "operator@example.com";
/// Rooms of a tenant that are booked by the hour.
const ROOMS: usize = 20;

/// The server on a database.
pub(crate) struct Ours {
    program: PathBuf,
    pack: PathBuf,
    pub(crate) database: String,
}

/// A tenant's owner, what they book, and what they price.
#[derive(Clone)]
struct Tenant {
    bearer: String,
    slug: String,
    rooms: Vec<String>,
    family: String,
}

fn slug(tenant: usize) -> String {
    format!("tenant-{tenant}")
}

fn owner(tenant: usize) -> String {
    format!("owner@tenant-{tenant}.example.com")
}

impl Ours {
    /// On a file of SQLite or a database of PostgreSQL.
    pub(crate) fn on(program: &Path, database: &str) -> Ours {
        let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("pack");
        Ours {
            program: program.to_owned(),
            pack,
            database: database.to_owned(),
        }
    }

    pub(crate) async fn start(&self) -> Result<Running, Fault> {
        self.start_with(&[]).await
    }

    /// Starts it with settings of the environment besides.
    pub(crate) async fn start_with(&self, more: &[(&str, String)]) -> Result<Running, Fault> {
        let address = free()?;
        let mut command = Command::new(&self.program);
        // Nothing of the environment is a setting of it but what stands here.
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command
            .args(["--listen", &address.to_string(), "--database", &self.database])
            .arg("--pack")
            .arg(&self.pack);
        command
            .env("RATEBOOK_OPERATOR_EMAIL", OPERATOR)
            .env("RATEBOOK_OPERATOR_PASSWORD", PASSWORD);
        // What is measured is how much it can do.
        command.env("RATEBOOK_LIMITS", "off");
        command.env("RATEBOOK_KEY", KEY);
        if !more.is_empty() {
            // A line for each answer, which nobody reads here.
            command.stderr(Stdio::null());
        }
        command.envs(more.iter().map(|(name, value)| (name, value)));
        Running::start(command, address, "/healthz").await
    }

    /// Makes the tenants with their rooms, stops, and fills the database with customers.
    pub(crate) async fn fill(&self, rows: usize) -> Result<(), Fault> {
        let running = self.start().await?;
        let mut line = Line::to(running.address).await?;
        let operator = log_in(&mut line, OPERATOR).await?;
        let mut keys = Vec::new();
        for tenant in 0..TENANTS {
            let made = json!({"slug": slug(tenant), "name": slug(tenant), "pack": "load", "zone": "Europe/Madrid",
                "admin": {"email": owner(tenant), "name": "Owner", "password": PASSWORD}});
            let made = post(&mut line, "/v1/tenants", &[("authorization", &operator)], &made).await?;
            keys.push(id_of(&made)?.into_bytes());
            let bearer = log_in(&mut line, &owner(tenant)).await?;
            let headers = [("authorization", bearer.as_str()), ("x-tenant-id", &slug(tenant))];
            for room in 0..ROOMS {
                let hourly = json!({"name": "By the hour", "code": "hourly", "currency": "EUR", "unit": "hour",
                    "valid": {"first": "2026-01-01", "last": "2070-12-31"}, "zone": "UTC",
                    "hours": {"windows": [{"name": "all day", "opens": "00:00", "closes": "00:00", "price": "40.25"}]}});
                let room = json!({"name": format!("Room {room}"), "resource": {"zone": "UTC"}, "rates": hourly});
                post(&mut line, "/v1/rooms", &headers, &room).await?;
            }
            let family = json!({"name": "Family", "resource": {"zone": "UTC", "mode": "nights", "capacity": 5}, "rates": yearly()});
            post(&mut line, "/v1/rooms", &headers, &family).await?;
        }
        drop(running);
        fill::ours(&self.database, &self.pack, &keys, rows).await
    }

    /// What is asked of it, once it runs.
    pub(crate) async fn asking(&self, running: &Running, rows: usize) -> Result<Asking, Fault> {
        let mut line = Line::to(running.address).await?;
        let tenants = tenants(&mut line).await?;
        self.asking_by(&mut line, tenants, rows).await
    }

    /// The same by keys, which hold for as long as it runs.
    pub(crate) async fn asking_by_key(&self, running: &Running, rows: usize) -> Result<Asking, Fault> {
        let mut line = Line::to(running.address).await?;
        let mut tenants = tenants(&mut line).await?;
        for tenant in &mut tenants {
            let wanted = json!({"name": "load", "scopes": ["*"]});
            let made = post(&mut line, "/v1/api-keys", &tenant.headers(), &wanted).await?;
            tenant.bearer = format!("Bearer {}", made["key"].as_str().ok_or("no key")?);
        }
        self.asking_by(&mut line, tenants, rows).await
    }

    async fn asking_by(&self, line: &mut Line, tenants: Vec<Tenant>, rows: usize) -> Result<Asking, Fault> {
        let tenants = Arc::new(tenants);
        let of = |tenants: &Arc<Vec<Tenant>>| Arc::clone(tenants);
        let (lists, reads, creates, searches) = (of(&tenants), of(&tenants), of(&tenants), of(&tenants));
        let (spread, deeps) = (of(&tenants), of(&tenants));
        let mut asking = Asking::default();
        asking.add(Case::List, move |number| {
            let tenant = &lists[mixed(number) as usize % TENANTS];
            tenant.get("/v1/customers?status=active&sort=created_at&limit=50")
        });
        let cursors = crate::cases::walk(line, rows, |cursor| {
            let after = cursor.map_or_else(String::new, |cursor| format!("&cursor={cursor}"));
            tenants[0].get(&format!("/v1/customers?status=active&sort=created_at&limit=50{after}"))
        });
        let cursors = cursors.await?;
        asking.add(Case::Deep, move |number| {
            let cursor = &cursors[number as usize % cursors.len()];
            deeps[0].get(&format!(
                "/v1/customers?status=active&sort=created_at&limit=50&cursor={cursor}"
            ))
        });
        asking.add(Case::Read, move |number| {
            let own = Customer::of(mixed(number) as usize % rows);
            reads[own.tenant].get(&format!("/v1/customers/{}", own.id))
        });
        asking.add(Case::Create, move |number| {
            creates[0].post("/v1/customers", &customer(number))
        });
        asking.add(Case::CreateSpread, move |number| {
            let tenant = &spread[1 + number as usize % (TENANTS - 1)];
            tenant.post("/v1/customers", &customer(number))
        });
        asking.add(Case::Search, move |number| {
            let tenant = &searches[mixed(number) as usize % TENANTS];
            tenant.get(&format!("/v1/customers?q={}&limit=50", term(number)))
        });
        commerce(&mut asking, &tenants);
        Ok(asking)
    }
}

/// The tenants as their owners find them, signed in.
async fn tenants(line: &mut Line) -> Result<Vec<Tenant>, Fault> {
    let mut tenants = Vec::new();
    for tenant in 0..TENANTS {
        let bearer = log_in(line, &owner(tenant)).await?;
        let slug = slug(tenant);
        let mut known = Tenant {
            bearer,
            slug,
            rooms: Vec::new(),
            family: String::new(),
        };
        let (status, body) = line.ask(known.get("/v1/rooms?limit=100")).await?;
        if status != 200 {
            return Err(String::from_utf8_lossy(&body).into());
        }
        let listed: Value = serde_json::from_slice(&body)?;
        for room in listed["items"].as_array().into_iter().flatten() {
            let id = room["id"].as_str().unwrap_or_default().to_owned();
            match room["name"].as_str() {
                Some("Family") => known.family = id,
                _ => known.rooms.push(id),
            }
        }
        tenants.push(known);
    }
    Ok(tenants)
}

/// Prices and bookings.
fn commerce(asking: &mut Asking, tenants: &Arc<Vec<Tenant>>) {
    let (prices, bookings) = (Arc::clone(tenants), Arc::clone(tenants));
    let today = Day::from_number((ratebook_server::state::Clock::system().now().seconds() / 86_400) as i32);
    let day = move |ahead: i32| {
        today
            .and_then(|today| Day::from_number(today.number() + ahead))
            .map_or_else(String::new, |day| day.to_string())
    };
    asking.add(Case::Price, move |number| {
        let tenant = &prices[number as usize % TENANTS];
        let first = 20 + (number % 200) as i32;
        let stay = json!({"stay": {"check_in": day(first), "check_out": day(first + 7)}});
        let party = json!({"adults": 2, "children": [8, 1]});
        tenant.post(
            "/v1/acts/price",
            &json!({"takes": [{"resource": tenant.family, "when": stay}], "party": party}),
        )
    });
    // No two ask for the same hour: an hour of a room is asked for once in every run.
    let next = AtomicUsize::new(begun());
    asking.add(Case::Book, move |_| {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let tenant = &bookings[number % TENANTS];
        let room = &tenant.rooms[number / TENANTS % ROOMS];
        let hour = number / TENANTS / ROOMS;
        let moment = |hour: usize| format!("{}T{:02}:00:00Z", day(30 + (hour / 24) as i32), hour % 24);
        let span = json!({"span": {"start": moment(hour), "end": moment(hour + 1)}});
        tenant.post(
            "/v1/acts/book",
            &json!({"takes": [{"resource": room, "when": span}], "party": {"adults": 2}}),
        )
    });
}

/// The family's list, for as long as somebody may run this.
fn yearly() -> Value {
    let mut list = fill::rate_list();
    list["valid"]["last"] = json!("2070-12-31");
    list
}

/// Bookings of an earlier start stand already: each start books behind those of the one before.
fn begun() -> usize {
    static STARTS: AtomicUsize = AtomicUsize::new(0);
    STARTS.fetch_add(1, Ordering::Relaxed) * TENANTS * ROOMS * 2_400
}

impl Tenant {
    fn headers(&self) -> [(&str, &str); 2] {
        [("authorization", &self.bearer), ("x-tenant-id", &self.slug)]
    }

    fn get(&self, path: &str) -> crate::load::Asked {
        asked("GET", path, &self.headers(), None)
    }

    fn post(&self, path: &str, body: &Value) -> crate::load::Asked {
        asked("POST", path, &self.headers(), Some(body))
    }
}

async fn post(line: &mut Line, path: &str, headers: &[(&str, &str)], body: &Value) -> Result<Value, Fault> {
    let (status, told) = line.ask(asked("POST", path, headers, Some(body))).await?;
    if !(200..300).contains(&status) {
        return Err(format!("{path}: {status} {}", String::from_utf8_lossy(&told)).into());
    }
    Ok(serde_json::from_slice(&told)?)
}

async fn log_in(line: &mut Line, email: &str) -> Result<String, Fault> {
    let told = post(
        line,
        "/v1/auth/login",
        &[],
        &json!({"email": email, "password": PASSWORD}),
    )
    .await?;
    let token = told["access_token"].as_str().ok_or("no token")?;
    Ok(format!("Bearer {token}"))
}

fn id_of(made: &Value) -> Result<Uuid, Fault> {
    Ok(made["id"]
        .as_str()
        .or(made["tenant"]["id"].as_str())
        .ok_or("no id")?
        .parse()?)
}
