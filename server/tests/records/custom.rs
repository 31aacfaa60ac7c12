//! Fields that a tenant gives entities of its own.

use std::collections::BTreeSet;
use std::sync::{Arc, Barrier};

use serde_json::{Value, json};

use ratebook_server::records::sweep;
use ratebook_server::store::{Failure, Whose};

use crate::fleet::{entity, fleet};
use crate::support::{Chance, Server, Someone, Told, text};

/// Boats and ports that tenants may say more of.
fn open(definition: &mut Value) {
    fleet(definition);
    definition["roles"]["sailor"] = json!({"allow": ["boats:read", "boats:write", "ports:read"]});
    for name in ["boat", "port"] {
        entity(definition, name)["custom"] = true.into();
    }
}

fn add(someone: &Someone, entity: &str, name: &str, field: Value) -> Told {
    let body = json!({"entity": entity, "name": name, "field": field});
    someone.post("/v1/custom-fields", &body)
}

fn port(ann: &Someone) -> String {
    text(&ann.post("/v1/ports", &json!({"name": "Home"})).well(), "id")
}

fn boat(ann: &Someone, port: &str, more: &Value) -> Told {
    let mut body = json!({"name": "Heron", "port_id": port});
    for (name, value) in more.as_object().expect("fields") {
        body[name] = value.clone();
    }
    ann.post("/v1/boats", &body)
}

fn reason(told: &Told) -> (u16, String, String) {
    let (code, path) = told.reasons().into_iter().next().expect("a reason");
    (told.status, code, path)
}

fn refused(status: u16, code: &str, path: &str) -> (u16, String, String) {
    (status, code.to_owned(), path.to_owned())
}

/// One of each kind: its definition, a value, and another one.
fn kinds() -> Vec<(&'static str, Value, Value, Value)> {
    let filtered = |kind: &str| json!({"kind": kind, "filter": true, "sort": true});
    vec![
        ("custom_note", filtered("text"), json!("Loud"), json!("quiet")),
        ("custom_story", json!({"kind": "long_text"}), json!("a\nb"), json!("c")),
        (
            "custom_mail",
            filtered("email"),
            json!("Ana@Example.com"),
            json!("b@example.com"),
        ),
        (
            "custom_phone",
            filtered("phone"),
            json!("+4930123456"),
            json!("+4930123457"),
        ),
        (
            "custom_site",
            json!({"kind": "url"}),
            json!("https://example.com/a"),
            json!("https://example.com/b"),
        ),
        ("custom_part", filtered("slug"), json!("old-town"), json!("new-town")),
        (
            "custom_level",
            json!({"kind": "choice", "choices": ["low", "high"], "filter": true, "sort": true}),
            json!("low"),
            json!("high"),
        ),
        ("custom_covered", filtered("yes_no"), json!(true), json!(false)),
        ("custom_crew", filtered("integer"), json!(-3), json!(4)),
        ("custom_draught", filtered("decimal"), json!("1.25"), json!("1.3")),
        (
            "custom_price",
            filtered("money"),
            json!({"amount": "10.00", "currency": "EUR"}),
            json!({"amount": "9.50", "currency": "EUR"}),
        ),
        ("custom_share", filtered("percent"), json!("12.5"), json!("13")),
        (
            "custom_built",
            filtered("day"),
            json!("1999-12-31"),
            json!("2000-01-01"),
        ),
        ("custom_opens", filtered("time"), json!("08:30"), json!("09:00")),
        (
            "custom_seen",
            filtered("instant"),
            json!("2026-09-01T10:00:00Z"),
            json!("2026-09-01T10:00:01Z"),
        ),
        ("custom_lasts", filtered("duration"), json!("5400s"), json!("7200s")),
        (
            "custom_zone",
            filtered("zone"),
            json!("Europe/Berlin"),
            json!("Asia/Kolkata"),
        ),
        ("custom_flag", filtered("country"), json!("DE"), json!("FR")),
        ("custom_money", filtered("currency"), json!("EUR"), json!("INR")),
        ("custom_hull", filtered("colour"), json!("#1a2b3c"), json!("#ffffff")),
        (
            "custom_address",
            filtered("ip_address"),
            json!("192.0.2.1"),
            json!("2001:db8::1"),
        ),
    ]
}

#[test]
fn fields_of_every_kind_are_kept_shown_changed_and_cleared() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let home = port(&ann);
        let before = boat(&ann, &home, &json!({})).well();
        for (name, field, ..) in kinds() {
            let told = add(&ann, "boat", name, field.clone()).well();
            assert_eq!((&told["name"], &told["field"]), (&json!(name), &field), "{told}");
        }
        let listed = ann.get("/v1/custom-fields?limit=100").well();
        assert_eq!(by_pages(&ann), listed["items"], "{}", server.name);
        assert_eq!(listed["items"].as_array().expect("fields").len(), kinds().len());
        // What was there has them too, and nothing in them.
        let path = format!("/v1/boats/{}", text(&before, "id"));
        assert_eq!(ann.get(&path).well()["custom_crew"], Value::Null, "{}", server.name);
        let (mut one, mut other) = (json!({}), json!({}));
        for (name, _, value, changed) in kinds() {
            (one[name], other[name]) = (value, changed);
        }
        let made = boat(&ann, &home, &one).well();
        let path = format!("/v1/boats/{}", text(&made, "id"));
        let is = |told: &Value, expected: &Value| {
            for (name, value) in expected.as_object().expect("fields") {
                assert_eq!(&told[name], value, "{}: {name}", server.name);
            }
        };
        is(&made, &one);
        is(&ann.get(&path).well(), &one);
        let changed = ann.patch(&path, &other).well();
        is(&changed, &other);
        assert_eq!(changed["version"], 2);
        is(&ann.get(&path).well(), &other);
        let nothing: Value = kinds()
            .into_iter()
            .map(|(name, ..)| (name.to_owned(), Value::Null))
            .collect();
        is(&ann.patch(&path, &nothing).well(), &nothing);
        is(&ann.get(&path).well(), &nothing);
        // The history tells of them as of every other field.
        let history = ann.get(&format!("{path}/history")).well();
        let entries = history["items"].as_array().expect("entries");
        assert_eq!(entries.len(), 3, "{history}");
        let told = entries[1]["changes"].as_array().expect("changes");
        let crew = told
            .iter()
            .find(|change| change["field"] == "custom_crew")
            .expect("a change");
        assert_eq!((&crew["before"], &crew["after"]), (&json!(-3), &json!(4)), "{crew}");
        assert_eq!(boat(&ann, &home, &json!({"custom_crew": "many"})).status, 422);
        assert_eq!(
            reason(&boat(&ann, &home, &json!({"custom_level": "middle"}))),
            refused(422, "request.unknown", "/custom_level")
        );
    }
}

