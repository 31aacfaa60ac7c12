//! What somebody on the line learns of what happened: by what they could see of the record before and afterwards, each as it was then, and
//! by what they may now.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::records::{Cell, NoticeKind, RecordNoticeRequest};
use ratebook::time::Instant;
use serde_json::{Value, json};

use super::Told;
use crate::platform::audit::sight::{Sight, whole};
use crate::platform::auth::written;
use crate::platform::webhooks::is_of;
use crate::records::desk::Desk;
use crate::state::App;
use crate::store::{AnyRow, Failure, Record, RowCells};

/// Something that happened to a record, as it was passed on.
#[derive(Debug)]
pub(super) struct Happened {
    seq: i64,
    id: [u8; 16],
    at: i64,
    /// What the entity was called then.
    entity: String,
    record: [u8; 16],
    name: String,
    fields: Vec<String>,
    images: [Option<Record>; 2],
}

impl Happened {
    pub(super) const COLUMNS: &str = "SELECT seq, id, at, entity, record_id, name, body FROM outbox WHERE tenant_id = $1 AND seq > $2 AND \
                                      NOT is_effect ORDER BY seq LIMIT $3";

    /// Reads it; nothing where it cannot be known what it is.
    pub(super) fn read(row: &AnyRow) -> Result<Option<Happened>, Failure> {
        let body: Value = row
            .text(6)?
            .map(serde_json::from_str)
            .and_then(Result::ok)
            .unwrap_or_default();
        let (Some(record), Some(fields)) = (row.id(4)?, body.get("fields").and_then(Value::as_array)) else {
            return Ok(None);
        };
        let image = |place: usize| body.get("images")?.get(place)?.as_object().cloned();
        Ok(Some(Happened {
            seq: row.whole(0)?.unwrap_or_default(),
            id: row.id(1)?.unwrap_or_default(),
            at: row.whole(2)?.unwrap_or_default(),
            entity: row.text(3)?.unwrap_or_default().to_owned(),
            record,
            name: row.text(5)?.unwrap_or_default().to_owned(),
            fields: fields.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            images: [image(0), image(1)],
        }))
    }
}

/// What somebody learns of all this, in order, as far as it is of these kinds. What is gathered is asked again, once for each entity.
pub(super) async fn told(
    app: &App,
    sight: &Sight,
    (happened, kinds): (Vec<Happened>, &[String]),
) -> Result<Vec<Told>, Failure> {
    let mut wanted: BTreeMap<(&str, usize), BTreeSet<Cell>> = BTreeMap::new();
    for one in &happened {
        let desks = sight.desks_of(&one.entity);
        for (place, desk) in desks.iter().enumerate() {
            if desks.len() > 1 || asks_again(desk)? {
                wanted
                    .entry((&one.entity, place))
                    .or_default()
                    .insert(Cell::Id(one.record));
            }
        }
    }
    let mut there = BTreeMap::new();
    for ((name, place), ids) in wanted {
        if let Some(desk) = sight.desks_of(name).get(place) {
            there.insert((name.to_owned(), place), whole(app, desk, &ids).await?);
        }
    }
    let mut all = Vec::with_capacity(happened.len());
    for one in &happened {
        let desks = sight.desks_of(&one.entity);
        let id = written(one.record);
        let now = |place: usize| there.get(&(one.entity.clone(), place))?.get(&id);
        // Of which entity a record was that is gone is not known where two are called so.
        let place = match desks.len() {
            1 => Some(0),
            _ => (0..desks.len()).find(|place| now(*place).is_some()),
        };
        let Some((desk, place)) = place.and_then(|place| Some((desks.get(place)?, place))) else {
            continue;
        };
        all.extend(one.told(desk, now(place), kinds)?);
    }
    Ok(all)
}

/// Whether rights to the records of an entity depend on what is gathered.
fn asks_again(desk: &Desk) -> Result<bool, Failure> {
    Ok(desk.pack().gathered_by_rights(desk.entity()?).next().is_some())
}

impl Happened {
    /// What somebody learns of it; nothing where anything is in doubt.
    fn told(&self, desk: &Desk, now: Option<&Record>, kinds: &[String]) -> Result<Option<Told>, Failure> {
        let entity = desk.entity()?;
        if entity.is_platform() != desk.is_platform() {
            return Ok(None);
        }
        let mut request = RecordNoticeRequest::new(entity.name(), desk.caller.actor.clone());
        let [before, after] = &self.images;
        request.before = self.image(desk, before.as_ref(), now)?;
        request.after = self.image(desk, after.as_ref(), now)?;
        for field in &self.fields {
            request.fields.push(desk.field_now(field, self.moment())?);
        }
        let Ok(notice) = desk.pack().notice(&request) else {
            return Ok(None);
        };
        let is_any = kinds.is_empty();
        // What came into sight and went out of it says nothing of what happened, and so does whether it is told.
        let of_entity = || {
            let whose = |kind: &String| {
                kind.split(':')
                    .next()
                    .is_some_and(|own| own == "*" || own == entity.name())
            };
            is_any || kinds.iter().any(whose)
        };
        let name = match notice.told {
            NoticeKind::Changed if is_any || kinds.iter().any(|kind| is_of(&self.name, kind)) => self.name.as_str(),
            NoticeKind::New if of_entity() => "new",
            NoticeKind::Gone if of_entity() => "gone",
            _ => return Ok(None),
        };
        let said = json!({
            "message": written(self.id),
            "timestamp": self.moment(),
            "entity": entity.name(),
            "id": written(self.record),
        });
        Ok(Some(Told {
            id: self.seq,
            said: Some((name.to_owned(), said)),
        }))
    }

    fn moment(&self) -> Instant {
        Instant::from_microseconds(self.at).unwrap_or(Instant::UNIX_EPOCH)
    }

    /// An image as rights are asked of it: what was kept of it then, by the names of now, and what is gathered as it is now.
    fn image(&self, desk: &Desk, kept: Option<&Record>, now: Option<&Record>) -> Result<Option<Record>, Failure> {
        let Some(kept) = kept else { return Ok(None) };
        let mut image = Record::new();
        for (name, value) in kept {
            image.insert(desk.field_now(name, self.moment())?, value.clone());
        }
        for name in desk.pack().gathered_by_rights(desk.entity()?) {
            image.extend(
                now.and_then(|now| now.get(name))
                    .map(|value| (name.to_owned(), value.clone())),
            );
        }
        image.insert("id".to_owned(), written(self.record).into());
        Ok(Some(image))
    }
}
