//! What is sent to have two records become one.

use std::collections::BTreeMap;

use ratebook::records::{Cell, MergeSide};
use ratebook::{Code, Reason, place};
use serde::Deserialize as _;
use serde_json::Value;

use crate::store::Record;

/// Of so many fields it is said whose value stays.
const MOST_FIELDS: usize = 1_000;
/// As many fields that there are not are told.
const MOST_TOLD: usize = 20;

/// What is sent. What is wrong with it is told once it is known that the record is there to which it was sent.
#[derive(Debug, Default)]
pub(super) struct Sent {
    /// The record that goes, by its id, and the version that it has to have.
    pub(super) other: String,
    pub(super) other_version: Option<u64>,
    pub(super) fields: BTreeMap<String, MergeSide>,
    /// Whether nothing is to be changed.
    pub(super) is_look: bool,
    pub(super) faults: Vec<Reason>,
}

impl Sent {
    pub(super) fn read(mut sent: Record) -> Sent {
        let mut own = Sent::default();
        match sent.remove("other") {
            Some(Value::String(id)) => own.other = id,
            Some(_) => own.fault(Code::RequestType, "/other", "`other` is the id of the record that goes"),
            None => own.fault(
                Code::RequestMissing,
                "/other",
                "the field `other` is missing: the id of the record that goes",
            ),
        }
        if let Some(version) = sent.remove("other_version") {
            own.other_version = version.as_u64();
            if own.other_version.is_none() {
                let message = "a version is a whole number, as the record has it";
                own.fault(Code::RequestType, "/other_version", message);
            }
        }
        match sent.remove("dry_run") {
            None => {}
            Some(Value::Bool(is_look)) => own.is_look = is_look,
            Some(_) => own.fault(Code::RequestType, "/dry_run", "`dry_run` must be true or false"),
        }
        match sent.remove("fields") {
            None => {}
            Some(Value::Object(fields)) if fields.len() <= MOST_FIELDS => own.sides(&fields),
            Some(Value::Object(_)) => {
                let message = format!("of at most {MOST_FIELDS} fields it is said whose value stays");
                own.fault(Code::RequestRange, "/fields", message);
            }
            Some(_) => {
                let message = "`fields` says of each field whose value stays, such as `{\"email\": \"other\"}`";
                own.fault(Code::RequestType, "/fields", message);
            }
        }
        for name in sent.keys().take(MOST_TOLD) {
            let shown: String = name.chars().take(50).collect();
            let message =
                format!("there is no field `{shown}` here; there are `other`, `other_version`, `fields` and `dry_run`");
            own.fault(Code::RequestUnknown, &place(&shown), message);
        }
        own
    }

    /// The id of the record that goes, where it is one.
    pub(super) fn other_id(&self) -> Option<[u8; 16]> {
        match Cell::id(&self.other) {
            Some(Cell::Id(other)) => Some(other),
            _ => None,
        }
    }

    fn sides(&mut self, fields: &Record) {
        for (name, side) in fields {
            let Ok(side) = MergeSide::deserialize(side) else {
                let message =
                    "it is the value of the `kept` or the `other` one that stays, or `both` of a list of links";
                self.fault(Code::RequestRange, &format!("/fields{}", place(name)), message);
                continue;
            };
            self.fields.insert(name.clone(), side);
        }
    }

    fn fault(&mut self, code: Code, place: &str, message: impl Into<String>) {
        self.faults.push(Reason::new(code, place, message));
    }
}
