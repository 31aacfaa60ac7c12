//! The tables of an entity.

use super::super::columns::{ColumnKind, ColumnPart};
use super::super::compiled::{Entity, Field, Pack};
use super::super::definition::{EntityScope, FieldKind};
use super::names::{foreign_key_name, index_name, unique_name};
use super::{
    ColumnModel, ForeignKeyModel, IndexColumn, IndexModel, PartitionModel, PartitionStep, TableContent, TableModel,
    UniqueModel,
};

const TENANT: &str = "tenant_id";

/// The table of an entity, and those beside it.
pub(super) fn tables(pack: &Pack, entity: &Entity) -> Vec<TableModel> {
    let maker = Maker { pack, entity };
    let mut tables = vec![maker.own()];
    if entity.has_rows_beside() {
        tables.push(maker.custom());
    }
    for field in entity.fields().iter().filter(|field| !field.is_custom()) {
        match field.kind() {
            FieldKind::Links => tables.push(maker.links(field)),
            FieldKind::TranslatedText => tables.push(maker.texts(field)),
            FieldKind::Tags => tables.push(maker.tags(field)),
            _ if field.definition().platform_wide && !entity.is_platform() => tables.push(maker.values(field)),
            _ => {}
        }
    }
    tables
}

struct Maker<'m> {
    pack: &'m Pack,
    entity: &'m Entity,
}

