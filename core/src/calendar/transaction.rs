//! One transaction for every command: what it changes is noted first, and put back when the command is refused or stops in
//! the midst of it.

use std::collections::HashSet;
use std::ops::Deref;
use std::sync::Arc;

use smallvec::SmallVec;

use super::change_point::change_point;
use super::kept::Before;
use super::state::{BlockedTime, Booked, OnHold, Part, State, blocked_owner, booking_owner, uncountable};
use crate::Result;
use crate::time::Instant;

/// A state that is being changed. It is read as it is, and changed only in ways that are noted.
pub(crate) struct Transaction<'s> {
    state: &'s mut State,
    /// How to undo what was changed, the latest last. Most commands change two things.
    noted: SmallVec<[Undo; 3]>,
}

/// How a change is undone.
enum Undo {
    /// Units were taken.
    Taken(Part, u32),
    /// Units were given back.
    Given(Part, u32),
    /// Units were held.
    Held(Part, u32),
    /// Units that were held until a moment were let go.
    LetGo(Part, u32, Instant),
    Booking(Before<Booked>),
    Hold(Before<OnHold>),
    Blocked(Before<BlockedTime>),
}

impl Deref for Transaction<'_> {
    type Target = State;

    fn deref(&self) -> &State {
        self.state
    }
}

