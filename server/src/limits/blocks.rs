//! The addresses that are not let in: by the word of whoever runs the installation, or for a while by what they have done. They lie in the
//! database, and each server knows them: it looks once a second whether there are others.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant as Moment};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use ratebook::time::Instant;
use serde_json::json;
use tokio::time;
use uuid::Uuid;

use super::rates::network;
use super::shared::Shared;
use super::suspects::{Suspects, Suspicion};
use crate::came::{Came, ENGINE};
use crate::platform::audit::{self, Happened, NOBODY, Own};
use crate::platform::auth::written;
use crate::platform::trace;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, Store};

/// What was looked up holds for so long.
const HOLDS: Duration = Duration::from_millis(900);
/// Nobody waits longer for it: what is known goes on holding.
const PATIENCE: Duration = Duration::from_millis(500);
/// Clocks of servers differ, and transactions take a while: what has changed so long before is looked at again.
const OVERLAP: i64 = 60 * 1_000_000;
/// As many are known at most.
const MOST_KNOWN: usize = 100_000;
/// Those that are over are shown to nobody, and removed after so long.
const KEPT: i64 = 30 * 86_400 * 1_000_000;
/// How many bits of an address of IPv6 say whose it is.
const OF_SIX: u8 = 64;

/// All that stand, those without an end first.
const ALL: &str = "SELECT network, ends_at, changed_at FROM address_blocks WHERE ends_at IS NULL OR ends_at > $1 \
                   ORDER BY CASE WHEN ends_at IS NULL THEN 0 ELSE 1 END, ends_at DESC LIMIT 100000";
/// What has changed.
const SINCE: &str =
    "SELECT network, ends_at, changed_at FROM address_blocks WHERE changed_at > $1 ORDER BY changed_at LIMIT 100000";
/// What somebody says goes before what was there; what follows from a count makes nothing shorter.
const KEEP: &str = "INSERT INTO address_blocks (id, network, rule, reason, made_by, made_at, ends_at, changed_at) \
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $6) ON CONFLICT (network) DO UPDATE SET rule = excluded.rule, \
                    reason = excluded.reason, made_by = excluded.made_by, made_at = excluded.made_at, ends_at = excluded.ends_at, \
                    changed_at = excluded.changed_at WHERE excluded.made_by IS NOT NULL OR address_blocks.ends_at < excluded.ends_at \
                    RETURNING id";

/// That a range is not let in.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) range: IpNet,
    /// By which rule of the engine's, where it is not somebody's word.
    pub(crate) rule: Option<&'static str>,
    pub(crate) reason: String,
    pub(crate) made_by: Option<[u8; 16]>,
    pub(crate) ends_at: Option<Instant>,
}

/// Those that are known here, with their ends in microseconds since 1970.
#[derive(Debug, Default)]
struct Known {
    networks: HashMap<[u8; 16], Option<i64>>,
    ranges: Vec<(IpNet, Option<i64>)>,
    /// The last change that was seen.
    changed_at: Option<i64>,
}

/// The addresses that are not let in.
#[derive(Debug)]
pub(crate) struct Blocks {
    store: Store,
    known: RwLock<Known>,
    looked: Mutex<Option<Moment>>,
    /// Whoever changes what is known, or looks it up.
    turn: Arc<tokio::sync::Mutex<()>>,
    suspects: Suspects,
}

/// The range that counts as one: an address of IPv4, or the network of IPv6 that one customer is usually given.
fn range_of(network: [u8; 16]) -> IpNet {
    let six = Ipv6Addr::from(network);
    match six.to_ipv4_mapped() {
        Some(four) => Ipv4Net::from(four).into(),
        None => Ipv6Net::new_assert(six, OF_SIX).into(),
    }
}

/// The network that a range is, where it is one that counts as one.
fn network_of(range: IpNet) -> Option<[u8; 16]> {
    match range {
        IpNet::V4(four) if four.prefix_len() == 32 => Some(network(four.network().into())),
        IpNet::V6(six) if six.prefix_len() == OF_SIX => Some(network(six.network().into())),
        _ => None,
    }
}

