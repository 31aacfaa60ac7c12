//! Every declared list of the workbench is read by an index: what SQLite and PostgreSQL say they would do for it, over rows that were
//! made, is read here. A list without an index of its own, an index in another order than the statement asks for, or a condition that no
//! index can serve shows as a scan of the table or as a sort of all that a tenant has.

use ratebook::records::schema::{ColumnModel, TableContent, TableModel};
use ratebook::records::{Cell, ColumnKind, ColumnPart, Entity, Field, FieldKind, Pack, RecordQuery};
use ratebook_server::store::sql::{self, Bound, Dialect, Statement};
use ratebook_server::store::{self, Connection, Patience};
use ratebook_server_testing::{Disk, Postgres};
use serde_json::json;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};
use uuid::Uuid;

use crate::workbench::pack;

/// Of so many tenants each has as many rows.
const TENANTS: u64 = 10;

/// How many rows each table has: by `RATEBOOK_PLAN_ROWS=1000000` a million.
fn rows() -> u64 {
    let told = std::env::var("RATEBOOK_PLAN_ROWS").ok();
    told.and_then(|told| told.parse().ok()).unwrap_or(20_000)
}

/// An id by its number, as it is made in SQL.
fn key(dialect: Dialect, number: u64) -> [u8; 16] {
    match dialect {
        Dialect::Sqlite => format!("{number:016x}")
            .into_bytes()
            .try_into()
            .expect("sixteen letters"),
        Dialect::Postgres => Uuid::from_u128(number.into()).into_bytes(),
    }
}

/// The same in SQL, of a number.
fn key_of(dialect: Dialect, number: &str) -> String {
    match dialect {
        Dialect::Sqlite => format!("CAST(printf('%016x', {number}) AS BLOB)"),
        Dialect::Postgres => format!("('00000000-0000-0000-0000-' || lpad(to_hex({number}), 12, '0'))::uuid"),
    }
}

/// What a column of the row `n` has, in SQL: other values in other rows, and now and then nothing where nothing may be.
fn value(dialect: Dialect, entity: &Entity, column: &ColumnModel) -> String {
    let field = column.field.as_deref().and_then(|name| entity.field(name));
    let choices = field.map_or(&[][..], |field| field.definition().choices.as_slice());
    let made = match (column.name.as_str(), column.kind, column.part) {
        ("tenant_id", ..) => return key_of(dialect, &format!("n % {TENANTS}")),
        ("id", ..) => return key_of(dialect, "n"),
        // What was deleted is the least of all.
        ("deleted_at", ..) => return "NULL".to_owned(),
        (_, _, ColumnPart::Currency) => "'EUR'".to_owned(),
        (_, ColumnKind::Id, _) => key_of(dialect, "n % 1000"),
        (_, ColumnKind::Text, _) if !choices.is_empty() => {
            let cases = choices
                .iter()
                .enumerate()
                .map(|(place, choice)| format!("WHEN {place} THEN '{choice}'"));
            format!("CASE n % {} {} END", choices.len(), cases.collect::<Vec<_>>().join(" "))
        }
        // Prime to how many there are: each has another, in no order.
        (_, ColumnKind::Text, _) => "'w' || (n * 7919 % 1000003)".to_owned(),
        (_, ColumnKind::Truth, _) if dialect == Dialect::Postgres => "n % 2 = 0".to_owned(),
        (_, ColumnKind::Truth, _) => "n % 2".to_owned(),
        (_, ColumnKind::Bytes, _) if dialect == Dialect::Postgres => "'\\x00'::bytea".to_owned(),
        (_, ColumnKind::Bytes, _) => "x'00'".to_owned(),
        (_, ColumnKind::Json, _) => "'{}'".to_owned(),
        _ => "n * 7919 % 1000003".to_owned(),
    };
    match column.required {
        true => made,
        false => format!("CASE WHEN n % 7 = 0 THEN NULL ELSE {made} END"),
    }
}

