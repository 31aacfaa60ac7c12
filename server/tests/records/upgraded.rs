//! What a version of a pack makes of records, it makes of those that were there before as well: few in the upgrade, many afterwards.

use std::time::Duration;

use ratebook_server::records::deriving;
use ratebook_server_testing::Row;
use serde_json::{Value, json};

use crate::fleet::{entity, fleet};
use crate::support::{Server, Someone, text};

const DAY: i64 = 86_400;

/// Boats that nothing follows from.
fn plain(definition: &mut Value) {
    fleet(definition);
    definition["languages"] = json!(["en", "de"]);
    definition["machines"] = json!([]);
    let boat = entity(definition, "boat");
    let own = boat.as_object_mut().expect("an entity");
    own.retain(|name, _| name != "number" && name != "machine");
    let fields = own["fields"].as_object_mut().expect("fields");
    fields.retain(|name, _| name != "code" && name != "state");
    for (name, field) in [
        ("about", json!({"kind": "translated_text"})),
        ("skipper", json!({"kind": "text"})),
        ("tags", json!({"kind": "tags"})),
        ("is_done", json!({"kind": "yes_no"})),
        ("name", json!({"kind": "text", "required": true})),
    ] {
        boat["fields"][name] = field;
    }
}

/// The same with all that can follow from a record.
fn rich(definition: &mut Value) {
    plain(definition);
    definition["version"] = 2.into();
    let boat = entity(definition, "boat");
    boat["number"] = json!({"field": "code", "format": "B{seq:3}"});
    boat["owner"] = "skipper".into();
    boat["public"] = json!(["name", "berths", "twice"]);
    let written = |kind: &str| json!({"kind": kind, "written_by": "engine", "filter": true, "sort": true});
    for (name, field) in [
        ("code", json!({"kind": "text", "written_by": "engine", "filter": true})),
        ("name", json!({"kind": "text", "required": true, "search": true})),
        ("about", json!({"kind": "translated_text", "search": true})),
        (
            "twice",
            json!({"kind": "integer", "computed": "berths.orValue(0) * 2", "filter": true}),
        ),
        (
            "fourfold",
            json!({"kind": "integer", "computed": "twice.orValue(0) * 2", "filter": true}),
        ),
        ("due_at", written("instant")),
        ("missed_at", written("instant")),
    ] {
        boat["fields"][name] = field;
    }
    boat["deadlines"] = json!([{
        "name": "look", "from": "created_at", "within_minutes": 2880, "met_when": "is_done == true", "due": "due_at", "missed": "missed_at"
    }]);
}

/// The same where they are looked at more often, and twice is thrice.
fn richer(definition: &mut Value) {
    rich(definition);
    definition["version"] = 3.into();
    let boat = entity(definition, "boat");
    boat["deadlines"][0]["within_minutes"] = 1_440.into();
    boat["fields"]["twice"]["computed"] = "berths.orValue(0) * 3".into();
}

fn port(ann: &Someone) -> String {
    text(&ann.post("/v1/ports", &json!({"name": "Home"})).well(), "id")
}

fn names(told: &Value) -> Vec<String> {
    let items = told["items"].as_array().expect("a list").iter();
    let mut names: Vec<String> = items
        .map(|item| text(item.get("record").unwrap_or(item), "name"))
        .collect();
    names.sort();
    names
}

