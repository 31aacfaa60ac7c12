//! A market of several houses on each database.

use std::path::PathBuf;

use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

/// The folder of a pack of these tests.
pub(crate) fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/across/packs")
        .join(name)
}

/// A market, and who runs it.
pub(crate) struct Market {
    pub(crate) served: Served,
    pub(crate) operator: Client,
    pub(crate) name: &'static str,
}

impl Market {
    pub(crate) fn both() -> [Market; 2] {
        [Market::on(Base::Sqlite), Market::on(Base::Postgres)]
    }

    pub(crate) fn on(base: Base) -> Market {
        let served = Served::with(base, &folder("market"));
        Market {
            operator: served.operator(),
            name: if base == Base::Sqlite { "sqlite" } else { "postgres" },
            served,
        }
    }

    /// The owner of a house.
    pub(crate) fn house(&self, slug: &str) -> Client {
        self.served.tenant(&self.operator, slug)
    }

    /// Lets a house stand otherwise.
    pub(crate) fn set_state(&self, slug: &str, state: &str) {
        let tenants = self.operator.get("/v1/tenants").is(200).json();
        let own = tenants["items"]
            .as_array()
            .expect("a list")
            .iter()
            .find(|one| one["slug"] == slug);
        let id = text(own.expect("the house"), "id");
        self.operator
            .patch(&format!("/v1/tenants/{id}"), &json!({"state": state}))
            .is(200);
    }

    /// Carries out SQL as whoever owns the tables.
    pub(crate) fn postgres(&self, work: impl AsyncFnOnce(&mut sqlx::PgConnection)) {
        use sqlx::Connection as _;
        let address = self.served.postgres().expect("PostgreSQL");
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let mut connection = sqlx::PgConnection::connect(&address).await.expect("a connection");
            work(&mut connection).await;
        });
    }
}

pub(crate) fn text(value: &Value, name: &str) -> String {
    value[name]
        .as_str()
        .unwrap_or_else(|| panic!("{name} of {value}"))
        .to_owned()
}

/// What a person is in histories and fields.
pub(crate) fn account(client: &Client) -> String {
    text(&client.get("/v1/auth/me").is(200).json()["account"], "id")
}

/// Numbers by chance: splitmix64.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("small")
    }

    pub(crate) fn yes(&mut self) -> bool {
        self.next() & 1 == 0
    }
}
