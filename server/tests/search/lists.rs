//! Lists that are searched: whoever asks, core, SQLite and PostgreSQL answer the same records in the same order, page by page. The owner
//! of PostgreSQL's tables is no superuser.

use ratebook::records::{Cell, MatchesRequest, Pack, QueryPlan, RecordQuery, cell_value};
use ratebook_server::store::sqlite::SqliteFile;
use ratebook_server::store::upgrade::upgrade;
use ratebook_server::store::{Page, Record, Store, Target, Vault};
use ratebook_server_testing::{Disk, Postgres};
use serde_json::{Map, Value, json};
use sqlx::{Connection as _, PgConnection, SqliteConnection};
use tempfile::TempDir;

pub(crate) const OURS: [u8; 16] = [0xa1; 16];
const THEIRS: [u8; 16] = [0xb2; 16];

/// Both databases, each with a store.
pub(crate) struct Both {
    pub(crate) stores: [Store; 2],
    pub(crate) folder: TempDir,
    pub(crate) server: Postgres,
}

impl Both {
    pub(crate) async fn start() -> Both {
        let server = Postgres::start(Disk::Fast).expect("PostgreSQL");
        let mut all = PgConnection::connect(&server.address("postgres"))
            .await
            .expect("a connection");
        for text in [
            "CREATE ROLE keeper LOGIN CREATEROLE",
            "CREATE DATABASE lists OWNER keeper",
        ] {
            sqlx::raw_sql(text).execute(&mut all).await.expect("a database");
        }
        let folder = tempfile::tempdir().expect("a folder");
        let sqlite = Store::open_sqlite(&SqliteFile::new(folder.path().join("db")), 2).await;
        let postgres = Store::open_postgres(&server.address_as("keeper", "lists"), 3).await;
        let both = Both {
            stores: [sqlite.expect("SQLite"), postgres.expect("PostgreSQL")],
            folder,
            server,
        };
        for (slug, tenant) in [("acme", OURS), ("globex", THEIRS)] {
            both.carry_out(|id| {
                format!(
                    "INSERT INTO tenants (id, slug, name, pack, zone, state, version, created_at, updated_at) VALUES ({id}, '{slug}', \
                     '{slug}', 'desk', 'UTC', 'active', 1, 0, 0)"
                )
            }, tenant)
            .await;
        }
        both
    }

    /// Carries something out on each, with the id of a tenant as it is written there.
    async fn carry_out(&self, text: impl Fn(&str) -> String, tenant: [u8; 16]) {
        let options = SqliteFile::new(self.folder.path().join("db")).write_options();
        let mut sqlite = SqliteConnection::connect_with(&options).await.expect("SQLite");
        let mut postgres = PgConnection::connect(&self.server.address_as("keeper", "lists"))
            .await
            .expect("PostgreSQL");
        let hex: String = tenant.iter().map(|byte| format!("{byte:02x}")).collect();
        let (here, there) = (text(&format!("X'{hex}'")), text(&format!("'{hex}'::uuid")));
        sqlx::raw_sql(sqlx::AssertSqlSafe(here))
            .execute(&mut sqlite)
            .await
            .expect("rows");
        sqlx::raw_sql(sqlx::AssertSqlSafe(there))
            .execute(&mut postgres)
            .await
            .expect("rows");
    }

    pub(crate) async fn upgrade(&self, pack: &Pack) {
        for store in &self.stores {
            upgrade(store, pack, &[]).await.expect("tables");
        }
    }

    /// How many indexes there are.
    async fn indexes(&self) -> [i64; 2] {
        let options = SqliteFile::new(self.folder.path().join("db")).write_options();
        let mut sqlite = SqliteConnection::connect_with(&options).await.expect("SQLite");
        let mut postgres = PgConnection::connect(&self.server.address_as("keeper", "lists"))
            .await
            .expect("PostgreSQL");
        [
            sqlx::query_scalar(
                "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name LIKE '%\\_search' ESCAPE '\\'",
            )
            .fetch_one(&mut sqlite)
            .await
            .expect("a number"),
            sqlx::query_scalar("SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname ~ '_search$'")
                .fetch_one(&mut postgres)
                .await
                .expect("a number"),
        ]
    }
}

