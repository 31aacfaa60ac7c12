//! What is kept over all tenants brought to the version of a pack: made anew of the records where its declaration has changed.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::records::{Entity, Pack, RecordQuery};
use ratebook::tenancy::TenantId;
use ratebook::tenancy::access::AccessActor;
use ratebook::time::Instant;
use uuid::Uuid;

use super::{APPLIED, ROLE};
use crate::store::across::Whose;
use crate::store::ask::{self, Connection};
use crate::store::change::{Record, id_of};
use crate::store::door::{PLATFORM, TenantKey};
use crate::store::failure::Failure;
use crate::store::json;
use crate::store::rows::RowCells;
use crate::store::sql::{self, Bound, Dialect, Statement};

/// How many records are read at a time.
const BATCH: u32 = 1_000;
/// What begins the name of the fact by which the rows of an entity's owners were made.
const OWNERS: &str = "owners.";

/// What has to be made anew of an entity's records.
#[derive(Clone, Copy, Debug, Default)]
struct Anew {
    owners: bool,
    listing: bool,
}

/// Has owners and listings be those of this version of the pack. They are no part of a migration: whatever they hold stands in records.
pub(super) async fn follow(connection: &mut Connection<'_>, pack: &Pack, now: i64) -> Result<(), Failure> {
    let listing = listings(connection, pack, now).await?;
    let owners = owners(connection, pack).await?;
    let mut all: BTreeMap<&str, Anew> = BTreeMap::new();
    for entity in pack.entities() {
        let listed = pack.listings().and_then(|listings| listings.entity(entity.name()));
        let anew = Anew {
            owners: owners.contains(entity.name()),
            listing: listing && listed.is_some(),
        };
        if anew.owners || anew.listing {
            all.insert(entity.name(), anew);
        }
    }
    if all.is_empty() {
        return Ok(());
    }
    let name = Bound::Text(pack.definition().name.clone());
    let rows = connection
        .ask_static("SELECT id FROM tenants WHERE pack = $1", &[name])
        .await?;
    let mut tenants = vec![PLATFORM];
    for row in rows {
        tenants.extend(row.id(0)?);
    }
    for tenant in tenants {
        if connection.dialect() == Dialect::Postgres {
            let text = Bound::Text(Uuid::from_bytes(tenant).to_string());
            connection
                .ask_static("SELECT set_config('app.tenant', $1, true)", &[text])
                .await?;
        }
        for (name, anew) in &all {
            let own = pack
                .entity(name)
                .filter(|own| own.is_platform() == (tenant == PLATFORM));
            if let Some(entity) = own {
                fill(connection, (pack, entity), tenant, *anew, now).await?;
            }
        }
    }
    Ok(())
}

/// Makes the tables of listings anew where other fields are public; whether they were made.
async fn listings(connection: &mut Connection<'_>, pack: &Pack, now: i64) -> Result<bool, Failure> {
    let name = format!("{}__0public", pack.definition().name);
    let rows = connection.ask_static(APPLIED, &[Bound::Text(name.clone())]).await?;
    let before = rows.first().map(|row| row.text(0)).transpose()?.flatten();
    let after = pack
        .listings()
        .map(|listings| json::text(listings.definition()))
        .transpose()?;
    if before == after.as_deref() {
        return Ok(false);
    }
    for table in tables_of(connection, &name).await? {
        carry_out(connection, sql::drop_table(connection.dialect(), &table)).await?;
    }
    let key = Bound::Text(name.clone());
    connection
        .tell_static("DELETE FROM packs WHERE name = $1", &[key])
        .await?;
    let (Some(listings), Some(definition)) = (pack.listings(), after) else {
        return Ok(false);
    };
    let (dialect, schema) = (connection.dialect(), listings.schema());
    let mut texts = sql::tables(dialect, &schema);
    if dialect == Dialect::Postgres {
        texts.extend(sql::listing_policies(&schema, ROLE));
    }
    for text in texts {
        carry_out(connection, text).await?;
    }
    let values = [
        Bound::Text(name),
        Bound::Whole(pack.definition().version.into()),
        Bound::Text(definition),
        Bound::Whole(now),
    ];
    connection
        .tell_static(
            "INSERT INTO packs (name, version, definition, applied_at) VALUES ($1, $2, $3, $4)",
            &values,
        )
        .await?;
    Ok(true)
}

