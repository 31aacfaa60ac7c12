//! Time that nobody may take: blocked, and made free again.

use std::collections::BTreeSet;

use ratebook::Code;
use ratebook::calendar::BlockRequest;
use ratebook::calendar::definition::Blocked;
use ratebook::records::Cell;
use serde_json::{Value, json};

use super::counter::{Counter, unknown_one};
use super::decide::record_of;
use super::find::{id_of, unknown_resource};
use super::takings::{Takings, Times};
use crate::records::answer::Answer;
use crate::records::keep::new_id;
use crate::store::json;
use crate::store::sql::Hold;
use crate::store::{Failure, Record, TenantTx};

impl Counter {
    pub(super) async fn block(
        &self,
        tx: &mut TenantTx<'_>,
        (wanted, extra): (&Blocked, &Record),
    ) -> Result<Answer, Failure> {
        let desk = self.blocks()?;
        let unknown = || Failure::from(unknown_resource("/resource"));
        let id = id_of(&wanted.resource).ok_or_else(unknown)?;
        let found = self.find(tx, &BTreeSet::from([id]), &BTreeSet::new(), true).await?;
        let bookable = found.get(&id).ok_or_else(unknown)?;
        self.lock(tx, &found).await?;
        let own = new_id();
        let mut blocked = wanted.clone();
        (blocked.id, blocked.resource) = (Cell::id_text(&own), Cell::id_text(&id));
        // Time is blocked whatever is booked in it: nothing that is taken can matter.
        let calendar = Takings::default().calendar(&found)?;
        let blocked = calendar
            .block(&BlockRequest::new(blocked))
            .map_err(|error| self.refused(error, "/blocked"))?;
        let mut record = record_of(&[
            ("id", blocked.id.as_str().into()),
            ("resource_entity", bookable.entity.as_str().into()),
            ("resource_id", blocked.resource.as_str().into()),
            ("units", json!(blocked.units)),
            ("state", json!("blocked")),
            ("reason", json!(blocked.reason)),
            ("made_by", desk.caller.actor.id.as_str().into()),
            ("revision", json!(blocked.revision)),
        ]);
        Times::of(blocked.when, &bookable.resource)?.write(&mut record);
        let extra = self.extra(desk, tx, &record, (extra, true)).await?;
        record.extend(extra);
        self.add(desk, tx, record, "created").await?;
        let mut answer = Answer::record(201, desk.shown(tx, own).await?);
        answer.location = Some(format!("/v1/{}/{}", desk.entity()?.address(), blocked.id));
        Ok(answer)
    }

    pub(super) async fn unblock(&self, tx: &mut TenantTx<'_>, block: &str) -> Result<Answer, Failure> {
        let desk = self.blocks()?;
        let unknown = || unknown_one(Code::CalendarBlockUnknown);
        let own = id_of(block).ok_or_else(unknown)?;
        let whole = desk.whole_plan(false)?;
        // Its resource stays what it is, so that it can be read before it is locked.
        let told = tx.one(desk.pack(), &whole, own).await?.ok_or_else(unknown)?;
        let read: Record = json::read(&told)?;
        self.may_change(desk, &read, Code::CalendarBlockUnknown)?;
        let resource = read.get("resource_id").and_then(Value::as_str).and_then(id_of);
        let found = self
            .find(tx, &BTreeSet::new(), &resource.into_iter().collect(), true)
            .await?;
        self.lock(tx, &found).await?;
        let before = tx
            .hold(desk.pack(), &whole, own, Hold::ToChange)
            .await?
            .ok_or_else(unknown)?;
        if before.get("state").and_then(Value::as_str) != Some("blocked") {
            return Err(unknown());
        }
        let changes = record_of(&[("state", json!("lifted"))]);
        self.alter(desk, tx, (&before, &changes), "lifted").await?;
        Ok(Answer::record(200, desk.shown(tx, own).await?))
    }
}