#[test]
fn lists_find_sort_count_and_add_up_what_tenants_have_added() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let home = port(&ann);
        let fields = [
            (
                "custom_note",
                json!({"kind": "text", "filter": true, "sort": true, "folded": true}),
            ),
            ("custom_crew", json!({"kind": "integer", "filter": true, "sort": true})),
            ("custom_price", json!({"kind": "money", "filter": true})),
            ("custom_covered", json!({"kind": "yes_no", "filter": true})),
            ("custom_built", json!({"kind": "day", "filter": true})),
        ];
        for (name, field) in fields {
            add(&ann, "boat", name, field).well();
        }
        let mut chance = Chance::new(5);
        let mut made = Vec::new();
        for _ in 0..40 {
            let mut more = json!({});
            if chance.below(3) > 0 {
                more["custom_note"] = chance.of(&["red", "Blue", "green", "a%b"]).into();
            }
            if chance.below(3) > 0 {
                more["custom_crew"] = (chance.below(5) as i64 - 2).into();
            }
            if chance.below(3) > 0 {
                let amount = format!("{}.00", chance.below(4));
                more["custom_price"] = json!({"amount": amount, "currency": chance.of(&["EUR", "USD"])});
            }
            if chance.yes() {
                more["custom_covered"] = chance.yes().into();
            }
            if chance.yes() {
                more["custom_built"] = format!("2020-01-0{}", 1 + chance.below(4)).into();
            }
            made.push(boat(&ann, &home, &more).well());
        }
        let listed = |query: &str| -> Vec<Value> {
            let told = ann.get(&format!("/v1/boats?limit=100&{query}")).well();
            told["items"].as_array().expect("items").clone()
        };
        let ids = |items: &[Value]| -> BTreeSet<String> { items.iter().map(|one| text(one, "id")).collect() };
        let test = |query: &str, holds: &dyn Fn(&Value) -> bool| {
            let expected: Vec<Value> = made.iter().filter(|one| holds(one)).cloned().collect();
            assert!(!expected.is_empty() && expected.len() < made.len(), "{query}");
            assert_eq!(ids(&listed(query)), ids(&expected), "{}: {query}", server.name);
        };
        test("custom_note=BLUE", &|one| one["custom_note"] == "Blue");
        test("custom_note=red,a%25b", &|one| {
            one["custom_note"] == "red" || one["custom_note"] == "a%b"
        });
        test("custom_crew_first=0&custom_crew_last=1", &|one| {
            one["custom_crew"].as_i64().is_some_and(|crew| (0..=1).contains(&crew))
        });
        test("custom_crew_given=false", &|one| one["custom_crew"].is_null());
        test("custom_price_given=true", &|one| !one["custom_price"].is_null());
        test("custom_covered=false", &|one| one["custom_covered"] == false);
        test("custom_built_first=2020-01-03", &|one| {
            one["custom_built"].as_str().is_some_and(|day| day >= "2020-01-03")
        });
        for sort in ["custom_crew,-id", "-custom_crew", "custom_note"] {
            let whole = listed(&format!("sort={sort}"));
            assert_eq!(whole.len(), made.len());
            let (mut paged, mut cursor) = (Vec::new(), String::new());
            loop {
                let page = ann.get(&format!("/v1/boats?limit=7&sort={sort}{cursor}")).well();
                paged.extend(page["items"].as_array().expect("items").clone());
                match page["next_cursor"].as_str() {
                    Some(next) => cursor = format!("&cursor={next}"),
                    None => break,
                }
            }
            assert_eq!(paged, whole, "{}: {sort}", server.name);
        }
        let crews: Vec<Option<i64>> = listed("sort=custom_crew")
            .iter()
            .map(|one| one["custom_crew"].as_i64())
            .collect();
        assert!(crews.is_sorted(), "{crews:?}");
        let told = ann
            .get("/v1/boats?limit=1&total=true&sums=custom_crew,custom_price&facets=custom_note,custom_covered&custom_crew_first=-1")
            .well();
        let those: Vec<&Value> = made
            .iter()
            .filter(|one| one["custom_crew"].as_i64().is_some_and(|crew| crew >= -1))
            .collect();
        assert_eq!(told["total"], those.len());
        let sum: i64 = those.iter().filter_map(|one| one["custom_crew"].as_i64()).sum();
        assert_eq!(told["sums"]["custom_crew"], sum.to_string(), "{told}");
        for count in told["facets"]["custom_note"].as_array().expect("counts") {
            let expected = those.iter().filter(|one| one["custom_note"] == count["value"]).count();
            assert_eq!(count["count"], expected, "{}: {told}", server.name);
        }
        let file = ann.get("/v1/boats/export.csv?sort=custom_crew").text;
        let head = file.lines().next().expect("a head");
        assert!(head.contains("custom_crew") && head.contains("custom_note"), "{head}");
        assert_eq!(file.lines().count(), made.len() + 1);
    }
}

