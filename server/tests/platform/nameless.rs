//! People who are made nameless: what said whom it was about says so nowhere any more, and what is kept is told with why.

use std::fmt::Write as _;

use ratebook_server::platform::files::Files;
use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

use crate::files::{PDF, id_of, send};

const ABSENT: &str = "01890a5d-ac96-774b-bcce-b302099a8057";
const DAY: i64 = 86_400;

/// What is said of Ana, and of nobody else; those that are found wherever they stand, and those that are too short for that.
const TELLING: [&str; 9] = [
    "Ana Gómez Ruiz",
    "Ana Gómez",
    "ana.gomez@example.com",
    "+34600111222",
    "+34600111333",
    "Calle Mayor 17, 28013 Madrid",
    "sesame-opens-1",
    "passport-of-ana-gomez.pdf",
    "what a paper says",
];

fn edited(pack: &mut Value) {
    let entities = pack["entities"].as_array_mut().expect("entities");
    let subscriber = entities.iter_mut().find(|entity| entity["name"] == "subscriber");
    let fields = &mut subscriber.expect("subscribers")["fields"];
    fields["passport"] = json!({"kind": "file", "personal": "remove"});
    fields["greeting"] = json!({"kind": "text", "computed": "'Dear ' + name"});
}

fn on_both(edit: fn(&mut Value), test: impl Fn(&Served)) {
    for base in [Base::Sqlite, Base::Postgres] {
        test(&Served::with_files(base, edit, Files::default()));
    }
}

fn made(owner: &Client, plural: &str, body: &Value) -> String {
    id_of(&owner.post(&format!("/v1/{plural}"), body).is(201).json())
}

fn plan(owner: &Client) -> String {
    let plan = json!({"name": "Home 50", "download_mbps": 50, "upload_mbps": 10, "price": {"amount": "29.99", "currency": "EUR"}});
    made(owner, "service-plans", &plan)
}

fn anonymise(owner: &Client, person: &str) -> Answer {
    owner.post("/v1/privacy/anonymise", &json!({"person": person}))
}

/// Ana, with all that a back office writes down of somebody.
fn ana(served: &Served, owner: &Client, plan: &str) -> String {
    let file = id_of(
        &send(owner, "/v1/files?name=passport-of-ana-gomez.pdf", PDF)
            .is(201)
            .json(),
    );
    let new = json!({
        "name": "Ana Gómez", "email": "ana.gomez@example.com", "phone": "+34600111222", "address": "Calle Mayor 17, 28013 Madrid",
        "born_on": "1990-02-03", "pppoe_password": "sesame-opens-1", "service_plan_id": plan, "passport": file,
    });
    let key = [("idempotency-key", "ana-1")];
    let ana = id_of(&owner.ask("POST", "/v1/subscribers", Some(&new), &key).is(201).json());
    owner
        .patch(&format!("/v1/subscribers/{ana}"), &json!({"name": "Ana Gómez Ruiz"}))
        .is(200);
    // More than fit into one transaction, and one that is gone.
    for place in 0..70 {
        let contact = json!({"subscriber_id": ana, "label": format!("c{place}"), "phone": "+34600111333"});
        let contact = made(owner, "contacts", &contact);
        if place == 7 {
            owner.delete(&format!("/v1/contacts/{contact}")).is(204);
        }
    }
    let search = json!({"name": "hers", "entity": "subscriber", "query": "email=ana.gomez%40example.com"});
    owner.post("/v1/saved-searches", &search).is(201);
    let hers = json!({"entity": "subscriber", "record": ana, "with": {"to": "ana.gomez@example.com", "says": "Welcome Ana Gómez, of gold"}});
    let another = json!({"with": {"text": "Call Ana Gómez at +34600111222.", "plan": "gold"}});
    for (place, (state, body)) in [("waiting", &hers), ("done", &hers), ("done", &another)]
        .into_iter()
        .enumerate()
    {
        job(served, place, (state, body));
    }
    ana
}

/// An id as the database takes it.
fn taken(served: &Served, id: &str) -> String {
    let hex = id.replace('-', "");
    match served.base() {
        Base::Sqlite => format!("x'{hex}'"),
        Base::Postgres => format!("'{hex}'"),
    }
}

