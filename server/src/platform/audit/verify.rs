//! Whether what was written down is as it was sealed: each chain from its beginning to its head, some entries at a time.

use std::fmt::Write as _;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use ratebook::tenancy::{AuditBreakKind, AuditLink, AuditRecord, AuditVerifyRequest, audit_verify};
use serde_json::{Value, json};

use super::NOBODY;
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::problem::Problem;
use crate::records::{FIRST, next_limit};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{END, Failure, PlatformTx, RowCells, Seal, Store, TenantKey, Written, is_proven, tenant_id};

/// How many entries that are not sealed yet are named.
const MOST_NAMED: i64 = 20;
/// How many tenants are looked for together.
const TENANTS: i64 = 100;

/// What a chain was found to be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Verified {
    /// The last one that is sealed.
    head: Option<AuditLink>,
    /// Where it breaks first.
    broken: Option<Broken>,
    /// How many entries are not sealed yet, and the first of them.
    unsealed: i64,
    first: Vec<[u8; 16]>,
}

/// Where a chain breaks.
#[derive(Clone, Debug, PartialEq)]
struct Broken {
    sequence: u64,
    kind: AuditBreakKind,
    /// How many entries are concerned.
    count: u64,
    entry: Option<[u8; 16]>,
}

impl Verified {
    fn sealed(&self) -> u64 {
        self.head.as_ref().map_or(0, |head| head.sequence)
    }

    fn told(&self) -> Value {
        let broken = self.broken.as_ref().map(|own| {
            json!({"sequence": own.sequence, "kind": own.kind, "count": own.count, "entry": own.entry.map(written)})
        });
        let first: Vec<String> = self.first.iter().copied().map(written).collect();
        json!({
            "intact": broken.is_none(),
            "sealed": self.sealed(),
            "head": self.head,
            "broken": broken,
            "unsealed": {"count": self.unsealed, "first": first},
        })
    }
}

/// A chain that is gone through.
struct Walk {
    tenant: TenantKey,
    /// Whether entries may have gone, as those of a tenant have that is deleted for good.
    has_gaps: bool,
    /// Up to where.
    at: u64,
    last: Option<AuditLink>,
    broken: Option<Broken>,
}

impl Walk {
    fn next(&self) -> u64 {
        self.last.as_ref().map_or(1, |last| last.sequence.saturating_add(1))
    }

    fn breaks(&mut self, kind: AuditBreakKind, (sequence, count): (u64, u64), entry: Option<[u8; 16]>) {
        self.broken = Some(Broken {
            sequence,
            kind,
            count,
            entry,
        });
    }

    /// Goes on by these seals, until it breaks.
    fn step(&mut self, seals: &[(Seal, Option<Written>)]) -> Result<(), Failure> {
        self.follow(seals)?;
        let unproven = seals.iter().find(|(_, entry)| {
            let personal = entry.as_ref().and_then(|entry| Some((entry, entry.personal.as_ref()?)));
            personal.is_some_and(|(entry, (salt, personal))| !is_proven(&entry.changes, (salt, personal)))
        });
        let broken = self.broken.as_ref().map_or(u64::MAX, |broken| broken.sequence);
        if let Some((seal, _)) = unproven.filter(|(seal, _)| seal.sequence < broken) {
            self.breaks(AuditBreakKind::Unproven, (seal.sequence, 1), Some(seal.entry));
        }
        Ok(())
    }

    fn follow(&mut self, seals: &[(Seal, Option<Written>)]) -> Result<(), Failure> {
        let there = seals.iter().filter_map(|(seal, entry)| Some((seal, entry.as_ref()?)));
        let records: Vec<AuditRecord> = there.map(|(seal, entry)| seal.record(self.tenant, entry)).collect();
        for run in records.chunk_by(|one, other| one.sequence.saturating_add(1) == other.sequence) {
            let first = run.first().map_or(0, |record| record.sequence);
            let (next, follows) = (self.next(), self.next() == first);
            if !follows && !self.has_gaps {
                let count = first.saturating_sub(next);
                self.breaks(AuditBreakKind::Missing, (next, count.max(1)), entry_of(seals, next));
                return Ok(());
            }
            let mut request = AuditVerifyRequest::new(tenant_id(self.tenant), run.to_vec());
            request.after = self.last.take().filter(|_| follows);
            let report = audit_verify(request)?;
            if let Some(own) = report.breaks.first() {
                let place = usize::try_from(own.index).ok().and_then(|index| run.get(index));
                let sequence = place.map_or(own.sequence, |record| record.sequence);
                self.breaks(own.kind, (sequence, own.count), entry_of(seals, sequence));
                return Ok(());
            }
            self.last = report.last;
        }
        Ok(())
    }

    /// Whether it ends where it should.
    fn end(&mut self, head: Option<&AuditLink>, beyond: i64) {
        let (sealed, last) = (head.map_or(0, |head| head.sequence), self.next().saturating_sub(1));
        if self.broken.is_some() {
            return;
        }
        if last < sealed && !self.has_gaps {
            self.breaks(AuditBreakKind::Truncated, (self.next(), sealed - last), None);
        } else if last == sealed && self.last.as_ref() != head {
            self.breaks(AuditBreakKind::Rewritten, (sealed, 1), None);
        } else if beyond > 0 {
            let count = u64::try_from(beyond).unwrap_or_default();
            self.breaks(AuditBreakKind::OutOfOrder, (sealed.saturating_add(1), count), None);
        }
    }
}

