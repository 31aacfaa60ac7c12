//! What is kept by the name of an entity or a field goes along when that gets another one, and a new thing of a name inherits nothing from
//! what had it earlier.

use std::collections::BTreeMap;

use ratebook::records::schema::TableModel;
use ratebook::records::{Entity, FieldKind, Pack};
use ratebook::{Code, Reason};

use super::custom;
use crate::store::ask::{self, Connection};
use crate::store::door::{PLATFORM, Store};
use crate::store::failure::Failure;
use crate::store::rows::RowCells;
use crate::store::sql::migrate as write;
use crate::store::sql::{Bound, Dialect};
use crate::store::vault::{Place, Vault};

/// How many secrets are read at a time.
const BATCH: u32 = 500;

/// Something that is called otherwise from now on.
struct Renamed<'p> {
    before: &'p Entity,
    after: &'p Entity,
}

/// The names under which histories were written, of all packs.
#[derive(Clone, Debug, Default)]
pub struct FormerNames(BTreeMap<(String, String), Vec<Former>>);

#[derive(Clone, Debug)]
struct Former {
    field: String,
    was: String,
    until: i64,
}

impl FormerNames {
    /// What an entity was called earlier.
    pub fn of_entity(&self, pack: &str, entity: &str) -> impl Iterator<Item = &str> {
        let all = self.all(pack, entity).iter();
        all.filter(|former| former.field.is_empty())
            .map(|former| former.was.as_str())
    }

    /// What is called now what was a field of that name at that moment.
    pub fn field<'n>(&'n self, (pack, entity): (&str, &str), name: &'n str, at: i64) -> &'n str {
        let fields = self.all(pack, entity).iter().filter(|former| !former.field.is_empty());
        let mut later = fields.filter(|former| former.was == name && at < former.until);
        later.next().map_or(name, |former| former.field.as_str())
    }

    fn all(&self, pack: &str, entity: &str) -> &[Former] {
        let own = self.0.get(&(pack.to_owned(), entity.to_owned()));
        own.map_or(&[], Vec::as_slice)
    }
}

/// The names under which histories were written.
pub async fn former_names(store: &Store) -> Result<FormerNames, Failure> {
    let found = store.read_platform(|mut tx| {
        Box::pin(async move {
            let asked = "SELECT pack, entity, field, was, until FROM pack_names ORDER BY pack, entity, until";
            let mut names = FormerNames::default();
            for row in tx.ask(asked, &[]).await? {
                let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
                names.0.entry((text(0)?, text(1)?)).or_default().push(Former {
                    field: text(2)?,
                    was: text(3)?,
                    until: row.whole(4)?.unwrap_or(0),
                });
            }
            Ok(names)
        })
    });
    found.await
}

/// Has everything that is kept by a name be kept by the one of now.
pub(super) async fn follow(
    connection: &mut Connection<'_>,
    (before, after): (&Pack, &Pack),
    vault: Option<&Vault>,
    now: i64,
) -> Result<(), Failure> {
    let pack = &after.definition().name;
    for entity in after.entities().iter().filter(|entity| !entity.is_native()) {
        let was = entity.definition().was.as_deref();
        let stays = before.entity(entity.name());
        let renamed = stays
            .is_none()
            .then(|| was.and_then(|was| before.entity(was)))
            .flatten();
        if stays.is_none() {
            forget(connection, pack, entity).await?;
        }
        if let Some(former) = renamed {
            move_all(connection, pack, (former.name(), entity), now).await?;
        }
        let Some(former) = stays.or(renamed) else { continue };
        if former.definition().custom && !entity.definition().custom {
            custom::retire(connection, pack, entity.name(), now).await?;
        }
        let renamed = Renamed {
            before: former,
            after: entity,
        };
        renamed.follow(connection, after, vault, now).await?;
    }
    let goes_on = |former: &Entity| {
        let is = |entity: &Entity| {
            entity.name() == former.name() || entity.definition().was.as_deref() == Some(former.name())
        };
        after.entities().iter().any(is)
    };
    for former in before.entities().iter().filter(|former| !goes_on(former)) {
        custom::retire(connection, pack, former.name(), now).await?;
        custom::forget_machines(connection, pack, former.name()).await?;
    }
    Ok(())
}

/// Under whom the records of an entity are kept that are the platform's; nothing of a tenant's.
fn whose(entity: &Entity) -> Bound {
    Bound::id(entity.is_platform().then_some(PLATFORM))
}

