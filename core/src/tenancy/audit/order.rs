//! Which number each record has, even when it was tampered with, and what that says of those that are missing, twice there
//! or in another's place.

use std::collections::BTreeMap;

use super::record::{AuditLink, AuditRecord};
use super::verify::{AuditBreak, AuditBreakKind};
use crate::tenancy::TenantId;

/// What a record says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Its hash is right.
    Sound,
    /// Its hash is wrong: something of it was changed.
    Changed,
    /// Its hash is right, and it is another tenant's.
    Foreign,
}

/// The records in the order of their numbers.
pub(super) struct Order<'r> {
    pub(super) records: &'r [AuditRecord],
    pub(super) standings: Vec<Standing>,
    /// Index and number of each record that has a place, in the order they were given.
    given: Vec<(usize, u64)>,
    /// The same in the order of numbers.
    pub(super) sorted: Vec<(usize, u64)>,
}

impl<'r> Order<'r> {
    pub(super) fn of(
        tenant: &TenantId,
        records: &'r [AuditRecord],
        after: Option<&AuditLink>,
        breaks: &mut Vec<AuditBreak>,
    ) -> Order<'r> {
        let standing = |record: &AuditRecord| match record.right_hash() {
            Some(hash) if hash != record.hash => Standing::Changed,
            None => Standing::Changed,
            Some(_) if record.tenant != *tenant => Standing::Foreign,
            Some(_) => Standing::Sound,
        };
        let mut order = Order {
            records,
            standings: records.iter().map(standing).collect(),
            given: Vec::new(),
            sorted: Vec::new(),
        };
        order.place(after, breaks);
        order.sorted = order.given.clone();
        order.sorted.sort_unstable_by_key(|(_, number)| *number);
        order
    }

    pub(super) fn standing(&self, index: usize) -> Standing {
        self.standings.get(index).copied().unwrap_or(Standing::Foreign)
    }

    /// Finds each record's number. A sound record's own number is right; no two have the same.
    fn place(&mut self, after: Option<&AuditLink>, breaks: &mut Vec<AuditBreak>) {
        let earlier = after.map_or(0, |link| link.sequence);
        let mut taken: BTreeMap<u64, usize> = BTreeMap::new();
        for (index, record) in self.records.iter().enumerate() {
            match self.standing(index) {
                Standing::Foreign => breaks.push(AuditBreak::at(index, AuditBreakKind::WrongTenant, record.sequence)),
                Standing::Changed => {}
                Standing::Sound if record.sequence <= earlier || taken.contains_key(&record.sequence) => {
                    breaks.push(AuditBreak::at(index, AuditBreakKind::Duplicated, record.sequence));
                }
                Standing::Sound => {
                    taken.insert(record.sequence, index);
                }
            }
        }
        let mut last = after.map(|link| (link.sequence, link.hash.as_str()));
        for (index, record) in self.records.iter().enumerate() {
            let number = match self.standing(index) {
                Standing::Foreign => continue,
                Standing::Sound => record.sequence,
                Standing::Changed => {
                    let number = self.number_by_neighbours(index, last);
                    breaks.push(AuditBreak::at(index, AuditBreakKind::Changed, number));
                    if number <= earlier || taken.contains_key(&number) {
                        continue;
                    }
                    taken.insert(number, index);
                    number
                }
            };
            if taken.get(&number) == Some(&index) {
                self.given.push((index, number));
                last = Some((number, record.hash.as_str()));
            }
        }
    }

    /// The number of a record whose own may have been changed: that after the record it hangs on, that before the record
    /// which hangs on it, or else its own.
    fn number_by_neighbours(&self, index: usize, last: Option<(u64, &str)>) -> u64 {
        let own = self.records.get(index);
        let (number, previous, hash) = own.map_or((0, "", ""), |own| {
            (own.sequence, own.previous.as_str(), own.hash.as_str())
        });
        if let Some((before, link)) = last
            && link == previous
        {
            return before.saturating_add(1);
        }
        let next = index
            .checked_add(1)
            .and_then(|next| Some((next, self.records.get(next)?)));
        match next {
            Some((next, record)) if self.standing(next) == Standing::Sound && record.previous == hash => {
                record.sequence.saturating_sub(1)
            }
            _ => number,
        }
    }

    /// Records that are in another's place.
    pub(super) fn swapped(&self, breaks: &mut Vec<AuditBreak>) {
        for ((index, number), (_, right)) in self.given.iter().zip(&self.sorted) {
            if number != right {
                breaks.push(AuditBreak::at(*index, AuditBreakKind::OutOfOrder, *right));
            }
        }
    }

    /// Numbers that no record has, told where the next one stands.
    pub(super) fn missing(&self, after: Option<&AuditLink>, breaks: &mut Vec<AuditBreak>) {
        let first = self.sorted.first().map_or(0, |(_, number)| *number);
        let mut due = after.map_or(first, |link| link.sequence.saturating_add(1));
        for (index, number) in &self.sorted {
            if *number > due {
                let mut gap = AuditBreak::at(*index, AuditBreakKind::Missing, due);
                gap.count = number.saturating_sub(due);
                breaks.push(gap);
            }
            due = number.saturating_add(1);
        }
    }
}
