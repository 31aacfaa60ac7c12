//! The laws of rules, retries and alerts, over rules and figures nobody thought of, against models that are as plain as can be.
#![expect(clippy::indexing_slicing, reason = "a test may fail")]

use proptest::prelude::*;
use ratebook::Code;
use ratebook::flow::{
    AlertRequest, AlertSample, AlertState, Automation, AutomationRequest, RetryRequest, alert, retry,
};
use ratebook::time::Instant;
use serde_json::{Value, json};

/// A rule of the model: the event it waits for, the events it fires, whether it stops, whether it is on.
type Plain = (usize, Vec<usize>, bool, bool);

fn rules() -> impl Strategy<Value = Vec<Plain>> {
    let rule = (
        0_usize..6,
        prop::collection::vec(0_usize..6, 1..3),
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.9),
    );
    prop::collection::vec(rule, 0..8)
}

fn event(number: usize) -> Value {
    json!({"event": {"machine": "m", "event": format!("e{number}")}})
}

fn definition(rules: &[Plain], max_chain: usize) -> Value {
    let rule = |(index, (on, fires, stop, enabled)): (usize, &Plain)| {
        let fire = |number: &usize| json!({"change_status": {"machine": "m", "event": format!("e{number}")}});
        let actions: Vec<_> = fires.iter().map(fire).collect();
        json!({"id": index.to_string(), "on": event(*on), "actions": actions, "stop": stop, "enabled": enabled})
    };
    let rules: Vec<_> = rules.iter().enumerate().map(rule).collect();
    json!({"rules": rules, "max_chain": max_chain})
}

