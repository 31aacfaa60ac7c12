//! By what a record is sold: its rate list, in the state in which the record is.

use serde_json::{Map, Value, json};

use super::compiled::Entity;
use super::definition::FieldKind;
use crate::rates::definition::ListStatus;

/// The machine by which rate lists live, as it ships or as a pack has it.
pub(super) const LIFE: &str = "rate_list";

impl Entity {
    /// The rate list of a record. Where the record lives as rate lists do, its state is the list's, whatever that says itself: a draft
    /// and what is archived price nothing. A list that is less than its record stays what it is.
    pub fn rate_list(&self, record: &Map<String, Value>) -> Option<Value> {
        let field = self.fields().iter().find(|field| field.kind() == FieldKind::RateList)?;
        let mut list = record.get(field.name()).filter(|value| !value.is_null())?.clone();
        let life = self
            .definition()
            .machine
            .as_ref()
            .filter(|machine| machine.name == LIFE);
        if let Some(life) = life {
            let of_record = status(record.get(&life.field));
            let own = list
                .get("status")
                .map_or(ListStatus::Published, |own| status(Some(own)));
            let list = list.as_object_mut()?;
            list.insert("status".to_owned(), json!(least(of_record, own)));
        }
        Some(list)
    }
}

/// A state by name; one that is no state of a list sells nothing.
fn status(state: Option<&Value>) -> ListStatus {
    match state.and_then(Value::as_str) {
        Some("published") => ListStatus::Published,
        Some("draft") => ListStatus::Draft,
        _ => ListStatus::Archived,
    }
}

/// The one that sells less.
fn least(one: ListStatus, other: ListStatus) -> ListStatus {
    match (one, other) {
        (ListStatus::Published, own) | (own, ListStatus::Published) => own,
        (ListStatus::Archived, _) | (_, ListStatus::Archived) => ListStatus::Archived,
        _ => ListStatus::Draft,
    }
}

#[cfg(test)]
mod tests {
    use super::super::compiled::Pack;
    use super::*;

    #[test]
    fn a_list_is_in_the_state_of_its_record_unless_it_sells_less() {
        let pack = Pack::load(json!({
            "name": "shop",
            "permissions": ["rates:publish"],
            "entities": [{
                "name": "offer",
                "machine": {"name": "rate_list", "field": "state"},
                "fields": {
                    "rates": {"kind": "rate_list"},
                    "state": {"kind": "choice", "choices": ["draft", "published", "archived"], "required": true, "written_by": "machine"},
                    "archived_at": {"kind": "instant", "written_by": "machine"},
                    "archived_by": {"kind": "text", "written_by": "machine"},
                    "published_at": {"kind": "instant", "written_by": "machine"},
                    "published_by": {"kind": "text", "written_by": "machine"},
                    "superseded_by": {"kind": "text", "written_by": "machine"},
                    "unpublished_at": {"kind": "instant", "written_by": "machine"},
                    "unpublished_by": {"kind": "text", "written_by": "machine"}
                }
            }]
        }))
        .unwrap();
        let offer = pack.entity("offer").unwrap();
        let told = |state: Value, own: Value| {
            let record = json!({"state": state, "rates": {"name": "Rack", "status": own}});
            offer.rate_list(record.as_object().unwrap()).unwrap()["status"].clone()
        };
        for (state, own, expected) in [
            ("published", "published", "published"),
            ("published", "draft", "draft"),
            ("published", "archived", "archived"),
            ("draft", "published", "draft"),
            ("draft", "archived", "archived"),
            ("archived", "published", "archived"),
            ("archived", "draft", "archived"),
            ("withdrawn", "published", "archived"),
        ] {
            assert_eq!(told(state.into(), own.into()), expected, "{state}, {own}");
        }
        assert_eq!(told(Value::Null, "published".into()), "archived");
        assert_eq!(
            offer.rate_list(json!({"state": "published"}).as_object().unwrap()),
            None
        );
    }
}
