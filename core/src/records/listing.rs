//! What everybody may read of a pack's records, over all tenants: a pack of its own, of the public fields alone.

use std::sync::Arc;

use super::compiled::{Entity, Field, Pack};
use super::definition::{EntityDefinition, EntityScope, FieldDefinition, FieldKind, FieldWriter, PackDefinition};
use crate::fault::{Faults, Pointer, listed};
use crate::{Code, Reason};

/// What every listing has beside the public fields: whose the record is, and its id there.
const OWN: [&str; 2] = [Pack::LISTED_BY, Pack::LISTED_ID];
/// What stands in the answer where whose it is would.
const TENANT: &str = "tenant";

impl Pack {
    /// The field of a listing with the id of the tenant whose record it is.
    pub const LISTED_BY: &'static str = "listed_by";
    /// The field of a listing with the id of the record.
    pub const LISTED_ID: &'static str = "record_id";
}

/// The listings of a pack, as the platform keeps them; nothing where no entity has any.
pub(super) fn definition(pack: &PackDefinition, entities: &[Entity]) -> Option<PackDefinition> {
    let public: Vec<Arc<EntityDefinition>> = entities
        .iter()
        .filter_map(|entity| of_entity(entity).map(Arc::new))
        .collect();
    if public.is_empty() {
        return None;
    }
    let mut listings = PackDefinition::new("listings");
    listings.languages.clone_from(&pack.languages);
    listings.entities = public;
    Some(listings)
}

fn of_entity(entity: &Entity) -> Option<EntityDefinition> {
    let own = entity.definition();
    if own.public.is_empty() {
        return None;
    }
    let mut public = EntityDefinition::new(own.name.as_str());
    public.plural = Some(own.several());
    public.label.clone_from(&own.label);
    public.summary.clone_from(&own.summary);
    public.scope = EntityScope::Platform;
    for name in &own.public {
        // What cannot be a column of a listing is told where the pack names it.
        let kept = |field: &&Arc<FieldDefinition>| {
            !matches!(
                field.kind,
                FieldKind::Secret | FieldKind::Rows | FieldKind::Gathered | FieldKind::Links | FieldKind::Tags
            )
        };
        if let Some(field) = own.fields.get(name).filter(kept) {
            public.fields.insert(name.clone(), Arc::new(of_field(field)));
        }
    }
    for name in OWN {
        public
            .fields
            .insert(name.to_owned(), Arc::new(FieldDefinition::new(FieldKind::File)));
    }
    let sorted = |key: &&String| {
        let name = key.strip_prefix('-').unwrap_or(key);
        let field = public.fields.get(name);
        name == "created_at" || field.is_some_and(|field| field.sort)
    };
    public.sort = own.sort.iter().filter(sorted).cloned().collect();
    Some(public)
}

/// A field as it is shown to everybody: its value, whoever made it, and the ways in which it is asked for.
fn of_field(field: &FieldDefinition) -> FieldDefinition {
    let kind = match field.kind {
        // Where it leads to is no listing's.
        FieldKind::Link => FieldKind::Text,
        kind => kind,
    };
    let mut shown = FieldDefinition::new(kind);
    shown.label.clone_from(&field.label);
    shown.help.clone_from(&field.help);
    shown.digits = field.digits;
    shown.currency = field.currency;
    shown.choices.clone_from(&field.choices);
    shown.max_length = field.max_length;
    shown.folded = field.folded;
    (shown.search, shown.filter, shown.sort) = (field.search, field.filter, field.sort);
    shown.written_by = FieldWriter::People;
    shown
}

/// What cannot be read by everybody, and what of it would tell what may not be.
pub(super) fn check(entity: &Entity, place: &Pointer, faults: &mut Faults) {
    let definition = entity.definition();
    let at = place.join("public");
    if !definition.public.is_empty() && definition.series.is_some() {
        let message = "samples are no listing: they have no id";
        faults.add(Reason::new(Code::DefinitionConflict, &at, message));
    }
    for (index, name) in definition.public.iter().enumerate() {
        let Some(field) = entity.field(name) else { continue };
        if let Some(why) = why_not(entity, field) {
            let message = format!("`{name}` cannot be public: {why}");
            faults.add(Reason::new(Code::DefinitionConflict, at.join(index), message));
        }
    }
}

fn why_not(entity: &Entity, field: &Field) -> Option<String> {
    let (own, definition) = (field.definition(), entity.definition());
    let is_masked = entity.masks.iter().any(|(place, _)| {
        let masked = entity.fields().get(*place);
        masked.is_some_and(|masked| masked.name() == field.name())
    });
    let unheld = |name: &&str| !definition.public.iter().any(|own| own == name);
    let computed = field.computed.as_ref();
    let names = computed.iter().flat_map(|computed| computed.names());
    let names = names.map(|name| name.split('.').next().unwrap_or(name));
    let untold: Vec<&str> = names
        .filter(|name| entity.field(name).is_some())
        .filter(unheld)
        .collect();
    Some(match field.kind() {
        FieldKind::Secret => "it is a secret".to_owned(),
        FieldKind::Rows | FieldKind::Gathered => "it is made of other records".to_owned(),
        FieldKind::Links => "a list of links is no column".to_owned(),
        FieldKind::Tags => "tags are no column".to_owned(),
        _ if own.sensitive => "it is sensitive".to_owned(),
        _ if own.personal.is_some() || entity.people().any(|person| person == field.name()) => {
            "it is personal".to_owned()
        }
        _ if is_masked => "a mask hides it".to_owned(),
        _ if OWN.contains(&field.name()) || field.name() == TENANT => {
            "a listing has something else of that name".to_owned()
        }
        _ if !untold.is_empty() => format!(
            "it is reckoned from {}, which everybody would learn something of",
            listed(&untold)
        ),
        _ => return None,
    })
}
