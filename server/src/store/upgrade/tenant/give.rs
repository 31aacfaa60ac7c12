//! A tenant that leaves: everything that it has at one moment, its secrets opened for the sealed file that it goes in.

use std::collections::BTreeMap;

use ratebook::records::{ColumnKind, Pack};
use tokio::sync::mpsc::Sender;

use super::secrets::{Secrets, id_in};
use super::{ACCOUNTS, CUSTOM, MACHINES, NAMES, OWNER, TENANTS, accounts, of_tenants, refused};
use crate::store::door::{Store, TenantKey};
use crate::store::failure::Failure;
use crate::store::migrations;
use crate::store::reshape::Snapshot;
use crate::store::rows::RowCells;
use crate::store::sql::{Bound, Dialect};
use crate::store::upgrade::saved::{PACKS, Piece, Shape, send, versions};
use crate::store::upgrade::tables::{CopiedTable, Counted, Reading, Table, packs, read, tables};
use crate::store::vault::Vault;

/// What an upgrade has put out of sight.
const RETIRED: &str = "__retired_";
/// So many people go in one piece.
const PEOPLE: usize = 500;

/// A tenant at one moment, while others go on.
pub(crate) struct Leaving {
    held: Snapshot,
    tenant: TenantKey,
    pack: Pack,
    shape: Shape,
    changed: BTreeMap<String, i64>,
    files: Vec<[u8; 16]>,
    given: Vec<CopiedTable>,
}

/// How what is given out changes on its way.
struct Way<'w> {
    secrets: Secrets,
    vault: &'w Vault,
    out: &'w Sender<Piece>,
}

impl Leaving {
    /// As it is now.
    pub(crate) async fn now(store: &Store, tenant: TenantKey) -> Result<Leaving, Failure> {
        let mut held = store.snapshot().await?;
        let mut reading = held.connection()?;
        let text = "SELECT pack FROM tenants WHERE id = $1 AND state <> 'deleted'";
        let rows = reading.ask_static(text, &[Bound::Id(tenant)]).await?;
        let name = rows.first().map(|row| row.text(0)).transpose()?.flatten();
        let name = name
            .ok_or_else(|| refused("/tenant", "there is no such tenant"))?
            .to_owned();
        let mut known = packs(&mut reading).await?.into_iter();
        let pack = known.find(|pack| pack.definition().name == name);
        let pack = pack.ok_or_else(|| Failure::defect("a tenant whose pack has no tables"))?;
        let (mut packs, changed) = versions(&mut reading).await?;
        packs.retain(|own, _| *own == name);
        let shape = Shape {
            migration: migrations::newest(),
            packs,
        };
        Ok(Leaving {
            held,
            tenant,
            pack,
            shape,
            changed,
            files: Vec::new(),
            given: Vec::new(),
        })
    }

    /// Of which versions its tables are.
    pub(crate) fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The files of which bytes are kept; known once everything else was given out.
    pub(crate) fn files(&self) -> &[[u8; 16]] {
        &self.files
    }

    /// Gives out everything but the bytes of files, no faster than it is taken.
    pub(crate) async fn give(&mut self, store: &Store, vault: &Vault, out: &Sender<Piece>) -> Result<(), Failure> {
        let mut way = Way {
            secrets: Secrets::of(&self.pack, self.tenant),
            vault,
            out,
        };
        let found = tables(&mut self.held.connection()?).await?;
        let name = Bound::Text(self.pack.definition().name.clone());
        let own = Bound::Id(self.tenant);
        for (table, column, value) in [
            (PACKS, "name", name.clone()),
            (MACHINES, "pack", name.clone()),
            (NAMES, "pack", name),
            (TENANTS, "id", own.clone()),
        ] {
            let known = found
                .get(table)
                .cloned()
                .ok_or_else(|| Failure::defect("a table that is not there"))?;
            self.table(&mut way, (table, known), (column, value)).await?;
        }
        self.people(out).await?;
        if self.held.connection()?.dialect() == Dialect::Postgres {
            let text = Bound::Text(uuid::Uuid::from_bytes(self.tenant).to_string());
            let asked = "SELECT set_config('app.tenant', $1, true)";
            self.held.connection()?.ask_static(asked, &[text]).await?;
        }
        let mut own_tables = of_tenants(found);
        // By it the secrets of all others are known.
        let first = own_tables.remove_entry(CUSTOM);
        for (name, table) in first.into_iter().chain(own_tables) {
            self.table(&mut way, (&name, table), (OWNER, own.clone())).await?;
        }
        // PostgreSQL shows a table that was rewritten meanwhile as an empty one.
        let mut after = store.snapshot().await?;
        if versions(&mut after.connection()?).await?.1 != self.changed {
            let message = "the tables of a pack have changed meanwhile; begin again";
            return Err(Failure::Busy(message.to_owned()));
        }
        Ok(())
    }