pub(crate) fn definition() -> Value {
    json!({
        "name": "desk",
        "permissions": ["personal:read"],
        "roles": {"admin": {"allow": ["*"]}, "support": {"allow": ["customers:read"]}, "agent": {}},
        "entities": [{
            "name": "customer", "soft_delete": {}, "sort": ["-name"],
            "fields": {
                "code": {"kind": "text", "search": true},
                "name": {"kind": "text", "required": true, "search": true, "sort": true},
                "email": {"kind": "text", "search": true},
                "note": {"kind": "long_text"},
                "status": {"kind": "choice", "choices": ["open", "closed"], "required": true, "filter": true},
                "agent": {"kind": "text"}
            },
            "masks": [{"fields": ["/email"], "unless": "personal:read"}],
            "grants": [{"role": "agent", "relation": "agent", "field": "agent", "permissions": ["customers:read"]}]
        }]
    })
}

pub(crate) fn pack(definition: &Value) -> Pack {
    Pack::load(definition.clone()).unwrap_or_else(|error| panic!("{:#?}", error.report()))
}

/// Numbers by chance: splitmix64.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }

    pub(crate) fn one_in(&mut self, number: usize) -> bool {
        self.below(number) == 0
    }

    pub(crate) fn of<'t>(&mut self, all: &[&'t str]) -> &'t str {
        all.get(self.below(all.len())).copied().unwrap_or_default()
    }
}

const WORDS: [&str; 16] = [
    "Ana",
    "Anna",
    "Hanna",
    "weber",
    "Webers",
    "Ünal",
    "O'Neil",
    "李",
    "x_y%",
    "Straße",
    "lin den",
    " ana",
    "\u{1}ana",
    "we\tber",
    "e\u{301}te",
    "q",
];

const TERMS: [&str; 30] = [
    "ana", "AN", "a", "anna", "ANNA W", "hanna", "weber", "webers", "eber", "we", "ünal", "unal", "o'neil", "neil",
    "'", "李", "_", "%", "x_y%", "straße", "n d", "\u{1}ana", "we\tb", "été", "q", "zz", "9", "example", "c19",
    "  ana  ",
];

fn id(number: usize) -> String {
    // Ids are in no order of time.
    let mut bytes = [0; 16];
    let mixed = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for (byte, own) in bytes.iter_mut().zip(mixed.to_be_bytes()) {
        *byte = own;
    }
    Cell::id_text(&bytes)
}

pub(crate) fn text(chance: &mut Chance) -> String {
    let words: Vec<&str> = (0..=chance.below(3)).map(|_| chance.of(&WORDS)).collect();
    words.join(chance.of(&[" ", "-", "", "."]))
}

fn record(number: usize, chance: &mut Chance) -> Record {
    let mut record = json!({
        "id": id(number), "version": 1, "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z",
        "deleted_at": null, "code": null, "name": text(chance), "email": null, "note": null,
        "status": chance.of(&["open", "closed"]), "agent": chance.of(&["bob", "eve", "kim"])
    });
    if let Value::Object(record) = &mut record {
        if !chance.one_in(3) {
            record.insert("code".to_owned(), format!("C{number}").into());
        }
        if !chance.one_in(3) {
            record.insert("email".to_owned(), format!("{}@example.org", text(chance)).into());
        }
        if chance.one_in(2) {
            record.insert("note".to_owned(), text(chance).into());
        }
        return record.clone();
    }
    Map::new()
}

/// What is done to the records of a tenant, in one transaction.
#[derive(Clone)]
pub(crate) enum Deed {
    Add(Record),
    Change(Record, Record),
    Remove(Record),
}

