//! Laws of limits and lockouts, beside models that remember everything.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

use proptest::prelude::*;
use ratebook::tenancy::{
    LockoutAnswer, LockoutEvent, LockoutRequest, RateFigures, RateLimit, RateLimitCall, RateLimitKind,
    RateLimitRequest, Tenant, TenantId,
};
use ratebook::time::Instant;
use serde_json::json;

const EPOCH: i64 = 1_788_000_000_000_000;
const SECOND: i64 = 1_000_000;

fn at(microseconds: i64) -> Instant {
    Instant::from_microseconds(EPOCH + microseconds).unwrap()
}

/// Every call that was let through: when, and at what cost.
#[derive(Default)]
struct Passed(Vec<(i64, u32)>);

impl Passed {
    /// How much passed after the one moment and not after the other.
    fn between(&self, after: i64, last: i64) -> u32 {
        let within = self.0.iter().filter(|(at, _)| after < *at && *at <= last);
        within.map(|(_, cost)| cost).sum()
    }
}

/// Steps between calls: bursts, a steady flow, and pauses as long as a window.
fn calls(window: i64) -> impl Strategy<Value = Vec<(i64, u32)>> {
    let step = prop_oneof![
        4 => Just(0_i64),
        4 => 1..=window / 40,
        2 => 1..=window / 4,
        1 => window - 2..=window + 2,
    ];
    prop::collection::vec((step, 1_u32..4), 1..250)
}

