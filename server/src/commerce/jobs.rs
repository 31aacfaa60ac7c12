//! What is sent to an act, read into what is to be done.

use ratebook::calendar::definition::{Blocked, Take};
use ratebook::calendar::{
    CancelRequest, CheckAllRequest, ConfirmRequest, ExtendRequest, HoldRequest, ImportFeedRequest, ReleaseRequest,
    RescheduleRequest, SlotsRequest, UnblockRequest, ViewRequest,
};
use ratebook::form::{self, Family, Limits};
use ratebook::rates::PriceRequest;
use ratebook::time::{Instant, Zone};
use ratebook::{Code, Error, Reason};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::sale::ForSale;
use crate::store::{Moments, Record};

/// What a party is priced by; everything else of a price is the engine's to know.
const PARTY: &[&str] = &["adults", "children", "birth_dates", "supplements", "promo_codes"];

/// The most resources of which a calendar is drawn at once.
const MOST_DRAWN: usize = 50;
/// The days before and after the present one on which the events of another calendar block time, unless others are asked for.
const DAYS_BEFORE: i32 = 30;
const DAYS_AFTER: i32 = 365;

/// What people say of a booking.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) title: Option<String>,
    pub(super) note: Option<String>,
    /// In the fields that the pack has added to bookings.
    pub(super) extra: Record,
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
        extra: Record,
        party: Box<PriceRequest>,
    },
    Block(Box<Blocked>, Record),
    Unblock {
        block: String,
    },
    ImportFeed {
        wanted: Box<ImportFeedRequest>,
        url: Option<String>,
    },
    ExportFeed(Shared),
    CloseFeed {
        feed: String,
    },
}

/// A calendar that is to be shared.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    pub(super) resource: String,
    pub(super) name: String,
    /// What it tells.
    pub(super) content: String,
}

/// A question.
#[derive(Clone, Debug)]
pub(super) enum Question {
    Check(CheckAllRequest),
    Slots(SlotsRequest),
    Price { takes: Vec<Take>, party: Box<PriceRequest> },
    Storefront(Box<ForSale>),
    Calendar(ViewRequest),
}

impl Question {
    /// Of which moment has to be what is read for it.
    pub(super) fn moments(&self) -> Moments {
        match self {
            // Usually whether it is as it was is all that is asked; a list says its version itself.
            Question::Price { takes, .. } if one_alone(takes) => Moments::Each,
            _ => Moments::One,
        }
    }
}

/// Whether all is taken of one thing.
fn one_alone(takes: &[Take]) -> bool {
    takes
        .windows(2)
        .all(|two| matches!(two, [a, b] if a.resource == b.resource))
}

