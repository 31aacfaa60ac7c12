//! What stands between somebody and a record at hand: whose it is, whether they may know of it, and what they may do with it.

use std::cell::OnceCell;

use serde_json::{Map, Value};

use super::columns::Cell;
use super::compiled::{Entity, Field, Pack};
use super::definition::{FieldKind, FieldWriter};
use super::query::{Kept, Reader, Row, Test};
use crate::tenancy::access::{AccessActor, Holder, PermissionId};
use crate::{Code, Error, Reason, Result};

/// A record as lists answer it.
pub(super) type Record = Map<String, Value>;

/// A record that rights are asked about; what one of them depends on is read the way its table would keep it.
pub(super) struct AtHand<'r> {
    entity: &'r Entity,
    record: &'r Record,
    kept: OnceCell<Kept>,
    cells: OnceCell<Box<[OnceCell<Cell>]>>,
    lists: OnceCell<Box<[OnceCell<Vec<Cell>>]>>,
}

impl<'r> AtHand<'r> {
    pub(super) fn new(entity: &'r Entity, record: &'r Record) -> Self {
        AtHand {
            entity,
            record,
            kept: OnceCell::new(),
            cells: OnceCell::new(),
            lists: OnceCell::new(),
        }
    }

    pub(super) fn holds(&self, test: &Test) -> bool {
        match test {
            Test::Constant(truth) => *truth,
            _ => test.holds(self),
        }
    }

    pub(super) fn record(&self) -> &'r Record {
        self.record
    }

    pub(super) fn kept(&self) -> &Kept {
        self.kept.get_or_init(|| self.entity.kept(self.record))
    }
}

impl Row for AtHand<'_> {
    fn cell(&self, column: u16) -> &Cell {
        let cells = self.cells.get_or_init(|| unread(self.entity.columns().len()));
        let (own, place) = (self.entity.column(column), cells.get(usize::from(column)));
        own.zip(place).map_or(&Cell::Null, |(own, place)| {
            place.get_or_init(|| self.entity.cell(own, self.record))
        })
    }

    fn list(&self, field: u16) -> &[Cell] {
        let lists = self.lists.get_or_init(|| unread(self.entity.fields().len()));
        let place = usize::from(field);
        let own = self.entity.fields().get(place).zip(lists.get(place));
        own.map_or(&[], |(field, place)| place.get_or_init(|| field.list(self.record)))
    }
}

/// So many places of which nothing has been asked.
fn unread<T>(count: usize) -> Box<[OnceCell<T>]> {
    std::iter::repeat_with(OnceCell::new).take(count).collect()
}

/// Somebody who does something with records of an entity.
pub(super) struct Acting<'a> {
    pub(super) entity: &'a Entity,
    pub(super) reader: Reader<'a>,
    pub(super) actor: &'a AccessActor,
}

impl<'a> Acting<'a> {
    pub(super) fn of(pack: &'a Pack, entity: &str, actor: &'a AccessActor, holder: &'a Holder) -> Result<Self> {
        let entity = pack.named(entity)?;
        let reader = Reader { pack, holder, entity };
        Ok(Acting { entity, reader, actor })
    }

    /// Refuses the record of another tenant before anything else of it is read.
    pub(super) fn own(&self, record: &Record, place: &str) -> Result<()> {
        let crosses = self.entity.is_platform() || (self.actor.super_admin && self.actor.across_tenants);
        let tenant = record.get("tenant_id").and_then(Value::as_str);
        if crosses || tenant.is_none_or(|tenant| tenant == self.actor.tenant.as_str()) {
            return Ok(());
        }
        let message = "the record belongs to another tenant than the actor";
        Err(Error::new(
            Code::TenancyWrongTenant,
            format!("{place}/tenant_id"),
            message,
        ))
    }

    pub(super) fn may(&self, permission: PermissionId, row: &AtHand<'_>) -> bool {
        row.holds(&self.reader.may(permission))
    }

    /// What somebody may neither read nor do anything with is not there for them.
    pub(super) fn knows(&self, row: &AtHand<'_>, permission: PermissionId) -> Result<()> {
        if self.may(self.entity.permissions.read, row) || self.may(permission, row) {
            return Ok(());
        }
        Err(not_found(self.entity))
    }

