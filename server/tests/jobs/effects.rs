//! Effects of machines: carried out once they are kept, by whoever can, and once.

use ratebook_server_testing::{Base, Served};
use serde_json::{Value, json};

use crate::support::{Behaves, Router, id_of, jobs, subscriber, tenants, ticket};

fn unedited(_: &mut Value) {}

fn on_both(edit: fn(&mut Value), test: impl Fn(&Served, &Router)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let router = Router::default();
        test(&Served::carried_out_by(base, edit, router.connectors()), &router);
    }
}

/// When a ticket is assigned, its effort is set and it is resolved at once; when it is resolved, it is reopened, and so on without end.
fn in_a_circle(pack: &mut Value) {
    let machines = pack["machines"].as_array_mut().expect("machines");
    let desk = machines
        .iter_mut()
        .find(|machine| machine["name"] == "desk")
        .expect("the desk");
    for transition in desk["transitions"].as_array_mut().expect("transitions") {
        let effects = match transition["event"].as_str() {
            Some("assign") => json!([
                {"name": "set_field", "with": {"field": "priority", "value": "urgent"}},
                {"name": "fire_event", "with": {"event": "resolve", "given": {"resolution": "restarted"}}},
            ]),
            Some("resolve") => json!([{"name": "fire_event", "with": {"event": "reopen"}}]),
            Some("reopen") => {
                json!([{"name": "fire_event", "with": {"event": "resolve", "given": {"resolution": "again"}}}])
            }
            _ => continue,
        };
        transition["effects"] = effects;
    }
}

#[test]
fn an_effect_is_carried_out_once_it_is_kept_and_once() {
    on_both(unedited, |served, router| {
        let [owner, other] = tenants(served);
        let id = subscriber(&owner, "Ada");
        served.work();
        assert!(router.told().is_empty());
        // What is refused has no effects.
        owner.post(&format!("/v1/subscribers/{id}/suspend"), &json!({})).is(409);
        owner
            .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
            .is(200);
        assert!(router.told().is_empty(), "nothing is done before it is passed on");
        served.work();
        served.work();
        assert_eq!(router.kinds(), ["create"]);
        let told = &router.told()[0];
        assert_eq!(
            (told.body["entity"].as_str(), told.body["record"].as_str()),
            (Some("subscriber"), Some(id.as_str()))
        );
        let [job] = &jobs(&owner, "configure_router")[..] else {
            panic!("one job")
        };
        assert_eq!(
            (&job["state"], &job["attempts"], &job["told"]),
            (&json!("done"), &json!(1), &json!("configured"))
        );
        assert!(jobs(&other, "configure_router").is_empty());
        other
            .get(&format!("/v1/jobs/{}", id_of(job)))
            .fails(404, "records.not_found");
        other
            .post(&format!("/v1/jobs/{}/retry", id_of(job)), &json!({}))
            .fails(404, "records.not_found");
        owner
            .post(&format!("/v1/jobs/{}/retry", id_of(job)), &json!({}))
            .fails(422, "request.conflict");
    });
}

#[test]
fn what_fails_is_tried_again_and_then_given_up_for_people_to_look_at() {
    on_both(unedited, |served, router| {
        let [owner, _] = tenants(served);
        let id = subscriber(&owner, "Ada");
        router.behaves([Behaves::Fails, Behaves::Breaks, Behaves::Fails, Behaves::Refuses]);
        owner
            .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
            .is(200);
        served.work();
        assert_eq!(router.told().len(), 1);
        served.pass(9);
        served.work();
        assert_eq!(router.told().len(), 1, "not before its time");
        served.pass(2);
        served.work();
        assert_eq!(router.told().len(), 2);
        served.pass(61);
        served.work();
        let keys: Vec<_> = router.told().iter().map(|job| (job.attempt, job.key.clone())).collect();
        let key = keys[0].1.clone();
        assert_eq!(keys, [(1, key.clone()), (2, key.clone()), (3, key)]);
        served.pass(1_000_000);
        served.work();
        assert_eq!(router.told().len(), 3);
        let job = &jobs(&owner, "configure_router")[0];
        assert_eq!(
            (&job["state"], &job["told"]),
            (&json!("dead"), &json!("it does not answer"))
        );
        let dead = owner.get("/v1/jobs?state=dead").is(200).json();
        assert_eq!(dead["items"].as_array().expect("jobs").len(), 1);
        owner.get("/v1/jobs?state=gone").fails(422, "request.range");
        // By hand once more: it is refused, and not tried again.
        let path = format!("/v1/jobs/{}", id_of(job));
        owner.post(&format!("{path}/retry"), &json!({})).is(200);
        served.work();
        served.pass(1_000_000);
        served.work();
        assert_eq!(router.told().len(), 4);
        assert_eq!(owner.get(&path).is(200).json()["told"], "there is no such secret");
        owner.post(&format!("{path}/retry"), &json!({})).is(200);
        served.work();
        assert_eq!(owner.get(&path).is(200).json()["state"], "done");
        let history = served.rows("audit");
        let retried = history.iter().filter(|row| row["action"] == "retried").count();
        assert_eq!(retried, 2);
    });
}