/// What is sent, on its way.
pub(super) struct Sent {
    pub(super) fields: Record,
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
                self.only(&["key", "takes", "ttl_seconds", "title", "note", "extra", "party"])?;
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
                self.only(&["takes", "hold", "title", "note", "extra", "party"])?;
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
                self.only(&["key", "even_if_expired", "title", "note", "extra"])?;
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
                self.only(&["booking", "takes", "extra", "party"])?;
                let (extra, party) = (self.extra()?, self.party()?);
                let read: RescheduleRequest = self.read()?;
                Job::Move {
                    booking: read.booking,
                    takes: read.takes,
                    extra,
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
                self.only(&["resource", "when", "units", "reason", "extra"])?;
                let extra = self.extra()?;
                self.otherwise("id", json!("own"));
                Job::Block(Box::new(self.timeless()?), extra)
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
            _ => return self.shared(act),
        }))
    }

    /// The change of an act about calendars that are shared.
    fn shared(mut self, act: &str) -> Result<Option<Job>, Error> {
        Ok(Some(match act {
            "import_feed" => {
                self.only(&["resource", "name", "text", "days", "url"])?;
                let url = self.text("url", 2_000, false)?;
                let known = ["http://", "https://", "webcal://"];
                if url
                    .as_ref()
                    .is_some_and(|url| !known.iter().any(|own| url.starts_with(own)))
                {
                    let message = "an address begins with `https://`, `http://` or `webcal://`";
                    return Err(Error::new(Code::RequestRange, "/url", message));
                }
                if let Some(name) = self.fields.remove("name") {
                    self.otherwise("source", name);
                }
                let today = Zone::UTC.day_of(self.now);
                if let Some((first, last)) = today.plus(-DAYS_BEFORE).zip(today.plus(DAYS_AFTER)) {
                    self.otherwise("days", json!({"first": first, "last": last}));
                }
                let wanted = self
                    .timeless::<ImportFeedRequest>()
                    .map_err(|error| renamed(error, "/source", "/name"))?;
                Job::ImportFeed {
                    wanted: Box::new(wanted),
                    url,
                }
            }
            "export_feed" => {
                self.only(&["resource", "name", "content"])?;
                let content = self.text("content", 20, false)?;
                let content = content.unwrap_or_else(|| "free_busy".to_owned());
                if !["free_busy", "events"].contains(&content.as_str()) {
                    let message = "`content` is `free_busy` or `events`";
                    return Err(Error::new(Code::RequestRange, "/content", message));
                }
                Job::ExportFeed(Shared {
                    resource: self.needed("resource")?,
                    name: self.needed("name")?,
                    content,
                })
            }
            "close_feed" => {
                self.only(&["feed"])?;
                Job::CloseFeed {
                    feed: self.needed("feed")?,
                }
            }
            _ => return Ok(None),
        }))
    }

    fn needed(&mut self, name: &str) -> Result<String, Error> {
        let given = self.text(name, 100, false)?;
        given.ok_or_else(|| Error::new(Code::RequestMissing, format!("/{name}"), format!("`{name}` is needed")))
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
                self.only(&["takes", "party", "preview"])?;
                let mut party = self.party()?;
                party.preview = self.preview()?;
                let read: CheckAllRequest = self.read()?;
                Question::Price {
                    takes: read.takes,
                    party,
                }
            }
            "storefront" => Question::Storefront(Box::new(self.for_sale()?)),
            "calendar" => {
                self.only(&["resources", "view", "day", "week_begins", "zone", "partner"])?;
                let read: ViewRequest = self.read()?;
                if !(1..=MOST_DRAWN).contains(&read.resources.len()) {
                    let message = format!("a calendar is drawn of 1 to {MOST_DRAWN} resources, by their ids");
                    return Err(Error::new(Code::RequestRange, "/resources", message));
                }
                Question::Calendar(read)
            }
            _ => return Ok(None),
        }))
    }

    /// Refuses what the act does not know, all at once.
    pub(super) fn only(&self, known: &[&str]) -> Result<(), Error> {
        let unknown = self.fields.keys().filter(|name| !known.contains(&name.as_str()));
        let reasons = unknown.map(|name| {
            let message = format!("there is no such field here; there are `{}`", known.join("`, `"));
            Reason::new(Code::RequestUnknown, ratebook::place(name), message)
        });
        Error::from_reasons(reasons.collect()).map_or(Ok(()), Err)
    }

    pub(super) fn otherwise(&mut self, name: &str, value: Value) {
        self.fields.entry(name.to_owned()).or_insert(value);
    }

    /// The rest as core reads it, at the present moment.
    pub(super) fn read<T: DeserializeOwned + Limits>(mut self) -> Result<T, Error> {
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
            extra: self.extra()?,
        })
    }

    /// What is given in the fields that the pack has added; core reads it by what they are.
    fn extra(&mut self) -> Result<Record, Error> {
        match self.fields.remove("extra") {
            None | Some(Value::Null) => Ok(Record::new()),
            Some(Value::Object(fields)) => Ok(fields),
            Some(_) => {
                let message = "`extra` is an object of fields that the pack has added, such as {\"guests\": 2}";
                Err(Error::new(Code::RequestType, "/extra", message))
            }
        }
    }

    pub(super) fn text(&mut self, name: &str, longest: usize, lines: bool) -> Result<Option<String>, Error> {
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
    pub(super) fn party(&mut self) -> Result<Box<PriceRequest>, Error> {
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