#[test]
fn what_only_one_may_have_only_one_has() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let home = port(&ann);
        for (name, kind) in [("custom_badge", "text"), ("custom_berth", "integer")] {
            add(&ann, "boat", name, json!({"kind": kind, "unique": true})).well();
        }
        let one = boat(&ann, &home, &json!({"custom_badge": "A-1", "custom_berth": 7})).well();
        for (more, path) in [
            (json!({"custom_badge": "A-1"}), "/custom_badge"),
            (json!({"custom_berth": 7}), "/custom_berth"),
        ] {
            assert_eq!(
                reason(&boat(&ann, &home, &more)),
                refused(409, "records.taken", path),
                "{}",
                server.name
            );
        }
        let other = boat(&ann, &home, &json!({"custom_badge": "7"})).well();
        let own = format!("/v1/boats/{}", text(&other, "id"));
        assert_eq!(
            reason(&ann.patch(&own, &json!({"custom_badge": "A-1"}))).1,
            "records.taken"
        );
        ann.patch(
            &format!("/v1/boats/{}", text(&one, "id")),
            &json!({"custom_badge": "A-2"}),
        )
        .well();
        ann.patch(&own, &json!({"custom_badge": "A-1"})).well();
        // Of many who come at once one has it.
        let gate = Arc::new(Barrier::new(8));
        let racers: Vec<_> = (0..8)
            .map(|_| {
                let (gate, ann, home) = (Arc::clone(&gate), ann.clone(), home.clone());
                std::thread::spawn(move || {
                    gate.wait();
                    boat(&ann, &home, &json!({"custom_badge": "B-1"})).status
                })
            })
            .collect();
        let mut told: Vec<u16> = racers
            .into_iter()
            .map(|racer| racer.join().expect("an answer"))
            .collect();
        told.sort_unstable();
        assert_eq!(told, [vec![201], vec![409; 7]].concat(), "{}", server.name);
    }
}

#[test]
fn records_that_are_there_have_the_default_of_a_new_field() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let home = port(&ann);
        let first = boat(&ann, &home, &json!({})).well();
        let gone = format!("/v1/boats/{}", text(&boat(&ann, &home, &json!({})).well(), "id"));
        ann.delete(&gone).well();
        assert_eq!(
            reason(&add(
                &ann,
                "boat",
                "custom_level",
                json!({"kind": "text", "required": true})
            )),
            refused(422, "definition.missing", "/field/default"),
            "{}",
            server.name
        );
        let level = json!({"kind": "text", "required": true, "default": "low", "filter": true});
        add(&ann, "boat", "custom_level", level).well();
        let path = format!("/v1/boats/{}", text(&first, "id"));
        assert_eq!(ann.get(&path).well()["custom_level"], "low");
        // A record that was deleted softly comes back with it.
        assert_eq!(
            ann.post(&format!("{gone}/restore"), &json!({})).well()["custom_level"],
            "low"
        );
        assert_eq!(boat(&ann, &home, &json!({})).well()["custom_level"], "low");
        assert_eq!(
            reason(&ann.patch(&path, &json!({"custom_level": null}))),
            refused(422, "request.missing", "/custom_level")
        );
        // Where there is no record yet, none lacks it.
        let eve = server.someone(2, "eve", "admin");
        add(&eve, "boat", "custom_level", json!({"kind": "text", "required": true})).well();
        let harbour = port(&eve);
        assert_eq!(
            reason(&boat(&eve, &harbour, &json!({}))),
            refused(422, "request.missing", "/custom_level")
        );
    }
}

#[test]
fn a_link_that_a_tenant_adds_is_one() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let (home, away) = (port(&ann), port(&ann));
        add(
            &ann,
            "boat",
            "custom_winter",
            json!({"kind": "link", "entity": "port", "filter": true}),
        )
        .well();
        let heron = boat(&ann, &home, &json!({"custom_winter": away})).well();
        let path = format!("/v1/boats/{}", text(&heron, "id"));
        let told = ann.get(&format!("{path}?expand=custom_winter")).well();
        assert_eq!(
            told["expanded"]["custom_winter"][&away]["name"], "Home",
            "{}: {told}",
            server.name
        );
        let found = ann.get(&format!("/v1/boats?custom_winter={away}&total=true")).well();
        assert_eq!(found["total"], 1);
        // What is linked to is not deleted.
        let told = ann.delete(&format!("/v1/ports/{away}"));
        assert_eq!(
            (told.status, told.json()["details"]["count"].clone()),
            (409, json!(1)),
            "{told:?}"
        );
        // Nothing that is not there, and nothing of another tenant's.
        let theirs = port(&server.someone(2, "eve", "admin"));
        for other in [theirs.as_str(), "01890a5d-ac96-774b-bcce-b302099a8057"] {
            let told = boat(&ann, &home, &json!({"custom_winter": other}));
            assert_eq!(
                reason(&told),
                refused(422, "records.link", "/custom_winter"),
                "{}",
                server.name
            );
        }
        ann.patch(&path, &json!({"custom_winter": null})).well();
        assert_eq!(ann.delete(&format!("/v1/ports/{away}")).status, 204);
        let told = add(
            &ann,
            "boat",
            "custom_other",
            json!({"kind": "link", "entity": "harbour"}),
        );
        assert_eq!(reason(&told), refused(422, "definition.reference", "/field/entity"));
    }
}

