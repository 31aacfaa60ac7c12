//! The machines by which records live, version by version: what a pack replaces is kept for those that began their life by it.

use std::collections::BTreeMap;
use std::sync::Arc;

use ratebook::flow::MachineDefinition;
use ratebook::records::{CustomMachine, Entity, FieldDefinition, Pack};

use crate::store::ask::{AnyRow, Connection};
use crate::store::door::Store;
use crate::store::failure::Failure;
use crate::store::json;
use crate::store::rows::RowCells;
use crate::store::sql::Bound;

/// Keeps the machines of a pack, those that come with the engine as well: another version of the engine may have others.
pub(super) async fn remember(connection: &mut Connection<'_>, pack: &Pack) -> Result<(), Failure> {
    for entity in pack.entities().iter().filter(|entity| !entity.is_native()) {
        let Some(machine) = entity.machine().map(|machine| machine.definition()) else {
            continue;
        };
        let text = json::text(machine)?;
        let values = [
            Bound::Text(pack.definition().name.clone()),
            Bound::Text(entity.name().to_owned()),
            Bound::Whole(machine.version.into()),
            Bound::Text(text),
        ];
        connection
            .tell_static(
                "INSERT INTO pack_machines (pack, entity, version, definition) VALUES ($1, $2, $3, $4) ON CONFLICT (pack, entity, \
                 version) DO UPDATE SET definition = excluded.definition",
                &values,
            )
            .await?;
    }
    Ok(())
}

/// What becomes of records that live by a machine which a pack replaces, a line for each.
pub(super) fn told(before: &Pack, after: &Pack) -> Vec<String> {
    let mut lines = Vec::new();
    for entity in after.entities() {
        let was = entity.definition().was.as_deref();
        let former = before.entity(entity.name()).or_else(|| before.entity(was?));
        let (Some(old), Some(new)) = (former.and_then(Entity::machine), entity.machine()) else {
            continue;
        };
        let (old, new) = (old.definition(), new.definition());
        if old.version == new.version && old.name == new.name {
            continue;
        }
        let mut line = format!(
            "records of `{}` that began their life by version {} of `{}` go on by it",
            entity.name(),
            old.version,
            old.name
        );
        let removed = old.states.iter().map(|state| state.name.as_str());
        let removed = removed.filter(|name| new.states.iter().all(|state| state.name != *name));
        let removed: Vec<String> = removed.map(|name| format!("`{name}`")).collect();
        if !removed.is_empty() {
            line.push_str(&format!(
                ", also in what version {} has no more: {}",
                new.version,
                removed.join(", ")
            ));
        }
        lines.push(line);
    }
    lines
}

/// The machines of tenants' own by which records begin, and the fields by which these go.
const MACHINES: &str = "SELECT t.slug, m.entity, m.definition FROM custom_machines m JOIN tenants t ON t.id = m.tenant_id WHERE t.pack = \
                        $1 AND m.ended_at IS NULL ORDER BY t.slug, m.entity";
const FIELDS: &str = "SELECT t.slug, f.entity, f.definition, f.name FROM custom_fields f JOIN tenants t ON t.id = f.tenant_id WHERE t.pack \
                      = $1 AND f.removed_at IS NULL AND f.tenant_id IN (SELECT tenant_id FROM custom_machines)";

/// What a tenant has of its own, as far as machines go by it.
#[derive(Default)]
struct Own {
    fields: BTreeMap<String, BTreeMap<String, Arc<FieldDefinition>>>,
    machines: BTreeMap<String, CustomMachine>,
}

/// Tenants whose own machines have no place in a version of their pack, a line for each reason: nothing begins by them any more.
pub(super) async fn closed(store: &Store, pack: &Pack) -> Result<Vec<String>, Failure> {
    let name = [Bound::Text(pack.definition().name.clone())];
    let read = store.read_platform(|mut tx| {
        Box::pin(async move { Ok((tx.ask(MACHINES, &name).await?, tx.ask(FIELDS, &name).await?)) })
    });
    let mut lines = Vec::new();
    for (tenant, own) in of_tenants(pack, &read.await?)? {
        let with_fields = pack.with_custom(own.fields).ok();
        let (_, reasons) = with_fields.as_ref().unwrap_or(pack).closed_machines(own.machines)?;
        for (entity, reasons) in reasons {
            for reason in reasons {
                lines.push(format!(
                    "`{tenant}` begins no `{entity}` any more: its own machine does not fit: {}: {}",
                    reason.path, reason.message
                ));
            }
        }
    }
    Ok(lines)
}

fn of_tenants(pack: &Pack, (machines, fields): &(Vec<AnyRow>, Vec<AnyRow>)) -> Result<BTreeMap<String, Own>, Failure> {
    let mut tenants: BTreeMap<String, Own> = BTreeMap::new();
    let text = |row: &AnyRow, place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
    // By the name that the entity has from now on.
    let entity = |row: &AnyRow| {
        let name = text(row, 1)?;
        let mut entities = pack.entities().iter();
        let renamed = entities.find(|entity| entity.definition().was.as_deref() == Some(name.as_str()));
        let renamed = renamed.filter(|_| pack.entity(&name).is_none());
        Ok::<_, Failure>(renamed.map_or(name.clone(), |entity| entity.name().to_owned()))
    };
    for row in machines {
        let own = &mut tenants.entry(text(row, 0)?).or_default().machines;
        own.entry(entity(row)?).or_default().machine = Some(json::read(text(row, 2)?.as_bytes())?);
    }
    for row in fields {
        let own = &mut tenants.entry(text(row, 0)?).or_default().fields;
        let field = Arc::new(json::read(text(row, 2)?.as_bytes())?);
        own.entry(entity(row)?).or_default().insert(text(row, 3)?, field);
    }
    Ok(tenants)
}

/// The machines that are kept of a pack.
const KEPT: &str = "SELECT entity, definition FROM pack_machines WHERE pack = $1 ORDER BY entity, version DESC";

/// A pack with the machines of its earlier versions, by which records go on that began their life by them.
pub async fn with_former_machines(store: &Store, pack: &Pack) -> Result<Pack, Failure> {
    let name = Bound::Text(pack.definition().name.clone());
    let found = store.read_platform(|mut tx| Box::pin(async move { tx.ask(KEPT, &[name]).await }));
    with(pack, &found.await?)
}

/// The same in the transaction that keeps them.
pub(super) async fn whole(connection: &mut Connection<'_>, pack: &Pack) -> Result<Pack, Failure> {
    let name = Bound::Text(pack.definition().name.clone());
    with(pack, &connection.ask_static(KEPT, &[name]).await?)
}

fn with(pack: &Pack, rows: &[AnyRow]) -> Result<Pack, Failure> {
    let mut whole = pack.clone();
    for row in rows {
        let (entity, text) = (row.text(0)?.unwrap_or_default(), row.text(1)?.unwrap_or_default());
        let machine: MachineDefinition = serde_json::from_str(text).map_err(|error| {
            Failure::defect(format!("a machine of `{entity}` that is kept cannot be read: {error}"))
        })?;
        whole.remember(entity, machine)?;
    }
    Ok(whole)
}
