//! Features that are on for a share of all.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use proptest::prelude::*;
use ratebook::money::Decimal;
use ratebook::tenancy::flags::{FlagRequest, FlagRule, FlagSubject};
use ratebook::tenancy::{Tenant, TenantId};
use serde_json::json;

const IDS: usize = 100_000;

fn tenant(flags: &[(&str, String)]) -> Tenant {
    let flags: serde_json::Map<String, serde_json::Value> = flags
        .iter()
        .map(|(name, percentage)| ((*name).to_owned(), json!({"percentage": percentage})))
        .collect();
    Tenant::load(json!({"id": "acme", "name": "Acme", "flags": flags})).unwrap()
}

fn subject(id: String) -> FlagSubject {
    FlagSubject::new(TenantId::new("acme"), "2026-06-01T00:00:00Z".parse().unwrap()).with_id(id)
}

fn is_on(tenant: &Tenant, flag: &str, subject: &FlagSubject) -> bool {
    tenant
        .features()
        .is_on(tenant.features().id(flag).unwrap(), subject)
        .unwrap()
}

/// Ids of the three forms that systems use: counted, padded, and in hexadecimal that begins alike.
fn ids(form: usize) -> impl Iterator<Item = String> {
    (0..IDS).map(move |number| match form {
        0 => number.to_string(),
        1 => format!("CUST{number:06}"),
        _ => format!("0190d1f2-7c3a-7b11-9a53-{number:012x}"),
    })
}

#[test]
fn the_spread_is_within_one_per_cent() {
    for form in 0..3 {
        for (flag, percent) in [("search", 1), ("new_checkout", 10), ("x", 50), ("dark-mode", 87)] {
            let tenant = tenant(&[(flag, percent.to_string())]);
            let on = ids(form)
                .filter(|id| is_on(&tenant, flag, &subject(id.clone())))
                .count();
            let (expected, hundredth) = (IDS / 100 * percent, IDS / 100);
            assert!(
                on.abs_diff(expected) <= hundredth,
                "{on} of {IDS} for {percent} % of form {form}"
            );
        }
    }
}

#[test]
fn every_tenth_is_as_full_as_the_others_and_two_flags_choose_other_people() {
    let tenant = tenant(&[("one", "10".to_owned()), ("two", "10".to_owned())]);
    let (mut tenths, mut both) = ([0_usize; 10], 0);
    for id in ids(2) {
        let subject = subject(id);
        let answer = tenant.flag(&FlagRequest::new("one", subject.clone())).unwrap();
        let hundredths = answer.share.unwrap().units(2).unwrap();
        tenths[usize::try_from(hundredths / 1_000).unwrap()] += 1;
        both += usize::from(answer.on && is_on(&tenant, "two", &subject));
    }
    assert!(
        tenths.iter().all(|tenth| tenth.abs_diff(IDS / 10) <= IDS / 100),
        "{tenths:?}"
    );
    // A tenth of a tenth, if neither knows of the other.
    assert!(both.abs_diff(IDS / 100) <= IDS / 500, "{both}");
}

proptest! {
    #[test]
    fn raising_the_percentage_only_adds(id in "[ -~]{0,60}", first in 0_i128..=10_000, second in 0_i128..=10_000) {
        let percent = |hundredths: i128| Decimal::from_units(hundredths, 2).unwrap().to_string();
        let (less, more) = (first.min(second), first.max(second));
        let subject = subject(id);
        let on = |hundredths: i128| is_on(&tenant(&[("search", percent(hundredths))]), "search", &subject);
        prop_assert!(!on(less) || on(more));
        prop_assert!(!on(0) && on(10_000));
    }

    #[test]
    fn the_quick_way_says_what_the_explained_one_says(
        id in prop::option::of("[a-z0-9-]{1,40}"),
        forced in prop::option::weighted(0.2, any::<bool>()),
        starts in prop::option::of(0_i64..4),
        length in prop::option::of(1_i64..4),
        agent in prop::option::of(any::<bool>()),
        viewer in prop::option::of(any::<bool>()),
        pro in prop::option::of(any::<bool>()),
        percentage in prop::option::of(0_u32..=100),
        otherwise in any::<bool>(),
        (now, roles, plan) in (0_i64..6, prop::sample::subsequence(vec!["agent", "viewer"], 0..=2), any::<bool>()),
    ) {
        let moment = |seconds: i64| format!("2026-06-01T00:00:0{seconds}Z");
        let ends = starts.zip(length).map(|(start, length)| start + length);
        let named = |pairs: &[(&str, Option<bool>)]| -> serde_json::Map<String, serde_json::Value> {
            pairs.iter().filter_map(|(name, on)| on.map(|on| ((*name).to_owned(), json!(on)))).collect()
        };
        let mut rules = json!({
            "roles": named(&[("agent", agent), ("viewer", viewer)]), "plans": named(&[("pro", pro)]), "on": otherwise,
        });
        let optional = [
            ("forced", forced.map(|on| json!(on))),
            ("starts_at", starts.map(|start| json!(moment(start)))),
            ("ends_at", ends.map(|end| json!(moment(end)))),
            ("percentage", percentage.map(|share| json!(share.to_string()))),
        ];
        for (name, value) in optional {
            if let Some(value) = value {
                rules[name] = value;
            }
        }
        let tenant = Tenant::load(json!({"id": "acme", "name": "Acme", "flags": {"search": rules}})).unwrap();
        let mut subject = FlagSubject::new(TenantId::new("acme"), moment(now).parse().unwrap()).with_roles(roles.iter().copied());
        subject.id = id;
        subject.plan = plan.then(|| "pro".to_owned());
        let answer = tenant.flag(&FlagRequest::new("search", subject.clone())).unwrap();
        prop_assert_eq!(is_on(&tenant, "search", &subject), answer.on);
        prop_assert_eq!(&tenant.flags(&subject).unwrap(), std::slice::from_ref(&answer));
        let closed = starts.is_some_and(|start| now < start) || ends.is_some_and(|end| end <= now);
        let told: Vec<bool> = [("agent", agent), ("viewer", viewer)]
            .iter()
            .filter(|(name, _)| roles.contains(name))
            .filter_map(|(_, on)| *on)
            .collect();
        let rule = match (forced, closed, told.as_slice(), pro.filter(|_| plan), percentage) {
            (Some(on), ..) => (FlagRule::Forced, Some(on)),
            (_, true, ..) => (FlagRule::Schedule, Some(false)),
            (_, _, [_, ..], ..) => (FlagRule::Role, Some(told.iter().all(|on| *on))),
            (.., Some(on), _) => (FlagRule::Plan, Some(on)),
            (.., Some(_)) => (FlagRule::Percentage, None),
            _ => (FlagRule::Otherwise, Some(otherwise)),
        };
        prop_assert_eq!(answer.decided_by, rule.0);
        prop_assert!(rule.1.is_none_or(|on| on == answer.on));
    }
}
