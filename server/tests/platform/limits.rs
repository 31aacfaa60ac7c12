//! How often somebody may ask, who is not let in, and how many are answered at once.

use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use ratebook_server::came::Ranges;
use ratebook_server::limits::{Bounds, Rates, RedisAddress, Together};
use ratebook_server_testing::{Answer, Base, Client, Redis, Served};
use serde_json::{Value, json};

const RATES: Rates = Rates {
    address: 5,
    sign_in: 3,
    account: 6,
    tenant: 10,
};

fn ranges(texts: &[&str]) -> Ranges {
    Ranges::read(texts.iter().copied()).expect("addresses")
}

fn counted() -> Bounds {
    Bounds {
        rates: Some(RATES),
        ..Bounds::default()
    }
}

fn told(answer: &Answer, name: &str) -> i64 {
    let value = answer
        .header(name)
        .unwrap_or_else(|| panic!("no `{name}`: {}", answer.text()));
    value.parse().expect("a number")
}

/// How many of so many requests are answered.
fn passed(client: &Client, path: &str, times: usize) -> usize {
    (0..times).filter(|_| client.get(path).status != 429).count()
}

#[test]
fn an_account_and_its_tenant_have_so_many_requests_a_minute() {
    Served::on_both(|served| {
        let operator = served.operator();
        let ann = served.tenant(&operator, "acme");
        let ben = served.member(&ann, "ben@acme.example.com", &["admin"]);
        let other = served.tenant(&operator, "other");
        let strict = served.beside_within(counted());
        let at = |client: &Client| client.clone().elsewhere(strict.url());
        let first = at(&ann).get("/v1/tags").is(200);
        assert_eq!(
            (told(&first, "ratelimit-limit"), told(&first, "ratelimit-remaining")),
            (6, 5)
        );
        assert_eq!(told(&first, "ratelimit-reset"), 10);
        assert_eq!(passed(&at(&ann), "/v1/tags", 8), 5);
        let refused = at(&ann).get("/v1/tags").fails(429, "tenancy.rate_limited");
        let problem = refused.json();
        assert_eq!(problem["details"]["limit"], "account");
        assert_eq!(problem["details"]["amount"], 6);
        assert_eq!(refused.header("content-type"), Some("application/problem+json"));
        let wait = told(&refused, "retry-after");
        assert!((1..=10).contains(&wait), "{problem}");
        assert_eq!(problem["details"]["retry_after_seconds"], wait);
        // What is left of the tenant's own is for others of it, and for no more than that.
        assert_eq!(passed(&at(&ben), "/v1/tags", 8), 4);
        let refused = at(&ben).get("/v1/tags").fails(429, "tenancy.rate_limited");
        assert_eq!(refused.json()["details"]["limit"], "tenant");
        at(&other).get("/v1/tags").is(200);
        strict.pass(wait);
        at(&ann).get("/v1/tags").is(200);
        // Whoever asks of no tenant counts as themselves.
        assert_eq!(passed(&at(&operator), "/v1/tenants", 9), 6);
    });
}

#[test]
fn whoever_is_not_signed_in_counts_by_address() {
    let served = Served::start(Base::Sqlite);
    let strict = served.beside_within(counted());
    let nobody = strict.anybody();
    assert_eq!(passed(&nobody, "/v1/tags", 9), 5);
    nobody.get("/v1/tags").fails(429, "tenancy.rate_limited");
    // Whoever looks whether it is well is answered, and counts for nobody.
    nobody.get("/healthz").is(200);
    // No token that does not hold is looked at more often.
    nobody
        .with_token("nothing")
        .get("/v1/auth/me")
        .fails(429, "tenancy.rate_limited");
    strict.pass(60);
    strict.anybody().get("/healthz").is(200);
}

#[test]
fn signing_in_has_a_limit_of_its_own() {
    Served::on_both(|served| {
        served.operator();
        let strict = served.beside_within(counted());
        let who = |email: &str| json!({"email": email, "password": "not at all"});
        for number in 0..3 {
            let email = format!("nobody{number}@example.com");
            strict
                .anybody()
                .post("/v1/auth/login", &who(&email))
                .fails(401, "tenancy.not_signed_in");
        }
        let refused = strict.anybody().post("/v1/auth/login", &who("nobody9@example.com"));
        assert_eq!(
            refused.fails(429, "tenancy.rate_limited").json()["details"]["limit"],
            "sign_in"
        );
        // So is whoever tries links, and not whoever goes on with a session.
        strict
            .anybody()
            .post("/v1/auth/link", &json!({"token": "a"}))
            .fails(429, "tenancy.rate_limited");
        let token = json!({"refresh_token": "a"});
        assert_ne!(strict.anybody().post("/v1/auth/refresh", &token).status, 429);
        // Whoever looks by which providers they may come tries nothing.
        strict.pass(60);
        assert_eq!(passed(&strict.anybody(), "/v1/auth/providers", 4), 4);
    });
}

