//! Tenants in which things are tried: whatever is done in one, nothing of it leaves the house.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ratebook_server::platform::jobs::Connectors;
use ratebook_server::platform::mail::Mail;
use ratebook_server::records::sweep;
use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

use crate::smtp::MailServer;
use crate::support::{Router, id_of};
use crate::webhooks::Receiver;

const DAY: i64 = 24 * 3_600;

/// Everybody outside who could hear of something.
struct Outside {
    mail: MailServer,
    webhooks: Receiver,
    router: Router,
}

impl Outside {
    fn new() -> Outside {
        Outside {
            mail: MailServer::start(),
            webhooks: Receiver::start(),
            router: Router::default(),
        }
    }

    fn served(&self, base: Base) -> Served {
        let mail = Mail::new(&self.mail.address(), "Ratebook <desk@example.com>").expect("settings");
        let connectors = Connectors::of_engine().and(mail).and(self.router.clone());
        Served::carried_out_by(base, |_| {}, connectors)
    }

    /// How often each of them has heard of something.
    fn heard(&self) -> [usize; 3] {
        [
            self.mail.arrived().len(),
            self.webhooks.got().len(),
            self.router.told().len(),
        ]
    }
}

fn on_both(test: impl Fn(&Served, &Outside)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let outside = Outside::new();
        test(&outside.served(base), &outside);
    }
}

fn tenant_of(operator: &Client, slug: &str) -> String {
    let tenants = operator.get("/v1/tenants?limit=100").is(200).json();
    let all = tenants["items"].as_array().expect("tenants");
    id_of(all.iter().find(|own| own["slug"] == slug).expect("a tenant"))
}

fn sandbox(operator: &Client, slug: &str, wish: &Value) -> Value {
    let path = format!("/v1/tenants/{}/sandboxes", tenant_of(operator, slug));
    operator.post(&path, wish).is(201).json()
}

/// Does what leads outside: a webhook hears of a line, a router is told to open it, and the desk is written to.
fn busy(served: &Served, client: &Client, outside: &Outside) -> Value {
    client
        .post("/v1/webhooks", &json!({"url": outside.webhooks.url(), "events": ["*"]}))
        .is(201);
    let plan = json!({
        "name": "Home", "download_mbps": 100, "upload_mbps": 20, "cycle": "monthly",
        "price": {"amount": "29.90", "currency": "EUR"}, "is_active": true,
    });
    let plan = id_of(&client.post("/v1/service-plans", &plan).is(201).json());
    let who = json!({"name": "Ana", "phone": "+34600000000", "address": "Calle 1", "service_plan_id": plan});
    let who = client.post("/v1/subscribers", &who).is(201).json();
    let path = format!("/v1/subscribers/{}/activate", id_of(&who));
    client.post(&path, &json!({})).is(200);
    let ticket =
        json!({"subscriber_id": who["id"], "subject": "No line", "description": "None.", "priority": "urgent"});
    client.post("/v1/tickets", &ticket).is(201);
    served.work();
    who
}

fn effects(client: &Client) -> Vec<Value> {
    let page = client.get("/v1/sandbox/effects?limit=100").is(200).json();
    page["items"].as_array().expect("a list").clone()
}

