//! Holds that have lapsed, written down as expired by the engine. What has lapsed is free without it: nothing that is asked depends on
//! when this is done.

use std::collections::BTreeSet;

use ratebook::records::{Cell, Pack};
use ratebook::time::{Instant, Zone};
use serde_json::json;

use super::counter::Counter;
use super::find::Id;
use crate::platform::caller::Caller;
use crate::platform::trace;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, TenantKey, TenantTx};

/// How many are looked for at once.
const BATCH: i64 = 200;

/// A hold that has lapsed.
#[derive(Clone, Debug)]
struct Lapsed {
    tenant: TenantKey,
    /// By whose clock its days begin.
    zone: String,
    group: Id,
    expires_at: i64,
}

/// Writes down which holds have lapsed by now; how many they were. What cannot be written down now is found again, and holds up none of
/// the others.
pub(crate) async fn lapse_due(app: &App) -> Result<usize, Failure> {
    let mut written = 0;
    // What another server serves is left to it, and so is what it serves by another version.
    for (name, pack) in app.packs.iter().filter(|(_, pack)| has_bookings(pack)) {
        let mut after = (i64::MIN, Id::default());
        loop {
            let found = lapsed(app, pack, after).await?;
            let Some(last) = found.last() else { break };
            after = (last.expires_at, last.group);
            for one in found {
                // In a task of its own, so that a defect of one does not hold up the others.
                let (own, hold, pack) = (app.clone(), one.clone(), name.clone());
                let lapsing = tokio::spawn(async move { lapse_one(&own, &hold, &pack).await });
                let lapsed = lapsing.await.map_err(|error| Failure::defect(error.to_string()));
                match lapsed.and_then(|lapsed| lapsed) {
                    Ok(lapsed) => written += usize::from(lapsed),
                    Err(failure) => trace::tell(&format!("hold {}: {failure}", Cell::id_text(&one.group))),
                }
            }
        }
    }
    Ok(written)
}

fn has_bookings(pack: &Pack) -> bool {
    pack.entities()
        .iter()
        .any(|entity| entity.is_native() && entity.name() == "booking")
}

/// Holds of a pack that have lapsed and are not written down, the longest ago first, behind one that is known.
async fn lapsed(app: &App, pack: &Pack, (at, group): (i64, Id)) -> Result<Vec<Lapsed>, Failure> {
    let definition = pack.definition();
    let values = [
        Bound::Whole(app.now().microseconds()),
        Bound::Text(definition.name.clone()),
        Bound::Whole(at),
        Bound::Id(group),
        Bound::Whole(BATCH),
        Bound::Whole(i64::from(definition.version)),
    ];
    let found = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            let rows = tx
                .ask(
                    "SELECT b.tenant_id, t.zone, b.group_id, b.expires_at FROM native__booking b JOIN tenants t ON t.id = b.tenant_id \
                     JOIN packs p ON p.name = t.pack AND p.version = $6 WHERE b.state = 'held' AND b.place = 0 AND b.expires_at <= $1 AND t.state = 'active' AND t.pack = $2 AND \
                     (b.expires_at > $3 OR (b.expires_at = $3 AND b.group_id > $4)) ORDER BY b.expires_at, b.group_id LIMIT $5",
                    &values,
                )
                .await?;
            let mut found = Vec::with_capacity(rows.len());
            for row in &rows {
                found.push(Lapsed {
                    tenant: row.id(0)?.unwrap_or_default(),
                    zone: row.text(1)?.unwrap_or_default().to_owned(),
                    group: row.id(2)?.unwrap_or_default(),
                    expires_at: row.whole(3)?.unwrap_or(i64::MAX),
                });
            }
            Ok(found)
        })
    });
    found.await
}

async fn lapse_one(app: &App, hold: &Lapsed, pack: &str) -> Result<bool, Failure> {
    let zone = hold.zone.parse().unwrap_or(Zone::UTC);
    let Some(caller) = Caller::engine_of_all(app, hold.tenant, pack, zone)? else {
        return Ok(false);
    };
    let Ok(counter) = Counter::of(app, &caller, "expire") else {
        return Ok(false);
    };
    let group = hold.group;
    let lapsing = app.store.write(hold.tenant, move |mut tx| {
        Box::pin(async move { counter.lapse(&mut tx, group).await })
    });
    lapsing.await
}

impl Counter {
    /// Writes down that a hold has lapsed; whether it has, and nobody else did. Whoever does anything with the hold has locked its
    /// resources, and so does this.
    async fn lapse(&self, tx: &mut TenantTx<'_>, group: Id) -> Result<bool, Failure> {
        let resources = self.resources_of(tx, group).await?;
        let found = self.find(tx, &BTreeSet::new(), &resources, true).await?;
        self.lock(tx, &found).await?;
        let Some(own) = self.group(tx, group).await? else {
            return Ok(false);
        };
        let until = own.text("expires_at").and_then(|text| text.parse::<Instant>().ok());
        if own.text("state") != Some("held") || until.is_none_or(|until| until > self.now()) {
            return Ok(false);
        }
        self.each(tx, &own, &[("state", json!("expired"))], "expired").await?;
        Ok(true)
    }
}