pub(crate) async fn keep(store: &Store, pack: &Pack, tenant: [u8; 16], deeds: &[Deed]) {
    let (pack, deeds) = (pack.clone(), deeds.to_vec());
    let written = store.write(tenant, move |mut tx| {
        Box::pin(async move {
            let vault = Vault::new(&[7; 32]);
            let entity = pack.entities().first().expect("an entity");
            let target = Target {
                pack: &pack,
                entity,
                vault: &vault,
            };
            for deed in &deeds {
                match deed {
                    Deed::Add(record) => tx.add(target, record).await?,
                    Deed::Change(before, after) => tx.change(target, before, after).await?,
                    Deed::Remove(record) => tx.remove(&pack, entity, record).await?,
                }
            }
            Ok(())
        })
    });
    written.await.expect("a write");
}

/// Records by chance, of which some were changed, deleted softly, brought back, or removed for good.
pub(crate) fn lives(count: usize, chance: &mut Chance) -> (Vec<Vec<Deed>>, Vec<Record>) {
    let mut kept: Vec<Record> = (0..count).map(|number| record(number, chance)).collect();
    let mut rounds = vec![kept.iter().cloned().map(Deed::Add).collect::<Vec<_>>()];
    for _ in 2..5 {
        let mut deeds = Vec::new();
        kept.retain_mut(|own| {
            if chance.one_in(25) {
                deeds.push(Deed::Remove(own.clone()));
                return false;
            }
            let before = own.clone();
            if chance.one_in(4) {
                let other = record(chance.below(9_999), chance);
                for name in ["name", "email", "status"] {
                    own.insert(name.to_owned(), other.get(name).cloned().unwrap_or_default());
                }
            }
            if chance.one_in(5) {
                let gone = own.get("deleted_at").is_some_and(Value::is_null);
                let at = if gone {
                    "2026-02-01T00:00:00Z".into()
                } else {
                    Value::Null
                };
                own.insert("deleted_at".to_owned(), at);
            }
            if *own != before {
                // A version follows the one before it.
                let next = before.get("version").and_then(Value::as_i64).unwrap_or(0) + 1;
                own.insert("version".to_owned(), next.into());
                deeds.push(Deed::Change(before, own.clone()));
            }
            true
        });
        rounds.push(deeds);
    }
    (rounds, kept)
}

pub(crate) fn query(pack: &Pack, chance: &mut Chance) -> RecordQuery {
    let (who, role) = [("ann", "admin"), ("sue", "support"), ("bob", "agent")][chance.below(3)];
    let entity = pack.entities().first().map_or("", |entity| entity.name());
    let limit = [1, 3, 20, 100][chance.below(4)];
    let mut query: RecordQuery = serde_json::from_value(json!({
        "entity": entity, "actor": {"tenant": "acme", "id": who, "roles": [role]}, "now": "2026-03-03T12:00:00Z",
        "q": chance.of(&TERMS), "limit": limit, "total": chance.one_in(3)
    }))
    .expect("a query");
    if chance.one_in(3) {
        query.filter.insert("status".to_owned(), "open".to_owned());
    }
    if chance.one_in(5) {
        query.sort = vec!["name".to_owned()];
    }
    if role == "admin" && chance.one_in(4) {
        query.deleted = true;
    }
    query
}

pub(crate) async fn listed(store: &Store, pack: &Pack, plan: &QueryPlan) -> (Page, Option<u64>) {
    let (pack, plan) = (pack.clone(), plan.clone());
    let found = store.read(OURS, move |mut tx| {
        Box::pin(async move {
            let page = tx.page(&pack, &plan).await?;
            let total = match plan.total {
                true => Some(tx.total(&pack, &plan).await?),
                false => None,
            };
            Ok((page, total))
        })
    });
    found.await.expect("a page")
}