#[test]
fn they_are_one_tenants_alone_and_who_may_not_set_it_up_adds_none() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let (bob, eve) = (server.someone(1, "bob", "sailor"), server.someone(2, "eve", "admin"));
        assert_eq!(add(&bob, "boat", "custom_crew", json!({"kind": "integer"})).status, 403);
        add(&ann, "boat", "custom_crew", json!({"kind": "integer", "filter": true})).well();
        let crew = |someone: &Someone| someone.get("/v1/openapi.json").text.contains("custom_crew");
        assert!(crew(&ann) && crew(&bob) && !crew(&eve), "{}", server.name);
        assert_eq!(bob.get("/v1/custom-fields").well()["items"][0]["name"], "custom_crew");
        assert_eq!(eve.get("/v1/custom-fields").well()["items"], json!([]));
        let (home, theirs) = (port(&ann), port(&eve));
        assert_eq!(boat(&bob, &home, &json!({"custom_crew": 3})).well()["custom_crew"], 3);
        assert_eq!(
            reason(&boat(&eve, &theirs, &json!({"custom_crew": 3}))),
            refused(422, "request.unknown", "/custom_crew")
        );
        assert_eq!(eve.get("/v1/boats?custom_crew=3").status, 422);
        assert_eq!(
            eve.put(
                "/v1/custom-fields/boat/custom_crew",
                &json!({"field": {"kind": "integer"}})
            )
            .status,
            404
        );
        assert_eq!(eve.delete("/v1/custom-fields/boat/custom_crew").status, 404);
        // Another tenant's of the same name is another field.
        add(&eve, "boat", "custom_crew", json!({"kind": "text"})).well();
        assert_eq!(
            boat(&eve, &theirs, &json!({"custom_crew": "many"})).well()["custom_crew"],
            "many"
        );
        assert_eq!(ann.get("/v1/boats?custom_crew=3&total=true").well()["total"], 1);
    }
}

#[test]
fn what_is_wrong_with_a_field_is_told_at_its_place() {
    let server = Server::start_by("sqlite", open);
    let ann = server.admin();
    for (entity, name, field, code, path) in [
        ("boat", "crew", json!({"kind": "integer"}), "definition.range", "/name"),
        (
            "boat",
            "custom_Crew",
            json!({"kind": "integer"}),
            "definition.range",
            "/name",
        ),
        (
            "keeper",
            "custom_crew",
            json!({"kind": "integer"}),
            "definition.reference",
            "/entity",
        ),
        (
            "ship",
            "custom_crew",
            json!({"kind": "integer"}),
            "definition.reference",
            "/entity",
        ),
        (
            "boat",
            "custom_crew",
            json!({"kind": "number"}),
            "definition.unknown",
            "/field/kind",
        ),
        (
            "boat",
            "custom_crew",
            json!({"kind": "integer", "mni": 1}),
            "definition.unknown",
            "/field/mni",
        ),
        (
            "boat",
            "custom_crew",
            json!({"kind": "integer", "pattern": "a"}),
            "definition.conflict",
            "/field/pattern",
        ),
        (
            "boat",
            "custom_place",
            json!({"kind": "coordinates"}),
            "definition.conflict",
            "/field/kind",
        ),
        (
            "boat",
            "custom_crew",
            json!({"kind": "integer", "computed": "1"}),
            "definition.conflict",
            "/field/computed",
        ),
        (
            "boat",
            "custom_crew",
            json!({"kind": "integer", "search": true}),
            "definition.conflict",
            "/field/search",
        ),
        (
            "boat",
            "custom_note",
            json!({"kind": "text", "filter": true, "max_length": 5000}),
            "definition.range",
            "/field/max_length",
        ),
        (
            "boat",
            "custom_note",
            json!({"kind": "text", "pattern": "("}),
            "definition.range",
            "/field/pattern",
        ),
    ] {
        let told = add(&ann, entity, name, field.clone());
        assert_eq!(reason(&told), refused(422, code, path), "{name} {field}: {told:?}");
    }
    assert_eq!(ann.get("/v1/custom-fields").well()["items"], json!([]));
    add(&ann, "boat", "custom_crew", json!({"kind": "integer"})).well();
    let twice = add(&ann, "boat", "custom_crew", json!({"kind": "text"}));
    assert_eq!(reason(&twice), refused(409, "records.taken", "/name"));
}

#[test]
fn what_only_one_might_have_others_have_once_that_is_given_up() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let home = port(&ann);
        for (name, kind) in [("custom_badge", "text"), ("custom_berth", "integer")] {
            add(&ann, "boat", name, json!({"kind": kind, "unique": true})).well();
        }
        let both = json!({"custom_badge": "A-1", "custom_berth": 7});
        boat(&ann, &home, &both).well();
        let path = "/v1/custom-fields/boat/custom_badge";
        ann.put(path, &json!({"field": {"kind": "text", "filter": true}}))
            .well();
        // The other field still is as it was.
        let second = boat(&ann, &home, &both);
        assert_eq!(
            reason(&second),
            refused(409, "records.taken", "/custom_berth"),
            "{}",
            server.name
        );
        boat(&ann, &home, &json!({"custom_badge": "A-1"})).well();
        let found = ann.get("/v1/boats?custom_badge=A-1&total=true").well();
        assert_eq!(found["total"], 2, "{}", server.name);
        let back = ann.put(path, &json!({"field": {"kind": "text", "unique": true}}));
        assert_eq!(reason(&back), refused(422, "definition.conflict", "/field/unique"));
    }
}

