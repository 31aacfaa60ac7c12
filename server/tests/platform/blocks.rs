//! Addresses that are not let in any more by what they have done, and those that somebody blocks.

use std::thread;
use std::time::Duration;

use ratebook_server::came::{Proxies, Ranges};
use ratebook_server::limits::{Bounds, RedisAddress, Together};
use ratebook_server_testing::{Answer, Base, Client, Redis, Served};
use serde_json::{Value, json};

const HOUR: i64 = 3_600;
/// What another server knows a moment later.
const A_MOMENT: Duration = Duration::from_millis(1_100);

fn ranges(texts: &[&str]) -> Ranges {
    Ranges::read(texts.iter().copied()).expect("addresses")
}

/// A server behind a proxy on the same machine, so that requests come from wherever a test says.
fn behind(served: &Served) -> Served {
    served.beside_behind(Proxies(ranges(&["127.0.0.1"])))
}

fn asks(client: &Client, from: &str, (method, path): (&str, &str), body: Option<&Value>) -> Answer {
    client.ask(method, path, body, &[("x-forwarded-for", from)])
}

fn looks(server: &Served, from: &str) -> Answer {
    asks(&server.anybody(), from, ("GET", "/v1/auth/providers"), None)
}

/// A sign-in that is refused, of another account each time.
fn fails(server: &Served, from: &str, number: usize) -> Answer {
    let who = json!({"email": format!("nobody{number}@example.com"), "password": "not at all"});
    asks(&server.anybody(), from, ("POST", "/v1/auth/login"), Some(&who))
}

fn is_blocked(answer: &Answer) -> bool {
    answer.status == 403 && answer.json()["code"] == "tenancy.address_blocked"
}

fn seconds(answer: Answer) -> i64 {
    let problem = answer.fails(403, "tenancy.address_blocked");
    let told = problem.json()["details"]["retry_after_seconds"]
        .as_i64()
        .expect("seconds");
    assert_eq!(problem.header("retry-after"), Some(told.to_string().as_str()));
    told
}

#[test]
fn who_guesses_passwords_is_not_let_in_for_an_hour_and_longer_the_next_time() {
    Served::on_both(|served| {
        let operator = served.operator();
        let server = behind(served);
        let from = "203.0.113.7";
        // Nobody counts requests here, and addresses are blocked all the same.
        for number in 0..20 {
            fails(&server, from, number).fails(401, "tenancy.not_signed_in");
        }
        let left = seconds(looks(&server, from));
        assert!((HOUR - 30..=HOUR).contains(&left), "{left}");
        for path in ["/healthz", "/v1/tags", "/nowhere"] {
            let refused = asks(&server.anybody(), from, ("GET", path), None);
            assert!(is_blocked(&refused), "{path}: {}", refused.text());
        }
        looks(&server, "203.0.113.8").is(200);
        let blocks = operator.get("/v1/address-blocks").is(200).json();
        let block = &blocks["items"][0];
        assert_eq!(
            (&block["network"], &block["rule"]),
            (&json!("203.0.113.7/32"), &json!("address_login"))
        );
        assert_eq!(block["made_by"], Value::Null);
        let told = served
            .rows("audit")
            .into_iter()
            .find(|row| row["entity"] == "address_block");
        let told = told.expect("it is written down");
        assert_eq!((&told["action"], &told["actor"]), (&json!("made"), &json!("engine")));
        // Once it is over nothing of it is left but that the next one is longer.
        served.pass(left + 1);
        looks(&server, from).is(200);
        for number in 0..20 {
            fails(&server, from, number);
        }
        let left = seconds(looks(&server, from));
        assert!((2 * HOUR - 30..=2 * HOUR).contains(&left), "{left}");
    });
}

#[test]
fn whoever_comes_back_with_what_has_ended_meanwhile_guesses_nothing() {
    let served = Served::start(Base::Sqlite);
    served.tenant(&served.operator(), "acme");
    let server = behind(&served);
    let from = "198.51.100.9";
    let windows: Vec<Client> = (0..22).map(|_| served.signed_in("owner@acme.example.com")).collect();
    // All of them were closed for longer than a session lasts.
    served.pass(31 * 24 * HOUR);
    for window in windows {
        let token = json!({"refresh_token": window.refresh});
        asks(&server.anybody(), from, ("POST", "/v1/auth/refresh"), Some(&token)).fails(401, "tenancy.not_signed_in");
    }
    looks(&server, from).is(200);
}

