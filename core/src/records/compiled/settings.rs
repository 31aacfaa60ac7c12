//! What tenants set of a pack: fields of no record, each a value of its own.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::definition::{FieldDefinition, FieldKind, FieldWriter, PackDefinition};
use super::{Field, check, fields};
use crate::fault::{Faults, Place, Pointer};
use crate::{Code, Reason};

/// The settings of a pack, in order of name.
pub(super) fn compile(definition: &PackDefinition, root: &Pointer, faults: &mut Faults) -> Vec<Field> {
    let place = root.join("settings");
    let mut patterns = HashMap::new();
    let mut compiled = Vec::with_capacity(definition.settings.len());
    for (name, setting) in &definition.settings {
        let place = place.join(name);
        let at = Place::At(place.as_str());
        check::plain(name, "a setting", &at, faults);
        compiled.push(fields::compile(
            name,
            &Arc::new(setting.clone()),
            &mut patterns,
            &at,
            faults,
        ));
        leads_nowhere(setting, &place, faults);
        of_no_record(setting, &place, faults);
    }
    compiled
}

fn leads_nowhere(setting: &FieldDefinition, place: &Pointer, faults: &mut Faults) {
    let message = match setting.kind {
        FieldKind::File | FieldKind::Picture => "a file is read through the record that names it; a setting names none",
        kind if !kind.has_column() || kind == FieldKind::Link => {
            "a setting is a value of its own; it leads to no records"
        }
        _ => return,
    };
    faults.add(Reason::new(Code::DefinitionConflict, place.join("kind"), message).with("kind", setting.kind));
}

/// Options that say something of records and their lists.
fn of_no_record(setting: &FieldDefinition, place: &Pointer, faults: &mut Faults) {
    let given = [
        ("unique", setting.unique),
        ("platform_wide", setting.platform_wide),
        ("computed", setting.computed.is_some()),
        ("search", setting.search),
        ("filter", setting.filter),
        ("sort", setting.sort),
        ("folded", setting.folded),
        ("personal", setting.personal.is_some()),
        ("written_by", setting.written_by != FieldWriter::People),
        ("reveal", setting.reveal.is_some()),
        ("was", setting.was.is_some()),
    ];
    for (name, _) in given.into_iter().filter(|(_, given)| *given) {
        let message = format!("`{name}` says something of records, and a setting stands in none; leave it out");
        faults.add(Reason::new(Code::DefinitionConflict, place.join(name), message));
    }
}
