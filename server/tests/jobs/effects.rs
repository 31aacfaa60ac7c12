//! Effects of machines: carried out once they are kept, by whoever can, and once.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::records::{CarriedOutRequest, Pack};
use ratebook_server::platform::jobs::Connectors;
use ratebook_server::platform::start;
use ratebook_server_testing::{Base, Chance, Served};
use serde_json::{Value, json};

use crate::support::{Behaves, Router, id_of, jobs, subscriber, tenants};

fn unedited(_: &mut Value) {}

fn on_both(edit: fn(&mut Value), test: impl Fn(&Served, &Router)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let router = Router::default();
        test(&Served::carried_out_by(base, edit, router.connectors()), &router);
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
fn an_effect_has_one_id_however_often_whoever_is_at_it_dies() {
    on_both(unedited, |served, router| {
        let [owner, other] = tenants(served);
        let (mut chance, beside) = (Chance::new(24), served.beside());
        let ends = [Behaves::Fails, Behaves::Breaks, Behaves::Vanishes];
        for number in 0..6 {
            let owner = if number % 2 == 0 { &owner } else { &other };
            let id = subscriber(owner, &format!("Ada {number}"));
            router.behaves((0..chance.below(3)).map(|_| chance.of(&ends)).collect::<Vec<_>>());
            owner
                .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
                .is(200);
            for _ in 0..4 {
                if chance.yes() {
                    served.work()
                } else {
                    beside.work()
                }
                served.pass(121);
            }
        }
        // Whoever does what comes with an id that it has seen no second time has done each once.
        let mut ids = BTreeMap::<String, BTreeSet<String>>::new();
        for job in router.told() {
            ids.entry(job.body["record"].to_string())
                .or_default()
                .insert(job.key.clone());
        }
        let keys: BTreeSet<&String> = ids.values().flatten().collect();
        assert!(router.told().len() > 6, "some came again");
        assert_eq!((ids.len(), keys.len()), (6, 6), "{ids:?}");
        for owner in [&owner, &other] {
            assert!(jobs(owner, "configure_router").iter().all(|job| job["state"] == "done"));
        }
    });
}

#[test]
fn what_nobody_carries_out_waits_for_whoever_can() {
    for base in [Base::Sqlite, Base::Postgres] {
        let router = Router::default();
        let able = Served::carried_out_by(base, unedited, router.connectors());
        let [owner, _] = tenants(&able);
        let id = subscriber(&owner, "Ada");
        owner
            .post(&format!("/v1/subscribers/{id}/activate"), &json!({}))
            .is(200);
        // Another server, which cannot, passes it on.
        let unable = able.beside_carried_out_by(Connectors::of_engine());
        unable.work();
        let job = &jobs(&owner, "configure_router")[0];
        assert_eq!((&job["state"], &job["attempts"]), (&json!("parked"), &json!(0)));
        owner
            .post(&format!("/v1/jobs/{}/retry", id_of(job)), &json!({}))
            .fails(422, "request.conflict");
        owner
            .post(&format!("/v1/jobs/{}/cancel", id_of(job)), &json!({}))
            .is(200);
        assert_eq!(jobs(&owner, "configure_router")[0]["state"], "cancelled");
        owner
            .post(
                &format!("/v1/subscribers/{id}/suspend"),
                &json!({"suspension_reason": "unpaid"}),
            )
            .is(200);
        unable.work();
        owner.post(&format!("/v1/subscribers/{id}/resume"), &json!({})).is(200);
        unable.work();
        assert!(router.told().is_empty());
        router.behaves([Behaves::Fails]);
        able.work();
        able.pass(11);
        able.work();
        assert_eq!(router.kinds(), ["disable", "disable", "update"], "in their order");
        // What nobody takes up is not kept for ever.
        owner
            .post(&format!("/v1/subscribers/{id}/terminate"), &json!({}))
            .is(200);
        unable.work();
        unable.pass(31 * 24 * 3_600);
        unable
            .wait_for(ratebook_server::records::sweep::finished(unable.app()))
            .expect("a sweep");
        assert!(jobs(&owner, "configure_router").is_empty());
    }
}

/// The pack does not say any more that somebody else configures routers and stops what runs.
fn unsaid(pack: &mut Value) {
    pack["elsewhere"] = json!(["lock_state", "unlock_state", "fail_site", "succeed_site"]);
    pack["effects"] = json!(["configure_router"]);
}

#[test]
fn a_pack_with_an_effect_that_nobody_carries_out_does_not_start() {
    let served = Served::start(Base::Sqlite);
    let definition = served.app().packs["workbench"].definition();
    let mut edited = serde_json::to_value(definition).expect("a definition");
    unsaid(&mut edited);
    let pack = Pack::load(edited).expect("a pack by itself");
    let carried = |connectors: Connectors| pack.carried_out(&CarriedOutRequest::new(connectors.effects()));
    let error = carried(Connectors::of_engine()).expect_err("a fault");
    let told: Vec<String> = error
        .reasons()
        .map(|reason| format!("{} {}", reason.path, reason.message))
        .collect();
    assert_eq!(told.len(), 5, "{told:#?}");
    assert!(
        told[0].ends_with(
            "/effects/0/name nobody here carries out `configure_router`; name it in `elsewhere` of the pack if others do; there are \
             `call_webhook`, `fail_site`, `fire_event`, `lock_state`, `make_document`, `notify`, `send_email`, \
             `send_push`, `send_sms`, `set_field`, `succeed_site`, `unlock_state`"
        ),
        "{}",
        told[0]
    );
    let of_machine =
        "/machine/name the machine `deployment` has the effect `stop_runner`, which nobody here carries out; ";
    assert!(told[4].contains(of_machine), "{}", told[4]);
    // Whoever carries one out here needs no word of the pack for it.
    let left = carried(Router::default().connectors()).expect_err("what runs is stopped by nobody");
    assert_eq!(left.reasons().count(), 1);
    // The engine's own jobs are no effects: a pack that names one is told so.
    for own in ["deliver_webhook", "automation", "schedule"] {
        assert!(!Connectors::of_engine().carries(own), "{own}");
    }

    // From a folder it is told with its file.
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    write("pack.toml", "name = \"quay\"\neffects = [\"send_emial\"]\n");
    write(
        "entities/berth.toml",
        "name = \"berth\"\nmachine = { name = \"life\", field = \"status\" }\n[fields]\nstatus = { kind = \"choice\", choices = [\"free\", \
         \"taken\"], required = true, written_by = \"machine\" }\n",
    );
    write(
        "machines/life.toml",
        "name = \"life\"\ninitial = \"free\"\nstates = [{ name = \"free\" }, { name = \"taken\", terminal = true }]\nevents = [{ name = \
         \"take\" }]\n[[transitions]]\nfrom = [\"free\"]\nevent = \"take\"\nto = \"taken\"\neffects = [{ name = \"send_emial\" }]\n",
    );
    let folders = [folder.path().to_owned()];
    let told = start::packs(&folders, &Connectors::of_engine()).expect_err("a fault");
    let file = folder.path().join("machines/life.toml");
    assert_eq!(
        told,
        format!(
            "{} /transitions/0/effects/0/name: nobody here carries out `send_emial`; name it in `elsewhere` of the pack if others do; did you \
             mean `send_email`? [definition.reference]",
            file.display()
        )
    );
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
