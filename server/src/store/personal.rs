//! What entries of the audit say of people. It stands beside them and can be erased, each with its salt; the entries themselves hold commitments to
//! it, so that no seal breaks when it goes.

use ratebook::place;
use ratebook::records::RecordChange;
use ratebook::tenancy::audit_commitment;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::door::{TenantKey, TenantTx};
use super::failure::Failure;
use super::json;
use super::sql::Bound;

/// What stands in the place of what was erased.
const ERASED: &str = "***";

/// A side of a change, and the commitment to it.
const SIDES: [(&str, &str); 2] = [("before", "before_commitment"), ("after", "after_commitment")];

/// The changes of an entry as they are written down.
#[derive(Clone, Debug)]
pub(crate) struct Parted {
    /// What stands in the entry, a list in JSON.
    pub(crate) changes: String,
    /// What stands beside it, and the salt of its commitments; nothing where nothing is about a person.
    pub(crate) personal: Option<(String, String)>,
}

/// A change as an entry has it.
#[derive(Debug, Deserialize)]
struct Kept {
    field: String,
    #[serde(default)]
    before: Option<Value>,
    #[serde(default)]
    after: Option<Value>,
    #[serde(default)]
    before_commitment: Option<String>,
    #[serde(default)]
    after_commitment: Option<String>,
}

/// Parts changes into those of an entry and those of people.
pub(crate) fn parted(changes: &[RecordChange], is_personal: impl Fn(&str) -> bool) -> Result<Parted, Failure> {
    let says = |side: &Option<Value>| side.as_ref().is_some_and(|value| !value.is_null());
    let is_personal =
        |change: &RecordChange| (says(&change.before) || says(&change.after)) && is_personal(&change.field);
    let of_people: Vec<&RecordChange> = changes.iter().filter(|change| is_personal(change)).collect();
    if of_people.is_empty() {
        return Ok(Parted {
            changes: json::text(changes)?,
            personal: None,
        });
    }
    let salt = salt()?;
    let kept = changes.iter().map(|change| match is_personal(change) {
        true => committed(change, &salt),
        false => json::value(change),
    });
    Ok(Parted {
        changes: json::text(&kept.collect::<Result<Vec<Value>, Failure>>()?)?,
        personal: Some((salt, json::text(&of_people)?)),
    })
}

fn salt() -> Result<String, Failure> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| Failure::defect("the system gives no random bytes"))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn committed(change: &RecordChange, salt: &str) -> Result<Value, Failure> {
    let path = place(&change.field);
    let mut kept = Map::from_iter([("field".to_owned(), change.field.as_str().into())]);
    for ((_, name), side) in SIDES.into_iter().zip([&change.before, &change.after]) {
        let Some(value) = side.as_ref().filter(|value| !value.is_null()) else {
            continue;
        };
        // Numbers that not every language reads alike are committed to as text.
        let hash = audit_commitment(&path, salt, value)
            .or_else(|_| audit_commitment(&path, salt, &value.to_string().into()))?;
        kept.insert(name.to_owned(), hash.into());
    }
    Ok(Value::Object(kept))
}

/// The changes of an entry with what stands beside it, and with stars for what was erased; nothing where they cannot be read.
pub(crate) fn joined(changes: &str, personal: Option<&str>) -> Option<Vec<RecordChange>> {
    let kept: Vec<Kept> = serde_json::from_str(changes).ok()?;
    let beside: Vec<RecordChange> = match personal {
        Some(text) => serde_json::from_str(text).ok()?,
        None => Vec::new(),
    };
    let join = |kept: Kept| {
        let own = beside.iter().find(|change| change.field == kept.field);
        let side = |told: Option<Value>, hash: &Option<String>, own: Option<&Option<Value>>| match (hash, own) {
            (None, _) => told,
            (Some(_), Some(own)) => own.clone(),
            (Some(_), None) => Some(ERASED.into()),
        };
        let mut change = RecordChange::new(kept.field);
        change.before = side(kept.before, &kept.before_commitment, own.map(|own| &own.before));
        change.after = side(kept.after, &kept.after_commitment, own.map(|own| &own.after));
        change
    };
    Some(kept.into_iter().map(join).collect())
}