/// The only tenant there is.
fn tenant(served: &Served) -> String {
    let members = served.rows("memberships");
    let tenant = members.first().expect("a member")["tenant_id"].as_str();
    taken(served, tenant.expect("an id"))
}

/// A job of the tenant of whoever wrote tickets, kept as another part of the server would.
fn job(served: &Served, place: usize, (state, body): (&str, &Value)) {
    let finished = if state == "done" { "1" } else { "NULL" };
    let text = format!(
        "INSERT INTO jobs (tenant_id, id, name, key, body, state, due_at, attempt, begun, told, created_at, finished_at) VALUES ({}, {}, 'nobodys', 'k{place}', \
         '{body}', '{state}', 9000000000000000, 0, 0, 'for ana.gomez@example.com', 1, {finished})",
        tenant(served),
        taken(served, &format!("{:032x}", place + 1)),
    );
    served.carry_out(&text).expect("a job");
}

/// Everything that lies in the database, in small letters; bytes as hexadecimal digits.
fn everything(served: &Served) -> String {
    let mut all = String::new();
    for (table, rows) in served.all_rows() {
        for row in rows {
            let _ = writeln!(all, "{table} {}", Value::from(row));
        }
    }
    all.to_lowercase()
}

fn hex(text: &str) -> String {
    text.bytes().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn assert_gone(served: &Served) {
    let all = everything(served);
    for value in TELLING.iter().map(|value| value.to_lowercase()) {
        for form in [value.clone(), hex(&value)] {
            let line = all.lines().find(|line| line.contains(&form));
            assert_eq!(line, None, "{value} on {:?}", served.base());
        }
    }
    // What SQLite has let go of is written over once the file is put in order.
    if let Some(folder) = served.folder() {
        served
            .carry_out("PRAGMA wal_checkpoint(TRUNCATE)")
            .expect("a checkpoint");
        served.carry_out("VACUUM").expect("a file in order");
        served
            .carry_out("PRAGMA wal_checkpoint(TRUNCATE)")
            .expect("a checkpoint");
        for file in std::fs::read_dir(folder).expect("a folder") {
            let bytes = std::fs::read(file.expect("a file").path()).expect("bytes");
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            for value in TELLING.iter().map(|value| value.to_lowercase()) {
                assert!(!text.contains(&value), "{value} in the file");
            }
        }
    }
    let mut folders = vec![served.files()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            assert!(path.is_dir(), "a file is left: {}", path.display());
            folders.push(path);
        }
    }
}

