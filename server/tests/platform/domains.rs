//! Domains of tenants' own, proven by what stands in their DNS: a server of names answers as the real ones do, or not at all.

use std::collections::BTreeMap;
use std::net::{SocketAddr, UdpSocket};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use hickory_resolver::proto::op::{Message, OpCode, ResponseCode};
use hickory_resolver::proto::rr::rdata::TXT;
use hickory_resolver::proto::rr::{RData, Record};
use ratebook_server::platform::domains::Dns;
use ratebook_server::platform::prove_again;
use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

const DAY: i64 = 86_400;
const DOMAIN: &str = "boats.acme.example";
const NAME: &str = "_ratebook.boats.acme.example.";

/// What stands in the DNS: texts under a name, each in its parts.
type Entries = BTreeMap<String, Vec<Vec<String>>>;

/// A server of names.
struct Names {
    address: SocketAddr,
    /// Nothing where it answers nobody.
    entries: Arc<Mutex<Option<Entries>>>,
}

impl Names {
    fn start() -> Names {
        let socket = UdpSocket::bind("127.0.0.1:0").expect("a port");
        let address = socket.local_addr().expect("an address");
        let entries: Arc<Mutex<Option<Entries>>> = Arc::new(Mutex::new(Some(Entries::new())));
        let own = Arc::downgrade(&entries);
        socket
            .set_read_timeout(Some(Duration::from_millis(200)))
            .expect("a time");
        thread::spawn(move || {
            let mut buffer = [0; 2048];
            while let Some(entries) = own.upgrade() {
                let Ok((length, from)) = socket.recv_from(&mut buffer) else {
                    continue;
                };
                let asked = Message::from_vec(&buffer[..length]).expect("a question");
                let entries = entries.lock().expect("entries").clone();
                if let Some(entries) = entries {
                    let answer = answer(&asked, &entries).to_vec().expect("an answer");
                    socket.send_to(&answer, from).expect("sent");
                }
            }
        });
        Names { address, entries }
    }

    fn says(&self, texts: &[&[&str]]) {
        let texts = texts
            .iter()
            .map(|parts| parts.iter().map(|part| (*part).to_owned()).collect())
            .collect();
        *self.entries.lock().expect("entries") = Some(Entries::from([(NAME.to_owned(), texts)]));
    }

    fn is_silent(&self) {
        *self.entries.lock().expect("entries") = None;
    }
}

fn answer(asked: &Message, entries: &Entries) -> Message {
    let mut answer = Message::response(asked.metadata.id, OpCode::Query);
    let query = asked.queries.first().expect("a question").clone();
    let name = query.name().clone();
    match entries.get(&name.to_ascii().to_ascii_lowercase()) {
        Some(texts) => {
            for parts in texts {
                let data = RData::TXT(TXT::new(parts.clone()));
                answer.add_answer(Record::from_rdata(name.clone(), 60, data));
            }
        }
        None => answer.metadata.response_code = ResponseCode::NXDomain,
    }
    answer.add_query(query);
    answer
}

fn on_both(test: impl Fn(&Served, &Names)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let names = Names::start();
        test(&Served::asking(base, Dns::at(vec![names.address])), &names);
    }
}

fn prove(client: &Client) -> ratebook_server_testing::Answer {
    client.post("/v1/domain/prove", &json!({}))
}

fn claim(client: &Client) -> (String, String) {
    let told = client
        .ask("PUT", "/v1/domain", Some(&json!({"domain": DOMAIN})), &[])
        .is(200)
        .json();
    let record = &told["claim"]["record"];
    assert_eq!(
        (&record["type"], &record["name"], &told["claim"]["state"]),
        (&json!("TXT"), &json!("_ratebook.boats.acme.example"), &json!("claimed"))
    );
    let text = record["value"].as_str().expect("a text");
    let (before, behind) = text.split_at(12);
    (before.to_owned(), behind.to_owned())
}

fn shown(client: &Client) -> Value {
    client.get("/v1/domain").is(200).json()
}

/// How a member is answered who comes by the domain, and says no tenant.
fn by_domain(served: &Served, email: &str) -> u16 {
    let member = served.signed_in(email);
    member.ask("GET", "/v1/tags", None, &[("host", DOMAIN)]).status
}

