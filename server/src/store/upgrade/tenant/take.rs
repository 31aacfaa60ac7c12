//! A tenant that settles: all of it in one transaction, or nothing. Others go on reading meanwhile.

use std::collections::BTreeMap;

use ratebook::flow::MachineDefinition;
use ratebook::records::migration::Derivation;
use ratebook::records::{ColumnKind, Pack};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::json;
use uuid::Uuid;

use super::people::People;
use super::secrets::Secrets;
use super::{ACCOUNTS, CUSTOM, MACHINES, NAMES, OWNER, TENANTS, accounts, of_tenants, refused};
use crate::came::ENGINE;
use crate::store::ask::{self, Connection};
use crate::store::audit::{Entry, Own};
use crate::store::deriving::Making;
use crate::store::door::{PlatformTx, Store, TenantKey};
use crate::store::failure::Failure;
use crate::store::json;
use crate::store::migrations;
use crate::store::reshape::Reshape;
use crate::store::rows::RowCells;
use crate::store::sql::{self, Bound, Dialect};
use crate::store::upgrade::arrive::{MOST_VALUES, fit, fitted};
use crate::store::upgrade::saved::{PACKS, Piece, Shape, definition};
use crate::store::upgrade::tables::{CopiedTable, Heaped, Reading, Table, packs, tables};
use crate::store::upgrade::{LOCK, lock, now, series};
use crate::store::vault::Vault;

/// A tenant on its way in.
pub(crate) struct Settling {
    held: Reshape,
    vault: Vault,
    tenant: TenantKey,
    /// Whether accounts are trusted of which nobody has shown that the e-mail is theirs.
    trusts: bool,
    pack: Option<Pack>,
    secrets: Option<Secrets>,
    people: People,
    /// What there is here.
    tables: BTreeMap<String, Table>,
    /// The foreign keys that are looked at once at the end.
    keys: Vec<(String, String)>,
    table: Option<Coming>,
    settled: Settled,
}

/// What has settled.
#[derive(Debug, Default)]
pub(crate) struct Settled {
    /// Each table, with its rows as they are here.
    pub(crate) tables: Vec<CopiedTable>,
    /// By which part of an address it is known.
    pub(crate) slug: String,
    /// How many of its people had an account here, and how many have got one.
    pub(crate) people: (u64, u64),
    /// Whether servers that run have to begin again to know what its pack was before.
    pub(crate) is_news: bool,
}

/// A table whose rows come.
struct Coming {
    name: String,
    given: Table,
    fitted: Table,
    counted: Heaped,
    /// Those that are looked at together.
    rows: Vec<Vec<Bound>>,
}

impl Settling {
    /// Of which tenant, by what it was told to be.
    pub(crate) async fn begin(
        store: &Store,
        vault: &Vault,
        shape: &Shape,
        (tenant, trusts): (TenantKey, bool),
    ) -> Result<Settling, Failure> {
        let own = migrations::newest();
        if shape.migration != own {
            let message = format!(
                "the tenant comes from tables of version {}, and this server makes those of version {own}; both installations need the same \
                 version of the server",
                shape.migration
            );
            return Err(refused("/from", message));
        }
        let mut held = store.reshape().await?;
        let mut writing = held.connection()?;
        lock(&mut writing, LOCK).await?;
        let tables = tables(&mut writing).await?;
        let keys = deferred(&mut writing).await?;
        Ok(Settling {
            held,
            vault: vault.clone(),
            tenant,
            trusts,
            pack: None,
            secrets: None,
            people: People::default(),
            tables,
            keys,
            table: None,
            settled: Settled::default(),
        })
    }

    /// Takes a piece in, of any table but the bytes of files.
    pub(crate) async fn take(&mut self, piece: Piece) -> Result<(), Failure> {
        match piece {
            Piece::Table(name, given) => {
                let fitted = self.fitted(&name, &given)?;
                self.table = Some(Coming {
                    name,
                    given,
                    fitted,
                    counted: Heaped::default(),
                    rows: Vec::new(),
                });
                Ok(())
            }
            Piece::Rows(rows) => self.rows(rows).await,
            Piece::Counted(_) => self.counted().await,
            Piece::End { .. } => Err(Failure::defect("a tenant that ends within a table")),
        }
    }