/// What was kept by a name that is another entity's from now on.
async fn forget(connection: &mut Connection<'_>, pack: &str, entity: &Entity) -> Result<(), Failure> {
    let mut values = vec![Bound::Text(pack.to_owned()), Bound::Text(entity.name().to_owned())];
    for text in [
        "DELETE FROM pack_machines WHERE pack = $1 AND entity = $2",
        "DELETE FROM pack_names WHERE pack = $1 AND entity = $2",
    ] {
        connection.tell_static(text, &values).await?;
    }
    custom::forget(connection, pack, entity.name()).await?;
    values.push(whose(entity));
    for text in [
        "DELETE FROM counters WHERE name = $2 AND (tenant_id = $3 OR tenant_id IN (SELECT id FROM tenants WHERE pack = $1))",
        "DELETE FROM timers WHERE entity = $2 AND (tenant_id = $3 OR tenant_id IN (SELECT id FROM tenants WHERE pack = $1))",
        "DELETE FROM contact_timers WHERE entity = $2 AND (tenant_id = $3 OR tenant_id IN (SELECT id FROM tenants WHERE pack = $1))",
        "DELETE FROM deriving WHERE entity = $2 AND (tenant_id = $3 OR tenant_id IN (SELECT id FROM tenants WHERE pack = $1))",
        "DELETE FROM contacts WHERE entity = $2 AND (tenant_id = $3 OR tenant_id IN (SELECT id FROM tenants WHERE pack = $1))",
    ] {
        connection.tell_static(text, &values).await?;
    }
    Ok(())
}

/// What is kept by the name of an entity.
async fn move_all(
    connection: &mut Connection<'_>,
    pack: &str,
    (was, entity): (&str, &Entity),
    now: i64,
) -> Result<(), Failure> {
    let name = entity.name();
    let mut values = [was, name, pack].map(|text| Bound::Text(text.to_owned())).to_vec();
    for text in [
        "UPDATE native__booking SET resource_entity = $2 WHERE resource_entity = $1 AND tenant_id IN (SELECT id FROM tenants WHERE pack \
         = $3)",
        "UPDATE native__block SET resource_entity = $2 WHERE resource_entity = $1 AND tenant_id IN (SELECT id FROM tenants WHERE pack \
         = $3)",
        "UPDATE native__feed SET resource_entity = $2 WHERE resource_entity = $1 AND tenant_id IN (SELECT id FROM tenants WHERE pack \
         = $3)",
        "UPDATE pack_machines SET entity = $2 WHERE entity = $1 AND pack = $3",
        "UPDATE pack_names SET entity = $2 WHERE entity = $1 AND pack = $3",
    ] {
        connection.tell_static(text, &values).await?;
    }
    values.push(whose(entity));
    for text in [
        "UPDATE counters SET name = $2 WHERE name = $1 AND (tenant_id = $4 OR tenant_id IN (SELECT id FROM tenants WHERE pack = $3))",
        "UPDATE timers SET entity = $2 WHERE entity = $1 AND (tenant_id = $4 OR tenant_id IN (SELECT id FROM tenants WHERE pack = $3))",
        "UPDATE contact_timers SET entity = $2 WHERE entity = $1 AND (tenant_id = $4 OR tenant_id IN (SELECT id FROM tenants WHERE pack = $3))",
        "UPDATE deriving SET entity = $2 WHERE entity = $1 AND (tenant_id = $4 OR tenant_id IN (SELECT id FROM tenants WHERE pack = $3))",
        "UPDATE contacts SET entity = $2 WHERE entity = $1 AND (tenant_id = $4 OR tenant_id IN (SELECT id FROM tenants WHERE pack = $3))",
        "UPDATE outbox SET entity = $2, name = CASE WHEN name LIKE $1 || ':%' THEN $2 || substr(name, length($1) + 1) ELSE name END WHERE \
         entity = $1 AND (tenant_id = $4 OR tenant_id IN (SELECT id FROM tenants WHERE pack = $3))",
        "UPDATE webhooks SET events = replace(events, '\"' || $1 || ':', '\"' || $2 || ':') WHERE tenant_id = $4 OR tenant_id IN (SELECT id \
         FROM tenants WHERE pack = $3)",
    ] {
        connection.tell_static(text, &values).await?;
    }
    custom::rename(connection, pack, (was, name)).await?;
    keep_name(connection, (pack, name, ""), was, now).await
}

/// Keeps what something was called: histories are never written again.
async fn keep_name(
    connection: &mut Connection<'_>,
    (pack, entity, field): (&str, &str, &str),
    was: &str,
    now: i64,
) -> Result<(), Failure> {
    let [pack, entity, field, was] = [pack, entity, field, was].map(|text| Bound::Text(text.to_owned()));
    connection
        .tell_static(
            "INSERT INTO pack_names (pack, entity, field, was, until) VALUES ($1, $2, $3, $4, $5)",
            &[pack, entity, field, was, Bound::Whole(now)],
        )
        .await?;
    Ok(())
}