impl Maker<'_> {
    fn own(&self) -> TableModel {
        let samples = self.entity.definition().series.as_ref();
        let numbered = (0_u16..).zip(self.entity.columns());
        let numbered = numbered.filter(|(_, column)| column.is_own());
        let columns = numbered.map(|(number, column)| ColumnModel {
            name: column.name.clone(),
            kind: column.kind,
            required: column.required || self.key().contains(&column.name),
            field: column
                .field
                .and_then(|place| self.entity.fields().get(place))
                .map(|field| field.name().to_owned()),
            part: column.part,
            number: Some(number),
        });
        let mut table = self.table(TableContent::Records, None, columns.collect(), self.key());
        if let Some(series) = samples {
            table.holds = TableContent::Samples;
            table.partition = Some(PartitionModel {
                column: series.at.clone(),
                every: PartitionStep::Month,
            });
        }
        table.uniques = self.uniques(&table.name);
        table.foreign_keys = self.foreign_keys(&table.name);
        table.indexes = self.indexes(&table);
        table
    }

    /// The fields that the pack itself declares: their tables are all tenants'.
    fn fields(&self) -> impl Iterator<Item = &Field> {
        self.entity.fields().iter().filter(|field| !field.is_custom())
    }

    /// The name of the entity's own table.
    fn name(&self) -> String {
        self.pack.table_of(self.entity)
    }

    /// The columns by which a record is known.
    fn key(&self) -> Vec<String> {
        let own = match &self.entity.definition().series {
            Some(series) => vec![series.subject.clone(), series.at.clone()],
            None => vec!["id".to_owned()],
        };
        self.tenant_first(own)
    }

    fn tenant_first(&self, columns: Vec<String>) -> Vec<String> {
        let tenant = (!self.entity.is_platform()).then(|| TENANT.to_owned());
        tenant.into_iter().chain(columns).collect()
    }

    fn table(
        &self,
        holds: TableContent,
        field: Option<&Field>,
        columns: Vec<ColumnModel>,
        key: Vec<String>,
    ) -> TableModel {
        let tenant = (!self.entity.is_platform()).then(|| plain(TENANT, ColumnKind::Id));
        TableModel {
            name: match (holds, field) {
                (TableContent::Custom, _) => self.pack.custom_table_of(self.entity),
                (_, Some(field)) => self.pack.table_beside(self.entity, field),
                (_, None) => self.name(),
            },
            holds,
            entity: self.entity.name().to_owned(),
            field: field.map(|field| field.name().to_owned()),
            scope: self.entity.definition().scope,
            native: self.entity.definition().native,
            columns: tenant.into_iter().chain(columns).collect(),
            key,
            uniques: Vec::new(),
            foreign_keys: Vec::new(),
            indexes: Vec::new(),
            partition: None,
        }
    }

    /// The columns by which a table beside the entity's says of which record its rows are, the tenant's apart.
    fn of_record(&self) -> Vec<ColumnModel> {
        let own = self.entity.columns().iter();
        let named = own.filter(|column| self.key().contains(&column.name));
        named.map(|column| plain(&column.name, column.kind)).collect()
    }

    fn to_record(&self, table: &str) -> ForeignKeyModel {
        ForeignKeyModel {
            name: foreign_key_name(table, &self.key()),
            columns: self.key(),
            table: self.name(),
            target: self.key(),
        }
    }

    fn links(&self, field: &Field) -> TableModel {
        let mut columns = self.of_record();
        columns.push(plain("other", ColumnKind::Id));
        columns.push(plain("place", ColumnKind::Integer));
        let key = [self.key(), vec!["other".to_owned()]].concat();
        let mut table = self.table(TableContent::Links, Some(field), columns, key);
        table.foreign_keys.push(self.to_record(&table.name));
        table.foreign_keys.extend(self.to_target(&table.name, field, "other"));
        let back = self.tenant_first(vec!["other".to_owned()]);
        let own = self.key().into_iter().filter(|name| name != TENANT);
        table
            .indexes
            .push(ascending(&table.name, back.into_iter().chain(own), false));
        table
    }

    fn texts(&self, field: &Field) -> TableModel {
        let mut columns = self.of_record();
        for name in ["locale", "text", "folded"] {
            columns.push(plain(name, ColumnKind::Text));
        }
        let key = [self.key(), vec!["locale".to_owned()]].concat();
        let mut table = self.table(TableContent::Texts, Some(field), columns, key);
        table.foreign_keys.push(self.to_record(&table.name));
        if field.definition().filter || field.definition().search {
            let found = self.tenant_first(vec!["locale".to_owned(), "folded".to_owned()]);
            let own = self.key().into_iter().filter(|name| name != TENANT);
            table
                .indexes
                .push(ascending(&table.name, found.into_iter().chain(own), false));
        }
        table
    }

    fn tags(&self, field: &Field) -> TableModel {
        let mut columns = self.of_record();
        columns.push(plain("tag", ColumnKind::Text));
        let key = [self.key(), vec!["tag".to_owned()]].concat();
        let mut table = self.table(TableContent::Tags, Some(field), columns, key);
        table.foreign_keys.push(self.to_record(&table.name));
        let by_tag = self.tenant_first(vec!["tag".to_owned()]);
        let own = self.key().into_iter().filter(|name| name != TENANT);
        table
            .indexes
            .push(ascending(&table.name, by_tag.into_iter().chain(own), false));
        table
    }

    /// The values of a field that is unique in the whole platform: keyed by value alone, so that it stands on every node. It names its
    /// records and has no key to them: what stands on every node links to nothing that does not.
    fn values(&self, field: &Field) -> TableModel {
        let (mut columns, mut key) = (Vec::new(), Vec::new());
        for name in self.compared(field) {
            let number = self.entity.column_named(&name);
            if let Some(column) = number.and_then(|number| self.entity.column(number)) {
                let value = match column.part {
                    ColumnPart::Currency => "currency",
                    _ => "value",
                };
                columns.push(plain(value, column.kind));
                key.push(value.to_owned());
            }
        }
        columns.extend(self.of_record());
        let mut table = self.table(TableContent::Values, Some(field), columns, key);
        table.scope = EntityScope::Platform;
        table
            .indexes
            .push(ascending(&table.name, self.key().into_iter(), false));
        table
    }

    /// The values of the fields that tenants give its records: a row for each field of a record that has a value, in the column of its
    /// kind. `word` is what texts are compared by, `taken` what no other record may have.
    fn custom(&self) -> TableModel {
        let mut columns = self.of_record();
        columns.push(plain("field", ColumnKind::Text));
        let values = [
            ("number", ColumnKind::Integer),
            ("word", ColumnKind::Text),
            ("text", ColumnKind::Text),
            ("other", ColumnKind::Id),
            ("taken", ColumnKind::Text),
        ];
        columns.extend(values.map(|(name, kind)| ColumnModel {
            required: false,
            ..plain(name, kind)
        }));
        let key = [self.key(), vec!["field".to_owned()]].concat();
        let mut table = self.table(TableContent::Custom, None, columns, key);
        table.foreign_keys.push(self.to_record(&table.name));
        let of_field = |name: &str| self.tenant_first(vec!["field".to_owned(), name.to_owned()]);
        let taken = of_field("taken");
        table.uniques.push(UniqueModel {
            name: unique_name(&table.name, &taken),
            columns: taken,
            alive: false,
        });
        for name in ["number", "word", "other"] {
            let columns = of_field(name).into_iter().chain(["id".to_owned()]);
            table.indexes.push(ascending(&table.name, columns, false));
        }
        table
    }

    /// The columns by which values of a field are told apart.
    fn compared(&self, field: &Field) -> Vec<String> {
        let folded = field.folded_column().filter(|_| field.definition().is_folded());
        let own = [folded.or(field.column()), field.currency_column()];
        let named = own
            .into_iter()
            .flatten()
            .filter_map(|number| self.entity.column(number));
        named.map(|column| column.name.clone()).collect()
    }

    fn uniques(&self, table: &str) -> Vec<UniqueModel> {
        let definition = self.entity.definition();
        let number = definition.number.as_ref().map(|number| number.field.as_str());
        let frees = definition.soft_delete.as_ref().map_or(&[][..], |soft| &soft.frees);
        let kept_together = |field: &&Field| {
            let own = field.definition();
            (own.unique && (!own.platform_wide || self.entity.is_platform())) || number == Some(field.name())
        };
        let unique = self.fields().filter(kept_together);
        unique
            .map(|field| {
                let columns = self.tenant_first(self.compared(field));
                UniqueModel {
                    name: unique_name(table, &columns),
                    columns,
                    alive: frees.iter().any(|free| free == field.name()),
                }
            })
            .collect()
    }

    fn foreign_keys(&self, table: &str) -> Vec<ForeignKeyModel> {
        let links = self.fields().filter(|field| field.kind() == FieldKind::Link);
        links
            .filter_map(|field| self.to_target(table, field, field.name()))
            .collect()
    }

    fn to_target(&self, table: &str, field: &Field, column: &str) -> Option<ForeignKeyModel> {
        let target = self.pack.entities().get(field.target()?)?;
        let (columns, other) = if target.is_platform() {
            (vec![column.to_owned()], vec!["id".to_owned()])
        } else {
            let own = |name: &str| self.tenant_first(vec![name.to_owned()]);
            (own(column), own("id"))
        };
        Some(ForeignKeyModel {
            name: foreign_key_name(table, &columns),
            columns,
            table: self.pack.table_of(target),
            target: other,
        })
    }

    fn indexes(&self, table: &TableModel) -> Vec<IndexModel> {
        let soft = self.entity.column_named("deleted_at").is_some();
        let last: Vec<String> = self.key().into_iter().filter(|name| name != TENANT).collect();
        let mut indexes: Vec<IndexModel> = Vec::new();
        let mut add = |columns: Vec<(String, bool)>, alive: bool| {
            let down = columns.last().is_some_and(|(_, down)| *down);
            let end = last.iter().map(|name| (name.clone(), down));
            let tenant = self.tenant_first(Vec::new()).into_iter().map(|name| (name, false));
            let mut named: Vec<IndexColumn> = Vec::new();
            // What goes down alone is what goes up, read from behind.
            let all = columns.iter().all(|(_, down)| *down);
            for (name, descending) in tenant.chain(columns).chain(end) {
                if named.iter().all(|known| known.name != name) {
                    let descending = descending && !all;
                    named.push(IndexColumn { name, descending });
                }
            }
            let leads = named.iter().map(|column| &column.name).eq(&table.key);
            match indexes.iter_mut().find(|known| known.columns == named) {
                Some(known) => known.alive &= alive,
                None if leads => {}
                None => indexes.push(IndexModel {
                    name: index_name(&table.name, &named),
                    columns: named,
                    alive,
                }),
            }
        };
        for field in self.fields() {
            self.of_field(field, soft, &mut add);
        }
        for name in ["created_at", "updated_at", "deleted_at"] {
            if self.entity.column_named(name).is_some() {
                add(vec![(name.to_owned(), false)], soft && name != "deleted_at");
            }
        }
        let sort = self.entity.definition().sort.iter();
        let sort: Vec<(String, bool)> = sort.filter_map(|key| self.sorted(key)).collect();
        if !sort.is_empty() {
            add(sort, soft);
        }
        indexes
    }

    /// What lists ask of a field, and what deletions and grants look up by it.
    fn of_field(&self, field: &Field, soft: bool, add: &mut impl FnMut(Vec<(String, bool)>, bool)) {
        let definition = field.definition();
        let name = |number: u16| self.entity.column(number).map(|column| column.name.clone());
        let folded = field.folded_column().and_then(name);
        if field.kind() == FieldKind::TranslatedText {
            if let Some(folded) = folded.filter(|_| definition.sort) {
                add(vec![(folded, false)], soft);
            }
            return;
        }
        let Some(value) = field.column().and_then(name) else {
            return;
        };
        let entity = self.entity.definition();
        let looked_up = entity.owner.as_deref() == Some(field.name())
            || self.entity.people().any(|person| person == field.name())
            || entity.grants.iter().any(|grant| grant.field == field.name());
        if field.kind() == FieldKind::Link || looked_up {
            // Records that were deleted softly keep their links.
            add(vec![(value.clone(), false)], false);
        }
        if definition.filter {
            let currency = field.currency_column().filter(|_| definition.currency.is_none());
            let column = folded
                .clone()
                .filter(|_| definition.is_folded())
                .unwrap_or(value.clone());
            let by = currency.and_then(name).into_iter().chain([column]);
            add(by.map(|name| (name, false)).collect(), soft);
        }
        if definition.sort {
            add(vec![(folded.unwrap_or(value), false)], soft);
        }
    }

    fn sorted(&self, key: &str) -> Option<(String, bool)> {
        let (name, down) = key.strip_prefix('-').map_or((key, false), |name| (name, true));
        let field = self.entity.field(name);
        let number = match field {
            Some(field) => field.folded_column().or(field.column()),
            None => self.entity.column_named(name),
        };
        let column = self.entity.column(number?)?;
        Some((column.name.clone(), down))
    }
}

fn ascending(table: &str, names: impl Iterator<Item = String>, alive: bool) -> IndexModel {
    let columns: Vec<IndexColumn> = names
        .map(|name| IndexColumn {
            name,
            descending: false,
        })
        .collect();
    IndexModel {
        name: index_name(table, &columns),
        columns,
        alive,
    }
}

/// A column that is no field's.
fn plain(name: &str, kind: ColumnKind) -> ColumnModel {
    ColumnModel {
        name: name.to_owned(),
        kind,
        required: true,
        field: None,
        part: ColumnPart::Value,
        number: None,
    }
}