/// A statement that fills a table.
fn fill(dialect: Dialect, entity: &Entity, table: &TableModel) -> String {
    let names: Vec<String> = table
        .columns
        .iter()
        .map(|column| format!("\"{}\"", column.name))
        .collect();
    let values: Vec<String> = table
        .columns
        .iter()
        .map(|column| value(dialect, entity, column))
        .collect();
    let (head, from) = match dialect {
        Dialect::Sqlite => (
            format!(
                "WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {}) ",
                rows()
            ),
            "s".to_owned(),
        ),
        Dialect::Postgres => (
            String::new(),
            format!("generate_series(1, {}::bigint) AS s (n)", rows()),
        ),
    };
    let (name, names, values) = (&table.name, names.join(", "), values.join(", "));
    format!("INSERT INTO \"{name}\" ({names}) {head}SELECT {values} FROM {from}")
}

/// The entities whose records lists are asked of: those of tenants that the pack has itself.
fn listed(pack: &Pack) -> Vec<&Entity> {
    let own = |entity: &&Entity| {
        let definition = entity.definition();
        !definition.native && !entity.is_platform() && definition.series.is_none()
    };
    pack.entities().iter().filter(own).collect()
}

/// Both databases, with the tables of a pack and rows in them.
struct Filled {
    sqlite: SqliteConnection,
    postgres: PgConnection,
    _server: Postgres,
}

impl Filled {
    async fn start(pack: &Pack) -> Filled {
        let server = Postgres::start(Disk::Fast).expect("PostgreSQL");
        let mut sqlite = SqliteConnection::connect("sqlite::memory:").await.expect("SQLite");
        let mut postgres = PgConnection::connect(&server.address("postgres"))
            .await
            .expect("PostgreSQL");
        for mut connection in [
            Connection::Sqlite(&mut sqlite),
            Connection::Postgres(&mut postgres, Patience::default()),
        ] {
            store::make_tables(&mut connection, pack).await.expect("tables");
        }
        let mut filled = Filled {
            sqlite,
            postgres,
            _server: server,
        };
        // Links lead anywhere: nobody follows one here.
        filled.say(Dialect::Sqlite, "PRAGMA foreign_keys = OFF").await;
        filled
            .say(Dialect::Postgres, "SET session_replication_role = replica")
            .await;
        let schema = pack.schema();
        for entity in listed(pack) {
            let table = schema.table(&pack.table_of(entity)).expect("a table");
            assert_eq!(table.holds, TableContent::Records);
            for dialect in [Dialect::Sqlite, Dialect::Postgres] {
                filled.say(dialect, &fill(dialect, entity, table)).await;
            }
        }
        filled.say(Dialect::Postgres, "ANALYZE").await;
        filled
    }

    async fn say(&mut self, dialect: Dialect, text: &str) {
        let query = sqlx::raw_sql(AssertSqlSafe(text.to_owned()));
        let said = match dialect {
            Dialect::Sqlite => query.execute(&mut self.sqlite).await.map(drop),
            Dialect::Postgres => query.execute(&mut self.postgres).await.map(drop),
        };
        said.unwrap_or_else(|error| panic!("{text}: {error}"));
    }

    /// What a database would do for a statement, a line for each step.
    async fn plan(&mut self, dialect: Dialect, statement: &Statement) -> Vec<String> {
        let lines: Result<Vec<String>, sqlx::Error> = match dialect {
            Dialect::Sqlite => {
                let text = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", statement.text));
                let steps: Result<Vec<(i64, i64, i64, String)>, _> =
                    // Explained anew each time: a statement that is kept does not learn that an index is gone.
                    sqlx::query_as(text).persistent(false).fetch_all(&mut self.sqlite).await;
                steps.map(|steps| steps.into_iter().map(|(.., step)| step).collect())
            }
            Dialect::Postgres => {
                let text = AssertSqlSafe(format!("EXPLAIN (COSTS OFF) {}", told(statement)));
                sqlx::query_scalar(text).fetch_all(&mut self.postgres).await
            }
        };
        lines.unwrap_or_else(|error| panic!("{}: {error}", statement.text))
    }
}

/// A statement with its values in it, by which PostgreSQL plans.
fn told(statement: &Statement) -> String {
    let mut text = statement.text.clone();
    for (number, value) in statement.values.iter().enumerate().rev() {
        let literal = match value {
            Bound::Nothing(_) => "NULL".to_owned(),
            Bound::Truth(truth) => truth.to_string(),
            Bound::Whole(number) => format!("({number})"),
            Bound::Text(text) => format!("'{}'", text.replace('\'', "''")),
            Bound::Id(id) => format!("'{}'::uuid", Uuid::from_bytes(*id)),
            other => panic!("{other:?} in a list"),
        };
        text = text.replace(&format!("${}", number + 1), &literal);
    }
    text
}