#[test]
fn nothing_of_a_sandbox_leaves_the_house_by_any_way() {
    on_both(|served, outside| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let made = sandbox(&operator, "acme", &json!({"slug": "acme-try"}));
        let within = operator.clone().at("acme-try");
        // Whoever is invited gets no letter: the link is handed on.
        let support = served.member(&within, "support@example.com", &["support"]);
        let who = busy(served, &within, outside);
        assert_eq!(who["code"], "TEST-CUST000001");
        // By each of the ways out that there are, whatever is kept for it.
        let ways = served.app().connectors.outside();
        assert!(ways.len() >= 5, "{ways:?}");
        let tenant = id_of(&made).replace('-', "");
        let id = |number: usize| format!("{number:032x}");
        for (place, way) in ways.iter().enumerate() {
            let (tenant, id) = match served.base() {
                Base::Sqlite => (format!("x'{tenant}'"), format!("x'{}'", id(place + 1))),
                Base::Postgres => (format!("'{tenant}'"), format!("'{}'", id(place + 1))),
            };
            let text = format!(
                "INSERT INTO jobs (tenant_id, id, name, key, body, state, due_at, attempt, begun, created_at) VALUES ({tenant}, {id}, '{way}', \
                 'planted', '{{}}', 'waiting', 0, 0, 0, 0)"
            );
            assert_eq!(served.carry_out(&text), Ok(1));
        }
        served.work();
        assert_eq!(outside.heard(), [0, 0, 0]);
        let jobs = within.get("/v1/jobs?limit=100").is(200).json();
        for job in jobs["items"].as_array().expect("jobs") {
            let state = job["state"].as_str().expect("a state");
            assert!(["done", "dead"].contains(&state), "{job}");
        }
        // What would have left is looked at where it was kept.
        let caught = effects(&within);
        // Those of its own before what was planted.
        let by = |name: &str| {
            let own = |planted: bool| move |own: &&Value| own["effect"] == name && (own["key"] == "planted") == planted;
            caught.iter().find(own(false)).or_else(|| caught.iter().find(own(true)))
        };
        let told = by("deliver_webhook").or_else(|| by("webhook")).expect("a message");
        assert_eq!(told["would_send"]["url"], outside.webhooks.url(), "{told}");
        assert!(told["would_send"]["payload"]["type"].is_string(), "{told}");
        assert!(by("configure_router").is_some(), "{caught:?}");
        let letter = by("record_letter").expect("a letter");
        assert_eq!(letter["would_send"]["to"], "support@example.com", "{letter}");
        support.get("/v1/sandbox/effects").is(403);
        // The same in its tenant is heard of by all of them.
        let member = json!({"email": "bob@example.com", "name": "Bob", "roles": ["support"]});
        owner.post("/v1/members", &member).is(201);
        let who = busy(served, &owner, outside);
        assert_eq!(who["code"], "CUST000001");
        assert!(outside.heard().iter().all(|count| *count > 0), "{:?}", outside.heard());
        owner.get("/v1/sandbox/effects").is(200);
        assert!(effects(&owner).is_empty());
    });
}

/// What speaks to others, by which file, and why a sandbox does not reach it: there is no other way out.
const WAYS_OUT: [(&str, &str); 10] = [
    (
        "limits/place.rs",
        "the Redis of the installation: counts, and nothing of a tenant's",
    ),
    (
        "platform/auth/oidc/known.rs",
        "who signs people in: accounts are of no tenant",
    ),
    ("platform/domains/dns.rs", "a sandbox has no domain of its own"),
    ("platform/files/place.rs", "where files of the installation lie"),
    ("platform/files/scan.rs", "the scanner of the installation"),
    (
        "platform/hooks/paypal.rs",
        "what has arrived: it fetches the certificates of PayPal, and tells nothing",
    ),
    ("platform/mail/mod.rs", "a connector: caught"),
    ("platform/sms/mod.rs", "a connector: caught"),
    (
        "platform/webhooks/deliveries.rs",
        "a connector: caught, as is the one of push that goes by its lines",
    ),
    ("spans.rs", "the collector of the installation"),
];
const SPEAKS: [&str; 6] = [
    "outside::client(",
    "outside::encrypts(",
    "TcpStream::connect(",
    "UnixStream::connect(",
    "Resolver::builder",
    "AsyncSmtpTransport::",
];

#[test]
fn there_is_no_other_way_out_than_these() {
    let mut folders = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")];
    let root = folders[0].clone();
    let mut found = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).expect("a text");
                if SPEAKS.iter().any(|word| text.contains(word)) {
                    let own: &Path = path.strip_prefix(&root).expect("within");
                    found.insert(own.to_string_lossy().into_owned());
                }
            }
        }
    }
    let known: BTreeSet<String> = WAYS_OUT.iter().map(|(file, _)| (*file).to_owned()).collect();
    assert_eq!(
        found, known,
        "whoever speaks to others says here why no sandbox does by it"
    );
}

