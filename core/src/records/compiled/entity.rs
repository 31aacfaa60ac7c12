use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::super::columns::{Cell, Column, ColumnKind};
use super::super::definition::{EntityDefinition, EntityScope, FieldDefinition, FieldKind};
use super::{fields, layout, lives};
use crate::expression::{Asked, Environment, Expression};
use crate::fault::{Faults, Place, Pointer, near, shortened};
use crate::flow::Machine;
use crate::tenancy::access::{Access, PermissionId};

/// An entity, checked and compiled.
#[derive(Clone, Debug)]
pub struct Entity {
    definition: Arc<EntityDefinition>,
    plural: String,
    fields: Vec<Field>,
    columns: Vec<Column>,
    pub(in crate::records) environment: Environment,
    /// What stands behind each name of the environment.
    pub(in crate::records) slots: Vec<Slot>,
    pub(in crate::records) checks: Vec<Compiled>,
    machine: Option<Arc<Machine>>,
    /// Machines of earlier versions, by which records still live.
    former: Vec<Arc<Machine>>,
    pub(in crate::records) permissions: Permissions,
    pub(in crate::records) masks: Vec<(usize, PermissionId)>,
}

/// The permissions that an entity's records are read, written, deleted and exported with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::records) struct Permissions {
    pub(in crate::records) read: PermissionId,
    pub(in crate::records) write: PermissionId,
    pub(in crate::records) delete: PermissionId,
    pub(in crate::records) export: PermissionId,
}

/// A field, checked and compiled.
#[derive(Clone, Debug)]
pub struct Field {
    pub(in crate::records) name: Box<str>,
    pub(in crate::records) definition: Arc<FieldDefinition>,
    /// What it takes, here as well: every pass over the fields asks it.
    pub(super) kind: FieldKind,
    /// Whether an entity is named that it leads to.
    pub(super) leads: bool,
    /// Whether a tenant has given it to the entity, or the pack to a native: it is kept beside the record.
    pub(super) custom: bool,
    /// Whether something of it is a condition or an expression over its record.
    pub(super) reckons: bool,
    /// The first of its columns.
    pub(in crate::records) column: Option<u16>,
    /// The column with its text in small letters.
    pub(in crate::records) folded: Option<u16>,
    /// The column with its currency.
    pub(in crate::records) currency: Option<u16>,
    pub(in crate::records) pattern: Option<Box<regex::Regex>>,
    pub(in crate::records) computed: Option<Box<Expression>>,
    /// The place of the entity it leads to.
    pub(in crate::records) target: Option<usize>,
    /// What must be true of a record that is linked to anew.
    pub(in crate::records) only: Option<Box<Compiled>>,
    /// While what its record keeps the other one from being deleted; always when nothing is said.
    pub(in crate::records) refuse_while: Option<Box<Compiled>>,
    pub(in crate::records) gather: Option<Box<Gather>>,
}

/// Where gathered values stand.
#[derive(Clone, Debug)]
pub struct Gather {
    /// The place of the entity among the pack's.
    pub entity: usize,
    /// The column of the value.
    pub value: u16,
    /// The column of the link by which its records belong to the one that gathers.
    pub by: u16,
    /// How the values are kept.
    pub(in crate::records) kind: ColumnKind,
    pub(in crate::records) condition: Option<Compiled>,
}

impl Field {
    /// An entry of a list of links or of gathered values, from its text; nothing where no entry can be that.
    pub(in crate::records) fn entry(&self, text: &str) -> Option<Cell> {
        let kind = self.gather.as_ref().map_or(ColumnKind::Id, |gather| gather.kind);
        match kind {
            ColumnKind::Id => Cell::id(text),
            _ => Some(Cell::Text(text.to_owned())).filter(|_| !text.contains('\0')),
        }
    }
}

/// A condition, as the engine evaluates it and as a table is asked.
#[derive(Clone, Debug)]
pub(in crate::records) struct Compiled {
    pub(in crate::records) expression: Expression,
    /// Nothing where it is only asked of one record at hand.
    pub(in crate::records) asked: Option<Asked>,
}

