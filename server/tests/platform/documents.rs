//! Documents over HTTP: set of what whoever asks may read, refused in words, and the same as long as nothing has changed.

use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use ratebook_server::platform::documents::{Documents, Fonts};
use ratebook_server_testing::{Answer, Base, Client, Served, documents_program};
use serde_json::{Value, json};

use crate::files::{id_of, sent};

const ABSENT: &str = "01890a5d-ac96-774b-bcce-b302099a8057";
const SECONDS: u64 = 8;

fn setting(program: Option<PathBuf>) -> Documents {
    Documents::new(program, None, Duration::from_secs(SECONDS))
}

fn on_both(edit: fn(&mut Value), test: impl Fn(&Served)) {
    for base in [Base::Sqlite, Base::Postgres] {
        test(&Served::setting_documents(
            base,
            edit,
            setting(Some(documents_program())),
        ));
    }
}

/// Puts a text in the place of a template.
fn template(pack: &mut Value, path: &str, text: &str) {
    let templates = pack["templates"].as_array_mut().expect("templates");
    let own = templates
        .iter_mut()
        .find(|own| own["path"] == path)
        .expect("a template");
    own["text"] = text.into();
}

#[track_caller]
fn is_pdf(answer: Answer) -> Answer {
    let answer = answer.is(200);
    assert_eq!(answer.header("content-type"), Some("application/pdf"));
    assert!(answer.body.starts_with(b"%PDF-1.7"), "{} bytes", answer.body.len());
    answer
}

fn trip(owner: &Client) -> String {
    let van = json!({"plate": "B-RB 100", "model": "Transporter", "seats": 3});
    let van = id_of(&owner.post("/v1/vehicles", &van).is(201).json());
    let trip = json!({
        "name": "Over the Alps", "first_day": "2027-06-05", "last_day": "2027-06-12", "vehicle_id": van,
        "price": {"amount": "1290.00", "currency": "EUR"},
    });
    id_of(&owner.post("/v1/trips", &trip).is(201).json())
}

fn subscriber(owner: &Client) -> String {
    let plan = json!({
        "name": "Home", "download_mbps": 100, "upload_mbps": 20, "cycle": "monthly",
        "price": {"amount": "29.90", "currency": "EUR"}, "is_active": true,
    });
    let plan = id_of(&owner.post("/v1/service-plans", &plan).is(201).json());
    let who = json!({
        "name": "Ana #strong[Weber]", "phone": "+34600000000", "email": "ana@example.com", "address": "Calle 1\nMadrid",
        "service_plan_id": plan, "pppoe_password": "s3cret-s3cret",
    });
    id_of(&owner.post("/v1/subscribers", &who).is(201).json())
}

#[test]
fn a_document_is_set_and_known_again_until_something_of_it_changes() {
    on_both(
        |_| {},
        |served| {
            let owner = served.tenant(&served.operator(), "acme");
            let trip = trip(&owner);
            let path = format!("/v1/trips/{trip}/documents/quote");
            let first = is_pdf(owner.get(&path));
            assert_eq!(
                first.header("content-disposition"),
                Some("inline; filename*=UTF-8''quote-Over%20the%20Alps.pdf")
            );
            let tag = first.header("etag").expect("a tag").to_owned();
            assert_eq!(
                is_pdf(owner.get(&path)).body,
                first.body,
                "the same document has the same bytes"
            );
            let known = |path: &str| owner.ask("GET", path, None, &[("if-none-match", &tag)]);
            let same = known(&path).is(304);
            assert_eq!((same.body.len(), same.header("etag")), (0, Some(tag.as_str())));
            for lang in ["de", "es", "fr", "en-IN", "de-AT"] {
                let other = is_pdf(known(&format!("{path}?lang={lang}")));
                assert_ne!(other.header("etag"), Some(tag.as_str()), "{lang}");
                // However somebody writes it, it is the same language.
                let same = is_pdf(owner.get(&format!("{path}?lang={}", lang.to_ascii_uppercase())));
                assert_eq!(same.header("etag"), other.header("etag"), "{lang}");
                let same = is_pdf(owner.get(&format!("{path}?lang={}", lang.to_ascii_lowercase())));
                assert_eq!(same.body, other.body, "{lang}");
            }
            owner
                .patch(
                    &format!("/v1/trips/{trip}"),
                    &json!({"price": {"amount": "1300.00", "currency": "EUR"}}),
                )
                .is(200);
            let changed = is_pdf(known(&path));
            let brand = json!({"name": "Acme Travel", "address": ["Calle 1", "Madrid"], "colour": {"fill": "#0b5d5e", "text": "#ffffff"}});
            owner.ask("PUT", "/v1/brand", Some(&brand), &[]).is(200);
            let branded = is_pdf(owner.get(&path));
            assert_ne!(branded.header("etag"), changed.header("etag"));
        },
    );
}

