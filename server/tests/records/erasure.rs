//! What becomes of what a tenant had: a promise of the provider's back office that holds for every pack, by its number.

use std::collections::BTreeMap;

use crate::support::{Chance, Server, Someone, text};
use crate::sweep::{demo, workbench};
use ratebook_server::records::sweep;
use ratebook_server_testing::Row;
use serde_json::json;

const DAY: i64 = 86_400;

fn id_of(someone: &Someone) -> String {
    let me = someone.get("/v1/auth/me").well();
    text(&me["memberships"][0]["tenant"], "id").replace('-', "")
}

/// The rows of every table, as somebody has them or all others do, in one order. What the tenants themselves are is left out.
fn rows(server: &Server, is_wanted: impl Fn(Option<&str>) -> bool) -> BTreeMap<String, Vec<String>> {
    let mut tables = server.all_rows();
    // Who is signed in, and what is known of all tenants together, is nobody's.
    for name in ["tenants", "sessions", "spent_tokens", "sign_in_failures", "facts"] {
        tables.remove(name);
    }
    let wanted = |row: &Row| is_wanted(row.get("tenant_id").and_then(|own| own.as_str()));
    let told = |rows: Vec<Row>| {
        let mut told: Vec<String> = rows
            .into_iter()
            .filter(wanted)
            .map(|row| json!(row).to_string())
            .collect();
        told.sort();
        told
    };
    tables.into_iter().map(|(name, rows)| (name, told(rows))).collect()
}

/// Demo records of every kind, fields and bookings of a tenant's own, some records deleted.
fn fill(someone: &Someone, chance: &mut Chance) {
    demo(&workbench(), someone);
    let field = json!({"entity": "vehicle", "name": "custom_note", "field": {"kind": "text", "default": "none"}});
    someone.post("/v1/custom-fields", &field).well();
    for number in 0..30 {
        let made = someone
            .post("/v1/tags", &json!({"name": format!("tag-{number}")}))
            .well();
        if chance.yes() {
            someone.delete(&format!("/v1/tags/{}", text(&made, "id")));
        }
    }
}

#[test]
fn p2_whichever_tenant_is_deleted_the_rows_of_all_others_stay_as_they_are() {
    for server in Server::both() {
        let mut chance = Chance::new(2);
        let people: Vec<Someone> = (1..=3).map(|tenant| server.someone(tenant, "ann", "admin")).collect();
        people.iter().for_each(|someone| fill(someone, &mut chance));
        let ids: Vec<String> = people.iter().map(id_of).collect();
        let gone = chance.below(3);
        let slug = format!("tenant{}", gone + 1);
        let (own, id) = (ids[gone].as_str(), ids[gone].clone());
        server.set_state(&slug, "deleting");
        server.turn_on_as_they_are(89 * DAY);
        let before = rows(&server, |tenant| tenant != Some(own));
        let kept = rows(&server, |tenant| tenant == Some(own));
        // Few rows at a time, so that it goes on where it was.
        let erased = || {
            let swept = server.wait_for(sweep::deleted_tenants(server.app(), (7, 4)));
            swept.expect("the sweep")
        };
        assert_eq!(erased(), 0, "{}: it can be restored", server.name);
        assert_eq!(rows(&server, |tenant| tenant == Some(own)), kept);
        server.turn_on_as_they_are(2 * DAY);
        let count: usize = kept.values().map(Vec::len).sum();
        assert!(count > 100, "{count}");
        let rounds: Vec<u64> = std::iter::repeat_with(erased).take_while(|rows| *rows > 0).collect();
        assert!(rounds.len() > 3 && rounds.iter().all(|rows| *rows <= 28), "{rounds:?}");
        let left = rows(&server, |tenant| tenant == Some(id.as_str()));
        for (table, left) in &left {
            let own_life = |row: &String| table == "audit" && row.contains("\"entity\":\"tenant\"");
            assert!(left.iter().all(own_life), "{}: {table}: {left:?}", server.name);
        }
        let actions: Vec<&String> = left["audit"].iter().collect();
        for action in ["made", "state_changed", "erased"] {
            assert!(
                actions
                    .iter()
                    .any(|row| row.contains(&format!("\"action\":\"{action}\""))),
                "{actions:?}"
            );
        }
        assert_eq!(rows(&server, |tenant| tenant != Some(own)), before, "{}", server.name);
        assert_eq!(erased(), 0, "{}: there is nothing more", server.name);
        // Nobody comes in any more, and the others go on.
        assert!(people[gone].get("/v1/tags").status >= 400);
    }
}
