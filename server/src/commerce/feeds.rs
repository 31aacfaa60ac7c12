//! Calendars shared with others: what another one says is taken blocks time here, and an address tells it what is taken here.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::calendar::ImportFeedRequest;
use ratebook::calendar::definition::Blocked;
use ratebook::records::{Cell, Test};
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::counter::{Counter, lacks, may};
use super::decide::record_of;
use super::find::{Bookable, Id, id_of, unknown_resource};
use super::jobs::Shared;
use super::shared;
use super::takings::{Takings, Times};
use crate::records::answer::Answer;
use crate::records::desk::Desk;
use crate::records::keep::new_id;
use crate::store::json;
use crate::store::sql::{Bound, Hold};
use crate::store::{Failure, Record, RowCells, TenantTx, id_of as id_of_record};

/// How many times one import blocks and frees at most.
const MOST_CHANGES: usize = 2_000;
/// How much of what was wrong with a text is kept.
const MOST_LETTERS: usize = 20_000;

/// Another calendar, and what it has blocked so far.
struct Source<'s> {
    bookable: &'s Bookable,
    feed: Id,
    /// The blocked times by what they are called there.
    known: BTreeMap<String, Id>,
}

impl Counter {
    /// The desk of shared calendars.
    pub(super) fn feeds(&self) -> Result<&Desk, Failure> {
        let lacking = || Failure::defect("an act over feeds in a pack without them");
        self.feeds.as_ref().ok_or_else(lacking)
    }

    /// Blocks what another calendar says, and frees what it no longer has: all of it, or nothing.
    pub(super) async fn import_feed(
        &self,
        tx: &mut TenantTx<'_>,
        wanted: &ImportFeedRequest,
        url: Option<&str>,
    ) -> Result<Answer, Failure> {
        let desk = self.feeds()?;
        let unknown = || Failure::from(unknown_resource("/resource"));
        let id = id_of(&wanted.resource).ok_or_else(unknown)?;
        let found = self.find(tx, &BTreeSet::from([id]), &BTreeSet::new(), true).await?;
        let bookable = found.get(&id).ok_or_else(unknown)?;
        self.lock(tx, &found).await?;
        let before = self.feed_named(tx, id, ("import", &wanted.source)).await?;
        let feed = before.as_ref().map_or_else(|| Ok(new_id()), id_of_record)?;
        let mut takings = Takings::default();
        let known = takings.read_feed(tx, (id, feed), &wanted.source).await?;
        let mut asked = wanted.clone();
        asked.resource = Cell::id_text(&id);
        let calendar = takings.calendar(&found)?;
        let imported = calendar
            .import_feed(&asked)
            .map_err(|error| self.refused(error, ""))
            .map_err(shared::as_sent)?;
        let changes = imported.added.len().max(imported.removed.len());
        if changes > MOST_CHANGES {
            let message = format!("this would change {changes} times, of at most {MOST_CHANGES}; ask for fewer days");
            return Err(Reason::new(Code::RequestRange, "/days", message).into());
        }
        // What is there already is kept first, for blocked time to lead to.
        let status = if before.is_some() { 200 } else { 201 };
        let lines: String = imported
            .faults
            .iter()
            .map(|fault| format!("{}: {}\n", fault.code, fault.message))
            .collect();
        let faults = u32::try_from(imported.faults.len()).unwrap_or(u32::MAX);
        let told = record_of(&[
            ("url", json!(url)),
            ("imported_at", json!(self.now())),
            ("fault_count", faults.saturating_add(imported.more_faults).into()),
            ("faults", lines.chars().take(MOST_LETTERS).collect::<String>().into()),
        ]);
        let record = match before {
            Some(before) => before,
            None => {
                let mut made = self.made(desk, (feed, bookable), ("import", &wanted.source));
                made.extend(told.clone());
                made.insert("blocked".to_owned(), 0.into());
                self.add(desk, tx, made.clone(), "created").await?;
                made.insert("version".to_owned(), 1.into());
                made
            }
        };
        let source = Source { bookable, feed, known };
        self.block_events(tx, &source, &imported.added, &imported.removed)
            .await?;
        let mut told = told;
        told.insert("blocked".to_owned(), count(tx, feed).await?.into());
        self.alter(desk, tx, (&record, &told), "imported").await?;
        let mut answer = shown(tx, desk, feed).await?;
        answer.insert("added".to_owned(), imported.added.len().into());
        answer.insert("removed".to_owned(), imported.removed.len().into());
        answer.insert("unchanged".to_owned(), imported.unchanged.into());
        answer.insert("told".to_owned(), json!(imported.faults));
        shared::answer(status, desk, &answer)
    }