#[test]
fn what_is_asked_wrongly_is_refused_in_words() {
    on_both(
        |_| {},
        |served| {
            let operator = served.operator();
            let (owner, other) = (served.tenant(&operator, "acme"), served.tenant(&operator, "globex"));
            let keeper = served.member(&owner, "keeper@example.com", &["keeper"]);
            let trip = trip(&owner);
            let path = format!("/v1/trips/{trip}/documents/quote");
            keeper.get(&path).fails(403, "tenancy.permission_missing");
            served.anybody().get(&path).fails(401, "tenancy.not_signed_in");
            let foreign = other.get(&path).fails(404, "records.not_found");
            let absent = other
                .get(&format!("/v1/trips/{ABSENT}/documents/quote"))
                .fails(404, "records.not_found");
            assert_eq!(foreign.without_trace(), absent.without_trace());
            let none = owner
                .get(&format!("/v1/trips/{trip}/documents/bill"))
                .fails(404, "request.unknown");
            assert!(none.text().contains("there is `quote`"), "{}", none.text());
            owner.get("/v1/tickets/documents/quote").fails(404, "request.unknown");
            for lang in ["it", "en-", "en-x", "en_IN", "de-ATX", "en-Latn-IN"] {
                let lang = owner.get(&format!("{path}?lang={lang}")).fails(422, "request.unknown");
                assert!(lang.text().contains("`en`, `de`, `es`, `fr`"), "{}", lang.text());
            }
            owner.get(&format!("{path}?colour=red")).fails(422, "request.unknown");
            owner
                .get("/v1/tickets/documents/work_list?limit=5")
                .fails(422, "request.unknown");
            // No letter of these is in a font that comes along.
            owner
                .patch(&format!("/v1/trips/{trip}"), &json!({"name": "富士山"}))
                .is(200);
            let letters = owner.get(&path).fails(422, "records.document");
            assert!(letters.text().contains("document_fonts"), "{}", letters.text());
        },
    );
}

fn document<'p>(pack: &'p mut Value, name: &str) -> &'p mut Value {
    let documents = pack["documents"].as_array_mut().expect("documents");
    documents
        .iter_mut()
        .find(|own| own["name"] == name)
        .expect("a document")
}

/// As many letters of a record each language of an invoice tells.
const PART: usize = 300;

/// Tells of what it is given by refusing to be set; a letter is given whom else one may call, and an invoice all that there is.
fn telling(pack: &mut Value) {
    document(pack, "welcome")["rows"] = json!(["addresses"]);
    for fields in ["fields", "expand"] {
        document(pack, "invoice")[fields] = json!([]);
    }
    for (place, language) in ["en", "de", "es", "fr"].iter().enumerate() {
        let text = format!(
            "#import \"/ratebook.typ\": *\n#let all = repr(record)\n#let at(place) = calc.min(all.len(), place)\n\
             #panic(all.len() <= {}, all.slice(at({}), at({})))\n",
            4 * PART,
            place * PART,
            // A word that is cut off is told by the next of them.
            (place + 1) * PART + 40
        );
        template(pack, &format!("{language}/documents/invoice.typ"), &text);
    }
    // Who has a contact to themselves sees that one.
    let entities = pack["entities"].as_array_mut().expect("entities");
    let contact = entities
        .iter_mut()
        .find(|own| own["name"] == "contact")
        .expect("an entity");
    contact["grants"] = json!([
        {"role": "technician", "relation": "named", "field": "label", "permissions": ["contacts:read"]},
    ]);
    template(
        pack,
        "en/documents/welcome.typ",
        "#import \"/ratebook.typ\": *\n#panic(record.name, record.phone, record.email, record.keys().contains(\"pppoe_password\"), \
         record.service_plan_id.name, record.addresses.map(one => one.label))\n",
    );
    template(
        pack,
        "en/documents/work_list.typ",
        "#import \"/ratebook.typ\": *\n#panic(given.total, records.map(one => one.subject), records.map(one => one.subscriber_id.phone), \
         records.map(one => one.subscriber_id.keys().contains(\"pppoe_password\")))\n",
    );
}