#[test]
fn a_sandbox_is_set_up_as_its_tenant_begins_again_and_ends() {
    on_both(|served, _| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let field = json!({"entity": "vehicle", "name": "custom_note", "field": {"kind": "text"}});
        owner.post("/v1/custom-fields", &field).is(201);
        owner.post("/v1/tags", &json!({"name": "hall"})).is(201);
        assert_eq!(
            owner.get("/v1/sandbox").is(200).json(),
            json!({"is_sandbox": false, "sandbox": null})
        );
        let acme = tenant_of(&operator, "acme");
        let path = format!("/v1/tenants/{acme}/sandboxes");
        operator.post(&path, &json!({"slug": "x"})).fails(422, "request.range");
        operator
            .post(&path, &json!({"slug": "acme-try", "days": 91}))
            .fails(422, "request.range");
        operator
            .post(&path, &json!({"slug": "acme"}))
            .fails(409, "records.taken");
        owner.post(&path, &json!({"slug": "acme-try"})).is(403);
        let made = sandbox(&operator, "acme", &json!({"slug": "acme-try", "demo": true}));
        assert_eq!((&made["original"], &made["demo"]), (&json!(acme), &json!(true)));
        operator
            .post(
                &format!("/v1/tenants/{}/sandboxes", id_of(&made)),
                &json!({"slug": "acme-more"}),
            )
            .fails(422, "request.conflict");
        served.work();
        let within = operator.clone().at("acme-try");
        assert_eq!(within.get("/v1/sandbox").is(200).json()["sandbox"]["slug"], "acme-try");
        let me = operator.get("/v1/auth/me").is(200).json();
        assert_eq!(me["memberships"][0]["tenant"]["is_sandbox"], true);
        assert_eq!(
            within.get("/v1/custom-fields").is(200).json()["items"][0]["name"],
            "custom_note"
        );
        let count =
            |client: &Client, path: &str| client.get(&format!("{path}?total=true")).is(200).json()["total"].clone();
        let shown = count(&within, "/v1/subscribers");
        assert!(shown.as_i64() > Some(0), "{shown}");
        // Nobody's people came along.
        let members = within.get("/v1/members").is(200).json();
        assert_eq!(members["items"].as_array().map(Vec::len), Some(1), "{members}");
        operator
            .patch(
                &format!("/v1/tenants/{}", id_of(&made)),
                &json!({"domain": "try.example.com"}),
            )
            .fails(422, "request.conflict");
        // It begins again, by its slug and for its members.
        within.post("/v1/tags", &json!({"name": "tried"})).is(201);
        let next = operator
            .post(&format!("/v1/tenants/{}/reset", id_of(&made)), &json!({}))
            .is(200)
            .json();
        assert_ne!(next["id"], made["id"]);
        served.work();
        assert_eq!(count(&within, "/v1/subscribers"), shown);
        assert!(!within.get("/v1/tags").is(200).text().contains("tried"));
        // A tenant that is none is neither begun again nor deleted so.
        operator.post(&format!("/v1/tenants/{acme}/reset"), &json!({})).is(404);
        operator.delete(&format!("/v1/tenants/{acme}")).is(404);
        // It ends by itself, and its slug is free.
        assert_eq!(served.wait_for(sweep::sandboxes(served.app())).expect("none"), 0);
        served.pass(15 * DAY);
        assert_eq!(served.wait_for(sweep::sandboxes(served.app())).expect("one"), 1);
        let operator = served.signed_in("operator@example.com");
        operator.clone().at("acme-try").get("/v1/tags").is(403);
        let erased = served
            .wait_for(sweep::deleted_tenants(served.app(), (500, 200)))
            .expect("erased");
        assert!(erased > 0);
        assert!(served.rows("sandboxes").is_empty());
        sandbox(&operator, "acme", &json!({"slug": "acme-try"}));
        served
            .signed_in("owner@acme.example.com")
            .at("acme")
            .get("/v1/tags")
            .is(200);
    });
}

#[test]
fn admins_have_as_many_as_they_are_let() {
    on_both(|served, _| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let other = served.tenant(&operator, "globex");
        owner
            .post("/v1/sandboxes", &json!({"slug": "acme-one"}))
            .fails(422, "request.conflict");
        let beside = served.beside_with_sandboxes(1);
        let (owner, other) = (owner.elsewhere(beside.url()), other.elsewhere(beside.url()));
        let made = owner.post("/v1/sandboxes", &json!({"slug": "acme-one"})).is(201).json();
        owner
            .post("/v1/sandboxes", &json!({"slug": "acme-two"}))
            .fails(422, "request.conflict");
        assert_eq!(owner.get("/v1/sandboxes").is(200).json()["items"], json!([made]));
        assert_eq!(other.get("/v1/sandboxes").is(200).json()["items"], json!([]));
        let path = format!("/v1/sandboxes/{}", id_of(&made));
        other.delete(&path).is(404);
        other.post(&format!("{path}/reset"), &json!({})).is(404);
        let next = owner.post(&format!("{path}/reset"), &json!({})).is(200).json();
        owner.delete(&path).is(404);
        owner.delete(&format!("/v1/sandboxes/{}", id_of(&next))).is(204);
        owner.post("/v1/sandboxes", &json!({"slug": "acme-two"})).is(201);
    });
}
