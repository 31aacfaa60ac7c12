//! Laws of quotas, numbers and keys, beside models that remember everything.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::collections::{BTreeMap, HashSet};
use std::sync::Mutex;

use proptest::prelude::*;
use ratebook::Code;
use ratebook::tenancy::{
    CheckKeyRequest, NewKeyRequest, NumberRequest, NumberState, QuotaAction, QuotaRequest, QuotaState, Scoped, Tenant,
    TenantId,
};
use ratebook::time::Instant;
use serde_json::json;

const EPOCH: i64 = 1_788_000_000;

fn at(second: i64) -> Instant {
    Instant::from_microseconds((EPOCH + second) * 1_000_000).unwrap()
}

fn acme() -> TenantId {
    TenantId::new("acme")
}

fn with_quota(hard: i64) -> Tenant {
    let quota = json!({"name": "seats", "standard": {"hard": hard}});
    Tenant::load(json!({"id": "acme", "name": "Acme", "quotas": [quota]})).unwrap()
}

fn quota(action: QuotaAction, now: i64, state: Option<Scoped<QuotaState>>) -> QuotaRequest {
    let mut request = QuotaRequest::new(acme(), "seats", action, at(now)).with_amount(1);
    request.state = state;
    request
}

/// Held until, or taken when there is no end.
type Entries = BTreeMap<String, (i64, Option<i64>)>;

/// Each command as a person with a pencil would carry it out: whether it is allowed, or nothing when it is an error.
fn naive(entries: &mut Entries, loose: &mut i64, hard: i64, now: i64, request: &QuotaRequest) -> Option<bool> {
    entries.retain(|_, (_, until)| until.is_none_or(|until| now < until));
    let all: i64 = *loose + entries.values().map(|(amount, _)| amount).sum::<i64>();
    let fits = all + request.amount <= hard;
    let until = request.expires_at.map(|until| until.seconds() - EPOCH);
    let key = request.key.clone();
    let entry = key.as_ref().and_then(|key| entries.get(key).copied());
    match (request.action, key, entry) {
        (QuotaAction::Check, _, entry) => Some(entry.is_some() || fits),
        (QuotaAction::Take, None, _) => {
            *loose += if fits { request.amount } else { 0 };
            Some(fits)
        }
        (QuotaAction::GiveBack, None, _) => {
            let taken = *loose
                + entries
                    .values()
                    .filter(|(_, until)| until.is_none())
                    .map(|(amount, _)| amount)
                    .sum::<i64>();
            if request.amount > taken {
                return None;
            }
            *loose -= request.amount;
            Some(true)
        }
        (QuotaAction::Take | QuotaAction::Reserve, Some(key), None) => {
            if fits {
                let until = until.filter(|_| request.action == QuotaAction::Reserve);
                entries.insert(key, (request.amount, until));
            }
            Some(fits)
        }
        (QuotaAction::Take | QuotaAction::Reserve, Some(_), Some((amount, held))) => {
            let same = amount == request.amount && (held.is_none() || request.action == QuotaAction::Reserve);
            same.then_some(true)
        }
        (QuotaAction::Commit, Some(key), Some((amount, _))) => {
            entries.insert(key, (amount, None));
            Some(true)
        }
        (QuotaAction::Commit, _, _) => Some(false),
        (QuotaAction::Release, Some(key), Some((_, held))) => {
            if held.is_some() {
                entries.remove(&key);
            }
            Some(held.is_some())
        }
        (QuotaAction::GiveBack, Some(key), Some((_, held))) => {
            if held.is_none() {
                entries.remove(&key);
            }
            Some(held.is_none())
        }
        (QuotaAction::Release | QuotaAction::GiveBack, _, None) | (QuotaAction::Release, None, _) => Some(true),
        (QuotaAction::Reserve, None, _) => None,
        _ => unreachable!("an action that the pencil does not know"),
    }
}