#[test]
fn a_document_is_given_what_whoever_asks_may_read() {
    on_both(telling, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let support = served.member(&owner, "support@example.com", &["support"]);
        let subscriber = subscriber(&owner);
        for label in ["Mother", "Office"] {
            owner
                .post("/v1/contacts", &json!({"subscriber_id": subscriber, "label": label}))
                .is(201);
        }
        let path = format!("/v1/subscribers/{subscriber}/documents/welcome");
        let seen = owner.get(&path).fails(422, "records.document").json()["detail"].to_string();
        for words in [
            "Ana #strong[Weber]",
            "+34600000000",
            "ana@example.com",
            "false",
            "Home",
            "Mother",
            "Office",
        ] {
            assert!(seen.contains(words), "{words}: {seen}");
        }
        // Nothing tells of a secret, not even that there is one.
        let whole = ["en", "de", "es", "fr"].map(|lang| {
            let path = format!("/v1/subscribers/{subscriber}/documents/invoice?lang={lang}");
            owner.get(&path).fails(422, "records.document").json()["detail"].to_string()
        });
        let whole = whole.concat();
        for words in ["billing_day", "pppoe_username", "ana@example.com", "true"] {
            assert!(whole.contains(words), "{words}: {whole}");
        }
        for words in ["s3cret", "pppoe_password", "false"] {
            assert!(!whole.contains(words), "{words}: {whole}");
        }
        // Whose contacts they may not read, they are shown no letter with these left out.
        support.get(&path).fails(403, "tenancy.permission_missing");
        let ticket = |subject: &str, priority: &str| {
            let ticket =
                json!({"subscriber_id": subscriber, "subject": subject, "description": "…", "priority": priority});
            owner.post("/v1/tickets", &ticket).is(201);
        };
        ticket("No line", "urgent");
        ticket("A question", "low");
        let list = "/v1/tickets/documents/work_list?priority=urgent";
        let all = owner.get(list).fails(422, "records.document").text();
        assert!(
            all.contains("1, (\\\"No line\\\",), (\\\"+34600000000\\\",), (false,)"),
            "{all}"
        );
        let masked = support.get(list).fails(422, "records.document").text();
        assert!(
            masked.contains("No line") && masked.contains("**") && !masked.contains("34600"),
            "{masked}"
        );
    });
}

#[test]
fn a_document_is_refused_to_who_may_not_read_all_that_it_shows() {
    on_both(telling, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let technician = served.member(&owner, "tech@example.com", &["technician"]);
        let account = id_of(&technician.get("/v1/auth/me").is(200).json()["account"]);
        let subscriber = subscriber(&owner);
        let ticket =
            json!({"subscriber_id": subscriber, "subject": "No line", "description": "…", "assignee": account});
        let ticket = id_of(&owner.post("/v1/tickets", &ticket).is(201).json());
        let (list, letter) = (
            "/v1/tickets/documents/work_list",
            format!("/v1/subscribers/{subscriber}/documents/welcome"),
        );
        // They see the subscriber for as long as they are at the ticket.
        let seen = technician.get(list).fails(422, "records.document").text();
        assert!(seen.contains("No line"), "{seen}");
        // One contact of two is theirs: that is not all of them.
        for label in ["Mother", account.as_str()] {
            owner
                .post("/v1/contacts", &json!({"subscriber_id": subscriber, "label": label}))
                .is(201);
        }
        let rows = technician.get(&letter).fails(403, "tenancy.permission_missing").text();
        assert!(rows.contains("`addresses`"), "{rows}");
        owner
            .post(
                &format!("/v1/tickets/{ticket}/resolve"),
                &json!({"resolution": "Plugged in"}),
            )
            .is(200);
        technician.get(&format!("/v1/tickets/{ticket}")).is(200);
        let link = technician.get(list).fails(403, "tenancy.permission_missing").text();
        assert!(link.contains("`subscriber_id`"), "{link}");
        owner.get(list).fails(422, "records.document");
    });
}