#[test]
fn nothing_says_any_more_whom_it_is_about_and_the_others_stay_as_they_are() {
    on_both(edited, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let plan = plan(&owner);
        let ana = ana(served, &owner, &plan);
        let eva = json!({"name": "Eva Gold", "email": "eva@example.com", "phone": "+34600999888", "address": "Hill 3", "service_plan_id": plan});
        let eva = made(&owner, "subscribers", &eva);
        let before = owner.get(&format!("/v1/subscribers/{eva}")).is(200).json();
        // A look changes nothing.
        let look = json!({"person": ana, "dry_run": true});
        let look = owner.post("/v1/privacy/anonymise", &look).is(200).json();
        let fields = json!([
            "address",
            "born_on",
            "email",
            "greeting",
            "name",
            "passport",
            "phone",
            "pppoe_password"
        ]);
        assert_eq!(
            look["changes"],
            json!([{"entity": "contact", "records": 69, "fields": ["phone"]}, {"entity": "subscriber", "records": 1, "fields": fields}])
        );
        assert_eq!((&look["kept"], &look["leaves"]), (&json!([]), &json!(false)));
        assert_eq!(
            owner.get(&format!("/v1/subscribers/{ana}")).is(200).json()["name"],
            "Ana Gómez Ruiz"
        );
        let begun = anonymise(&owner, &ana).is(202).json();
        assert_eq!(begun["state"], "waiting");
        anonymise(&owner, &ana).fails(422, "request.conflict");
        served.work();
        let done = owner
            .get(&format!("/v1/privacy/anonymisings/{}", id_of(&begun)))
            .is(200)
            .json();
        assert_eq!(
            (&done["state"], &done["records"]),
            (&json!("done"), &json!(71)),
            "{done}"
        );
        assert_gone(served);
        let now = owner.get(&format!("/v1/subscribers/{ana}")).is(200).json();
        let name = now["name"].as_str().expect("a name");
        assert!(name.starts_with("anon-"), "{now}");
        assert_eq!(now["greeting"], format!("Dear {name}"));
        assert_eq!(
            (&now["email"], &now["phone"], &now["address"]),
            (&json!(format!("*** {ana}")), &json!("***"), &json!("***"))
        );
        assert_eq!((&now["born_on"], &now["code"]), (&Value::Null, &json!("CUST000001")));
        assert_eq!(owner.get(&format!("/v1/subscribers/{eva}")).is(200).json(), before);
        // What waits is still known, without her; what is of somebody else keeps its words.
        let jobs = everything(served);
        assert!(
            jobs.contains("welcome ***, of gold") && jobs.contains("call *** at ***."),
            "{jobs}"
        );
        // The export tells what is kept, and what happened is written down without what it was.
        let told = owner.post("/v1/privacy/export", &json!({"person": ana})).is(200).text();
        assert!(
            TELLING.iter().all(|value| !told.contains(value)) && told.contains("CUST000001"),
            "{told}"
        );
        let history = owner.get(&format!("/v1/subscribers/{ana}/history")).is(200).text();
        assert!(
            history.contains("subscriber:anonymised") && !history.contains("Gómez"),
            "{history}"
        );
        assert_eq!(owner.get("/v1/audit/verify").is(200).json()["intact"], true);
        assert!(
            owner
                .get("/v1/audit?limit=100")
                .is(200)
                .text()
                .contains("\"anonymised\"")
        );
        // Whoever is nameless is found nameless.
        let look = owner
            .post("/v1/privacy/anonymise", &json!({"person": ana, "dry_run": true}))
            .is(200)
            .json();
        assert_eq!(look["changes"], json!([]));
        // A record with the same e-mail may be made again, and another one be made nameless beside the first.
        let again = json!({"name": "Ana Gómez", "email": "ana.gomez@example.com", "phone": "+34600111222", "address": "Hill 4", "service_plan_id": plan});
        let again = made(&owner, "subscribers", &again);
        anonymise(&owner, &again).is(202);
        served.work();
        assert_eq!(
            owner.get(&format!("/v1/subscribers/{again}")).is(200).json()["email"],
            format!("*** {again}")
        );
        assert_gone(served);
    });
}

#[test]
fn a_record_that_is_held_is_kept_and_whoever_asks_is_told_why() {
    on_both(
        |_| {},
        |served| {
            let owner = served.tenant(&served.operator(), "acme");
            let plan = plan(&owner);
            let ana = ana_alone(&owner, &plan);
            let contact = json!({"subscriber_id": ana, "label": "Home", "phone": "+34600111333"});
            let contact = made(&owner, "contacts", &contact);
            let hold = json!({"entity": "contact", "record": contact, "why": "court case 12/26"});
            let hold = owner.post("/v1/privacy/holds", &hold).is(201).json();
            let again = json!({"entity": "contact", "record": contact, "why": "twice"});
            owner.post("/v1/privacy/holds", &again).fails(409, "records.taken");
            owner
                .post(
                    "/v1/privacy/holds",
                    &json!({"entity": "contact", "record": ABSENT, "why": "x"}),
                )
                .is(404);
            owner
                .post(
                    "/v1/privacy/holds",
                    &json!({"entity": "nothing", "record": contact, "why": "x"}),
                )
                .is(422);
            // Nor does it go, by itself or with what it hangs on.
            for path in [format!("/v1/contacts/{contact}"), format!("/v1/subscribers/{ana}")] {
                let refused = owner.delete(&path).fails(409, "records.in_use").json();
                assert_eq!(refused["details"]["entity"], "contact", "{refused}");
                assert!(!refused.to_string().contains("court case"), "{refused}");
            }
            anonymise(&owner, &ana).is(202);
            served.work();
            let done = owner.get("/v1/privacy/anonymisings").is(200).json()["items"][0].clone();
            let kept =
                json!([{"entity": "contact", "record": contact, "why": "it is held: court case 12/26", "until": null}]);
            assert_eq!((&done["state"], &done["kept"]), (&json!("done"), &kept), "{done}");
            assert_eq!(
                owner.get(&format!("/v1/contacts/{contact}")).is(200).json()["phone"],
                "+34600111333"
            );
            // Once it is released, what was kept goes too.
            owner.delete(&format!("/v1/privacy/holds/{}", id_of(&hold))).is(204);
            owner.delete(&format!("/v1/privacy/holds/{}", id_of(&hold))).is(404);
            anonymise(&owner, &ana).is(202);
            served.work();
            assert_eq!(
                owner.get(&format!("/v1/contacts/{contact}")).is(200).json()["phone"],
                "***"
            );
        },
    );
}

