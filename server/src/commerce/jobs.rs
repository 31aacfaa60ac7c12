//! What is sent to an act, read into what is to be done.

use ratebook::calendar::definition::{Blocked, Take};
use ratebook::calendar::{
    CancelRequest, CheckAllRequest, ConfirmRequest, ExtendRequest, HoldRequest, ReleaseRequest, RescheduleRequest,
    SlotsRequest, UnblockRequest,
};
use ratebook::form::{self, Family, Limits};
use ratebook::rates::PriceRequest;
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::store::Record;

/// What a party is priced by; everything else of a price is the engine's to know.
const PARTY: &[&str] = &["adults", "children", "birth_dates", "supplements", "promo_codes"];

/// What people say of a booking.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) title: Option<String>,
    pub(super) note: Option<String>,
}

/// A change that is asked for.
#[derive(Clone, Debug)]
pub(super) enum Job {
    Hold {
        key: Option<String>,
        takes: Vec<Take>,
        seconds: u32,
        said: Said,
        party: Box<PriceRequest>,
    },
    Book {
        takes: Vec<Take>,
        hold: Option<String>,
        said: Said,
        party: Box<PriceRequest>,
    },
    Confirm {
        key: String,
        even_if_expired: bool,
        said: Said,
    },
    Release {
        key: String,
    },
    Extend {
        key: String,
        seconds: u32,
    },
    Cancel {
        booking: String,
    },
    Move {
        booking: String,
        takes: Vec<Take>,
        party: Box<PriceRequest>,
    },
    Block(Box<Blocked>),
    Unblock {
        block: String,
    },
}

/// A question.
#[derive(Clone, Debug)]
pub(super) enum Question {
    Check(CheckAllRequest),
    Slots(SlotsRequest),
    Price { takes: Vec<Take>, party: Box<PriceRequest> },
}

/// What is sent, on its way.
pub(super) struct Sent {
    fields: Record,
    now: Instant,
}

impl Sent {
    pub(super) fn new(fields: Record, now: Instant) -> Sent {
        Sent { fields, now }
    }

    /// The change of an act; nothing where there is no such act.
    pub(super) fn job(mut self, act: &str) -> Result<Option<Job>, Error> {
        Ok(Some(match act {
            "hold" => {
                self.only(&["key", "takes", "ttl_seconds", "title", "note", "party"])?;
                let (said, party) = (self.said()?, self.party()?);
                let keyed = self.fields.contains_key("key");
                self.otherwise("key", json!("own"));
                let read: HoldRequest = self.read()?;
                Job::Hold {
                    key: keyed.then_some(read.key),
                    takes: read.takes,
                    seconds: read.ttl_seconds,
                    said,
                    party,
                }
            }
            "book" => {
                self.only(&["takes", "hold", "title", "note", "party"])?;
                let (said, party) = (self.said()?, self.party()?);
                let read: CheckAllRequest = self.read()?;
                Job::Book {
                    takes: read.takes,
                    hold: read.hold,
                    said,
                    party,
                }
            }
            "confirm" => {
                self.only(&["key", "even_if_expired", "title", "note"])?;
                let said = self.said()?;
                self.otherwise("booking", json!("own"));
                let read: ConfirmRequest = self.read()?;
                Job::Confirm {
                    key: read.key,
                    even_if_expired: read.even_if_expired,
                    said,
                }
            }
            "move" => {
                self.only(&["booking", "takes", "party"])?;
                let party = self.party()?;
                let read: RescheduleRequest = self.read()?;
                Job::Move {
                    booking: read.booking,
                    takes: read.takes,
                    party,
                }
            }
            _ => return self.short(act),
        }))
    }

    /// The change of an act that names one thing.
    fn short(mut self, act: &str) -> Result<Option<Job>, Error> {
        Ok(Some(match act {
            "release" => {
                self.only(&["key"])?;
                let ReleaseRequest { key, .. } = self.timeless()?;
                Job::Release { key }
            }
            "extend" => {
                self.only(&["key", "ttl_seconds"])?;
                let read: ExtendRequest = self.read()?;
                Job::Extend {
                    key: read.key,
                    seconds: read.ttl_seconds,
                }
            }
            "cancel" => {
                self.only(&["booking"])?;
                let CancelRequest { booking, .. } = self.timeless()?;
                Job::Cancel { booking }
            }
            "block" => {
                self.only(&["resource", "when", "units", "reason"])?;
                self.otherwise("id", json!("own"));
                Job::Block(Box::new(self.timeless()?))
            }
            "unblock" => {
                self.only(&["block"])?;
                if let Some(block) = self.fields.remove("block") {
                    self.otherwise("blocked", block);
                }
                let read = self
                    .timeless::<UnblockRequest>()
                    .map_err(|error| renamed(error, "/blocked", "/block"))?;
                Job::Unblock { block: read.blocked }
            }
            _ => return Ok(None),
        }))
    }

