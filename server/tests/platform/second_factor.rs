//! Second factors: codes of an app, each good once, and codes on paper.

use std::thread;

use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};
use totp_rs::{Builder, Secret, Totp};

const EMAIL: &str = "operator@example.com";

/// An app on a telephone.
pub(crate) fn app(secret: &str) -> Totp {
    let secret = Secret::try_from_base32(secret).expect("a secret");
    Builder::new().with_secret(secret).build().expect("an app")
}

/// Somebody who has set up an app: the app, and the codes on paper.
pub(crate) fn set_up(served: &Served, client: &Client) -> (Totp, Vec<String>) {
    let (app, _, codes) = confirmed(served, client);
    (app, codes)
}

/// The same, and the code by which it was confirmed: half a minute later, the app shows another.
fn confirmed(served: &Served, client: &Client) -> (Totp, String, Vec<String>) {
    let begun = client.post("/v1/auth/second-factor", &json!({"password": Served::password()}));
    let begun = begun.is(200).json();
    let app = app(begun["secret"].as_str().expect("a secret"));
    let code = code(served, &app);
    let confirmed = client.post("/v1/auth/second-factor/confirm", &json!({"code": code}));
    let codes = confirmed.is(200).json()["recovery_codes"].clone();
    let codes = codes.as_array().expect("codes").iter();
    let codes = codes.map(|code| code.as_str().expect("a code").to_owned()).collect();
    (app, code, codes)
}

pub(crate) fn code(served: &Served, app: &Totp) -> String {
    let seconds = u64::try_from(served.app().now().seconds()).expect("after 1970");
    app.generate(seconds).to_string()
}

fn ticket(served: &Served) -> String {
    let who = json!({"email": EMAIL, "password": Served::password()});
    let answer = served.anybody().post("/v1/auth/login", &who);
    let answer = answer.fails(401, "tenancy.second_factor").json();
    answer["details"]["ticket"].as_str().expect("a ticket").to_owned()
}

fn show(served: &Served, ticket: &str, code: &str) -> Answer {
    served
        .anybody()
        .post("/v1/auth/login/code", &json!({"ticket": ticket, "code": code}))
}

#[test]
fn whoever_has_a_second_factor_signs_in_by_both() {
    Served::on_both(|served| {
        let operator = served.operator();
        let wrong = json!({"password": "a wrong guess"});
        operator
            .post("/v1/auth/second-factor", &wrong)
            .fails(422, "request.range");
        let begun = operator.post("/v1/auth/second-factor", &json!({"password": Served::password()}));
        let begun = begun.is(200).json();
        let uri = begun["uri"].as_str().expect("an address");
        assert!(
            uri.starts_with("otpauth://totp/ratebook.test:operator%40example.com?secret="),
            "{uri}"
        );
        // Nobody is asked for what nobody has shown a code of.
        let before = served.signed_in(EMAIL);
        let state = operator.get("/v1/auth/second-factor").is(200).json();
        assert_eq!(state["on"], false);
        let (app, used, codes) = confirmed(served, &operator);
        assert_eq!(codes.len(), 10);
        // Whoever came in by the password alone comes in again.
        before.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
        operator.get("/v1/auth/me").is(200);
        let state = operator.get("/v1/auth/second-factor").is(200).json();
        assert_eq!(
            (&state["on"], &state["recovery_codes_left"]),
            (&json!(true), &json!(10))
        );
        let again = operator.post("/v1/auth/second-factor", &json!({"password": Served::password()}));
        again.fails(409, "request.conflict");
        let first = ticket(served);
        // The code by which it was confirmed is used.
        show(served, &first, &used).fails(401, "tenancy.not_signed_in");
        let told = served.rows("audit");
        assert!(told.iter().any(|row| row["action"] == "second_factor_refused"));
        served.pass(30);
        let right = code(served, &app);
        let answer = show(served, &first, &right).is(200);
        let client = served.anybody().with_tokens(&answer);
        client.get("/v1/auth/me").is(200);
        // Neither the ticket nor the code is good once more.
        show(served, &first, &right).fails(401, "tenancy.not_signed_in");
        show(served, &ticket(served), &right).fails(401, "tenancy.not_signed_in");
        show(served, "rbt_nothing", &right).fails(401, "tenancy.not_signed_in");
    });
}