/// A trip keeps its vehicle, when that is deleted softly.
fn keeping(pack: &mut Value) {
    let entities = pack["entities"].as_array_mut().expect("entities");
    let trip = entities
        .iter_mut()
        .find(|own| own["name"] == "trip")
        .expect("an entity");
    trip["fields"]["vehicle_id"]["deletion"] = json!({"refuse_while": "nights.orValue(0) > 100"});
}

#[test]
fn what_a_link_leads_to_is_not_left_out_when_it_was_deleted() {
    on_both(keeping, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let trip = trip(&owner);
        let path = format!("/v1/trips/{trip}/documents/quote");
        is_pdf(owner.get(&path));
        let kept = owner.get(&format!("/v1/trips/{trip}")).is(200).json();
        let vehicle = format!("/v1/vehicles/{}", kept["vehicle_id"].as_str().expect("a link"));
        owner.delete(&vehicle).is(204);
        assert_eq!(owner.get(&format!("/v1/trips/{trip}")).is(200).json(), kept);
        let told = owner.get(&path).fails(403, "tenancy.permission_missing").text();
        assert!(told.contains("`vehicle_id`"), "{told}");
        owner.post(&format!("{vehicle}/restore"), &json!({})).is(200);
        is_pdf(owner.get(&path));
    });
}

/// Templates that somebody has written who means no good, or has not looked.
fn hostile(pack: &mut Value) {
    template(
        pack,
        "en/documents/quote.typ",
        "#let f(n) = for i in range(1000000) { for j in range(1000000) { n += j } }\n#f(0)",
    );
    template(
        pack,
        "de/documents/quote.typ",
        "#let all = ()\n#for i in range(100000000) { all.push(\"x\" * 1000 + str(i)) }",
    );
    template(pack, "es/documents/quote.typ", "#for i in range(1500) { pagebreak() }");
    template(pack, "fr/documents/quote.typ", "\n  #read(\"/etc/passwd\")");
}

#[test]
fn a_template_that_never_ends_is_given_up_and_harms_nobody() {
    on_both(hostile, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let (trip, subscriber) = (trip(&owner), subscriber(&owner));
        let endless = owner.get(&format!("/v1/trips/{trip}/documents/quote"));
        let endless = endless.fails(422, "records.document").json();
        assert_eq!(endless["details"]["limit"], SECONDS, "{endless}");
        is_pdf(owner.get(&format!("/v1/subscribers/{subscriber}/documents/invoice")));
    });
}

/// Memory and pages are bounded, and not only time: there is enough of it here.
#[test]
#[cfg(target_os = "linux")]
fn a_template_that_wants_too_much_is_given_up_and_told_what() {
    let patient = Documents::new(Some(documents_program()), None, Duration::from_secs(100));
    let served = Served::setting_documents(Base::Sqlite, hostile, patient);
    let owner = served.tenant(&served.operator(), "acme");
    let (trip, subscriber) = (trip(&owner), subscriber(&owner));
    let quote = |lang: &str| owner.get(&format!("/v1/trips/{trip}/documents/quote?lang={lang}"));
    let greedy = quote("de").fails(422, "records.document").text();
    assert!(greedy.contains("1024 MiB of memory"), "{greedy}");
    let long = quote("es").fails(422, "records.document").text();
    assert!(long.contains("at most 1000 are set"), "{long}");
    let curious = quote("fr").fails(422, "records.document").json();
    let place = ["template", "line", "column"].map(|name| &curious["details"][name]);
    assert_eq!(
        place,
        [&json!("/fr/documents/quote.typ"), &json!(2), &json!(9)],
        "{curious}"
    );
    let told = curious["detail"].as_str().expect("a sentence");
    assert!(
        told.contains("there is no file `/etc/passwd`") && !told.contains("root:"),
        "{told}"
    );
    is_pdf(owner.get(&format!("/v1/subscribers/{subscriber}/documents/invoice")));
}

