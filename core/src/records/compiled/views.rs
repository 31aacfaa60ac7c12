//! Views, checked whole: what they name is there and is shown, and what they ask goes through the one plan.

use std::collections::BTreeSet;

use super::super::columns::ColumnKind;
use super::super::definition::{FieldKind, PackViewKind, ViewDefinition, ViewPlot};
use super::super::query::RecordQuery;
use super::super::views::{is_own, stretches_of};
use super::{Entity, Field, Pack, check, others};
use crate::fault::{Faults, Place, Pointer, shortened};
use crate::records::Stretch;
use crate::tenancy::TenantId;
use crate::tenancy::access::{AccessActor, Holder};
use crate::time::Instant;
use crate::{Code, Reason};

pub(super) fn check(pack: &Pack, place: &Pointer, faults: &mut Faults) {
    // The one who may name everything: what they cannot ask, nobody can.
    let mut actor = AccessActor::new(TenantId::new("pack"), "pack");
    actor.super_admin = true;
    let holder = pack.holder(&actor).ok();
    let mut names = BTreeSet::new();
    for (index, view) in pack.definition().views.iter().enumerate() {
        let at = place.join(index);
        check::plain(&view.name, "a view", &Place::At(at.as_str()).field("name"), faults);
        if !names.insert(view.name.as_str()) {
            let message = format!("there are two views `{}`", shortened(&view.name));
            faults.add(Reason::new(Code::DefinitionConflict, at.join("name"), message));
        }
        let Some(entity) = others::entity(pack, &view.entity, &at.join("entity"), faults) else {
            continue;
        };
        let mut checked = Checked { entity, view, faults };
        checked.columns(&at.join("fields"));
        checked.lanes(&at);
        checked.days(&at);
        checked.plot(&at.join("plot"));
        if let Some(holder) = &holder {
            checked.asked(pack, (&actor, holder), &at);
        }
    }
}

struct Checked<'c> {
    entity: &'c Entity,
    view: &'c ViewDefinition,
    faults: &'c mut Faults,
}

impl<'c> Checked<'c> {
    fn fault(&mut self, code: Code, at: impl Into<String>, message: impl Into<String>) {
        self.faults.add(Reason::new(code, at, message));
    }

    /// The columns are there, and show something.
    fn columns(&mut self, at: &Pointer) {
        let mut seen = BTreeSet::new();
        for (number, name) in self.view.fields.iter().enumerate() {
            let at = at.join(number);
            if !seen.insert(name) {
                self.fault(
                    Code::DefinitionConflict,
                    &at,
                    format!("`{}` is there twice", shortened(name)),
                );
            }
            match self.entity.field(name) {
                Some(field) if matches!(field.kind(), FieldKind::Secret | FieldKind::Rows) => {
                    let message = format!("`{name}` is {}, of which a view shows nothing", field.kind().told());
                    self.fault(Code::DefinitionConflict, at, message);
                }
                Some(_) => {}
                None if is_own(self.entity, name) => {}
                None => self.fault(Code::DefinitionReference, at, self.entity.no_field(name)),
            }
        }
    }

    fn lanes(&mut self, at: &Pointer) {
        let at = at.join("group");
        if self.view.kind != PackViewKind::Board {
            if self.view.group.is_some() {
                self.fault(
                    Code::DefinitionConflict,
                    at,
                    "only a board has lanes; leave `group` out",
                );
            }
            return;
        }
        let Some(name) = self.view.grouped(self.entity) else {
            let message = "name the field by whose values the board has lanes: a choice or a link";
            return self.fault(Code::DefinitionMissing, at, message);
        };
        let Some(field) = self.entity.field(&name) else {
            return self.fault(Code::DefinitionReference, at, self.entity.no_field(&name));
        };
        let state = self.entity.definition().machine.as_ref();
        let is_state = state.is_some_and(|machine| machine.field == name);
        if !is_state && !matches!(field.kind(), FieldKind::Choice | FieldKind::Link) {
            let message = format!(
                "lanes are by a choice, a link or the state; `{name}` is {}",
                field.kind().told()
            );
            return self.fault(Code::DefinitionConflict, at, message);
        }
        self.filtered(field, &at);
    }