/// Follows a list by at most so many pages; how many records it has met.
pub(crate) async fn agrees(
    both: &Both,
    pack: &Pack,
    mut query: RecordQuery,
    records: &[Record],
    pages: usize,
) -> usize {
    let holder = pack.holder(&query.actor).expect("somebody");
    let mut met = 0;
    for _ in 0..pages {
        let matched = pack
            .matches(&MatchesRequest::new(query.clone(), records.to_vec()))
            .expect("an answer");
        let plan = pack.plan(&query, &holder).expect("a plan");
        let kinds = plan.key_kinds(pack.entities().first().expect("an entity"));
        let mut bytes = Vec::new();
        for store in &both.stores {
            let (page, total) = listed(store, pack, &plan).await;
            let items: Vec<Record> = serde_json::from_slice(&page.items).expect("JSON");
            let told = format!("{:?}: {query:?}", store.dialect());
            assert_eq!(items, matched.items, "{told}");
            assert_eq!(total, matched.total.map(u64::from), "{told}");
            let next = page.next.map(|keys| {
                let keys = kinds.iter().zip(&keys).map(|(kind, cell)| cell_value(*kind, cell));
                keys.collect::<Vec<_>>()
            });
            assert_eq!(next, matched.next, "{told}");
            bytes.push(page.items);
        }
        assert_eq!(bytes.first(), bytes.last(), "{query:?}");
        met += matched.items.len();
        match matched.next {
            Some(next) => query.after = next,
            None => break,
        }
    }
    met
}

