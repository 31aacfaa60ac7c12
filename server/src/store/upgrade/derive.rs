//! What follows from records that are there, made again where a version of their pack makes it otherwise: of few in the transaction of the
//! upgrade, of many by whoever serves the pack then.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::records::migration::{Derivation, MigrationAct, MigrationStep};
use ratebook::records::{Entity, Pack};
use ratebook::time::Instant;
use uuid::Uuid;

use super::{across, search};
use crate::store::ask::Connection;
use crate::store::deriving::{Making, word};
use crate::store::door::{PLATFORM, TenantKey};
use crate::store::failure::Failure;
use crate::store::rows::RowCells;
use crate::store::sql::{self, Bound, Dialect};

/// Where an entity has more records than that, those of all its tenants together, they are left to whoever serves the pack.
const FEW: usize = 2_000;
/// What the engine makes of records by now. It rises with what it makes otherwise of the same declarations.
const FORM: &[u8] = b"1";
/// What begins the name of the fact by which form something was made.
const FORMS: &str = "derived.";

/// How many records are done before anybody is served again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// As many as do not keep others waiting.
    Few,
    /// All of them.
    All,
}

/// What is made again.
#[derive(Debug, Default)]
pub(super) struct Again<'a> {
    /// By entity.
    all: BTreeMap<&'a str, BTreeSet<Derivation>>,
    /// The tables of records that are not those of their entity any more.
    gone: BTreeSet<&'a str>,
}

impl<'a> Again<'a> {
    /// What the steps of a migration say.
    pub(super) fn of(steps: impl Iterator<Item = &'a MigrationStep>) -> Again<'a> {
        let mut again = Again::default();
        for step in steps {
            match &step.act {
                // What is reckoned stands in columns, which are filled with all others.
                MigrationAct::Derive(own) if own.what == Derivation::Reckoned => {}
                MigrationAct::Derive(own) => drop(again.all.entry(&own.entity).or_default().insert(own.what)),
                MigrationAct::ArchiveTable(own) => drop(again.gone.insert(&own.table)),
                MigrationAct::DropTable(own) => drop(again.gone.insert(&own.table)),
                _ => {}
            }
        }
        again
    }

    fn is(&self, entity: &str, what: Derivation) -> bool {
        self.all.get(entity).is_some_and(|own| own.contains(&what))
    }

    /// Makes it.
    pub(super) async fn make(
        &self,
        connection: &mut Connection<'_>,
        (before, pack): (Option<&Pack>, &Pack),
        amount: Amount,
        now: i64,
    ) -> Result<(), Failure> {
        if let Some(before) = before {
            self.forget(connection, (before, pack)).await?;
        }
        let listed = self.all.values().any(|own| own.contains(&Derivation::Listing));
        across::listings(connection, pack, listed).await?;
        let found = self.all.iter().filter(|(_, own)| own.contains(&Derivation::Search));
        let found: BTreeSet<&str> = found.map(|(entity, _)| *entity).collect();
        search::follow(connection, before, pack, &found).await?;
        if self.all.is_empty() {
            return Ok(());
        }
        let now = Instant::from_microseconds(now).ok_or_else(|| Failure::defect("no moment"))?;
        let tenants = tenants_of(connection, pack).await?;
        let many = match amount {
            Amount::All => BTreeSet::new(),
            Amount::Few => self.many(connection, pack, &tenants).await?,
        };
        for (name, own) in &self.all {
            for what in own {
                set_aside(connection, pack, (*name, *what), many.contains(name)).await?;
            }
        }
        for tenant in tenants {
            stand_by(connection, tenant).await?;
            for (name, own) in self.all.iter().filter(|(name, _)| !many.contains(*name)) {
                let Some(entity) = entity_of(pack, name, tenant) else {
                    continue;
                };
                let making = Making {
                    pack,
                    entity,
                    tenant,
                    now,
                };
                for what in own {
                    making.all(connection, *what).await?;
                }
            }
        }
        Ok(())
    }

    /// The entities with more records than a few.
    async fn many(
        &self,
        connection: &mut Connection<'_>,
        pack: &Pack,
        tenants: &[TenantKey],
    ) -> Result<BTreeSet<&'a str>, Failure> {
        let mut counts: BTreeMap<&'a str, usize> = BTreeMap::new();
        // The platform has few of everything.
        for tenant in tenants.iter().filter(|tenant| **tenant != PLATFORM) {
            stand_by(connection, *tenant).await?;
            for name in self.all.keys() {
                let count = counts.entry(*name).or_default();
                let Some(entity) = entity_of(pack, name, *tenant).filter(|_| *count <= FEW) else {
                    continue;
                };
                let most = i64::try_from(FEW + 1).unwrap_or(i64::MAX);
                let statement = sql::some_of(connection.dialect(), pack, entity, *tenant, most);
                *count += connection.any_rows(&statement).await?.len();
            }
        }
        let many = counts.into_iter().filter(|(_, count)| *count > FEW);
        Ok(many.map(|(name, _)| name).collect())
    }

