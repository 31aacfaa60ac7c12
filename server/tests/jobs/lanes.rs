//! Many who work at once, and what is done one after the other.

use std::sync::Arc;

use ratebook_server::platform::jobs;
use ratebook_server_testing::{Base, Served};
use serde_json::{Value, json};

use crate::support::{Router, jobs as kept, subscriber, tenants};

fn unedited(_: &mut Value) {}

#[test]
fn several_servers_do_each_thing_once() {
    for base in [Base::Sqlite, Base::Postgres] {
        let router = Router::default();
        let served = Arc::new(Served::carried_out_by(base, unedited, router.connectors()));
        let [owner, _] = tenants(&served);
        let ids: Vec<String> = (0..30)
            .map(|place| subscriber(&owner, &format!("Ada {place}")))
            .collect();
        for id in &ids {
            owner
                .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
                .is(200);
        }
        // On SQLite there is one server, which is asked by several at once.
        let beside = [served.beside(), served.beside()];
        let apps = match base {
            Base::Sqlite => [served.app().clone(), served.app().clone()],
            Base::Postgres => [beside[0].app().clone(), beside[1].app().clone()],
        };
        served.wait_for(async {
            let [one, other] = apps.each_ref();
            let (one, other) = tokio::join!(jobs::work(one), jobs::work(other));
            one.expect("work");
            other.expect("work");
        });
        served.work();
        let mut told: Vec<String> = router.told().iter().map(|job| job.body["record"].to_string()).collect();
        told.sort();
        let before = told.len();
        told.dedup();
        assert_eq!((told.len(), before), (30, 30), "{base:?}");
        let done = kept(&owner, "configure_router");
        assert!(
            done.iter().all(|job| job["state"] == "done" && job["attempts"] == 1),
            "{done:?}"
        );
    }
}

#[test]
fn what_was_done_long_ago_is_forgotten() {
    for base in [Base::Sqlite, Base::Postgres] {
        let router = Router::default();
        let served = Served::carried_out_by(base, unedited, router.connectors());
        let [owner, _] = tenants(&served);
        let id = subscriber(&owner, "Ada");
        owner
            .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
            .is(200);
        served.work();
        let forget = || {
            served
                .wait_for(ratebook_server::records::sweep::finished(served.app()))
                .expect("a sweep")
        };
        assert_eq!(forget(), 0);
        assert!(!served.rows("outbox").is_empty());
        served.pass(31 * 24 * 3_600);
        assert!(forget() > 0);
        // The last one of each tenant stays, behind which others are numbered.
        assert_eq!((served.rows("outbox").len(), served.rows("jobs").len()), (1, 0));
        assert_eq!(forget(), 0);
    }
}
