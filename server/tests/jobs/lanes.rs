//! Many who work at once, and what is done one after the other.

use std::sync::Arc;

use ratebook_server::platform::jobs;
use ratebook_server_testing::{Base, Served};
use serde_json::{Value, json};

use crate::support::{Behaves, Router, jobs as kept, subscriber, tenants};

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

#[test]
fn what_is_done_to_one_record_is_done_in_order_whatever_fails() {
    for base in [Base::Sqlite, Base::Postgres] {
        let router = Router::default();
        let served = Served::carried_out_by(base, unedited, router.connectors());
        let [owner, _] = tenants(&served);
        let (ada, bob) = (subscriber(&owner, "Ada"), subscriber(&owner, "Bob"));
        router.behaves([Behaves::Fails]);
        let at = |id: &str, event: &str, body: Value| {
            owner.post(&format!("/v1/subscribers/{id}/{event}"), &body).is(200);
        };
        at(&ada, "activate", json!({}));
        at(&ada, "suspend", json!({"suspension_reason": "unpaid"}));
        served.work();
        at(&bob, "activate", json!({}));
        served.work();
        let states: Vec<Value> = kept(&owner, "configure_router")
            .iter()
            .map(|job| job["state"].clone())
            .collect();
        assert_eq!(
            states,
            [json!("waiting"), json!("behind"), json!("done")],
            "the other one does not wait"
        );
        served.pass(11);
        served.work();
        assert_eq!(router.kinds(), ["create", "create", "create", "disable"]);
        // One that is called off lets the next one go on.
        router.behaves([Behaves::Fails]);
        at(&ada, "resume", json!({}));
        at(&ada, "terminate", json!({}));
        served.work();
        let jobs = kept(&owner, "configure_router");
        let waiting = jobs
            .iter()
            .find(|job| job["state"] == "waiting")
            .expect("one that waits");
        owner
            .post(
                &format!("/v1/jobs/{}/cancel", crate::support::id_of(waiting)),
                &json!({}),
            )
            .is(200);
        served.work();
        assert_eq!(router.kinds().last().map(String::as_str), Some("remove"));
    }
}

#[test]
fn no_tenant_has_more_than_its_share_begun() {
    for base in [Base::Sqlite, Base::Postgres] {
        let router = Router::default();
        let served = Served::carried_out_by(base, unedited, router.connectors());
        let [owner, other] = tenants(&served);
        for place in 0..12 {
            let id = subscriber(&owner, &format!("Ada {place}"));
            owner
                .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
                .is(200);
        }
        let id = subscriber(&other, "Bob");
        other
            .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
            .is(200);
        router.behaves([Behaves::Vanishes; 13]);
        served.work();
        let running = |owner: &crate::support::Owner<'_>| {
            let jobs = kept(owner, "configure_router");
            jobs.iter().filter(|job| job["state"] == "running").count()
        };
        assert_eq!((running(&owner), running(&other)), (4, 1));
    }
}

#[test]
fn a_long_queue_of_a_silent_receiver_costs_the_others_nothing() {
    let router = Router::default();
    let served = Served::carried_out_by(Base::Sqlite, unedited, router.connectors());
    let [owner, other] = tenants(&served);
    for port in 1..=30 {
        let webhook = json!({"url": format!("http://127.0.0.1:{port}/"), "events": ["*"]});
        owner.post("/v1/webhooks", &webhook).is(201);
    }
    subscriber(&owner, "Ada");
    let tags: Vec<Value> = (0..300).map(|place| json!({"name": format!("tag-{place}")})).collect();
    for some in tags.chunks(60) {
        owner
            .post("/v1/tags/bulk", &json!({"action": "create", "items": some}))
            .is(200);
    }
    let begun = std::time::Instant::now();
    served.work();
    assert!(served.rows("jobs").len() > 9_000);
    let id = subscriber(&other, "Bob");
    other
        .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
        .is(200);
    let later = std::time::Instant::now();
    served.work();
    assert_eq!(router.kinds(), ["create"]);
    // Some 9,000 messages wait; none of them is looked at again.
    assert!(later.elapsed() < begun.elapsed(), "{:?}", later.elapsed());
}

/// However much waits, and whatever the database believed when it was asked to count: a batch is found by its index.
#[test]
fn what_waits_to_be_passed_on_costs_as_much_as_it_is() {
    for base in [Base::Sqlite, Base::Postgres] {
        let router = Router::default();
        let served = Served::carried_out_by(base, unedited, router.connectors());
        let [owner, _] = tenants(&served);
        subscriber(&owner, "Ada");
        served.work();
        served.carry_out("ANALYZE").expect("figures of all tables");
        let (numbers, id) = match base {
            Base::Sqlite => (
                "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 30000) ",
                "randomblob(16)",
            ),
            Base::Postgres => ("WITH n (n) AS (SELECT generate_series(1, 30000)) ", "gen_random_uuid()"),
        };
        let text = format!(
            "{numbers} INSERT INTO outbox (tenant_id, id, at, actor, entity, record_id, name, is_effect, body) SELECT o.tenant_id, {id}, o.at, \
             o.actor, o.entity, o.record_id, o.name, o.is_effect, o.body FROM n CROSS JOIN (SELECT * FROM outbox WHERE name = \
             'subscriber:created' LIMIT 1) o"
        );
        served.carry_out(&text).expect("much that waits");
        let begun = std::time::Instant::now();
        served.work();
        let waiting = served
            .rows("outbox")
            .iter()
            .filter(|row| row["done_at"].is_null())
            .count();
        assert_eq!(waiting, 0);
        // Looked for the other way round it takes minutes.
        assert!(begun.elapsed().as_secs() < 60, "{base:?}: {:?}", begun.elapsed());
    }
}
