//! What the phones' library carries of the table of operations.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::api::{Catalogue, OperationEntry};
use serde_json::{Value, json};

use super::super::Table;
use super::model::own_name;

/// What the phones' library does without: features of core, which `ratebook-ffi` does not take, operations such as
/// `rates.import`, and whole handles by their keys, such as `contact_plan`. Its packages have neither them nor the types that
/// nothing else uses, and their suites pass over the vectors that ask for them.
pub(super) const LEFT_OUT: &[&str] = &["files", "feeds", "server"];

/// The table without what is left out, and without the types that only this needs.
pub(super) fn carried(mut full: Catalogue, left_out: &[&str]) -> Table {
    let gone = left_out_operations(&full, left_out);
    full.operations.retain(|entry| !gone.contains(&full_name(entry)));
    full.handles.retain(|handle| !left_out.contains(&handle.key));
    let table = Table::of(full);
    let used = types_by_area(&table).into_iter().flat_map(|(_, names)| names);
    let used: BTreeSet<String> = used.map(str::to_owned).collect();
    table.with_types(|name| used.contains(own_name(name)))
}

/// The full names of the operations that phones do without.
pub(crate) fn left_out() -> BTreeSet<String> {
    left_out_operations(&ratebook::api::catalogue(), LEFT_OUT)
}

/// The full names of the operations that are left out, those of handles that are left out among them.
pub(super) fn left_out_operations(full: &Catalogue, left_out: &[&str]) -> BTreeSet<String> {
    let handles = full.handles.iter().filter(|handle| left_out.contains(&handle.key));
    let handles: Vec<&str> = handles.map(|handle| handle.name).collect();
    let is_gone = |entry: &&OperationEntry| {
        left_out.contains(&full_name(entry).as_str())
            || entry.feature.is_some_and(|feature| left_out.contains(&feature))
            || entry.handle.is_some_and(|handle| handles.contains(&handle))
    };
    full.operations.iter().filter(is_gone).map(full_name).collect()
}

fn full_name(entry: &OperationEntry) -> String {
    format!("{}.{}", entry.area, entry.name)
}

/// The types of each area: those that it is the first to need, by the packages' names.
pub(super) fn types_by_area(table: &Table) -> Vec<(&str, BTreeSet<&str>)> {
    let mut areas: Vec<(&str, BTreeSet<&str>)> = vec![("engine", BTreeSet::new())];
    let mut known = BTreeSet::new();
    let report = json!({"$ref": "#/$defs/ErrorReport"});
    let mut add = |area, schemas: &[&Value]| {
        let reached = table
            .reached(schemas.iter().copied())
            .into_iter()
            .map(|own| own_name(&own.name));
        let new = reached.filter(|name| known.insert(*name));
        match areas.iter_mut().find(|(other, _)| *other == area) {
            Some((_, names)) => names.extend(new),
            None => areas.push((area, new.collect())),
        }
    };
    add("engine", &[&report]);
    for entry in &table.operations {
        let handle = table.handles.iter().find(|handle| entry.handle == Some(handle.name));
        let definition = handle.map(|handle| &handle.definition);
        let schemas: Vec<&Value> = [&entry.request, &entry.answer].into_iter().chain(definition).collect();
        add(entry.area, &schemas);
    }
    areas.retain(|(_, names)| !names.is_empty());
    areas
}

/// The area of each type, by the packages' names.
pub(super) fn area_of_types(table: &Table) -> BTreeMap<String, String> {
    let areas = types_by_area(table).into_iter();
    let named = areas.flat_map(|(area, names)| names.into_iter().map(move |name| (name.to_owned(), area.to_owned())));
    named.collect()
}

/// The types that an engine hands out, by the packages' names: one that is newer than the app may put more into them than the
/// app knows. What is only asked with is made by the app itself.
pub(super) fn handed_out(table: &Table) -> BTreeSet<String> {
    let report = json!({"$ref": "#/$defs/ErrorReport"});
    let answers = table.operations.iter().map(|entry| &entry.answer);
    let definitions = table.handles.iter().map(|handle| &handle.definition);
    let schemas: Vec<&Value> = answers.chain(definitions).chain([&report]).collect();
    let reached = table.reached(schemas).into_iter();
    reached.map(|own| own_name(&own.name).to_owned()).collect()
}

/// The types that an app hands in, by the packages' names.
pub(super) fn handed_in(table: &Table) -> BTreeSet<String> {
    let requests = table.operations.iter().map(|entry| &entry.request);
    let definitions = table.handles.iter().map(|handle| &handle.definition);
    let reached = table.reached(requests.chain(definitions)).into_iter();
    reached.map(|own| own_name(&own.name).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_takes_its_types_along_and_nothing_else() {
        let full = ratebook::api::catalogue();
        let carried = carried(ratebook::api::catalogue(), &["contact_plan", "money.currencies"]);
        assert_eq!(carried.handles.len() + 1, full.handles.len());
        let asked = full
            .operations
            .iter()
            .filter(|entry| entry.handle == Some("ContactPlan"))
            .count();
        assert!(asked > 0);
        assert_eq!(carried.operations.len() + asked + 1, full.operations.len());
        assert!(full.types.contains_key("ContactPlanDefinition") && full.types.contains_key("CurrenciesRequest"));
        assert!(
            !carried.types.contains_key("ContactPlanDefinition") && !carried.types.contains_key("CurrenciesRequest")
        );
        // `money.currency` answers with them too.
        assert!(carried.types.contains_key("CurrencyFacts") && carried.types.contains_key("ErrorReport"));
    }

    #[test]
    fn whatever_is_left_out_exists() {
        let full = ratebook::api::catalogue();
        for name in LEFT_OUT {
            let is_handle = full.handles.iter().any(|handle| handle.key == *name);
            let is_feature = full.operations.iter().any(|entry| entry.feature == Some(name));
            assert!(
                is_handle || is_feature || full.operations.iter().any(|entry| full_name(entry) == *name),
                "{name}"
            );
        }
        assert_eq!(carried(ratebook::api::catalogue(), &[]).types, full.types);
    }
}
