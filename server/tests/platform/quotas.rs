//! How many records a tenant has at most, by its plan.

use std::sync::{Barrier, Mutex};
use std::thread;

use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

/// A pack that counts tags and subscribers, and sites without an end.
fn counting(pack: &mut Value) {
    pack["quotas"] = json!([
        {"name": "tag", "standard": {"soft": 2, "hard": 3}, "plans": {"large": {"hard": 40}}},
        {"name": "subscriber", "standard": {"hard": 1}},
        {"name": "site", "standard": {}},
    ]);
}

fn on_both(test: impl Fn(&Served)) {
    for base in [Base::Sqlite, Base::Postgres] {
        test(&Served::start_by(base, counting));
    }
}

fn made(client: &Client, name: &str) -> Answer {
    client.post("/v1/tags", &json!({"name": name}))
}

fn id(operator: &Client, slug: &str) -> String {
    let tenants = operator.get("/v1/tenants").is(200).json();
    let mut all = tenants["items"].as_array().expect("tenants").iter();
    let own = all.find(|tenant| tenant["slug"] == slug).expect("a tenant");
    own["id"].as_str().expect("an id").to_owned()
}

#[test]
fn a_tenant_has_as_many_as_its_plan_has_room_for() {
    on_both(|served| {
        let operator = served.operator();
        let ann = served.tenant(&operator, "acme");
        for name in ["one", "two", "three"] {
            made(&ann, name).is(201);
        }
        let refused = made(&ann, "four").fails(422, "tenancy.quota").json();
        assert_eq!(refused["details"]["limit"], 3, "{refused}");
        assert_eq!(
            (&refused["details"]["used"], &refused["details"]["quota"]),
            (&json!(3), &json!("tag"))
        );
        assert_eq!(ann.get("/v1/tags?total=true").is(200).json()["total"], 3);
        let quotas = ann.get("/v1/quotas").is(200).json();
        let own = &quotas["items"][0];
        assert_eq!(
            (&own["used"], &own["remaining"], &own["overage"]),
            (&json!(3), &json!(0), &json!(1)),
            "{quotas}"
        );
        assert_eq!(own["reached_percent"], json!([80, 100]));
        // Several at once are all or none.
        let items: Vec<Value> = (0..2).map(|number| json!({"name": format!("more-{number}")})).collect();
        ann.post("/v1/tags/bulk", &json!({"action": "create", "items": items}))
            .fails(422, "tenancy.quota");
        // Another tenant has its own.
        made(&served.tenant(&operator, "other"), "one").is(201);
        // Another plan has more room, and a plan that there is not is none.
        let place = format!("/v1/tenants/{}", id(&operator, "acme"));
        operator
            .patch(&place, &json!({"plan": "huge"}))
            .fails(422, "request.unknown");
        assert_eq!(
            operator.patch(&place, &json!({"plan": "large"})).is(200).json()["plan"],
            "large"
        );
        made(&ann, "four").is(201);
        // Whoever has more than there may be keeps it.
        operator.patch(&place, &json!({"plan": null})).is(200);
        made(&ann, "five").fails(422, "tenancy.quota");
        assert_eq!(ann.get("/v1/tags?total=true").is(200).json()["total"], 4);
    });
}

#[test]
fn what_has_gone_makes_room_and_takes_it_again_when_it_comes_back() {
    on_both(|served| {
        let operator = served.operator();
        let ann = served.tenant(&operator, "acme");
        let first = made(&ann, "one").is(201).json()["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        for name in ["two", "three"] {
            made(&ann, name).is(201);
        }
        ann.delete(&format!("/v1/tags/{first}")).is(204);
        made(&ann, "four").is(201);
        made(&ann, "five").fails(422, "tenancy.quota");
        // What was deleted softly comes back where there is room for it.
        let plan = json!({
            "name": "Home", "download_mbps": 100, "upload_mbps": 20, "cycle": "monthly",
            "price": {"amount": "29.90", "currency": "EUR"}, "is_active": true,
        });
        let plan = ann.post("/v1/service-plans", &plan).is(201).json()["id"].clone();
        let subscriber = |name: &str| {
            let body =
                json!({"name": name, "phone": "+34600000000", "address": "Calle Mayor 1", "service_plan_id": plan});
            ann.post("/v1/subscribers", &body)
        };
        let place = |made: &Value| format!("/v1/subscribers/{}", made["id"].as_str().expect("an id"));
        let ada = place(&subscriber("Ada").is(201).json());
        ann.delete(&ada).is(204);
        let ben = place(&subscriber("Ben").is(201).json());
        let refused = ann.post(&format!("{ada}/restore"), &json!({}));
        refused.fails(422, "tenancy.quota");
        ann.delete(&ben).is(204);
        ann.post(&format!("{ada}/restore"), &json!({})).is(200);
        subscriber("Cas").fails(422, "tenancy.quota");
    });
}

#[test]
fn the_last_place_is_taken_once() {
    on_both(|served| {
        let operator = served.operator();
        let ann = served.tenant(&operator, "acme");
        let place = format!("/v1/tenants/{}", id(&operator, "acme"));
        operator.patch(&place, &json!({"plan": "large"})).is(200);
        for number in 0..39 {
            made(&ann, &format!("tag-{number}")).is(201);
        }
        for round in 0..8 {
            let (answers, start) = (Mutex::new(Vec::new()), Barrier::new(64));
            thread::scope(|scope| {
                for number in 0..64 {
                    let (ann, answers, start) = (ann.clone(), &answers, &start);
                    scope.spawn(move || {
                        // A line is open by then.
                        ann.get("/v1/tags?limit=1").is(200);
                        start.wait();
                        let answer = made(&ann, &format!("last-{round}-{number}"));
                        answers.lock().expect("answers").push(answer);
                    });
                }
            });
            let answers = answers.into_inner().expect("answers");
            let (done, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 201);
            assert_eq!(done.len(), 1, "in round {round}");
            for answer in refused {
                answer.fails(422, "tenancy.quota");
            }
            assert_eq!(ann.get("/v1/tags?total=true").is(200).json()["total"], 40);
            let taken = done[0].json()["id"].as_str().expect("an id").to_owned();
            ann.delete(&format!("/v1/tags/{taken}")).is(204);
        }
    });
}