/// Whether what stands beside an entry is what it has commitments to.
pub(crate) fn is_proven(changes: &str, (salt, personal): (&str, &str)) -> bool {
    let (Ok(kept), Ok(beside)) = (
        serde_json::from_str::<Vec<Value>>(changes),
        serde_json::from_str::<Vec<RecordChange>>(personal),
    ) else {
        return false;
    };
    let is_kept = |own: &RecordChange| committed(own, salt).is_ok_and(|own| kept.contains(&own));
    beside.iter().all(is_kept)
}

impl TenantTx<'_> {
    /// Writes down what an entry says of a person.
    pub(crate) fn enter_personal(&mut self, entry: TenantKey, (salt, changes): (String, String)) {
        let values = [Bound::Id(entry), Bound::Text(salt), Bound::Text(changes)];
        let text = "INSERT INTO audit_personal (tenant_id, entry, salt, changes) VALUES ($1, $2, $3, $4)";
        self.tell_later(text, &values);
    }

    /// Erases what the entries of a record say of a person, by what its entity is called in the audit; how many entries it were.
    pub(crate) async fn forget_personal(&mut self, names: &[String], record: [u8; 16]) -> Result<u64, Failure> {
        let text = "DELETE FROM audit_personal WHERE tenant_id = $1 AND entry IN (SELECT id FROM audit WHERE tenant_id = $1 AND entity = $2 AND \
                    record_id = $3)";
        let mut erased = 0;
        for name in names {
            erased += self.tell(text, &[Bound::Text(name.clone()), Bound::Id(record)]).await?;
        }
        Ok(erased)
    }
}

#[cfg(test)]
mod tests {
    use ratebook::records::RecordChange;
    use serde_json::{Value, json};

    use super::{is_proven, joined, parted};

    fn change(field: &str, before: Value, after: Value) -> RecordChange {
        serde_json::from_value(json!({"field": field, "before": before, "after": after})).expect("a change")
    }

    #[test]
    fn what_is_about_a_person_stands_beside_the_entry_until_it_is_erased() {
        let changes = [
            change("name", Value::Null, "Ana".into()),
            change("billing_day", 1.into(), 7.into()),
            change("height", 1.62.into(), 1.63.into()),
        ];
        let parted = parted(&changes, |field| field != "billing_day").expect("changes");
        let (salt, personal) = parted.personal.expect("a person");
        for word in ["Ana", "1.62", "1.63"] {
            assert!(!parted.changes.contains(word) && personal.contains(word), "{word}");
        }
        assert_eq!(joined(&parted.changes, Some(&personal)).as_deref(), Some(&changes[..]));
        assert!(is_proven(&parted.changes, (&salt, &personal)));
        for (from, to) in [("Ana", "Eva"), ("\"Ana\"", "null"), ("name", "code"), ("1.62", "1.64")] {
            assert!(
                !is_proven(&parted.changes, (&salt, &personal.replace(from, to))),
                "{from}"
            );
        }
        assert!(!is_proven(
            &parted.changes,
            (&salt.replace(|digit| digit != '7', "7"), &personal)
        ));
        let erased = [
            change("name", Value::Null, "***".into()),
            change("billing_day", 1.into(), 7.into()),
            change("height", "***".into(), "***".into()),
        ];
        assert_eq!(joined(&parted.changes, None).as_deref(), Some(&erased[..]));
    }

    #[test]
    fn every_entry_has_a_salt_of_its_own_and_one_without_people_none() {
        let changes = [change("name", Value::Null, "Ana".into())];
        let of = || parted(&changes, |_| true).expect("changes");
        assert_ne!(of().changes, of().changes);
        let plain = parted(&changes, |_| false).expect("changes");
        assert!(plain.personal.is_none());
        assert_eq!(joined(&plain.changes, None).as_deref(), Some(&changes[..]));
    }
}