/// That an index of the order is missing; of an order of several fields, the first of which may say little, it is no fault.
const SORTED: &str = "all records of the tenant are sorted";

/// What is wrong with a plan of SQLite: the table is gone through from end to end, or all that a tenant has is sorted.
fn fault_of_sqlite(steps: &[String]) -> Option<&'static str> {
    if steps.iter().any(|step| step.starts_with("SCAN t0")) {
        return Some("the table is scanned");
    }
    let Some(found) = steps.iter().find(|step| step.starts_with("SEARCH t0 USING")) else {
        return Some("no index is read");
    };
    // That it is not deleted narrows nothing.
    let narrowed =
        found.replace(" AND deleted_at=?", "").contains(" AND ") || steps.iter().any(|step| step == "MULTI-INDEX OR");
    let sorted = steps.iter().any(|step| step == "USE TEMP B-TREE FOR ORDER BY");
    match found.contains("(tenant_id=?") {
        false => Some("the index does not begin with the tenant"),
        true if sorted && !narrowed => Some(SORTED),
        true => None,
    }
}

/// The same of PostgreSQL, which goes on sorting (`Incremental Sort`) what an index has in order already.
fn fault_of_postgres(steps: &[String]) -> Option<&'static str> {
    if steps.iter().any(|step| step.contains("Seq Scan")) {
        return Some("the table is scanned");
    }
    let is_sort = |step: &String| step.trim_start().trim_start_matches("->").trim() == "Sort";
    let narrowed =
        |step: &String| step.contains("Index Cond:") && step.replace(" AND (deleted_at IS NULL)", "").contains(" AND ");
    match (steps.iter().any(is_sort), steps.iter().any(narrowed)) {
        (true, false) => Some(SORTED),
        _ => None,
    }
}

/// The words by which a list is asked for what a field says; nothing of fields that lists are not narrowed by, or by more than a column.
fn filter(field: &Field) -> Option<(String, String)> {
    let (name, definition) = (field.name().to_owned(), field.definition());
    if !definition.filter || field.column().is_none() {
        return None;
    }
    match field.kind() {
        FieldKind::Choice => Some((name, definition.choices.first()?.clone())),
        FieldKind::YesNo => Some((name, "true".to_owned())),
        FieldKind::Integer => Some((name, "5".to_owned())),
        FieldKind::Link => Some((name, Uuid::from_u128(5).to_string())),
        FieldKind::Text | FieldKind::Slug => Some((name, "w5".to_owned())),
        FieldKind::Email => Some((name, "w5@example.com".to_owned())),
        FieldKind::Country => Some((name, "DE".to_owned())),
        FieldKind::Day => Some((format!("{name}_first"), "2026-01-01".to_owned())),
        FieldKind::Instant => Some((format!("{name}_first"), "2026-01-01T00:00:00Z".to_owned())),
        _ => None,
    }
}

/// Every list that the pack declares: in the order of the entity, of each field by which it is sorted and of what every record has, both
/// ways; by each filter; and its views.
fn lists(pack: &Pack) -> Vec<RecordQuery> {
    let ask = |entity: &str, sort: &[String], filter: serde_json::Value| -> RecordQuery {
        let actor = json!({"tenant": "acme", "id": "ann", "roles": ["admin"]});
        serde_json::from_value(json!({
            "entity": entity, "actor": actor, "now": "2026-03-03T12:00:00Z", "sort": sort, "filter": filter, "limit": 20,
        }))
        .expect("a query")
    };
    let mut lists = Vec::new();
    for entity in listed(pack) {
        lists.push(ask(entity.name(), &[], json!({})));
        let sortable = entity
            .fields()
            .iter()
            .filter(|field| field.definition().sort)
            .map(Field::name);
        for name in sortable.chain(["created_at", "updated_at"]) {
            for sort in [name.to_owned(), format!("-{name}")] {
                lists.push(ask(entity.name(), &[sort], json!({})));
            }
        }
        for (name, value) in entity.fields().iter().filter_map(filter) {
            lists.push(ask(entity.name(), &[], json!({name: value})));
        }
    }
    for view in &pack.definition().views {
        lists.push(ask(&view.entity, &view.sort, json!(view.filter)));
    }
    lists
}

