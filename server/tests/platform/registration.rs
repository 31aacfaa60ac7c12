//! People who come by themselves, where the installation lets them.

use ratebook_server::platform::auth::{Registration, SignIn};
use ratebook_server::platform::jobs::Connectors;
use ratebook_server_testing::{Answer, Base, Served};
use serde_json::{Value, json};

use crate::links::Post;

fn on_both(registration: &Registration, test: impl Fn(&Post, &Served)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let post = Post::default();
        let sign_in = SignIn {
            registration: registration.clone(),
            ..SignIn::default()
        };
        let connectors = Connectors::of_engine().and(post.clone());
        test(&post, &Served::where_people_come_in(base, sign_in, connectors));
    }
}

fn register(served: &Served, email: &str) -> Answer {
    served.anybody().post("/v1/auth/register", &json!({"email": email}))
}

fn confirm(served: &Served, token: &str, password: &str) -> Answer {
    let body = json!({"token": token, "name": "Ann", "password": password});
    served.anybody().post("/v1/auth/register/confirm", &body)
}

#[test]
fn there_is_an_account_once_a_letter_was_read_and_not_before() {
    on_both(&Registration::Open, |post, served| {
        served.operator();
        register(served, " Ann@Example.com").is(202);
        let first = post.token(served, "ann@example.com", "register");
        assert_eq!(served.rows("accounts").len(), 1);
        let who = json!({"email": "ann@example.com", "password": Served::password()});
        served
            .anybody()
            .post("/v1/auth/login", &who)
            .fails(401, "tenancy.not_signed_in");
        register(served, "ann@example.com").is(202);
        let token = post.token(served, "ann@example.com", "register");
        // The newer letter alone, for nothing else, and by a password that is one.
        confirm(served, &first, Served::password()).fails(401, "tenancy.not_signed_in");
        let reset = json!({"token": token, "password": Served::password()});
        served
            .anybody()
            .post("/v1/auth/reset", &reset)
            .fails(401, "tenancy.not_signed_in");
        confirm(served, &token, "short").fails(422, "request.range");
        let ann = served
            .anybody()
            .with_tokens(&confirm(served, &token, Served::password()).is(200));
        confirm(served, &token, Served::password()).fails(401, "tenancy.not_signed_in");
        let me = ann.get("/v1/auth/me").is(200).json();
        assert_eq!(
            (&me["account"]["verified"], &me["account"]["name"]),
            (&json!(true), &json!("Ann"))
        );
        assert_eq!(
            (&me["account"]["is_operator"], &me["memberships"]),
            (&json!(false), &json!([]))
        );
        // Their own profile, and nothing else.
        ann.patch("/v1/auth/me", &json!({"name": "Anna"})).is(200);
        ann.get("/v1/auth/sessions").is(200);
        ann.get("/v1/tags").fails(403, "tenancy.wrong_tenant");
        ann.get("/v1/members").fails(403, "tenancy.wrong_tenant");
        ann.get("/v1/tenants").fails(403, "tenancy.permission_missing");
        ann.post("/v1/tenants", &json!({}))
            .fails(403, "tenancy.permission_missing");
        served.signed_in("ann@example.com");
        // A letter is read within a day.
        register(served, "ben@example.com").is(202);
        let token = post.token(served, "ben@example.com", "register");
        served.pass(24 * 3_600 + 1);
        confirm(served, &token, Served::password()).fails(401, "tenancy.not_signed_in");
        let actions: Vec<Value> = served.rows("audit").iter().map(|row| row["action"].clone()).collect();
        assert!(actions.contains(&json!("registered")), "{actions:?}");
    });
}

#[test]
fn whether_an_e_mail_is_known_no_answer_tells_and_a_letter_does() {
    on_both(&Registration::Open, |post, served| {
        served.operator();
        let (known, unknown) = (
            register(served, "operator@example.com"),
            register(served, "nobody@example.com"),
        );
        assert_eq!(known.without_trace(), unknown.without_trace());
        known.is(202);
        let letters = post.taken(served);
        let mut told: Vec<_> = letters
            .iter()
            .map(|letter| (letter.to.as_str(), letter.template.as_str()))
            .collect();
        told.sort_unstable();
        assert_eq!(
            told,
            [
                ("nobody@example.com", "register"),
                ("operator@example.com", "register_known")
            ]
        );
        let known = letters
            .iter()
            .find(|letter| letter.template == "register_known")
            .expect("a letter");
        assert!(
            known.values["link"].is_null() && known.values["told"] == "https://ratebook.test",
            "{known:?}"
        );
        let told = |email: &str| -> Vec<u16> { (0..6).map(|_| register(served, email).status).collect() };
        let (known, unknown) = (told("operator@example.com"), told("nobody@example.com"));
        assert_eq!(known, unknown);
        assert_eq!(known.last(), Some(&429));
        register(served, "no e-mail").fails(422, "request.range");
        served.signed_in("operator@example.com");
    });
}

#[test]
fn only_whom_the_installation_means_come_by_themselves() {
    on_both(
        &Registration::Domains(vec!["example.com".to_owned()]),
        |post, served| {
            served.operator();
            for email in ["ann@example.org", "ann@sub.example.com", "ann@evilexample.com"] {
                register(served, email).fails(422, "request.range");
            }
            register(served, "ann@EXAMPLE.com").is(202);
            post.token(served, "ann@example.com", "register");
        },
    );
    on_both(&Registration::Off, |post, served| {
        served.operator();
        let answer = register(served, "operator@example.com");
        assert_eq!(
            answer.without_trace(),
            register(served, "nobody@example.com").without_trace()
        );
        answer.fails(409, "request.conflict");
        assert!(post.taken(served).is_empty() && served.rows("one_time_links").is_empty());
    });
}
