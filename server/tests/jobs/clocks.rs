//! A clock that jumps: on by days, back behind what was done, and to and fro by seconds.

use std::collections::BTreeSet;

use ratebook_server::platform::audit::sealer;
use ratebook_server_testing::{Base, Served};
use serde_json::json;

use crate::schedules::by_night;
use crate::support::{Router, jobs, subscriber, tenants, ticket};

const DAY: i64 = 24 * 3_600;
const JUMPS: [i64; 9] = [3_600, -7_200, 2 * DAY, -3 * DAY, 40, -40, 0, 5 * DAY, -4 * DAY];

#[test]
fn whatever_a_clock_does_each_thing_is_done_once_and_all_of_it_is_whole() {
    for base in [Base::Sqlite, Base::Postgres] {
        let router = Router::default();
        let served = Served::carried_out_by(base, by_night, router.connectors());
        let [owner, _] = tenants(&served);
        let ada = subscriber(&owner, "Ada");
        let late = ticket(&owner, &ada, &json!({"priority": "high"}));
        owner
            .post(&format!("/v1/tickets/{late}/resolve"), &json!({"resolution": "done"}))
            .is(200);
        served.work();
        let mut ids = BTreeSet::new();
        for (number, jump) in JUMPS.into_iter().enumerate() {
            served.pass(jump);
            let id = subscriber(&owner, &format!("Ben {number}"));
            owner
                .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
                .is(200);
            served.work();
            assert!(ids.insert(id));
        }
        // What a clock that was ahead has put off is done once it is so late.
        served.pass(10 * DAY);
        served.work();
        let told = router.told();
        assert_eq!(told.len(), JUMPS.len(), "each once");
        let told = told
            .iter()
            .map(|job| job.body["record"].as_str().expect("an id").to_owned());
        assert_eq!(told.collect::<BTreeSet<String>>(), ids);
        let rounds = jobs(&owner, "schedule");
        let keys: BTreeSet<String> = rounds.iter().map(|job| job["body"].to_string()).collect();
        assert_eq!(keys.len(), rounds.len(), "no night twice");
        let history = owner.get(&format!("/v1/tickets/{late}/history")).is(200).json();
        let items = history["items"].as_array().expect("a history").iter();
        assert_eq!(items.filter(|one| one["action"] == "ticket:reopen").count(), 1);
        let listed = owner.get("/v1/jobs?limit=100").is(200).json();
        for job in listed["items"].as_array().expect("jobs") {
            assert_eq!(job["state"], "done", "{job}");
        }
        let codes = owner
            .get("/v1/subscribers?sort=code&fields=code&limit=100")
            .is(200)
            .json();
        for (place, one) in codes["items"].as_array().expect("a page").iter().enumerate() {
            assert_eq!(one["code"], format!("CUST{:06}", place + 1));
        }
        served.wait_for(sealer::everything(served.app())).expect("seals");
        let verified = owner.get("/v1/audit/verify").is(200).json();
        assert_eq!(
            (&verified["intact"], &verified["unsealed"]["count"]),
            (&json!(true), &json!(0))
        );
    }
}