fn entry_of(seals: &[(Seal, Option<Written>)], sequence: u64) -> Option<[u8; 16]> {
    let mut own = seals.iter().filter(|(seal, _)| seal.sequence == sequence);
    own.next().map(|(seal, _)| seal.entry)
}

/// Goes through the chain of a tenant, or of what concerns none.
pub(crate) async fn verify(store: &Store, tenant: TenantKey) -> Result<Verified, Failure> {
    let begun = store.read_platform(move |mut tx| {
        Box::pin(async move { Ok((tx.head(tenant).await?, is_deleted(&mut tx, tenant).await?)) })
    });
    let (head, has_gaps) = begun.await?;
    let mut walk = Walk {
        tenant,
        has_gaps,
        at: 0,
        last: None,
        broken: None,
    };
    let until = head.as_ref().map_or(0, |head| head.sequence);
    let mut limit = FIRST;
    while walk.broken.is_none() {
        let part = (walk.at, until);
        let seals =
            store.read_platform(move |mut tx| Box::pin(async move { tx.seals(tenant, part, limit.into()).await }));
        let seals = seals.await?;
        let Some((last, _)) = seals.last() else { break };
        walk.at = last.sequence;
        walk.step(&seals)?;
        let bytes = seals.iter().filter_map(|(_, entry)| entry.as_ref());
        limit = next_limit(limit, bytes.map(|entry| entry.changes.len()).sum(), seals.len());
    }
    let ended = store.read_platform(move |mut tx| {
        Box::pin(async move {
            let count = unsealed(&mut tx, tenant).await?;
            let first = match count {
                0 => Vec::new(),
                _ => tx.unsealed(tenant, ([0; 16], END), MOST_NAMED).await?,
            };
            let first: Vec<[u8; 16]> = first.iter().map(|entry| entry.id).collect();
            Ok((beyond(&mut tx, tenant).await?, count, first))
        })
    });
    let (beyond, unsealed, first) = ended.await?;
    walk.end(head.as_ref(), beyond);
    Ok(Verified {
        head,
        broken: walk.broken,
        unsealed,
        first,
    })
}

async fn is_deleted(tx: &mut PlatformTx<'_>, tenant: TenantKey) -> Result<bool, Failure> {
    let text = "SELECT 1 FROM tenants WHERE id = $1 AND state = 'deleted'";
    Ok(!tx.ask(text, &[Bound::Id(tenant)]).await?.is_empty())
}

/// How many seals stand behind the head.
async fn beyond(tx: &mut PlatformTx<'_>, tenant: TenantKey) -> Result<i64, Failure> {
    let text = "SELECT count(*) FROM audit_seals WHERE tenant_id = $1 AND sequence > COALESCE((SELECT sequence FROM audit_heads WHERE \
                tenant_id = $1), 0)";
    tx.count(text, &[Bound::Id(tenant)]).await
}

async fn unsealed(tx: &mut PlatformTx<'_>, tenant: TenantKey) -> Result<i64, Failure> {
    let text = "SELECT count(*) FROM audit a WHERE a.tenant_id = $1 AND NOT EXISTS (SELECT 1 FROM audit_seals s WHERE s.tenant_id = \
                a.tenant_id AND s.entry = a.id)";
    tx.count(text, &[Bound::Id(tenant)]).await
}

/// `GET /v1/audit/verify`
pub(crate) async fn of_tenant(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let Ok(_place) = app.exports.try_acquire() else {
        let message = "as much is read whole just now as the server does at once; try again in a moment";
        return Err(Failure::Busy(message.to_owned()).into());
    };
    let verified = verify(&app.store, caller.tenant).await?;
    Ok(Json(verified.told()).into_response())
}

/// Goes through every chain of an installation: a line for each, and whether all of them are intact.
pub async fn installation(store: &Store) -> Result<(String, bool), Failure> {
    let (mut text, mut intact) = (String::new(), true);
    let mut chains = vec![(NOBODY, "the platform".to_owned())];
    while let Some((after, _)) = chains.last().cloned() {
        for (tenant, name) in &chains {
            let verified = verify(store, *tenant).await?;
            intact &= verified.broken.is_none();
            line(&mut text, name, &verified);
        }
        let rows = store.read_platform(move |mut tx| {
            Box::pin(async move {
                tx.ask(
                    "SELECT own.id, t.slug FROM (SELECT id FROM tenants UNION SELECT tenant_id FROM audit_heads) own LEFT JOIN tenants t ON \
                     t.id = own.id WHERE own.id > $1 ORDER BY own.id LIMIT $2",
                    &[Bound::Id(after), Bound::Whole(TENANTS)],
                )
                .await
            })
        });
        chains.clear();
        for row in rows.await? {
            let id = row.id(0)?.unwrap_or_default();
            chains.push((id, row.text(1)?.map_or_else(|| written(id), str::to_owned)));
        }
    }
    Ok((text, intact))
}

fn line(text: &mut String, name: &str, verified: &Verified) {
    let hash = verified.head.as_ref().map_or("", |head| head.hash.as_str());
    // Writing to a text does not fail.
    let _ = write!(text, "{:>10} {hash:64} {name}", verified.sealed());
    if verified.unsealed > 0 {
        let _ = write!(text, ", {} not sealed yet", verified.unsealed);
    }
    if let Some(broken) = &verified.broken {
        let kind = json!(broken.kind);
        let kind = kind.as_str().unwrap_or_default();
        let _ = write!(text, ", broken at {}: {kind}", broken.sequence);
    }
    text.push('\n');
}