/// The list of all fields, one at a time.
fn by_pages(someone: &Someone) -> Value {
    let (mut items, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = someone.get(&format!("/v1/custom-fields?limit=1{cursor}")).well();
        items.extend(page["items"].as_array().expect("a list").iter().cloned());
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return items.into(),
        }
    }
}

#[test]
fn a_field_takes_more_and_never_less() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let level = json!({"kind": "choice", "choices": ["low", "high"], "label": "Level"});
        add(&ann, "boat", "custom_level", level).well();
        let path = "/v1/custom-fields/boat/custom_level";
        let wider = json!({"kind": "choice", "choices": ["low", "high", "top"], "label": "How high", "filter": true});
        let told = ann.put(path, &json!({"field": wider})).well();
        assert_eq!(told["field"], wider, "{}", server.name);
        assert!(told["created_at"].is_string(), "{told}");
        let home = port(&ann);
        boat(&ann, &home, &json!({"custom_level": "top"})).well();
        assert_eq!(ann.get("/v1/boats?custom_level=top&total=true").well()["total"], 1);
        for (field, path_of) in [
            (json!({"kind": "choice", "choices": ["low", "high"]}), "/field/choices"),
            (json!({"kind": "text"}), "/field/kind"),
            (
                json!({"kind": "choice", "choices": ["low", "high", "top"], "required": true}),
                "/field/required",
            ),
            (
                json!({"kind": "choice", "choices": ["low", "high", "top"], "unique": true}),
                "/field/unique",
            ),
        ] {
            let told = ann.put(path, &json!({"field": field}));
            assert_eq!(reason(&told), refused(422, "definition.conflict", path_of), "{told:?}");
        }
    }
}

#[test]
fn what_is_there_stands_however_a_field_is_widened() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let home = port(&ann);
        for (name, narrow, wide, value) in [
            (
                "custom_note",
                json!({"kind": "text"}),
                json!({"kind": "text", "max_length": 5000}),
                "Loud",
            ),
            (
                "custom_found",
                json!({"kind": "text", "filter": true}),
                json!({"kind": "text", "max_length": 600}),
                "Loud",
            ),
            (
                "custom_site",
                json!({"kind": "url", "max_length": 300}),
                json!({"kind": "url"}),
                "https://example.com/",
            ),
            (
                "custom_story",
                json!({"kind": "long_text", "max_length": 400}),
                json!({"kind": "long_text"}),
                "a\nb",
            ),
            (
                "custom_plain",
                json!({"kind": "text"}),
                json!({"kind": "text", "filter": true}),
                "as it is",
            ),
        ] {
            add(&ann, "boat", name, narrow).well();
            let boat = boat(&ann, &home, &json!({name: value})).well();
            ann.put(&format!("/v1/custom-fields/boat/{name}"), &json!({"field": wide}))
                .well();
            let told = ann.get(&format!("/v1/boats/{}", text(&boat, "id"))).well();
            assert_eq!(told[name], value, "{}: {name}", server.name);
        }
        assert_eq!(
            ann.get("/v1/boats?custom_plain=as%20it%20is&total=true").well()["total"],
            1,
            "{}",
            server.name
        );
        // A long text that is kept is no word of an index.
        let long = "x".repeat(4_999);
        assert_eq!(
            boat(&ann, &home, &json!({"custom_note": long})).well()["custom_note"],
            long
        );
        let folded = add(
            &ann,
            "boat",
            "custom_folded",
            json!({"kind": "long_text", "folded": true}),
        );
        assert_eq!(reason(&folded), refused(422, "definition.range", "/field/max_length"));
    }
}

#[test]
fn records_that_are_there_have_the_default_as_it_is_read() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let home = port(&ann);
        let path = format!("/v1/boats/{}", text(&boat(&ann, &home, &json!({})).well(), "id"));
        for (name, field, value) in [
            (
                "custom_phone",
                json!({"kind": "phone", "default": "+49 30 123456"}),
                json!("+4930123456"),
            ),
            (
                "custom_flag",
                json!({"kind": "country", "default": "de", "filter": true}),
                json!("DE"),
            ),
            (
                "custom_on",
                json!({"kind": "yes_no", "default": false, "filter": true}),
                json!(false),
            ),
        ] {
            add(&ann, "boat", name, field).well();
            assert_eq!(ann.get(&path).well()[name], value, "{}: {name}", server.name);
            assert_eq!(boat(&ann, &home, &json!({})).well()[name], value);
        }
        assert_eq!(
            ann.get("/v1/boats?custom_flag=DE&total=true").well()["total"],
            4,
            "{}",
            server.name
        );
    }
}

#[test]
fn what_a_later_version_has_no_place_for_is_left_out_and_stands_in_nobodys_way() {
    for old in Server::both_by(open) {
        let ann = old.admin();
        let home = port(&ann);
        add(
            &ann,
            "boat",
            "custom_winter",
            json!({"kind": "link", "entity": "keeper"}),
        )
        .well();
        add(&ann, "boat", "custom_crew", json!({"kind": "integer"})).well();
        let heron = boat(&ann, &home, &json!({"custom_crew": 3})).well();
        let new = old.beside_by(without_keepers);
        let bob = new.admin();
        let path = format!("/v1/boats/{}", text(&heron, "id"));
        let told = bob.get(&path).well();
        assert_eq!(
            (&told["custom_crew"], told.get("custom_winter")),
            (&json!(3), None),
            "{}",
            old.name
        );
        let listed = bob.get("/v1/custom-fields").well();
        let in_use = |name: &str| {
            let mut all = listed["items"].as_array().expect("fields").iter();
            all.find(|one| one["name"] == name).expect("the field")["in_use"].clone()
        };
        assert_eq!(
            (in_use("custom_crew"), in_use("custom_winter")),
            (json!(true), json!(false))
        );
        add(&bob, "boat", "custom_level", json!({"kind": "text"})).well();
        bob.patch(&path, &json!({"custom_level": "low"})).well();
        assert_eq!(bob.delete("/v1/custom-fields/boat/custom_winter").status, 204);
    }
}