#[test]
fn whose_record_went_into_another_one_is_made_nameless_with_it() {
    on_both(
        |_| {},
        |served| {
            let owner = served.tenant(&served.operator(), "acme");
            let plan = plan(&owner);
            let new = |name: &str, email: &str| {
                let new = json!({"name": name, "email": email, "phone": "+34600111222", "address": "Calle Mayor 17, 28013 Madrid",
                    "service_plan_id": plan});
                made(&owner, "subscribers", &new)
            };
            let ana = new("Ana Gómez", "ana.gomez@example.com");
            let again = new("Ana Gómez Ruiz", "ana.gomez@example.com.es");
            let contact = made(
                &owner,
                "contacts",
                &json!({"subscriber_id": again, "label": "home", "phone": "+34600111333"}),
            );
            let consent =
                json!({"person": again, "purpose": "newsletter", "given": true, "language": "en", "source": "form"});
            owner.post("/v1/privacy/consents", &consent).is(201);
            let merge = json!({"other": again});
            owner.post(&format!("/v1/subscribers/{ana}/merge"), &merge).is(200);
            // What is asked for by the id of the one that went is asked for by that of the other.
            let told = anonymise(&owner, &again).fails(404, "records.not_found").json();
            assert_eq!(told["details"]["merged_into"], ana.as_str(), "{told}");
            let all = owner.post("/v1/privacy/export", &json!({"person": ana})).is(200).json();
            let count = |entity: &str| all["records"][entity].as_array().map_or(0, Vec::len);
            assert_eq!((count("subscriber"), count("contact")), (2, 1), "{all}");
            let look = json!({"person": ana, "dry_run": true});
            let look = owner.post("/v1/privacy/anonymise", &look).is(200).json();
            let counts: Vec<&Value> = look["changes"]
                .as_array()
                .expect("changes")
                .iter()
                .map(|own| &own["records"])
                .collect();
            assert_eq!(counts, [&json!(1), &json!(2)], "{look}");
            // What they agreed to is asked for by the person who they are now, and told once as what is kept.
            let of = |person: &str| owner.get(&format!("/v1/privacy/consents?person={person}"));
            assert_eq!(of(&ana).is(200).json()["standing"][0]["given"], true);
            let told = of(&again).fails(404, "records.not_found").json();
            assert_eq!(told["details"]["merged_into"], ana.as_str(), "{told}");
            owner
                .post("/v1/privacy/consents", &consent)
                .fails(404, "records.not_found");
            let kept = |told: &Value| -> Vec<(String, String)> {
                let kept = told["kept"].as_array().expect("a list").iter();
                kept.map(|one| (one["entity"].to_string(), one["record"].to_string()))
                    .collect()
            };
            let expected = [(json!("consent").to_string(), json!(again).to_string())];
            assert_eq!((kept(&look), &look["leaves"]), (expected.to_vec(), &json!(false)));
            let begun = anonymise(&owner, &ana).is(202).json();
            served.work();
            let done = owner.get(&format!("/v1/privacy/anonymisings/{}", id_of(&begun)));
            let done = done.is(200).json();
            assert_eq!((&done["state"], kept(&done)), (&json!("done"), expected.to_vec()));
            assert_eq!(served.rows("anonymisings").len(), 1);
            let contact = owner.get(&format!("/v1/contacts/{contact}")).is(200).json();
            assert_eq!(
                (&contact["subscriber_id"], &contact["phone"]),
                (&json!(ana), &json!("***"))
            );
            assert_gone(served);
        },
    );
}

