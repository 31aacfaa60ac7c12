//! Links that are sent by letter: each for one purpose, for a while, and once.

use std::sync::{Arc, Mutex};
use std::thread;

use ratebook::flow::RetryPolicy;
use ratebook_server::platform::jobs::{Carried, Carrying, Connector, Connectors, Job};
use ratebook_server::platform::letters::{self, LETTER};
use ratebook_server::state::App;
use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

use crate::second_factor::{code, set_up};

/// A letter that was sent.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) to: String,
    pub(crate) template: String,
    pub(crate) values: Value,
}

/// Whoever takes letters along.
#[derive(Clone, Debug, Default)]
pub(crate) struct Post(Arc<Mutex<Vec<Sent>>>);

impl Connector for Post {
    fn names(&self) -> &[&'static str] {
        &[LETTER]
    }

    fn is_own(&self) -> bool {
        false
    }

    fn retries(&self) -> RetryPolicy {
        RetryPolicy::new(vec![10])
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(async move {
            let text = |name: &str| job.body[name].as_str().expect("a text").to_owned();
            let sent = Sent {
                to: text("to"),
                template: text("template"),
                values: letters::values(app, job).expect("what a letter says"),
            };
            self.0.lock().expect("nobody failed").push(sent);
            Ok(Carried::Done(String::new()))
        })
    }
}

impl Post {
    /// A server with somebody who takes letters along.
    pub(crate) fn served(&self, base: Base) -> Served {
        Served::carried_out_by(base, |_| {}, Connectors::of_engine().and(self.clone()))
    }

    /// What was sent since somebody looked last.
    pub(crate) fn taken(&self, served: &Served) -> Vec<Sent> {
        served.work();
        std::mem::take(&mut *self.0.lock().expect("nobody failed"))
    }

    /// The token of the one letter that was sent.
    pub(crate) fn token(&self, served: &Served, to: &str, template: &str) -> String {
        let letters = self.taken(served);
        assert_eq!(letters.len(), 1, "{letters:?}");
        let letter = &letters[0];
        assert_eq!((letter.to.as_str(), letter.template.as_str()), (to, template));
        let link = letter.values["link"].as_str().expect("a link");
        // Of the installation, whatever a request calls it, and behind `#`, which no log has.
        assert!(link.starts_with("https://ratebook.test/#/"), "{link}");
        link.split_once("?token=").expect("a token").1.to_owned()
    }
}

fn on_both(test: impl Fn(&Post, &Served)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let post = Post::default();
        test(&post, &post.served(base));
    }
}

fn ask(served: &Served, what: &str, email: &str) -> Answer {
    let path = format!("/v1/auth/{what}/request");
    let host = [("host", "evil.example")];
    served
        .anybody()
        .ask("POST", &path, Some(&json!({"email": email})), &host)
}

fn reset(served: &Served, token: &str, password: &str) -> Answer {
    let body = json!({"token": token, "password": password});
    served.anybody().post("/v1/auth/reset", &body)
}

fn by_link(served: &Served, token: &str) -> Answer {
    served.anybody().post("/v1/auth/link", &json!({"token": token}))
}

fn log_in(served: &Served, email: &str, password: &str) -> Answer {
    let who = json!({"email": email, "password": password});
    served.anybody().post("/v1/auth/login", &who)
}

const EMAIL: &str = "operator@example.com";

#[test]
fn a_reset_chooses_another_password_once_and_ends_every_session() {
    on_both(|post, served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let email = "owner@acme.example.com";
        let key = owner
            .post("/v1/api-keys", &json!({"name": "x", "scopes": ["*"]}))
            .is(201);
        ask(served, "reset", "Owner@acme.example.com ").is(202);
        let first = post.token(served, email, "reset");
        ask(served, "reset", email).is(202);
        let second = post.token(served, email, "reset");
        // The newer one alone holds, and for a reset alone.
        reset(served, &first, "another horse").fails(401, "tenancy.not_signed_in");
        by_link(served, &second).fails(401, "tenancy.not_signed_in");
        reset(served, &second, "short").fails(422, "request.range");
        reset(served, &second, "another horse").is(204);
        owner.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
        let renewed = served
            .anybody()
            .post("/v1/auth/refresh", &json!({"refresh_token": owner.refresh}));
        renewed.fails(401, "tenancy.not_signed_in");
        log_in(served, email, Served::password()).fails(401, "tenancy.not_signed_in");
        log_in(served, email, "another horse").is(200);
        reset(served, &second, "a third horse").fails(401, "tenancy.not_signed_in");
        // Nobody had shown that the e-mail was theirs when the key was made: whoever made it may have been somebody else.
        let key = key.json()["key"].as_str().expect("a key").to_owned();
        let site = served.anybody().with_token(&key);
        site.get("/v1/tags").fails(401, "tenancy.not_signed_in");
        // From now on it is known, and a key that is made stays.
        let owner = served
            .anybody()
            .with_tokens(&log_in(served, email, "another horse").is(200));
        let owner = owner.at("acme");
        let key = owner
            .post("/v1/api-keys", &json!({"name": "x", "scopes": ["*"]}))
            .is(201);
        ask(served, "reset", email).is(202);
        reset(served, &post.token(served, email, "reset"), "a third horse").is(204);
        let key = key.json()["key"].as_str().expect("a key").to_owned();
        served.anybody().with_token(&key).get("/v1/tags").is(200);
    });
}

