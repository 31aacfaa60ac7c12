//! What somebody may with which records of an entity, as a test.

use super::super::columns::{Cell, ColumnKind};
use super::super::compiled::{Entity, Field, Gather, Pack};
use super::super::definition::FieldKind;
use super::{Sign, Test};
use crate::tenancy::access::{AccessActor, Holder, PermissionId};
use crate::{Code, Error, Reason, Result};

/// Somebody, with what they may by the pack's rules.
#[derive(Clone, Copy, Debug)]
pub(in crate::records) struct Reader<'r> {
    pub(in crate::records) pack: &'r Pack,
    pub(in crate::records) holder: &'r Holder,
    pub(in crate::records) entity: &'r Entity,
}

impl Pack {
    /// What an actor may, for many questions.
    pub fn holder(&self, actor: &AccessActor) -> Result<Holder> {
        self.access().shared_holder(actor)
    }
}

impl Reader<'_> {
    /// The records with which they may.
    pub(in crate::records) fn may(&self, permission: PermissionId) -> Test {
        let ids = |ids: Vec<&str>| match self.entity.column_named("id") {
            Some(column) => one_of_ids(column, &ids),
            None => Test::Constant(false),
        };
        if let Some(denied) = self.holder.may_except(permission) {
            return Test::contrary(ids(denied));
        }
        let related = self
            .holder
            .related_by(permission)
            .filter_map(|(name, field)| self.related(name, field));
        let granted = ids(self.holder.granted_on(permission).collect());
        let denied = ids(self.holder.denied_on(permission).collect());
        Test::all([Test::any(related.chain([granted])), Test::contrary(denied)])
    }

    /// The records that name them in a field. A relation of another entity says nothing of this one.
    fn related(&self, name: &str, field: &str) -> Option<Test> {
        if let Some((entity, _)) = name.split_once('.')
            && entity != self.entity.name()
        {
            return None;
        }
        let id = self.holder.id();
        if field == "id" {
            return self.entity.column_named("id").map(|column| one_of_ids(column, &[id]));
        }
        let place = u16::try_from(self.entity.place_of(field)?).ok()?;
        let field = self.entity.field(field)?;
        let text = || Cell::Text(id.to_owned());
        Some(match (field.kind(), field.column()) {
            (FieldKind::Link, Some(column)) => one_of_ids(column, &[id]),
            (FieldKind::Text, Some(column)) => Test::Compare(column, Sign::Equal, text()),
            (FieldKind::Links | FieldKind::Gathered, _) => Test::Holds(place, field.entry(id)?),
            _ => return None,
        })
    }

    /// The records of which a field is seen. What is gathered is seen by those who may read it where it stands, of every record.
    pub(in crate::records) fn sees(&self, place: usize) -> Test {
        let masks = self.entity.masks.iter().filter(|(field, _)| *field == place);
        let own = masks.map(|(_, unless)| self.may(*unless));
        let gather = self.entity.fields().get(place).and_then(Field::gather);
        let gathered = gather.map(|gather| Test::Constant(self.sees_all(gather)));
        Test::all(own.chain(gathered))
    }

    /// Whether all is seen that gathered values are made of, of every record: the value, the link, and what must be true.
    fn sees_all(&self, gather: &Gather) -> bool {
        let Some(entity) = self.pack.entities().get(gather.entity) else {
            return false;
        };
        let other = Reader { entity, ..*self };
        let columns = [gather.value, gather.by].into_iter();
        let columns = columns.filter_map(|column| entity.column(column)?.field);
        let condition = gather
            .condition
            .iter()
            .flat_map(|condition| condition.expression.names());
        let named = condition.filter_map(|name| entity.place_of(name.split('.').next().unwrap_or(name)));
        other.may(entity.permissions.read) == Test::Constant(true)
            && columns.chain(named).all(|field| other.names(field))
    }

    /// Whether a field is seen of every record that is: only then it may be named.
    pub(in crate::records) fn names(&self, place: usize) -> bool {
        self.sees(place) == Test::Constant(true)
    }

    /// The records that they may read; a refusal when there can be none.
    pub(in crate::records) fn required(&self, permission: PermissionId, verb: &str) -> Result<Test> {
        let test = self.may(permission);
        if test == Test::Constant(false) {
            let name = format!("{}:{verb}", self.entity.plural());
            let message = format!("`{name}` is needed, and the actor does not hold it");
            let reason = Reason::new(Code::TenancyPermissionMissing, "/actor", message);
            return Err(Error::from(reason.with("permission", name)));
        }
        Ok(test)
    }
}

fn one_of_ids(column: u16, ids: &[&str]) -> Test {
    let mut cells: Vec<Cell> = ids.iter().filter_map(|id| Cell::id(id)).collect();
    cells.sort_unstable();
    cells.dedup();
    match cells.len() {
        0 => Test::Constant(false),
        1 => cells
            .pop()
            .map_or(Test::Constant(false), |only| Test::Compare(column, Sign::Equal, only)),
        _ => Test::OneOf(column, cells),
    }
}

/// Whether a column orders its values as people expect: what is kept as a whole is not.
pub(super) fn is_ordered(kind: ColumnKind) -> bool {
    !matches!(kind, ColumnKind::Bytes | ColumnKind::Json)
}
