//! Proofs that are looked for again: whoever sells a domain has it no longer.

use super::{Claim, give};
use crate::came::ENGINE;
use crate::platform::trace;
use crate::state::App;
use crate::store::Failure;
use crate::store::sql::Bound;

const DAY: i64 = 24 * 3_600 * 1_000_000;
/// For how long a proof may be gone.
const GONE: i64 = 7 * DAY;
/// How many are looked at in one go.
const MOST: i64 = 100;

/// Looks for those proofs again that have not been looked for since a day; how many domains were taken away.
pub async fn look_again(app: &App) -> Result<u64, Failure> {
    let (before, mut taken) = (app.now().microseconds() - DAY, 0);
    let due = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            let text = claims!("proven_at IS NOT NULL AND looked_at < $1 ORDER BY looked_at LIMIT $2");
            let rows = tx.ask(text, &[Bound::Whole(before), Bound::Whole(MOST)]).await?;
            rows.iter().map(Claim::read).collect::<Result<Vec<_>, Failure>>()
        })
    });
    for claim in due.await? {
        let now = app.now().microseconds();
        // Who cannot be asked has said neither yes nor no.
        let lost_at = match app.dns.texts(&claim.name()).await {
            Ok(texts) => (!texts.contains(&claim.text())).then(|| claim.lost_at.unwrap_or(now)),
            Err(why) => {
                trace::tell(&format!("the proof of `{}`: {why}", claim.domain));
                claim.lost_at
            }
        };
        taken += u64::from(looked(app, claim, (now, lost_at)).await?);
    }
    if taken > 0 {
        app.auth().standings.tenant_changed();
    }
    Ok(taken)
}

/// Writes down since when a proof is not there, if it is not; whether its domain was taken away.
async fn looked(app: &App, claim: Claim, (now, lost_at): (i64, Option<i64>)) -> Result<bool, Failure> {
    let is_over = lost_at.is_some_and(|since| now - since >= GONE);
    let kept = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let values = [
                Bound::Id(claim.tenant),
                Bound::Text(claim.token.clone()),
                Bound::Whole(now),
                Bound::whole(lost_at),
                Bound::whole(claim.proven_at.filter(|_| !is_over)),
            ];
            let text = "UPDATE domain_claims SET looked_at = $3, lost_at = $4, proven_at = $5 WHERE tenant_id = $1 AND token = $2 AND \
                        proven_at IS NOT NULL";
            if tx.tell(text, &values).await? == 0 || !is_over {
                return Ok(false);
            }
            let own = "SELECT 1 FROM tenants WHERE id = $1 AND domain = $2";
            let values = [Bound::Id(claim.tenant), Bound::Text(claim.domain.clone())];
            if tx.ask(own, &values).await?.is_empty() {
                return Ok(false);
            }
            give(&mut tx, (claim.tenant, ENGINE, now), None).await?;
            Ok(true)
        })
    });
    kept.await
}