async fn carry_out(connection: &mut Connection<'_>, text: String) -> Result<(), Failure> {
    let values = Vec::new();
    ask::carry_out(connection, &Statement { text, values }).await?;
    Ok(())
}

/// The tables of listings that there are, those that lead to others before these.
async fn tables_of(connection: &mut Connection<'_>, name: &str) -> Result<Vec<String>, Failure> {
    let text = match connection.dialect() {
        Dialect::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'table'",
        Dialect::Postgres => "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND pg_table_is_visible(oid)",
    };
    let beginning = format!("{name}__");
    let mut found = Vec::new();
    for row in connection.ask_static(text, &[]).await? {
        let table = row.text(0)?.unwrap_or_default();
        if table.starts_with(&beginning) {
            found.push(table.to_owned());
        }
    }
    found.sort_by_key(|table| std::cmp::Reverse(table.len()));
    Ok(found)
}

/// Empties what is no longer so of owners; the entities whose rows have to be made anew.
async fn owners<'p>(connection: &mut Connection<'_>, pack: &'p Pack) -> Result<BTreeSet<&'p str>, Failure> {
    let beginning = format!("{OWNERS}{}__", pack.definition().name);
    let rows = connection.ask_static("SELECT name, value FROM facts", &[]).await?;
    let mut before: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for row in rows {
        let name = row.text(0)?.unwrap_or_default();
        if name.starts_with(&beginning) {
            before.insert(name.to_owned(), row.bytes(1)?.unwrap_or_default().to_vec());
        }
    }
    let mut anew = BTreeSet::new();
    let mut now: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for entity in pack.entities() {
        if let Some(owner) = &entity.definition().owner {
            let fact = format!("{OWNERS}{}", pack.table_of(entity));
            if before.get(&fact).map(Vec::as_slice) != Some(owner.as_bytes()) {
                anew.insert(entity.name());
            }
            now.insert(fact, owner.clone().into_bytes());
        }
    }
    for name in before.keys().chain(now.keys()).collect::<BTreeSet<_>>() {
        if before.get(name) == now.get(name) {
            continue;
        }
        let source = Bound::Text(name.strip_prefix(OWNERS).unwrap_or_default().to_owned());
        connection
            .tell_static("DELETE FROM owned WHERE source = $1", &[source])
            .await?;
        let fact = Bound::Text(name.clone());
        connection
            .tell_static("DELETE FROM facts WHERE name = $1", std::slice::from_ref(&fact))
            .await?;
        if let Some(owner) = now.get(name) {
            let values = [fact, Bound::Bytes(owner.clone())];
            connection
                .tell_static("INSERT INTO facts (name, value) VALUES ($1, $2)", &values)
                .await?;
        }
    }
    Ok(anew)
}

/// Keeps what is to be kept of all records of an entity that a tenant has.
async fn fill(
    connection: &mut Connection<'_>,
    (pack, entity): (&Pack, &Entity),
    tenant: TenantKey,
    anew: Anew,
    now: i64,
) -> Result<(), Failure> {
    let id = TenantId::new(Uuid::from_bytes(tenant).to_string());
    let mut actor = AccessActor::new(id, "engine");
    actor.super_admin = true;
    let holder = pack.holder(&actor)?;
    let moment = Instant::from_microseconds(now).ok_or_else(|| Failure::defect("no moment"))?;
    let mut query = RecordQuery::new(entity.name(), actor, moment);
    query.sort = vec!["id".to_owned()];
    let mut plan = pack.plan(&query, &holder)?;
    plan.limit = BATCH;
    loop {
        let page = ask::page(connection, pack, &plan, tenant).await?;
        let records: Vec<Record> = json::read(&page.items)?;
        for record in &records {
            let whose = Whose {
                pack,
                entity,
                tenant,
                id: id_of(record)?,
            };
            if anew.owners {
                whose.own(connection, (None, Some(record))).await?;
            }
            if anew.listing {
                whose.list(connection, (None, Some(record))).await?;
            }
        }
        if page.next.is_none() {
            return Ok(());
        }
        plan.after = page.next;
    }
}