    /// Forgets what followed from records by which nobody goes any more.
    async fn forget(&self, connection: &mut Connection<'_>, (before, pack): (&Pack, &Pack)) -> Result<(), Failure> {
        for former in before.entities() {
            let table = before.table_of(former);
            let is_gone = self.gone.contains(table.as_str());
            let now = pack.entities().iter().find(|own| pack.table_of(own) == table);
            let owned = now.filter(|own| own.definition().owner.is_some() && !is_gone);
            if former.definition().owner.is_some() && owned.is_none_or(|own| self.is(own.name(), Derivation::Owners)) {
                across::disown(connection, &table).await?;
            }
            if is_gone {
                forget_moments(connection, pack, former).await?;
            }
        }
        Ok(())
    }
}

/// Nothing happens to the records of an entity by itself any more.
async fn forget_moments(connection: &mut Connection<'_>, pack: &Pack, entity: &Entity) -> Result<(), Failure> {
    let values = [
        Bound::Text(entity.name().to_owned()),
        Bound::Text(pack.definition().name.clone()),
        Bound::id(entity.is_platform().then_some(PLATFORM)),
    ];
    for text in [
        "DELETE FROM timers WHERE entity = $1 AND (tenant_id = $3 OR tenant_id IN (SELECT id FROM tenants WHERE pack = $2))",
        "DELETE FROM contact_timers WHERE entity = $1 AND (tenant_id = $3 OR tenant_id IN (SELECT id FROM tenants WHERE pack = $2))",
        "DELETE FROM deriving WHERE entity = $1 AND (tenant_id = $3 OR tenant_id IN (SELECT id FROM tenants WHERE pack = $2))",
    ] {
        connection.tell_static(text, &values).await?;
    }
    Ok(())
}

/// Has something be made again by whoever serves the pack, from the beginning; or by nobody, since it is made here.
async fn set_aside(
    connection: &mut Connection<'_>,
    pack: &Pack,
    (name, what): (&str, Derivation),
    is_left: bool,
) -> Result<(), Failure> {
    let values = [
        Bound::Text(name.to_owned()),
        Bound::Text(word(what).to_owned()),
        Bound::Text(pack.definition().name.clone()),
    ];
    let text = "DELETE FROM deriving WHERE entity = $1 AND what = $2 AND tenant_id IN (SELECT id FROM tenants WHERE pack = $3)";
    connection.tell_static(text, &values).await?;
    if is_left {
        let text = "INSERT INTO deriving (tenant_id, entity, what, done, worked_at) SELECT id, $1, $2, 0, 0 FROM tenants WHERE pack = $3";
        connection.tell_static(text, &values).await?;
    }
    Ok(())
}

/// The tenants of a pack, and the platform.
async fn tenants_of(connection: &mut Connection<'_>, pack: &Pack) -> Result<Vec<TenantKey>, Failure> {
    let name = Bound::Text(pack.definition().name.clone());
    let rows = connection
        .ask_static("SELECT id FROM tenants WHERE pack = $1 ORDER BY id", &[name])
        .await?;
    let mut tenants = vec![PLATFORM];
    for row in rows {
        tenants.extend(row.id(0)?);
    }
    Ok(tenants)
}

/// Looks at the rows of a tenant from now on.
async fn stand_by(connection: &mut Connection<'_>, tenant: TenantKey) -> Result<(), Failure> {
    if connection.dialect() == Dialect::Postgres {
        let text = Bound::Text(Uuid::from_bytes(tenant).to_string());
        connection
            .ask_static("SELECT set_config('app.tenant', $1, true)", &[text])
            .await?;
    }
    Ok(())
}

/// An entity whose records are the tenant's, or the platform's.
fn entity_of<'p>(pack: &'p Pack, name: &str, tenant: TenantKey) -> Option<&'p Entity> {
    pack.entity(name)
        .filter(|own| own.is_platform() == (tenant == PLATFORM))
}

/// Whether what follows from the records of a pack was made by this version of the engine; from here on it is.
pub(super) async fn is_of_form(connection: &mut Connection<'_>, pack: &Pack) -> Result<bool, Failure> {
    let name = Bound::Text(format!("{FORMS}{}", pack.definition().name));
    let rows = connection
        .ask_static("SELECT value FROM facts WHERE name = $1", std::slice::from_ref(&name))
        .await?;
    let form = rows.first().map(|row| row.bytes(0)).transpose()?.flatten();
    if form == Some(FORM) {
        return Ok(true);
    }
    connection
        .tell_static(
            "INSERT INTO facts (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            &[name, Bound::Bytes(FORM.to_vec())],
        )
        .await?;
    Ok(false)
}