#[test]
fn what_has_the_id_of_a_person_and_is_none_makes_nobody_one_with_another() {
    on_both(
        |_| {},
        |served| {
            let owner = served.tenant(&served.operator(), "acme");
            let plan = plan(&owner);
            let ana = ana_alone(&owner, &plan);
            let eva = json!({"name": "Eva Gold", "email": "eva@example.com", "phone": "+34600999888", "address": "Hill 3", "service_plan_id": plan});
            let eva = made(&owner, "subscribers", &eva);
            let consent =
                json!({"person": eva, "purpose": "newsletter", "given": true, "language": "en", "source": "form"});
            owner.post("/v1/privacy/consents", &consent).is(201);
            // Whoever makes a record chooses its id.
            for id in [&ana, &eva] {
                let new = json!({"id": id, "subscriber_id": eva, "subject": "Line", "description": "Down since noon"});
                made(&owner, "tickets", &new);
            }
            let path = format!("/v1/tickets/{ana}/merge");
            let look = owner
                .post(&path, &json!({"other": eva, "dry_run": true}))
                .is(200)
                .json();
            assert_eq!(look["consents"], 0, "{look}");
            owner.post(&path, &json!({"other": eva})).is(200);
            let told = |person: &str| {
                let told = owner
                    .get(&format!("/v1/privacy/consents?person={person}"))
                    .is(200)
                    .json();
                told["items"].as_array().map_or(0, Vec::len)
            };
            assert_eq!((told(&ana), told(&eva)), (0, 1), "{:?}", served.base());
            let export = |person: &str| owner.post("/v1/privacy/export", &json!({"person": person})).is(200);
            assert!(!export(&ana).text().contains("eva@example.com"));
            assert!(export(&eva).text().contains("eva@example.com"));
            anonymise(&owner, &ana).is(202);
            served.work();
            let name = |person: &str| owner.get(&format!("/v1/subscribers/{person}")).is(200).json()["name"].clone();
            assert_ne!(name(&ana), "Ana");
            assert_eq!(name(&eva), "Eva Gold", "{:?}", served.base());
        },
    );
}

/// Subscribers of that name, with these e-mails.
fn twice(owner: &Client, plan: &str, emails: [&str; 2]) -> [String; 2] {
    emails.map(|email| {
        let new = json!({"name": "Ana Gómez", "email": email, "phone": "+34600111222", "address": "Hill 3", "service_plan_id": plan});
        made(owner, "subscribers", &new)
    })
}

/// The names of subscribers, as they lie there.
fn names(served: &Served, ids: &[&str]) -> Vec<String> {
    let rows = served.rows("workbench__subscriber");
    let own = rows
        .iter()
        .filter(|row| ids.iter().any(|id| row["id"] == json!(id.replace('-', ""))));
    own.map(|row| row["name"].as_str().expect("a name").to_owned())
        .collect()
}

