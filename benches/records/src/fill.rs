//! Tickets and visits in both databases.

use std::error::Error;

use ratebook::records::{Cell, ColumnKind, Entity, Pack};
use ratebook_server::store::{self, Connection, Patience, sql};
use ratebook_server_testing::{Disk, Postgres};
use serde_json::{Map, Value, json};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};
use tempfile::TempDir;

pub const TENANTS: usize = 50;

pub struct Filled {
    pub sqlite: SqliteConnection,
    pub postgres: PgConnection,
    server: Postgres,
    _folder: TempDir,
}

pub fn id(number: usize) -> [u8; 16] {
    let mut id = [0x11; 16];
    id[8..].copy_from_slice(&(number as u64).to_be_bytes());
    id
}

pub fn tenant(number: usize) -> [u8; 16] {
    let mut id = id(number);
    id[0] = 0xaa;
    id
}

pub fn tenant_text(number: usize) -> String {
    Cell::id_text(&tenant(number))
}

const INDEXES: &[&str] = &[
    "CREATE INDEX by_status ON desk__ticket (tenant_id, status, created_at, id)",
    "CREATE INDEX by_age ON desk__ticket (tenant_id, created_at, id)",
    "CREATE INDEX by_ticket ON desk__visit (tenant_id, ticket)",
    "CREATE INDEX by_technician ON desk__visit (tenant_id, technician, ticket)",
];

impl Filled {
    pub async fn new(pack: &Pack, rows: usize) -> Result<Filled, Box<dyn Error>> {
        let server = Postgres::start_with(Disk::Fast, "-c shared_buffers=512MB -c max_wal_size=4GB")?;
        let folder = tempfile::tempdir()?;
        let file = format!("sqlite://{}?mode=rwc", folder.path().join("bench.db").display());
        let mut sqlite = SqliteConnection::connect(&file).await?;
        let pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA mmap_size = 2000000000";
        sqlx::raw_sql(pragmas).execute(&mut sqlite).await?;
        let mut postgres = PgConnection::connect(&server.address("postgres")).await?;
        for mut connection in [
            Connection::Sqlite(&mut sqlite),
            Connection::Postgres(&mut postgres, Patience::default()),
        ] {
            tables(&mut connection, pack).await?;
            records(&mut connection, pack, rows).await?;
        }
        for index in INDEXES {
            sqlx::raw_sql(*index).execute(&mut sqlite).await?;
            sqlx::raw_sql(*index).execute(&mut postgres).await?;
        }
        sqlx::raw_sql("ANALYZE").execute(&mut sqlite).await?;
        sqlx::raw_sql("VACUUM ANALYZE").execute(&mut postgres).await?;
        Ok(Filled {
            sqlite,
            postgres,
            server,
            _folder: folder,
        })
    }

    /// A connection of a role that owns nothing, under policies.
    pub async fn as_tenant(&self) -> Result<PgConnection, Box<dyn Error>> {
        let mut owner = PgConnection::connect(&self.server.address("postgres")).await?;
        let text = "CREATE ROLE desk LOGIN; GRANT SELECT ON desk__ticket, desk__visit TO desk;
            CREATE POLICY own ON desk__ticket USING (tenant_id = (SELECT current_setting('app.tenant')::uuid));
            CREATE POLICY own ON desk__visit USING (tenant_id = (SELECT current_setting('app.tenant')::uuid))";
        sqlx::raw_sql(text).execute(&mut owner).await?;
        Ok(PgConnection::connect(&self.server.address_as("desk", "postgres")).await?)
    }

    pub async fn policies(&self, on: bool) -> Result<(), Box<dyn Error>> {
        let mut owner = PgConnection::connect(&self.server.address("postgres")).await?;
        let text = if on {
            "ALTER TABLE desk__ticket ENABLE ROW LEVEL SECURITY; ALTER TABLE desk__visit ENABLE ROW LEVEL SECURITY"
        } else {
            "ALTER TABLE desk__ticket DISABLE ROW LEVEL SECURITY; ALTER TABLE desk__visit DISABLE ROW LEVEL SECURITY"
        };
        sqlx::raw_sql(text).execute(&mut owner).await?;
        Ok(())
    }
}

