//! Records kept: what core has made of a change, written with what stands beside it.

use ratebook::records::{Cell, ColumnKind, Entity, Field, FieldKind, Pack, QueryPlan, STARS, UniqueKey};
use serde_json::{Map, Value};

use super::ask;
use super::door::{PLATFORM, TenantTx};
use super::failure::Failure;
use super::json;
use super::search::Index;
use super::sql::{self, Bound, Hold, Kept};
use super::vault::{Place, Vault};

/// A record as JSON.
pub type Record = Map<String, Value>;

/// The entity whose records are written, of which pack, and what encrypts its secrets.
#[derive(Clone, Copy, Debug)]
pub struct Target<'t> {
    /// The pack.
    pub pack: &'t Pack,
    /// The entity.
    pub entity: &'t Entity,
    /// What encrypts.
    pub vault: &'t Vault,
}

impl TenantTx<'_> {
    /// A record with all that the plan shows of it, held until the transaction ends.
    pub async fn hold(
        &mut self,
        pack: &Pack,
        plan: &QueryPlan,
        id: [u8; 16],
        hold: Hold,
    ) -> Result<Option<Record>, Failure> {
        let tenant = self.tenant();
        let found = ask::read(self.connection().await?, pack, plan, tenant, id, Some(hold)).await?;
        let Some(found) = found else { return Ok(None) };
        let record = json::read(&found)?;
        Ok(Some(record))
    }

    /// Whether another record has what only one may have.
    pub async fn is_taken(
        &mut self,
        pack: &Pack,
        entity: &Entity,
        id: [u8; 16],
        key: &UniqueKey,
    ) -> Result<bool, Failure> {
        let Some(field) = key.fields.first().and_then(|name| entity.field(name)) else {
            return Err(Failure::defect("a unique key without a field"));
        };
        let statement = sql::same(self.dialect(), pack, (entity, field), self.tenant(), id, key);
        Ok(!self.rows(&statement).await?.is_empty())
    }

    /// Refuses a tenant who would write what is the platform's; PostgreSQL would as well.
    fn writes(&self, entity: &Entity) -> Result<(), Failure> {
        if entity.is_platform() && self.tenant() != PLATFORM {
            return Err(Failure::defect("a tenant that writes what is the platform's"));
        }
        Ok(())
    }

    /// Keeps a new record.
    pub async fn add(&mut self, target: Target<'_>, record: &Record) -> Result<(), Failure> {
        let Target { pack, entity, .. } = target;
        self.writes(entity)?;
        let id = entity.column_named("id").map(|_| id_of(record)).transpose()?;
        let cells = target.cells(self.tenant(), id, record)?;
        let (dialect, tenant) = (self.dialect(), self.tenant());
        self.later(sql::insert(dialect, pack, entity, tenant, &cells));
        let Some(id) = id else { return Ok(()) };
        if let Some(index) = Index::of(pack, entity) {
            let kept = entity.kept(record);
            for statement in index.added(dialect, (tenant, id), &kept) {
                self.later(statement);
            }
        }
        for field in entity.fields() {
            self.add_beside(target, field, id, record)?;
        }
        self.count_files(entity, (None, Some(record))).await?;
        self.follow(target, id, (None, Some(record))).await
    }

    /// Keeps a sample, unless there is one of its subject and its moment; whether it was kept.
    pub async fn append(&mut self, target: Target<'_>, sample: &Record) -> Result<bool, Failure> {
        let Target { pack, entity, .. } = target;
        self.writes(entity)?;
        let cells = target.cells(self.tenant(), None, sample)?;
        let statement = sql::insert_once(self.dialect(), pack, entity, self.tenant(), &cells);
        Ok(self.carry_out(&statement).await? == 1)
    }

    /// Keeps what has become of a record.
    pub async fn change(&mut self, target: Target<'_>, before: &Record, after: &Record) -> Result<(), Failure> {
        let Target { pack, entity, .. } = target;
        self.writes(entity)?;
        let id = id_of(before)?;
        let version = before.get("version").and_then(Value::as_i64).unwrap_or(0);
        let (tenant, dialect) = (self.tenant(), self.dialect());
        let cells = target.cells(tenant, Some(id), after)?;
        let former = entity.kept(before);
        let mut columns = Vec::new();
        for ((number, column), cell) in (0_u16..).zip(entity.columns()).zip(cells) {
            if !column.is_own() {
                continue;
            }
            let field = column.field.and_then(|place| entity.fields().get(place));
            let changed = match field.filter(|field| field.kind() == FieldKind::Secret) {
                Some(secret) => !is_untouched(after, secret),
                None => {
                    former
                        .cells()
                        .get(usize::from(number))
                        .map(|own| Kept::Cell(own.clone()))
                        != Some(cell.clone())
                }
            };
            if changed {
                columns.push((number, cell));
            }
        }
        if !columns.is_empty() {
            let statement = sql::update(dialect, (pack, entity), tenant, (id, version), &columns);
            if self.carry_out(&statement).await? != 1 {
                return Err(Failure::Busy(
                    "somebody else has just changed the record; try again".to_owned(),
                ));
            }
        }
        if let Some(index) = Index::of(pack, entity) {
            let now = entity.kept(after);
            index
                .keep(self.connection().await?, (tenant, id), (&former, &now))
                .await?;
        }
        for field in entity.fields() {
            if field.is_custom() && before.get(field.name()) != after.get(field.name()) {
                let value = after.get(field.name()).unwrap_or(&Value::Null);
                // One value is written over; of a list every entry goes first.
                if value.is_null() || value.is_array() {
                    let statement = sql::remove_custom(dialect, pack, entity, tenant, (id, Some(field)));
                    self.carry_out(&statement).await?;
                }
                self.add_beside(target, field, id, after)?;
            }
            if has_beside(entity, field) && before.get(field.name()) != after.get(field.name()) {
                let statement = sql::delete_beside(dialect, pack, (entity, field), tenant, id);
                self.carry_out(&statement).await?;
                self.add_beside(target, field, id, after)?;
            }
        }
        self.count_files(entity, (Some(before), Some(after))).await?;
        self.follow(target, id, (Some(before), Some(after))).await
    }

    /// Removes a record for good, with what stands beside it.
    pub async fn remove(&mut self, pack: &Pack, entity: &Entity, before: &Record) -> Result<(), Failure> {
        self.writes(entity)?;
        let id = id_of(before)?;
        self.count_files(entity, (Some(before), None)).await?;
        self.forget(pack, entity, id).await?;
        let (tenant, dialect) = (self.tenant(), self.dialect());
        for field in entity.fields().iter().filter(|field| has_beside(entity, field)) {
            let statement = sql::delete_beside(dialect, pack, (entity, field), tenant, id);
            self.carry_out(&statement).await?;
        }
        if entity.has_rows_beside() {
            let statement = sql::remove_custom(dialect, pack, entity, tenant, (id, None));
            self.carry_out(&statement).await?;
        }
        if let Some(index) = Index::of(pack, entity) {
            index.remove(self.connection().await?, tenant, id).await?;
        }
        let statement = sql::delete(dialect, pack, entity, tenant, id);
        self.carry_out(&statement).await?;
        Ok(())
    }

    /// Counts the fields that name each file: one that is not there by now is named by none, and one that no field names is swept. A file that a
    /// record has named since before there were any is nobody's.
    async fn count_files(
        &mut self,
        entity: &Entity,
        (before, after): (Option<&Record>, Option<&Record>),
    ) -> Result<(), Failure> {
        for field in entity.fields().iter().filter(|field| is_file(field)) {
            let named = |record: Option<&Record>| match record?.get(field.name())?.as_str().and_then(Cell::id)? {
                Cell::Id(id) => Some(id),
                _ => None,
            };
            let (former, now) = (named(before), named(after));
            if former == now {
                continue;
            }
            if let Some(id) = now {
                let names = "UPDATE files SET uses = uses + 1, unnamed_at = NULL WHERE tenant_id = $1 AND id = $2 AND state = 'kept'";
                if self.tell(names, &[Bound::Id(id)]).await? != 1 {
                    return Err(Failure::Bound("files".to_owned()));
                }
            }
            if let Some(id) = former {
                let lets_go = "UPDATE files SET uses = uses - 1 WHERE tenant_id = $1 AND id = $2 AND uses > 0";
                self.tell(lets_go, &[Bound::Id(id)]).await?;
            }
        }
        Ok(())
    }

    /// Frees what only one record of the platform may have, when a record that is deleted softly gives it up.
    pub async fn free(&mut self, pack: &Pack, entity: &Entity, id: [u8; 16], freed: &[String]) -> Result<(), Failure> {
        let (tenant, dialect) = (self.tenant(), self.dialect());
        let named = freed.iter().filter_map(|name| entity.field(name));
        for field in named.filter(|field| is_platform_wide(entity, field)) {
            let statement = sql::delete_beside(dialect, pack, (entity, field), tenant, id);
            self.carry_out(&statement).await?;
        }
        Ok(())
    }

    /// Takes what only one record of the platform may have, when a record comes back that had given it up.
    pub async fn take_again(&mut self, target: Target<'_>, record: &Record) -> Result<(), Failure> {
        let Target { pack, entity, .. } = target;
        let id = id_of(record)?;
        let (tenant, dialect) = (self.tenant(), self.dialect());
        for field in entity.fields().iter().filter(|field| is_platform_wide(entity, field)) {
            let statement = sql::delete_beside(dialect, pack, (entity, field), tenant, id);
            self.carry_out(&statement).await?;
            self.add_beside(target, field, id, record)?;
        }
        Ok(())
    }

    /// Removes the samples of a subject that goes for good; how many that were.
    pub async fn remove_linking(
        &mut self,
        pack: &Pack,
        entity: &Entity,
        field: &str,
        to: [u8; 16],
    ) -> Result<u64, Failure> {
        self.writes(entity)?;
        let column = entity
            .column_named(field)
            .ok_or_else(|| Failure::defect("a link without a column"))?;
        let statement = sql::delete_where(self.dialect(), pack, entity, self.tenant(), (column, &Cell::Id(to)));
        self.carry_out(&statement).await
    }

    /// Has the samples of one subject be those of another; of a moment of which that has one already they go. How many those are.
    pub async fn relink_samples(
        &mut self,
        pack: &Pack,
        entity: &Entity,
        field: &str,
        (from, to): ([u8; 16], [u8; 16]),
    ) -> Result<u64, Failure> {
        self.writes(entity)?;
        let column = entity
            .column_named(field)
            .ok_or_else(|| Failure::defect("a link without a column"))?;
        let series = entity.definition().series.as_ref();
        let series = series.filter(|series| series.subject == field);
        let at = series.and_then(|series| entity.column_named(&series.at));
        let statement = sql::relink(self.dialect(), (pack, entity), self.tenant(), (column, at), (from, to));
        self.carry_out(&statement).await?;
        self.remove_linking(pack, entity, field, from).await
    }

    fn add_beside(&mut self, target: Target<'_>, field: &Field, id: [u8; 16], record: &Record) -> Result<(), Failure> {
        let Target { pack, entity, .. } = target;
        let (tenant, dialect) = (self.tenant(), self.dialect());
        let own = (entity, field);
        match (field.kind(), record.get(field.name())) {
            (_, Some(value)) if field.is_custom() => {
                for statement in target.custom(field, (tenant, id), dialect, value)? {
                    self.later(statement);
                }
            }
            (FieldKind::Links, Some(Value::Array(ids))) => {
                for (place, other) in (0_i64..).zip(ids) {
                    let Some(Cell::Id(other)) = other.as_str().and_then(Cell::id) else {
                        return Err(Failure::defect("a link that is no id"));
                    };
                    self.later(sql::insert_link(dialect, pack, own, tenant, (id, other, place)));
                }
            }
            (FieldKind::Tags, Some(Value::Array(tags))) => {
                for tag in tags.iter().filter_map(Value::as_str) {
                    self.later(sql::insert_tag(dialect, pack, own, tenant, (id, tag)));
                }
            }
            (FieldKind::TranslatedText, Some(Value::Object(texts))) => {
                for (language, text) in texts {
                    let text = text.as_str().unwrap_or_default();
                    self.later(sql::insert_text(dialect, pack, own, tenant, id, (language, text)));
                }
            }
            (_, Some(value)) if is_platform_wide(entity, field) && !value.is_null() => {
                let key = entity.unique_key(field, value);
                let compared: Vec<Cell> = sql::compared(entity, field, &key)
                    .into_iter()
                    .map(|(_, cell)| cell)
                    .collect();
                self.later(sql::insert_value(dialect, pack, own, tenant, id, &compared));
            }
            _ => {}
        }
        Ok(())
    }
}

