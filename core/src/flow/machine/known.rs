use serde_json::{Map, Value};

use crate::expression::{Fact, Known, found};
use crate::form::Pointer;
use crate::time::Instant;

/// The name under which conditions see the moment of the event.
pub(super) const NOW: &str = "now";
/// The record that holds what is given with the event.
pub(super) const GIVEN: &str = "given";
/// The record that holds what was recorded of the instance before it.
pub(super) const RECORDED: &str = "recorded";

const FACTS: &str = "/facts";
/// Where what was recorded stands in a request.
const FIELDS: &str = "/instance/fields";

type Values<'v> = Option<&'v Map<String, Value>>;

/// What is known when something happens: under a bare name a fact, else what is given, else what was recorded; under
/// `given.` and `recorded.` each of the two by itself.
#[derive(Clone, Copy, Default)]
pub(super) struct Happening<'k> {
    pub(super) facts: Values<'k>,
    pub(super) given: Values<'k>,
    pub(super) recorded: Values<'k>,
    /// The moment of the event; without it, `now` is a fact like others.
    pub(super) now: Option<Instant>,
}

impl<'h> Happening<'h> {
    /// The place of a bare name or of a record, and the object that has it.
    fn holding(&self, name: &str) -> Option<(&'static str, &'h Map<String, Value>)> {
        let places = [(FACTS, self.facts), ("/given", self.given), (FIELDS, self.recorded)];
        let mut places = places.into_iter().filter_map(|(place, own)| Some((place, own?)));
        places.find(|(_, own)| own.contains_key(name))
    }

    /// Where a name with a dot leads that begins with one of the two records, and the name within it.
    fn of_record<'n>(&self, name: &'n str) -> Option<(&'static str, Values<'h>, &'n str)> {
        match name.split_once('.')? {
            (GIVEN, field) => Some(("/given", self.given, field)),
            (RECORDED, field) => Some((FIELDS, self.recorded, field)),
            _ => None,
        }
    }
}

impl Known for Happening<'_> {
    fn known<'k>(&'k self, name: &str) -> Option<Fact<'k>> {
        if let (NOW, Some(now)) = (name, self.now) {
            return Some(Fact::Moment(now));
        }
        let own = self.of_record(name).and_then(|(_, own, field)| own?.get(field));
        let own = own.or_else(|| {
            let record = name.split_once('.').map_or(name, |(record, _)| record);
            found(self.holding(record)?.1, name)
        });
        own.map(Fact::Wire)
    }

    fn place(&self, name: &str, facts: &str) -> Pointer {
        if let Some((place, _, field)) = self.of_record(name) {
            return Pointer::at(place).join(field);
        }
        let place = self.holding(name).map_or(facts, |(place, _)| place);
        name.split('.').fold(Pointer::at(place), |place, part| place.join(part))
    }
}