/// A range as somebody writes it: no narrower than what counts as one.
pub(crate) fn range(text: &str) -> Option<IpNet> {
    let address = text
        .parse::<IpAddr>()
        .map(|address| IpNet::from(address.to_canonical()));
    let range: IpNet = address.or_else(|_| text.parse()).ok()?;
    match range {
        IpNet::V6(six) if six.network().to_ipv4_mapped().is_some() => None,
        IpNet::V6(six) if six.prefix_len() > OF_SIX => Some(range_of(network(six.network().into()))),
        range => Some(range.trunc()),
    }
}

fn holds(ends: Option<i64>, now: Instant) -> bool {
    ends.is_none_or(|ends| ends > now.microseconds())
}

impl Known {
    fn set(&mut self, range: IpNet, ends: Option<i64>, now: Instant) {
        let stands = holds(ends, now);
        let Some(network) = network_of(range) else {
            self.ranges.retain(|(own, _)| *own != range);
            if stands {
                self.ranges.push((range, ends));
            }
            return;
        };
        if !stands {
            self.networks.remove(&network);
            return;
        }
        if self.networks.len() >= MOST_KNOWN {
            self.make_room(now);
        }
        self.networks.insert(network, ends);
    }

    /// Forgets those that are over, else the one that is over first.
    fn make_room(&mut self, now: Instant) {
        self.networks.retain(|_, ends| holds(*ends, now));
        if self.networks.len() < MOST_KNOWN {
            return;
        }
        let first = self.networks.iter().min_by_key(|(_, ends)| ends.unwrap_or(i64::MAX));
        if let Some(network) = first.map(|(network, _)| *network) {
            self.networks.remove(&network);
        }
    }

    /// When the last of those ends that have an address, where one stands; nothing inside where that never does.
    fn stands(&self, address: IpAddr, now: Instant) -> Option<Option<i64>> {
        let ranges = self.ranges.iter().filter(|(range, _)| range.contains(&address));
        let all = ranges
            .map(|(_, ends)| *ends)
            .chain(self.networks.get(&network(address)).copied());
        all.filter(|ends| holds(*ends, now))
            .max_by_key(|ends| ends.unwrap_or(i64::MAX))
    }
}

impl Blocks {
    pub(super) fn new(store: Store, together: Option<Arc<Shared>>) -> Blocks {
        Blocks {
            store,
            known: RwLock::default(),
            looked: Mutex::default(),
            turn: Arc::default(),
            suspects: Suspects::new(together),
        }
    }

    fn is_fresh(&self) -> bool {
        let looked = *self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        looked.is_some_and(|looked| looked.elapsed() < HOLDS)
    }

    /// Looks whether there are others, unless somebody has a moment ago. Nobody waits for it for long, and it goes on all the same.
    pub(super) async fn refresh(self: &Arc<Blocks>, now: Instant) {
        if self.is_fresh() {
            return;
        }
        let looks = async {
            let turn = Arc::clone(&self.turn).lock_owned().await;
            if self.is_fresh() {
                return;
            }
            let own = Arc::clone(self);
            let looking = async move {
                let found = own.look(now).await;
                own.has_looked();
                drop(turn);
                found
            };
            // It is no part of what the request does that happens to ask.
            let _ = tokio::spawn(Came::default().during(looking)).await;
        };
        // What is known goes on holding where nobody answers.
        if time::timeout(PATIENCE, Box::pin(looks)).await.is_err() {
            self.has_looked();
        }
    }

    fn has_looked(&self) {
        *self.looked.lock().unwrap_or_else(PoisonError::into_inner) = Some(Moment::now());
    }