/// Who has documents made that never end waits for themselves, and nobody else for them.
#[test]
fn a_tenant_has_one_turn_and_others_have_theirs() {
    let patient = Documents::new(Some(documents_program()), None, Duration::from_secs(15));
    let served = Served::setting_documents(Base::Sqlite, hostile, patient);
    let operator = served.operator();
    let (greedy, modest) = (served.tenant(&operator, "acme"), served.tenant(&operator, "globex"));
    let path = format!("/v1/trips/{}/documents/quote", trip(&greedy));
    let invoice = format!("/v1/subscribers/{}/documents/invoice", subscriber(&modest));
    let (ended, ends) = channel();
    thread::scope(|scope| {
        for _ in 0..3 {
            let (ended, greedy, path) = (ended.clone(), &greedy, &path);
            scope.spawn(move || ended.send(greedy.get(path).status));
        }
        // The first of them is being set, and the others stand behind it.
        thread::sleep(Duration::from_secs(2));
        is_pdf(modest.get(&invoice));
        assert!(ends.try_recv().is_err(), "they were waited for");
        drop(ended);
        for status in &ends {
            assert!([422, 503].contains(&status), "{status}");
        }
    });
    // Whoever waits has their turn as soon as it is free.
    is_pdf(greedy.get(&format!("/v1/subscribers/{}/documents/invoice", subscriber(&greedy))));
}

/// A process that has ended while it waited for its next document says nothing of that.
#[test]
#[cfg(unix)]
fn a_process_that_was_ended_meanwhile_is_not_told_of_the_document() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().expect("a folder");
    let (program, ids) = (folder.path().join("documents"), folder.path().join("ids"));
    let text = format!(
        "#!/bin/sh\necho $$ >> '{}'\nexec '{}' \"$@\"\n",
        ids.display(),
        documents_program().display()
    );
    std::fs::write(&program, text).expect("written");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).expect("a program");
    let served = Served::setting_documents(Base::Sqlite, |_| {}, setting(Some(program)));
    let owner = served.tenant(&served.operator(), "acme");
    let path = format!("/v1/trips/{}/documents/quote", trip(&owner));
    let started = || std::fs::read_to_string(&ids).expect("ids");
    let first = is_pdf(owner.get(&path));
    is_pdf(owner.get(&path));
    let id = started();
    assert_eq!(id.lines().count(), 1, "it is kept warm: {id}");
    let kill = format!("kill -9 {}", id.trim());
    let killed = std::process::Command::new("sh").args(["-c", &kill]).status();
    assert!(killed.expect("a shell").success());
    assert_eq!(is_pdf(owner.get(&path)).body, first.body);
    assert_eq!(started().lines().count(), 2);
}

#[test]
fn documents_of_other_fonts_are_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let with_fonts = |text: &str| {
        std::fs::write(folder.path().join("own.ttf"), text).expect("written");
        let fonts = Fonts::of(folder.path()).expect("fonts");
        Documents::new(Some(documents_program()), Some(fonts), Duration::from_secs(SECONDS))
    };
    let (one, same, other) = (with_fonts("one"), with_fonts("one"), with_fonts("another"));
    let served = Served::setting_documents(Base::Sqlite, |_| {}, one);
    let owner = served.tenant(&served.operator(), "acme");
    let path = format!("/v1/trips/{}/documents/quote", trip(&owner));
    let tag = is_pdf(owner.get(&path)).header("etag").expect("a tag").to_owned();
    let known = |documents: Documents| {
        let beside = served.beside_setting_documents(documents);
        let owner = owner.clone().elsewhere(beside.url());
        owner.ask("GET", &path, None, &[("if-none-match", &tag)])
    };
    known(same).is(304);
    assert_ne!(is_pdf(known(other)).header("etag"), Some(tag.as_str()));
}

