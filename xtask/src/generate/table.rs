use std::collections::BTreeSet;
use std::ops::Deref;

use ratebook::api::{Catalogue, HandleEntry, OperationEntry};
use ratebook::form::Model;
use ratebook::form::model::{Declared, Form};
use serde_json::Value;

/// The table of operations with the model of its types: what every generator of a language reads.
pub(crate) struct Table {
    catalogue: Catalogue,
    /// The types.
    pub(crate) model: Model,
}

impl Deref for Table {
    type Target = Catalogue;

    fn deref(&self) -> &Catalogue {
        &self.catalogue
    }
}

impl Table {
    /// As types are taken.
    pub(crate) fn taken() -> Self {
        Table::of(ratebook::api::catalogue())
    }

    /// As types are answered: what is always written is required there.
    pub(crate) fn answered() -> Self {
        let mut generator = ratebook::api::schema_settings().for_serialize().into_generator();
        let handles = ratebook::api::handles(&mut generator);
        let operations = ratebook::api::operations(&mut generator);
        let _ = generator.subschema_for::<ratebook::error::ErrorReport>();
        Table::of(Catalogue {
            handles,
            operations,
            types: generator.take_definitions(true),
        })
    }

    pub(crate) fn of(catalogue: Catalogue) -> Self {
        // Schemas that are made of types can be read; an empty model shows in every generated file.
        let model = Model::of(&catalogue.types).unwrap_or_default();
        Table { catalogue, model }
    }

    /// The same without the types that are not chosen.
    pub(crate) fn with_types(mut self, chosen: impl Fn(&str) -> bool) -> Self {
        self.catalogue.types.retain(|name, _| chosen(name));
        Table::of(self.catalogue)
    }

    /// What a request, an answer or a definition looks like.
    pub(crate) fn form(&self, schema: &Value) -> Form {
        self.model.form_of(schema)
    }

    /// The types that these schemas need, in the order of their declaration.
    pub(crate) fn reached<'t, 's>(&'t self, schemas: impl IntoIterator<Item = &'s Value>) -> Vec<&'t Declared> {
        let forms: Vec<Form> = schemas.into_iter().map(|schema| self.form(schema)).collect();
        let mut reached = BTreeSet::new();
        forms
            .iter()
            .for_each(|form| self.model.visit(form, &mut reached, &mut |_| {}));
        reached
            .into_iter()
            .filter_map(|place| self.model.declared(place))
            .collect()
    }

    /// The operations of a handle with their numbers.
    pub(crate) fn asked_of(&self, handle: &HandleEntry) -> Vec<(usize, &OperationEntry)> {
        self.asked(|entry| entry.handle == Some(handle.name))
    }

    /// The plain functions of an area with their numbers.
    pub(crate) fn plain(&self, area: &str) -> Vec<(usize, &OperationEntry)> {
        self.asked(|entry| entry.handle.is_none() && entry.area == area)
    }

    fn asked(&self, chosen: impl Fn(&OperationEntry) -> bool) -> Vec<(usize, &OperationEntry)> {
        let all = self.operations.iter().enumerate();
        all.filter(|(_, entry)| chosen(entry)).collect()
    }

    /// The areas that have plain functions, in the order of the table.
    pub(crate) fn areas(&self) -> Vec<&'static str> {
        let mut areas = Vec::new();
        for entry in self.operations.iter().filter(|entry| entry.handle.is_none()) {
            if !areas.contains(&entry.area) {
                areas.push(entry.area);
            }
        }
        areas
    }
}
