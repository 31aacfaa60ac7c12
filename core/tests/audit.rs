//! Laws of the audit chain: no change of any letter, no removal and no exchange stays hidden, and a diff is enough to make
//! the one of the other.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use proptest::prelude::*;
use ratebook::tenancy::{
    AuditAppendRequest, AuditBreakKind, AuditLink, AuditMask, AuditRecord, AuditReport, AuditVerifyRequest, TenantId,
    audit_append, audit_verify,
};
use serde_json::{Map, Value, json};

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-40_i64..40).prop_map(Value::from),
        "[a-c\"\\\\é\n😀]{0,3}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            proptest::collection::btree_map("[a-c/~é\u{ffff}😀]{1,2}", inner, 0..3)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn object() -> impl Strategy<Value = Value> {
    let fields = proptest::collection::btree_map("[a-d]", value(), 0..4);
    fields.prop_map(|fields| Value::Object(fields.into_iter().collect()))
}

fn request(before: &Value, after: &Value, previous: Option<&AuditRecord>, masked: bool) -> AuditAppendRequest {
    let mask = AuditMask::new("/a", "00112233445566778899aabbccddeeff");
    let mut request = AuditAppendRequest::new(
        TenantId::new("acme"),
        "2026-03-01T09:00:00.5Z".parse().unwrap(),
        "ann",
        "booking.change",
        "booking",
        "b\"7",
    )
    .with_ip("203.0.113.9")
    .with_reason("späť\t")
    .with_before(before.clone())
    .with_after(after.clone())
    .with_masks(if masked { vec![mask] } else { Vec::new() });
    request.previous = previous.map(link);
    request
}

fn link(record: &AuditRecord) -> AuditLink {
    AuditLink::new(record.sequence, record.hash.clone())
}

fn chain(values: &[Value], masked: bool) -> Vec<AuditRecord> {
    let mut records: Vec<AuditRecord> = Vec::new();
    for pair in values.windows(2) {
        let request = request(&pair[0], &pair[1], records.last(), masked);
        records.push(audit_append(request).unwrap());
    }
    records
}

fn verified(records: Vec<AuditRecord>) -> AuditReport {
    let request = AuditVerifyRequest::new(TenantId::new("acme"), records);
    audit_verify(request).unwrap()
}

fn told(records: Vec<AuditRecord>) -> Vec<(u32, AuditBreakKind)> {
    let breaks = verified(records).breaks;
    breaks.iter().map(|one| (one.index, one.kind)).collect()
}

/// Puts each change where its path says. An object that loses its last member is gone; one that stays is told as a whole.
fn applied(before: &Value, record: &AuditRecord) -> Value {
    record.changes.iter().fold(before.clone(), |whole, change| {
        let steps: Vec<String> = change
            .path
            .split('/')
            .skip(1)
            .map(|step| step.replace("~1", "/").replace("~0", "~"))
            .collect();
        put(whole, &steps, change.after.clone().unwrap_or_default())
    })
}

fn put(whole: Value, steps: &[String], after: Value) -> Value {
    let Some((step, rest)) = steps.split_first() else {
        return after;
    };
    match whole {
        Value::Array(mut items) => {
            let place: usize = step.parse().unwrap();
            items[place] = put(items[place].take(), rest, after);
            Value::Array(items)
        }
        Value::Object(_) | Value::Null => {
            let mut fields = whole.as_object().cloned().unwrap_or_default();
            let inside = fields.remove(step).unwrap_or_default();
            fields.insert(step.clone(), put(inside, rest, after));
            let gone = fields.values().all(Value::is_null);
            if gone { Value::Null } else { Value::Object(fields) }
        }
        _ => json!("no way to a path"),
    }
}

/// What is null is not there.
fn bare(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(_, inside)| !inside.is_null());
            let kept: Map<String, Value> = kept.map(|(name, inside)| (name.clone(), bare(inside))).collect();
            Value::Object(kept)
        }
        Value::Array(items) => items.iter().map(bare).collect(),
        other => other.clone(),
    }
}

fn thing() -> impl Strategy<Value = Value> {
    prop_oneof![1 => Just(Value::Null), 1 => Just(json!({})), 6 => object()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every byte of one record's canonical text, changed to some other byte: it can no longer be read, or it is told at
    /// its index and nowhere else. The one exception is another spelling of the same moment, such as `t` for `T`.
    #[test]
    fn no_changed_byte_stays_hidden(
        values in proptest::collection::vec(object(), 4..6), place in any::<prop::sample::Index>(),
        masked in any::<bool>(), with in any::<u8>(),
    ) {
        let records = chain(&values, masked);
        prop_assert!(verified(records.clone()).intact);
        let index = place.index(records.len());
        let text = records[index].canonical().unwrap();
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] = if bytes[at] == with { with ^ 1 } else { with };
            let Ok(mut changed) = serde_json::from_slice::<Map<String, Value>>(&bytes) else { continue };
            changed.insert("hash".to_owned(), records[index].hash.clone().into());
            let Ok(record) = serde_json::from_value::<AuditRecord>(Value::Object(changed)) else { continue };
            if record.canonical().is_ok_and(|own| own == text) {
                let start = text.find("\"at\":").unwrap();
                prop_assert!((start..start + 30).contains(&at), "{text} at {at}");
                continue;
            }
            let mut forged = records.clone();
            forged[index] = record;
            let expected = u32::try_from(index).unwrap();
            prop_assert_eq!(told(forged), vec![(expected, AuditBreakKind::Changed)], "{} at {}", text, at);
        }
    }

    #[test]
    fn removed_swapped_and_repeated_records_are_told_apart(
        values in proptest::collection::vec(object(), 5..9), one in any::<prop::sample::Index>(), other in any::<prop::sample::Index>(),
    ) {
        let records = chain(&values, false);
        let (one, other) = (one.index(records.len()), other.index(records.len()));
        let number = |index: usize| u32::try_from(index).unwrap();
        if one > 0 && one + 1 < records.len() {
            let mut less = records.clone();
            less.remove(one);
            prop_assert_eq!(told(less), vec![(number(one), AuditBreakKind::Missing)]);
        }
        if one != other {
            let mut swapped = records.clone();
            swapped.swap(one, other);
            let places = [one.min(other), one.max(other)].map(|place| (number(place), AuditBreakKind::OutOfOrder));
            prop_assert_eq!(told(swapped), places.to_vec());
        }
        let mut more = records.clone();
        let later = one.max(other) + 1;
        more.insert(later, records[one].clone());
        prop_assert_eq!(told(more), vec![(number(later), AuditBreakKind::Duplicated)]);
    }

    /// The changes make the one of the other, and each of them is needed.
    #[test]
    fn a_diff_is_enough_and_no_more(before in thing(), after in thing()) {
        let record = audit_append(request(&before, &after, None, false)).unwrap();
        prop_assert_eq!(bare(&applied(&before, &record)), bare(&after), "{} {}", before, json!(record.changes));
        for change in &record.changes {
            prop_assert_ne!(&change.before, &change.after);
        }
        let same = audit_append(request(&before, &before, None, false)).unwrap();
        prop_assert!(same.changes.is_empty());
    }
}
