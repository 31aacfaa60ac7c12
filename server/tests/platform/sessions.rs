//! Sessions: renewed, revoked, and guarded against guessing.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::json;

fn refresh(client: &Client) -> Answer {
    client.post("/v1/auth/refresh", &json!({"refresh_token": client.refresh}))
}

fn log_in(served: &Served, email: &str, password: &str) -> Answer {
    served
        .anybody()
        .post("/v1/auth/login", &json!({"email": email, "password": password}))
}

#[test]
fn a_token_that_was_used_before_ends_its_session() {
    Served::on_both(|served| {
        let first = served.operator();
        let bystander = served.signed_in("operator@example.com");
        let second = first.clone().with_tokens(&refresh(&first).is(200));
        assert_ne!(first.refresh, second.refresh);
        let third = second.clone().with_tokens(&refresh(&second).is(200));
        third.get("/v1/auth/me").is(200);
        // Not the last one before, but one older still.
        refresh(&first).fails(401, "tenancy.not_signed_in");
        third.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
        refresh(&third).fails(401, "tenancy.not_signed_in");
        bystander.get("/v1/auth/me").is(200);
        refresh(&bystander).is(200);
        refresh(
            &served
                .anybody()
                .with_tokens(&log_in(served, "no@example.com", "nothing at all")),
        )
        .fails(422, "request.missing");
    });
}

#[test]
fn of_many_who_renew_with_one_token_one_does() {
    Served::on_both(|served| {
        let client = served.operator();
        let renewed = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    if refresh(&client).status == 200 {
                        renewed.fetch_add(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert_eq!(renewed.into_inner(), 1);
        client.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
    });
}

#[test]
fn a_session_that_nobody_renews_is_over() {
    Served::on_both(|served| {
        let client = served.operator();
        served.pass(7 * 86_400 - 60);
        let client = client.clone().with_tokens(&refresh(&client).is(200));
        client.get("/v1/auth/me").is(200);
        served.pass(7 * 86_400 + 60);
        refresh(&client).fails(401, "tenancy.not_signed_in");
    });
}

#[test]
fn sessions_are_listed_and_revoked_by_their_own() {
    Served::on_both(|served| {
        let here = served.operator();
        let there = served.signed_in("operator@example.com");
        let other = served.tenant(&here, "acme");
        let listed = here.get("/v1/auth/sessions").is(200).json();
        let items = listed["items"].as_array().expect("sessions").clone();
        assert_eq!(items.len(), 2);
        let id = |current: bool| {
            let item = items.iter().find(|item| item["current"] == current).expect("a session");
            format!("/v1/auth/sessions/{}", item["id"].as_str().expect("an id"))
        };
        there.get("/v1/auth/me").is(200);
        // Somebody else's is as one that is not there.
        let foreign = other.delete(&id(false)).fails(404, "records.not_found");
        let absent = other.delete("/v1/auth/sessions/0190f2a5-7d3c-7e1a-8000-000000000000");
        assert_eq!(foreign.without_trace(), absent.without_trace());
        there.get("/v1/auth/me").is(200);
        here.delete(&id(false)).is(204);
        there.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
        refresh(&there).fails(401, "tenancy.not_signed_in");
        here.post("/v1/auth/logout", &json!({})).is(204);
        here.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
        refresh(&here).fails(401, "tenancy.not_signed_in");
    });
}

#[test]
fn another_server_knows_of_a_revocation_within_a_second() {
    let served = Served::start(Base::Postgres);
    let here = served.operator();
    let other = served.beside();
    let there = other.anybody().with_token(here.token.as_deref().expect("a token"));
    there.get("/v1/auth/me").is(200);
    here.post("/v1/auth/logout", &json!({})).is(204);
    thread::sleep(Duration::from_millis(1_000));
    there.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
}

#[test]
fn a_new_password_ends_every_other_session() {
    Served::on_both(|served| {
        let here = served.operator();
        let there = served.signed_in("operator@example.com");
        let change =
            |old: &str, new: &str| here.post("/v1/auth/password", &json!({"password": old, "new_password": new}));
        change("wrong horse battery", "another horse").fails(422, "request.range");
        change(Served::password(), "short").fails(422, "request.range");
        there.get("/v1/auth/me").is(200);
        change(Served::password(), "another horse").is(204);
        here.get("/v1/auth/me").is(200);
        there.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
        log_in(served, "operator@example.com", Served::password()).fails(401, "tenancy.not_signed_in");
        log_in(served, " Operator@Example.com", "another horse").is(200);
    });
}

#[test]
fn guesses_lock_an_e_mail_whether_it_is_known_or_not() {
    Served::on_both(|served| {
        served.operator();
        let mut told = Vec::new();
        for email in ["operator@example.com", "nobody@example.com"] {
            let mut answers = Vec::new();
            for _ in 0..4 {
                answers.push(log_in(served, email, "a wrong guess").fails(401, "tenancy.not_signed_in"));
            }
            let locked = log_in(served, email, "a wrong guess").fails(429, "tenancy.locked");
            let seconds: i64 = locked
                .header("retry-after")
                .expect("a header")
                .parse()
                .expect("seconds");
            assert!((890..=900).contains(&seconds), "{seconds}");
            // Even what is right is refused now.
            log_in(served, email, Served::password()).fails(429, "tenancy.locked");
            told.push(answers.iter().map(Answer::without_trace).collect::<Vec<_>>());
        }
        assert_eq!(told[0], told[1], "an answer tells whether there is such an account");
        served.pass(901);
        log_in(served, "operator@example.com", Served::password()).is(200);
        log_in(served, "nobody@example.com", Served::password()).fails(401, "tenancy.not_signed_in");
        // What was right is forgotten as a failure.
        for _ in 0..4 {
            log_in(served, "operator@example.com", "a wrong guess").fails(401, "tenancy.not_signed_in");
        }
        log_in(served, "operator@example.com", Served::password()).is(200);
        log_in(served, "operator@example.com", "a wrong guess").fails(401, "tenancy.not_signed_in");
    });
}

#[test]
fn guesses_at_once_are_told_no_more_than_guesses_in_turn() {
    Served::on_both(|served| {
        served.operator();
        let told = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..16 {
                scope.spawn(|| {
                    if log_in(served, "operator@example.com", "a wrong guess").status == 401 {
                        told.fetch_add(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert_eq!(told.into_inner(), 4);
    });
}

#[test]
fn what_no_database_can_keep_signs_nobody_in() {
    Served::on_both(|served| {
        let who = json!({"email": "a\u{0}@example.com", "password": Served::password()});
        let told = served
            .anybody()
            .post("/v1/auth/login", &who)
            .fails(422, "request.range");
        assert_eq!(told.json()["path"], "/email");
        let token = json!({"refresh_token": "a\u{0}"});
        served
            .anybody()
            .post("/v1/auth/refresh", &token)
            .fails(422, "request.range");
    });
}