#[test]
fn guessed_keys_tokens_links_and_places_block_an_address_and_one_stale_token_does_not() {
    let served = Served::start(Base::Sqlite);
    let operator = served.operator();
    let owner = served.tenant(&operator, "acme");
    let server = behind(&served);
    let token = |from: &str, token: &str| {
        let client = server.anybody().with_token(token);
        asks(&client, from, ("GET", "/v1/auth/me"), None)
    };
    for _ in 0..60 {
        token("198.51.100.1", "stale").fails(401, "tenancy.not_signed_in");
    }
    let guess: [(&str, &dyn Fn(usize) -> Answer); 4] = [
        ("198.51.100.2", &|number| {
            token("198.51.100.2", &format!("forged{number}.a.b"))
        }),
        ("198.51.100.3", &|number| {
            let client = server.anybody().with_token(&format!("rk_live_{number}"));
            asks(&client, "198.51.100.3", ("GET", "/v1/tags"), None)
        }),
        ("198.51.100.4", &|number| {
            let link = json!({"token": format!("rbl_{number}")});
            asks(
                &server.anybody(),
                "198.51.100.4",
                ("POST", "/v1/auth/link"),
                Some(&link),
            )
        }),
        ("198.51.100.5", &|number| {
            let refreshes = json!({"refresh_token": format!("guess{number}")});
            asks(
                &server.anybody(),
                "198.51.100.5",
                ("POST", "/v1/auth/refresh"),
                Some(&refreshes),
            )
        }),
    ];
    for (from, guess) in guess {
        for number in 0..20 {
            let answer = guess(number);
            assert_eq!(answer.status, 401, "{from}: {}", answer.text());
        }
        assert!(is_blocked(&looks(&server, from)), "{from}");
    }
    let place = |number: usize| {
        let path = format!("/wp-{number}.php");
        asks(&server.anybody(), "198.51.100.6", ("GET", &path), None)
    };
    for number in 0..50 {
        assert_eq!(place(number).status, 404);
    }
    assert!(is_blocked(&place(50)));
    // Who is a member tries the tenants of others.
    let from = "198.51.100.7";
    let owner = owner.elsewhere(server.url());
    for number in 0..5 {
        let other = owner.clone().at(&format!("other{number}"));
        asks(&other, from, ("GET", "/v1/tags"), None).fails(403, "tenancy.wrong_tenant");
    }
    assert!(is_blocked(&asks(&owner, from, ("GET", "/v1/tags"), None)));
    looks(&server, "198.51.100.1").is(200);
}

#[test]
fn a_network_of_ipv6_is_one_address() {
    let served = Served::start(Base::Sqlite);
    served.operator();
    let server = behind(&served);
    for number in 0..20 {
        fails(&server, &format!("2001:db8:1:2::{number:x}"), number).fails(401, "tenancy.not_signed_in");
    }
    assert!(is_blocked(&looks(&server, "2001:db8:1:2:ffff::1")));
    looks(&server, "2001:db8:1:3::1").is(200);
}

#[test]
fn nobody_is_blocked_who_is_trusted_or_through_whom_others_come_or_by_what_others_say() {
    let served = Served::start(Base::Sqlite);
    served.operator();
    let bounds = Bounds {
        trusted: ranges(&["203.0.113.0/24"]),
        ..Bounds::default()
    };
    let proxies = Proxies(ranges(&["127.0.0.1", "10.0.0.0/8"]));
    let server = served.beside_behind(proxies).beside_within(bounds);
    for from in ["203.0.113.7", "10.1.2.3", "127.0.0.1"] {
        for number in 0..25 {
            fails(&server, from, number).fails(401, "tenancy.not_signed_in");
        }
    }
    // Whoever comes through no proxy of ours speaks for themselves alone.
    let open = served.beside();
    for number in 0..25 {
        fails(&open, "198.51.100.9", number).fails(401, "tenancy.not_signed_in");
    }
    looks(&server, "198.51.100.9").is(200);
}

#[test]
fn who_runs_the_installation_blocks_and_lifts_by_hand() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let (server, other) = (behind(served), behind(served));
        looks(&other, "198.51.100.7").is(200);
        let operator = operator.elsewhere(server.url());
        let range = json!({"network": "198.51.100.0/24", "reason": "a flood of forms"});
        owner
            .post("/v1/address-blocks", &range)
            .fails(403, "tenancy.permission_missing");
        let made = operator.post("/v1/address-blocks", &range).is(201).json();
        assert_eq!((&made["network"], &made["ends_at"]), (&range["network"], &Value::Null));
        let refused = looks(&server, "198.51.100.7").fails(403, "tenancy.address_blocked");
        assert_eq!(refused.header("retry-after"), None);
        looks(&server, "198.51.101.7").is(200);
        thread::sleep(A_MOMENT);
        assert!(is_blocked(&looks(&other, "198.51.100.200")));
        // One that ends does so by itself.
        let ends = json!({"network": "2001:db8::1", "reason": "x", "ends_at": "2100-01-01T00:00:00Z"});
        let ends = operator.post("/v1/address-blocks", &ends).is(201).json();
        assert_eq!(ends["network"], "2001:db8::/64");
        seconds(looks(&server, "2001:db8::2"));
        for (network, code) in [
            ("127.0.0.0/8", "request.conflict"),
            ("here", "request.range"),
            ("10.0.0.0/33", "request.range"),
        ] {
            let wrong = json!({"network": network, "reason": "x"});
            let refused = operator.post("/v1/address-blocks", &wrong).fails(422, code);
            assert_eq!(refused.json()["path"], "/network");
        }
        let place = format!("/v1/address-blocks/{}", made["id"].as_str().expect("an id"));
        operator.delete(&place).is(204);
        looks(&server, "198.51.100.7").is(200);
        operator.delete(&place).fails(404, "records.not_found");
        thread::sleep(A_MOMENT);
        looks(&other, "198.51.100.7").is(200);
        let left = operator.get("/v1/address-blocks").is(200).json();
        assert_eq!(left["items"].as_array().map(Vec::len), Some(1), "{left}");
        let audit = served
            .rows("audit")
            .into_iter()
            .filter(|row| row["entity"] == "address_block");
        let actions: Vec<_> = audit.map(|row| row["action"].clone()).collect();
        assert_eq!(actions.iter().filter(|action| **action == "made").count(), 2);
        assert_eq!(actions.iter().filter(|action| **action == "lifted").count(), 1);
    });
}