    /// A table as it is here.
    fn fitted(&self, name: &str, given: &Table) -> Result<Table, Failure> {
        if name == ACCOUNTS {
            return Ok(accounts());
        }
        let before = [PACKS, MACHINES, NAMES, TENANTS];
        let of_tenants = of_tenants(self.tables.clone());
        let own = of_tenants
            .get(name)
            .or_else(|| self.tables.get(name).filter(|_| before.contains(&name)));
        let own = own.ok_or_else(|| refused("/from", format!("there is no table `{name}` of tenants here")))?;
        match given.columns.iter().find(|column| own.place(column).is_none()) {
            Some(column) => Err(refused("/from", format!("`{name}` has no `{column}` here"))),
            None => Ok(fitted(given, own)),
        }
    }

    async fn rows(&mut self, rows: Vec<Vec<Bound>>) -> Result<(), Failure> {
        let Some(mut coming) = self.table.take() else {
            return Err(Failure::defect("rows of no table"));
        };
        let mut fitting = Vec::with_capacity(rows.len());
        for row in rows {
            fitting.push(fit(row, &coming.fitted)?);
        }
        if [PACKS, MACHINES, NAMES, TENANTS, ACCOUNTS].contains(&coming.name.as_str()) {
            coming.rows.extend(fitting);
        } else {
            for row in &mut fitting {
                self.own(&coming, row)?;
            }
            self.write(&mut coming, &fitting).await?;
        }
        self.table = Some(coming);
        Ok(())
    }

    /// A row of the tenant as it is kept here: nothing of anybody else's comes along.
    fn own(&mut self, coming: &Coming, row: &mut [Bound]) -> Result<(), Failure> {
        let (name, table) = (coming.name.as_str(), &coming.fitted);
        if super::secrets::id_in(table, row, OWNER) != Some(self.tenant) {
            return Err(Failure::defect(format!("a row of `{name}` of another tenant")));
        }
        let secrets = self
            .secrets
            .as_mut()
            .ok_or_else(|| Failure::defect("a tenant without its pack"))?;
        if name == CUSTOM {
            secrets.learn(table, row)?;
        }
        let vault = &self.vault;
        secrets.turn((name, table), row, &|place, text| vault.seal(place, text))?;
        self.people.rename(name, row);
        Ok(())
    }

    async fn write(&mut self, coming: &mut Coming, rows: &[Vec<Bound>]) -> Result<(), Failure> {
        let mut writing = self.held.connection()?;
        let columns = &coming.fitted.columns;
        for part in rows.chunks((MOST_VALUES / columns.len().max(1)).max(1)) {
            let statement = sql::insert_rows(writing.dialect(), &coming.name, columns, part);
            ask::carry_out(&mut writing, &statement).await?;
        }
        rows.iter().for_each(|row| coming.counted.row(row));
        Ok(())
    }

    async fn counted(&mut self) -> Result<(), Failure> {
        let Some(mut coming) = self.table.take() else {
            return Err(Failure::defect("the rows of no table were counted"));
        };
        let rows = std::mem::take(&mut coming.rows);
        match coming.name.as_str() {
            PACKS => return self.pack(&coming.given, &rows).await,
            MACHINES => return self.machines(&coming.fitted, &rows).await,
            NAMES => return self.names(&rows).await,
            TENANTS => self.tenant(&mut coming, &rows).await?,
            ACCOUNTS => {
                self.people = People::settle(&mut self.held.connection()?, &rows, self.trusts).await?;
                self.settled.people = (self.people.known, self.people.made);
                return Ok(());
            }
            _ => {}
        }
        let own = if coming.name == TENANTS { "id" } else { OWNER };
        let mut reading = Reading::of(&coming.name, &coming.fitted).only(own, Bound::Id(self.tenant));
        let (mut connection, mut written) = (self.held.connection()?, Heaped::default());
        loop {
            let rows = reading.next(&mut connection).await?;
            if rows.is_empty() {
                break;
            }
            rows.iter().for_each(|row| written.row(row));
        }
        let written = written.table(&coming.name);
        let given = coming.counted.table(&coming.name);
        if given != written {
            let message = format!(
                "`{}` has {} rows, and {} came, or others",
                coming.name, written.rows, given.rows
            );
            return Err(Failure::defect(message));
        }
        self.settled.tables.push(written);
        Ok(())
    }