#[test]
fn a_ticket_runs_out_and_a_new_password_takes_it() {
    Served::on_both(|served| {
        let operator = served.operator();
        let (app, _) = set_up(served, &operator);
        let (late, stale) = (ticket(served), ticket(served));
        let change = json!({"password": Served::password(), "new_password": "another horse"});
        operator.post("/v1/auth/password", &change).is(204);
        served.pass(30);
        show(served, &stale, &code(served, &app)).fails(401, "tenancy.not_signed_in");
        let who = json!({"email": EMAIL, "password": "another horse"});
        let answer = served.anybody().post("/v1/auth/login", &who);
        let fresh = answer.fails(401, "tenancy.second_factor").json();
        served.pass(301);
        let fresh = fresh["details"]["ticket"].as_str().expect("a ticket");
        show(served, fresh, &code(served, &app)).fails(401, "tenancy.not_signed_in");
        show(served, &late, &code(served, &app)).fails(401, "tenancy.not_signed_in");
    });
}

#[test]
fn a_recovery_code_is_good_once_and_kept_as_a_hash() {
    Served::on_both(|served| {
        let operator = served.operator();
        let (_, codes) = set_up(served, &operator);
        // As somebody types it from paper.
        let typed = codes[0].to_uppercase().replace('-', " ");
        show(served, &ticket(served), &typed).is(200);
        show(served, &ticket(served), &codes[0]).fails(401, "tenancy.not_signed_in");
        let state = operator.get("/v1/auth/second-factor").is(200).json();
        assert_eq!(state["recovery_codes_left"], 9);
        let kept = format!("{:?}", served.all_rows());
        for code in &codes {
            assert!(!kept.contains(code.as_str()) && !kept.contains(&code.replace('-', "")));
        }
        operator
            .post("/v1/auth/second-factor/disable", &json!({"code": codes[0]}))
            .fails(422, "request.range");
        operator
            .post("/v1/auth/second-factor/disable", &json!({"code": codes[1]}))
            .is(204);
        served.signed_in(EMAIL);
        let done = served.rows("audit");
        for action in ["second_factor_on", "recovery_code_used", "second_factor_off"] {
            assert!(done.iter().any(|row| row["action"] == action), "{action}");
        }
    });
}

#[test]
fn guesses_of_codes_lock_and_a_right_password_does_not_unlock() {
    Served::on_both(|served| {
        let operator = served.operator();
        let (app, _) = set_up(served, &operator);
        served.pass(30);
        let right = code(served, &app);
        let wrong = |own: &str| if own == "000000" { "111111" } else { "000000" };
        for _ in 0..4 {
            // The right password each time: it does not take back what was guessed.
            show(served, &ticket(served), wrong(&right)).fails(401, "tenancy.not_signed_in");
        }
        let last = ticket(served);
        show(served, &last, wrong(&right)).fails(429, "tenancy.locked");
        show(served, &last, &right).fails(429, "tenancy.locked");
        operator
            .post("/v1/auth/second-factor/disable", &json!({"code": right}))
            .fails(429, "tenancy.locked");
        let who = json!({"email": EMAIL, "password": Served::password()});
        served
            .anybody()
            .post("/v1/auth/login", &who)
            .fails(429, "tenancy.locked");
        served.pass(901);
        show(served, &ticket(served), &code(served, &app)).is(200);
    });
}

#[test]
fn of_two_servers_one_takes_a_code() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start(base);
        let operator = served.operator();
        let (app, codes) = set_up(&served, &operator);
        let other = served.beside();
        served.pass(30);
        for code in [code(&served, &app), codes[0].clone()] {
            let tickets = [ticket(&served), ticket(&served)];
            let statuses: Vec<u16> = thread::scope(|scope| {
                let asked = [&served, &other].into_iter().zip(&tickets);
                let asked: Vec<_> = asked
                    .map(|(server, ticket)| scope.spawn(|| show(server, ticket, &code).status))
                    .collect();
                asked.into_iter().map(|one| one.join().expect("a status")).collect()
            });
            let right = statuses.iter().filter(|status| **status == 200).count();
            assert_eq!(right, 1, "{statuses:?}");
        }
        // The secret is encrypted in the database.
        let secret: Value = served.rows("second_factors")[0]["secret"].clone();
        let plain: String = app
            .secret()
            .as_bytes()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert!(!secret.to_string().contains(&plain));
    }
}