#[test]
fn what_is_declared_later_is_made_of_records_that_were_there() {
    for old in Server::both_by(plain) {
        let ann = old.admin();
        let home = port(&ann);
        let boat = |name: &str, change: Value| {
            let mut all = json!({"name": name, "port_id": home, "skipper": ann.id, "berths": 3});
            let change = change.as_object().expect("an object").clone();
            all.as_object_mut().expect("an object").extend(change);
            text(&ann.post("/v1/boats", &all).well(), "id")
        };
        boat(
            "Heron",
            json!({"about": {"en": "A grey wader", "de": "Ein grauer Schreitvogel"}}),
        );
        boat("Avocet", json!({"skipper": "somebody"}));
        let done = boat("Stilt", json!({"is_done": true}));
        let gone = boat("Crane", json!({}));
        ann.delete(&format!("/v1/boats/{gone}"));

        let new = old.beside_by(rich);
        let bob = new.admin();
        let found = |query: &str| names(&bob.get(&format!("/v1/boats?{query}")).well());
        // Found by what they say, in the language of whoever reads.
        assert_eq!(found("q=hero"), ["Heron"], "{}", old.name);
        let german = bob.ask("GET", "/v1/boats?q=schreit", &[("accept-language", "de")], None);
        assert_eq!(names(&german.well()), ["Heron"], "{}", old.name);
        // Reckoned, however many steps lie between, and asked for.
        assert_eq!(found("twice=6"), ["Avocet", "Heron", "Stilt"], "{}", old.name);
        assert_eq!(found("fourfold=12").len(), 3);
        // Numbers in the order in which they were made.
        assert_eq!(
            [found("code=B001"), found("code=B002"), found("code=B003")],
            [["Heron"], ["Avocet"], ["Stilt"]],
            "{}",
            old.name
        );
        let next = bob.post("/v1/boats", &json!({"name": "Ibis", "port_id": home})).well();
        assert_eq!(next["code"], "B005", "the deleted one has a number as well: {next}");
        // Whose they are, and what everybody may read.
        assert_eq!(names(&bob.get("/v1/mine/boats").well()), ["Heron", "Stilt"]);
        let public = new.anybody().get("/v1/public/boats?total=true").is(200).json();
        assert_eq!(names(&public), ["Avocet", "Heron", "Ibis", "Stilt"], "{}", old.name);
        assert_eq!(
            public["items"][0]["twice"], 0,
            "the newest is the Ibis, which has no berths: {public}"
        );
        // Due, and missed when the time has come, by a server alone.
        let due = found("sort=due_at&due_at_first=2000-01-01T00:00:00Z");
        assert_eq!(due, ["Avocet", "Heron", "Ibis"], "what is met is not due: {due:?}");
        assert_eq!(new.fire_due(), 0);
        new.turn_on(2 * DAY + 60);
        assert_eq!(new.fire_due(), 3, "{}", old.name);
        let bob = new.admin();
        let missed = names(&bob.get("/v1/boats?missed_at_first=2000-01-01T00:00:00Z").well());
        assert_eq!(missed, ["Avocet", "Heron", "Ibis"], "{}", old.name);
        assert_eq!(bob.get(&format!("/v1/boats/{done}")).well()["missed_at"], Value::Null);
    }
}

#[test]
fn what_is_declared_otherwise_is_made_again() {
    for old in Server::both_by(rich) {
        let ann = old.admin();
        let home = port(&ann);
        let heron = ann
            .post("/v1/boats", &json!({"name": "Heron", "port_id": home, "berths": 3}))
            .well();
        let new = old.beside_by(richer);
        let bob = new.admin();
        let told = bob.get(&format!("/v1/boats/{}", text(&heron, "id"))).well();
        // `fourfold` says what it said, of something that says something else.
        assert_eq!(
            (&told["twice"], &told["fourfold"]),
            (&json!(9), &json!(18)),
            "{}",
            old.name
        );
        assert_eq!(told["version"], heron["version"], "nobody has changed it");
        assert_ne!(told["due_at"], heron["due_at"]);
        let public = new.anybody().get("/v1/public/boats").is(200).json();
        assert_eq!(public["items"][0]["twice"], 9);
        new.turn_on(DAY + 60);
        assert_eq!(new.fire_due(), 1, "{}", old.name);
    }
}

/// So many boats at once, in two tenants.
const MANY: usize = 2_500;

/// Writes them as the server would have.
fn many(server: &Server) {
    let ann = server.admin();
    let home = port(&ann);
    ann.post(
        "/v1/boats",
        &json!({"name": "Heron", "port_id": home, "berths": 3, "skipper": ann.id}),
    )
    .well();
    let eve = server.someone(2, "eve", "admin");
    let port = port(&eve);
    eve.post("/v1/boats", &json!({"name": "Egret", "port_id": port, "berths": 3}))
        .well();
    let (id, number) = match server.name {
        "sqlite" => ("randomblob(16)", "n"),
        _ => ("gen_random_uuid()", "n::text"),
    };
    let text = format!(
        "WITH RECURSIVE all_n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM all_n WHERE n < {MANY}) INSERT INTO workbench__boat (tenant_id, id, \
         version, created_at, updated_at, name, berths, port_id, skipper) SELECT b.tenant_id, {id}, 1, b.created_at, b.updated_at, 'Boat ' || \
         {number}, 1, b.port_id, b.skipper FROM workbench__boat b, all_n WHERE b.name IN ('Heron', 'Egret')"
    );
    assert_eq!(server.carry_out(&text), Ok(2 * MANY as u64));
}