/// How many of the requests of an account are answered that come to two servers at once, five times to each of two threads of them.
fn answered(ann: &Client, one: &Served, two: &Served) -> usize {
    let answered = Mutex::new(0);
    thread::scope(|scope| {
        for server in [one, two, one, two] {
            let (client, answered) = (ann.clone().elsewhere(server.url()), &answered);
            scope.spawn(move || {
                let passed = passed(&client, "/v1/tags", 5);
                *answered.lock().expect("a number") += passed;
            });
        }
    });
    answered.into_inner().expect("a number")
}

#[test]
fn two_servers_count_together_by_a_redis_and_each_for_itself_while_it_is_away() {
    let mut redis = Redis::start().expect("`cargo xtask test --only server` installs redis-server");
    let served = Served::start(Base::Sqlite);
    let operator = served.operator();
    let ann = served.tenant(&operator, "acme");
    let address = RedisAddress::read(&redis.address()).expect("an address");
    let bounds = Bounds {
        together: Some(Together::Redis(address)),
        ..counted()
    };
    let (one, two) = (served.beside_within(bounds.clone()), served.beside_within(bounds));
    assert_eq!(answered(&ann, &one, &two), 6);
    one.pass(60);
    ann.clone().elsewhere(two.url()).get("/v1/tags").is(200);
    one.pass(60);
    redis.down().expect("an end");
    assert_eq!(answered(&ann, &one, &two), 12);
    redis.up().expect("a Redis");
    // Each looks again after a while, and finds a line that was lost opened again.
    let began = Instant::now();
    loop {
        one.pass(60);
        match answered(&ann, &one, &two) {
            6 => break,
            other => assert!(began.elapsed() < Duration::from_secs(20), "{other}"),
        }
    }
}

#[test]
fn two_servers_count_together() {
    Served::on_both(|served| {
        let operator = served.operator();
        let ann = served.tenant(&operator, "acme");
        let bounds = Bounds {
            together: Some(Together::Database),
            ..counted()
        };
        let one = served.beside_within(bounds.clone());
        let two = served.beside_within(bounds);
        let at = |server: &Served| ann.clone().elsewhere(server.url());
        assert_eq!(answered(&ann, &one, &two), 6);
        at(&one).get("/v1/tags").fails(429, "tenancy.rate_limited");
        at(&two).get("/v1/tags").fails(429, "tenancy.rate_limited");
        one.pass(60);
        at(&two).get("/v1/tags").is(200);
    });
}

#[test]
fn who_is_blocked_is_not_let_in_whatever_is_lifted() {
    let served = Served::start(Base::Sqlite);
    let operator = served.operator();
    let bounds = Bounds {
        blocked: ranges(&["127.0.0.0/8"]),
        ..Bounds::default()
    };
    let closed = served.beside_within(bounds.clone());
    for path in ["/healthz", "/v1/tenants"] {
        let asked = operator.clone().elsewhere(closed.url());
        asked.get(path).fails(403, "tenancy.address_blocked");
    }
    let trusted = ranges(&["127.0.0.1"]);
    let open = served.beside_within(Bounds { trusted, ..bounds });
    open.anybody().get("/healthz").is(200);
    // Nobody gets round it by telling another address.
    let told = closed
        .anybody()
        .ask("GET", "/healthz", None, &[("x-forwarded-for", "198.51.100.7")]);
    told.fails(403, "tenancy.address_blocked");
}

#[test]
fn what_is_too_much_is_told_at_once_and_nobody_hangs() {
    Served::on_both(|served| {
        let operator = served.operator();
        let ann = served.tenant(&operator, "acme");
        let narrow = served.beside_within(Bounds {
            at_once: 2,
            turn: Duration::from_millis(500),
            ..Bounds::default()
        });
        let client = ann.elsewhere(narrow.url());
        let seen = Mutex::new(Vec::new());
        thread::scope(|scope| {
            for number in 0..80 {
                let (client, seen) = (client.clone(), &seen);
                scope.spawn(move || {
                    for turn in 0..3 {
                        let tag = json!({"name": format!("tag-{number}-{turn}")});
                        let began = Instant::now();
                        let answer = client.post("/v1/tags", &tag);
                        seen.lock().expect("a list").push((answer, began.elapsed()));
                    }
                });
            }
        });
        let seen = seen.into_inner().expect("a list");
        let (done, refused): (Vec<_>, Vec<_>) = seen.into_iter().partition(|(answer, _)| answer.status == 201);
        assert!(
            !done.is_empty() && !refused.is_empty(),
            "{} of {}",
            done.len(),
            refused.len()
        );
        for (answer, time) in refused {
            assert_eq!(answer.header("retry-after"), Some("1"), "{}", answer.text());
            answer.fails(503, "engine.busy");
            assert!(time < Duration::from_secs(5), "{time:?}");
        }
        // Turns are bounded, and so is how long they are waited for: of the tenant's places, and of all.
        let mut times: Vec<_> = done.iter().map(|(_, time)| *time).collect();
        times.sort_unstable();
        let slow = times[(times.len() * 99 / 100).min(times.len() - 1)];
        assert!(slow < Duration::from_secs(5), "{slow:?}");
        // What was told to be done was, and nothing else.
        let kept = client.get("/v1/tags?total=true&limit=1").is(200);
        assert_eq!(kept.json()["total"], done.len());
    });
}

