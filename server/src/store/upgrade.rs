//! A pack's tables brought to its version: core's plan, carried out in one transaction, so that whatever ends it leaves the old tables
//! or the new ones and nothing between.

mod accept;
mod across;
mod arrive;
mod copy;
mod custom;
mod derive;
mod files;
mod fills;
mod lives;
mod mason;
mod names;
mod natives;
mod numbers;
mod retired;
mod rows;
mod saved;
mod search;
mod series;
mod tables;
pub(crate) mod tenant;
mod told;

use std::time::{SystemTime, UNIX_EPOCH};

use ratebook::records::migration::MigrationStep;
use ratebook::records::{Migration, Pack};

use super::ask::{self, Connection};
use super::door::Store;
use super::failure::Failure;
use super::json;
use super::opening::SHAPES;
use super::rows::RowCells;
use super::sql::{Bound, Dialect, Statement, revokes, walls};
use super::vault::Vault;
use accept::Accepted;
pub use copy::copy;
use derive::{Again, Amount};
pub use lives::with_former_machines;
use mason::Mason;
pub use names::{FormerNames, former_names};
pub use retired::{forget, retired};
pub(crate) use saved::is_of_this_server;
pub use saved::{Moment, Piece, Shape, restore};
pub use series::{SeriesTended, tend, tend_at};
pub use tables::{CopiedTable, Counted, Table};
pub use told::told;

/// The role that works on what a tenant has.
const ROLE: &str = "ratebook_tenant";

/// What several servers that start at once wait for on PostgreSQL.
const LOCK: i64 = 0x7261_7465_626f_6f6b;

/// What an upgrade has done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Upgraded {
    /// Of which pack.
    pub pack: String,
    /// The version whose tables were there; nothing when there were none.
    pub version_before: Option<u32>,
    /// The version whose tables are there now.
    pub version_after: u32,
    /// What was carried out; nothing when the tables were there already.
    pub migration: Option<Migration>,
}

/// Brings the tables of a pack to its version. Of several servers that start at once one does it, and the others find it done.
///
/// `accept` names what may be lost: `customer.fax` drops a field with its values, `customer` an entity with its records. What is gone
/// without being named is kept out of sight under a retired name. Where the name says something else from now on, somebody has to know:
/// `customer.fax:keep` keeps the former values out of sight. `customer.level=basic` says what every record has in a field that is new
/// and required.
pub async fn upgrade(store: &Store, pack: &Pack, accept: &[String]) -> Result<Upgraded, Failure> {
    upgrade_sealed(store, None, pack, accept).await
}

/// The same with what seals secrets: those of an entity or a field that is called otherwise from now on are sealed anew.
pub async fn upgrade_sealed(
    store: &Store,
    vault: Option<&Vault>,
    pack: &Pack,
    accept: &[String],
) -> Result<Upgraded, Failure> {
    let accepted = Accepted::read(accept);
    let now = now()?;
    let mut reshape = store.reshape().await?;
    let done = carry_out(&mut reshape.connection()?, pack, (&accepted, vault), now).await?;
    reshape.commit().await?;
    series::tend_at(store, pack, now).await?;
    Ok(done)
}

/// Makes again all that follows from the records of a pack that are there, by the tables of its version.
pub async fn derive(store: &Store, pack: &Pack) -> Result<(), Failure> {
    let (steps, now) = (pack.derivations(), now()?);
    let mut reshape = store.reshape().await?;
    let mut connection = reshape.connection()?;
    lock(&mut connection, LOCK).await?;
    let nothing = pack.migration_of(Some(pack), &[])?;
    let accepted = Accepted::default();
    alter(
        &mut connection,
        (Some(pack), pack),
        (&nothing, &accepted),
        (&steps, now),
    )
    .await?;
    follow(&mut connection, (Some(pack), pack), (&[], &steps), now).await?;
    reshape.commit().await
}

/// What [`upgrade`] would do.
pub async fn plan(store: &Store, pack: &Pack, accept: &[String]) -> Result<Migration, Failure> {
    Accepted::read(accept).plan(applied(store, pack).await?.as_ref(), pack)
}

/// The same, and why it would not be carried out.
pub async fn looked_at(
    store: &Store,
    pack: &Pack,
    accept: &[String],
) -> Result<(Migration, Result<(), Failure>), Failure> {
    let accepted = Accepted::read(accept);
    let plan = accepted.plan(applied(store, pack).await?.as_ref(), pack)?;
    let refused = accepted.refuse(&plan);
    Ok((plan, refused))
}

/// What becomes of records whose machine is another one from now on, and of tenants whose own machines have no place any more, a line for
/// each.
pub async fn lives_told(store: &Store, pack: &Pack) -> Result<Vec<String>, Failure> {
    let before = applied(store, pack).await?;
    let mut told = before.map(|before| lives::told(&before, pack)).unwrap_or_default();
    told.extend(lives::closed(store, pack).await?);
    Ok(told)
}

/// The pack as its tables were last made.
async fn applied(store: &Store, pack: &Pack) -> Result<Option<Pack>, Failure> {
    let name = pack.definition().name.clone();
    let found = store.read_platform(|mut platform| {
        Box::pin(async move {
            let rows = platform.ask(APPLIED, &[Bound::Text(name)]).await?;
            let row = rows.first().map(|row| row.text(0)).transpose()?.flatten();
            Ok(row.map(str::to_owned))
        })
    });
    found.await?.map(|text| loaded(&text)).transpose()
}

/// The definition by which the tables of a pack were last made.
const APPLIED: &str = "SELECT definition FROM packs WHERE name = $1";