impl<'s> Transaction<'s> {
    pub(crate) fn new(state: &'s mut State) -> Transaction<'s> {
        state.is_whole = false;
        Transaction {
            state,
            noted: SmallVec::new(),
        }
    }

    /// A command that happens as a whole or not at all, whatever becomes of the others.
    pub(crate) fn whole<T>(&mut self, command: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let before = self.mark();
        let done = command(self);
        if done.is_err() {
            self.undo_to(before);
        }
        done
    }

    /// A point to which [`Transaction::undo_to`] leads back.
    pub(crate) fn mark(&self) -> usize {
        self.noted.len()
    }

    /// Undoes everything since a mark.
    pub(crate) fn undo_to(&mut self, mark: usize) {
        use std::slice::from_ref;
        while let Some(undo) = self.noted.get(mark..).and_then(<[Undo]>::last) {
            match undo {
                Undo::Taken(part, owner) => self.state.give_back(from_ref(part), *owner),
                Undo::Given(part, owner) => {
                    self.state.take_parts(from_ref(part), *owner);
                }
                Undo::Held(part, number) => self.state.drop_parts(from_ref(part), *number),
                Undo::LetGo(part, number, expires_at) => self.state.hold_parts(from_ref(part), *number, *expires_at),
                Undo::Booking(before) => self.state.bookings.put_back(before),
                Undo::Hold(before) => self.state.holds.put_back(before),
                Undo::Blocked(before) => self.state.blocked.put_back(before),
            }
            change_point();
            // Only now: what is undone by half is undone again.
            self.noted.pop();
        }
    }

    /// Ends it: what was changed and not undone stays.
    pub(crate) fn end(self) {
        self.state.is_whole = true;
    }

    /// Undoes everything after a panic: the last change may be half made, so no structure is trusted. What is booked, held and
    /// blocked is put back, and every resource that was touched is filled from it again.
    pub(crate) fn restore(self) {
        let mut touched = HashSet::new();
        for undo in self.noted.iter().rev() {
            match undo {
                Undo::Taken(part, _) | Undo::Given(part, _) | Undo::Held(part, _) | Undo::LetGo(part, ..) => {
                    touched.insert(part.resource);
                }
                Undo::Booking(before) => self.state.bookings.put_back(before),
                Undo::Hold(before) => self.state.holds.put_back(before),
                Undo::Blocked(before) => self.state.blocked.put_back(before),
            }
        }
        self.state.refill(&touched);
        self.state.is_whole = true;
    }

    fn note(&mut self, undo: Undo) {
        change_point();
        self.noted.push(undo);
        change_point();
    }

    /// Takes parts unasked. An error when more units would be taken at once than can be counted: then the command is refused.
    fn take_parts(&mut self, parts: &[Part], owner: u32) -> Result<()> {
        for part in parts {
            self.note(Undo::Taken(part.clone(), owner));
            if !self.state.take_parts(std::slice::from_ref(part), owner) {
                self.noted.pop();
                return Err(uncountable());
            }
            change_point();
        }
        Ok(())
    }

    fn give_back(&mut self, parts: &[Part], owner: u32) {
        for part in parts {
            self.note(Undo::Given(part.clone(), owner));
            self.state.give_back(std::slice::from_ref(part), owner);
            change_point();
        }
    }

    fn hold_parts(&mut self, parts: &[Part], number: u32, expires_at: Instant) {
        for part in parts {
            self.note(Undo::Held(part.clone(), number));
            self.state.hold_parts(std::slice::from_ref(part), number, expires_at);
            change_point();
        }
    }

    fn drop_parts(&mut self, hold: &OnHold, number: u32) {
        for part in &hold.parts {
            self.note(Undo::LetGo(part.clone(), number, hold.expires_at));
            self.state.drop_parts(std::slice::from_ref(part), number);
            change_point();
        }
    }

    /// Keeps a booking under a new id, and takes what it takes.
    pub(crate) fn add_booking(&mut self, id: &str, booked: Booked) -> Result<()> {
        self.take_parts(&booked.parts, booking_owner(self.bookings.next_number()))?;
        self.note(Undo::Booking(self.bookings.before_insert(id)));
        self.state.bookings.insert(id, booked);
        change_point();
        Ok(())
    }

    pub(crate) fn remove_booking(&mut self, id: &str) {
        let Some(before) = self.bookings.before_change(id) else {
            return;
        };
        if let Some(booked) = &before.thing {
            self.give_back(&booked.parts, booking_owner(before.number));
        }
        self.note(Undo::Booking(before));
        self.state.bookings.remove(id);
        change_point();
    }

    /// Gives a booking other parts in the place of its own.
    pub(crate) fn move_booking(&mut self, id: &str, moved: Booked) -> Result<()> {
        let Some(before) = self.bookings.before_change(id) else {
            return Ok(());
        };
        if let Some(booked) = &before.thing {
            self.give_back(&booked.parts, booking_owner(before.number));
        }
        self.take_parts(&moved.parts, booking_owner(before.number))?;
        self.note(Undo::Booking(before));
        if let Some(booked) = self.state.bookings.get_mut(id) {
            *booked = moved;
        }
        change_point();
        Ok(())
    }

    /// Keeps a hold under a new key, and holds what it holds.
    pub(crate) fn add_hold(&mut self, key: &str, hold: OnHold) {
        self.hold_parts(&hold.parts, self.holds.next_number(), hold.expires_at);
        self.note(Undo::Hold(self.holds.before_insert(key)));
        self.state.holds.insert(key, hold);
        change_point();
    }

    pub(crate) fn remove_hold(&mut self, key: &str) {
        let Some(before) = self.holds.before_change(key) else {
            return;
        };
        if let Some(hold) = &before.thing {
            self.drop_parts(hold, before.number);
        }
        self.note(Undo::Hold(before));
        self.state.holds.remove(key);
        change_point();
    }

    /// Lets a hold expire at another moment.
    pub(crate) fn extend_hold(&mut self, key: &str, expires_at: Instant) {
        let Some(before) = self.holds.before_change(key) else {
            return;
        };
        if let Some(hold) = &before.thing {
            self.drop_parts(hold, before.number);
            self.hold_parts(&hold.parts, before.number, expires_at);
        }
        self.note(Undo::Hold(before));
        if let Some(hold) = self.state.holds.get_mut(key) {
            hold.expires_at = expires_at;
        }
        change_point();
    }

    /// Keeps blocked time under a new id, and takes what it blocks.
    pub(crate) fn add_blocked(&mut self, id: &str, time: BlockedTime) -> Result<()> {
        let owner = blocked_owner(self.blocked.next_number());
        self.take_parts(std::slice::from_ref(&time.part), owner)?;
        self.note(Undo::Blocked(self.blocked.before_insert(id)));
        self.state.blocked.insert(id, time);
        change_point();
        Ok(())
    }

    pub(crate) fn remove_blocked(&mut self, id: &str) {
        let Some(before) = self.blocked.before_change(id) else {
            return;
        };
        if let Some(time) = &before.thing {
            self.give_back(std::slice::from_ref(&time.part), blocked_owner(before.number));
        }
        self.note(Undo::Blocked(before));
        self.state.blocked.remove(id);
        change_point();
    }
}

impl State {
    /// Takes anew, of some resources, what is booked, held and blocked.
    fn refill(&mut self, resources: &HashSet<u32>) {
        for number in resources {
            if let Some(schedule) = self.schedules.get_mut(*number as usize) {
                Arc::make_mut(schedule).clear();
            }
        }
        let wanted = |part: &&Part| resources.contains(&part.resource);
        let mut taken: Vec<(Part, u32)> = Vec::new();
        for (number, booked) in self.bookings.all() {
            let parts = booked.parts.iter().filter(wanted);
            taken.extend(parts.map(|part| (part.clone(), booking_owner(number))));
        }
        let blocked = self.blocked.all().map(|(number, time)| (&time.part, number));
        let blocked = blocked.filter(|(part, _)| wanted(part));
        taken.extend(blocked.map(|(part, number)| (part.clone(), blocked_owner(number))));
        for (part, owner) in &taken {
            self.take_parts(std::slice::from_ref(part), *owner);
        }
        let mut held: Vec<(Part, u32, Instant)> = Vec::new();
        for (number, hold) in self.holds.all() {
            let parts = hold.parts.iter().filter(wanted);
            held.extend(parts.map(|part| (part.clone(), number, hold.expires_at)));
        }
        for (part, number, expires_at) in &held {
            self.hold_parts(std::slice::from_ref(part), *number, *expires_at);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::super::calendar::Calendar;
    use super::super::change_point::stopping_at;
    use super::*;

    fn world() -> Calendar {
        let allotment = json!({"partner": "agency", "days": {"first": "2026-09-01", "last": "2026-09-30"}, "units": 2});
        let resources = json!({"resources": [
            {"id": "chair", "zone": "Europe/Berlin", "buffer_after_minutes": 30},
            {"id": "court", "zone": "UTC", "capacity": 3},
            {"id": "double", "zone": "Europe/Berlin", "mode": "nights", "capacity": 3, "allotments": [allotment]},
        ]});
        Calendar::load(resources).unwrap()
    }

    fn hour(hour: u8) -> String {
        format!("2026-09-{:02}T{:02}:00:00Z", 1 + hour / 24, hour % 24)
    }

    /// A taking of one of the three resources.
    fn take() -> impl Strategy<Value = Value> {
        (0..3_u8, 0..20_u8, 1..5_u8, 1..3_u8, any::<bool>()).prop_map(|(resource, start, length, units, agency)| {
            let span = json!({"span": {"start": hour(start), "end": hour(start + length)}});
            let stay = json!({"stay": {"check_in": format!("2026-09-{:02}", 1 + start % 7),
                "check_out": format!("2026-09-{:02}", 1 + start % 7 + length)}});
            match resource {
                0 => json!({"resource": "chair", "when": span}),
                1 => json!({"resource": "court", "when": span, "units": units}),
                _ if agency => json!({"resource": "double", "when": stay, "units": units, "partner": "agency"}),
                _ => json!({"resource": "double", "when": stay, "units": units}),
            }
        })
    }

    /// One of ten commands, with ids of which there are few, so that they meet.
    fn command() -> impl Strategy<Value = Value> {
        let takes = prop::collection::vec(take(), 1..4);
        (0..10_u8, 0..4_u8, 0..3_u8, 0..6_u8, takes).prop_map(|(kind, id, key, at, takes)| {
            let (now, booking, key) = (hour(at), format!("B{id}"), format!("H{key}"));
            let booked = json!({"id": booking, "takes": takes, "title": "tune"});
            let blocked = json!({"id": booking, "resource": takes[0]["resource"], "when": takes[0]["when"]});
            match kind {
                0 => json!({"book": {"now": now, "booking": booked}}),
                1 => json!({"book": {"now": now, "booking": booked, "hold": key}}),
                2 => json!({"hold": {"now": now, "key": key, "takes": takes, "ttl_seconds": 7_200}}),
                3 => json!({"confirm": {"now": now, "key": key, "booking": booking, "even_if_expired": true}}),
                4 => json!({"release": {"key": key}}),
                5 => json!({"extend": {"now": now, "key": key, "ttl_seconds": 10_800}}),
                6 => json!({"expire": {"now": now}}),
                7 => json!({"reschedule": {"now": now, "booking": booking, "takes": takes}}),
                8 if id < 2 => json!({"cancel": {"booking": booking}}),
                8 => json!({"unblock": {"blocked": booking}}),
                _ => json!({"block": {"blocked": blocked}}),
            }
        })
    }

    /// A call of one of the doors that change a calendar.
    #[derive(Clone, Debug)]
    enum Call {
        One(Value),
        Apply(Vec<Value>),
        Merge(Vec<Value>),
        Series { start: u8, count: u8, book: &'static str },
        Feed { events: Vec<(u8, u8)> },
        Rows(Value),
    }

    /// Rows of a database, some of them of the ids that commands use.
    fn rows() -> impl Strategy<Value = Value> {
        let row = || (0..4_u8, prop::collection::vec(take(), 1..3), 0..6_u8);
        let rows = [(); 3].map(|()| prop::collection::vec(row(), 0..3));
        (rows, 0..5_u8, 0..5_u8).prop_map(|([bookings, holds, blocked], booking, key)| {
            let bookings = bookings
                .into_iter()
                .map(|(id, takes, _)| json!({"id": format!("B{id}"), "takes": takes}));
            let holds = holds
                .into_iter()
                .map(|(id, takes, at)| json!({"key": format!("H{id}"), "takes": takes, "expires_at": hour(at)}));
            let blocked = blocked.into_iter().map(|(id, takes, _)| {
                json!({"id": format!("B{id}"), "resource": takes[0]["resource"], "when": takes[0]["when"]})
            });
            json!({
                "bookings": bookings.collect::<Vec<_>>(), "holds": holds.collect::<Vec<_>>(),
                "blocked": blocked.collect::<Vec<_>>(),
                "removed": {"bookings": [format!("B{booking}")], "holds": [format!("H{key}")], "blocked": ["B0"]},
            })
        })
    }

    fn call() -> impl Strategy<Value = Call> {
        let events = prop::collection::vec((0..20_u8, 1..4_u8), 0..5);
        let book = prop::sample::select(vec!["all", "skip_clashing", "none"]);
        prop_oneof![
            8 => command().prop_map(Call::One),
            1 => prop::collection::vec(command(), 1..5).prop_map(Call::Apply),
            1 => prop::collection::vec(command(), 1..5).prop_map(Call::Merge),
            2 => (0..20_u8, 1..5_u8, book).prop_map(|(start, count, book)| Call::Series { start, count, book }),
            2 => events.prop_map(|events| Call::Feed { events }),
            2 => rows().prop_map(Call::Rows),
        ]
    }

    fn request<T: serde::de::DeserializeOwned>(value: &Value) -> T {
        serde_json::from_value(value.clone()).unwrap()
    }

    fn words<T: Debug>(answer: &Result<T>) -> std::result::Result<String, String> {
        match answer {
            Ok(answer) => Ok(format!("{answer:?}")),
            Err(error) => Err(format!("{error:?}")),
        }
    }

    /// The answer, or the refusal, in words that can be compared.
    fn made(calendar: &Calendar, call: &Call) -> std::result::Result<String, String> {
        let of = |command: &Value, name: &str| command[name].clone();
        match call {
            Call::One(command) => match command.as_object().and_then(|all| all.keys().next()).unwrap().as_str() {
                "book" => words(&calendar.book(&request(&of(command, "book")))),
                "hold" => words(&calendar.hold(&request(&of(command, "hold")))),
                "confirm" => words(&calendar.confirm(&request(&of(command, "confirm")))),
                "release" => words(&calendar.release(&request(&of(command, "release")))),
                "extend" => words(&calendar.extend(&request(&of(command, "extend")))),
                "expire" => words(&calendar.expire(&request(&of(command, "expire")))),
                "cancel" => words(&calendar.cancel(&request(&of(command, "cancel")))),
                "reschedule" => words(&calendar.reschedule(&request(&of(command, "reschedule")))),
                "block" => words(&calendar.block(&request(&of(command, "block")))),
                _ => words(&calendar.unblock(&request(&of(command, "unblock")))),
            },
            Call::Apply(commands) => words(&calendar.apply(&request(&json!({"commands": commands})))),
            Call::Merge(commands) => {
                let received = commands.iter().enumerate().map(|(id, command)| {
                    json!({"id": id.to_string(), "received_at": "2026-09-01T02:00:00Z", "command": command})
                });
                words(&calendar.merge(&request(&json!({"received": received.collect::<Vec<_>>()}))))
            }
            Call::Series { start, count, book } => words(&calendar.book_series(&request(&json!({
                "now": hour(0), "id": "S", "resource": "chair", "minutes": 90, "book": book,
                "recurrence": {"start": {"day": "2026-09-01", "time": format!("{start:02}:00")},
                    "rule": format!("FREQ=HOURLY;INTERVAL=2;COUNT={count}")},
            })))),
            Call::Rows(rows) => words(&calendar.apply_rows(&request(rows))),
            Call::Feed { events } => {
                let events = events.iter().enumerate().map(|(uid, (start, length))| {
                    let (start, end) = (hour(*start), hour(start + length));
                    let written = |moment: &str| moment.replace(['-', ':'], "");
                    let (start, end) = (written(&start), written(&end));
                    format!("BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:{start}\r\nDTEND:{end}\r\nEND:VEVENT\r\n")
                });
                let text = format!("BEGIN:VCALENDAR\r\n{}END:VCALENDAR\r\n", events.collect::<String>());
                words(&calendar.import_feed(&request(&json!({
                    "resource": "court", "source": "B", "text": text,
                    "days": {"first": "2026-09-01", "last": "2026-09-03"},
                }))))
            }
        }
    }

    /// All that a state holds, its free numbers included, whatever way it came to it.
    fn picture(calendar: &Calendar) -> String {
        let state = calendar.read().unwrap();
        let always = (-i64::MAX / 4, i64::MAX / 4);
        let schedules = state.schedules.iter().map(|schedule| {
            let taken = &schedule.taken;
            let steps: Vec<_> = taken.steps(always.0, always.1).collect();
            let met = taken.meeting(always.0, always.1);
            assert_eq!(met.len(), taken.len());
            let partners = schedule.sold_to_partners(always);
            format!("{met:?} {steps:?} {:?} {partners:?}", schedule.held)
        });
        let schedules: Vec<String> = schedules.collect();
        let kept = (state.bookings.picture(), state.holds.picture(), state.blocked.picture());
        format!("{schedules:#?}\n{kept:#?}\n{:#?}", state.definition())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

        /// A call that is refused, or that panics at any point of its change, leaves everything as it was, and what comes
        /// after it goes as if it had never been.
        #[test]
        fn what_does_not_happen_as_a_whole_does_not_happen(calls in prop::collection::vec(call(), 1..14)) {
            let calendar = world();
            for call in calls {
                let before = picture(&calendar);
                let untouched = calendar.clone();
                for point in 0.. {
                    let (stopped, reached) = stopping_at(point, || made(&untouched, &call));
                    if !reached {
                        break;
                    }
                    prop_assert!(stopped.is_err());
                    prop_assert_eq!(picture(&untouched), before.clone(), "stopped at {} of {:?}", point, call);
                }
                let untouched = picture(&calendar);
                prop_assert_eq!(&untouched, &before);
                let answer = made(&calendar, &call);
                if answer.is_err() {
                    prop_assert_eq!(picture(&calendar), before, "refused: {:?}", call);
                }
            }
        }

        /// What is put back is not only equal: it goes on as if nothing had been.
        #[test]
        fn after_a_stop_everything_goes_on_as_before(
            calls in prop::collection::vec((call(), 0..40_usize), 1..14),
        ) {
            let (stopped, straight) = (world(), world());
            for (call, point) in calls {
                let (_, reached) = stopping_at(point, || made(&stopped, &call));
                if reached {
                    prop_assert_eq!(made(&stopped, &call), made(&straight, &call));
                } else {
                    let _ = made(&straight, &call);
                }
                prop_assert_eq!(picture(&stopped), picture(&straight));
            }
        }

        /// A series that is only looked at tells what booking it would tell.
        #[test]
        fn looking_at_a_series_tells_what_booking_it_does(
            calls in prop::collection::vec(call(), 0..10), start in 0..20_u8, count in 1..6_u8,
        ) {
            let calendar = world();
            for call in calls {
                let _ = made(&calendar, &call);
            }
            let before = picture(&calendar);
            let series = |book| request(&json!({
                "now": hour(0), "id": "S", "resource": "chair", "minutes": 90, "book": book,
                "recurrence": {"start": {"day": "2026-09-01", "time": format!("{start:02}:00")},
                    "rule": format!("FREQ=HOURLY;COUNT={count}")},
            }));
            let looked = calendar.book_series(&series("none")).unwrap();
            prop_assert_eq!(picture(&calendar), before);
            let mut booked = calendar.book_series(&series("skip_clashing")).unwrap();
            for one in &mut booked.occurrences {
                one.booking = None;
            }
            prop_assert_eq!(looked, booked);
        }
    }

    #[test]
    fn a_state_that_could_not_be_put_back_is_not_trusted() {
        let calendar = world();
        calendar.break_off();
        let copy = calendar.clone();
        let book = json!({"now": hour(0), "booking": {"id": "B", "takes": [{"resource": "chair",
            "when": {"span": {"start": hour(1), "end": hour(2)}}}]}});
        for broken in [&calendar, &copy] {
            let refused = broken.book(&request(&book)).unwrap_err();
            assert_eq!(refused.code().as_str(), "engine.defect");
            let asked = json!({"now": hour(0), "takes": book["booking"]["takes"]});
            assert_eq!(
                broken.check_all(&request(&asked)).unwrap_err().code().as_str(),
                "engine.defect"
            );
        }
        assert_eq!(
            Calendar::load(serde_json::to_value(calendar.definition()).unwrap())
                .unwrap()
                .definition(),
            world().definition()
        );
    }
}
