//! By when a ticket has to be resolved: its time counts in business hours, and not while the subscriber is asked.

use std::hint::black_box;

use ratebook::flow::{DeadlineCase, DeadlinePolicy, DeadlineTrackRequest};
use serde_json::{Value, json};

use crate::timing::each;
use crate::workload::now;

/// Offices of Berlin, with two holidays between the ticket and its deadline.
fn policy() -> DeadlinePolicy {
    let hours = json!({"windows": [{"opens": "09:00", "closes": "17:30"}]});
    let policy = json!({
        "calendar": {"zone": "Europe/Berlin", "holidays": ["2026-12-25"], "yearly_holidays": [{"month": 12, "day": 31}], "hours": hours},
        "priorities": {"high": {"first_reply": 240, "resolution": 960}, "low": {"resolution": 4800}},
        "pauses_in": ["pending_customer"],
        "warn_at_percent": [80],
    });
    DeadlinePolicy::load(policy).expect("a sound policy")
}

/// Replied to, and twice waiting for the subscriber; with nothing yet of it when it has just come.
fn case(history: Value) -> DeadlineCase {
    let case = json!({"received_at": "2026-12-22T15:40:00Z", "priority": "high", "history": history});
    serde_json::from_value(case).expect("a sound case")
}

pub(crate) fn figures() -> Value {
    let policy = policy();
    let told = json!([
        {"at": "2026-12-23T08:15:00Z", "event": "first_reply", "state": "in_progress"},
        {"at": "2026-12-23T09:00:00Z", "state": "pending_customer"},
        {"at": "2026-12-23T13:20:00Z", "state": "in_progress"},
        {"at": "2026-12-28T10:00:00Z", "state": "pending_customer"},
        {"at": "2026-12-29T12:45:00Z", "state": "in_progress"},
    ]);
    let (new, told) = (case(json!([])), case(told));
    let now = now();
    let due = |case: &DeadlineCase| {
        let due = policy.due_at(case, "resolution", now).expect("a sound case");
        let request = DeadlineTrackRequest::new(case.clone(), now);
        let tracked = policy.track(&request).expect("a sound case").targets;
        let resolution = tracked.iter().find(|target| target.target == "resolution");
        assert_eq!(due, resolution.map(|target| target.due_at));
        assert!(due.is_some());
        each(100_000, || policy.due_at(black_box(case), "resolution", black_box(now)))
    };
    let request = DeadlineTrackRequest::new(told.clone(), now);
    json!({
        "due_at": due(&new),
        "due_at_paused": due(&told),
        "track": each(20_000, || policy.track(black_box(&request))),
    })
}
