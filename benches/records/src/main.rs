//! `cargo xtask bench records`: pages of tickets by a compiled plan beside the same by hand, with and
//! without row-level security, and what it costs to check a change.

mod by_hand;
mod check;
mod fill;
mod measure;

use std::error::Error;

use fill::{Filled, TENANTS};
use measure::{Figure, Side};
use ratebook::records::{Pack, QueryPlan, RecordQuery};
use ratebook_server::store::{self, Connection, Patience};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, PgConnection, SqliteConnection};

/// Requests of one measurement.
const REQUESTS: usize = 1_500;

fn pack() -> Result<Pack, ratebook::Error> {
    Pack::load(json!({
        "name": "desk",
        "permissions": ["personal:read"],
        "roles": {
            "admin": {"allow": ["*"]}, "support": {"allow": ["tickets:read", "visits:read"]}, "technician": {}
        },
        "entities": [
            {"name": "ticket", "soft_delete": {}, "fields": {
                "code": {"kind": "text", "required": true, "sort": true, "filter": true},
                "subject": {"kind": "text", "required": true},
                "description": {"kind": "long_text", "required": true},
                "status": {"kind": "choice", "choices": ["open", "waiting", "resolved", "closed"], "required": true, "filter": true},
                "priority": {"kind": "choice", "choices": ["low", "medium", "high", "urgent"], "required": true, "filter": true},
                "phone": {"kind": "text"},
                "fee": {"kind": "money", "filter": true},
                "due_at": {"kind": "instant", "filter": true, "sort": true},
                "technicians": {"kind": "gathered", "from": "visit.technician", "by": "ticket", "while": "!done"}
            },
            "masks": [{"fields": ["/phone"], "unless": "personal:read"}],
            "grants": [{"role": "technician", "relation": "visits", "field": "technicians", "permissions": ["tickets:read"]}]},
            {"name": "visit", "fields": {
                "ticket": {"kind": "link", "entity": "ticket", "required": true},
                "technician": {"kind": "text", "required": true},
                "done": {"kind": "yes_no", "required": true}
            }}
        ]
    }))
}

/// A question, by what it is called.
struct Case {
    name: &'static str,
    roles: &'static str,
    filter: Value,
    /// How many records of the answer are skipped by a key.
    deep: bool,
}

const FIELDS: &[&str] = &[
    "code",
    "subject",
    "description",
    "status",
    "priority",
    "phone",
    "fee",
    "due_at",
];

fn cases() -> [Case; 4] {
    let open = json!({"status": "open"});
    [
        Case {
            name: "list",
            roles: "admin",
            filter: open.clone(),
            deep: false,
        },
        Case {
            name: "deep page",
            roles: "admin",
            filter: open.clone(),
            deep: true,
        },
        Case {
            name: "list, masked",
            roles: "support",
            filter: open,
            deep: false,
        },
        Case {
            name: "list by grant",
            roles: "technician",
            filter: json!({}),
            deep: false,
        },
    ]
}

fn plan(pack: &Pack, case: &Case) -> Result<QueryPlan, Box<dyn Error>> {
    let after = if case.deep {
        json!(["2026-03-01T00:00:00Z", "11111111-1111-1111-0000-000000000000"])
    } else {
        json!([])
    };
    let query: RecordQuery = serde_json::from_value(json!({
        "entity": "ticket", "actor": {"tenant": "acme", "id": "tech-7", "roles": [case.roles]}, "now": "2026-06-01T00:00:00Z",
        "filter": case.filter, "limit": 50, "fields": FIELDS, "after": after
    }))?;
    let holder = pack.holder(&query.actor)?;
    Ok(pack.plan(&query, &holder)?)
}

/// Everything that a request costs but its transport: the rights, the plan, the statement, the JSON.
async fn ours(
    connection: &mut Connection<'_>,
    pack: &Pack,
    case: &Case,
    tenant: usize,
) -> Result<Vec<u8>, Box<dyn Error>> {
    let plan = plan(pack, case)?;
    let page = store::page(connection, pack, &plan, fill::tenant(tenant)).await?;
    Ok(page.items)
}