fn action() -> impl Strategy<Value = QuotaAction> {
    prop::sample::select(vec![
        QuotaAction::Check,
        QuotaAction::Take,
        QuotaAction::GiveBack,
        QuotaAction::Reserve,
        QuotaAction::Reserve,
        QuotaAction::Commit,
        QuotaAction::Release,
    ])
}

fn counted(request: &NumberRequest, tenant: &Tenant) -> (String, Scoped<NumberState>) {
    let answer = tenant.next_number(request).unwrap();
    (answer.number, answer.state)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn never_above_the_hard_figure(
        hard in 0_i64..8,
        steps in prop::collection::vec((action(), 0_u8..7, 1_i64..4, 0_i64..30, 1_i64..60), 1..80),
    ) {
        let tenant = with_quota(hard);
        let (mut entries, mut loose, mut now, mut state) = (Entries::new(), 0, 0, None);
        for (action, key, amount, step, lasts) in steps {
            now += step;
            let keyed = matches!(action, QuotaAction::Reserve | QuotaAction::Commit | QuotaAction::Release);
            let mut request = quota(action, now, state.clone()).with_amount(amount);
            request.key = (keyed || key < 5).then(|| format!("k{key}"));
            request.expires_at = (action == QuotaAction::Reserve).then(|| at(now + lasts));
            let expected = naive(&mut entries, &mut loose, hard, now, &request);
            match tenant.quota(&request) {
                Ok(answer) => {
                    prop_assert_eq!(Some(answer.allowed), expected, "{:?}", &request);
                    prop_assert_eq!(answer.allowed, answer.reasons.is_empty());
                    let held: i64 = entries.values().filter(|(_, held)| held.is_some()).map(|(amount, _)| amount).sum();
                    let all: i64 = loose + entries.values().map(|(amount, _)| amount).sum::<i64>();
                    prop_assert_eq!((answer.held, answer.used + answer.held), (held, all));
                    prop_assert!(answer.used + answer.held <= hard);
                    prop_assert_eq!(answer.remaining, Some(hard - all));
                    state = Some(answer.state);
                }
                Err(_) => prop_assert_eq!(expected, None, "{:?}", &request),
            }
            // What was given back without its key may be what a key stood for: the pencil cannot tell either.
            prop_assume!(loose >= 0);
        }
    }

    #[test]
    fn each_crossing_is_told_once(hard in 1_i64..40, steps in prop::collection::vec(any::<bool>(), 1..120)) {
        let tenant = with_quota(hard);
        let (mut used, mut state) = (0_i64, None);
        for up in steps {
            let action = if up { QuotaAction::Take } else { QuotaAction::GiveBack };
            let Ok(answer) = tenant.quota(&quota(action, 0, state.clone())) else {
                prop_assert!(!up && used == 0);
                continue;
            };
            let before = used;
            used = answer.used;
            let crossed = [80, 100].into_iter().filter(|percent| {
                let reached = |used: i64| used * 100 >= hard * percent;
                reached(used) && !reached(before)
            });
            let crossed: Vec<i64> = crossed.collect();
            prop_assert_eq!(answer.warnings.iter().map(|one| i64::from(*one)).collect::<Vec<_>>(), crossed);
            state = Some(answer.state);
        }
    }

    #[test]
    fn no_number_comes_twice(
        zone in prop::sample::select(vec!["UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Pacific/Apia"]),
        format in prop::sample::select(vec![
            ("INV-{YY}{MM}-{seq:2}", "monthly"), ("{seq:2}/{YYYY}", "yearly"), ("C{seq:2}", "never"),
            ("T{YYYY}{MM}{DD}{seq:1}", "daily"), ("{YY}{MM}{seq:1}", "monthly"),
        ]),
        steps in prop::collection::vec(-200_000_i64..400_000, 1..150),
    ) {
        let tenant = Tenant::load(json!({
            "id": "acme", "name": "Acme", "settings": {"zone": zone},
            "numbers": [{"name": "n", "format": format.0, "reset": format.1}],
        })).unwrap();
        let (mut now, mut state, mut seen) = (0, None, HashSet::new());
        for step in steps {
            now += step * 7;
            let mut request = NumberRequest::new(acme(), "n", at(now));
            request.state = state.take();
            let (number, next) = counted(&request, &tenant);
            prop_assert!(seen.insert(number.clone()), "{number} came twice");
            state = Some(next);
        }
    }

    #[test]
    fn counters_of_parts_never_meet(
        steps in prop::collection::vec((0_usize..6, -40_i64..80), 1..150), first in prop::sample::select(vec![1, 8, 98]),
    ) {
        let tenant = Tenant::load(json!({"id": "acme", "name": "Acme", "numbers": [{
            "name": "n", "format": "R{A}-{YY}{MM}{seq}.{B}", "parts": ["A", "B"], "reset": "monthly", "first": first,
        }]})).unwrap();
        let parts = [("1", "1"), ("11", "1"), ("1", "11"), ("1111", "26"), ("R", "1"), ("2609", "9")];
        let (mut states, mut now, mut seen) = (vec![None; parts.len()], 0, HashSet::new());
        for (which, days) in steps {
            now += days * 86_400;
            let (a, b) = parts[which];
            let parts = [("A".to_owned(), a.to_owned()), ("B".to_owned(), b.to_owned())];
            let mut request = NumberRequest::new(acme(), "n", at(now)).with_parts(parts);
            request.state = states[which].take();
            let (number, next) = counted(&request, &tenant);
            prop_assert!(seen.insert(number.clone()), "{number} came twice");
            states[which] = Some(next);
        }
    }

    #[test]
    fn a_key_holds_and_no_slip_of_the_pen_does(random in any::<[u8; 32]>(), place in 0_usize..57, letter in "[0-9A-Za-z_]") {
        let tenant = with_quota(1);
        let made = tenant.new_key(&NewKeyRequest::new(acme(), "1", at(0), random.iter().map(|byte| format!("{byte:02x}")).collect::<String>()).with_prefix("rk_live").with_overlap_seconds(0)).unwrap();
        prop_assert_eq!(made.key.len(), 57);
        let check = |key: String| {
            tenant.check_key(&CheckKeyRequest::new(acme(), key, at(0), [made.record.clone()])).unwrap()
        };
        prop_assert!(check(made.key.clone()).allowed);
        let mut letters: Vec<char> = made.key.chars().collect();
        letters[place] = letter.chars().next().unwrap();
        let mut swapped: Vec<char> = made.key.chars().collect();
        swapped.swap(place, (place + 1) % 57);
        let mut without: Vec<char> = made.key.chars().collect();
        without.remove(place);
        for slip in [letters, swapped, without] {
            let slip: String = slip.into_iter().collect();
            if slip != made.key {
                let check = check(slip);
                prop_assert_eq!(check.reasons.iter().map(|reason| reason.code).collect::<Vec<_>>(), [Code::TenancyKeyTypo]);
            }
        }
    }
}

#[test]
fn of_eight_one_gets_the_last_unit() {
    let tenant = with_quota(1);
    for round in 0..50 {
        let kept: Mutex<Option<Scoped<QuotaState>>> = Mutex::new(None);
        let won: Vec<bool> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|one| {
                    let (tenant, kept) = (&tenant, &kept);
                    scope.spawn(move || {
                        let ask = |action| {
                            let mut state = kept.lock().unwrap();
                            let request = quota(action, round, state.clone())
                                .with_key(format!("{one}"))
                                .with_expires_at(at(round + 60));
                            let answer = tenant.quota(&request).unwrap();
                            *state = Some(answer.state);
                            answer.allowed
                        };
                        ask(QuotaAction::Reserve) && ask(QuotaAction::Commit)
                    })
                })
                .collect();
            threads.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(won.iter().filter(|won| **won).count(), 1);
    }
}