/// Keeps what a field was called. What was called so earlier still is what it became.
pub(super) async fn rename_field(
    connection: &mut Connection<'_>,
    (pack, entity, field): (&str, &str, &str),
    was: &str,
    now: i64,
) -> Result<(), Failure> {
    let values = [pack, entity, was, field].map(|text| Bound::Text(text.to_owned()));
    connection
        .tell_static(
            "UPDATE pack_names SET field = $4 WHERE pack = $1 AND entity = $2 AND field = $3",
            &values,
        )
        .await?;
    keep_name(connection, (pack, entity, field), was, now).await
}

impl Renamed<'_> {
    async fn follow(
        &self,
        connection: &mut Connection<'_>,
        pack: &Pack,
        vault: Option<&Vault>,
        now: i64,
    ) -> Result<(), Failure> {
        let own = &pack.definition().name;
        for field in self.after.fields() {
            let was = field.definition().was.as_deref();
            let stays = self.before.field(field.name());
            let former = match (stays, was) {
                (Some(stays), _) => stays,
                (None, Some(was)) => match self.before.field(was) {
                    Some(former) => former,
                    None => continue,
                },
                (None, None) => continue,
            };
            if former.name() != field.name() {
                let place = (own.as_str(), self.after.name(), field.name());
                rename_field(connection, place, former.name(), now).await?;
            }
            let other_place = former.name() != field.name() || self.before.name() != self.after.name();
            let secret = field.kind() == FieldKind::Secret && former.kind() == FieldKind::Secret;
            if secret && other_place {
                self.seal_again(connection, pack, (former.name(), field.name()), vault)
                    .await?;
            }
        }
        Ok(())
    }

    /// A secret is sealed for its place: at another place it is sealed anew.
    async fn seal_again(
        &self,
        connection: &mut Connection<'_>,
        pack: &Pack,
        (was, name): (&str, &str),
        vault: Option<&Vault>,
    ) -> Result<(), Failure> {
        let schema = pack.schema();
        let table = schema.table(&pack.table_of(self.after));
        let table = table.ok_or_else(|| Failure::defect("a secret without a table"))?;
        let walled = connection.dialect() == Dialect::Postgres && !self.after.is_platform();
        if walled {
            ask::carry_out(connection, &write::force(&table.name, false)).await?;
        }
        let places = Places {
            before: (self.before.name(), was),
            after: (self.after.name(), name),
        };
        places.seal(connection, table, vault).await?;
        if walled {
            ask::carry_out(connection, &write::force(&table.name, true)).await?;
        }
        Ok(())
    }
}

/// Where secrets stood, and where they stand: entity and field.
struct Places<'p> {
    before: (&'p str, &'p str),
    after: (&'p str, &'p str),
}

impl Places<'_> {
    async fn seal(
        &self,
        connection: &mut Connection<'_>,
        table: &TableModel,
        vault: Option<&Vault>,
    ) -> Result<(), Failure> {
        let ((entity, field), (new_entity, new_field)) = (self.before, self.after);
        let dialect = connection.dialect();
        let columns = [new_field.to_owned()];
        let mut after: Vec<Bound> = Vec::new();
        loop {
            let rows = connection
                .any_rows(&write::scan(dialect, table, &columns, &after, None, BATCH))
                .await?;
            for row in &rows {
                // The key goes before: whose it is, where it is a tenant's, and its id.
                let last = table.key.len().saturating_sub(1);
                let whose = if last == 0 { Some(PLATFORM) } else { row.id(0)? };
                let (Some(tenant), Some(id)) = (whose, row.id(last)?) else {
                    return Err(Failure::defect(format!("a record without an id in `{}`", table.name)));
                };
                after = match last {
                    0 => vec![Bound::Id(id)],
                    _ => vec![Bound::Id(tenant), Bound::Id(id)],
                };
                let Some(sealed) = row.bytes(last + 1)? else { continue };
                let Some(vault) = vault else {
                    let message = format!(
                        "the secrets in `{entity}.{field}` are sealed for that name; the key of the installation is needed to call it \
                         `{new_entity}.{new_field}`"
                    );
                    return Err(Reason::new(Code::DefinitionConflict, "", message).into());
                };
                let place = Place {
                    tenant,
                    entity,
                    field,
                    id,
                };
                let text = vault.open(&place, sealed)?;
                let place = Place {
                    entity: new_entity,
                    field: new_field,
                    ..place
                };
                let sealed = Bound::Bytes(vault.seal(&place, &text)?);
                let statement = write::write(dialect, table, &after, new_field, sealed);
                ask::carry_out(connection, &statement).await?;
            }
            if rows.is_empty() {
                return Ok(());
            }
        }
    }
}