async fn run(connection: &mut Connection<'_>, text: String) -> Result<(), sqlx::Error> {
    match connection {
        Connection::Sqlite(connection) | Connection::Beginning(connection, _) => sqlx::raw_sql(AssertSqlSafe(text))
            .execute(&mut **connection)
            .await
            .map(drop),
        Connection::Postgres(connection, _) => sqlx::raw_sql(AssertSqlSafe(text))
            .execute(&mut **connection)
            .await
            .map(drop),
    }
}

async fn tables(connection: &mut Connection<'_>, pack: &Pack) -> Result<(), Box<dyn Error>> {
    let dialect = connection.dialect();
    for entity in pack.entities() {
        let columns = entity.columns().iter().map(|column| {
            let required = if column.required { " NOT NULL" } else { "" };
            format!(
                "\"{}\" {}{required}",
                column.name,
                sql::column_type(dialect, column.kind)
            )
        });
        let (columns, key) = (
            columns.collect::<Vec<_>>().join(", "),
            sql::column_type(dialect, ColumnKind::Id),
        );
        let end = if dialect == sql::Dialect::Sqlite { " STRICT" } else { "" };
        let name = entity.name();
        let text = format!(
            "CREATE TABLE desk__{name} (tenant_id {key} NOT NULL, {columns}, PRIMARY KEY (tenant_id, id)){end}"
        );
        run(connection, text).await?;
    }
    Ok(())
}

async fn records(connection: &mut Connection<'_>, pack: &Pack, rows: usize) -> Result<(), Box<dyn Error>> {
    let entity = |name: &str| pack.entity(name).ok_or("no such entity");
    let (ticket, visit) = (entity("ticket")?, entity("visit")?);
    run(connection, "BEGIN".to_owned()).await?;
    for number in 0..rows {
        insert(connection, pack, ticket, number, &a_ticket(number, rows)).await?;
        // A tenth of the tickets is visited, by one of a hundred technicians.
        if number.is_multiple_of(10) {
            insert(connection, pack, visit, number, &a_visit(number)).await?;
        }
    }
    run(connection, "COMMIT".to_owned()).await?;
    Ok(())
}

async fn insert(
    connection: &mut Connection<'_>,
    pack: &Pack,
    entity: &Entity,
    number: usize,
    record: &Map<String, Value>,
) -> Result<(), Box<dyn Error>> {
    let kept = entity.kept(record);
    // Tenants are mixed, as they are in a table that grew.
    let own = tenant(number / 10 % TENANTS);
    let cells: Vec<sql::Kept> = kept.cells().iter().cloned().map(sql::Kept::Cell).collect();
    let statement = sql::insert(connection.dialect(), pack, entity, own, &cells);
    store::carry_out(connection, &statement).await?;
    Ok(())
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

fn a_ticket(number: usize, rows: usize) -> Map<String, Value> {
    let second = 1_767_225_600 + (number * 12_000_000 / rows.max(1)) as i64;
    let moment = ratebook::time::Instant::from_microseconds(second * 1_000_000).map(|instant| instant.to_string());
    let status = ["open", "waiting", "resolved", "closed"][number * 7 % 11 % 4];
    let priority = ["low", "medium", "high", "urgent"][number % 4];
    object(json!({
        "id": Cell::id_text(&id(number)), "version": 1, "created_at": moment, "updated_at": moment,
        "code": format!("TKT{number:08}"), "subject": format!("No connection since {}", number % 24),
        "description": "The line drops every few minutes; the router was restarted twice and the cable looks fine.".repeat(1 + number % 2),
        "status": status, "priority": priority,
        "phone": if !number.is_multiple_of(3) { json!(format!("+49301{number:07}")) } else { Value::Null },
        "fee": if !number.is_multiple_of(2) { json!({"amount": format!("{}.50", number % 100), "currency": "EUR"}) } else { Value::Null },
        "due_at": if !number.is_multiple_of(5) { json!(moment) } else { Value::Null }
    }))
}

fn a_visit(number: usize) -> Map<String, Value> {
    object(json!({
        "id": Cell::id_text(&id(number)), "version": 1, "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z",
        "ticket": Cell::id_text(&id(number)), "technician": format!("tech-{}", number / 500 % 100), "done": number.is_multiple_of(30)
    }))
}