/// How many lists are asked for: by `RATEBOOK_SEARCHES=3000` many more.
pub(crate) fn searches() -> usize {
    let told = std::env::var("RATEBOOK_SEARCHES").ok();
    told.and_then(|told| told.parse().ok()).unwrap_or(120)
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_searched_by_whomever_the_three_agree() {
    let (both, pack) = (Both::start().await, pack(&definition()));
    both.upgrade(&pack).await;
    let mut chance = Chance(42);
    // More than the index is asked for at once.
    let (rounds, records) = lives(2_600, &mut chance);
    let (others, _) = lives(300, &mut chance);
    for store in &both.stores {
        for deeds in &rounds {
            keep(store, &pack, OURS, deeds).await;
        }
        for deeds in &others {
            keep(store, &pack, THEIRS, deeds).await;
        }
    }
    let mut met = 0;
    for _ in 0..searches() {
        let query = query(&pack, &mut chance);
        met += agrees(&both, &pack, query, &records, 3).await;
    }
    assert!(met > searches() * 10, "{met}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_index_follows_the_versions_of_its_pack() {
    let both = Both::start().await;
    let first = definition();
    both.upgrade(&pack(&first)).await;
    let mut chance = Chance(7);
    let (rounds, mut records) = lives(60, &mut chance);
    for store in &both.stores {
        for deeds in &rounds {
            keep(store, &pack(&first), OURS, deeds).await;
        }
    }
    assert_eq!(both.indexes().await, [1, 1]);
    // Another field is searched; then the records are called otherwise; then codes are no longer searched.
    let mut next = first;
    next["version"] = 2.into();
    next["entities"][0]["fields"]["note"]["search"] = true.into();
    let mut renamed = next.clone();
    renamed["version"] = 3.into();
    renamed["entities"][0]["name"] = "client".into();
    renamed["entities"][0]["was"] = "customer".into();
    let text = renamed.to_string().replace("customers:read", "clients:read");
    let renamed: Value = serde_json::from_str(&text).expect("JSON");
    let mut fewer = renamed.clone();
    fewer["version"] = 4.into();
    fewer["entities"][0]["fields"]["code"]["search"] = false.into();
    for (number, version) in [next, renamed, fewer.clone()].iter().enumerate() {
        let pack = pack(version);
        both.upgrade(&pack).await;
        assert_eq!(both.indexes().await, [1, 1], "{number}");
        let own = record(5_000 + number, &mut chance);
        for store in &both.stores {
            keep(store, &pack, OURS, &[Deed::Add(own.clone())]).await;
        }
        records.push(own);
        for _ in 0..30 {
            agrees(&both, &pack, query(&pack, &mut chance), &records, 2).await;
        }
    }
    // An index that is not there is made; one of nothing is none.
    let mut owner = PgConnection::connect(&both.server.address_as("keeper", "lists"))
        .await
        .expect("PostgreSQL");
    let dropped = sqlx::raw_sql("DROP FUNCTION _desk__client_found; DROP TABLE _desk__client_search");
    dropped.execute(&mut owner).await.expect("no index");
    assert_eq!(both.indexes().await, [1, 0]);
    both.upgrade(&pack(&fewer)).await;
    assert_eq!(both.indexes().await, [1, 1]);
    agrees(&both, &pack(&fewer), query(&pack(&fewer), &mut chance), &records, 2).await;
    let mut gone = fewer;
    gone["version"] = 5.into();
    for name in ["name", "email", "note"] {
        gone["entities"][0]["fields"][name]["search"] = false.into();
    }
    both.upgrade(&pack(&gone)).await;
    assert_eq!(both.indexes().await, [0, 0]);
}

/// The same with records that say more.
pub(crate) fn said(deeds: &[Deed], more: fn(&Record) -> Record) -> Vec<Deed> {
    let said = deeds.iter().map(|deed| match deed {
        Deed::Add(record) => Deed::Add(more(record)),
        Deed::Change(before, after) => Deed::Change(more(before), more(after)),
        Deed::Remove(record) => Deed::Remove(more(record)),
    });
    said.collect()
}

/// Numbers by chance that are always the same of the same record.
pub(crate) fn chance_of(record: &Record, first: u64) -> Chance {
    let seed = record.get("name").map(Value::to_string).unwrap_or_default();
    let more = |seed: u64, byte: u8| seed * 31 % 1_000_003 + u64::from(byte);
    Chance(seed.bytes().fold(first, more))
}

/// What a tenant says of a record in a field of its own: always the same of the same.
fn nicked(record: &Record) -> Record {
    let mut chance = chance_of(record, 9);
    let mut record = record.clone();
    let nick = if chance.one_in(3) {
        Value::Null
    } else {
        text(&mut chance).into()
    };
    record.insert("custom_nick".to_owned(), nick);
    record
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_tenant_has_added_is_searched_alike() {
    let both = Both::start().await;
    let mut first = definition();
    first["entities"][0]["custom"] = true.into();
    let nick = json!({"kind": "text", "search": true});
    let with = |definition: &Value| {
        let mut own = definition.clone();
        own["custom"] = json!({"customer": {"custom_nick": nick}});
        pack(&own)
    };
    both.upgrade(&pack(&first)).await;
    let own = with(&first);
    let mut chance = Chance(77);
    let (rounds, records) = lives(1_600, &mut chance);
    let (others, _) = lives(200, &mut chance);
    let rounds: Vec<Vec<Deed>> = rounds.iter().map(|deeds| said(deeds, nicked)).collect();
    let known: Vec<Record> = records.iter().map(nicked).collect();
    for store in &both.stores {
        for deeds in &rounds {
            keep(store, &own, OURS, deeds).await;
        }
        for deeds in &others {
            keep(store, &pack(&first), THEIRS, deeds).await;
        }
    }
    for _ in 0..searches() {
        agrees(&both, &own, query(&own, &mut chance), &known, 3).await;
    }
    // Whoever does not go by the field, or not any more, is told nothing of it.
    for _ in 0..searches() / 2 {
        agrees(&both, &pack(&first), query(&own, &mut chance), &records, 3).await;
    }
    // The index is made anew, of what all tenants have added.
    both.carry_out(|id| {
        format!(
            "INSERT INTO custom_fields (tenant_id, entity, name, definition, created_at) VALUES ({id}, 'customer', 'custom_nick', '{nick}', 0)"
        )
    }, OURS)
    .await;
    let mut next = first;
    next["version"] = 2.into();
    next["entities"][0]["fields"]["note"]["search"] = true.into();
    both.upgrade(&pack(&next)).await;
    let own = with(&next);
    for _ in 0..searches() {
        agrees(&both, &own, query(&own, &mut chance), &known, 3).await;
    }
}