    /// Writes down what an import has blocked and freed.
    async fn block_events(
        &self,
        tx: &mut TenantTx<'_>,
        source: &Source<'_>,
        added: &[Blocked],
        removed: &[Blocked],
    ) -> Result<(), Failure> {
        let blocks = self.blocks()?;
        let whole = blocks.whole_plan(false)?;
        let again: BTreeMap<&str, &Blocked> = added.iter().map(|own| (own.id.as_str(), own)).collect();
        for gone in removed {
            let Some(block) = source.known.get(&gone.id) else {
                continue;
            };
            let held = tx.hold(blocks.pack(), &whole, *block, Hold::ToChange).await?;
            let before = held.ok_or_else(|| Failure::defect("blocked time that is not there"))?;
            match again.get(gone.id.as_str()) {
                Some(again) => {
                    let mut changes = record_of(&[("units", json!(again.units)), ("reason", json!(again.reason))]);
                    Times::of(again.when, &source.bookable.resource)?.write(&mut changes);
                    self.alter(blocks, tx, (&before, &changes), "moved").await?;
                }
                None => self.lift(tx, &before, *block).await?,
            }
        }
        for fresh in added.iter().filter(|own| !source.known.contains_key(&own.id)) {
            let block = new_id();
            let mut record = record_of(&[
                ("id", Cell::id_text(&block).into()),
                ("resource_entity", source.bookable.entity.as_str().into()),
                ("resource_id", source.bookable.resource.id.as_str().into()),
                ("units", json!(fresh.units)),
                ("state", json!("blocked")),
                ("reason", json!(fresh.reason)),
                ("source", json!(fresh.source)),
                ("made_by", blocks.caller.actor.id.as_str().into()),
                ("revision", json!(fresh.revision)),
            ]);
            Times::of(fresh.when, &source.bookable.resource)?.write(&mut record);
            self.add(blocks, tx, record, "created").await?;
            let values = [Bound::Id(block), Bound::Id(source.feed), Bound::Text(fresh.id.clone())];
            tx.tell(
                "INSERT INTO feed_events (tenant_id, block_id, feed_id, event) VALUES ($1, $2, $3, $4)",
                &values,
            )
            .await?;
        }
        Ok(())
    }

    /// Frees what a feed has blocked.
    async fn lift(&self, tx: &mut TenantTx<'_>, before: &Record, block: Id) -> Result<(), Failure> {
        let changes = record_of(&[("state", json!("lifted"))]);
        self.alter(self.blocks()?, tx, (before, &changes), "lifted").await?;
        tx.tell(
            "DELETE FROM feed_events WHERE tenant_id = $1 AND block_id = $2",
            &[Bound::Id(block)],
        )
        .await?;
        Ok(())
    }

