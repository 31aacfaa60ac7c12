//! Features, rate limits, and records of what was done.

use std::hint::black_box;

use ratebook::tenancy::flags::FlagSubject;
use ratebook::tenancy::{
    AuditAppendRequest, RateFigures, RateLimit, RateLimitKind, RateLimitRequest, Tenant, TenantId, audit_append,
};
use ratebook::time::Instant;
use serde_json::{Value, json};

use crate::rules;
use crate::timing::{each, median, timed};

const ROUNDS: usize = 7;
/// Records that are timed together; each is made of a request of its own.
const RECORDS: usize = 2_000;

pub(crate) fn figures() -> Value {
    let tenant = Tenant::load(rules::tenant()).expect("a sound tenant");
    json!({
        "flag_percentage": flag(&tenant, "new_checkout"),
        "flag_role": flag(&tenant, "night_mode"),
        "flag_on": flag(&tenant, "old_reports"),
        "token_bucket": limit(RateLimitKind::TokenBucket, 600_000),
        "token_bucket_refused": limit(RateLimitKind::TokenBucket, 0),
        "sliding_window": limit(RateLimitKind::SlidingWindow, 600_000),
        "sliding_window_refused": limit(RateLimitKind::SlidingWindow, 0),
        "rate_limit": answered(&tenant),
        "audit": audit(),
    })
}

fn now() -> Instant {
    "2026-11-02T09:30:00Z".parse().expect("a moment")
}

fn flag(tenant: &Tenant, name: &str) -> f64 {
    let features = tenant.features();
    let flag = features.id(name).expect("a feature of the tenant");
    let subject = FlagSubject::new(TenantId::new("acme"), now())
        .with_id("0199c2d4-7d1e-7c55-9a34-5f1e6b8a2c10")
        .with_roles(["supplier", "viewer"])
        .with_plan("standard");
    assert!(features.is_on(flag, &subject).is_ok());
    each(200_000, || features.is_on(black_box(flag), black_box(&subject)))
}

/// A hundred calls a minute are let through: one that comes every so many microseconds, or all at once.
fn limit(kind: RateLimitKind, apart: i64) -> f64 {
    let figures = RateFigures::new(100, 60);
    let limit = RateLimit::new(kind, figures);
    let (mut marks, mut at) = (Vec::new(), now().microseconds());
    let mut decide = || {
        at += apart;
        let moment = Instant::from_microseconds(at).expect("a moment");
        limit.decide(&mut marks, black_box(moment), 1)
    };
    // By then every stretch of the window has its mark, and what comes at once is refused.
    let last = (0..500).map(|_| decide().allowed).last();
    assert_eq!(last, Some(apart > 0));
    each(200_000, decide)
}

/// The same as an answer for a request's headers, the state going in and coming out.
fn answered(tenant: &Tenant) -> f64 {
    let state = json!({"tenant": "acme", "limit": "user", "marks": [{"at": "2026-11-02T09:29:58Z", "units": 3}]});
    let request = json!({"tenant": "acme", "now": now(), "calls": [{"limit": "user", "state": state}]});
    let request: RateLimitRequest = serde_json::from_value(request).expect("a sound request");
    assert!(tenant.rate_limit(&request).is_ok_and(|answer| answer.allowed));
    each(50_000, || tenant.rate_limit(black_box(&request)))
}

/// A booking is moved: two of its seven values change, and the record carries the hash of the one before.
fn audit() -> f64 {
    let booking = json!({
        "id": "BK-2611-0042", "customer": "Bob Miller", "unit": "double 12", "check_in": "2026-12-18", "check_out": "2026-12-25",
        "adults": 2, "total": {"amount": "1236.86", "currency": "EUR"},
    });
    let mut moved = booking.clone();
    moved["check_in"] = json!("2026-12-19");
    moved["check_out"] = json!("2026-12-26");
    let request = json!({
        "tenant": "acme", "previous": {"sequence": 41, "hash": "5f".repeat(32)}, "at": now(), "actor": "ann",
        "action": "booking.move", "entity": "booking", "entity_id": "BK-2611-0042", "ip": "203.0.113.7",
        "before": booking, "after": moved,
    });
    let request: AuditAppendRequest = serde_json::from_value(request).expect("a sound request");
    assert_eq!(audit_append(request.clone()).expect("a record").changes.len(), 2);
    median(RECORDS, ROUNDS, || {
        let requests = vec![request.clone(); RECORDS];
        timed(|| {
            for request in requests {
                drop(black_box(audit_append(request)));
            }
        })
    })
}
