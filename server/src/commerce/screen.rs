//! Calendars for a screen: when resources are open, taken, held and blocked, with those bookings and blocks that the caller may see.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::calendar::{ResourceView, ViewKind, ViewRequest};
use ratebook::records::Cell;
use ratebook::time::{Day, Instant};
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::counter::Counter;
use super::find::{Id, id_of, unknown_resource};
use crate::records::desk::Desk;
use crate::store::json;
use crate::store::{Failure, Record, TenantTx};

/// How many bookings, and how many blocks, one screen has at most.
const MOST: u32 = 1_000;

/// The days that a list is asked for: those of a view, and one more at either end for zones that differ.
struct Days {
    first: Day,
    last: Day,
}

impl Days {
    fn of(request: &ViewRequest) -> Option<Days> {
        let day = request.day;
        let (first, last) = match request.view {
            ViewKind::Month => {
                let (year, month, _) = day.ymd();
                let first = Day::new(year, month, 1)?;
                (first, first.plus_months(1)?)
            }
            ViewKind::Week => (day.plus(-6)?, day.plus(7)?),
            _ => (day, day.plus(1)?),
        };
        Some(Days {
            first: first.plus(-1)?,
            last: last.plus(1)?,
        })
    }
}

impl Counter {
    /// What is drawn of resources.
    pub(super) async fn drawn(&self, tx: &mut TenantTx<'_>, request: &ViewRequest) -> Result<Value, Failure> {
        let ids = self.ids(&request.resources)?;
        let found = self
            .find(tx, &ids.iter().copied().collect(), &BTreeSet::new(), false)
            .await?;
        let unknown = ids.iter().enumerate().filter(|(_, id)| !found.contains_key(*id));
        let unknown = unknown.map(|(index, _)| unknown_resource(&format!("/resources/{index}")));
        if let Some(error) = Error::from_reasons(unknown.collect()) {
            return Err(error.into());
        }
        let days = Days::of(request).ok_or_else(|| {
            let message = "the view reaches out of the years 0001 to 9999";
            Reason::new(Code::TimeOutOfRange, "/day", message)
        })?;
        let mut items = Vec::with_capacity(ids.len());
        for id in &ids {
            let Some(bookable) = found.get(id) else { continue };
            let first = bookable.resource.zone.start_of(days.first);
            let from = first.unwrap_or(self.now()).microseconds();
            let compiled = self.calendar(tx, *id, &found, from).await?;
            let mut asked = request.clone();
            asked.resources = vec![Cell::id_text(id)];
            items.extend(compiled.calendar.view(&asked)?);
        }
        let taken = self.seen(tx, &self.bookings, (&ids, &days), "held,confirmed").await?;
        let taken: Vec<Record> = taken.into_iter().filter(|record| self.counts(record)).collect();
        let blocked = match &self.blocks {
            Some(desk) => self.seen(tx, desk, (&ids, &days), "blocked").await?,
            None => Vec::new(),
        };
        let named = |records: &[Record], name: &str| -> BTreeSet<String> {
            let names = records.iter().filter_map(|own| own.get(name).and_then(Value::as_str));
            names.map(str::to_owned).collect()
        };
        let (groups, blocks) = (named(&taken, "group_id"), named(&blocked, "id"));
        items.iter_mut().for_each(|view| only_named(view, &groups, &blocks));
        Ok(json!({"items": items, "bookings": taken, "blocks": blocked}))
    }

    /// The ids of resources, each once; one that is no id is the id of nothing.
    fn ids(&self, resources: &[String]) -> Result<Vec<Id>, Failure> {
        let mut ids = Vec::with_capacity(resources.len());
        let mut reasons = Vec::new();
        for (index, text) in resources.iter().enumerate() {
            match id_of(text) {
                Some(id) if !ids.contains(&id) => ids.push(id),
                Some(_) => {
                    let message = "the resource is there twice";
                    reasons.push(Reason::new(
                        Code::RequestConflict,
                        format!("/resources/{index}"),
                        message,
                    ));
                }
                None => reasons.push(unknown_resource(&format!("/resources/{index}"))),
            }
        }
        Error::from_reasons(reasons).map_or(Ok(ids), |error| Err(error.into()))
    }

    /// Whether a booking that may be seen takes anything: a hold that has lapsed does not.
    fn counts(&self, record: &Record) -> bool {
        let until = record.get("expires_at").and_then(Value::as_str);
        let until = until.and_then(|text| text.parse::<Instant>().ok());
        record.get("state").and_then(Value::as_str) != Some("held") || until.is_none_or(|until| until > self.now())
    }

    /// The records of these days that the caller may see, as their list shows them. Whoever may not ask the list by resource and time
    /// sees none: where something is hidden, when it is says too much.
    async fn seen(
        &self,
        tx: &mut TenantTx<'_>,
        desk: &Desk,
        (ids, days): (&[Id], &Days),
        states: &str,
    ) -> Result<Vec<Record>, Failure> {
        let mut query = desk.query()?;
        let ids: Vec<String> = ids.iter().map(Cell::id_text).collect();
        query.filter = BTreeMap::from(
            [
                ("resource_id", ids.join(",")),
                ("state", states.to_owned()),
                ("starts_at_last", days.last.to_string()),
                ("ends_at_first", days.first.to_string()),
            ]
            .map(|(name, value)| (name.to_owned(), value)),
        );
        query.sort = vec!["starts_at".to_owned()];
        let Ok(mut plan) = desk.plan(&query) else {
            return Ok(Vec::new());
        };
        plan.limit = MOST;
        let page = tx.page(desk.pack(), &plan).await?;
        if page.next.is_some() {
            let message = format!(
                "more than {MOST} {} lie in these days; ask for fewer resources or days",
                desk.entity()?.plural()
            );
            return Err(Reason::new(Code::RequestRange, "/resources", message).into());
        }
        json::read(&page.items)
    }
}

/// Leaves the names of what the caller does not see out.
fn only_named(view: &mut ResourceView, groups: &BTreeSet<String>, blocks: &BTreeSet<String>) {
    for cell in view.days.iter_mut().flat_map(|day| &mut day.cells) {
        cell.bookings.retain(|id| groups.contains(id));
        cell.holds.retain(|id| groups.contains(id));
        cell.blocked.retain(|id| blocks.contains(id));
    }
}
