//! What a pack has added to natives stands in rows that all packs share the table of: it follows the pack there.

use ratebook::records::{Entity, Field, Migration, Pack};

use super::names::rename_field;
use crate::store::ask::{self, Connection};
use crate::store::failure::Failure;
use crate::store::sql::move_custom;

/// Has values go on by the names of now. What is gone is dropped where that was accepted, and kept under a retired name otherwise.
pub(super) async fn follow(
    connection: &mut Connection<'_>,
    (before, after): (&Pack, &Pack),
    migration: &Migration,
    now: i64,
) -> Result<(), Failure> {
    let (pack, version) = (&after.definition().name, after.definition().version);
    for entity in after.entities().iter().filter(|entity| entity.is_native()) {
        let former = before.entity(entity.name()).filter(|former| former.is_native());
        let was = |field: &Field| former_name(former, field);
        let table = after.custom_table_of(entity);
        let stays: Vec<String> = extra(entity).filter_map(was).collect();
        let gone = former.into_iter().flat_map(extra).map(Field::name);
        // A new field begins empty, whatever an earlier version of the pack had by its name.
        let new = extra(entity).filter(|field| was(field).is_none()).map(Field::name);
        for name in gone.filter(|name| stays.iter().all(|own| own != name)).chain(new) {
            let loss = format!("{}.{name}", entity.name());
            let accepted = migration.losses.iter().any(|lost| lost.name == loss && lost.accepted);
            let retired = format!("{name}__retired_{version}");
            let renamed = (!accepted).then_some(retired.as_str());
            let statement = move_custom(connection.dialect(), &table, pack, (name, renamed));
            ask::carry_out(connection, &statement).await?;
        }
        for field in extra(entity) {
            let Some(was) = was(field).filter(|was| was != field.name()) else {
                continue;
            };
            let renamed = Some(field.name());
            let statement = move_custom(connection.dialect(), &table, pack, (&was, renamed));
            ask::carry_out(connection, &statement).await?;
            rename_field(connection, (pack, entity.name(), field.name()), &was, now).await?;
        }
    }
    Ok(())
}

/// The fields that a pack has added to a native.
fn extra(entity: &Entity) -> impl Iterator<Item = &Field> {
    entity.fields().iter().filter(|field| field.is_custom())
}

/// What a field was called that goes on; nothing of one that is new.
fn former_name(former: Option<&Entity>, field: &Field) -> Option<String> {
    let former = former?;
    let is_extra = |name: &str| former.field(name).is_some_and(Field::is_custom);
    if is_extra(field.name()) {
        return Some(field.name().to_owned());
    }
    field.definition().was.clone().filter(|was| is_extra(was))
}