    /// The question of an act; nothing where it is none.
    pub(super) fn question(mut self, act: &str) -> Result<Option<Question>, Error> {
        Ok(Some(match act {
            "check" => {
                self.only(&["takes", "hold", "booking"])?;
                Question::Check(self.read()?)
            }
            "slots" => {
                let known = [
                    "resources",
                    "days",
                    "minutes",
                    "units",
                    "step_minutes",
                    "counted",
                    "hold",
                    "booking",
                ];
                self.only(&known)?;
                let read: SlotsRequest = self.read()?;
                if read.resources.is_empty() {
                    let message = "free starts are looked for of resources by their ids; name one at least";
                    return Err(Error::new(Code::RequestMissing, "/resources", message));
                }
                Question::Slots(read)
            }
            "price" => {
                self.only(&["takes", "party"])?;
                let party = self.party()?;
                let read: CheckAllRequest = self.read()?;
                Question::Price {
                    takes: read.takes,
                    party,
                }
            }
            _ => return Ok(None),
        }))
    }

    /// Refuses what the act does not know, all at once.
    fn only(&self, known: &[&str]) -> Result<(), Error> {
        let unknown = self.fields.keys().filter(|name| !known.contains(&name.as_str()));
        let reasons = unknown.map(|name| {
            let place = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
            let message = format!("there is no such field here; there are `{}`", known.join("`, `"));
            Reason::new(Code::RequestUnknown, place, message)
        });
        Error::from_reasons(reasons.collect()).map_or(Ok(()), Err)
    }

    fn otherwise(&mut self, name: &str, value: Value) {
        self.fields.entry(name.to_owned()).or_insert(value);
    }

    /// The rest as core reads it, at the present moment.
    fn read<T: DeserializeOwned + Limits>(mut self) -> Result<T, Error> {
        self.otherwise("now", json!(self.now));
        self.timeless()
    }

    fn timeless<T: DeserializeOwned + Limits>(self) -> Result<T, Error> {
        form::read(Value::Object(self.fields), Family::Request)
    }

    fn said(&mut self) -> Result<Said, Error> {
        Ok(Said {
            title: self.text("title", 200, false)?,
            note: self.text("note", 20_000, true)?,
        })
    }

    fn text(&mut self, name: &str, longest: usize, lines: bool) -> Result<Option<String>, Error> {
        let place = format!("/{name}");
        let text = match self.fields.remove(name) {
            None | Some(Value::Null) => return Ok(None),
            Some(Value::String(text)) => text.trim().to_owned(),
            Some(_) => return Err(Error::new(Code::RequestType, place, format!("`{name}` must be text"))),
        };
        let unseen = |letter: char| letter.is_control() && !(lines && matches!(letter, '\n' | '\r' | '\t'));
        if text.contains(unseen) || text.chars().count() > longest {
            let message = format!("`{name}` has at most {longest} characters, all of which can be seen");
            return Err(Error::new(Code::RequestRange, place, message));
        }
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    /// For whom it is priced.
    fn party(&mut self) -> Result<Box<PriceRequest>, Error> {
        let fields = match self.fields.remove("party") {
            None => Record::new(),
            Some(Value::Object(fields)) => fields,
            Some(_) => {
                return Err(Error::new(
                    Code::RequestType,
                    "/party",
                    "a party is an object such as {\"adults\": 2}",
                ));
            }
        };
        let party = Sent::new(fields, self.now);
        let read = party.only(PARTY).and_then(|()| party.timeless());
        read.map(Box::new).map_err(|error| error.under("/party"))
    }
}

/// An error at the place that was sent, where core calls it otherwise.
pub(super) fn renamed(error: Error, core: &str, sent: &str) -> Error {
    let mut reasons = error.clone().into_reasons();
    for reason in &mut reasons {
        if let Some(rest) = reason.path.strip_prefix(core) {
            reason.path = format!("{sent}{rest}");
        }
    }
    Error::from_reasons(reasons).unwrap_or(error)
}