    async fn look(&self, now: Instant) -> Result<(), Failure> {
        let seen = self.known.read().unwrap_or_else(PoisonError::into_inner).changed_at;
        let (text, from) = match seen {
            None => (ALL, now.microseconds()),
            // Whoever wrote it may have been ahead.
            Some(seen) => (SINCE, seen.min(now.microseconds()).saturating_sub(OVERLAP)),
        };
        let rows = self
            .store
            .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &[Bound::Whole(from)]).await }))
            .await?;
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        for row in &rows {
            let (range, ends, changed_at) = block(row)?;
            known.set(range, ends, now);
            known.changed_at = known.changed_at.max(Some(changed_at));
        }
        Ok(())
    }

    /// When the block of an address ends, where it has one; nothing inside where it has no end.
    pub(super) fn stands(&self, address: IpAddr, now: Instant) -> Option<Option<i64>> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.stands(address, now)
    }

    fn hold(&self, range: IpNet, ends: Option<i64>, now: Instant) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.set(range, ends, now);
    }

    /// Counts what speaks against an address, and lets it in no more where that was once too often.
    pub(super) async fn suspect(&self, address: IpAddr, what: &Suspicion, now: Instant) -> Result<(), Failure> {
        let network = network(address);
        let Some(until) = self.suspects.count(network, what, now).await? else {
            return Ok(());
        };
        // It stands for as long here already.
        let stands = self.stands(address, now);
        if stands.is_some_and(|ends| ends.is_none_or(|ends| ends >= until.microseconds())) {
            return Ok(());
        }
        let block = Block {
            range: range_of(network),
            rule: Some(what.rule()),
            reason: String::new(),
            made_by: None,
            ends_at: Some(until),
        };
        // It holds here, whatever becomes of keeping it.
        self.hold(block.range, Some(until.microseconds()), now);
        self.keep(block, now).await.map(drop)
    }

    /// Keeps a block; its id, unless one that is longer was there already.
    pub(crate) async fn keep(&self, block: Block, now: Instant) -> Result<Option<[u8; 16]>, Failure> {
        let (range, ends) = (block.range, block.ends_at.map(Instant::microseconds));
        let is_by_hand = block.made_by.is_some();
        let _turn = self.turn.lock().await;
        let kept = self
            .store
            .platform(move |mut tx| Box::pin(async move { block.kept(&mut tx, now).await }))
            .await?;
        if kept.is_some() {
            self.hold(range, ends, now);
            if is_by_hand {
                self.count_anew(range).await;
            }
        }
        Ok(kept)
    }

    /// Lets a range in again, and forgets what was counted of it; false where no such block stands.
    pub(crate) async fn lift(&self, id: [u8; 16], by: [u8; 16], now: Instant) -> Result<bool, Failure> {
        let _turn = self.turn.lock().await;
        let lifted = self
            .store
            .platform(move |mut tx| Box::pin(async move { lifted(&mut tx, id, by, now).await }));
        let Some(range) = lifted.await? else {
            return Ok(false);
        };
        self.hold(range, Some(now.microseconds()), now);
        self.count_anew(range).await;
        Ok(true)
    }

    /// Forgets what was counted of a range. Where that lies with somebody who does not answer, it is counted anew once it is over.
    async fn count_anew(&self, range: IpNet) {
        let Some(network) = network_of(range) else { return };
        if let Err(failure) = self.suspects.forget(network).await {
            trace::tell(&format!("addresses that are not let in: {failure}"));
        }
    }

    /// Removes those that have been over for a while; how many it were.
    pub(super) async fn forget(&self, now: Instant) -> Result<u64, Failure> {
        let old = Bound::Whole(now.microseconds() - KEPT);
        let removed = self.store.platform(move |mut tx| {
            Box::pin(async move { tx.tell("DELETE FROM address_blocks WHERE ends_at < $1", &[old]).await })
        });
        removed.await
    }
}

fn block(row: &AnyRow) -> Result<(IpNet, Option<i64>, i64), Failure> {
    let range = ranged(row, 0)?;
    Ok((range, row.whole(1)?, row.whole(2)?.unwrap_or(0)))
}

fn ranged(row: &AnyRow, place: usize) -> Result<IpNet, Failure> {
    let range = row.text(place)?.and_then(|text| text.parse().ok());
    range.ok_or_else(|| Failure::defect("a block of addresses cannot be read"))
}

impl Block {
    async fn kept(self, tx: &mut PlatformTx<'_>, now: Instant) -> Result<Option<[u8; 16]>, Failure> {
        let values = [
            Bound::Id(Uuid::now_v7().into_bytes()),
            Bound::Text(self.range.to_string()),
            Bound::text(self.rule),
            Bound::Text(self.reason.clone()),
            Bound::id(self.made_by),
            Bound::Whole(now.microseconds()),
            Bound::whole(self.ends_at.map(Instant::microseconds)),
        ];
        let rows = tx.ask(KEEP, &values).await?;
        let Some(id) = rows.first().map(|row| row.id(0)).transpose()?.flatten() else {
            return Ok(None);
        };
        let after = json!({"network": self.range.to_string(), "rule": self.rule, "reason": self.reason, "ends_at": self.ends_at});
        let changes = json!([{"field": "address_block", "before": null, "after": after}]);
        let actor = self.made_by.map_or_else(|| ENGINE.to_owned(), written);
        audit::keep(tx, happened(now, actor, ("made", id), changes)).await?;
        Ok(Some(id))
    }
}

