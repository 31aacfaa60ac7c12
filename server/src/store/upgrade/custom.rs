//! The fields that tenants have given entities, where an entity gets another name or takes no such fields any more.

use ratebook::records::FieldDefinition;

use crate::store::ask::Connection;
use crate::store::failure::Failure;
use crate::store::json;
use crate::store::rows::RowCells;
use crate::store::sql::Bound;

/// Forgets the fields of an entity that had the name which another one has from now on.
pub(super) async fn forget(connection: &mut Connection<'_>, pack: &str, entity: &str) -> Result<(), Failure> {
    let values = [pack, entity].map(|text| Bound::Text(text.to_owned()));
    let text = "DELETE FROM custom_fields WHERE entity = $2 AND tenant_id IN (SELECT id FROM tenants WHERE pack = $1)";
    connection.tell_static(text, &values).await?;
    forget_machines(connection, pack, entity).await
}

/// Forgets the machines of tenants' own by which records of an entity lived that is gone.
pub(super) async fn forget_machines(connection: &mut Connection<'_>, pack: &str, entity: &str) -> Result<(), Failure> {
    let values = [pack, entity].map(|text| Bound::Text(text.to_owned()));
    let text =
        "DELETE FROM custom_machines WHERE entity = $2 AND tenant_id IN (SELECT id FROM tenants WHERE pack = $1)";
    connection.tell_static(text, &values).await?;
    Ok(())
}

/// Has an entity that is gone, or that tenants may not add to any more, have no such fields. What they were tells what stands in the table
/// that is kept out of sight.
pub(super) async fn retire(connection: &mut Connection<'_>, pack: &str, entity: &str, now: i64) -> Result<(), Failure> {
    let [pack, entity] = [pack, entity].map(|text| Bound::Text(text.to_owned()));
    let text = "UPDATE custom_fields SET removed_at = coalesce(removed_at, $3), cleared_at = coalesce(cleared_at, $3) WHERE entity = $2 AND \
                tenant_id IN (SELECT id FROM tenants WHERE pack = $1)";
    connection.tell_static(text, &[pack, entity, Bound::Whole(now)]).await?;
    Ok(())
}

/// Has fields and machines be of the entity of another name, and fields lead to it.
pub(super) async fn rename(
    connection: &mut Connection<'_>,
    pack: &str,
    (was, name): (&str, &str),
) -> Result<(), Failure> {
    let values = [pack, was, name].map(|text| Bound::Text(text.to_owned()));
    for text in [
        "UPDATE custom_fields SET entity = $3 WHERE entity = $2 AND tenant_id IN (SELECT id FROM tenants WHERE pack = $1)",
        "UPDATE custom_machines SET entity = $3 WHERE entity = $2 AND tenant_id IN (SELECT id FROM tenants WHERE pack = $1)",
    ] {
        connection.tell_static(text, &values).await?;
    }
    let text = "SELECT tenant_id, entity, name, definition FROM custom_fields WHERE tenant_id IN (SELECT id FROM tenants WHERE pack = $1)";
    let [pack, ..] = values;
    for row in connection.ask_static(text, &[pack]).await? {
        let mut field: FieldDefinition = json::read(row.text(3)?.unwrap_or_default().as_bytes())?;
        if field.entity.as_deref() != Some(was) {
            continue;
        }
        field.entity = Some(name.to_owned());
        let own = |place: usize| Ok::<_, Failure>(Bound::text(row.text(place)?));
        let values = [
            Bound::id(row.id(0)?),
            own(1)?,
            own(2)?,
            Bound::Text(json::text(&field)?),
        ];
        let text = "UPDATE custom_fields SET definition = $4 WHERE tenant_id = $1 AND entity = $2 AND name = $3";
        connection.tell_static(text, &values).await?;
    }
    Ok(())
}