/// The next version, in which nobody keeps boats.
fn without_keepers(definition: &mut Value) {
    open(definition);
    definition["version"] = 2.into();
    definition["entities"]
        .as_array_mut()
        .expect("entities")
        .retain(|entity| entity["name"] != "keeper");
    entity(definition, "boat")["fields"]
        .as_object_mut()
        .expect("fields")
        .remove("keeper_id");
}

#[test]
fn a_field_that_is_removed_leaves_nothing_but_what_histories_tell() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let home = port(&ann);
        add(&ann, "boat", "custom_crew", json!({"kind": "integer", "filter": true})).well();
        let heron = boat(&ann, &home, &json!({"custom_crew": 12})).well();
        let path = format!("/v1/boats/{}", text(&heron, "id"));
        assert_eq!(ann.delete("/v1/custom-fields/boat/custom_crew").status, 204);
        assert_eq!(ann.get(&path).well().get("custom_crew"), None, "{}", server.name);
        assert_eq!(ann.get("/v1/boats?custom_crew=12").status, 422);
        assert_eq!(reason(&ann.patch(&path, &json!({"custom_crew": 3}))).2, "/custom_crew");
        // Its name stays taken: nothing new inherits what was.
        let again = add(&ann, "boat", "custom_crew", json!({"kind": "text"}));
        assert_eq!(reason(&again), refused(409, "records.taken", "/name"));
        assert_eq!(ann.delete("/v1/custom-fields/boat/custom_crew").status, 404);
        // The record lives on; its history shows no more what nobody may ask for.
        ann.patch(&path, &json!({"name": "Avocet"})).well();
        let history = ann.get(&format!("{path}/history"));
        assert!(!history.text.contains("custom_crew"), "{history:?}");
        // What was in it goes by and by.
        let cleared = || server.wait_for(sweep::removed_fields(server.app())).expect("a sweep");
        assert_eq!((cleared(), cleared()), (1, 0), "{}", server.name);
        assert_eq!(ann.delete(&path).status, 204);
    }
}

#[test]
fn another_server_goes_by_the_fields_of_now_before_it_writes() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let home = port(&ann);
        let other = server.beside_by(open);
        let bob = other.admin();
        // Both have just asked who comes.
        boat(&ann, &home, &json!({})).well();
        boat(&bob, &home, &json!({})).well();
        add(
            &ann,
            "boat",
            "custom_crew",
            json!({"kind": "integer", "required": true, "default": 1, "filter": true}),
        )
        .well();
        // On the server where it was added it is there at once.
        assert_eq!(boat(&ann, &home, &json!({"custom_crew": 2})).well()["custom_crew"], 2);
        // The other one knows within a second, and writes nothing without it until then.
        let mut told = boat(&bob, &home, &json!({}));
        let mut refused = 0;
        while told.status == 503 {
            assert_eq!(told.json()["code"], "engine.busy", "{told:?}");
            refused += 1;
            std::thread::sleep(std::time::Duration::from_millis(100));
            told = boat(&bob, &home, &json!({}));
        }
        assert!(refused < 15, "{}", server.name);
        assert_eq!(told.well()["custom_crew"], 1, "{}", server.name);
        let all = ann.get("/v1/boats?total=true").well()["total"].clone();
        assert_eq!(
            ann.get("/v1/boats?custom_crew_given=true&total=true").well()["total"],
            all
        );
        // Whatever is written by the fields of before is refused, and by those of now it is not.
        let tenant = server.caller(&ann).tenant;
        for (fields, writes) in [(Some(0), false), (Some(1), true), (None, true)] {
            let whose = Whose { tenant, fields };
            let done = server.wait_for(server.app().store.write(whose, |_| Box::pin(async { Ok(()) })));
            match done {
                Ok(()) => assert!(writes, "{fields:?} on {}", server.name),
                Err(failure) => assert!(
                    !writes && matches!(failure, Failure::Busy(_)),
                    "{fields:?}: {failure:?}"
                ),
            }
        }
    }
}

/// The next version, in which boats are ships, and ports harbours.
fn ships(definition: &mut Value) {
    open(definition);
    definition["version"] = 2.into();
    for (was, name) in [("boat", "ship"), ("port", "harbour")] {
        let own = entity(definition, was);
        (own["name"], own["was"]) = (name.into(), was.into());
    }
    entity(definition, "ship")["plural"] = "ships".into();
    let text = definition
        .to_string()
        .replace("\"entity\":\"boat\"", "\"entity\":\"ship\"");
    let text = text.replace("\"entity\":\"port\"", "\"entity\":\"harbour\"");
    let text = text.replace("boats:", "ships:").replace("ports:", "harbours:");
    *definition = serde_json::from_str(&text).expect("a pack");
}

/// The one after, in which ships take no fields of tenants.
fn closed(definition: &mut Value) {
    ships(definition);
    definition["version"] = 3.into();
    entity(definition, "ship")
        .as_object_mut()
        .expect("an entity")
        .remove("custom");
    for name in ["ship", "harbour"] {
        entity(definition, name)
            .as_object_mut()
            .expect("an entity")
            .remove("was");
    }
}