    /// The pack by which it lives: it is the same here.
    async fn pack(&mut self, table: &Table, rows: &[Vec<Bound>]) -> Result<(), Failure> {
        let [row] = rows else {
            return Err(Failure::defect("a tenant of no pack, or of several"));
        };
        let given = definition(table, row)?.ok_or_else(|| Failure::defect("a pack without a name"))?;
        let name = &given.definition().name;
        let here = packs(&mut self.held.connection()?).await?;
        let here = here.into_iter().find(|own| own.definition().name == *name);
        let Some(here) = here else {
            return Err(refused("/from", format!("no pack `{name}` is served here")));
        };
        if here.definition() != given.definition() {
            let message = format!(
                "the pack `{name}` is another one here: version {} here, {} where the tenant comes from; both need the same",
                here.definition().version,
                given.definition().version
            );
            return Err(refused("/from", message));
        }
        self.secrets = Some(Secrets::of(&here, self.tenant));
        self.pack = Some(here);
        Ok(())
    }

    fn pack_name(&self) -> Option<Bound> {
        let pack = self.pack.as_ref()?;
        Some(Bound::Text(pack.definition().name.clone()))
    }

    /// The machines by which some of its records have begun their lives, as far as they are not known here.
    async fn machines(&mut self, table: &Table, rows: &[Vec<Bound>]) -> Result<(), Failure> {
        let own = self.pack_name();
        let mut writing = self.held.connection()?;
        for row in rows {
            let [pack, entity, version, definition] = row.as_slice() else {
                return Err(Failure::defect(format!("a machine of {} columns", table.columns.len())));
            };
            let Bound::Text(machine) = definition else {
                return Err(Failure::defect("a machine without a definition"));
            };
            // What cannot be read would stop every server that starts.
            let _: MachineDefinition = json::read(machine.as_bytes())?;
            if Some(pack) != own.as_ref() {
                return Err(of_another_pack());
            }
            let text = "SELECT definition FROM pack_machines WHERE pack = $1 AND entity = $2 AND version = $3";
            let key = [pack.clone(), entity.clone(), version.clone()];
            let known = writing.ask_static(text, &key).await?;
            let Some(known) = known.first() else {
                let text = "INSERT INTO pack_machines (pack, entity, version, definition) VALUES ($1, $2, $3, $4)";
                let values = [&key[..], std::slice::from_ref(definition)].concat();
                writing.tell_static(text, &values).await?;
                self.settled.is_news = true;
                continue;
            };
            if *definition != Bound::text(known.text(0)?) {
                let message =
                    "a machine of an earlier version of the pack was another one here; records cannot go on by both";
                return Err(refused("/from", message));
            }
        }
        Ok(())
    }

    /// What entities and fields were called when its histories were written.
    async fn names(&mut self, rows: &[Vec<Bound>]) -> Result<(), Failure> {
        let own = self.pack_name();
        let mut writing = self.held.connection()?;
        for row in rows {
            if row.first() != own.as_ref() {
                return Err(of_another_pack());
            }
            let text = "INSERT INTO pack_names (pack, entity, field, was, until) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
            self.settled.is_news |= writing.tell_static(text, row).await? > 0;
        }
        Ok(())
    }

    /// The tenant itself, where neither its id nor its addresses are anybody's.
    async fn tenant(&mut self, coming: &mut Coming, rows: &[Vec<Bound>]) -> Result<(), Failure> {
        let [row] = rows else {
            return Err(Failure::defect("no tenant, or several"));
        };
        let table = coming.fitted.clone();
        let value = |column: &str| table.place(column).and_then(|place| row.get(place)).cloned();
        if super::secrets::id_in(&table, row, "id") != Some(self.tenant) {
            return Err(Failure::defect("another tenant than the file tells"));
        }
        let mut writing = self.held.connection()?;
        for (column, text) in [
            ("id", "SELECT 1 FROM tenants WHERE id = $1"),
            ("slug", "SELECT 1 FROM tenants WHERE slug = $1"),
            ("domain", "SELECT 1 FROM tenants WHERE domain = $1"),
        ] {
            let own = value(column).filter(|value| !matches!(value, Bound::Nothing(_)));
            let Some(own) = own else { continue };
            if !writing.ask_static(text, std::slice::from_ref(&own)).await?.is_empty() {
                let message = format!("another tenant has this `{column}` here already; nothing was taken in");
                return Err(Reason::new(Code::RecordsTaken, format!("/{column}"), message).into());
            }
        }
        if writing.dialect() == Dialect::Postgres {
            let own = Bound::Text(Uuid::from_bytes(self.tenant).to_string());
            let text = "SELECT set_config('app.tenant', $1, true)";
            writing.ask_static(text, &[own]).await?;
        }
        if let Some(Bound::Text(slug)) = value("slug") {
            self.settled.slug = slug;
        }
        let mut row = row.clone();
        // It has not moved away from here.
        if let Some(moved) = table.place("moved_to").and_then(|place| row.get_mut(place)) {
            *moved = Bound::Nothing(ColumnKind::Text);
        }
        self.write(coming, &[row]).await
    }