    fn days(&mut self, at: &Pointer) {
        let (from, to) = (&self.view.from, &self.view.to);
        if self.view.kind != PackViewKind::Calendar {
            for (name, given) in [("from", from.is_some()), ("to", to.is_some())] {
                if given {
                    let message = format!("only a calendar has days; leave `{name}` out");
                    self.fault(Code::DefinitionConflict, at.join(name), message);
                }
            }
            return;
        }
        let Some(from) = from else {
            let message = "name the day or the moment at which a record begins";
            return self.fault(Code::DefinitionMissing, at.join("from"), message);
        };
        let begins = self.moment(from, &at.join("from"));
        let ends = to.as_ref().and_then(|to| self.moment(to, &at.join("to")));
        if let (Some(begins), Some(ends)) = (begins, ends)
            && begins.kind() != ends.kind()
        {
            let message = "what begins with a day ends with a day, and what begins with a moment ends with a moment";
            self.fault(Code::DefinitionConflict, at.join("to"), message);
        }
    }

    /// A field of days or moments by which lists are filtered.
    fn moment(&mut self, name: &str, at: &Pointer) -> Option<&'c Field> {
        let Some(field) = self.entity.field(name) else {
            self.fault(Code::DefinitionReference, at, self.entity.no_field(name));
            return None;
        };
        if !matches!(field.kind(), FieldKind::Day | FieldKind::Instant) {
            let message = format!("`{name}` is {}; name a day or a moment", field.kind().told());
            self.fault(Code::DefinitionConflict, at, message);
            return None;
        }
        self.filtered(field, at);
        Some(field)
    }

    fn filtered(&mut self, field: &Field, at: &Pointer) {
        if !field.definition().filter {
            let message = format!("lists are not filtered by `{}`; set its `filter`", field.name());
            self.fault(Code::DefinitionConflict, at, message);
        }
    }

    fn plot(&mut self, at: &Pointer) {
        let Some(ViewPlot { along, of, per, .. }) = &self.view.plot else {
            return;
        };
        let axis = at.join("along");
        match self.entity.field(along) {
            Some(field) if matches!(field.kind(), FieldKind::Money) || !field.kind().has_column() => {
                let message = format!("nothing is plotted along `{along}`, which is {}", field.kind().told());
                self.fault(Code::DefinitionConflict, axis, message);
            }
            Some(field) => self.filtered(field, &axis),
            None if is_own(self.entity, along) && stretches_of(self.entity, along) => {}
            None => self.fault(Code::DefinitionReference, axis, self.entity.no_field(along)),
        }
        if let Some(of) = of {
            let summed = |field: &Field| {
                let kind = field.definition().column();
                field.kind().has_column()
                    && matches!(kind, ColumnKind::Integer | ColumnKind::Scaled(_) | ColumnKind::Duration)
            };
            match self.entity.field(of) {
                Some(field) if summed(field) => {}
                Some(field) => {
                    let message = format!("`{of}` is {}, which has no sum", field.kind().told());
                    self.fault(Code::DefinitionConflict, at.join("of"), message);
                }
                None => self.fault(Code::DefinitionReference, at.join("of"), self.entity.no_field(of)),
            }
        }
        let Some(per) = per else { return };
        let is_day = self
            .entity
            .field(along)
            .is_some_and(|field| field.kind() == FieldKind::Day);
        if !stretches_of(self.entity, along) {
            let message = format!("`{along}` is no time that could be cut into stretches; leave `per` out");
            self.fault(Code::DefinitionConflict, at.join("per"), message);
        } else if is_day && *per == Stretch::Hour {
            let message = format!("`{along}` is a day, which has no hours");
            self.fault(Code::DefinitionConflict, at.join("per"), message);
        }
    }

    /// Filters, order, counts and sums, as a list would be asked for them by whoever may name everything.
    fn asked(&mut self, pack: &Pack, (actor, holder): (&AccessActor, &Holder), at: &Pointer) {
        let Some(now) = Instant::from_microseconds(0) else {
            return;
        };
        let mut query = RecordQuery::new(self.entity.name(), actor.clone(), now);
        query.filter.clone_from(&self.view.filter);
        query.sort.clone_from(&self.view.sort);
        query.facets.clone_from(&self.view.facets);
        query.sums.clone_from(&self.view.sums);
        let Err(error) = pack.plan(&query, holder) else {
            return;
        };
        for reason in error.into_reasons() {
            let code = match reason.code {
                Code::RequestUnknown => Code::DefinitionReference,
                Code::RequestConflict => Code::DefinitionConflict,
                _ => Code::DefinitionRange,
            };
            self.fault(code, format!("{at}{}", reason.path), reason.message);
        }
    }
}