fn figures(amount: u32, seconds: u32, burst: Option<u32>) -> RateFigures {
    let mut figures = RateFigures::new(amount, seconds);
    figures.burst = burst;
    figures
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_small_window_is_exact(amount in 1_u32..=32, seconds in 1_u32..100, calls in calls(20 * SECOND)) {
        let limit = RateLimit::new(RateLimitKind::SlidingWindow, figures(amount, seconds, None));
        let window = i64::from(seconds) * SECOND;
        let (mut marks, mut passed, mut now) = (Vec::new(), Passed::default(), 0);
        for (step, cost) in calls {
            now += step;
            let used = passed.between(now - window, now);
            let decision = limit.decide(&mut marks, at(now), cost);
            prop_assert_eq!(decision.allowed, used + cost <= amount);
            if decision.allowed {
                passed.0.push((now, cost));
            }
            prop_assert_eq!(decision.remaining, amount - passed.between(now - window, now));
            prop_assert!(marks.len() <= 32);
            // Neither too early nor too late.
            if !decision.allowed && cost <= amount {
                let again = now + decision.retry_after_microseconds;
                prop_assert!(passed.between(again - window, again) + cost <= amount);
                prop_assert!(passed.between(again - 1 - window, again - 1) + cost > amount);
            }
        }
    }

    #[test]
    fn no_window_lets_more_through(amount in 33_u32..300, seconds in 1_u32..70, calls in calls(10 * SECOND)) {
        let limit = RateLimit::new(RateLimitKind::SlidingWindow, figures(amount, seconds, None));
        let window = i64::from(seconds) * SECOND;
        let (mut marks, mut passed, mut now) = (Vec::new(), Passed::default(), 0);
        for (step, cost) in calls {
            // Costs that fill even a large window.
            let cost = cost * amount / 20;
            now += step;
            let decision = limit.decide(&mut marks, at(now), cost);
            if decision.allowed {
                passed.0.push((now, cost));
            } else {
                // What is refused would be too much for a window a 32nd longer.
                prop_assert!(passed.between(now - window - window / 32, now) + cost > amount);
                let again = at(now + decision.retry_after_microseconds);
                prop_assert!(limit.decide(&mut marks.clone(), again, cost).allowed);
            }
            prop_assert!(passed.between(now - window, now) <= amount);
            prop_assert!(marks.len() <= 33, "{} marks", marks.len());
        }
    }

    #[test]
    fn a_bucket_is_what_a_bucket_is(
        amount in 1_u32..200, seconds in 1_u32..100, burst in prop::option::of(1_u32..100), calls in calls(10 * SECOND),
    ) {
        let limit = RateLimit::new(RateLimitKind::TokenBucket, figures(amount, seconds, burst));
        let most = burst.unwrap_or(amount);
        // What is in the bucket, in parts of which a period of microseconds makes one unit.
        let (unit, inflow) = (i128::from(seconds) * i128::from(SECOND), i128::from(amount));
        let size = i128::from(most) * unit;
        let (mut marks, mut level, mut now) = (Vec::new(), size, 0);
        let (mut passed, begin) = (Passed::default(), 0);
        for (step, cost) in calls {
            now += step;
            level = size.min(level + i128::from(step) * inflow);
            let wanted = i128::from(cost) * unit;
            let decision = limit.decide(&mut marks, at(now), cost);
            prop_assert_eq!(decision.allowed, wanted <= level);
            if decision.allowed {
                level -= wanted;
                passed.0.push((now, cost));
            } else if cost <= most {
                let wait = i128::from(decision.retry_after_microseconds);
                prop_assert!(level + wait * inflow >= wanted && level + (wait - 1) * inflow < wanted);
            }
            prop_assert_eq!(i128::from(decision.remaining), level / unit);
            let full = i128::from(decision.reset_at.microseconds_since(at(now)));
            prop_assert!(level + full * inflow >= size && (full == 0 || level + (full - 1) * inflow < size));
            // Beside the naive window: the burst and what flowed in, from any call on.
            for (first, _) in &passed.0 {
                let most = i128::from(most) * unit + i128::from(now - first) * inflow;
                prop_assert!(i128::from(passed.between(first - 1, now)) * unit <= most);
            }
        }
        prop_assert!(begin <= now);
    }

    #[test]
    fn a_clock_that_goes_back_lets_no_more_through(
        kind in prop_oneof![Just(RateLimitKind::SlidingWindow), Just(RateLimitKind::TokenBucket)],
        amount in 1_u32..100, steps in prop::collection::vec(-20 * SECOND..20 * SECOND, 1..200),
    ) {
        let limit = RateLimit::new(kind, figures(amount, 60, None));
        let (mut marks, mut now, mut latest, mut allowed) = (Vec::new(), 0, 0, 0);
        for step in steps {
            // Nothing is known of a time before the first call.
            now = (now + step).max(0);
            latest = latest.max(now);
            allowed += i64::from(limit.decide(&mut marks, at(now), 1).allowed);
        }
        // Never more than for a clock that stood still instead: a whole limit for each begun window.
        prop_assert!(allowed <= i64::from(amount) * (latest / (60 * SECOND) + 2));
    }

    #[test]
    fn what_one_limit_refuses_no_other_counts(first in 1_u32..6, second in 1_u32..6, calls in 1_usize..12) {
        let tenant = Tenant::load(json!({"id": "a", "name": "A", "rate_limits": [
            {"name": "one", "standard": {"amount": first, "seconds": 60}},
            {"name": "two", "standard": {"amount": second, "seconds": 60}, "kind": "token_bucket"},
        ]})).unwrap();
        let call = |limit: &str| RateLimitCall::new(limit);
        let mut asked = vec![call("one"), call("two")];
        let mut passed = 0;
        for _ in 0..calls {
            let request = RateLimitRequest::new(TenantId::new("a"), at(0), asked.clone());
            let answer = tenant.rate_limit(&request).unwrap();
            passed += u32::from(answer.allowed);
            for (call, verdict) in asked.iter_mut().zip(answer.limits) {
                call.state = Some(verdict.state);
            }
            let left: Vec<u32> = tenant
                .rate_limit(&request.with_calls(asked.iter().map(|call| call.clone().with_cost(0))))
                .unwrap().limits.iter().map(|verdict| verdict.remaining).collect();
            prop_assert_eq!(left, vec![first - passed, second - passed]);
        }
    }

    #[test]
    fn locks_are_those_of_a_list_of_failures(steps in prop::collection::vec((0_i64..400, 0_u8..12), 1..120)) {
        let tenant = Tenant::load(json!({"id": "a", "name": "A"})).unwrap();
        let (mut state, mut now) = (None, 0_i64);
        let (mut failures, mut until, mut locks) = (Vec::<i64>::new(), None::<i64>, 0_u32);
        for (step, what) in steps {
            now += step;
            let event = match what {
                0 => LockoutEvent::Success,
                1 => LockoutEvent::Check,
                _ => LockoutEvent::Failure,
            };
            if until.is_some_and(|until| now >= until + 86_400) {
                (until, locks) = (None, 0);
            }
            if until.is_none_or(|until| now >= until) {
                failures.retain(|failure| now - failure < 900);
                match event {
                    LockoutEvent::Success => {
                        failures.clear();
                        (until, locks) = (None, 0);
                    }
                    LockoutEvent::Failure => {
                        failures.push(now);
                        if failures.len() == 5 {
                            failures.clear();
                            until = Some(now + (900_i64 << locks.min(20)).min(86_400));
                            locks += 1;
                        }
                    }
                    _ => {}
                }
            }
            let mut request = LockoutRequest::new(TenantId::new("a"), "login", at(now * SECOND), event);
            request.state = state.take();
            let LockoutAnswer { locked, locked_until, failures_left, state: next, .. } = tenant.lockout(&request).unwrap();
            state = Some(next);
            let expected = until.filter(|until| now < *until);
            prop_assert_eq!(locked, expected.is_some());
            prop_assert_eq!(locked_until, expected.map(|until| at(until * SECOND)));
            let left = if locked { 0 } else { 5 - failures.len() };
            prop_assert_eq!(usize::try_from(failures_left).unwrap(), left);
        }
    }
}