impl Target<'_> {
    /// What keeps the value of a field that the tenant has given the entity: a secret encrypted, and links one by one.
    fn custom(
        &self,
        field: &Field,
        (tenant, id): ([u8; 16], [u8; 16]),
        dialect: sql::Dialect,
        value: &Value,
    ) -> Result<Vec<sql::Statement>, Failure> {
        let (pack, own) = (self.pack, (self.entity, field));
        match (field.kind(), value) {
            (_, Value::Null) => Ok(Vec::new()),
            (FieldKind::Links, Value::Array(ids)) => {
                let entry = |(place, other): (i64, &Value)| match other.as_str().and_then(Cell::id) {
                    Some(Cell::Id(other)) => Ok(sql::keep_custom_link(dialect, pack, own, tenant, (id, other, place))),
                    _ => Err(Failure::defect("a link that is no id")),
                };
                (0_i64..).zip(ids).map(entry).collect()
            }
            // It is as it was read.
            (FieldKind::Secret, Value::String(text)) if text == STARS => Ok(Vec::new()),
            (FieldKind::Secret, Value::String(text)) => {
                let place = Place::of(own, (tenant, id));
                let sealed = self.vault.seal(&place, text.as_bytes())?;
                Ok(vec![sql::keep_sealed(dialect, pack, own, tenant, (id, &sealed))])
            }
            _ => Ok(vec![sql::keep_custom(dialect, pack, own, tenant, (id, value))]),
        }
    }

    /// The cells of a record, with its secrets encrypted.
    fn cells(&self, tenant: [u8; 16], id: Option<[u8; 16]>, record: &Record) -> Result<Vec<Kept>, Failure> {
        let kept = self.entity.kept(record);
        let columns = self.entity.columns().iter().zip(kept.cells());
        let cells = columns.map(|(column, cell)| {
            if column.kind != ColumnKind::Bytes || column.custom {
                return Ok(Kept::Cell(cell.clone()));
            }
            let field = column.field.and_then(|place| self.entity.fields().get(place));
            let secret = field.and_then(|field| record.get(field.name())).and_then(Value::as_str);
            let (Some(secret), Some(id), Some(field)) = (secret.filter(|text| *text != STARS), id, field) else {
                return Ok(Kept::Cell(Cell::Null));
            };
            let place = Place::of((self.entity, field), (tenant, id));
            self.vault.seal(&place, secret.as_bytes()).map(Kept::Sealed)
        });
        cells.collect()
    }
}