/// The rules that run, each with the run that set it off; none when more are set off than allowed.
fn model(rules: &[Plain], first: usize, max_chain: usize) -> Option<Vec<(usize, Option<usize>)>> {
    let mut runs: Vec<(usize, Option<usize>)> = Vec::new();
    let mut happened = vec![(first, None)];
    let (mut next, mut chained) = (0, 0);
    while next < happened.len() {
        let (event, by) = happened[next];
        next += 1;
        for (index, (on, fires, stop, enabled)) in rules.iter().enumerate() {
            if *on != event || !*enabled {
                continue;
            }
            chained += usize::from(by.is_some());
            if chained > max_chain {
                return None;
            }
            happened.extend(fires.iter().map(|fired| (*fired, Some(runs.len()))));
            runs.push((index, by));
            if *stop {
                break;
            }
        }
    }
    Some(runs)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn rules_run_as_the_model_says_and_circles_are_named(rules in rules(), first in 0_usize..6, limit in 1_usize..30) {
        let automation = Automation::load(definition(&rules, limit)).unwrap();
        let request: AutomationRequest =
            serde_json::from_value(json!({"id": "E", "trigger": event(first)})).unwrap();
        match (automation.run(&request), model(&rules, first, limit)) {
            (Ok(answer), Some(expected)) => {
                let number = |text: &str| text.parse::<usize>().unwrap();
                let by = |by: Option<u32>| by.map(|by| by as usize);
                let runs: Vec<_> = answer.runs.iter().map(|run| (number(&run.rule), by(run.set_off_by))).collect();
                prop_assert_eq!(runs, expected);
                let told = answer.skipped.iter().filter(|skip| skip.set_off_by.is_none()).count()
                    + answer.runs.iter().filter(|run| run.set_off_by.is_none()).count();
                prop_assert_eq!(told, rules.len());
                prop_assert_eq!(automation.run(&request).unwrap(), answer);
            }
            (Err(error), None) if error.code() == Code::FlowAutomationLoop => {
                let cycle = error.details()["cycle"].as_array().unwrap().clone();
                let cycle: Vec<usize> = cycle.iter().map(|rule| rule.as_str().unwrap().parse().unwrap()).collect();
                for (place, rule) in cycle.iter().enumerate() {
                    let after = cycle[(place + 1) % cycle.len()];
                    prop_assert!(rules[*rule].1.contains(&rules[after].0), "{:?} is no circle", cycle);
                }
            }
            (Err(error), None) => prop_assert_eq!(error.code(), Code::FlowAutomationChain),
            (answer, expected) => prop_assert!(false, "{:?} and {:?}", answer, expected),
        }
    }

    #[test]
    fn a_retry_keeps_to_its_delay_and_jitter(
        listed in prop::collection::vec(0_u32..10_000, 1..5),
        factor in 1_u32..5,
        attempts in 1_u32..12,
        jitter in 0_u32..=100,
        thousandths in 0_i64..=1_000,
    ) {
        let start: Instant = "2026-03-28T12:00:00Z".parse().unwrap();
        let ask = |attempt: u32, random: i64| {
            let random = format!("{}.{:03}", random / 1_000, random % 1_000);
            let request: RetryRequest = serde_json::from_value(json!({
                "policy": {"delays_seconds": listed, "factor": factor, "attempts": attempts, "jitter_percent": jitter},
                "attempt": attempt, "failed_at": start.to_string(), "random": random,
            })).unwrap();
            retry(request).unwrap()
        };
        let mut delay = 0_u64;
        for attempt in 1..attempts {
            delay = match listed.get(attempt as usize - 1) {
                Some(listed) => u64::from(*listed),
                None => (delay * u64::from(factor)).min(31_536_000),
            };
            let after = |random: i64| ask(attempt, random).at.unwrap().seconds() - start.seconds();
            let delay = i64::try_from(delay).unwrap();
            prop_assert_eq!(after(500), delay);
            // In thousandths of a percent of a second, so that the model is exact too.
            let exact = delay * 100_000 + delay * i64::from(jitter) * (2 * thousandths - 1_000);
            prop_assert!((after(thousandths) * 100_000 - exact).abs() <= 50_000);
            prop_assert!(after(thousandths) >= after(0) && after(thousandths) <= after(1_000));
        }
        prop_assert_eq!(ask(attempts, 0).at, None);
    }

    #[test]
    fn an_alert_opens_and_clears_as_minute_by_minute_and_however_it_is_asked(
        values in prop::collection::btree_map(0_i64..120, 85_i64..95, 0..30),
        minutes in 0_u32..15,
        questions in prop::collection::btree_set(0_i64..130, 0..20),
    ) {
        let at = |minute: i64| Instant::from_microseconds((29_000_000 + minute) * 60_000_000).unwrap();
        let rule = json!({"comparison": "at_least", "threshold": "90", "minutes": minutes});
        let mut expected = Vec::new();
        let (mut value, mut since, mut open) = (None, None, false);
        for minute in 0..=130_i64 {
            // What was so for the whole time opens the alert, even if it is over at this very minute.
            let ripe = |since: Option<i64>| since.is_some_and(|since| since + i64::from(minutes) <= minute);
            if !open && ripe(since) {
                open = true;
                expected.push((true, minute));
            }
            value = values.get(&minute).copied().or(value);
            let beyond = value.is_some_and(|value| value >= 90);
            since = if beyond { since.or(Some(minute)) } else { None };
            if open && !beyond {
                open = false;
                expected.push((false, minute));
            }
            if !open && ripe(since) {
                open = true;
                expected.push((true, minute));
            }
        }
        let (mut state, mut changes, mut asked) = (AlertState::default(), Vec::new(), -1);
        for now in questions.iter().copied().chain([130]) {
            let new = values.range(asked + 1..=now);
            let samples: Vec<_> = new
                .map(|(minute, value)| AlertSample::new(at(*minute), value.to_string().parse().unwrap()))
                .collect();
            let rule = serde_json::from_value(rule.clone()).unwrap();
            let answer = alert(AlertRequest::new(rule, at(now)).with_state(state).with_samples(samples)).unwrap();
            changes.extend(answer.changes.iter().map(|change| (change.opened, change.at)));
            (state, asked) = (answer.state, now);
        }
        let expected: Vec<_> = expected.into_iter().map(|(opened, minute)| (opened, at(minute))).collect();
        prop_assert_eq!(changes, expected);
    }
}
