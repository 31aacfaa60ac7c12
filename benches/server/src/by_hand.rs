//! What is asked of those who do it by hand: the floors, Fastify with Drizzle, FastAPI with SQLAlchemy.

use std::path::Path;
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::cases::{Asking, Case, customer, walk};
use crate::data::{Customer, TENANTS, mixed, tenant_id, term};
use crate::fill::LIST;
use crate::load::{Asked, Fault, Line, asked};
use crate::process::{Running, free};

/// What signs the tokens of Fastify and FastAPI.
const SECRET: &str = "what only the bench and its peers know";

/// Who does it by hand, and in what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hand {
    /// An axum handler that answers a constant.
    Constant,
    /// axum and sqlx.
    Floor,
    Fastify,
    FastApi,
}

impl Hand {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Hand::Constant => "floor A",
            Hand::Floor => "floor B",
            Hand::Fastify => "Fastify",
            Hand::FastApi => "FastAPI",
        }
    }

    /// Starts it on a database.
    pub(crate) async fn start(self, database: &str) -> Result<Running, Fault> {
        let address = free()?;
        let peers = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers");
        let mut command = match self {
            Hand::Constant | Hand::Floor => {
                let mut command = Command::new(std::env::current_exe()?);
                let database = if self == Hand::Constant { "constant" } else { database };
                command.args(["--floor", database, "--listen", &address.to_string()]);
                command
            }
            Hand::Fastify => {
                let mut command = Command::new("node");
                command
                    .arg("server.mjs")
                    .current_dir(peers.join("fastify"))
                    .env("NODE_ENV", "production");
                command
            }
            Hand::FastApi => {
                let python = std::env::var_os("RATEBOOK_BENCH_PYTHON")
                    .ok_or("no Python for FastAPI: run `cargo xtask bench server`")?;
                let mut command = Command::new(python);
                let words = "-m uvicorn app:app --workers 2 --loop uvloop --http httptools --no-access-log --log-level warning --host 127.0.0.1";
                command.args(words.split(' '));
                command
                    .args(["--port", &address.port().to_string()])
                    .current_dir(peers.join("fastapi"));
                command
            }
        };
        let named = if database.starts_with("postgres") {
            database.to_owned()
        } else {
            format!("sqlite:{database}")
        };
        command
            .env("DATABASE", named)
            .env("PORT", address.port().to_string())
            .env("SECRET", SECRET);
        Running::start(command, address, "/v1/customers/none").await
    }

    /// What is asked of it, once it runs.
    pub(crate) async fn asking(self, running: &Running, rows: usize) -> Result<Asking, Fault> {
        let mut asking = Asking::default();
        asking.add(Case::List, move |number| {
            self.get(mixed(number) as usize % TENANTS, "/v1/customers?status=active&limit=50")
        });
        asking.add(Case::Read, move |number| {
            let own = Customer::of(mixed(number) as usize % rows);
            self.get(own.tenant, &format!("/v1/customers/{}", own.id))
        });
        if self == Hand::Constant {
            asking.add(Case::Read, move |_| self.get(0, "/v1/customers/one"));
            return Ok(asking);
        }
        let mut line = Line::to(running.address).await?;
        let page = |cursor: Option<&str>| {
            let after = cursor.map_or_else(String::new, |cursor| format!("&after={cursor}"));
            self.get(0, &format!("/v1/customers?status=active&limit=50{after}"))
        };
        let cursors = walk(&mut line, rows, page).await?;
        asking.add(Case::Deep, move |number| {
            let cursor = &cursors[number as usize % cursors.len()];
            self.get(0, &format!("/v1/customers?status=active&limit=50&after={cursor}"))
        });
        asking.add(Case::Create, move |number| {
            self.post(0, "/v1/customers", &customer(number))
        });
        asking.add(Case::CreateSpread, move |number| {
            self.post(1 + number as usize % (TENANTS - 1), "/v1/customers", &customer(number))
        });
        asking.add(Case::Search, move |number| {
            self.get(
                mixed(number) as usize % TENANTS,
                &format!("/v1/customers?q={}&limit=50", term(number)),
            )
        });
        asking.add(Case::Price, move |number| {
            self.post(number as usize % TENANTS, "/v1/price", &self.stay())
        });
        Ok(asking)
    }

    /// The family's stay.
    fn stay(self) -> Value {
        if self == Hand::Floor {
            let stay = json!({"check_in": "2026-12-18", "check_out": "2026-12-25", "adults": 2, "children": [8, 1], "booked_on": "2026-09-01"});
            return json!({"rate_list": LIST, "stay": stay});
        }
        json!({"rate_list_id": LIST, "arrival": "2026-12-18", "nights": 7, "adults": 2, "children": [8, 1], "booked_on": "2026-09-01"})
    }

    fn get(self, tenant: usize, path: &str) -> Asked {
        self.asked("GET", tenant, path, None)
    }

    fn post(self, tenant: usize, path: &str, body: &Value) -> Asked {
        self.asked("POST", tenant, path, Some(body))
    }

    fn asked(self, method: &str, tenant: usize, path: &str, body: Option<&Value>) -> Asked {
        match self {
            Hand::Constant | Hand::Floor => {
                asked(method, path, &[("x-tenant-id", &tenant_id(tenant).to_string())], body)
            }
            Hand::Fastify | Hand::FastApi => asked(method, path, &[("authorization", bearer(tenant))], body),
        }
    }
}

/// The token of somebody in a tenant.
fn bearer(tenant: usize) -> &'static str {
    static BEARERS: std::sync::OnceLock<Vec<String>> = std::sync::OnceLock::new();
    let all = BEARERS.get_or_init(|| {
        let part = |value: Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = |tenant| {
            let claims = json!({"sub": "bench", "tenant": tenant_id(tenant), "exp": 4_000_000_000_u64});
            let text = format!("{}.{}", part(json!({"alg": "HS256", "typ": "JWT"})), part(claims));
            let mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes());
            let seal = mac.map(|mac| mac.chain_update(&text).finalize().into_bytes());
            format!(
                "Bearer {text}.{}",
                seal.map_or_else(|_| String::new(), |seal| URL_SAFE_NO_PAD.encode(seal))
            )
        };
        (0..TENANTS).map(signed).collect()
    });
    all.get(tenant).map_or("", String::as_str)
}