/// A definition as it was written when it was applied.
fn loaded(text: &str) -> Result<Pack, Failure> {
    let value: serde_json::Value = serde_json::from_str(text)
        .map_err(|error| Failure::defect(format!("what is kept of the pack in `packs` cannot be read: {error}")))?;
    Ok(Pack::load(value)?)
}

async fn carry_out(
    connection: &mut Connection<'_>,
    pack: &Pack,
    (accepted, vault): (&Accepted, Option<&Vault>),
    now: i64,
) -> Result<Upgraded, Failure> {
    lock(connection, LOCK).await?;
    let definition = pack.definition();
    let rows = connection
        .ask_static(APPLIED, &[Bound::Text(definition.name.clone())])
        .await?;
    let before = rows.first().map(|row| row.text(0)).transpose()?.flatten();
    let before = before.map(loaded).transpose()?;
    let mut done = Upgraded {
        pack: definition.name.clone(),
        version_before: before.as_ref().map(|before| before.definition().version),
        version_after: definition.version,
        migration: None,
    };
    // What an earlier engine has made of records, this one makes again.
    let again = match derive::is_of_form(connection, pack).await? || before.is_none() {
        true => Vec::new(),
        false => pack.derivations(),
    };
    if before.as_ref().is_some_and(|before| before.definition() == definition) {
        let nothing = pack.migration_of(Some(pack), &[])?;
        alter(connection, (before.as_ref(), pack), (&nothing, accepted), (&again, now)).await?;
        wall(connection, pack).await?;
        lives::remember(connection, pack).await?;
        follow(connection, (before.as_ref(), pack), (&[], &again), now).await?;
        return Ok(done);
    }
    let migration = accepted.plan(before.as_ref(), pack)?;
    accepted.refuse(&migration)?;
    // Nobody writes by the former version from here on, whether tables change or not.
    lock(connection, SHAPES).await?;
    alter(
        connection,
        (before.as_ref(), pack),
        (&migration, accepted),
        (&again, now),
    )
    .await?;
    wall(connection, pack).await?;
    if let Some(before) = &before {
        lives::remember(connection, before).await?;
        names::follow(connection, (before, pack), vault, now).await?;
        natives::follow(connection, (before, pack), &migration, now).await?;
    }
    lives::remember(connection, pack).await?;
    follow(connection, (before.as_ref(), pack), (&migration.steps, &again), now).await?;
    let text = json::text(definition)?;
    let values = [
        Bound::Text(definition.name.clone()),
        Bound::Whole(definition.version.into()),
        Bound::Text(text),
        Bound::Whole(now),
    ];
    connection
        .tell_static(
            "INSERT INTO packs (name, version, definition, applied_at) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO UPDATE SET \
             version = excluded.version, definition = excluded.definition, applied_at = excluded.applied_at",
            &values,
        )
        .await?;
    done.migration = Some(migration);
    Ok(done)
}

/// Brings the tables to where the steps of a migration lead, and what is in them to what the engine makes of it by now.
async fn alter(
    connection: &mut Connection<'_>,
    packs: (Option<&Pack>, &Pack),
    (migration, accepted): (&Migration, &Accepted),
    (again, now): (&[MigrationStep], i64),
) -> Result<(), Failure> {
    let others = again.iter().filter(|step| !migration.steps.contains(step));
    let steps: Vec<&MigrationStep> = migration.steps.iter().chain(others).collect();
    if steps.is_empty() {
        return Ok(());
    }
    lock(connection, SHAPES).await?;
    let mut mason = Mason::new(connection, packs, (migration, accepted), now).await?;
    for step in steps {
        mason.step(step).await?;
    }
    mason.finish().await
}

/// Has what follows from records be what the pack makes of them by now.
async fn follow(
    connection: &mut Connection<'_>,
    (before, pack): (Option<&Pack>, &Pack),
    (steps, again): (&[MigrationStep], &[MigrationStep]),
    now: i64,
) -> Result<(), Failure> {
    let whole = lives::whole(connection, pack).await?;
    // Others serve the same version of the pack meanwhile, and do not know that anything is left.
    let amount = match again.is_empty() {
        true => Amount::Few,
        false => Amount::All,
    };
    Again::of(steps.iter().chain(again))
        .make(connection, (before, &whole), amount, now)
        .await
}

/// Has tenants read the tables of the platform and do nothing else with them, also where an earlier version let them.
async fn wall(connection: &mut Connection<'_>, pack: &Pack) -> Result<(), Failure> {
    if connection.dialect() == Dialect::Postgres {
        let schema = pack.schema();
        let mut statements = revokes(&schema, ROLE);
        let open = "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND NOT relrowsecurity AND pg_table_is_visible(oid)";
        for row in connection.ask_static(open, &[]).await? {
            let table = schema.table(row.text(0)?.unwrap_or_default());
            statements.extend(table.map(walls).into_iter().flatten());
        }
        for text in statements {
            let values = Vec::new();
            ask::carry_out(connection, &Statement { text, values }).await?;
        }
    }
    Ok(())
}

/// Waits until nobody else changes tables. On SQLite the transaction is the lock.
async fn lock(connection: &mut Connection<'_>, number: i64) -> Result<(), Failure> {
    if connection.dialect() == Dialect::Postgres {
        connection
            .ask_static("SELECT pg_advisory_xact_lock($1)", &[Bound::Whole(number)])
            .await?;
    }
    Ok(())
}

/// The present moment in microseconds.
fn now() -> Result<i64, Failure> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let since = since.ok().and_then(|since| i64::try_from(since.as_micros()).ok());
    since.ok_or_else(|| Failure::defect("the clock of this machine is not set"))
}
