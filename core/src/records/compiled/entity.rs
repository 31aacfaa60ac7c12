use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::super::columns::{Cell, Column, ColumnKind};
use super::super::definition::{EntityCheck, EntityDefinition, EntityScope, FieldDefinition, FieldKind};
use super::deadlines::Deadline;
use super::{custom_machines, fields, layout, lives, policies};
use crate::expression::{Asked, Environment, Expression};
use crate::fault::{Faults, Place, Pointer, near, shortened};
use crate::flow::Machine;
use crate::tenancy::access::{Access, Holder, PermissionId};

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
    pub(in crate::records) checks: Vec<Checked>,
    /// What a change is told of.
    pub(in crate::records) policies: Vec<policies::Warning>,
    /// What must be true of a record that goes into another one, where that is said.
    pub(in crate::records) merges: Option<Compiled>,
    pub(in crate::records) deadlines: Vec<Arc<Deadline>>,
    /// The pack's.
    machine: Option<Arc<Machine>>,
    /// Machines of earlier versions, by which records still live.
    former: Vec<Arc<Machine>>,
    /// Those of a tenant's own.
    pub(super) own: custom_machines::Lives,
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
    /// Whether a deadline writes it.
    pub(in crate::records) timed: bool,
    /// The permission with which the secret is shown.
    pub(in crate::records) reveal: Option<PermissionId>,
    /// The first of its columns.
    pub(in crate::records) column: Option<u16>,
    /// The column with its text in small letters.
    pub(in crate::records) folded: Option<u16>,
    /// The column with the text, of several by language, that whoever asks is shown.
    pub(in crate::records) shown: Option<u16>,
    /// The first language of the pack, of texts by language.
    pub(in crate::records) language: Option<Box<str>>,
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
    /// An entry of a list of links, tags or gathered values, from its text; nothing where no entry can be that.
    pub(in crate::records) fn entry(&self, text: &str) -> Option<Cell> {
        let kind = match (&self.gather, self.kind) {
            (Some(gather), _) => gather.kind,
            (None, FieldKind::Tags) => ColumnKind::Text,
            (None, _) => ColumnKind::Id,
        };
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

/// What must be true of a record that is kept, and what is told when it is not.
#[derive(Clone, Debug)]
pub(in crate::records) struct Checked {
    pub(in crate::records) expression: Expression,
    pub(in crate::records) told: EntityCheck,
    /// The policy that says so.
    pub(in crate::records) policy: Option<String>,
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
        (language, patterns): (&str, &mut fields::Patterns),
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
                let at = at.field(name);
                let own = fields::compile(name, field, patterns, &at, faults);
                let reveal = super::access::reveal(field, access, &at, faults);
                Field { custom, reveal, ..own }
            })
            .collect();
        let plural = definition.several();
        let mut entity = Entity {
            permissions: super::access::of_entity(&plural, access),
            masks: super::access::masks(definition, access, place, faults),
            machine: lives::machine_of(definition, machines, place, faults),
            former: Vec::new(),
            own: custom_machines::Lives::default(),
            definition: Arc::clone(definition),
            plural,
            fields,
            columns: Vec::new(),
            environment: Environment::default(),
            slots: Vec::new(),
            checks: Vec::new(),
            policies: Vec::new(),
            merges: None,
            deadlines: Vec::new(),
        };
        layout::columns(&mut entity, language);
        entity
    }

    /// What can be said once it is known where links lead: conditions, and everything that names fields.
    pub(super) fn finish(&mut self, place: &Pointer, faults: &mut Faults) {
        fields::conditions(self, place, faults);
        super::deadlines::compile(self, place, faults);
        self.hide_reckoned();
        super::merge::compile(self, place, faults);
        super::check::entity(self, place, faults);
    }

    /// What is reckoned of what is hidden is hidden with it, however many steps lie between.
    fn hide_reckoned(&mut self) {
        let reckoned = self.fields.iter().enumerate().filter_map(|(place, field)| {
            let names = field.computed.as_ref()?.names();
            let of = names.filter_map(|name| self.place_of(name.split('.').next().unwrap_or(name)));
            Some((place, of.collect::<Vec<_>>()))
        });
        let timed = self.deadlines.iter().flat_map(|deadline| {
            let of: Vec<usize> = deadline.looks_at().filter_map(|name| self.place_of(name)).collect();
            let written = deadline.definition.writes();
            let written: Vec<usize> = written.filter_map(|(_, name, _)| self.place_of(name)).collect();
            written.into_iter().map(move |place| (place, of.clone()))
        });
        let reckoned: Vec<(usize, Vec<usize>)> = reckoned.chain(timed).collect();
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

    /// Whether there may be stars in the place of a field, for somebody and of some record: it is masked, or made of what is, or gathered from
    /// where not everybody may read.
    pub fn may_be_hidden(&self, field: &Field) -> bool {
        let place = self.place_of(field.name());
        field.gather().is_some() || self.masks.iter().any(|(masked, _)| Some(*masked) == place)
    }

    /// The fields by which its records say whom they are about; `id` where they are people themselves.
    pub fn people(&self) -> impl Iterator<Item = &str> {
        let places = self.definition.people.iter();
        places.map(|place| place.strip_prefix('/').unwrap_or(place))
    }

    /// Whether its records are people themselves.
    pub fn is_person(&self) -> bool {
        self.people().any(|field| field == "id")
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
        self.own.machine.as_deref().or(self.of_pack())
    }

    /// The machine of the pack, also where a tenant has one of its own.
    pub(in crate::records) fn of_pack(&self) -> Option<&Machine> {
        self.machine.as_deref()
    }

    /// Whether none of its records begins: the machine of the tenant's own fits the pack no more.
    pub fn is_closed(&self) -> bool {
        self.own.closed
    }

    /// Every machine by which one of its records may live: the one of new records first, then those of earlier versions.
    pub fn machines(&self) -> impl Iterator<Item = &Machine> {
        let of_tenant = self.own.machine.as_deref().into_iter();
        let former = self.former.iter().chain(&self.own.former).map(Arc::as_ref);
        of_tenant.chain(self.of_pack()).chain(former)
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

    /// Whether nothing of its records is hidden from somebody who reads them.
    pub fn hides_nothing_from(&self, holder: &Holder) -> bool {
        self.masks.iter().all(|(_, unless)| holder.may(*unless))
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

    /// The column with the text, of several by language, that whoever asks is shown.
    pub fn shown_column(&self) -> Option<u16> {
        self.shown
    }

    /// The first language of the pack, of texts by language: by that they are told apart, and in it they are shown where there is no better.
    pub fn first_language(&self) -> Option<&str> {
        self.language.as_deref()
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