async fn sqlite(pack: &Pack, connection: &mut SqliteConnection) -> Result<Vec<Figure>, Box<dyn Error>> {
    let mut figures = Vec::new();
    for case in cases() {
        let mut measured = measure::Pair::new("SQLite", case.name);
        for request in 0..REQUESTS {
            let tenant = request % TENANTS;
            let hand = measured
                .time(Side::ByHand, by_hand::sqlite(connection, case.name, tenant))
                .await?;
            let own = measured
                .time(
                    Side::Ours,
                    ours(&mut Connection::Sqlite(connection), pack, &case, tenant),
                )
                .await?;
            measure::same(&hand, &own, case.name)?;
        }
        figures.push(measured.figure());
    }
    Ok(figures)
}

async fn postgres(pack: &Pack, connection: &mut PgConnection) -> Result<Vec<Figure>, Box<dyn Error>> {
    let mut figures = Vec::new();
    for case in cases() {
        let mut measured = measure::Pair::new("PostgreSQL", case.name);
        for request in 0..REQUESTS {
            let tenant = request % TENANTS;
            let hand = measured
                .time(Side::ByHand, by_hand::postgres(connection, case.name, tenant))
                .await?;
            let own = measured
                .time(
                    Side::Ours,
                    ours(
                        &mut Connection::Postgres(connection, Patience::default()),
                        pack,
                        &case,
                        tenant,
                    ),
                )
                .await?;
            measure::same(&hand, &own, case.name)?;
        }
        figures.push(measured.figure());
    }
    Ok(figures)
}

/// The same list in a tenant's transaction, where policies hold and where they are switched off.
async fn walls(pack: &Pack, filled: &Filled) -> Result<Vec<Figure>, Box<dyn Error>> {
    let mut own = filled.as_tenant().await?;
    let mut figures = Vec::new();
    for case in cases() {
        let mut measured = measure::Pair::new("row-level security", case.name);
        for round in 0..6 {
            let walled = round % 2 == 0;
            filled.policies(walled).await?;
            for request in 0..REQUESTS / 3 {
                let tenant = request % TENANTS;
                let side = if walled { Side::Ours } else { Side::ByHand };
                measured.time(side, within(&mut own, pack, &case, tenant)).await?;
            }
        }
        figures.push(measured.figure());
    }
    Ok(figures)
}

async fn within(
    connection: &mut PgConnection,
    pack: &Pack,
    case: &Case,
    tenant: usize,
) -> Result<Vec<u8>, Box<dyn Error>> {
    let begin = format!(
        "BEGIN; SELECT set_config('app.tenant', '{}', true)",
        fill::tenant_text(tenant)
    );
    sqlx::raw_sql(AssertSqlSafe(begin)).execute(&mut *connection).await?;
    let answer = ours(
        &mut Connection::Postgres(connection, Patience::default()),
        pack,
        case,
        tenant,
    )
    .await?;
    sqlx::raw_sql("COMMIT").execute(&mut *connection).await?;
    Ok(answer)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().collect();
    let rows = words
        .iter()
        .position(|word| word == "--rows")
        .and_then(|place| words.get(place + 1));
    let rows: usize = rows.map_or(Ok(1_000_000), |rows| rows.parse())?;
    let pack = pack()?;
    let checks = check::checks()?;
    let loading = check::loading()?;
    let mut filled = Filled::new(&pack, rows).await?;
    let mut figures = sqlite(&pack, &mut filled.sqlite).await?;
    figures.extend(postgres(&pack, &mut filled.postgres).await?);
    figures.extend(walls(&pack, &filled).await?);
    measure::print(
        &figures,
        &checks,
        loading,
        rows,
        words.iter().any(|word| word == "--json"),
    );
    Ok(())
}
