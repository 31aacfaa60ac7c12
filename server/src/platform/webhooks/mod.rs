//! What a tenant tells the outside: to each address that it has named, what happened there, signed, one message after the other.
//!
//! A message tells what happened to which record, and nothing of what stands in it: whoever receives it asks for that, and is told as
//! much as they may read.

mod address;
mod deliveries;
mod routes;

use ratebook::time::Instant;
use serde_json::{Value, json};

pub(super) use address::Lookup;
pub use address::Reachable;
pub(super) use deliveries::{Deliveries, Outward, innermost};
pub(super) use routes::routes;

use super::auth::written;
use super::jobs::{NewJob, Passed};
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantKey};

/// The name of the jobs that deliver.
const NAME: &str = "deliver_webhook";
/// The effect by which a pack tells what it wants to have told.
pub(super) const EFFECT: &str = "call_webhook";

/// Somebody who wants to be told.
#[derive(Clone, Debug)]
pub(super) struct Wanting {
    id: [u8; 16],
    events: Vec<String>,
}

/// Those of a tenant who want to be told something.
pub(super) async fn wanting(tx: &mut PlatformTx<'_>, tenant: TenantKey) -> Result<Vec<Wanting>, Failure> {
    let text = "SELECT id, events FROM webhooks WHERE tenant_id = $1 AND state = 'enabled' ORDER BY id";
    let rows = tx.ask(text, &[Bound::Id(tenant)]).await?;
    let one = |row: &AnyRow| {
        Ok(Wanting {
            id: row.id(0)?.unwrap_or_default(),
            events: events_of(row.text(1)?),
        })
    };
    rows.iter().map(one).collect()
}

fn events_of(text: Option<&str>) -> Vec<String> {
    text.and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default()
}

/// Whether an event is of a kind such as `customer:created`, `customer:*` or `*`.
pub(super) fn is_of(event: &str, kind: &str) -> bool {
    match kind.strip_suffix('*') {
        Some(beginning) => event.starts_with(beginning),
        None => event == kind,
    }
}

/// Whether something is such a kind.
pub(super) fn is_kind(kind: &str) -> bool {
    let is_name = |part: &str| {
        let mut letters = part.bytes();
        !part.is_empty() && letters.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    let parts = kind.split_once(':');
    kind == "*" || parts.is_some_and(|(entity, event)| is_name(entity) && (event == "*" || is_name(event)))
}

/// The lane of whoever is told: one message after the other.
fn lane(id: [u8; 16]) -> String {
    format!("webhook {}", written(id))
}

impl Wanting {
    /// The message of what happened, where it is wanted.
    pub(super) fn delivery_of(&self, passed: &Passed) -> Option<NewJob> {
        let wanted = self.events.iter().any(|kind| is_of(&passed.name, kind));
        wanted.then(|| self.delivery(&written(passed.id), &passed.name, passed))
    }

    fn delivery(&self, message: &str, kind: &str, passed: &Passed) -> NewJob {
        let mut told = json!({
            "entity": passed.entity,
            "id": written(passed.record),
            "actor": passed.actor,
        });
        if let (Some(told), Some(with)) = (told.as_object_mut(), passed.with()) {
            told.insert("with".to_owned(), with.clone());
        }
        let at = Instant::from_microseconds(passed.at);
        NewJob {
            name: NAME.to_owned(),
            key: format!("{message} {}", written(self.id)),
            lane: Some(lane(self.id)),
            body: json!({
                "webhook": written(self.id),
                "message": message,
                "payload": {"type": kind, "timestamp": at, "data": told},
            }),
        }
    }
}

/// The messages of an effect by which a pack tells something: to those who want what it is called.
pub(super) fn of_effect(wanting: &[Wanting], passed: &Passed) -> Option<Vec<NewJob>> {
    if passed.name != EFFECT {
        return None;
    }
    let event = passed.with().and_then(|with| with.get("event")).and_then(Value::as_str);
    let kind = format!("{}:{}", passed.entity, event.unwrap_or(EFFECT));
    let told = wanting
        .iter()
        .filter(|one| one.events.iter().any(|own| is_of(&kind, own)));
    Some(
        told.map(|one| one.delivery(&written(passed.id), &kind, passed))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::is_of;

    #[test]
    fn kinds_of_events() {
        for (kind, yes, no) in [
            ("*", "customer:created", None),
            ("customer:*", "customer:created", Some("customers:created")),
            ("customer:created", "customer:created", Some("customer:created_again")),
        ] {
            assert!(is_of(yes, kind), "{kind}");
            assert!(no.is_none_or(|no| !is_of(no, kind)), "{kind}");
        }
    }
}