#[test]
fn what_is_lifted_by_hand_is_counted_anew() {
    let served = Served::start(Base::Sqlite);
    // Whoever starts last prints the token of the set-up.
    let operator = served.operator();
    let server = behind(&served);
    let operator = operator.elsewhere(server.url());
    let from = "203.0.113.7";
    for number in 0..20 {
        fails(&server, from, number);
    }
    let block = operator.get("/v1/address-blocks").is(200).json()["items"][0]["id"].clone();
    operator
        .delete(&format!("/v1/address-blocks/{}", block.as_str().expect("an id")))
        .is(204);
    for number in 0..20 {
        fails(&server, from, number).fails(401, "tenancy.not_signed_in");
    }
    let left = seconds(looks(&server, from));
    assert!((HOUR - 30..=HOUR).contains(&left), "{left}");
}

/// So many times at each of two servers; whether both let it in no more.
fn half_at_each(one: &Served, two: &Served, from: &str) -> bool {
    for number in 0..10 {
        fails(one, from, number);
        fails(two, from, number + 100);
    }
    thread::sleep(A_MOMENT);
    is_blocked(&looks(one, from)) && is_blocked(&looks(two, from))
}

#[test]
fn several_servers_count_together_what_speaks_against_an_address() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start(base);
        served.operator();
        let bounds = |together| Bounds {
            together,
            ..Bounds::default()
        };
        let two = |together: Option<Together>| {
            let beside = || behind(&served).beside_within(bounds(together.clone()));
            (beside(), beside())
        };
        let (one, other) = two(Some(Together::Database));
        assert!(half_at_each(&one, &other, "203.0.113.1"));
        let (one, other) = two(None);
        assert!(!half_at_each(&one, &other, "203.0.113.2"));
    }
}

#[test]
fn while_a_redis_is_away_each_server_counts_for_itself_and_blocks_hold_everywhere() {
    let mut redis = Redis::start().expect("`cargo xtask test --only server` installs redis-server");
    let served = Served::start(Base::Sqlite);
    served.operator();
    let address = RedisAddress::read(&redis.address()).expect("an address");
    let beside = || {
        behind(&served).beside_within(Bounds {
            together: Some(Together::Redis(address.clone())),
            ..Bounds::default()
        })
    };
    let (one, two) = (beside(), beside());
    assert!(half_at_each(&one, &two, "203.0.113.1"));
    redis.down().expect("an end");
    assert!(!half_at_each(&one, &two, "203.0.113.2"));
    // What was counted before is not let in by anybody, and what one of them counts is known to both.
    assert!(is_blocked(&looks(&one, "203.0.113.1")) && is_blocked(&looks(&two, "203.0.113.1")));
    for number in 0..20 {
        fails(&one, "203.0.113.3", number);
    }
    thread::sleep(A_MOMENT);
    assert!(is_blocked(&looks(&one, "203.0.113.3")) && is_blocked(&looks(&two, "203.0.113.3")));
}

#[test]
fn p51_an_address_that_meets_a_pattern_is_refused_for_an_hour_and_let_in_afterwards() {
    let served = Served::start(Base::Sqlite);
    served.operator();
    let server = behind(&served);
    for (address, moments) in [
        (1, [0, 600, 1_200, 1_700]),
        (2, [10, 20, 30, 3_400]),
        (3, [0, 0, 0, 3_500]),
    ] {
        let from = format!("203.0.113.{address}");
        let operator = served.signed_in("operator@example.com");
        let owner = served
            .tenant(&operator, &format!("tenant{address}"))
            .elsewhere(server.url());
        if address == 2 {
            for number in 0..5 {
                let other = owner.clone().at(&format!("foreign{number}"));
                asks(&other, &from, ("GET", "/v1/tags"), None).fails(403, "tenancy.wrong_tenant");
            }
        } else {
            for number in 0..20 {
                fails(&server, &from, number + address * 100).fails(401, "tenancy.not_signed_in");
            }
        }
        let mut passed = 0;
        for moment in moments {
            served.pass(moment - moment.min(passed));
            passed = passed.max(moment);
            for path in ["/healthz", "/v1/tags", "/v1/auth/providers"] {
                assert!(
                    is_blocked(&asks(&server.anybody(), &from, ("GET", path), None)),
                    "{from} {moment}"
                );
            }
        }
        served.pass(HOUR + 1 - passed);
        looks(&server, &from).is(200);
    }
}
