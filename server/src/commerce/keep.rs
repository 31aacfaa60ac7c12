//! Bookings and blocked time as records: found as a whole, written with their history, and answered as the caller may see them.

use std::collections::BTreeSet;

use ratebook::money::Money;
use ratebook::records::{Cell, RecordChange, Sign, Test};
use serde_json::{Value, json};

use super::counter::Counter;
use super::find::{Id, id_of};
use super::takings::Taking;
use crate::records::answer::Answer;
use crate::records::desk::Desk;
use crate::records::keep::Done;
use crate::store::json;
use crate::store::sql::Bound;
use crate::store::{Failure, Record, RowCells, TenantTx, id_of as id_of_record};

/// The most things that are booked at once.
const MOST_TAKES: u32 = 200;
/// What every record has, and no history tells.
const UNTOLD: &[&str] = &["id", "tenant_id", "version", "created_at", "updated_at"];

/// By what a job names what it is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum Named<'j> {
    /// It is new.
    Nothing,
    /// A hold of the caller's own, by its key.
    Held(&'j str),
    /// The same, or what it has become.
    Key(&'j str),
    /// A booking, by the id of any of its records.
    Booking(&'j str),
}

/// What was booked or is held together: its records that count, in their order.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) id: Id,
    pub(super) records: Vec<Record>,
}

impl Group {
    /// The record that stands for the whole.
    pub(super) fn first(&self) -> Result<&Record, Failure> {
        let first = self.records.first();
        first.ok_or_else(|| Failure::defect("a booking without a record"))
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.records.first()?.get(name).and_then(Value::as_str)
    }

    pub(super) fn takings(&self) -> Result<Vec<Taking>, Failure> {
        self.records.iter().map(Taking::of).collect()
    }

    pub(super) fn ids(&self) -> Result<Vec<Id>, Failure> {
        self.records.iter().map(id_of_record).collect()
    }
}

impl Counter {
    /// The id of what a job names.
    pub(super) async fn named(&self, tx: &mut TenantTx<'_>, named: Named<'_>) -> Result<Option<Id>, Failure> {
        let maker = || Bound::Text(self.bookings.caller.actor.id.clone());
        let rows = match named {
            Named::Nothing => return Ok(None),
            Named::Held(key) => {
                tx.ask(
                    "SELECT group_id FROM native__booking WHERE tenant_id = $1 AND made_by = $2 AND hold_key = $3 AND place = 0 AND \
                     state = 'held'",
                    &[maker(), Bound::Text(key.to_owned())],
                )
                .await?
            }
            Named::Key(key) => {
                tx.ask(
                    "SELECT group_id FROM native__booking WHERE tenant_id = $1 AND made_by = $2 AND hold_key = $3 AND place = 0 AND \
                     state IN ('held', 'confirmed') ORDER BY CASE state WHEN 'held' THEN 0 ELSE 1 END, id DESC LIMIT 1",
                    &[maker(), Bound::Text(key.to_owned())],
                )
                .await?
            }
            Named::Booking(id) => {
                let Some(id) = id_of(id) else { return Ok(None) };
                tx.ask(
                    "SELECT group_id FROM native__booking WHERE tenant_id = $1 AND id = $2",
                    &[Bound::Id(id)],
                )
                .await?
            }
        };
        Ok(rows.first().map(|row| row.id(0)).transpose()?.flatten())
    }

    /// The resources of which a group takes something.
    pub(super) async fn resources_of(&self, tx: &mut TenantTx<'_>, group: Id) -> Result<BTreeSet<Id>, Failure> {
        let rows = tx
            .ask(
                "SELECT resource_id FROM native__booking WHERE tenant_id = $1 AND group_id = $2 AND state IN ('held', 'confirmed')",
                &[Bound::Id(group)],
            )
            .await?;
        let mut ids = BTreeSet::new();
        for row in &rows {
            ids.extend(row.text(0)?.and_then(id_of));
        }
        Ok(ids)
    }

    /// A group with nothing hidden; nothing where nothing of it counts any more.
    pub(super) async fn group(&self, tx: &mut TenantTx<'_>, id: Id) -> Result<Option<Group>, Failure> {
        let desk = &self.bookings;
        let mut plan = desk.whole_plan(false)?;
        let column = desk.entity()?.column_named("group_id");
        let column = column.ok_or_else(|| Failure::defect("bookings without groups"))?;
        plan.test = Test::all([plan.test, Test::Compare(column, Sign::Equal, Cell::Id(id))]);
        plan.limit = 10 * MOST_TAKES;
        let page = tx.page(desk.pack(), &plan).await?;
        let mut records: Vec<Record> = json::read(&page.items)?;
        records.retain(|record| matches!(record.get("state").and_then(Value::as_str), Some("held" | "confirmed")));
        records.sort_by_key(|record| record.get("place").and_then(Value::as_i64));
        Ok(Some(Group { id, records }).filter(|group| !group.records.is_empty()))
    }

    /// Keeps a new record, with its history.
    pub(super) async fn add(
        &self,
        desk: &Desk,
        tx: &mut TenantTx<'_>,
        mut record: Record,
        event: &str,
    ) -> Result<(), Failure> {
        for name in ["created_at", "updated_at"] {
            record.insert(name.to_owned(), json!(desk.now));
        }
        record.insert("version".to_owned(), 1.into());
        tx.add(desk.target()?, &record).await?;
        self.noted(desk, tx, (&Record::new(), &record), event).await
    }

    /// Keeps what has become of a record, with its history.
    pub(super) async fn alter(
        &self,
        desk: &Desk,
        tx: &mut TenantTx<'_>,
        (before, changes): (&Record, &Record),
        event: &str,
    ) -> Result<(), Failure> {
        let mut after = before.clone();
        after.extend(changes.clone());
        let version = before.get("version").and_then(Value::as_i64).unwrap_or(0);
        after.insert("version".to_owned(), (version + 1).into());
        after.insert("updated_at".to_owned(), json!(desk.now));
        // Whoever changes what the pack has added locks no resource, and may have been first.
        tx.change(desk.target()?, before, &after)
            .await
            .map_err(|failure| match failure {
                Failure::Busy(message) => Failure::Crossed(message),
                other => other,
            })?;
        self.noted(desk, tx, (before, &after), event).await
    }

    async fn noted(
        &self,
        desk: &Desk,
        tx: &mut TenantTx<'_>,
        (before, after): (&Record, &Record),
        event: &str,
    ) -> Result<(), Failure> {
        let entity = desk.entity()?;
        let told = |record: &Record, name: &str| record.get(name).filter(|value| !value.is_null()).cloned();
        let names = entity.fields().iter().map(|field| field.name());
        let changes = names.filter(|name| !UNTOLD.contains(name)).filter_map(|name| {
            let (was, is) = (told(before, name), told(after, name));
            if was == is {
                return None;
            }
            let mut change = RecordChange::new(name);
            (change.before, change.after) = (was, is);
            Some(change)
        });
        let done = Done {
            id: id_of_record(after)?,
            events: &[format!("{}:{event}", entity.name())],
            states: &[],
            changes: &changes.collect::<Vec<_>>(),
            images: [Some(before).filter(|before| !before.is_empty()), Some(after)],
        };
        desk.note(tx, done)
    }

    /// A group as the caller may see it: its records, and what they come to.
    pub(super) async fn told(
        &self,
        tx: &mut TenantTx<'_>,
        status: u16,
        (group, ids): (Id, &[Id]),
        mut more: Record,
    ) -> Result<Answer, Failure> {
        let mut items = Vec::with_capacity(ids.len());
        for id in ids {
            let shown = self.bookings.shown(tx, *id).await?;
            let read: Value = json::read(&shown)?;
            items.push(read);
        }
        let id = Cell::id_text(&group);
        more.insert("id".to_owned(), id.as_str().into());
        more.insert("total".to_owned(), json!(total(&items)));
        more.insert("items".to_owned(), items.into());
        let body = json::bytes(&more)?;
        let plural = self.bookings.entity()?.address();
        Ok(Answer {
            status,
            etag: None,
            location: (status == 201).then(|| format!("/v1/{plural}/{id}")),
            body,
        })
    }
}

/// What prices that are shown come to; nothing where one is not, or where they are in two currencies.
fn total(items: &[Value]) -> Option<Money> {
    let mut prices = items.iter().map(|item| {
        let price = item.get("price").filter(|price| !price.is_null())?;
        serde_json::from_value::<Money>(price.clone()).ok()
    });
    let first = prices.next()??;
    prices.try_fold(first, |sum, price| sum.plus(price?).ok())
}
