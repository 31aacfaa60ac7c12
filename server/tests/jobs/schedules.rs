//! What happens by the clock of a tenant.

use ratebook_server_testing::{Base, Served};
use serde_json::{Value, json};

use crate::support::{Router, jobs, subscriber, tenants, ticket};

const DAY: i64 = 24 * 3_600;

/// Resolved tickets are closed by night, and urgent ones that are open are told of.
pub(crate) fn by_night(pack: &mut Value) {
    // Rules that act when one is reopened are no part of this.
    pack.as_object_mut().expect("a pack").remove("automation");
    pack["schedules"] = json!([
        {"name": "close_all", "cron": "15 0 * * *", "entity": "ticket", "when": "status == 'resolved' && priority != 'low'",
         "do": {"event": "reopen"}},
        {"name": "tell", "cron": "0 3 * * *", "entity": "ticket", "when": "status == 'in_progress' && priority == 'urgent'",
         "do": {"effect": "configure_router"}},
    ]);
}

fn none(pack: &mut Value) {
    pack["schedules"] = json!([]);
    pack["version"] = json!(4);
}

fn on_both(edit: fn(&mut Value), test: impl Fn(&Served, &Router)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let router = Router::default();
        test(&Served::carried_out_by(base, edit, router.connectors()), &router);
    }
}

#[test]
fn an_event_happens_to_every_record_for_which_it_is_once_a_night() {
    on_both(by_night, |served, _| {
        let [owner, other] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let resolved = |priority: &str| {
            let id = ticket(&owner, &ada, &json!({"priority": priority}));
            owner
                .post(&format!("/v1/tickets/{id}/resolve"), &json!({"resolution": "done"}))
                .is(200);
            id
        };
        let (high, low): (Vec<String>, String) = ((0..130).map(|_| resolved("high")).collect(), resolved("low"));
        let open = ticket(&owner, &ada, &json!({}));
        let state = |id: &str| owner.get(&format!("/v1/tickets/{id}")).is(200).json()["status"].clone();
        served.work();
        assert!(jobs(&owner, "schedule").is_empty(), "it has not come yet");
        served.pass(DAY);
        served.work();
        assert!(high.iter().all(|id| state(id) == "in_progress"));
        assert_eq!((state(&low), state(&open)), (json!("resolved"), json!("open")));
        let rounds = jobs(&owner, "schedule");
        let round = rounds
            .iter()
            .find(|job| job["body"]["schedule"] == "close_all")
            .expect("a round");
        assert_eq!((&round["state"], &round["told"]), (&json!("done"), &json!("130 done")));
        served.work();
        assert_eq!(jobs(&owner, "schedule").len(), rounds.len(), "once a night");
        assert_eq!(jobs(&other, "schedule").len(), rounds.len(), "for each tenant");
        // Nights that went by while nobody was there come once.
        served.pass(3 * DAY);
        served.work();
        assert_eq!(jobs(&owner, "schedule").len(), rounds.len() + 2);
    });
}

#[test]
fn an_effect_of_a_schedule_is_carried_out_for_each() {
    on_both(by_night, |served, router| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let urgent = ticket(&owner, &ada, &json!({"priority": "urgent"}));
        owner
            .post(&format!("/v1/tickets/{urgent}/assign"), &json!({"assignee": "bob"}))
            .is(200);
        ticket(&owner, &ada, &json!({"priority": "urgent"}));
        served.work();
        served.pass(DAY);
        served.work();
        let told: Vec<Value> = router.told().iter().map(|job| job.body["record"].clone()).collect();
        assert_eq!(told, [json!(urgent)]);
    });
}

#[test]
fn they_come_by_the_clock_of_the_tenant_and_follow_the_pack() {
    on_both(by_night, |served, _| {
        let [_, _] = tenants(served);
        served.work();
        let rows = served.rows("schedules");
        let minutes: Vec<i64> = rows
            .iter()
            .map(|row| row["due_at"].as_i64().expect("a moment") / 60_000_000 % 60)
            .collect();
        assert_eq!(
            (rows.len(), minutes.iter().filter(|minute| **minute == 15).count()),
            (4, 2)
        );
        assert!(rows.iter().all(|row| row["zone"] == "Europe/Madrid"));
        // Another line counts from now on, though there are as many as before.
        let hourly = served.beside_by(|pack| {
            by_night(pack);
            pack["version"] = json!(3);
            pack["schedules"][0]["cron"] = json!("30 * * * *");
        });
        hourly.work();
        let half: Vec<Value> = served.rows("schedules").iter().map(|row| row["cron"].clone()).collect();
        assert_eq!(half.iter().filter(|cron| **cron == "30 * * * *").count(), 2, "{half:?}");
        let later = served.beside_by(none);
        later.work();
        // Without schedules nobody looks for those of before; with others, they are put in their place.
        assert_eq!(served.rows("schedules").len(), 4);
        let other = served.beside_by(|pack| {
            by_night(pack);
            pack["schedules"].as_array_mut().expect("schedules").truncate(1);
            pack["version"] = json!(5);
            pack["schedules"][0]["cron"] = json!("45 * * * *");
        });
        other.work();
        let rows = served.rows("schedules");
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().all(
            |row| row["cron"] == "45 * * * *" && row["due_at"].as_i64().expect("a moment") / 60_000_000 % 60 == 45
        ));
    });
}