#[test]
fn a_list_is_set_with_its_filters_and_not_without_an_end() {
    on_both(
        |_| {},
        |served| {
            let owner = served.tenant(&served.operator(), "acme");
            let path = "/v1/tickets/documents/work_list";
            let empty = is_pdf(owner.get(path));
            let subscriber = subscriber(&owner);
            let tickets = |count: usize| {
                let ticket = json!({"subscriber_id": subscriber, "subject": "No line", "description": "…"});
                let items: Vec<&Value> = (0..count).map(|_| &ticket).collect();
                owner.post("/v1/tickets/bulk", &json!({"action": "create", "items": items}))
            };
            tickets(30).is(200);
            let some = is_pdf(owner.get(path));
            assert_ne!(some.body, empty.body);
            let none = is_pdf(owner.get(&format!("{path}?priority=urgent")));
            assert_eq!(none.body, empty.body);
            for _ in 0..4 {
                tickets(250).is(200);
            }
            let many = owner.get(path).fails(413, "request.too_large").json();
            assert_eq!(many["details"]["limit"], 1_000, "{many}");
        },
    );
}

/// Tells how many subscribers there are among so many tickets.
fn counting(pack: &mut Value) {
    template(
        pack,
        "en/documents/work_list.typ",
        "#import \"/ratebook.typ\": *\n#panic(given.total, records.map(one => one.subscriber_id.name).dedup().len())\n",
    );
}

#[test]
fn a_thousand_records_with_a_thousand_links_are_in_a_list_and_not_one_more() {
    on_both(counting, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let first = subscriber(&owner);
        let plan = owner.get(&format!("/v1/subscribers/{first}")).is(200).json()["service_plan_id"].clone();
        let made = |plural: &str, items: Vec<Value>| {
            let mut ids = Vec::new();
            for some in items.chunks(100) {
                let made = owner.post(
                    &format!("/v1/{plural}/bulk"),
                    &json!({"action": "create", "items": some}),
                );
                let made = made.is(200).json();
                ids.extend(made["items"].as_array().expect("items").iter().map(id_of));
            }
            ids
        };
        let who = |number: usize| json!({"name": format!("N{number}"), "phone": "+34600000000", "address": "A", "service_plan_id": plan});
        let whose = made("subscribers", (0..1_001).map(who).collect());
        let ticket = |who: &String| json!({"subscriber_id": who, "subject": "No line", "description": "…"});
        let tickets = made("tickets", whose.iter().map(ticket).collect());
        let path = "/v1/tickets/documents/work_list";
        let many = owner.get(path).fails(413, "request.too_large").json();
        assert_eq!(many["details"]["limit"], 1_000, "{many}");
        owner.delete(&format!("/v1/tickets/{}", tickets[0])).is(204);
        let all = owner.get(path).fails(422, "records.document").text();
        assert!(all.contains("panicked with: 1000, 1000"), "{all}");
    });
}

#[test]
fn what_is_told_of_records_has_so_many_bytes_and_no_more() {
    on_both(
        |_| {},
        |served| {
            let owner = served.tenant(&served.operator(), "acme");
            // Each ticket tells of its subscriber, and of them there are twelve thousand bytes.
            let subscriber = subscriber(&owner);
            let long = json!({"address": "ä".repeat(6_000)});
            owner.patch(&format!("/v1/subscribers/{subscriber}"), &long).is(200);
            let ticket = json!({"subscriber_id": subscriber, "subject": "No line", "description": "…"});
            for _ in 0..8 {
                let items: Vec<&Value> = (0..100).map(|_| &ticket).collect();
                owner
                    .post("/v1/tickets/bulk", &json!({"action": "create", "items": items}))
                    .is(200);
            }
            let path = "/v1/tickets/documents/work_list";
            let many = owner.get(path).fails(413, "request.too_large").json();
            assert_eq!(many["details"]["limit"], 8 * 1_024 * 1_024, "{many}");
            is_pdf(owner.get(&format!("{path}?priority=urgent")));
        },
    );
}

#[test]
fn where_no_program_is_it_is_told_what_to_do() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start(base);
        let owner = served.tenant(&served.operator(), "acme");
        let path = format!("/v1/trips/{}/documents/quote", trip(&owner));
        let told = owner.get(&path).fails(501, "records.document").text();
        assert!(told.contains("`ratebook-documents`"), "{told}");
        owner
            .get(&format!("/v1/trips/{ABSENT}/documents/quote"))
            .fails(404, "records.not_found");
        let broken = Served::setting_documents(base, |_| {}, setting(Some("/bin/false".into())));
        let owner = broken.tenant(&broken.operator(), "acme");
        let path = format!("/v1/trips/{}/documents/quote", trip(&owner));
        owner.get(&path).fails(503, "records.document");
    }
}

