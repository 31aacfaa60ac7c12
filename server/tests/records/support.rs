//! A whole server on each database, with people of three tenants.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use ratebook::records::{Pack, ReadFilesRequest, read_files};
use ratebook::tenancy::TenantId;
use ratebook::tenancy::access::AccessActor;
use ratebook::time::Zone;
use ratebook_server::app;
use ratebook_server::platform::caller::Caller;
use ratebook_server::records::{CursorKey, InFlight};
use ratebook_server::state::{App, Parts};
use ratebook_server::store::sqlite::SqliteFile;
use ratebook_server::store::{Store, Vault};
use ratebook_server_testing::{Disk, Postgres};
use serde_json::{Map, Value};
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) fn workbench() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/workbench");
    let mut files = Map::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&root).expect("below").to_string_lossy().into_owned();
                files.insert(name, std::fs::read_to_string(&path).expect("text").into());
            }
        }
    }
    Pack::new(read_files(ReadFilesRequest::new(files)).expect("files")).expect("a pack")
}

/// A server that listens, and what it stands on.
pub(crate) struct Server {
    pub(crate) name: &'static str,
    pub(crate) address: String,
    pub(crate) store: Store,
    folder: TempDir,
    _postgres: Option<Postgres>,
}

impl Server {
    /// One on SQLite, one on PostgreSQL.
    pub(crate) async fn both() -> [Server; 2] {
        [Server::start("sqlite").await, Server::start("postgres").await]
    }

    pub(crate) async fn start(name: &'static str) -> Server {
        let pack = workbench();
        let folder = tempfile::tempdir().expect("a folder");
        let (store, postgres) = if name == "sqlite" {
            let file = SqliteFile::new(folder.path().join("server.db"));
            (Store::open_sqlite(&file, 4).await.expect("a store"), None)
        } else {
            let postgres = Postgres::start(Disk::Fast).expect("PostgreSQL");
            let store = Store::open_postgres(&postgres.address("postgres"), 16).await;
            (store.expect("a store"), Some(postgres))
        };
        store.make_tables(&pack).await.expect("tables");
        let parts = Parts {
            store: store.clone(),
            packs: BTreeMap::from([("workbench".to_owned(), Arc::new(pack))]),
            vault: Vault::new(&[7; 32]),
            cursors: CursorKey::new([9; 32]),
            in_flight: InFlight::default(),
        };
        let app = App::new(parts);
        let served = app.packs.clone();
        let router = app::router(app).layer(from_fn(move |request, next| as_named(served.clone(), request, next)));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Server {
            name,
            address,
            store,
            folder,
            _postgres: postgres,
        }
    }

    /// Somebody of a tenant, by its number, with a role.
    pub(crate) fn someone(&self, tenant: u128, name: &str, role: &str) -> Someone {
        Someone {
            address: self.address.clone(),
            who: format!("{tenant} {name} {role}"),
            agent: ureq::Agent::config_builder().http_status_as_error(false).build().into(),
        }
    }

    /// The files in which it keeps everything.
    pub(crate) fn files(&self) -> Vec<std::path::PathBuf> {
        let entries = std::fs::read_dir(self.folder.path()).expect("a folder");
        entries.flatten().map(|entry| entry.path()).collect()
    }

    pub(crate) fn admin(&self) -> Someone {
        self.someone(1, "ann", "admin")
    }
}

async fn as_named(packs: BTreeMap<String, Arc<Pack>>, mut request: Request, next: Next) -> axum::response::Response {
    let who = request
        .headers()
        .get("x-who")
        .and_then(|who| who.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let mut words = who.split(' ');
    if let (Some(tenant), Some(name), Some(role)) = (words.next(), words.next(), words.next()) {
        let tenant = Uuid::from_u128(tenant.parse().expect("a number"));
        let pack = Arc::clone(&packs["workbench"]);
        let mut actor = AccessActor::new(TenantId::new(tenant.to_string()), name);
        actor.roles = vec![role.to_owned()];
        let holder = Arc::new(pack.holder(&actor).expect("roles"));
        request.extensions_mut().insert(Caller {
            tenant: tenant.into_bytes(),
            pack,
            zone: Zone::UTC,
            actor,
            holder,
        });
    }
    next.run(request).await
}

/// Somebody who asks.
#[derive(Clone)]
pub(crate) struct Someone {
    address: String,
    who: String,
    agent: ureq::Agent,
}

/// What they are answered.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) text: String,
}

impl Told {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("{self:?}"))
    }

    /// The answer of what went well.
    pub(crate) fn well(&self) -> Value {
        assert!(self.status < 300, "{self:?}");
        if self.text.is_empty() { Value::Null } else { self.json() }
    }

    /// The answer, if it went well.
    pub(crate) fn well_or_none(&self) -> Option<Value> {
        (self.status < 300).then(|| self.json())
    }

    /// The code and the path of each reason.
    pub(crate) fn reasons(&self) -> Vec<(String, String)> {
        let told = self.json();
        let errors = told["errors"].as_array().unwrap_or_else(|| panic!("{self:?}"));
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        errors
            .iter()
            .map(|one| (text(&one["code"]), text(&one["path"])))
            .collect()
    }
}

impl Someone {
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<&[u8]>) -> Told {
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.address))
            .header("x-who", &self.who)
            .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = match body {
            Some(body) => self.agent.run(request.body(body.to_vec()).expect("a request")),
            None => self.agent.run(request.body(()).expect("a request")),
        };
        let mut answer = answer.expect("an answer");
        let headers = answer
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned()));
        Told {
            status: answer.status().as_u16(),
            headers: headers.collect(),
            text: answer.body_mut().read_to_string().expect("text"),
        }
    }

    fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &Value) -> Told {
        let headers: Vec<_> = [("content-type", "application/json")]
            .iter()
            .chain(headers)
            .copied()
            .collect();
        self.ask(method, path, &headers, Some(body.to_string().as_bytes()))
    }

    pub(crate) fn get(&self, path: &str) -> Told {
        self.ask("GET", path, &[], None)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Told {
        self.send("POST", path, &[], body)
    }

    pub(crate) fn post_with(&self, path: &str, headers: &[(&str, &str)], body: &Value) -> Told {
        self.send("POST", path, headers, body)
    }

    pub(crate) fn patch(&self, path: &str, body: &Value) -> Told {
        self.send("PATCH", path, &[], body)
    }

    pub(crate) fn patch_with(&self, path: &str, headers: &[(&str, &str)], body: &Value) -> Told {
        self.send("PATCH", path, headers, body)
    }

    pub(crate) fn put(&self, path: &str, body: &Value) -> Told {
        self.send("PUT", path, &[], body)
    }

    pub(crate) fn delete(&self, path: &str) -> Told {
        self.ask("DELETE", path, &[], None)
    }
}

/// The text of a field of an answer.
pub(crate) fn text(value: &Value, name: &str) -> String {
    value[name]
        .as_str()
        .unwrap_or_else(|| panic!("{name} of {value}"))
        .to_owned()
}