impl<'p> Place<'p> {
    /// Where the secret of a record stands.
    pub(super) fn of((entity, field): (&'p Entity, &'p Field), (tenant, id): ([u8; 16], [u8; 16])) -> Place<'p> {
        // Entities get other names, and fields of tenants never do.
        let entity = if field.is_custom() { "custom" } else { entity.name() };
        let field = field.name();
        Place {
            tenant,
            entity,
            field,
            id,
        }
    }
}

/// Whether a secret stays what it is.
fn is_untouched(after: &Record, secret: &Field) -> bool {
    after.get(secret.name()).and_then(Value::as_str) == Some(STARS)
}

fn is_platform_wide(entity: &Entity, field: &Field) -> bool {
    let own = field.definition();
    own.unique && own.platform_wide && !entity.is_platform()
}

/// Whether a field names a file.
pub(crate) fn is_file(field: &Field) -> bool {
    matches!(field.kind(), FieldKind::File | FieldKind::Picture)
}

fn has_beside(entity: &Entity, field: &Field) -> bool {
    let kinds = [FieldKind::Links, FieldKind::TranslatedText, FieldKind::Tags];
    !field.is_custom() && kinds.contains(&field.kind()) || is_platform_wide(entity, field)
}

/// The id of a record.
pub fn id_of(record: &Record) -> Result<[u8; 16], Failure> {
    match record.get("id").and_then(Value::as_str).and_then(Cell::id) {
        Some(Cell::Id(id)) => Ok(id),
        _ => Err(Failure::defect("a record without an id")),
    }
}