    /// The rows of a table that have a value in a column. What an earlier version of the pack has left out of sight goes nowhere.
    async fn table(
        &mut self,
        way: &mut Way<'_>,
        (name, table): (&str, Table),
        only: (&'static str, Bound),
    ) -> Result<(), Failure> {
        let (name, whole) = (name.to_owned(), table);
        let seen = seen(&name, &whole);
        let mut reading = Reading::of(&name, &whole).only(only.0, only.1);
        let (mut counted, mut is_told) = (Counted::default(), false);
        loop {
            let some = reading.next(&mut self.held.connection()?).await?;
            if (some.is_empty() || !is_told) && !name.contains(RETIRED) {
                if !is_told {
                    send(way.out, Piece::Table(name.clone(), seen.clone())).await?;
                }
                is_told = true;
            }
            if some.is_empty() {
                break;
            }
            let mut rows = Vec::with_capacity(some.len());
            for row in some {
                rows.push(self.row((&name, &whole), row, way)?);
            }
            rows.iter().for_each(|row| counted.row(row));
            send(way.out, Piece::Rows(rows)).await?;
        }
        if is_told {
            let counted = counted.table(&name);
            send(way.out, Piece::Counted(counted.clone())).await?;
            self.given.push(counted);
        }
        Ok(())
    }

    /// A row as it goes.
    fn row(
        &mut self,
        (name, table): (&str, &Table),
        mut row: Vec<Bound>,
        way: &mut Way<'_>,
    ) -> Result<Vec<Bound>, Failure> {
        let is_seen = |column: &String| !name.contains(RETIRED) && !column.contains(RETIRED);
        let hidden = table
            .columns
            .iter()
            .zip(&row)
            .find(|(column, value)| !is_seen(column) && !matches!(value, Bound::Nothing(_)));
        if let Some((column, _)) = hidden {
            let message = format!(
                "`{name}.{column}` is kept out of sight, of an earlier version of the pack; forget it before the tenant moves"
            );
            return Err(refused("/tenant", message));
        }
        if name == CUSTOM {
            way.secrets.learn(table, &row)?;
        }
        let vault = way.vault;
        way.secrets
            .turn((name, table), &mut row, &|place, sealed| vault.open(place, sealed))?;
        if name == "files"
            && table.place("state").and_then(|place| row.get(place)) == Some(&Bound::Text("kept".to_owned()))
        {
            self.files.extend(id_in(table, &row, "id"));
        }
        let kept = table.columns.iter().zip(row).filter(|(column, _)| is_seen(column));
        Ok(kept.map(|(_, value)| value).collect())
    }

    /// The people of whom its rows tell, without what they sign in by.
    async fn people(&mut self, out: &Sender<Piece>) -> Result<(), Failure> {
        let text = "SELECT a.id, a.email, a.name, a.state, a.locale, a.created_at, a.updated_at FROM accounts a WHERE a.id IN (SELECT \
                    account_id FROM memberships WHERE tenant_id = $1 UNION SELECT account_id FROM api_keys WHERE tenant_id = $1 UNION SELECT \
                    invited_by FROM invitations WHERE tenant_id = $1 UNION SELECT person FROM owned WHERE tenant_id = $1) ORDER BY a.id";
        let (table, mut counted) = (accounts(), Counted::default());
        let rows = self
            .held
            .connection()?
            .ask_static(text, &[Bound::Id(self.tenant)])
            .await?;
        send(out, Piece::Table(ACCOUNTS.to_owned(), table.clone())).await?;
        for some in rows.chunks(PEOPLE) {
            let mut people: Vec<Vec<Bound>> = Vec::with_capacity(some.len());
            for row in some {
                let cells = table
                    .kinds
                    .iter()
                    .enumerate()
                    .map(|(place, kind)| read(row, place, *kind));
                people.push(cells.collect::<Result<_, _>>()?);
            }
            people.iter().for_each(|row| counted.row(row));
            send(out, Piece::Rows(people)).await?;
        }
        let counted = counted.table(ACCOUNTS);
        send(out, Piece::Counted(counted.clone())).await?;
        self.given.push(counted);
        Ok(())
    }

    /// What was given out.
    pub(crate) fn given(self) -> Vec<CopiedTable> {
        self.given
    }
}

/// A table without what is kept out of sight.
fn seen(name: &str, table: &Table) -> Table {
    let is_seen = |column: &str| !name.contains(RETIRED) && !column.contains(RETIRED);
    let (columns, kinds): (Vec<String>, Vec<ColumnKind>) = table
        .columns
        .iter()
        .zip(&table.kinds)
        .filter(|(column, _)| is_seen(column))
        .map(|(column, kind)| (column.clone(), *kind))
        .unzip();
    let key = table.key.clone();
    Table { columns, kinds, key }
}

/// Tells that there is no more than this.
pub(crate) async fn end(out: &Sender<Piece>, given: &[CopiedTable]) -> Result<(), Failure> {
    let tables = u64::try_from(given.len()).unwrap_or(u64::MAX);
    let rows = given.iter().map(|own| own.rows).sum();
    send(out, Piece::End { tables, rows }).await
}