#[test]
fn whoever_does_not_come_back_is_followed_by_somebody_else() {
    on_both(unedited, |served, router| {
        let [owner, _] = tenants(served);
        let id = subscriber(&owner, "Ada");
        router.behaves([Behaves::Vanishes]);
        owner
            .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
            .is(200);
        served.work();
        assert_eq!(jobs(&owner, "configure_router")[0]["state"], "running");
        let beside = served.beside();
        beside.work();
        assert_eq!(router.told().len(), 1, "it still belongs to the first");
        served.pass(121);
        beside.work();
        assert_eq!(router.told().len(), 2);
        assert_eq!(jobs(&owner, "configure_router")[0]["state"], "done");
        // One that ends each of its servers is given up.
        router.behaves([Behaves::Vanishes; 9]);
        owner
            .post(
                &format!("/v1/subscribers/{id}/suspend"),
                &json!({"suspension_reason": "unpaid"}),
            )
            .is(200);
        for _ in 0..9 {
            served.work();
            served.pass(121);
        }
        assert_eq!(router.told().len(), 5);
        let job = &jobs(&owner, "configure_router")[1];
        assert_eq!(
            (&job["state"], &job["told"]),
            (&json!("dead"), &json!("whoever began it has never come back"))
        );
    });
}

#[test]
fn what_nobody_carries_out_waits_for_whoever_can() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start(base);
        let [owner, _] = tenants(&served);
        let id = subscriber(&owner, "Ada");
        owner
            .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
            .is(200);
        served.work();
        let job = &jobs(&owner, "configure_router")[0];
        assert_eq!((&job["state"], &job["attempts"]), (&json!("parked"), &json!(0)));
        owner
            .post(&format!("/v1/jobs/{}/retry", id_of(job)), &json!({}))
            .fails(422, "request.conflict");
        owner
            .post(&format!("/v1/jobs/{}/cancel", id_of(job)), &json!({}))
            .is(200);
        assert_eq!(jobs(&owner, "configure_router")[0]["state"], "cancelled");
        // Another server, which can, takes it up.
        owner
            .post(
                &format!("/v1/subscribers/{id}/suspend"),
                &json!({"suspension_reason": "unpaid"}),
            )
            .is(200);
        served.work();
        let router = Router::default();
        let able = served.beside_carried_out_by(router.connectors());
        owner.post(&format!("/v1/subscribers/{id}/resume"), &json!({})).is(200);
        served.work();
        router.behaves([Behaves::Fails]);
        able.work();
        served.pass(11);
        able.work();
        assert_eq!(router.kinds(), ["disable", "disable", "update"], "in their order");
        // What nobody takes up is not kept for ever.
        owner
            .post(&format!("/v1/subscribers/{id}/terminate"), &json!({}))
            .is(200);
        served.work();
        served.pass(31 * 24 * 3_600);
        served
            .wait_for(ratebook_server::records::sweep::finished(served.app()))
            .expect("a sweep");
        assert!(jobs(&owner, "configure_router").is_empty());
    }
}

#[test]
fn a_field_is_set_and_an_event_happens_once_and_circles_end() {
    on_both(in_a_circle, |served, _| {
        let [owner, _] = tenants(served);
        let id = ticket(&owner, &subscriber(&owner, "Ada"), &json!({}));
        owner
            .post(&format!("/v1/tickets/{id}/assign"), &json!({"assignee": "bob"}))
            .is(200);
        served.work();
        let record = owner.get(&format!("/v1/tickets/{id}")).is(200).json();
        assert_eq!(record["priority"], "urgent");
        let history = owner.get(&format!("/v1/tickets/{id}/history")).is(200).json();
        let happened = |name: &str| {
            let items = history["items"].as_array().expect("a history").iter();
            items
                .filter(|entry| entry["action"] == format!("ticket:{name}"))
                .count()
        };
        // One set, and the events that follow from each other until they are taken for a circle.
        assert_eq!(
            (happened("resolve") + happened("reopen"), happened("assign")),
            (10, 1),
            "{history}"
        );
        let ended = jobs(&owner, "fire_event");
        let dead: Vec<_> = ended.iter().filter(|job| job["state"] == "dead").collect();
        assert_eq!(dead.len(), 1);
        assert!(dead[0]["told"].as_str().expect("why").contains("circle"), "{}", dead[0]);
        assert_eq!(jobs(&owner, "set_field").len(), 1);
    });
}

#[test]
fn nothing_is_done_for_a_tenant_that_is_suspended() {
    on_both(unedited, |served, router| {
        let [owner, _] = tenants(served);
        let operator = served.signed_in("operator@example.com");
        let id = subscriber(&owner, "Ada");
        owner
            .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
            .is(200);
        let tenants = operator.get("/v1/tenants").is(200).json();
        let own = tenants["items"]
            .as_array()
            .expect("tenants")
            .iter()
            .find(|tenant| tenant["slug"] == "acme");
        let path = format!("/v1/tenants/{}", id_of(own.expect("a tenant")));
        operator.patch(&path, &json!({"state": "suspended"})).is(200);
        served.work();
        assert!(router.told().is_empty());
        operator.patch(&path, &json!({"state": "active"})).is(200);
        served.work();
        assert_eq!(router.kinds(), ["create"]);
    });
}