#[test]
fn whose_record_goes_into_another_one_once_that_has_begun_is_made_nameless_all_the_same() {
    on_both(
        |_| {},
        |served| {
            let owner = served.tenant(&served.operator(), "acme");
            let plan = plan(&owner);
            // As where they became one in a transaction that began before somebody asked, and ended afterwards: the one goes into whom it
            // is asked for, and whom it is asked for into the other one.
            for (round, asked) in ["kept", "other"].into_iter().enumerate() {
                let emails = ["kept", "other"].map(|name| format!("{name}{round}@example.com"));
                let [kept, other] = twice(&owner, &plan, [emails[0].as_str(), emails[1].as_str()]);
                let person = if asked == "kept" { &kept } else { &other };
                anonymise(&owner, person).is(202);
                let text = format!(
                    "INSERT INTO merges (tenant_id, entity, record_id, into_id, merged_at) VALUES ({}, 'subscriber', {}, {}, 1)",
                    tenant(served),
                    taken(served, &other),
                    taken(served, &kept)
                );
                assert_eq!(served.carry_out(&text), Ok(1));
                served.work();
                let names = names(served, &[&kept, &other]);
                assert!(
                    names.len() == 2 && names.iter().all(|name| name.starts_with("anon-")),
                    "{asked}: {names:?}"
                );
            }
            // Whoever comes first.
            for round in 0..8 {
                let emails = ["one", "other"].map(|name| format!("{name}.{round}@example.com"));
                let [kept, other] = twice(&owner, &plan, [emails[0].as_str(), emails[1].as_str()]);
                let person = if round % 2 == 0 { &kept } else { &other };
                let (merger, path, body) = (
                    owner.clone(),
                    format!("/v1/subscribers/{kept}/merge"),
                    json!({"other": other}),
                );
                let merging = std::thread::spawn(move || merger.post(&path, &body).status);
                let begun = anonymise(&owner, person).status;
                let merged = merging.join().expect("a thread");
                served.work();
                let nameless: Vec<&str> = match (merged, begun) {
                    (200, 202) => vec![kept.as_str(), other.as_str()],
                    (422, 202) => vec![person.as_str()],
                    (200, 404) if person == &other => Vec::new(),
                    told => panic!("{told:?} on {:?}", served.base()),
                };
                let names = names(served, &nameless);
                assert!(
                    names.iter().all(|name| name.starts_with("anon-")),
                    "{merged}: {names:?}"
                );
            }
        },
    );
}

#[test]
fn a_member_by_the_id_of_a_record_that_went_leaves_with_whoever_they_are_now() {
    on_both(
        |_| {},
        |served| {
            let owner = served.tenant(&served.operator(), "acme");
            let plan = plan(&owner);
            let ana = ana_alone(&owner, &plan);
            let sue = served.member(&owner, "sue@example.com", &["support"]);
            let account = sue.get("/v1/auth/me").is(200).json()["account"]["id"].clone();
            let account = account.as_str().expect("an id").to_owned();
            let new = json!({"id": account, "name": "Sue", "phone": "+34600111222", "address": "Hill 3", "service_plan_id": plan});
            made(&owner, "subscribers", &new);
            // Whoever signs in by that id would see their own record no more.
            let (path, body) = (format!("/v1/subscribers/{ana}/merge"), json!({"other": account}));
            let told = owner.post(&path, &body).fails(422, "request.conflict");
            assert!(told.text().contains("member"), "{}", told.text());
            owner
                .patch(&format!("/v1/members/{account}"), &json!({"roles": []}))
                .is(200);
            owner.post(&path, &body).is(200);
            // They come again, by the account that they have.
            served.member(&owner, "sue@example.com", &["support"]);
            let letter = format!(
                "INSERT INTO notifications (tenant_id, member, id, key, letter, entity, record_id, state, created_at) VALUES ({}, '{account}', {}, 'k', \
                 'ticket_late', 'ticket', {}, 'unread', 1)",
                tenant(served),
                taken(served, ABSENT),
                taken(served, ABSENT),
            );
            assert_eq!(served.carry_out(&letter), Ok(1));
            let told = owner.post("/v1/privacy/export", &json!({"person": ana})).is(200).json();
            assert_eq!(told["notifications"][0]["letter"], "ticket_late", "{told}");
            let look = json!({"person": ana, "dry_run": true});
            let look = owner.post("/v1/privacy/anonymise", &look).is(200).json();
            assert_eq!(look["leaves"], true, "{look}");
            anonymise(&owner, &ana).is(202);
            sue.get("/v1/subscribers").is(403);
        },
    );
}

fn ana_alone(owner: &Client, plan: &str) -> String {
    let new = json!({"name": "Ana", "email": "ana@example.com", "phone": "+34600111222", "address": "Hill 3", "service_plan_id": plan});
    made(owner, "subscribers", &new)
}