fn some(server: &Server) -> Option<u64> {
    let made = server.wait_for(deriving::derive_some(server.app()));
    made.expect("some of what is left")
}

/// How far each has come.
fn left(server: &Server) -> Vec<Row> {
    server.rows("deriving")
}

#[test]
fn of_many_records_it_is_made_afterwards_and_nothing_is_missed_meanwhile() {
    for old in Server::both_by(plain) {
        many(&old);
        let new = old.beside_by(rich);
        let (bob, anybody) = (new.admin(), new.anybody());
        assert_eq!(left(&new).len(), 8, "{}: {:?}", old.name, left(&new));
        // What stands in records is whole at once.
        assert_eq!(bob.get("/v1/boats?twice=2&total=true").well()["total"], MANY);
        for round in 0..3 {
            // What is found is read from the records as long as they are not all found by the index.
            assert_eq!(names(&bob.get("/v1/boats?q=hero").well()), ["Heron"], "{}", old.name);
            assert_eq!(bob.get("/v1/boats?q=boat&total=true").well()["total"], MANY);
            // What would be missing is not taken for not being there.
            let mine = bob.get("/v1/mine/boats");
            assert_eq!((mine.status, &mine.json()["code"]), (503, &json!("engine.busy")));
            assert!(mine.headers.contains_key("retry-after"), "{mine:?}");
            anybody.get("/v1/public/boats").fails(503, "engine.busy");
            assert!(some(&new) > Some(0), "{}: {round}", old.name);
        }
        // Both tenants have had a turn, and records that change meanwhile are as they are.
        let eve = new.someone(2, "eve", "admin");
        let egret = eve.get("/v1/boats?q=egret").well();
        let egret = format!("/v1/boats/{}", text(&egret["items"][0], "id"));
        eve.patch(&egret, &json!({"name": "Godwit", "berths": 5})).well();
        // The process ends in the middle; another one and a replica of it go on.
        let after: Vec<Row> = left(&new);
        drop(new);
        let (one, other) = (old.beside_by(rich), old.beside_by(rich));
        assert_eq!(left(&one), after, "nothing of it is done again or lost");
        // Ended anywhere, nothing is half done.
        for patience in 0..12 {
            let within = Duration::from_micros(400 * patience);
            let _ = one.wait_for(async { tokio::time::timeout(within, deriving::derive_some(one.app())).await });
        }
        let mut done = 0;
        while let (Some(a), Some(b)) = (some(&one), some(&other)) {
            done += a + b;
        }
        while some(&one).is_some() {}
        assert!(done > 0 && left(&one).is_empty(), "{}: {:?}", old.name, left(&one));
        let _ = some(&other);
        let bob = one.admin();
        let twice = |client: &Value| client["total"].clone();
        let public = one.anybody().get("/v1/public/boats?total=true").is(200).json();
        assert_eq!(twice(&public), 2 * MANY + 2, "{}", old.name);
        assert_eq!(
            bob.get("/v1/mine/boats?limit=100").well()["items"]
                .as_array()
                .map(Vec::len),
            Some(100)
        );
        assert_eq!(one.rows("owned").len(), MANY + 1);
        let eve = one.someone(2, "eve", "admin");
        assert_eq!(names(&eve.get("/v1/boats?q=godwit").well()), ["Godwit"]);
        assert_eq!(names(&eve.get("/v1/boats?q=egret").well()), [""; 0]);
        assert_eq!(eve.get("/v1/boats?q=boat&total=true").well()["total"], MANY);
        assert_eq!(one.rows("timers").len(), 2 * MANY + 2);
        // The other server knows by now as well.
        other.anybody().get("/v1/public/boats").is(200);
    }
}

#[test]
fn whoever_reads_a_record_finds_it_as_it_is_due_though_its_timer_is_left() {
    for old in Server::both_by(plain) {
        many(&old);
        let new = old.beside_by(rich);
        new.turn_on(2 * DAY + 60);
        let bob = new.admin();
        let heron = bob.get("/v1/boats?q=heron").well();
        let heron = format!("/v1/boats/{}", text(&heron["items"][0], "id"));
        assert!(bob.get(&heron).well()["missed_at"].is_string(), "{}", old.name);
        // Nobody's timer was there to tell.
        assert_eq!(new.fire_due(), 0);
    }
}
