//! The machines by which records live, version by version: what a pack replaces is kept for those that began their life by it.

use ratebook::flow::MachineDefinition;
use ratebook::records::{Entity, Pack};

use crate::store::ask::Connection;
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

/// A pack with the machines of its earlier versions, by which records go on that began their life by them.
pub async fn with_former_machines(store: &Store, pack: &Pack) -> Result<Pack, Failure> {
    let name = pack.definition().name.clone();
    let found = store.read_platform(|mut tx| {
        Box::pin(async move {
            let asked = "SELECT entity, definition FROM pack_machines WHERE pack = $1 ORDER BY entity, version DESC";
            let mut found = Vec::new();
            for row in tx.ask(asked, &[Bound::Text(name)]).await? {
                let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
                found.push((text(0)?, text(1)?));
            }
            Ok(found)
        })
    });
    let mut whole = pack.clone();
    for (entity, text) in found.await? {
        let machine: MachineDefinition = serde_json::from_str(&text).map_err(|error| {
            Failure::defect(format!("a machine of `{entity}` that is kept cannot be read: {error}"))
        })?;
        whole.remember(&entity, machine)?;
    }
    Ok(whole)
}