#[test]
fn who_may_not_make_people_nameless_does_not_and_an_owner_remains() {
    on_both(
        |_| {},
        |served| {
            let owner = served.tenant(&served.operator(), "acme");
            let plan = plan(&owner);
            let ana = ana_alone(&owner, &plan);
            let support = served.member(&owner, "sue@example.com", &["support"]);
            anonymise(&support, &ana).fails(403, "tenancy.permission_missing");
            anonymise(&owner, ABSENT).is(404);
            anonymise(&owner, "ana").is(422);
            // Whoever is a member is one no longer; the last owner stays.
            let members = owner.get("/v1/members").is(200).json();
            let of = |email: &str| {
                let members = members["items"].as_array().expect("members").iter();
                let mut found = members.filter(|member| member["email"] == email);
                found.next().expect("a member")["account"]
                    .as_str()
                    .expect("an id")
                    .to_owned()
            };
            let look = json!({"person": of("sue@example.com"), "dry_run": true});
            assert_eq!(
                owner.post("/v1/privacy/anonymise", &look).is(200).json()["leaves"],
                true
            );
            anonymise(&owner, &of("sue@example.com")).is(202);
            support.get("/v1/subscribers").is(403);
            let last = anonymise(&owner, &of("owner@acme.example.com"));
            assert!([403, 409, 422].contains(&last.status), "{}", last.text());
            owner.get("/v1/subscribers").is(200);
        },
    );
}

fn with_retention(pack: &mut Value) {
    let entities = pack["entities"].as_array_mut().expect("entities").iter_mut();
    for entity in entities {
        match entity["name"].as_str() {
            Some("subscriber") => {
                entity["retention"] = json!({"after": "created_at", "keep_months": 12, "then": "anonymise",
                    "required_by": "bills are kept for a year"});
            }
            Some("contact") => {
                entity["retention"] =
                    json!({"after": "updated_at", "when": "label == 'old'", "keep_days": 30, "then": "delete"});
            }
            _ => {}
        }
    }
}

/// A night passes, and what is done in it is done.
fn nights(served: &Served, days: i64) -> Client {
    served.pass(days * DAY);
    served.work();
    served.signed_in("owner@acme.example.com").at("acme")
}

#[test]
fn records_go_or_are_made_nameless_when_their_time_is_over() {
    on_both(with_retention, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let plan = plan(&owner);
        let [ana, held] = ["a", "b"].map(|_| {
            let new =
                json!({"name": "Ana Gómez", "phone": "+34600111222", "address": "Hill 3", "service_plan_id": plan});
            made(&owner, "subscribers", &new)
        });
        let [old, young] = [("old", "+34600111333"), ("young", "+34600111444")].map(|(label, phone)| {
            let contact = json!({"subscriber_id": ana, "label": label, "phone": phone});
            made(&owner, "contacts", &contact)
        });
        let hold = json!({"entity": "subscriber", "record": held, "why": "court case 12/26"});
        owner.post("/v1/privacy/holds", &hold).is(201);
        served.work();
        // What has to be kept is kept, whoever asks.
        let look = owner
            .post("/v1/privacy/anonymise", &json!({"person": ana, "dry_run": true}))
            .is(200)
            .json();
        assert_eq!(look["kept"][0]["why"], "bills are kept for a year", "{look}");
        assert_eq!(look["kept"][0]["until"].as_str().map(str::len), Some(10), "{look}");
        let owner = nights(served, 32);
        owner.get(&format!("/v1/contacts/{old}")).is(404);
        owner.get(&format!("/v1/contacts/{young}")).is(200);
        assert_eq!(
            owner.get(&format!("/v1/subscribers/{ana}")).is(200).json()["name"],
            "Ana Gómez"
        );
        served.pass(340 * DAY);
        let owner = served.signed_in("owner@acme.example.com").at("acme");
        let look = owner.get("/v1/privacy/retention").is(200).json();
        let of = |name: &str| {
            let items = look["items"].as_array().expect("items").iter();
            items
                .filter(|item| item["entity"] == name)
                .map(|item| (item["due"].clone(), item["held"].clone()))
                .next()
        };
        assert_eq!(of("subscriber"), Some((json!(1), json!(1))), "{look}");
        let owner = nights(served, 1);
        let now = owner.get(&format!("/v1/subscribers/{ana}")).is(200).json();
        assert!(
            now["name"].as_str().is_some_and(|name| name.starts_with("anon-")) && now["phone"] == "***",
            "{now}"
        );
        let version = now["version"].clone();
        let kept = owner.get(&format!("/v1/subscribers/{held}")).is(200).json();
        assert_eq!(kept["name"], "Ana Gómez");
        let history = owner.get(&format!("/v1/subscribers/{ana}/history")).is(200).text();
        assert!(!history.contains("Gómez"), "{history}");
        // What is nameless stays as it is.
        let owner = nights(served, 2);
        assert_eq!(
            owner.get(&format!("/v1/subscribers/{ana}")).is(200).json()["version"],
            version
        );
        let audit = owner.get("/v1/audit?limit=100").is(200).text();
        assert!(
            audit.contains("\"retention\"") && !audit.contains("+34600111333") && audit.contains("+34600111444"),
            "{audit}"
        );
    });
}