#[test]
fn whether_an_e_mail_has_an_account_no_request_tells() {
    on_both(|post, served| {
        served.operator();
        for what in ["reset", "link"] {
            let (known, unknown) = (ask(served, what, EMAIL), ask(served, what, "nobody@example.com"));
            assert_eq!(known.without_trace(), unknown.without_trace());
            known.is(202);
            assert_eq!(post.taken(served).len(), 1);
            // Nobody's letter box is filled: each e-mail is counted, whether there is an account of it or not.
            let told = |email: &str| -> Vec<u16> { (0..6).map(|_| ask(served, what, email).status).collect() };
            let (known, unknown) = (told(EMAIL), told("nobody@example.com"));
            assert_eq!(known, unknown);
            assert_eq!(known.last(), Some(&429));
            assert!(post.taken(served).len() <= 5);
        }
        // Whoever fills the count of letters locks nobody out.
        served.signed_in(EMAIL);
    });
}

#[test]
fn a_link_signs_in_once_and_for_a_quarter_of_an_hour() {
    on_both(|post, served| {
        served.operator();
        ask(served, "link", EMAIL).is(202);
        let token = post.token(served, EMAIL, "sign_in");
        let kept = served.rows("one_time_links");
        assert!(!json!(kept).to_string().contains(&token));
        assert!(!json!(served.rows("jobs")).to_string().contains(&token));
        // Of many who come with it at once, one comes in.
        let statuses = Mutex::new(Vec::new());
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| statuses.lock().expect("statuses").push(by_link(served, &token).status));
            }
        });
        let mut statuses = statuses.into_inner().expect("statuses");
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 401, 401, 401]);
        ask(served, "link", EMAIL).is(202);
        let token = post.token(served, EMAIL, "sign_in");
        served.pass(15 * 60 + 1);
        by_link(served, &token).fails(401, "tenancy.not_signed_in");
        // Another password makes what was sent before useless.
        ask(served, "link", EMAIL).is(202);
        let token = post.token(served, EMAIL, "sign_in");
        let operator = served.signed_in(EMAIL);
        let change = json!({"password": Served::password(), "new_password": "another horse"});
        operator.post("/v1/auth/password", &change).is(204);
        by_link(served, &token).fails(401, "tenancy.not_signed_in");
        by_link(served, "rbl_of-nobody").fails(401, "tenancy.not_signed_in");
    });
}

#[test]
fn a_link_leaves_nothing_of_whoever_made_an_account_of_an_e_mail_that_was_not_known_to_be_theirs() {
    on_both(|post, served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let email = "owner@acme.example.com";
        let key = json!({"name": "x", "scopes": ["*"]});
        let key = owner.post("/v1/api-keys", &key).is(201).json();
        let key = key["key"].as_str().expect("a key").to_owned();
        // Where nothing is changed they wait: signing in would take away what opens the account.
        ask(served, "link", email).is(202);
        let token = post.token(served, email, "sign_in");
        operator
            .ask("PUT", "/v1/read-only", Some(&json!({"why": "we move"})), &[])
            .is(200);
        by_link(served, &token).fails(503, "engine.read_only");
        owner.get("/v1/auth/me").is(200);
        operator.delete("/v1/read-only").is(204);
        let rightful = served.anybody().with_tokens(&by_link(served, &token).is(200));
        let me = rightful.get("/v1/auth/me").is(200).json();
        assert_eq!(me["account"]["verified"], true);
        owner.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
        log_in(served, email, Served::password()).fails(401, "tenancy.not_signed_in");
        let site = served.anybody().with_token(&key);
        site.get("/v1/tags").fails(401, "tenancy.not_signed_in");
        // From now on it is known, and nothing of theirs is taken away.
        ask(served, "link", email).is(202);
        by_link(served, &post.token(served, email, "sign_in")).is(200);
        rightful.get("/v1/auth/me").is(200);
    });
}

#[test]
fn a_second_factor_is_asked_for_behind_a_link_and_a_reset() {
    on_both(|post, served| {
        let operator = served.operator();
        let (app, _) = set_up(served, &operator);
        ask(served, "link", EMAIL).is(202);
        let answer = by_link(served, &post.token(served, EMAIL, "sign_in"));
        let answer = answer.fails(401, "tenancy.second_factor").json();
        assert!(answer["access_token"].is_null(), "{answer}");
        served.pass(60);
        let shown = json!({"ticket": answer["details"]["ticket"], "code": code(served, &app)});
        served.anybody().post("/v1/auth/login/code", &shown).is(200);
        ask(served, "reset", EMAIL).is(202);
        reset(served, &post.token(served, EMAIL, "reset"), "another horse").is(204);
        log_in(served, EMAIL, "another horse").fails(401, "tenancy.second_factor");
        // Whoever runs the installation helps whoever has lost it; nobody else does.
        let helper = served.anybody();
        let body = json!({"email": EMAIL, "reason": "the telephone fell into the sea"});
        helper
            .post("/v1/accounts/second-factor/reset", &body)
            .fails(401, "tenancy.not_signed_in");
    });
}

