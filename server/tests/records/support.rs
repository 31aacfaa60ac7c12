//! A whole server on each database, with people of three tenants.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ratebook::tenancy::TenantId;
use ratebook::tenancy::access::AccessActor;
use ratebook::time::Zone;
use ratebook_server::came::Proxies;
use ratebook_server::manners::Manners;
use ratebook_server::platform::caller::Caller;
use ratebook_server::records::timers;
use ratebook_server::state::App;
pub(crate) use ratebook_server_testing::Chance;
use ratebook_server_testing::{Base, Client, Row, Served};
use serde_json::Value;
use sqlx::Connection as _;
use uuid::Uuid;

/// A server that listens, and whoever has signed in.
pub(crate) struct Server {
    pub(crate) name: &'static str,
    served: Served,
    operator: Client,
    people: Mutex<BTreeMap<String, Someone>>,
}

impl Server {
    /// One on SQLite, one on PostgreSQL.
    pub(crate) fn both() -> [Server; 2] {
        [Server::start("sqlite"), Server::start("postgres")]
    }

    pub(crate) fn start(name: &'static str) -> Server {
        Server::of(name, Served::start)
    }

    /// One on each, with a pack that is made of the workbench.
    pub(crate) fn both_by(edit: fn(&mut Value)) -> [Server; 2] {
        ["sqlite", "postgres"].map(|name| Server::of(name, |base| Served::start_by(base, edit)))
    }

    /// One with a pack that is made of the workbench.
    pub(crate) fn start_by(name: &'static str, edit: fn(&mut Value)) -> Server {
        Server::of(name, |base| Served::start_by(base, edit))
    }

    /// One that behaves so towards browsers.
    pub(crate) fn start_with(name: &'static str, manners: Manners) -> Server {
        Server::of(name, |base| Served::start_with(base, manners))
    }

    fn of(name: &'static str, start: impl FnOnce(Base) -> Served) -> Server {
        let base = if name == "sqlite" { Base::Sqlite } else { Base::Postgres };
        let served = start(base);
        Server {
            name,
            operator: served.operator(),
            served,
            people: Mutex::default(),
        }
    }

    /// Another one on the same database, with another version of the pack and the same people.
    pub(crate) fn beside_by(&self, edit: fn(&mut Value)) -> Server {
        self.beside(self.served.beside_by(edit))
    }

    /// Another one on the same database, behind proxies.
    pub(crate) fn beside_behind(&self, proxies: Proxies) -> Server {
        self.beside(self.served.beside_behind(proxies))
    }

    /// Another one on a copy of everything, in a database of its own.
    pub(crate) fn copied(&self) -> Server {
        self.beside(self.served.copied(self.served.base()))
    }

    fn beside(&self, served: Served) -> Server {
        let people = self.people.lock().expect("nobody failed").clone();
        let server = Server {
            name: self.name,
            operator: served.signed_in("operator@example.com"),
            served,
            people: Mutex::new(people),
        };
        server.sign_in_again();
        server
    }

    /// Somebody of a tenant, by its number, with a role.
    pub(crate) fn someone(&self, tenant: u32, name: &str, role: &str) -> Someone {
        let mut people = self.people.lock().expect("nobody failed");
        let slug = format!("tenant{tenant}");
        let owner = people
            .entry(slug.clone())
            .or_insert_with(|| Someone::of(self.served.tenant(&self.operator, &slug)));
        let owner = owner.client.clone();
        let email = format!("{name}.{role}@{slug}.example.com");
        let own = people
            .entry(email.clone())
            .or_insert_with(|| Someone::of(self.served.member(&owner, &email, &[role])));
        own.clone()
    }

    /// Who owns a tenant, by its number, once somebody of it has come.
    pub(crate) fn owner(&self, tenant: u32) -> Someone {
        self.people.lock().expect("nobody failed")[&format!("tenant{tenant}")].clone()
    }

    /// Somebody who is not signed in.
    pub(crate) fn anybody(&self) -> Client {
        self.served.anybody()
    }

    /// Somebody who has an account, signed in anew.
    pub(crate) fn signed_in(&self, email: &str) -> Client {
        self.served.signed_in(email)
    }

    pub(crate) fn admin(&self) -> Someone {
        self.someone(1, "ann", "admin")
    }

    /// The same after its process has ended and begun again: nothing is left but what was kept.
    pub(crate) fn restart(&mut self) {
        self.served = self.served.beside();
        self.operator = self.served.signed_in("operator@example.com");
        self.sign_in_again();
    }

    /// The server itself.
    pub(crate) fn app(&self) -> &App {
        self.served.app()
    }