#[test]
fn a_tenant_that_asks_for_everything_leaves_others_their_turn() {
    let served = Served::start(Base::Postgres);
    let operator = served.operator();
    let (loud, quiet) = (served.tenant(&operator, "loud"), served.tenant(&operator, "quiet"));
    let narrow = served.beside_within(Bounds {
        at_once: 4,
        turn: Duration::from_secs(10),
        ..Bounds::default()
    });
    let (loud, quiet) = (loud.elsewhere(narrow.url()), quiet.elsewhere(narrow.url()));
    let over = std::sync::atomic::AtomicBool::new(false);
    thread::scope(|scope| {
        for number in 0..24 {
            let (loud, over) = (loud.clone(), &over);
            scope.spawn(move || {
                let mut turn = 0;
                while !over.load(std::sync::atomic::Ordering::Acquire) {
                    loud.post("/v1/tags", &json!({"name": format!("tag-{number}-{turn}")}));
                    turn += 1;
                }
            });
        }
        thread::sleep(Duration::from_millis(300));
        for _ in 0..20 {
            quiet.get("/v1/tags").is(200);
        }
        over.store(true, std::sync::atomic::Ordering::Release);
    });
}

#[test]
fn what_takes_too_long_is_told_and_a_change_goes_on() {
    let served = Served::start(Base::Sqlite);
    let operator = served.operator();
    let ann = served.tenant(&operator, "acme");
    let hasty = served.beside_within(Bounds {
        answer: Duration::ZERO,
        ..Bounds::default()
    });
    let client = ann.clone().elsewhere(hasty.url());
    let late = client
        .post("/v1/tags", &json!({"name": "hall"}))
        .fails(504, "engine.busy");
    assert!(late.text().contains("Idempotency-Key"), "{}", late.text());
    // It was worked on all the same.
    let began = Instant::now();
    while ann.get("/v1/tags?total=true").is(200).json()["total"] != 1 {
        assert!(began.elapsed() < Duration::from_secs(10), "nothing was kept");
        thread::sleep(Duration::from_millis(20));
    }
}

/// More than any test asks.
const WIDE: Rates = Rates {
    address: 10_000,
    sign_in: 10_000,
    account: 10_000,
    tenant: 10_000,
};

fn by_plan(pack: &mut Value) {
    pack["rate_limits"] = json!([
        {"name": "day", "standard": {"amount": 4, "seconds": 86_400}, "plans": {"large": {"amount": 9, "seconds": 86_400}}},
        {
            "name": "each", "per": "user", "kind": "token_bucket", "standard": {"amount": 3, "seconds": 3_600},
            "plans": {"large": {"amount": 6, "seconds": 3_600}},
        },
    ]);
}

fn within(together: Option<Together>) -> Bounds {
    Bounds {
        rates: Some(WIDE),
        together,
        ..Bounds::default()
    }
}

fn limit_of(refused: Answer) -> String {
    let problem = refused.fails(429, "tenancy.rate_limited").json();
    problem["details"]["limit"].as_str().expect("a limit").to_owned()
}

