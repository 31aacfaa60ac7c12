//! Sign-in by a provider of identities as others run it: a whole journey, by a browser that follows addresses and fills in forms.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use ratebook_server::platform::auth::{Providers, SignIn};
use ratebook_server::platform::jobs::Connectors;
use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

use crate::links::Post;
use crate::second_factor::{code, set_up};

/// Where everybody is sent back to.
pub(crate) const HOME: &str = "https://ratebook.test";

/// What a program says where it is, and ends with.
struct Running {
    child: Child,
    issuer: String,
}

impl Running {
    fn start() -> Running {
        let own =
            std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let mut child = Command::new("node")
            .args(["main.js", "ratebook", "a secret: of 100%"])
            .arg(format!("{HOME}/v1/auth/providers/corporate/callback"))
            .current_dir(own.join("testing/provider"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node; run `cargo xtask test --only server` once");
        let mut issuer = String::new();
        let out = child.stdout.as_mut().expect("what it says");
        BufReader::new(out).read_line(&mut issuer).expect("a line");
        let issuer = issuer.trim().to_owned();
        assert!(
            issuer.starts_with("http://127.0.0.1:"),
            "the provider did not start; run `cargo xtask test --only server` once"
        );
        Running { child, issuer }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// A server with that provider, and whoever takes letters along.
struct Journey {
    served: Served,
    post: Post,
    _provider: Running,
}

impl Journey {
    /// With a provider of which this is said besides.
    fn start(base: Base, more: &str) -> Journey {
        let provider = Running::start();
        let text = format!(
            "[corporate]\nname = \"Corporate\"\nissuer = \"{}\"\nclient_id = \"ratebook\"\nsecret = \"a secret: of 100%\"\n\
             addresses = [\"127.0.0.1\"]\n{more}",
            provider.issuer
        );
        let providers = Providers::of_text(&text).expect("providers");
        let (post, sign_in) = (
            Post::default(),
            SignIn {
                providers,
                ..SignIn::default()
            },
        );
        let connectors = Connectors::of_engine().and(post.clone());
        Journey {
            served: Served::where_people_come_in(base, sign_in, connectors),
            post,
            _provider: provider,
        }
    }

    /// Somebody who was invited by letter, so that their e-mail is known to be theirs.
    fn member(&self, owner: &Client, email: &str) -> Client {
        let member = json!({"email": email, "name": "Member", "roles": ["support"]});
        owner.post("/v1/members", &member).is(201);
        let token = self.post.token(&self.served, email, "invitation");
        let who = json!({"token": token, "password": Served::password()});
        self.served.anybody().post("/v1/auth/invitations/accept", &who).is(200);
        self.served.signed_in(email)
    }

    /// Signs in at the provider as somebody, and fetches the tokens.
    fn signed_in(&self, login: &str) -> Answer {
        let mut browser = Browser::new(&self.served);
        let page = browser.sign_in("corporate", login);
        browser.redeem(&page)
    }
}

fn on_both(more: &str, test: impl Fn(&Journey)) {
    for base in [Base::Sqlite, Base::Postgres] {
        test(&Journey::start(base, more));
    }
}

/// A browser: it keeps cookies by host, goes where it is sent, and fills in forms. Our own host is the server of the test.
pub(crate) struct Browser {
    agent: ureq::Agent,
    own: String,
    cookies: BTreeMap<(String, String), String>,
}

/// What stands behind `#` of a page of ours.
pub(crate) type Page = String;

fn host(url: &str) -> String {
    let rest = url.split_once("://").expect("an address").1;
    rest.split(['/', '?', '#']).next().expect("a host").to_owned()
}

impl Browser {
    pub(crate) fn new(served: &Served) -> Browser {
        Browser {
            agent: ureq::Agent::config_builder()
                .http_status_as_error(false)
                .max_redirects(0)
                .max_idle_connections(0)
                .build()
                .into(),
            own: served.url().to_owned(),
            cookies: BTreeMap::new(),
        }
    }

    /// Asks; headers of the answer, its status and its text.
    pub(crate) fn ask(&mut self, method: &str, url: &str, body: Option<(&str, &str)>, token: Option<&str>) -> Answer {
        let host = host(url);
        let cookies = self.cookies.iter().filter(|((at, _), _)| *at == host);
        let cookies: Vec<String> = cookies.map(|((_, name), value)| format!("{name}={value}")).collect();
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(url.replace(HOME, &self.own))
            .header("cookie", cookies.join("; "));
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        if let Some((kind, _)) = body {
            request = request.header("content-type", kind);
        }
        let body = body.map(|(_, body)| body.as_bytes().to_vec()).unwrap_or_default();
        let mut answer = self
            .agent
            .run(request.body(body).expect("a request"))
            .expect("an answer");
        let headers = answer
            .headers()
            .iter()
            .map(|(name, value)| (name.as_str().to_owned(), value.to_str().unwrap_or_default().to_owned()));
        let headers: Vec<(String, String)> = headers.collect();
        for (_, cookie) in headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, value) = cookie
                .split(';')
                .next()
                .expect("a cookie")
                .split_once('=')
                .expect("a cookie");
            // What is kept for this host alone comes from it over TLS, for every path.
            if name.starts_with("__Host-") {
                let whole = ["; Secure", "; Path=/;", "; HttpOnly", "; SameSite=Lax"];
                assert!(
                    url.starts_with("https://") && whole.iter().all(|part| cookie.contains(part)),
                    "{cookie}"
                );
            }
            self.cookies.insert((host.clone(), name.to_owned()), value.to_owned());
        }
        Answer {
            status: answer.status().as_u16(),
            headers,
            body: answer.body_mut().read_to_vec().expect("a body"),
        }
    }

    pub(crate) fn post(&mut self, path: &str, body: &Value, token: Option<&str>) -> Answer {
        self.ask(
            "POST",
            &format!("{HOME}{path}"),
            Some(("application/json", &body.to_string())),
            token,
        )
    }

    /// Goes through a sign-in at a provider, from the page back to the page.
    pub(crate) fn sign_in(&mut self, provider: &str, login: &str) -> Page {
        let path = format!("/v1/auth/providers/{provider}/start");
        let started = self.post(&path, &json!({}), None).is(200);
        self.follow(started.json()["url"].as_str().expect("an address"), login)
    }

    /// Goes where it is sent, until that is a page of ours.
    pub(crate) fn follow(&mut self, url: &str, login: &str) -> Page {
        let mut url = url.to_owned();
        for _ in 0..20 {
            if let Some((_, page)) = url.strip_prefix(HOME).and_then(|path| path.split_once('#')) {
                return page.to_owned();
            }
            let mut answer = self.ask("GET", &url, None, None);
            if answer.status == 200 {
                answer = self.fill_in(&url, &answer.text(), login);
            }
            assert!(
                [302, 303].contains(&answer.status),
                "{url}: {}: {}",
                answer.status,
                answer.text()
            );
            let place = answer.header("location").expect("a place").to_owned();
            url = match place.starts_with('/') {
                true => format!("http://{}{place}", host(&url)),
                false => place,
            };
        }
        panic!("no end of it: {url}");
    }

    fn fill_in(&mut self, url: &str, html: &str, login: &str) -> Answer {
        let between = |text: &str, from: &str, to: &str| {
            let rest = text.split_once(from).unwrap_or_else(|| panic!("no {from} in {text}")).1;
            rest.split_once(to).expect("an end").0.to_owned()
        };
        let place = between(html, "action=\"", "\"");
        let prompt = between(html, "name=\"prompt\" value=\"", "\"");
        let form = format!("prompt={prompt}&login={login}&password=anything");
        let place = match place.starts_with('/') {
            true => format!("http://{}{place}", host(url)),
            false => place,
        };
        self.ask("POST", &place, Some(("application/x-www-form-urlencoded", &form)), None)
    }

    /// Fetches the tokens of a ticket that stands in the address of a page.
    pub(crate) fn redeem(&mut self, page: &str) -> Answer {
        let ticket = page
            .strip_prefix("/sign-in?ticket=")
            .unwrap_or_else(|| panic!("no ticket: {page}"));
        self.post("/v1/auth/providers/redeem", &json!({"ticket": ticket}), None)
    }
}

fn me(client: &Client) -> Value {
    client.get("/v1/auth/me").is(200).json()
}

#[test]
fn somebody_new_is_made_a_member_and_comes_back_by_the_same_account() {
    on_both(OF_ACME, |journey| {
        let served = &journey.served;
        let operator = served.operator();
        // Nobody becomes a member of what is not there.
        let mut browser = Browser::new(served);
        let page = browser.sign_in("corporate", "ann");
        assert!(
            page.starts_with("/sign-in?problem=tenancy%2Enot%5Fsigned%5Fin"),
            "{page}"
        );
        served.tenant(&operator, "acme");
        let shown = |client: Client| client.get("/v1/auth/providers").is(200).json()["items"].clone();
        assert_eq!(shown(served.anybody()), json!([]));
        assert_eq!(
            shown(served.anybody().at("acme")),
            json!([{"id": "corporate", "name": "Corporate"}])
        );
        let ann = served.anybody().with_tokens(&journey.signed_in("ann").is(200));
        let known = me(&ann);
        assert_eq!(
            (
                &known["account"]["email"],
                &known["account"]["name"],
                &known["account"]["verified"]
            ),
            (&json!("ann@example.com"), &json!("Person ann"), &json!(true))
        );
        assert_eq!(known["memberships"][0]["tenant"]["slug"], "acme");
        assert_eq!(known["memberships"][0]["roles"], json!(["support"]));
        let again = served.anybody().with_tokens(&journey.signed_in("ann").is(200));
        assert_eq!(me(&again)["account"]["id"], known["account"]["id"]);
        let links = again.get("/v1/auth/identities").is(200).json();
        assert_eq!(links["items"][0]["email"], "ann@example.com");
        // It is the only way in.
        let link = links["items"][0]["id"].as_str().expect("an id").to_owned();
        again
            .delete(&format!("/v1/auth/identities/{link}"))
            .fails(409, "records.in_use");
        // Whoever was shown out does not come back by signing in.
        let owner = served.signed_in("owner@acme.example.com").at("acme");
        let id = known["account"]["id"].as_str().expect("an id");
        owner.patch(&format!("/v1/members/{id}"), &json!({"roles": []})).is(200);
        let ann = served.anybody().with_tokens(&journey.signed_in("ann").is(200));
        assert_eq!(me(&ann)["memberships"], json!([]));
        let actions: Vec<Value> = served.rows("audit").iter().map(|row| row["action"].clone()).collect();
        assert!(
            ["registered", "member_added"]
                .iter()
                .all(|action| actions.contains(&json!(action))),
            "{actions:?}"
        );
    });
}

/// A provider of the people of a tenant.
const OF_ACME: &str = "people = \"members\"\ntenant = \"acme\"\nroles = [\"support\"]\ndomains = [\"example.com\"]\n";

#[test]
fn whoever_was_shown_out_becomes_no_member_again_by_signing_in() {
    on_both(OF_ACME, |journey| {
        let served = &journey.served;
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let show_out = |client: &Client| {
            let id = me(client)["account"]["id"].as_str().expect("an id").to_owned();
            owner.patch(&format!("/v1/members/{id}"), &json!({"roles": []})).is(200);
        };
        // Whoever the provider made a member has another way in by now, and takes the link away.
        let ann = served.anybody().with_tokens(&journey.signed_in("ann").is(200));
        assert_eq!(me(&ann)["memberships"][0]["tenant"]["slug"], "acme");
        show_out(&ann);
        let text = "UPDATE accounts SET password = (SELECT o.password FROM accounts o WHERE o.email = 'operator@example.com') \
                    WHERE email = 'ann@example.com'";
        served.carry_out(text).expect("a password");
        let links = ann.get("/v1/auth/identities").is(200).json();
        let link = links["items"][0]["id"].as_str().expect("an id").to_owned();
        ann.delete(&format!("/v1/auth/identities/{link}")).is(204);
        let ann = served.anybody().with_tokens(&journey.signed_in("ann").is(200));
        assert_eq!(me(&ann)["memberships"], json!([]));
        // Whoever was invited comes by the provider for the first time.
        journey.post.taken(served);
        let ben = journey.member(&owner, "ben@example.com");
        show_out(&ben);
        let ben = served.anybody().with_tokens(&journey.signed_in("ben").is(200));
        assert_eq!(me(&ben)["memberships"], json!([]));
        assert_eq!(served.rows("memberships").len(), 1);
    });
}

#[test]
fn where_nothing_is_changed_whoever_is_linked_comes_in_and_nobody_else() {
    on_both(OF_ACME, |journey| {
        let served = &journey.served;
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let _invited = journey.member(&owner, "cid@example.com");
        journey.signed_in("ann").is(200);
        let begins = |path: &str| operator.ask("PUT", path, Some(&json!({"why": "we move"})), &[]).is(200);
        let wrong = |page: &str| {
            assert!(
                page.starts_with("/sign-in?problem=engine%2Eread%5Fonly&detail="),
                "{page}"
            );
        };
        let refused = |login: &str| wrong(&Browser::new(served).sign_in("corporate", login));
        let kept = || ["accounts", "identities", "memberships"].map(|table| served.rows(table).len());
        // In one tenant, of which nobody becomes a member.
        let before = kept();
        let tenants = operator.get("/v1/tenants").is(200).json();
        let id = tenants["items"][0]["id"].as_str().expect("an id");
        let own = format!("/v1/tenants/{id}/read-only");
        begins(&own);
        journey.signed_in("ann").is(200);
        refused("ben");
        operator.delete(&own).is(204);
        // Everywhere: no account is made, and none is joined or linked.
        let mut browser = Browser::new(served);
        let body = json!({"provider": "corporate"});
        let started = browser
            .post("/v1/auth/identities", &body, operator.token.as_deref())
            .is(200);
        begins("/v1/read-only");
        journey.signed_in("ann").is(200);
        refused("ben");
        refused("cid");
        wrong(&browser.follow(started.json()["url"].as_str().expect("an address"), "operator"));
        assert_eq!(kept(), before);
        owner
            .post("/v1/auth/shown", &json!({"password": Served::password()}))
            .is(200);
        owner
            .post("/v1/auth/passkeys/begin", &json!({}))
            .fails(503, "engine.read_only");
        operator.delete("/v1/read-only").is(204);
        journey.signed_in("ben").is(200);
    });
}

#[test]
fn an_account_is_joined_by_an_e_mail_that_is_known_to_be_its_own() {
    on_both("", |journey| {
        let served = &journey.served;
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        // Whoever has made this account of an e-mail may be somebody else: nothing of theirs opens it any more.
        let email = "owner@acme.example.com";
        let key = owner
            .post("/v1/api-keys", &json!({"name": "x", "scopes": ["*"]}))
            .is(201)
            .json();
        let ann = journey.member(&owner, "ann@example.com");
        let cid = journey.member(&owner, "unverified-cid@example.com");
        let rightful = served.anybody().with_tokens(&journey.signed_in(email).is(200));
        assert_eq!(me(&rightful)["account"]["verified"], true);
        owner.get("/v1/auth/me").fails(401, "tenancy.not_signed_in");
        let key = key["key"].as_str().expect("a key").to_owned();
        served
            .anybody()
            .with_token(&key)
            .get("/v1/tags")
            .fails(401, "tenancy.not_signed_in");
        let who = json!({"email": email, "password": Served::password()});
        served
            .anybody()
            .post("/v1/auth/login", &who)
            .fails(401, "tenancy.not_signed_in");
        let letters = journey.post.taken(served);
        let told: Vec<_> = letters
            .iter()
            .map(|letter| (letter.to.as_str(), letter.values["told"].as_str()))
            .collect();
        assert_eq!(told, [(email, Some("Corporate"))]);
        // One that was verified keeps what opens it.
        journey.signed_in("ann").is(200);
        ann.get("/v1/auth/me").is(200);
        let ann = served.signed_in("ann@example.com");
        let links = ann.get("/v1/auth/identities").is(200).json();
        let id = links["items"][0]["id"].as_str().expect("an id").to_owned();
        cid.delete(&format!("/v1/auth/identities/{id}"))
            .fails(404, "records.not_found");
        ann.delete(&format!("/v1/auth/identities/{id}")).is(204);
        // An e-mail that nobody has seen to be theirs joins nothing, and who nobody knows gets nothing.
        for login in ["unverified-cid", "nobody"] {
            let page = Browser::new(served).sign_in("corporate", login);
            assert!(
                page.starts_with("/sign-in?problem=tenancy%2Enot%5Fsigned%5Fin&detail="),
                "{page}"
            );
        }
        // Whoever runs the installation is joined by no e-mail.
        let page = Browser::new(served).sign_in("corporate", "operator");
        assert!(page.contains("whoever%20runs%20the%20installation"), "{page}");
        assert_eq!(served.rows("identities").len(), 1);
    });
}

#[test]
fn somebody_links_a_sign_in_to_the_account_that_they_are_in() {
    on_both("", |journey| {
        let served = &journey.served;
        let operator = served.operator();
        let token = operator.token.clone();
        let link = |browser: &mut Browser, token: Option<&str>, login: &str| {
            let started = browser
                .post("/v1/auth/identities", &json!({"provider": "corporate"}), token)
                .is(200);
            browser.follow(started.json()["url"].as_str().expect("an address"), login)
        };
        let mut browser = Browser::new(served);
        let page = link(&mut browser, token.as_deref(), "someone");
        assert_eq!(page, "/profile?linked=corporate");
        // From then on by its name there, whatever its e-mail is.
        let again = served.anybody().with_tokens(&journey.signed_in("someone").is(200));
        assert_eq!(me(&again)["account"]["email"], "operator@example.com");
        // What is linked is no other account's.
        let owner = served.tenant(&operator, "acme");
        let page = link(&mut Browser::new(served), owner.token.as_deref(), "someone");
        assert!(page.starts_with("/sign-in?problem=records%2Etaken"), "{page}");
        // A link that was begun in a session ends with it.
        let mut browser = Browser::new(served);
        let started = browser.post(
            "/v1/auth/identities",
            &json!({"provider": "corporate"}),
            owner.token.as_deref(),
        );
        let url = started.is(200).json()["url"].as_str().expect("an address").to_owned();
        owner.post("/v1/auth/logout", &json!({})).is(204);
        let page = browser.follow(&url, "another");
        assert!(
            page.starts_with("/sign-in?problem=tenancy%2Enot%5Fsigned%5Fin"),
            "{page}"
        );
        assert_eq!(served.rows("identities").len(), 1);
    });
}

#[test]
fn a_second_factor_is_asked_for_behind_a_provider_unless_it_has_seen_to_that() {
    on_both("second_factor = [\"mfa\"]\n", |journey| {
        let served = &journey.served;
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let ann = journey.member(&owner, "ann@example.com");
        let (app, _) = set_up(served, &ann);
        // The one that runs says nothing of more than a password.
        let answer = journey.signed_in("ann").fails(401, "tenancy.second_factor").json();
        served.pass(60);
        let shown = json!({"ticket": answer["details"]["ticket"], "code": code(served, &app)});
        served.anybody().post("/v1/auth/login/code", &shown).is(200);
    });
}

#[test]
fn nobody_is_signed_in_by_what_somebody_else_has_begun() {
    on_both("people = \"accounts\"\n", |journey| {
        let served = &journey.served;
        served.operator();
        // Somebody goes as far as the provider's answer, and sends the address of it to somebody else.
        let mut own = Browser::new(served);
        let started = own.post("/v1/auth/providers/corporate/start", &json!({}), None).is(200);
        let mut other = Browser::new(served);
        let page = other.follow(started.json()["url"].as_str().expect("an address"), "mallory");
        assert!(page.contains("not%20begun%20in%20this%20browser"), "{page}");
        // A ticket is of the browser that came back, and of nobody else; once, and for two minutes.
        let page = own.sign_in("corporate", "ann");
        other.redeem(&page).fails(401, "tenancy.not_signed_in");
        own.redeem(&page).is(200);
        own.redeem(&page).fails(401, "tenancy.not_signed_in");
        let page = own.sign_in("corporate", "ann");
        served.pass(121);
        own.redeem(&page).fails(401, "tenancy.not_signed_in");
        // Sent and not come back for more than ten minutes.
        let started = own.post("/v1/auth/providers/corporate/start", &json!({}), None).is(200);
        served.pass(601);
        let page = own.follow(started.json()["url"].as_str().expect("an address"), "ann");
        assert!(page.contains("problem=tenancy%2Enot%5Fsigned%5Fin"), "{page}");
        own.post("/v1/auth/providers/nobody/start", &json!({}), None)
            .fails(404, "records.not_found");
        let started = own.post(
            "/v1/auth/providers/corporate/start",
            &json!({"return_to": "https://evil.example"}),
            None,
        );
        started.fails(422, "request.unknown");
    });
}

#[test]
fn what_is_declared_of_providers_is_checked() {
    let text = "own = 1\n[\"Big Corp\"]\nname = \"x\"\nissuer = \"ftp://x\"\nclient_id = \"\"\nscopes = \"email\"\nsecret = \"a\"\n\
                secret_file = \"/b\"\naddresses = [\"ten\"]\npeople = \"all\"\ntenant = \"acme\"\ncolour = \"red\"\n\
                [b]\nname = \"B\"\nissuer = \"https://b.example\"\nclient_id = \"b\"\npeople = \"members\"\n";
    let faults = Providers::of_text(text).expect_err("faults");
    for part in [
        "`own` is no table",
        "small letters",
        "`issuer`",
        "`client_id`",
        "`scopes`",
        "`secret` or `secret_file`",
        "`addresses`",
        "`people`: `all`",
        "`domains`",
        "`colour`",
        "`b`: `people = \"members\"` needs",
    ] {
        assert!(
            faults.iter().any(|fault| fault.contains(part)),
            "{part} is not in {faults:#?}"
        );
    }
    assert!(Providers::of_text("[a").is_err());
}