    /// Waits for something that is done inside the server.
    pub(crate) fn wait_for<T>(&self, work: impl Future<Output = T>) -> T {
        self.served.wait_for(work)
    }

    /// Somebody with the role of an admin, as handlers are given them.
    pub(crate) fn caller(&self, someone: &Someone) -> Caller {
        let me = someone.get("/v1/auth/me").well();
        let tenant: Uuid = text(&me["memberships"][0]["tenant"], "id").parse().expect("an id");
        let pack = Arc::clone(&self.app().packs["workbench"]);
        let mut actor = AccessActor::new(TenantId::new(tenant.to_string()), someone.id.as_str());
        actor.roles = vec!["admin".to_owned()];
        Caller {
            tenant: tenant.into_bytes(),
            fields: Some(0),
            plan: None,
            zone: Zone::UTC,
            holder: Arc::new(pack.holder(&actor).expect("roles")),
            pack,
            actor,
            may_write: true,
            shown_at: None,
        }
    }

    /// Begins something that goes on beside the server.
    pub(crate) fn begin(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.served.begin(work);
    }

    /// The rows of a table, as they lie there.
    pub(crate) fn rows(&self, table: &str) -> Vec<Row> {
        self.served.rows(table)
    }

    /// Carries out SQL beside the server.
    pub(crate) fn carry_out(&self, text: &str) -> Result<u64, String> {
        self.served.carry_out(text)
    }

    /// Has another entry be in the audit, of a record of which there is one, with these changes.
    pub(crate) fn copy_entry(&self, entity: &str, record: &str, changes: &str) {
        let id = |hex: &str| match self.served.base() {
            Base::Sqlite => format!("x'{hex}'"),
            Base::Postgres => format!("'{hex}'"),
        };
        let text = format!(
            "INSERT INTO audit SELECT tenant_id, {}, at, actor, entity, record_id, '{entity}:updated', '{changes}', ip, request_id, on_behalf_of, key_id FROM \
             audit WHERE entity = '{entity}' AND record_id = {} AND action = '{entity}:created'",
            id(&Uuid::now_v7().simple().to_string()),
            id(record)
        );
        assert_eq!(self.served.carry_out(&text), Ok(1));
    }

    /// The rows of every table.
    pub(crate) fn all_rows(&self) -> BTreeMap<String, Vec<Row>> {
        self.served.all_rows()
    }

    /// The files in which it keeps everything.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        let folder = self.served.folder().expect("a folder");
        let entries = std::fs::read_dir(folder).expect("a folder");
        entries.flatten().map(|entry| entry.path()).collect()
    }

    /// Has PostgreSQL close every line to the server; how many they were.
    pub(crate) fn close_lines(&self) -> i64 {
        self.of_lines(
            "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE application_name LIKE 'ratebook%' AND datname = \
             current_database()",
        )
    }

    /// How many lines to the server have a transaction on them in which nothing is asked.
    pub(crate) fn left_open(&self) -> i64 {
        self.of_lines(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'ratebook%' AND datname = current_database() AND state LIKE \
             'idle in transaction%'",
        )
    }

    /// How often PostgreSQL had somebody give way who waited for somebody who waited for them: its lines tell it when they are closed.
    pub(crate) fn deadlocks(&self) -> i64 {
        self.close_lines();
        self.of_lines("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
    }

    /// A number that PostgreSQL tells of the server's lines.
    fn of_lines(&self, text: &'static str) -> i64 {
        let address = self.served.postgres().expect("PostgreSQL");
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let mut connection = sqlx::PgConnection::connect(&address).await.expect("a connection");
            sqlx::query_scalar(text)
                .fetch_one(&mut connection)
                .await
                .expect("a number")
        })
    }

    /// Does something while a statement holds what it holds in the database, as somebody does who is stuck.
    pub(crate) fn while_stuck<T>(&self, statement: &'static str, work: impl FnOnce() -> T) -> T {
        let address = self.served.postgres().expect("PostgreSQL");
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let mut connection = runtime
            .block_on(sqlx::PgConnection::connect(&address))
            .expect("a connection");
        let mut held = runtime.block_on(connection.begin()).expect("a transaction");
        runtime
            .block_on(sqlx::raw_sql(statement).execute(&mut *held))
            .expect("it holds");
        let done = work();
        runtime.block_on(held.rollback()).expect("it lets go");
        done
    }

    /// Takes the wall of PostgreSQL down.
    pub(crate) fn without_policies(&self) {
        let address = self.served.postgres().expect("PostgreSQL");
        let text = "DO $$ DECLARE own record; BEGIN FOR own IN SELECT oid::regclass AS name FROM pg_class WHERE relrowsecurity LOOP \
                    EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', own.name); END LOOP; END $$";
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let mut connection = sqlx::PgConnection::connect(&address).await.expect("a connection");
            sqlx::raw_sql(text).execute(&mut connection).await.expect("no policies");
            let left = "SELECT count(*) FROM pg_class WHERE relrowsecurity";
            let left: i64 = sqlx::query_scalar(left)
                .fetch_one(&mut connection)
                .await
                .expect("a number");
            assert_eq!(left, 0);
        });
    }

    /// Puts its clock on, and lets everybody be signed out.
    pub(crate) fn turn_on_as_they_are(&self, seconds: i64) {
        self.served.pass(seconds);
    }

    /// Puts its clock on.
    pub(crate) fn turn_on(&self, seconds: i64) {
        self.served.pass(seconds);
        self.sign_in_again();
    }

    /// Whoever was signed in is so no more, and signs in again.
    fn sign_in_again(&self) {
        for (name, someone) in &mut *self.people.lock().expect("nobody failed") {
            let email = match name.contains('@') {
                true => name.clone(),
                false => format!("owner@{name}.example.com"),
            };
            let slug = someone.client.tenant.clone().expect("a tenant");
            someone.client = self.served.signed_in(&email).at(&slug);
        }
    }

    /// How many lists may be exported at once by now.
    pub(crate) fn exports(&self) -> std::sync::Arc<tokio::sync::Semaphore> {
        self.served.app().exports.clone()
    }

    /// Lets a tenant stand otherwise.
    pub(crate) fn set_state(&self, slug: &str, state: &str) {
        let operator = self.served.signed_in("operator@example.com");
        let tenants = operator.get("/v1/tenants").is(200).json();
        let own = tenants["items"]
            .as_array()
            .and_then(|items| items.iter().find(|one| one["slug"] == slug));
        let id = text(own.expect("the tenant"), "id");
        operator
            .patch(&format!("/v1/tenants/{id}"), &serde_json::json!({"state": state}))
            .is(200);
    }

    /// Lets happen what is due.
    pub(crate) fn fire_due(&self) -> usize {
        let fired = self.served.wait_for(timers::fire_due(self.served.app()));
        fired.expect("the timers")
    }
}