    /// Makes the address at which a calendar is read, or gives it a new one: the one before is not known any more.
    pub(super) async fn export_feed(&self, tx: &mut TenantTx<'_>, wanted: &Shared) -> Result<Answer, Failure> {
        let desk = self.feeds()?;
        let unknown = || Failure::from(unknown_resource("/resource"));
        let id = id_of(&wanted.resource).ok_or_else(unknown)?;
        let found = self.find(tx, &BTreeSet::from([id]), &BTreeSet::new(), true).await?;
        let bookable = found.get(&id).ok_or_else(unknown)?;
        if wanted.content == "events" {
            self.may_tell_events()?;
        }
        let before = self.feed_named(tx, id, ("export", &wanted.name)).await?;
        let status = if before.is_some() { 200 } else { 201 };
        let feed = before.as_ref().map_or_else(|| Ok(new_id()), id_of_record)?;
        let told = record_of(&[("content", wanted.content.as_str().into())]);
        match before {
            Some(before) => self.alter(desk, tx, (&before, &told), "renewed").await?,
            None => {
                let mut made = self.made(desk, (feed, bookable), ("export", &wanted.name));
                made.extend(told);
                self.add(desk, tx, made, "created").await?;
            }
        }
        let token = shared::Token::new(tx.tenant(), feed)?;
        tx.tell(
            "INSERT INTO feed_tokens (tenant_id, feed_id, hash) VALUES ($1, $2, $3) ON CONFLICT (tenant_id, feed_id) DO UPDATE SET \
             hash = excluded.hash",
            &[Bound::Id(feed), Bound::Bytes(token.hash())],
        )
        .await?;
        let mut answer = shown(tx, desk, feed).await?;
        answer.insert("address".to_owned(), token.address().into());
        shared::answer(status, desk, &answer)
    }

    /// Ends a shared calendar: what another one has blocked becomes free, an address leads nowhere.
    pub(super) async fn close_feed(&self, tx: &mut TenantTx<'_>, feed: &str) -> Result<Answer, Failure> {
        let desk = self.feeds()?;
        let unknown = || unknown_feed(desk);
        let own = id_of(feed).ok_or_else(unknown)?;
        let whole = desk.whole_plan(false)?;
        // Its resource stays what it is, so that it can be read before it is locked.
        let told = tx.one(desk.pack(), &whole, own).await?.ok_or_else(unknown)?;
        let read: Record = json::read(&told)?;
        self.may_change_feed(&read)?;
        let resource = read.get("resource_id").and_then(Value::as_str).and_then(id_of);
        let found = self
            .find(tx, &BTreeSet::new(), &resource.into_iter().collect(), true)
            .await?;
        self.lock(tx, &found).await?;
        let held = tx.hold(desk.pack(), &whole, own, Hold::ToChange).await?;
        let before = held
            .filter(|before| before.get("state").and_then(Value::as_str) == Some("live"))
            .ok_or_else(unknown)?;
        let rows = tx
            .ask(
                "SELECT b.id FROM native__block b JOIN feed_events e ON e.tenant_id = b.tenant_id AND e.block_id = b.id WHERE \
                 b.tenant_id = $1 AND e.feed_id = $2 AND b.state = 'blocked' ORDER BY b.id",
                &[Bound::Id(own)],
            )
            .await?;
        let ids: Vec<Id> = rows
            .iter()
            .filter_map(|row| row.id(0).transpose())
            .collect::<Result<_, _>>()?;
        if !ids.is_empty() {
            let blocks = self.blocks()?;
            let whole = blocks.whole_plan(false)?;
            for block in ids {
                if let Some(before) = tx.hold(blocks.pack(), &whole, block, Hold::ToChange).await? {
                    self.lift(tx, &before, block).await?;
                }
            }
        }
        tx.tell(
            "DELETE FROM feed_tokens WHERE tenant_id = $1 AND feed_id = $2",
            &[Bound::Id(own)],
        )
        .await?;
        let mut changes = record_of(&[("state", json!("closed"))]);
        if before.get("direction").and_then(Value::as_str) == Some("import") {
            changes.insert("blocked".to_owned(), 0.into());
        }
        self.alter(desk, tx, (&before, &changes), "closed").await?;
        Ok(Answer::record(200, desk.shown(tx, own).await?))
    }

