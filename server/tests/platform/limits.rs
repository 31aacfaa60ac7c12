//! How often somebody may ask, who is not let in, and how many are answered at once.

use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use ratebook_server::came::Ranges;
use ratebook_server::limits::{Bounds, Rates, RedisAddress, Together};
use ratebook_server_testing::{Answer, Base, Client, Redis, Served};
use serde_json::json;

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