    /// Keeps all of it, once every link leads to something.
    pub(crate) async fn finish(mut self, store: &Store) -> Result<Settled, Failure> {
        let pack = self
            .pack
            .take()
            .ok_or_else(|| Failure::defect("a tenant without its pack"))?;
        let now = now()?;
        let mut writing = self.held.connection()?;
        linked(&mut writing, &self.keys).await?;
        find(&mut writing, &pack, self.tenant, now).await?;
        let entry = Entry {
            at: now,
            actor: ENGINE.to_owned(),
            entity: Own::Tenant.into(),
            record: self.tenant,
            action: "moved_in".to_owned(),
            changes: json!([]).to_string(),
        };
        PlatformTx::over(writing).enter(self.tenant, entry).await?;
        self.held.commit().await?;
        // It is here: what its samples need besides, every server sees to once a day.
        let _ = series::tend_at(store, &pack, now).await;
        Ok(self.settled)
    }
}

fn of_another_pack() -> Failure {
    Failure::defect("what another pack was before, in the file of a tenant")
}

/// Has foreign keys wait for the end: rows come in any order. On SQLite whoever changes tables looks at them at the end by themselves.
async fn deferred(connection: &mut Connection<'_>) -> Result<Vec<(String, String)>, Failure> {
    if connection.dialect() == Dialect::Sqlite {
        return Ok(Vec::new());
    }
    let text = "SELECT c.relname::text, k.conname::text FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'f' AND \
                k.conparentid = 0 AND NOT k.condeferrable AND c.relnamespace = current_schema()::regnamespace ORDER BY 1, 2";
    let mut keys = Vec::new();
    for row in connection.ask_static(text, &[]).await? {
        let own = |place| row.text(place).map(|text| text.unwrap_or_default().to_owned());
        keys.push((own(0)?, own(1)?));
    }
    for (table, key) in &keys {
        ask::carry_out(connection, &sql::deferred(table, key, true)).await?;
    }
    Ok(keys)
}

/// Has the records of a tenant be found that have just come, and shown to everybody as far as it shows them.
async fn find(connection: &mut Connection<'_>, pack: &Pack, tenant: TenantKey, now: i64) -> Result<(), Failure> {
    let now = Instant::from_microseconds(now).ok_or_else(|| Failure::defect("a moment out of range"))?;
    for entity in pack.entities().iter().filter(|entity| !entity.is_platform()) {
        let making = Making {
            pack,
            entity,
            tenant,
            now,
        };
        making.all(connection, Derivation::Search).await?;
        let listings = pack.listings();
        if listings.is_some_and(|own| own.entity(entity.name()).is_some()) {
            making.all(connection, Derivation::Listing).await?;
        }
    }
    Ok(())
}

/// That no link leads to nothing.
async fn linked(connection: &mut Connection<'_>, keys: &[(String, String)]) -> Result<(), Failure> {
    let nowhere = || {
        let message = "a link of the tenant's leads to what is not here: to a record of the platform's that has to be here as well";
        refused("/from", message)
    };
    if connection.dialect() == Dialect::Sqlite {
        let found = connection.ask_static("PRAGMA foreign_key_check", &[]).await?;
        return if found.is_empty() { Ok(()) } else { Err(nowhere()) };
    }
    let looked = connection.tell_static("SET CONSTRAINTS ALL IMMEDIATE", &[]).await;
    match looked.map_err(Failure::from) {
        Err(Failure::Bound(_)) => return Err(nowhere()),
        other => other?,
    };
    for (table, key) in keys {
        ask::carry_out(connection, &sql::deferred(table, key, false)).await?;
    }
    Ok(())
}