    /// Refuses who may not do this with the record, and who does not run the platform and would write what is the platform's.
    pub(super) fn needs(&self, row: &AtHand<'_>, permission: PermissionId, verb: &str) -> Result<()> {
        self.own(row.record, "/before")?;
        self.knows(row, permission)?;
        self.writes(verb)?;
        if self.may(permission, row) {
            return Ok(());
        }
        Err(self.lacks(verb, "/actor").into())
    }

    /// Records of the platform are written by those who run it.
    pub(super) fn writes(&self, verb: &str) -> Result<()> {
        if !self.entity.is_platform() || self.actor.super_admin {
            return Ok(());
        }
        let name = format!("{}:{verb}", self.entity.plural());
        let message = format!(
            "`{}` are the platform's; only who runs it writes them",
            self.entity.plural()
        );
        let reason = Reason::new(Code::TenancyPermissionMissing, "/actor", message);
        Err(reason.with("permission", name).into())
    }

    pub(super) fn lacks(&self, verb: &str, place: &str) -> Reason {
        let name = format!("{}:{verb}", self.entity.plural());
        let message = format!("`{name}` is needed for this record, and the actor does not hold it");
        Reason::new(Code::TenancyPermissionMissing, place, message).with("permission", name)
    }

    /// Whether a field of the record is hidden from them.
    pub(super) fn hides(&self, place: usize, row: &AtHand<'_>) -> bool {
        !row.holds(&self.reader.sees(place))
    }
}

/// That there is no such record: said in the same words of one that is not there and of one that may not be known of.
pub(super) fn not_found(entity: &Entity) -> Error {
    let message = format!("there is no such record among `{}`", entity.plural());
    Reason::new(Code::RecordsNotFound, "", message)
        .with("entity", entity.name())
        .into()
}

/// Refuses a record that was deleted.
pub(super) fn alive(record: &Record) -> Result<()> {
    if record.get("deleted_at").is_none_or(Value::is_null) {
        return Ok(());
    }
    let message = "the record was deleted; restore it first";
    Err(Error::new(Code::RequestConflict, "/before/deleted_at", message))
}

/// That none of these records begins, where a tenant has closed them.
pub(super) fn closed(entity: &Entity) -> Option<Reason> {
    let message = format!(
        "no `{}` begin: the tenant's own machine of them does not fit the pack any more; change it, or return to the pack's",
        entity.plural()
    );
    entity
        .is_closed()
        .then(|| Reason::new(Code::RecordsNotWritable, "", message))
}

/// Another version than the one that the actor saw.
pub(super) fn seen(expected: Option<u64>, record: &Record) -> Option<Reason> {
    let version = version(record);
    let expected = expected.filter(|expected| *expected != version)?;
    let message = format!("the record is at version {version}, not {expected}; read it again");
    Some(Reason::new(Code::RecordsVersion, "/expected_version", message).with("version", version))
}

pub(super) fn version(record: &Record) -> u64 {
    record.get("version").and_then(Value::as_u64).unwrap_or_default()
}

/// What somebody has to be told who would write a field that people do not; nothing when they do.
pub(super) fn unwritable(entity: &Entity, field: &Field) -> Option<&'static str> {
    let definition = entity.definition();
    let number = || definition.number.as_ref().is_some_and(|own| own.field == field.name());
    let state = || definition.machine.as_ref().is_some_and(|own| own.field == field.name());
    Some(match field.kind() {
        FieldKind::Rows | FieldKind::Gathered => "is made of other records; change those",
        _ if field.computed.is_some() => "is reckoned from other fields; change those",
        _ if state() => "is the state of the record; fire an event of its machine",
        _ if number() => "is the record's number, which is given once; leave it out",
        _ => match field.definition().written_by {
            FieldWriter::People => return None,
            FieldWriter::Machine => "is written by the machine alone; leave it out",
            FieldWriter::Engine => "is written by the engine alone; leave it out",
        },
    })
}

impl Pack {
    /// What a host says of a record of that entity that it does not find: the same bytes as of one that may not be known of.
    pub fn not_found(&self, entity: &str) -> Error {
        self.named(entity).map_or_else(|error| error, not_found)
    }
}