#[test]
fn a_domain_belongs_to_whoever_proves_it() {
    on_both(|served, names| {
        let operator = served.operator();
        let (owner, other) = (served.tenant(&operator, "acme"), served.tenant(&operator, "bolt"));
        let support = served.member(&owner, "sue@example.com", &["support"]);
        support.get("/v1/domain").fails(403, "tenancy.permission_missing");
        for (wrong, status) in [("acme.ratebook.test", 422), ("no domain", 422), ("", 422)] {
            let told = owner.ask("PUT", "/v1/domain", Some(&json!({"domain": wrong})), &[]);
            assert_eq!(told.status, status, "{wrong}: {}", told.text());
        }
        prove(&owner).fails(409, "request.conflict");
        let (before, behind) = claim(&owner);
        // Said again, it keeps its text.
        assert_eq!(claim(&owner), (before.clone(), behind.clone()));
        let lacking = prove(&owner).fails(409, "request.conflict").text();
        assert!(
            lacking.contains("no text stands there yet") && lacking.contains(&behind),
            "{lacking}"
        );
        names.says(&[&["v=spf1 -all"], &["ratebook=", "0123"]]);
        let lacking = prove(&owner).fails(409, "request.conflict").text();
        assert!(
            lacking.contains("there stands `v=spf1 -all`, `ratebook=0123`"),
            "{lacking}"
        );
        names.is_silent();
        prove(&owner).fails(503, "engine.busy");
        assert_eq!(shown(&owner)["domain"], Value::Null);
        assert_eq!(by_domain(served, "owner@acme.example.com"), 403);
        // A long text stands there in parts, beside others.
        names.says(&[&["v=spf1 -all"], &[&before, &behind]]);
        let proven = prove(&owner).is(200).json();
        assert_eq!(
            (&proven["domain"], &proven["claim"]["state"]),
            (&json!(DOMAIN), &json!("proven"))
        );
        assert_eq!(by_domain(served, "owner@acme.example.com"), 200);
        assert_eq!(by_domain(served, "owner@bolt.example.com"), 403);
        // While it has that one, it says no other: its proof would not be looked for any more.
        let other_one = json!({"domain": "ships.acme.example"});
        let refused = owner.ask("PUT", "/v1/domain", Some(&other_one), &[]);
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert_eq!(shown(&owner)["claim"]["state"], "proven");
        // Another one who proves it is told whose it is by now, and takes it from nobody.
        let (one, two) = claim(&other);
        names.says(&[&[&before, &behind], &[&one, &two]]);
        prove(&other).fails(409, "records.taken");
        assert_eq!(
            (&shown(&other)["domain"], &shown(&owner)["domain"]),
            (&Value::Null, &json!(DOMAIN))
        );
        // Whoever gets certificates asks for which.
        let known = |domain: &str| {
            served
                .anybody()
                .get(&format!("/v1/domains/known?domain={domain}"))
                .status
        };
        let asked = [
            "boats.acme.example",
            "BOATS.acme.example",
            "acme.ratebook.test",
            "x.example",
            "x.ratebook.test",
        ];
        assert_eq!(asked.map(known), [200, 200, 200, 404, 404]);
        served.anybody().get("/v1/domains/known").fails(422, "request.missing");
        served
            .anybody()
            .get("/v1/domains/known?domain=x&y=1")
            .fails(422, "request.unknown");
        owner.delete("/v1/domain").is(204);
        assert_eq!(shown(&owner), json!({"domain": null, "claim": null}));
        prove(&other).is(200);
        let audit = owner.get("/v1/audit?limit=100").is(200).text();
        assert_eq!(audit.matches("domain_changed").count(), 2, "{audit}");
    });
}

#[test]
fn a_proof_that_is_gone_for_a_week_takes_the_domain_away() {
    on_both(|served, names| {
        let owner = served.tenant(&served.operator(), "acme");
        let (before, behind) = claim(&owner);
        names.says(&[&[&before, &behind]]);
        prove(&owner).is(200);
        let looks = || served.wait_for(prove_again(served.app())).expect("a look");
        let again = || served.signed_in("owner@acme.example.com").at("acme");
        // It is looked for once a day.
        names.says(&[]);
        assert_eq!(looks(), 0);
        assert_eq!(shown(&owner)["claim"]["lost_at"], Value::Null);
        // Who cannot be asked has not said no.
        names.is_silent();
        served.pass(2 * DAY);
        assert_eq!(looks(), 0);
        assert_eq!(shown(&again())["claim"]["lost_at"], Value::Null);
        names.says(&[]);
        served.pass(2 * DAY);
        assert_eq!(looks(), 0);
        let lost = shown(&again());
        assert!(
            lost["claim"]["lost_at"].is_string() && lost["domain"] == DOMAIN,
            "{lost}"
        );
        // Nor does it say yes.
        names.is_silent();
        served.pass(2 * DAY);
        assert_eq!(looks(), 0);
        assert_eq!(shown(&again())["claim"]["lost_at"], lost["claim"]["lost_at"]);
        // It comes back, and goes for good.
        names.says(&[&[&before, &behind]]);
        served.pass(2 * DAY);
        assert_eq!(looks(), 0);
        assert_eq!(shown(&again())["claim"]["lost_at"], Value::Null);
        names.says(&[]);
        served.pass(2 * DAY);
        assert_eq!(looks(), 0);
        served.pass(8 * DAY);
        assert_eq!(looks(), 1);
        let gone = shown(&again());
        assert_eq!(
            (&gone["domain"], &gone["claim"]["state"]),
            (&Value::Null, &json!("claimed"))
        );
        assert_eq!(looks(), 0);
        let audit = again().get("/v1/audit?limit=100").is(200).text();
        assert_eq!(audit.matches("domain_changed").count(), 2, "{audit}");
        names.says(&[&[&before, &behind]]);
        assert_eq!(prove(&again()).is(200).json()["domain"], DOMAIN);
    });
}
