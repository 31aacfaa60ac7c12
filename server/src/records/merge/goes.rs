//! The record that goes, the one that takes it in, and what stands against that.

use ratebook::records::{Cell, MERGED_FROM, MERGED_INTO, MergedRecord, RecordChange};
use ratebook::{Code, Reason};

use super::{Both, Merging};
use crate::records::desk::Desk;
use crate::records::keep::Done;
use crate::store::sql::Bound;
use crate::store::{Failure, TenantTx};

impl Merging {
    /// What stands against it beside the records themselves.
    pub(super) async fn stands_against(&self, tx: &mut TenantTx<'_>, both: &Both) -> Result<Vec<Reason>, Failure> {
        let (desk, other) = (&self.desk, both.other_id);
        let entity = desk.entity()?;
        let mut reasons = Vec::new();
        if desk.is_held(tx, other).await? {
            let message = "the record that goes is held, and stays until that is released";
            let reason = Reason::new(Code::RecordsInUse, "/other", message);
            reasons.push(reason.with("entity", entity.name()).with("count", 1));
        }
        let booked = match entity.bookable_by() {
            Some(_) => desk.ever_booked(tx, other).await?,
            None => 0,
        };
        if booked > 0 {
            let message = format!(
                "the record that goes was booked, blocked or shared as a calendar {booked} times, and that does not go with it; have it be \
                 the one that stays"
            );
            let reason = Reason::new(Code::RecordsInUse, "/other", message);
            reasons.push(reason.with("entity", entity.name()).with("count", booked));
        }
        if self.is_of_member {
            let message = "the record that goes is that of a member, who is known by its id and would see it no more; have it be the one that \
                           stays, or have them leave first";
            reasons.push(Reason::new(Code::RequestConflict, "/other", message));
        }
        if desk.was_made_nameless(tx, self.id).await? || desk.was_made_nameless(tx, other).await? {
            let message = "one of both was made nameless, and does not become one with whoever has a name";
            reasons.push(Reason::new(Code::RequestConflict, "/other", message));
        } else if desk.loses_its_name(tx, (self.id, other)).await? {
            let message = "one of both is being made nameless just now; look at `/v1/privacy/anonymisings`";
            reasons.push(Reason::new(Code::RequestConflict, "/other", message));
        }
        Ok(reasons)
    }
}

impl Desk {
    /// The other record goes into one.
    pub(super) async fn goes_into(
        &self,
        tx: &mut TenantTx<'_>,
        (both, merged): (&Both, &MergedRecord),
        into: [u8; 16],
    ) -> Result<(), Failure> {
        let (entity, id) = (self.entity()?, both.other_id);
        let mut changes = merged.other_changes.clone();
        changes.push(mark(MERGED_INTO, into));
        let done = Done {
            id,
            events: &merged.other_events,
            states: &[],
            changes: &changes,
            images: [Some(&both.other), Some(&merged.other)],
        };
        self.note(tx, done)?;
        self.set_timer(tx, id, None).await?;
        tx.change(self.target()?, &both.other, &merged.other).await?;
        let soft = entity.definition().soft_delete.as_ref();
        let frees = soft.map_or(&[][..], |soft| soft.frees.as_slice());
        tx.free(self.pack(), entity, id, frees).await
    }

    /// A record takes the other one in. Files that it names now are as they were: whoever has both become one sees them.
    pub(super) async fn takes_in(
        &self,
        tx: &mut TenantTx<'_>,
        (both, merged): (&Both, &MergedRecord),
        id: [u8; 16],
    ) -> Result<(), Failure> {
        self.look_up(tx, id, &merged.links, &merged.unique).await?;
        let Some((event, others)) = merged.events.split_first() else {
            return Err(Failure::defect(
                "two records of which it is not told that they became one",
            ));
        };
        let done = Done {
            id,
            events: std::slice::from_ref(event),
            states: &[],
            changes: &[mark(MERGED_FROM, both.other_id)],
            images: [Some(&both.kept), Some(&both.kept)],
        };
        self.note(tx, done)?;
        let done = Done {
            id,
            events: others,
            states: &[],
            changes: &merged.changes,
            images: [Some(&both.kept), Some(&merged.record)],
        };
        self.note(tx, done)?;
        tx.change(self.target()?, &both.kept, &merged.record).await?;
        self.set_timer(tx, id, Some(&merged.record)).await
    }

    /// How much members were told of a record.
    pub(super) async fn notifications_of(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<i64, Failure> {
        let mut all = 0;
        for name in self.names()? {
            let text = "SELECT count(*) FROM notifications WHERE tenant_id = $1 AND entity = $2 AND record_id = $3";
            all += tx.count(text, &[Bound::Text(name), Bound::Id(id)]).await?;
        }
        Ok(all)
    }

    /// What members were told of one record is of another from now on.
    pub(super) async fn move_notifications(
        &self,
        tx: &mut TenantTx<'_>,
        (from, to): ([u8; 16], [u8; 16]),
    ) -> Result<(), Failure> {
        for name in self.names()? {
            let text =
                "UPDATE notifications SET record_id = $4 WHERE tenant_id = $1 AND entity = $2 AND record_id = $3";
            let values = [Bound::Text(name), Bound::Id(from), Bound::Id(to)];
            tx.tell(text, &values).await?;
        }
        Ok(())
    }

    /// How much whoever a record is has agreed to and taken back, by its id and by those that went into it. None of it is changed: it is told
    /// with whoever they are by now.
    pub(super) async fn consents_of(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<i64, Failure> {
        if !self.entity()?.is_person() {
            return Ok(0);
        }
        let mut ids = vec![id];
        ids.extend(self.went_into(tx, id).await?);
        let mut all = 0;
        for id in ids {
            let text = "SELECT count(*) FROM consents WHERE tenant_id = $1 AND person = $2";
            all += tx.count(text, &[Bound::Id(id)]).await?;
        }
        Ok(all)
    }

    /// How often a record was booked, blocked and shared, whenever that was.
    async fn ever_booked(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<i64, Failure> {
        let texts = [
            "SELECT count(*) FROM native__booking WHERE tenant_id = $1 AND resource_id = $2",
            "SELECT count(*) FROM native__block WHERE tenant_id = $1 AND resource_id = $2",
            "SELECT count(*) FROM native__feed WHERE tenant_id = $1 AND resource_id = $2",
        ];
        let mut all = 0;
        for text in texts {
            all += tx.count(text, &[Bound::Text(Cell::id_text(&id))]).await?;
        }
        Ok(all)
    }

    /// Whether one of two people is being made nameless just now.
    async fn loses_its_name(&self, tx: &mut TenantTx<'_>, (one, other): ([u8; 16], [u8; 16])) -> Result<bool, Failure> {
        let text =
            "SELECT 1 FROM anonymisings WHERE tenant_id = $1 AND state = 'waiting' AND person IN ($2, $3) LIMIT 1";
        Ok(!tx.ask(text, &[Bound::Id(one), Bound::Id(other)]).await?.is_empty())
    }
}

/// By what a history tells which record became one with its own.
fn mark(name: &str, id: [u8; 16]) -> RecordChange {
    let mut change = RecordChange::new(name);
    change.after = Some(Cell::id_text(&id).into());
    change
}
