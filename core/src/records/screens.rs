//! What the screens of a pack are drawn from, for somebody: the entities they may see, the fields of each, and the life of its records.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::compiled::{Entity, Pack};
use super::definition::{DocumentDefinition, FieldKind};
use super::reach::Acting;
use super::screen::{FormField, RecordForm, Screen, labelled};
use crate::Result;
use crate::fault::Limits;
use crate::flow::MachineDefinition;
use crate::tenancy::access::AccessActor;
use crate::time::Instant;

/// Which entities of a pack are there for somebody?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PackScreensRequest {
    /// Who looks.
    pub actor: AccessActor,
    /// The present moment.
    pub now: Instant,
}

/// An entity, as far as somebody may see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct EntityScreen {
    /// The entity.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// Several of them, as addresses have them: `service-plans`.
    #[schemars(extend("format" = "text"))]
    pub address: String,
    /// What people read above several of them.
    #[schemars(extend("format" = "text"))]
    pub several: String,
    /// What it is for.
    #[schemars(extend("format" = "text"))]
    pub summary: Option<String>,
    /// The form of a new record: what it is called, its groups of fields, and what they may do with some of its records.
    pub form: RecordForm,
    /// The field by which people call a record, as far as there is one that they may see.
    #[schemars(extend("format" = "name"))]
    pub title: Option<String>,
    /// The order of its lists.
    #[schemars(extend("format" = "reference"))]
    pub sort: Vec<String>,
    /// Whether it is the engine's own, with acts beside changes.
    pub native: bool,
    /// Whether its records are of the installation and not of a tenant.
    pub platform: bool,
    /// Whether its records are measurements in an order of time.
    pub series: bool,
    /// Whether what was deleted can be brought back.
    pub restores: bool,
    /// Whether two of its records can become one.
    pub merges: bool,
    /// Whether a tenant may give it fields of its own.
    pub custom: bool,
    /// The life of its records.
    pub life: Option<ScreenLife>,
    /// The documents that are made of its records.
    pub documents: Vec<ScreenDocument>,
}

/// The life of records, to be drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ScreenLife {
    /// The field with the state.
    #[schemars(extend("format" = "name"))]
    pub field: String,
    /// The state in which it begins.
    #[schemars(extend("format" = "name"))]
    pub initial: String,
    /// The states, in their order.
    pub states: Vec<ScreenState>,
    /// What leads from one to another, in its order.
    pub moves: Vec<ScreenMove>,
}

/// A state of records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ScreenState {
    /// The state.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// What people read.
    #[schemars(extend("format" = "text"))]
    pub label: String,
    /// Whether nothing leads out of it.
    pub terminal: bool,
}

/// What leads from some states to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ScreenMove {
    /// What happens.
    #[schemars(extend("format" = "name"))]
    pub event: String,
    /// What people read.
    #[schemars(extend("format" = "text"))]
    pub label: String,
    /// The states it leads from.
    #[schemars(extend("format" = "name"))]
    pub from: Vec<String>,
    /// The state it leads to.
    #[schemars(extend("format" = "name"))]
    pub to: String,
    /// What has to be given with it.
    #[schemars(extend("format" = "name"))]
    pub requires: Vec<String>,
}

/// A document that is made of records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ScreenDocument {
    /// The document.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// What people read.
    #[schemars(extend("format" = "text"))]
    pub label: String,
    /// Whether it is of a list of them, and not of one.
    pub list: bool,
}

impl Pack {
    /// The entities that somebody may see, in the order of the pack, each as far as they may see it.
    pub fn screens(&self, request: &PackScreensRequest) -> Result<Vec<EntityScreen>> {
        request.bounded()?;
        let holder = self.holder(&request.actor)?;
        let mut screens = Vec::new();
        for entity in self.entities() {
            let acting = Acting::of(self, entity.name(), &request.actor, &holder)?;
            if let Some(form) = Screen::of_new(&acting).form(request.actor.super_admin) {
                screens.push(self.screen(entity, form));
            }
        }
        Ok(screens)
    }

    fn screen(&self, entity: &Entity, form: RecordForm) -> EntityScreen {
        let own = entity.definition();
        let is_shown = |name: &str| {
            form.groups
                .iter()
                .flat_map(|group| &group.fields)
                .any(|field| field.name == name)
        };
        let hides = |name: &str| entity.field(name).is_some() && !is_shown(name);
        let sort = own.sort.iter().filter(|key| !hides(key.trim_start_matches('-')));
        let life = own
            .machine
            .as_ref()
            .filter(|life| !hides(&life.field))
            .zip(entity.machine());
        let mut life = life.map(|(life, machine)| drawn(&life.field, machine.definition()));
        for way in life.iter_mut().flat_map(|life| &mut life.moves) {
            way.requires.retain(|name| !hides(name));
        }
        let documents = self.definition().documents.iter();
        EntityScreen {
            name: entity.name().to_owned(),
            address: entity.address(),
            several: labelled(None, &own.several()),
            summary: own.summary.clone(),
            title: title(&form),
            sort: sort.cloned().collect(),
            native: own.native,
            platform: entity.is_platform(),
            series: own.series.is_some(),
            restores: own.soft_delete.is_some(),
            merges: own.merge.is_some(),
            custom: own.custom,
            life,
            documents: documents
                .filter(|document| document.entity == own.name)
                .map(|document| made(document))
                .collect(),
            form,
        }
    }
}

/// Fields by which people call things, the best first.
const TITLES: [&str; 4] = ["name", "title", "subject", "label"];

/// The field by which people call a record: by its name, else the text that no two share, else one that every record has.
fn title(form: &RecordForm) -> Option<String> {
    let fields = || form.groups.iter().flat_map(|group| &group.fields);
    let called = |name: &&str| fields().find(|field| field.name == **name && is_text(field));
    let named = TITLES.iter().find_map(called);
    let unique = || fields().find(|field| field.unique && is_text(field));
    let required = || fields().find(|field| field.required && is_text(field));
    named.or_else(unique).or_else(required).map(|field| field.name.clone())
}

fn is_text(field: &FormField) -> bool {
    matches!(
        field.kind,
        FieldKind::Text | FieldKind::TranslatedText | FieldKind::Email | FieldKind::Phone | FieldKind::Slug
    )
}

fn drawn(field: &str, machine: &MachineDefinition) -> ScreenLife {
    let states = machine.states.iter().map(|state| ScreenState {
        name: state.name.clone(),
        label: labelled(state.label.as_ref(), &state.name),
        terminal: state.terminal,
    });
    let label = |event: &str| {
        let known = machine.events.iter().find(|known| known.name == event);
        labelled(known.and_then(|known| known.label.as_ref()), event)
    };
    let from = |names: &[String], to: &str| match names {
        [all] if all == "*" => {
            let left = machine
                .states
                .iter()
                .filter(|state| !state.terminal && state.name != to);
            left.map(|state| state.name.clone()).collect()
        }
        names => names.to_vec(),
    };
    let moves = machine.transitions.iter().map(|way| ScreenMove {
        event: way.event.clone(),
        label: label(&way.event),
        from: from(&way.from, &way.to),
        to: way.to.clone(),
        requires: way.requires.clone(),
    });
    ScreenLife {
        field: field.to_owned(),
        initial: machine.initial.clone(),
        states: states.collect(),
        moves: moves.collect(),
    }
}

fn made(document: &DocumentDefinition) -> ScreenDocument {
    ScreenDocument {
        name: document.name.clone(),
        label: labelled(document.label.as_ref(), &document.name),
        list: document.list,
    }
}