/// What stands behind a name in a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::records) enum Slot {
    /// A column.
    Column(u16),
    /// A field that is a list of ids or gathered values.
    List(u16),
    /// The present moment.
    Now,
    /// The present day by the tenant's clock.
    Today,
    /// Who asks.
    Actor,
}

impl Entity {
    pub(super) fn compile(
        definition: &Arc<EntityDefinition>,
        machines: &lives::Machines,
        access: &Access,
        patterns: &mut fields::Patterns,
        place: &Pointer,
        faults: &mut Faults,
    ) -> Entity {
        let whole = Place::At(place.as_str());
        let at = whole.field("fields");
        let fields: Vec<Field> = definition
            .fields
            .iter()
            .map(|(name, field)| {
                let custom = super::custom::is_custom(definition, name, field);
                let own = fields::compile(name, field, patterns, &at.field(name), faults);
                Field { custom, ..own }
            })
            .collect();
        let plural = definition.several();
        let mut entity = Entity {
            permissions: super::access::of_entity(&plural, access),
            masks: super::access::masks(definition, access, place, faults),
            machine: lives::machine_of(definition, machines, place, faults),
            former: Vec::new(),
            definition: Arc::clone(definition),
            plural,
            fields,
            columns: Vec::new(),
            environment: Environment::default(),
            slots: Vec::new(),
            checks: Vec::new(),
        };
        layout::columns(&mut entity);
        entity
    }

    /// What can be said once it is known where links lead: conditions, and everything that names fields.
    pub(super) fn finish(&mut self, place: &Pointer, faults: &mut Faults) {
        fields::conditions(self, place, faults);
        self.hide_reckoned();
        super::check::entity(self, place, faults);
    }

    /// What is reckoned of what is hidden is hidden with it, however many steps lie between.
    fn hide_reckoned(&mut self) {
        let reckoned = self.fields.iter().enumerate().filter_map(|(place, field)| {
            let names = field.computed.as_ref()?.names();
            let of = names.filter_map(|name| self.place_of(name.split('.').next().unwrap_or(name)));
            Some((place, of.collect::<Vec<_>>()))
        });
        let reckoned: Vec<(usize, Vec<usize>)> = reckoned.collect();
        loop {
            let mut more = Vec::new();
            for (place, of) in &reckoned {
                let above = self.masks.iter().filter(|(hidden, _)| of.contains(hidden));
                let above = above.map(|(_, unless)| (*place, *unless));
                more.extend(above.filter(|mask| !self.masks.contains(mask)));
            }
            if more.is_empty() {
                return;
            }
            self.masks.append(&mut more);
            self.masks.dedup();
        }
    }

    /// What it was compiled from.
    pub fn definition(&self) -> &EntityDefinition {
        &self.definition
    }

    /// What it is known by.
    pub fn name(&self) -> &str {
        &self.definition.name
    }

    /// Several of it.
    pub fn plural(&self) -> &str {
        &self.plural
    }

    /// What its records are called in addresses: `service-plans` of `service_plan`.
    pub fn address(&self) -> String {
        self.plural.replace('_', "-")
    }

    /// The permissions of which each lets somebody change records of it in one way or another.
    pub fn changing_permissions(&self) -> BTreeSet<String> {
        let mut all = BTreeSet::from([format!("{}:write", self.plural)]);
        if self.column_named("id").is_some() {
            all.insert(format!("{}:delete", self.plural));
        }
        let machine = self.machine().map(|machine| machine.definition());
        let ways = machine.into_iter().flat_map(|machine| &machine.transitions);
        let ways = ways.filter(|way| way.after.is_none());
        all.extend(ways.filter_map(|way| way.permission.clone()));
        all
    }