#[test]
fn they_go_along_where_an_entity_is_called_otherwise() {
    for old in Server::both_by(open) {
        let ann = old.admin();
        let home = port(&ann);
        add(&ann, "boat", "custom_crew", json!({"kind": "integer", "filter": true})).well();
        add(&ann, "boat", "custom_winter", json!({"kind": "link", "entity": "port"})).well();
        let heron = boat(&ann, &home, &json!({"custom_crew": 12, "custom_winter": home})).well();
        let new = old.beside_by(ships);
        let ann = new.admin();
        let path = format!("/v1/ships/{}", text(&heron, "id"));
        let told = ann.get(&path).well();
        assert_eq!(
            (&told["custom_crew"], &told["custom_winter"]),
            (&json!(12), &json!(home)),
            "{}",
            old.name
        );
        assert_eq!(ann.get("/v1/ships?custom_crew=12&total=true").well()["total"], 1);
        assert_eq!(
            ann.get("/v1/custom-fields").well()["items"][1]["field"]["entity"],
            "harbour"
        );
        assert_eq!(ann.delete(&format!("/v1/harbours/{home}")).status, 409);
        // Where none are taken any more there are none, and records are as they were.
        let last = new.beside_by(closed);
        let ann = last.admin();
        let told = ann.get(&path).well();
        assert_eq!(
            (told.get("custom_crew"), &told["name"]),
            (None, &json!("Heron")),
            "{}",
            old.name
        );
        assert_eq!(ann.get("/v1/custom-fields").well()["items"], json!([]));
    }
}

#[test]
fn what_a_tenant_has_added_is_searched() {
    for server in Server::both_by(open) {
        let (ann, bob) = (server.admin(), server.someone(2, "bob", "admin"));
        let (home, away) = (port(&ann), port(&bob));
        let found = |someone: &Someone, query: &str| -> Vec<String> {
            let told = someone.get(&format!("/v1/{query}")).well();
            let items = told["items"].as_array().expect("items").clone();
            items.iter().map(|item| text(item, "id")).collect()
        };
        let heron = text(&boat(&ann, &home, &json!({})).well(), "id");
        text(&boat(&bob, &away, &json!({})).well(), "id");
        // Records that are there are found by what they are given.
        let rig = json!({"kind": "text", "search": true, "default": "Gaff rigged"});
        add(&ann, "boat", "custom_rig", rig).well();
        assert_eq!(found(&ann, "boats?q=GAFF"), [heron.as_str()], "{}", server.name);
        assert_eq!(
            bob.get("/v1/boats?q=gaff").well()["items"],
            json!([]),
            "{}",
            server.name
        );
        // Exact comes before the beginning, and that before a word within.
        let exact = text(&boat(&ann, &home, &json!({"custom_rig": "gaff"})).well(), "id");
        let word = text(&boat(&ann, &home, &json!({"custom_rig": "old gaff"})).well(), "id");
        text(&boat(&ann, &home, &json!({"custom_rig": null})).well(), "id");
        assert_eq!(
            found(&ann, "boats?q=gaff"),
            [exact.as_str(), &heron, &word],
            "{}",
            server.name
        );
        // An entity of which nothing else is searched.
        add(&ann, "port", "custom_call", json!({"kind": "text", "search": true})).well();
        let called = text(
            &ann.post("/v1/ports", &json!({"name": "Pier", "custom_call": "Kilo Lima"}))
                .well(),
            "id",
        );
        assert_eq!(found(&ann, "ports?q=lima"), [called.as_str()], "{}", server.name);
        assert_eq!(bob.get("/v1/ports?q=lima").status, 422);
        // One that is searched only later is found by what is there.
        add(&ann, "port", "custom_radio", json!({"kind": "slug"})).well();
        let radio = json!({"custom_radio": "channel-nine"});
        ann.patch(&format!("/v1/ports/{home}"), &radio).well();
        assert_eq!(ann.get("/v1/ports?q=nine").well()["items"], json!([]));
        let later = json!({"field": {"kind": "slug", "search": true}});
        ann.put("/v1/custom-fields/port/custom_radio", &later).well();
        assert_eq!(found(&ann, "ports?q=nine"), [home.as_str()], "{}", server.name);
        // What changes is found as it is by now, and what is gone is found no more.
        ann.patch(&format!("/v1/boats/{heron}"), &json!({"custom_rig": "Junk"}))
            .well();
        assert_eq!(found(&ann, "boats?q=gaff"), [exact.as_str(), &word], "{}", server.name);
        assert_eq!(found(&ann, "boats?q=junk"), [heron.as_str()], "{}", server.name);
        assert_eq!(ann.delete("/v1/custom-fields/boat/custom_rig").status, 204);
        assert_eq!(
            ann.get("/v1/boats?q=junk").well()["items"],
            json!([]),
            "{}",
            server.name
        );
    }
}

