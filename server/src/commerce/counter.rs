//! Somebody who books: what is bookable in their pack, and what they may.

use ratebook::records::Entity;
use ratebook::tenancy::access::AccessRecord;
use ratebook::{Code, Reason};
use serde_json::Value;

use crate::came::ENGINE;
use crate::platform::caller::Caller;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::state::App;
use crate::store::{Failure, Record};

/// Where somebody books: the desks of what an act is about.
#[derive(Clone, Debug)]
pub(super) struct Counter {
    /// Of bookings.
    pub(super) bookings: Desk,
    /// Of blocked time, where the pack has it.
    pub(super) blocks: Option<Desk>,
    /// Of calendars shared with others, where the pack has them.
    pub(super) feeds: Option<Desk>,
    /// Of everything that can be booked, in the order in which records are locked.
    pub(super) bookable: Vec<Desk>,
}

impl Counter {
    /// The counter of a pack that has bookings; where it has none there are no such acts.
    pub(super) fn of(app: &App, caller: &Caller, act: &str) -> Result<Counter, Problem> {
        let native = |name: &str| {
            let desk = Desk::named(app, caller, name);
            desk.filter(|desk| desk.entity().is_ok_and(Entity::is_native))
        };
        let Some(bookings) = native("booking") else {
            return Err(nothing(act));
        };
        let bookable = caller.pack.entities().iter();
        let mut bookable: Vec<&str> = bookable
            .filter(|entity| entity.bookable_by().is_some() && !entity.is_platform())
            .map(Entity::name)
            .collect();
        bookable.sort_unstable();
        let desks = bookable.into_iter().map(|name| bookings.at(name));
        Ok(Counter {
            bookable: desks.collect::<Result<_, _>>()?,
            blocks: native("block"),
            feeds: native("feed"),
            bookings,
        })
    }

    /// The same with the engine at bookings, for what happens by itself.
    pub(super) fn engine(&self) -> Result<Counter, Failure> {
        let mut own = self.clone();
        own.bookings = self.bookings.as_engine()?;
        ENGINE.clone_into(&mut own.bookings.caller.actor.id);
        Ok(own)
    }

    /// The desk of blocked time.
    pub(super) fn blocks(&self) -> Result<&Desk, Failure> {
        let lacking = || Failure::defect("an act over blocks in a pack without them");
        self.blocks.as_ref().ok_or_else(lacking)
    }

    /// Refuses who may not ask about bookings at all.
    pub(super) fn may_ask(&self) -> Result<(), Failure> {
        let desk = &self.bookings;
        desk.plan(&desk.query()?)?;
        Ok(())
    }

    /// Refuses who may change no such record at all, whatever they have sent.
    pub(super) fn may_begin(&self, desk: &Desk) -> Result<(), Failure> {
        let name = format!("{}:write", desk.entity()?.plural());
        let permission = desk.pack().access().permission(&name);
        if permission.is_some_and(|permission| desk.caller.holder.may_some(permission)) {
            return Ok(());
        }
        Err(lacks(desk, "write")?)
    }

    /// Refuses who may not make such a record.
    pub(super) fn may_make(&self, desk: &Desk) -> Result<(), Failure> {
        let mut made = Record::new();
        made.insert("made_by".to_owned(), desk.caller.actor.id.as_str().into());
        if may(desk, "write", None, &made)? {
            return Ok(());
        }
        Err(lacks(desk, "write")?)
    }

    /// Refuses who may not change a record: in the words of one that is not there where they may not even read it.
    pub(super) fn may_change(&self, desk: &Desk, record: &Record, unknown: Code) -> Result<(), Failure> {
        let id = record.get("id").and_then(Value::as_str);
        if may(desk, "write", id, record)? {
            return Ok(());
        }
        if may(desk, "read", id, record)? {
            return Err(lacks(desk, "write")?);
        }
        Err(unknown_one(unknown))
    }

    /// Whether somebody may read every booking, and so may be told which ones stand in the way.
    pub(super) fn sees_all(&self) -> bool {
        self.bookings.sees_all()
    }
}

pub(super) fn may(desk: &Desk, verb: &str, id: Option<&str>, record: &Record) -> Result<bool, Failure> {
    let name = format!("{}:{verb}", desk.entity()?.plural());
    let Some(permission) = desk.pack().access().permission(&name) else {
        return Ok(false);
    };
    let mut about = AccessRecord::new(desk.caller.actor.tenant.clone());
    (about.id, about.fields) = (id.map(str::to_owned), record.clone());
    Ok(desk.caller.holder.may_with(permission, &about))
}

pub(super) fn lacks(desk: &Desk, verb: &str) -> Result<Failure, Failure> {
    let name = format!("{}:{verb}", desk.entity()?.plural());
    let message = format!("`{name}` is needed, and the actor does not hold it");
    let reason = Reason::new(Code::TenancyPermissionMissing, "/actor", message);
    Ok(reason.with("permission", name).into())
}

/// That there is no such act.
pub(super) fn nothing(act: &str) -> Problem {
    Problem::not_found(&format!("there is nothing at `/v1/acts/{act}`"))
}

/// That there is no such thing: in the same words of one that is not there, of another tenant's, and of one that the caller may not
/// know of.
pub(super) fn unknown_one(code: Code) -> Failure {
    let (path, what) = match code {
        Code::CalendarHoldUnknown => ("/key", "hold"),
        Code::CalendarBlockUnknown => ("/block", "blocked time"),
        _ => ("/booking", "booking"),
    };
    Reason::new(code, path, format!("there is no such {what}")).into()
}