/// Somebody who asks.
#[derive(Clone)]
pub(crate) struct Someone {
    client: Client,
    /// Their account.
    pub(crate) id: String,
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
        (self.status < 300).then(|| match self.status {
            204 => Value::Null,
            _ => self.json(),
        })
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
    fn of(client: Client) -> Someone {
        let me = client.get("/v1/auth/me").is(200).json();
        let id = text(&me["account"], "id");
        Someone { client, id }
    }

    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<&[u8]>) -> Told {
        let trace = ("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        let headers: Vec<_> = [trace].iter().chain(headers).copied().collect();
        let answer = self.client.send(method, path, body, &headers);
        Told {
            status: answer.status,
            headers: together(&answer.headers),
            text: answer.text(),
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

    /// What they hear of what has happened, until nothing comes for a while: the lines with what is told.
    pub(crate) fn hears(&self, path: &str) -> Vec<String> {
        let host = self.client.url.trim_start_matches("http://");
        let mut line = TcpStream::connect(host).expect("a line");
        line.set_read_timeout(Some(Duration::from_secs(20))).expect("a time");
        let (token, tenant) = (self.client.token.as_deref(), self.client.tenant.as_deref());
        let (token, tenant) = (token.expect("a token"), tenant.expect("a tenant"));
        let asks = format!(
            "GET {path} HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {token}\r\nx-tenant-id: {tenant}\r\n\r\n"
        );
        line.write_all(asks.as_bytes()).expect("a question");
        let (mut heard, mut piece) = (Vec::new(), [0; 4_096]);
        while let Ok(length @ 1..) = line.read(&mut piece) {
            heard.extend_from_slice(&piece[..length]);
            line.set_read_timeout(Some(Duration::from_millis(500))).expect("a time");
        }
        let heard = String::from_utf8_lossy(&heard).into_owned();
        assert!(heard.starts_with("HTTP/1.1 200"), "{heard}");
        let lines = heard
            .lines()
            .filter(|line| line.starts_with("event:") || line.starts_with("data:"));
        lines.map(str::to_owned).collect()
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

/// Headers by their names; what is said several times is one list.
fn together(headers: &[(String, String)]) -> BTreeMap<String, String> {
    let mut told: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in headers {
        told.entry(name.clone())
            .and_modify(|before| *before = format!("{before}, {value}"))
            .or_insert_with(|| value.clone());
    }
    told
}