#[test]
fn a_secret_of_a_tenants_own_is_kept_encrypted_and_shown_to_nobody() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let home = port(&ann);
        let field = json!({"kind": "secret", "min_length": 4});
        add(&ann, "boat", "custom_door", field).well();
        let made = boat(&ann, &home, &json!({"custom_door": "hush hush"})).well();
        let path = format!("/v1/boats/{}", text(&made, "id"));
        let kept = |server: &Server| {
            let rows = server.rows("workbench__boat__custom");
            rows.iter().map(|row| row["text"].clone()).collect::<Vec<Value>>()
        };
        assert_eq!(made["custom_door"], "********", "{}", server.name);
        assert_eq!(ann.get(&path).well()["custom_door"], "********", "{}", server.name);
        let first = kept(&server);
        assert!(first.len() == 1 && !first[0].to_string().contains("hush"), "{first:?}");
        // Whatever else changes leaves it as it is; stars are no secret; another one takes its place.
        ann.patch(&path, &json!({"name": "Avocet"})).well();
        assert_eq!(kept(&server), first, "{}", server.name);
        let stars = ann.patch(&path, &json!({"custom_door": "********"}));
        assert_eq!(reason(&stars).1, "records.not_writable", "{}", server.name);
        assert_eq!(
            reason(&ann.patch(&path, &json!({"custom_door": "abc"}))),
            refused(422, "request.range", "/custom_door")
        );
        ann.patch(&path, &json!({"custom_door": "another one"})).well();
        assert_ne!(kept(&server), first, "{}", server.name);
        ann.patch(&path, &json!({"custom_door": null})).well();
        assert_eq!(ann.get(&path).well()["custom_door"], Value::Null, "{}", server.name);
        assert!(kept(&server).is_empty(), "{}", server.name);
        // Nothing that is told has it in it, and nothing is found by it.
        let history = ann.get(&format!("{path}/history")).text;
        let file = ann.get("/v1/boats/export.csv").text;
        for told in [&history, &file] {
            assert!(!told.contains("hush") && !told.contains("another one"), "{told}");
        }
        for query in ["custom_door=hush", "sort=custom_door", "facets=custom_door"] {
            assert_eq!(ann.get(&format!("/v1/boats?{query}")).status, 422, "{query}");
        }
    }
}

#[test]
fn links_of_a_tenants_own_lead_to_records_that_are_there() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let (home, away) = (port(&ann), port(&ann));
        let theirs = port(&server.someone(2, "bob", "admin"));
        add(
            &ann,
            "boat",
            "custom_calls",
            json!({"kind": "links", "entity": "port", "filter": true}),
        )
        .well();
        let one = boat(&ann, &home, &json!({"custom_calls": [away, home, away]})).well();
        let path = format!("/v1/boats/{}", text(&one, "id"));
        // Each once, in the order in which they were given.
        assert_eq!(one["custom_calls"], json!([away, home]), "{}", server.name);
        assert_eq!(
            ann.get(&path).well()["custom_calls"],
            json!([away, home]),
            "{}",
            server.name
        );
        let other = boat(&ann, &home, &json!({})).well();
        assert_eq!(other["custom_calls"], json!([]), "{}", server.name);
        let found = |query: &str| {
            let told = ann.get(&format!("/v1/boats?sort=id&{query}")).well();
            let items = told["items"].as_array().expect("items").clone();
            items.iter().map(|item| text(item, "id")).collect::<Vec<String>>()
        };
        assert_eq!(
            found(&format!("custom_calls={away}")),
            [text(&one, "id")],
            "{}",
            server.name
        );
        assert_eq!(
            found(&format!("where=!('{away}'%20in%20custom_calls)")),
            [text(&other, "id")],
            "{}",
            server.name
        );
        let expanded = ann
            .get(&format!("/v1/boats?expand=custom_calls&id={}", text(&one, "id")))
            .well();
        assert!(expanded["expanded"].to_string().contains(&away), "{expanded}");
        // One that is not there, and another tenant's, are no different.
        for nobody in ["01890a5d-ac96-774b-bcce-b302099a8057", theirs.as_str()] {
            assert_eq!(
                reason(&ann.patch(&path, &json!({"custom_calls": [nobody]}))),
                refused(422, "records.link", "/custom_calls/0"),
                "{}",
                server.name
            );
        }
        let changed = ann.patch(&path, &json!({"custom_calls": [home]})).well();
        assert_eq!(changed["custom_calls"], json!([home]), "{}", server.name);
        assert!(found(&format!("custom_calls={away}")).is_empty(), "{}", server.name);
        // A field that goes takes its rows with it.
        ann.patch(&path, &json!({"custom_calls": [home, away]})).well();
        assert_eq!(ann.delete("/v1/custom-fields/boat/custom_calls").status, 204);
        let cleared = || server.wait_for(sweep::removed_fields(server.app())).expect("a sweep");
        assert_eq!((cleared(), cleared()), (2, 0), "{}", server.name);
        assert!(server.rows("workbench__boat__custom").is_empty(), "{}", server.name);
        assert_eq!(ann.delete(&path).status, 204);
    }
}

#[test]
fn what_links_of_a_tenants_own_lead_to_is_deleted_as_with_others() {
    for server in Server::both_by(open) {
        let ann = server.admin();
        let (home, away) = (port(&ann), port(&ann));
        add(&ann, "boat", "custom_calls", json!({"kind": "links", "entity": "port"})).well();
        add(
            &ann,
            "boat",
            "custom_winter",
            json!({"kind": "link", "entity": "port", "deletion": "clear"}),
        )
        .well();
        let one = boat(&ann, &home, &json!({"custom_winter": away})).well();
        let path = format!("/v1/boats/{}", text(&one, "id"));
        assert_eq!(ann.delete(&format!("/v1/ports/{away}")).status, 204, "{}", server.name);
        assert_eq!(ann.get(&path).well()["custom_winter"], Value::Null, "{}", server.name);
        // What stands in a list stays, as with a list that the pack has.
        let third = port(&ann);
        ann.patch(&path, &json!({"custom_calls": [third, home]})).well();
        let refused = ann.delete(&format!("/v1/ports/{third}"));
        assert_eq!(
            (refused.status, refused.reasons()[0].0.as_str()),
            (409, "records.in_use"),
            "{refused:?}"
        );
        ann.patch(&path, &json!({"custom_calls": [home]})).well();
        assert_eq!(ann.delete(&format!("/v1/ports/{third}")).status, 204, "{}", server.name);
    }
}