#[test]
fn what_people_agree_to_is_written_down_and_never_changed() {
    on_both(
        |_| {},
        |served| {
            let owner = served.tenant(&served.operator(), "acme");
            let plan = plan(&owner);
            let ana = ana_alone(&owner, &plan);
            let consents = format!("/v1/privacy/consents?person={ana}");
            let standing = |owner: &Client| owner.get(&consents).is(200).json()["standing"][0].clone();
            assert_eq!(standing(&owner)["given"], false);
            let say = |body: Value| {
                let mut whole = json!({"person": ana, "purpose": "newsletter", "source": "form"});
                whole
                    .as_object_mut()
                    .expect("fields")
                    .extend(body.as_object().expect("fields").clone());
                owner.post("/v1/privacy/consents", &whole)
            };
            let given = say(json!({"given": true, "language": "de", "at": "2026-01-05T10:00:00Z"}))
                .is(201)
                .json();
            assert_eq!(
                (&given["version"], &given["at"]),
                (&json!("2026-01"), &json!("2026-01-05T10:00:00Z"))
            );
            assert_eq!(
                (&standing(&owner)["given"], &standing(&owner)["is_of_present_text"]),
                (&json!(true), &json!(true))
            );
            say(json!({"given": false})).is(201);
            assert_eq!(standing(&owner)["given"], false);
            assert_eq!(
                owner.get(&consents).is(200).json()["items"].as_array().map(Vec::len),
                Some(2)
            );
            for wrong in [
                json!({"given": true}),
                json!({"given": true, "language": "it"}),
                json!({"given": true, "language": "de", "version": "2019-01"}),
                json!({"given": true, "language": "de", "at": "2999-01-05T10:00:00Z"}),
                json!({"given": false, "version": "2026-01"}),
                json!({"language": "de"}),
                json!({"given": true, "language": "de", "purpose": "everything"}),
                json!({"given": true, "language": "de", "source": "telepathy"}),
            ] {
                let told = say(wrong.clone());
                assert_eq!(told.status, 422, "{wrong}: {}", told.text());
            }
            say(json!({"given": false, "person": ABSENT})).is(404);
            // Whoever owns a PostgreSQL may do all there is; whoever works on what a tenant has may not.
            let update = "UPDATE consents SET purpose = 'another'";
            let refused = match served.base() {
                Base::Sqlite => served.carry_out(update),
                Base::Postgres => served.carry_out(&format!("SET ROLE ratebook_tenant; {update}")),
            };
            assert!(refused.is_err(), "{refused:?}");
            let told = owner.post("/v1/privacy/export", &json!({"person": ana})).is(200).json();
            assert_eq!(told["consents"].as_array().map(Vec::len), Some(2), "{told}");
            // They are kept as a proof of who is nameless by now.
            anonymise(&owner, &ana).is(202);
            served.work();
            let done = owner.get("/v1/privacy/anonymisings").is(200).json()["items"][0].clone();
            assert_eq!(
                (&done["state"], &done["kept"][0]["entity"]),
                (&json!("done"), &json!("consent")),
                "{done}"
            );
            assert_eq!(
                owner.get(&consents).is(200).json()["items"].as_array().map(Vec::len),
                Some(2)
            );
            let support = served.member(&owner, "sue@example.com", &["support"]);
            let body = json!({"person": ana, "purpose": "newsletter", "given": false, "source": "call"});
            support.post("/v1/privacy/consents", &body).is(403);
        },
    );
}