#[test]
fn an_operator_helps_who_has_lost_a_second_factor() {
    on_both(|post, served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let email = "owner@acme.example.com";
        set_up(served, &owner);
        let path = "/v1/accounts/second-factor/reset";
        let body = json!({"email": email, "reason": "the telephone fell into the sea"});
        owner.post(path, &body).fails(403, "tenancy.permission_missing");
        operator
            .post(path, &json!({"email": email}))
            .fails(422, "request.missing");
        log_in(served, email, Served::password()).fails(401, "tenancy.second_factor");
        operator.post(path, &body).is(204);
        owner.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
        let letters = post.taken(served);
        assert_eq!((letters.len(), letters[0].to.as_str()), (1, email));
        assert_eq!(letters[0].values["told"], "the telephone fell into the sea");
        operator.post(path, &body).fails(409, "request.conflict");
        let owner = served.signed_in(email);
        operator.post("/v1/accounts/sign-out", &body).is(204);
        owner.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
        let nobody = json!({"email": "nobody@example.com", "reason": "x"});
        operator
            .post("/v1/accounts/sign-out", &nobody)
            .fails(404, "records.not_found");
        let rows = served.rows("audit");
        let kept = rows.iter().find(|row| row["action"] == "second_factor_reset");
        assert!(kept.expect("an entry")["changes"].to_string().contains("into the sea"));
    });
}

fn verify(client: &Client, token: &str) -> Answer {
    client.post("/v1/auth/verify", &json!({"token": token}))
}

#[test]
fn an_e_mail_counts_once_it_is_shown_to_be_ones_own() {
    on_both(|post, served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let me = |client: &Client| client.get("/v1/auth/me").is(200).json()["account"].clone();
        assert_eq!(me(&owner)["verified"], false);
        let email = "owner@acme.example.com";
        owner.post("/v1/auth/verify/request", &json!({})).is(202);
        let token = post.token(served, email, "verify");
        verify(&operator, &token).fails(401, "tenancy.not_signed_in");
        verify(&owner, &token).is(204);
        verify(&owner, &token).fails(401, "tenancy.not_signed_in");
        assert_eq!(me(&owner)["verified"], true);
        // Another one: by the password, and it counts from the letter on.
        let other = |password: Option<&str>, email: &str| {
            let mut body = json!({"email": email});
            body["password"] = password.into();
            owner.post("/v1/auth/verify/request", &body)
        };
        other(None, "new@example.com").fails(422, "request.missing");
        other(Some("a wrong guess"), "new@example.com").fails(422, "request.range");
        let sent = other(Some(Served::password()), "new@example.com").is(202);
        let token = post.token(served, "new@example.com", "verify");
        assert_eq!(me(&owner)["email"], email);
        // Whoever opens a letter that they did not ask for gives their e-mail to nobody.
        verify(&operator, &token).fails(401, "tenancy.not_signed_in");
        verify(&owner, &token).is(204);
        assert_eq!(me(&owner)["email"], "new@example.com");
        let told = post.taken(served);
        assert_eq!((told.len(), told[0].to.as_str()), (1, email));
        log_in(served, email, Served::password()).fails(401, "tenancy.not_signed_in");
        served.signed_in("new@example.com");
        // One that is somebody else's is answered alike, and nothing is sent to it.
        let taken = other(Some(Served::password()), EMAIL);
        assert_eq!(taken.without_trace(), sent.without_trace());
        assert!(post.taken(served).is_empty());
    });
}

#[test]
fn people_say_how_they_are_called_and_in_which_language_they_read() {
    Served::on_both(|served| {
        let operator = served.operator();
        let change = |body: Value| operator.patch("/v1/auth/me", &body);
        let me = change(json!({"name": " Olga ", "locale": "es-MX"})).is(200).json();
        assert_eq!(
            (&me["account"]["name"], &me["account"]["locale"]),
            (&json!("Olga"), &json!("es-MX"))
        );
        let me = change(json!({"locale": null})).is(200).json();
        assert_eq!(
            (&me["account"]["name"], &me["account"]["locale"]),
            (&json!("Olga"), &Value::Null)
        );
        for wrong in [
            json!({"locale": "spanish"}),
            json!({"name": ""}),
            json!({"name": "a\nb"}),
        ] {
            change(wrong).fails(422, "request.range");
        }
        change(json!({})).fails(422, "request.missing");
        change(json!({"email": "x@example.com"})).fails(422, "request.unknown");
    });
}

#[test]
fn where_no_letter_is_sent_everybody_is_told_so() {
    Served::on_both(|served| {
        served.operator();
        let known = ask(served, "reset", EMAIL);
        assert_eq!(
            known.without_trace(),
            ask(served, "reset", "nobody@example.com").without_trace()
        );
        known.fails(409, "request.conflict");
        assert!(served.rows("one_time_links").is_empty());
    });
}