    /// A shared calendar that is live, by its resource and its name, held; refused where the caller may not change it.
    async fn feed_named(
        &self,
        tx: &mut TenantTx<'_>,
        resource: Id,
        (direction, name): (&str, &str),
    ) -> Result<Option<Record>, Failure> {
        let desk = self.feeds()?;
        let values = [
            Bound::Text(Cell::id_text(&resource)),
            Bound::Text(direction.to_owned()),
            Bound::Text(name.to_owned()),
        ];
        let rows = tx
            .ask(
                "SELECT id FROM native__feed WHERE tenant_id = $1 AND resource_id = $2 AND direction = $3 AND name = $4 AND state = 'live'",
                &values,
            )
            .await?;
        let Some(id) = rows.first().map(|row| row.id(0)).transpose()?.flatten() else {
            return Ok(None);
        };
        let held = tx
            .hold(desk.pack(), &desk.whole_plan(false)?, id, Hold::ToChange)
            .await?;
        if let Some(record) = &held {
            self.may_change_feed(record)?;
        }
        Ok(held)
    }

    fn may_change_feed(&self, record: &Record) -> Result<(), Failure> {
        let desk = self.feeds()?;
        let id = record.get("id").and_then(Value::as_str);
        if may(desk, "write", id, record)? {
            return Ok(());
        }
        match may(desk, "read", id, record)? {
            true => Err(lacks(desk, "write")?),
            false => Err(unknown_feed(desk)),
        }
    }

    /// Refuses to tell what things are called to whom somebody gives an address, where it is hidden from whoever makes it.
    fn may_tell_events(&self) -> Result<(), Failure> {
        for (desk, field) in [(Some(&self.bookings), "title"), (self.blocks.as_ref(), "reason")] {
            let Some(desk) = desk else { continue };
            let entity = desk.entity()?;
            let read = format!("{}:read", entity.plural());
            let permission = desk.pack().access().permission(&read);
            if !permission.is_some_and(|permission| desk.caller.holder.may(permission)) {
                return Err(lacks(desk, "read")?);
            }
            let plan = desk.plan(&desk.query()?)?;
            let mut seen = plan.fields.iter().filter(|own| own.seen == Test::Constant(true));
            let place = entity.fields().iter().position(|own| own.name() == field);
            if !seen.any(|own| Some(own.field) == place) {
                let message = format!(
                    "`{field}` of `{}` is hidden from you; share `free_busy`",
                    entity.plural()
                );
                return Err(Reason::new(Code::RequestConflict, "/content", message).into());
            }
        }
        Ok(())
    }

    fn made(&self, desk: &Desk, (feed, bookable): (Id, &Bookable), (direction, name): (&str, &str)) -> Record {
        record_of(&[
            ("id", Cell::id_text(&feed).into()),
            ("direction", direction.into()),
            ("state", "live".into()),
            ("resource_entity", bookable.entity.as_str().into()),
            ("resource_id", bookable.resource.id.as_str().into()),
            ("name", name.into()),
            ("made_by", desk.caller.actor.id.as_str().into()),
        ])
    }
}

/// How many times a feed blocks.
async fn count(tx: &mut TenantTx<'_>, feed: Id) -> Result<i64, Failure> {
    let text = "SELECT COUNT(*) FROM native__block b JOIN feed_events e ON e.tenant_id = b.tenant_id AND e.block_id = b.id WHERE \
                b.tenant_id = $1 AND e.feed_id = $2 AND b.state = 'blocked'";
    tx.count(text, &[Bound::Id(feed)]).await
}

/// A feed as the caller may see it.
async fn shown(tx: &mut TenantTx<'_>, desk: &Desk, feed: Id) -> Result<Record, Failure> {
    let shown = desk.shown(tx, feed).await?;
    let record: Value = json::read(&shown)?;
    Ok(record_of(&[("feed", record)]))
}

fn unknown_feed(desk: &Desk) -> Failure {
    let entity = desk.entity().map_or("feed", |entity| entity.name());
    let reason = Reason::new(Code::RecordsNotFound, "/feed", "there is no such feed");
    reason.with("entity", entity).into()
}
