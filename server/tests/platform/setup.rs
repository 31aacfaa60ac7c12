//! The first operator.

use std::sync::Mutex;
use std::thread;

use ratebook_server_testing::{Base, Served};
use serde_json::json;

fn who(token: &str, email: &str) -> serde_json::Value {
    json!({"token": token, "email": email, "name": "Ann", "password": Served::password()})
}

#[test]
fn an_installation_is_set_up_once() {
    Served::on_both(|served| {
        let anybody = served.anybody();
        let token = served.setup_token().expect("a token").to_owned();
        let wrong = anybody.post("/v1/setup", &who("rbs_guess", "ann@example.com"));
        wrong.fails(401, "tenancy.not_signed_in");
        let several = anybody.post(
            "/v1/setup",
            &json!({"token": token, "email": "ann", "password": "short", "extra": 1}),
        );
        let paths: Vec<_> = several.json()["errors"].as_array().expect("faults").clone();
        let paths: Vec<_> = paths
            .iter()
            .map(|fault| fault["path"].as_str().expect("a path").to_owned())
            .collect();
        assert_eq!(paths, ["/email", "/name", "/password", "/extra"]);
        // Of many who come at once, one is the first.
        let statuses = Mutex::new(Vec::new());
        thread::scope(|scope| {
            for number in 0..6 {
                let (statuses, token) = (&statuses, &token);
                scope.spawn(move || {
                    let answer = served
                        .anybody()
                        .post("/v1/setup", &who(token, &format!("ann{number}@example.com")));
                    statuses.lock().expect("statuses").push(answer.status);
                });
            }
        });
        let mut statuses = statuses.into_inner().expect("statuses");
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409, 409, 409, 409, 409]);
        anybody
            .post("/v1/setup", &who(&token, "late@example.com"))
            .fails(409, "request.conflict");
        // A start after it prints no token.
        if served.base() == Base::Postgres {
            assert_eq!(served.beside().setup_token(), None);
        }
    });
}

#[test]
fn the_last_start_before_the_set_up_has_the_token() {
    let first = Served::start(Base::Postgres);
    let second = first.beside();
    let old = first.setup_token().expect("a token").to_owned();
    first
        .anybody()
        .post("/v1/setup", &who(&old, "ann@example.com"))
        .fails(401, "tenancy.not_signed_in");
    let new = second.setup_token().expect("a token").to_owned();
    first.anybody().post("/v1/setup", &who(&new, "ann@example.com")).is(201);
    let me = second.signed_in("ANN@example.com").get("/v1/auth/me").is(200).json();
    assert_eq!(me["account"]["is_operator"], true);
    assert_eq!(me["memberships"], json!([]));
}