    /// Its fields, in order of name.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    pub(super) fn fields_mut(&mut self) -> &mut Vec<Field> {
        &mut self.fields
    }

    pub(super) fn columns_mut(&mut self) -> &mut Vec<Column> {
        &mut self.columns
    }

    /// The columns of its table, in order of number; the tenant's stands before them and is named by every statement.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The column of a number.
    pub fn column(&self, number: u16) -> Option<&Column> {
        self.columns.get(usize::from(number))
    }

    /// The number of the column of that name.
    pub fn column_named(&self, name: &str) -> Option<u16> {
        let place = self.columns.iter().position(|column| column.name == name)?;
        u16::try_from(place).ok()
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.place_of(name).and_then(|place| self.fields.get(place))
    }

    pub(in crate::records) fn place_of(&self, name: &str) -> Option<usize> {
        // They stand in order of name.
        self.fields.binary_search_by(|field| (*field.name).cmp(name)).ok()
    }

    /// That it has no field of that name, and which it will have been.
    pub(in crate::records) fn no_field(&self, name: &str) -> String {
        let hint = near(name, self.fields.iter().map(Field::name));
        format!("`{}` has no field `{}`{hint}", self.name(), shortened(name))
    }

    /// The machine by which its new records live.
    pub fn machine(&self) -> Option<&Machine> {
        self.machine.as_deref()
    }

    /// Every machine by which one of its records may live: the one of new records first, then those of earlier versions.
    pub fn machines(&self) -> impl Iterator<Item = &Machine> {
        let former = self.former.iter().map(Arc::as_ref);
        self.machine().into_iter().chain(former)
    }

    /// The machine by which a record lives: of the version by which it began, as far as that is known.
    pub fn machine_of(&self, record: &Map<String, Value>) -> Option<&Machine> {
        let own = self.machine()?;
        let version = record.get("machine_version").and_then(Value::as_u64);
        let version = version.unwrap_or_else(|| own.definition().version.into());
        let mut machines = self.machines();
        machines
            .find(|machine| u64::from(machine.definition().version) == version)
            .or(Some(own))
    }

    /// Keeps a machine of an earlier version, unless it is known.
    pub(super) fn remember(&mut self, machine: Machine) {
        let version = machine.definition().version;
        if self.machine.is_some() && self.machines().all(|own| own.definition().version != version) {
            self.former.push(Arc::new(machine));
        }
    }

    /// Keeps every machine of earlier versions that another one of the same entity keeps.
    pub(super) fn remember_all(&mut self, other: &Entity) {
        self.former.clone_from(&other.former);
    }

    /// Whether a field says something of people: it is marked so, or computed of one that is, however many steps lie between.
    pub fn is_personal(&self, name: &str) -> bool {
        let (mut seen, mut next) = (BTreeSet::new(), vec![name]);
        while let Some(name) = next.pop() {
            let Some(field) = self.field(name).filter(|field| seen.insert(field.name())) else {
                continue;
            };
            if field.definition.made_nameless().is_some() {
                return true;
            }
            let names = field.computed.iter().flat_map(|computed| computed.names());
            next.extend(names.map(|name| name.split('.').next().unwrap_or(name)));
        }
        false
    }

    /// Whether its records are the platform's.
    pub fn is_platform(&self) -> bool {
        self.definition.scope == EntityScope::Platform
    }
}

impl Field {
    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it was compiled from.
    pub fn definition(&self) -> &FieldDefinition {
        &self.definition
    }

    /// What it takes.
    pub fn kind(&self) -> FieldKind {
        self.kind
    }

    /// Whether a tenant has given it to the entity, or the pack to a native: its values are kept in the table of such fields.
    pub fn is_custom(&self) -> bool {
        self.custom
    }

    /// The column of its value.
    pub fn column(&self) -> Option<u16> {
        self.column
    }

    /// The column with its text in small letters.
    pub fn folded_column(&self) -> Option<u16> {
        self.folded
    }

    /// The column with the currency of its amount.
    pub fn currency_column(&self) -> Option<u16> {
        self.currency
    }

    /// The place of the entity that it leads to, among the pack's.
    pub fn target(&self) -> Option<usize> {
        self.target
    }

    /// Where its values are gathered.
    pub fn gather(&self) -> Option<&Gather> {
        self.gather.as_deref()
    }
}