#[test]
fn a_brand_is_checked_and_stands_on_what_is_set() {
    on_both(
        |_| {},
        |served| {
            let operator = served.operator();
            let (owner, other) = (served.tenant(&operator, "acme"), served.tenant(&operator, "globex"));
            let support = served.member(&owner, "support@example.com", &["support"]);
            let put = |who: &Client, brand: &Value| who.ask("PUT", "/v1/brand", Some(brand), &[]);
            let usual = owner.get("/v1/brand").is(200).json();
            assert_eq!(
                (&usual["name"], &usual["logo"]),
                (&json!("acme"), &Value::Null),
                "{usual}"
            );
            let brand = json!({"name": "Acme Travel", "address": ["Calle 1", "Madrid"], "colour": {"fill": "#0b5d5e", "text": "#ffffff"}});
            put(&support, &brand).fails(403, "tenancy.permission_missing");
            let pale = json!({"name": "Acme", "colour": {"fill": "#eeeeee", "text": "#ffffff"}});
            let refused = put(&owner, &pale).fails(422, "request.range").json();
            assert_eq!(refused["path"], "/colour", "{refused}");
            for (fields, place) in [
                (json!({"name": ""}), "/name"),
                (json!({"name": "A\nB"}), "/name"),
                (json!({"name": "Acme", "address": ["a\nb"]}), "/address"),
                (json!({"name": "Acme", "address": [""]}), "/address"),
                (json!({"name": "Acme", "address": [" "]}), "/address"),
                (json!({"name": "Acme", "address": vec!["a"; 9]}), "/address"),
                (json!({"name": "Acme", "logo": ABSENT}), "/logo"),
            ] {
                let refused = put(&owner, &fields).fails(422, "request.range").json();
                assert_eq!(refused["path"], place, "{fields}: {refused}");
            }
            // A logo is a small picture of one's own.
            let theirs = sent(&support, &picture(ImageFormat::Png, 60, 20));
            let moving = sent(&owner, &picture(ImageFormat::Gif, 60, 20));
            let large = sent(&owner, &picture(ImageFormat::Png, 600, 400));
            for (logo, told) in [
                (theirs, "that you have sent"),
                (moving, "a PNG or a JPEG"),
                (large, "524288 bytes"),
            ] {
                let refused = put(&owner, &json!({"name": "Acme", "logo": logo}))
                    .fails(422, "request.range")
                    .json();
                assert_eq!(refused["path"], "/logo", "{refused}");
                assert!(
                    refused["detail"].as_str().is_some_and(|text| text.contains(told)),
                    "{refused}"
                );
            }
            assert_eq!(owner.get("/v1/brand").is(200).json(), usual, "nothing of it was kept");
            let told = put(&owner, &brand).is(200).json();
            assert_eq!(
                told,
                json!({"name": "Acme Travel", "address": ["Calle 1", "Madrid"], "colour": {"fill": "#0b5d5e", "text": "#ffffff"}, "logo": null})
            );
            let logo = sent(&owner, &picture(ImageFormat::Png, 200, 60));
            let path = format!("/v1/trips/{}/documents/quote", trip(&owner));
            let before = is_pdf(owner.get(&path));
            let mut with_logo = brand.clone();
            with_logo["logo"] = logo.into();
            put(&support, &with_logo).fails(403, "tenancy.permission_missing");
            assert_eq!(put(&owner, &with_logo).is(200).json()["logo"]["type"], "image/png");
            let after = is_pdf(owner.get(&path));
            assert_ne!(after.header("etag"), before.header("etag"));
            // Left out, the logo stays; null takes it away.
            assert_eq!(put(&owner, &brand).is(200).json()["logo"]["type"], "image/png");
            with_logo["logo"] = Value::Null;
            put(&owner, &with_logo).is(200);
            assert_eq!(is_pdf(owner.get(&path)).header("etag"), before.header("etag"));
            assert_eq!(other.get("/v1/brand").is(200).json()["name"], "globex");
            written_down(&owner);
        },
    );
}