async fn lifted(tx: &mut PlatformTx<'_>, id: [u8; 16], by: [u8; 16], now: Instant) -> Result<Option<IpNet>, Failure> {
    let values = [Bound::Id(id), Bound::Whole(now.microseconds())];
    let text = "UPDATE address_blocks SET ends_at = $2, changed_at = $2 WHERE id = $1 AND (ends_at IS NULL OR ends_at > $2) \
                RETURNING network";
    let rows = tx.ask(text, &values).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let range = ranged(row, 0)?;
    let changes = json!([{"field": "address_block", "before": {"network": range.to_string()}, "after": null}]);
    audit::keep(tx, happened(now, written(by), ("lifted", id), changes)).await?;
    Ok(Some(range))
}

fn happened(
    now: Instant,
    actor: String,
    (action, record): (&'static str, [u8; 16]),
    changes: serde_json::Value,
) -> Happened {
    Happened {
        at: now.microseconds(),
        tenant: NOBODY,
        actor,
        entity: Own::AddressBlock,
        action,
        record,
        changes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Instant {
        Instant::from_microseconds(1_800_000_000_000_000 + second * 1_000_000).expect("a moment")
    }

    fn stands(known: &Known, address: &str, second: i64) -> bool {
        known.stands(address.parse().expect("an address"), at(second)).is_some()
    }

    #[test]
    fn a_block_is_of_a_range_and_ends_at_its_end() {
        let mut known = Known::default();
        let ends = |second: i64| Some(at(second).microseconds());
        for (text, ends) in [
            ("203.0.113.7", ends(10)),
            ("198.51.100.0/24", None),
            ("2001:db8:1:2::9", ends(20)),
            ("::ffff:192.0.2.4", ends(10)),
        ] {
            known.set(range(text).expect("a range"), ends, at(0));
        }
        for blocked in ["203.0.113.7", "198.51.100.200", "2001:db8:1:2:ffff::1", "192.0.2.4"] {
            assert!(stands(&known, blocked, 9), "{blocked}");
        }
        for other in ["203.0.113.8", "198.51.101.1", "2001:db8:1:3::9", "192.0.2.5"] {
            assert!(!stands(&known, other, 9), "{other}");
        }
        assert!(!stands(&known, "203.0.113.7", 10) && stands(&known, "198.51.100.1", 1_000_000));
        known.set(range("198.51.100.0/24").expect("a range"), ends(5), at(5));
        assert!(!stands(&known, "198.51.100.1", 5));
        for wrong in ["", "x", "203.0.113.0/33", "::ffff:0:0/96"] {
            assert_eq!(range(wrong), None, "{wrong}");
        }
        // What is written inside a range is the range.
        assert_eq!(
            range("10.1.2.3/8").map(|range| range.to_string()).as_deref(),
            Some("10.0.0.0/8")
        );
    }

    #[test]
    fn a_flood_of_blocks_is_bounded_and_the_longest_stay() {
        let mut known = Known::default();
        known.set(range("192.0.2.1").expect("a range"), None, at(0));
        for number in 0..u32::try_from(MOST_KNOWN).expect("a number") {
            let four = std::net::Ipv4Addr::from(0x0a00_0000 + number);
            let ends = at(100 + i64::from(number % 7)).microseconds();
            known.set(Ipv4Net::from(four).into(), Some(ends), at(0));
        }
        assert_eq!(known.networks.len(), MOST_KNOWN);
        assert!(stands(&known, "192.0.2.1", 0));
        known.set(
            range("192.0.2.2").expect("a range"),
            Some(at(500).microseconds()),
            at(200),
        );
        assert_eq!(known.networks.len(), 2);
    }
}
