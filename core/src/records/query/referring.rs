//! Records that link to another one: what stands in the way of its deletion, or goes with it.

use super::super::columns::Cell;
use super::super::compiled::Pack;
use super::super::definition::{DeletionRule, FieldKind};
use super::super::deletion::Referring;
use super::super::reckon::field_of;
use super::{Present, QueryPlan, Reader, RecordQuery, Sign, Test};
use crate::tenancy::access::Holder;
use crate::time::Zone;
use crate::{Code, Error, Result};

impl Pack {
    /// The plan of the records that link to one by a field: a query of that field's entity, narrowed. Where the field refuses a
    /// deletion only while something is true, `refusing` narrows it to those of which that is.
    pub fn referring_plan(
        &self,
        referring: &Referring,
        to: [u8; 16],
        query: &RecordQuery,
        holder: &Holder,
        refusing: bool,
    ) -> Result<QueryPlan> {
        let mut plan = self.plan(query, holder)?;
        let entity = self.named(&query.entity)?;
        let place = entity.place_of(&referring.field);
        let field = entity.field(&referring.field);
        let (Some(place), Some(field)) = (place, field) else {
            return Err(Error::new(
                Code::RequestUnknown,
                "/field",
                entity.no_field(&referring.field),
            ));
        };
        let condition = match (&referring.rule, &field.refuse_while) {
            (DeletionRule::RefuseWhile(_), Some(condition)) if refusing => Some(condition),
            _ => None,
        };
        // Which records it finds tells what stands in these fields of them: whoever may not name one does not ask.
        let reader = Reader {
            pack: self,
            holder,
            entity,
        };
        let looked_at = condition.into_iter().flat_map(|condition| condition.expression.names());
        let looked_at = looked_at.filter_map(|name| entity.place_of(field_of(name)));
        if looked_at.chain([place]).any(|place| !reader.names(place)) {
            return Err(Error::new(
                Code::RequestUnknown,
                "/field",
                entity.no_field(&referring.field),
            ));
        }
        let links = match (field.kind(), field.column()) {
            (FieldKind::Links, _) => u16::try_from(place).ok().map(|place| Test::Holds(place, Cell::Id(to))),
            (_, column) => column.map(|column| Test::Compare(column, Sign::Equal, Cell::Id(to))),
        };
        let utc = Zone::UTC;
        let zone = query.zone.as_ref().unwrap_or(&utc);
        let present = Present {
            now: query.now,
            today: zone.day_of(query.now),
            actor: &query.actor.id,
        };
        let only = condition.map(|condition| condition.test(entity, &present));
        let links = links.unwrap_or(Test::Constant(false));
        plan.test = Test::all([plan.test, links].into_iter().chain(only));
        Ok(plan)
    }
}