/// What became of the brand of the test above, the last of it first.
fn written_down(owner: &Client) {
    let told = owner.get("/v1/audit?entity=brand&limit=10").is(200).json();
    let entries = told["items"].as_array().expect("entries");
    let changes: Vec<Vec<&str>> = entries
        .iter()
        .map(|entry| {
            let fields = entry["changes"].as_array().expect("changes").iter();
            fields
                .map(|change| change["field"].as_str().expect("a field"))
                .collect()
        })
        .collect();
    assert_eq!(
        changes,
        [vec!["logo"], vec![], vec!["logo"], vec!["name", "address", "colour"]],
        "{told}"
    );
    let taken = &entries[0]["changes"][0];
    assert_eq!(
        (&taken["before"]["type"], &taken["after"]),
        (&json!("image/png"), &Value::Null)
    );
}

/// A picture in which no point is like the next, so that it has about as many bytes as it has points, three times.
fn picture(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let point = |x: u32, y: u32| {
        let mut mixed = x * 7_919 + y * 104_729 + 1;
        for factor in [0x85eb_ca6b_u32, 0xc2b2_ae35] {
            mixed = (mixed ^ (mixed >> 15)).wrapping_mul(factor);
        }
        let [_, red, green, blue] = (mixed ^ (mixed >> 16)).to_be_bytes();
        Rgb([red, green, blue])
    };
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, point));
    picture.write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}

/// Whoever is activated has their letter of welcome made, and whoever is suspended one that the role may not read.
fn making(pack: &mut Value) {
    let entities = pack["entities"].as_array_mut().expect("entities");
    let subscriber = entities.iter_mut().find(|entity| entity["name"] == "subscriber");
    subscriber.expect("subscribers")["fields"]["welcome_letter"] =
        json!({"kind": "file", "types": ["application/pdf"]});
    let machines = pack["machines"].as_array_mut().expect("machines");
    let line = machines.iter_mut().find(|machine| machine["name"] == "line");
    let ways = line.expect("lines")["transitions"].as_array_mut().expect("transitions");
    for way in ways {
        let role = match way["event"].as_str() {
            Some("activate") => "admin",
            Some("suspend") => "keeper",
            _ => continue,
        };
        way["effects"] = json!([{
            "name": "make_document",
            "with": {"document": "welcome", "field": "welcome_letter", "as_role": role, "language": "es"},
        }]);
    }
}

#[test]
fn an_effect_makes_a_document_once_and_a_field_of_the_record_names_it() {
    on_both(making, |served| {
        let owner = served.tenant(&served.operator(), "acme");
        let id = subscriber(&owner);
        let path = format!("/v1/subscribers/{id}");
        let jobs = || {
            let listed = owner.get("/v1/jobs?limit=100").is(200).json();
            let mut jobs = listed["items"].as_array().expect("jobs").clone();
            jobs.retain(|job| job["name"] == "make_document");
            jobs.reverse();
            jobs
        };
        owner.post(&format!("{path}/activate"), &json!({})).is(200);
        assert!(
            owner.get(&path).is(200).json()["welcome_letter"].is_null(),
            "it is made once it is kept"
        );
        served.work();
        served.work();
        let kept = owner.get(&path).is(200).json();
        assert!(kept["welcome_letter"].is_string(), "{kept} {:?}", jobs());
        let made = owner.get(&format!("{path}/files/welcome_letter")).is(200);
        assert!(made.body.starts_with(b"%PDF-1.7"), "{} bytes", made.body.len());
        assert_eq!((served.rows("files").len(), jobs().len()), (1, 1));
        assert_eq!(
            (&jobs()[0]["state"], &jobs()[0]["told"]),
            (&json!("done"), &json!("made"))
        );
        let history = owner.get(&format!("{path}/history")).is(200).json();
        let entries = history["items"].as_array().expect("a history").clone();
        let by_engine = entries.iter().filter(|entry| entry["actor"] == "engine").count();
        assert_eq!(by_engine, 1, "{history}");

        // What the role may not read is not printed, and why is told.
        owner
            .post(&format!("{path}/suspend"), &json!({"suspension_reason": "unpaid"}))
            .is(200);
        served.work();
        let refused = jobs().pop().expect("a job");
        assert_eq!(refused["state"], "dead", "{refused}");
    });
}