#[test]
fn a_plan_says_how_often_a_tenant_and_each_of_its_people_may_ask() {
    let together = || Some(Together::Database);
    for (base, together) in [
        (Base::Sqlite, None),
        (Base::Postgres, None),
        (Base::Postgres, together()),
    ] {
        let served = Served::start_by(base, by_plan);
        let operator = served.operator();
        let ann = served.tenant(&operator, "acme");
        let ben = served.member(&ann, "ben@acme.example.com", &["admin"]);
        let other = served.tenant(&operator, "other");
        let key = json!({"name": "the site", "scopes": ["tags:read"]});
        let key = ann.post("/v1/api-keys", &key).is(201).json();
        let site = served.anybody().with_token(key["key"].as_str().expect("a key"));
        let is_together = together.is_some();
        let server = served.beside_within(within(together));
        let at = |client: &Client| client.clone().elsewhere(server.url());
        let first = at(&ann).get("/v1/tags").is(200);
        assert_eq!(
            (told(&first, "ratelimit-limit"), told(&first, "ratelimit-remaining")),
            (3, 2)
        );
        assert_eq!(passed(&at(&ann), "/v1/tags", 4), 2);
        assert_eq!(limit_of(at(&ann).get("/v1/tags")), "each");
        // The tenant has one left, for a key as for anybody.
        let last = at(&site).get("/v1/tags").is(200);
        assert_eq!(
            (told(&last, "ratelimit-limit"), told(&last, "ratelimit-remaining")),
            (4, 0)
        );
        let refused = at(&ben).get("/v1/tags");
        assert!(told(&refused, "retry-after") > 80_000);
        assert_eq!(limit_of(refused), "day");
        at(&other).get("/v1/tags").is(200);
        // Another plan, given at another server, holds within a second.
        let tenants = operator.get("/v1/tenants").is(200).json();
        let mut all = tenants["items"].as_array().expect("tenants").iter();
        let own = all.find(|tenant| tenant["slug"] == "acme").expect("a tenant");
        let place = format!("/v1/tenants/{}", own["id"].as_str().expect("an id"));
        operator
            .patch(&place, &json!({"plan": "huge"}))
            .fails(422, "request.unknown");
        operator.patch(&place, &json!({"plan": "large"})).is(200);
        thread::sleep(Duration::from_millis(1_100));
        // What one who was refused had taken is given back at once; where servers count together, for a moment only.
        let (back, by) = if is_together { (4, "each") } else { (5, "day") };
        assert_eq!(passed(&at(&ben), "/v1/tags", 9), back);
        assert_eq!(limit_of(at(&ben).get("/v1/tags")), by);
        operator.patch(&place, &json!({"plan": null})).is(200);
        thread::sleep(Duration::from_millis(1_100));
        assert_eq!(limit_of(at(&site).get("/v1/tags")), "day");
        // What a pack declares is lifted together with everything that counts requests.
        let lifted = served.beside();
        assert_eq!(passed(&ben.clone().elsewhere(lifted.url()), "/v1/tags", 9), 9);
    }
}

fn seven_a_day(pack: &mut Value) {
    pack["rate_limits"] = json!([{"name": "day", "standard": {"amount": 7, "seconds": 86_400}}]);
}

#[test]
fn what_a_pack_says_is_counted_together_and_exactly() {
    let redis = Redis::start().expect("`cargo xtask test --only server` installs redis-server");
    let redis = RedisAddress::read(&redis.address()).map(Together::Redis);
    for (base, together) in [
        (Base::Sqlite, redis),
        (Base::Sqlite, Some(Together::Database)),
        (Base::Postgres, Some(Together::Database)),
    ] {
        let served = Served::start_by(base, seven_a_day);
        let operator = served.operator();
        let ann = served.tenant(&operator, "acme");
        let beside = || served.beside_within(within(together.clone()));
        let (one, two) = (beside(), beside());
        assert_eq!(answered(&ann, &one, &two), 7, "{base:?} {together:?}");
        // Nothing flows back in the meantime: the first has left the window a day later, and all that came with it.
        served.pass(86_000);
        let ann = served.signed_in("owner@acme.example.com").at("acme");
        assert_eq!(answered(&ann, &one, &two), 0);
        served.pass(401);
        let ann = served.signed_in("owner@acme.example.com").at("acme");
        assert_eq!(answered(&ann, &one, &two), 7);
    }
}

fn five_a_minute(pack: &mut Value) {
    pack["rate_limits"] = json!([{"name": "minute", "per": "user", "standard": {"amount": 5, "seconds": 60}}]);
}

#[test]
fn p50_no_more_than_its_amount_passes_in_any_window_of_its_length() {
    let served = Served::start_by(Base::Sqlite, five_a_minute);
    let operator = served.operator();
    let ann = served.tenant(&operator, "acme");
    let server = served.beside_within(within(None));
    let ann = ann.elsewhere(server.url());
    let (begun, mut ahead, mut seed) = (Instant::now(), 0, 7_u64);
    let (mut accepted, mut refused) = (Vec::new(), 0);
    for _ in 0..120 {
        // A few seconds, or none: bursts and pauses.
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let pause = i64::try_from((seed >> 33) % 12).expect("a number");
        if pause > 6 {
            served.pass(pause);
            ahead += pause;
        }
        let asked_at = Duration::from_secs(u64::try_from(ahead).expect("a number")) + begun.elapsed();
        match ann.get("/v1/tags").status {
            200 => accepted.push(asked_at),
            429 => refused += 1,
            // The token has run out.
            other => panic!("{other}"),
        }
    }
    assert!(refused > 10, "{refused}");
    for window in accepted.windows(6) {
        // Each was counted a little after it was asked for, and at most so much.
        let length = window[5].saturating_sub(window[0]);
        assert!(length + Duration::from_secs(5) > Duration::from_secs(60), "{window:?}");
    }
}