/// The keys of a record in the midst of a list.
fn midst(pack: &Pack, dialect: Dialect, plan: &ratebook::records::QueryPlan) -> Vec<Cell> {
    let entity = &pack.entities()[plan.entity];
    let cell = |column: u16| match entity.column(column).expect("a column").kind {
        ColumnKind::Id => Cell::Id(key(dialect, rows() / 2)),
        ColumnKind::Text => Cell::Text("w5".to_owned()),
        ColumnKind::Truth => Cell::Truth(true),
        _ => Cell::Whole(500_000),
    };
    plan.sort.iter().map(|key| cell(key.column)).collect()
}

#[tokio::test]
async fn every_declared_list_is_read_by_its_index() {
    let pack = pack();
    let lists = lists(&pack);
    assert!(lists.len() > 60, "only {} lists", lists.len());
    let mut filled = Filled::start(&pack).await;
    let mut faults = Vec::new();
    // SQLite plans without knowing how much there is, and with it.
    for (dialect, analyzed) in [
        (Dialect::Sqlite, false),
        (Dialect::Sqlite, true),
        (Dialect::Postgres, true),
    ] {
        if dialect == Dialect::Sqlite && analyzed {
            filled.say(dialect, "ANALYZE").await;
        }
        for asked in &lists {
            let holder = pack.holder(&asked.actor).expect("somebody");
            let mut plan = pack.plan(asked, &holder).expect("a plan");
            for after in [None, Some(midst(&pack, dialect, &plan))] {
                plan.after = after;
                let listing = sql::list(dialect, &pack, &plan, key(dialect, 3)).expect("a statement");
                let own = "\"tenant_id\" = ";
                assert!(
                    listing.statement.text.contains(own),
                    "no tenant in {}",
                    listing.statement.text
                );
                let steps = filled.plan(dialect, &listing.statement).await;
                let fault = match dialect {
                    Dialect::Sqlite => fault_of_sqlite(&steps),
                    Dialect::Postgres => fault_of_postgres(&steps),
                };
                if let Some(fault) = fault.filter(|fault| *fault != SORTED || asked.sort.len() < 2) {
                    let (text, steps) = (&listing.statement.text, steps.join("\n    "));
                    let (entity, sort, filter) = (&asked.entity, &asked.sort, &asked.filter);
                    faults.push(format!(
                        "{dialect:?}: `{entity}` by {sort:?} where {filter:?}: {fault}\n  {text}\n    {steps}"
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is read of plans is what stands in them: an index less, and the same list is found out.
#[tokio::test]
async fn a_list_without_its_index_is_found_out() {
    let pack = pack();
    let asked = lists(&pack)
        .into_iter()
        .find(|asked| asked.entity == "stock_item" && asked.sort == ["quantity"]);
    let asked = asked.expect("a list");
    let holder = pack.holder(&asked.actor).expect("somebody");
    let plan = pack.plan(&asked, &holder).expect("a plan");
    let mut filled = Filled::start(&pack).await;
    for dialect in [Dialect::Sqlite, Dialect::Postgres] {
        let listing = sql::list(dialect, &pack, &plan, key(dialect, 3)).expect("a statement");
        let fault = |steps: &[String]| match dialect {
            Dialect::Sqlite => fault_of_sqlite(steps),
            Dialect::Postgres => fault_of_postgres(steps),
        };
        let steps = filled.plan(dialect, &listing.statement).await;
        assert_eq!(fault(&steps), None, "{steps:?}");
        let schema = pack.schema();
        let table = schema
            .tables
            .iter()
            .find(|table| table.entity == "stock_item" && table.holds == TableContent::Records)
            .expect("a table");
        for index in table
            .indexes
            .iter()
            .filter(|index| index.columns.iter().any(|column| column.name == "quantity"))
        {
            filled.say(dialect, &format!("DROP INDEX \"{}\"", index.name)).await;
        }
        let steps = filled.plan(dialect, &listing.statement).await;
        assert!(fault(&steps).is_some(), "{steps:?}");
    }
}
