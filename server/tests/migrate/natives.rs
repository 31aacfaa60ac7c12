//! What a pack has added to natives, through its versions: the table is all packs', the values go along.

use ratebook_server::store::upgrade::{plan, upgrade};
use serde_json::{Value, json};

use crate::fill::{TENANTS, keep};
use crate::support::{Cluster, Database, Raw, both, pack, refused, words};

fn studio(name: &str, version: u32, fields: Value) -> Value {
    json!({"name": name, "version": version, "entities": [{"name": "booking", "native": true, "fields": fields}]})
}

/// A tenant of a pack, with one booking.
async fn booked(database: &Database, own: &Value, place: usize, extra: Value) {
    let own = pack(own);
    upgrade(&database.store, &own, &[]).await.expect("a fresh start");
    let mut raw = database.raw().await;
    let (tenant, name) = (place + 1, &own.definition().name);
    let whose = match &raw {
        Raw::Sqlite(_) => format!("X'{}'", format!("{tenant:02}").repeat(16)),
        Raw::Postgres(_) => format!("'{}'::uuid", format!("{tenant:02}").repeat(16)),
    };
    let text = format!(
        "INSERT INTO tenants (id, slug, name, pack, zone, state, version, created_at, updated_at) VALUES ({whose}, 't{tenant}', 'T', '{name}', \
         'UTC', 'active', 1, 0, 0)"
    );
    raw.run(text).await.expect("a tenant");
    let id = format!("00000000-0000-7000-8000-{tenant:012}");
    let mut record = json!({"id": id, "group_id": id, "place": 0, "resource_entity": "room", "resource_id": id, "units": 1, "state": "confirmed",
        "starts_at": "2026-01-01T10:00:00Z", "ends_at": "2026-01-01T11:00:00Z", "made_by": "ann", "revision": 0, "version": 1,
        "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"});
    for (name, value) in extra.as_object().expect("fields") {
        record[name] = value.clone();
    }
    let entity = own.entity("booking").expect("an entity");
    for field in entity
        .fields()
        .iter()
        .filter(|field| record.get(field.name()).is_none())
        .collect::<Vec<_>>()
    {
        record[field.name()] = Value::Null;
    }
    let Value::Object(record) = record else {
        unreachable!("an object")
    };
    keep(&mut raw, &own, entity, TENANTS[place], &record)
        .await
        .expect("a booking");
}

/// What stands beside bookings: whose, in which field, which number and which text.
async fn beside(database: &Database) -> Vec<String> {
    let mut raw = database.raw().await;
    let asked = "SELECT t.slug, c.field, CAST(c.number AS text), c.text FROM native__booking__custom c JOIN tenants t ON t.id = c.tenant_id \
                 ORDER BY 1, 2";
    let rows = raw.texts(asked).await.into_iter();
    let told = |row: Vec<Option<String>>| {
        row.into_iter()
            .map(Option::unwrap_or_default)
            .collect::<Vec<_>>()
            .join(" ")
    };
    rows.map(told).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_added_to_natives_follows_its_pack() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let guests = json!({"kind": "integer", "max": "90"});
        let text = json!({"kind": "text"});
        let first = json!({"guests": guests, "occasion": text, "fax": text, "telex": text});
        let said = json!({"guests": 12, "occasion": "Fair", "fax": "1", "telex": "2"});
        booked(&database, &studio("studio", 1, first.clone()), 0, said.clone()).await;
        // Another pack has the same names, and is another pack.
        booked(&database, &studio("hotel", 1, first), 1, said).await;
        let hotel = ["t2 fax  1", "t2 guests 12 ", "t2 occasion  Fair", "t2 telex  2"];
        // What takes less would not fit what is there: nothing is changed.
        let narrow = json!({"kind": "integer", "max": "9"});
        for (field, why) in [(narrow, "min, max"), (json!({"kind": "decimal", "max": "90"}), "kind")] {
            let narrower = studio(
                "studio",
                2,
                json!({"guests": field, "occasion": text, "fax": text, "telex": text}),
            );
            let failure = upgrade(&database.store, &pack(&narrower), &[])
                .await
                .expect_err("a refusal");
            let reasons = refused(failure);
            assert!(
                reasons[0].contains("`guests` of the native `booking`") && reasons[0].contains(why),
                "{reasons:?}"
            );
        }
        assert_eq!(beside(&database).await.len(), 8);
        let wider = json!({"kind": "integer", "max": "500"});
        let event = json!({"kind": "text", "was": "occasion"});
        let second = pack(&studio(
            "studio",
            2,
            json!({"guests": wider, "event": event, "seats": guests}),
        ));
        let told = plan(&database.store, &second, &words(&["booking.fax"]))
            .await
            .expect("a plan");
        let losses: Vec<(&str, bool)> = told
            .losses
            .iter()
            .map(|loss| (loss.name.as_str(), loss.accepted))
            .collect();
        assert_eq!(losses, [("booking.fax", true), ("booking.telex", false)]);
        assert!(told.steps.is_empty(), "{:?}", told.steps);
        let strange = upgrade(&database.store, &second, &words(&["booking.title"]))
            .await
            .expect_err("a refusal");
        assert!(refused(strange)[0].contains("does not lose `booking.title`"));
        upgrade(&database.store, &second, &words(&["booking.fax"]))
            .await
            .expect("an upgrade");
        let own = ["t1 event  Fair", "t1 guests 12 ", "t1 telex__retired_2  2"];
        assert_eq!(beside(&database).await, [own.as_slice(), &hotel].concat());
        // What comes again begins empty.
        let third = studio(
            "studio",
            3,
            json!({"guests": wider, "event": event, "seats": guests, "telex": text}),
        );
        upgrade(&database.store, &pack(&third), &[]).await.expect("an upgrade");
        assert_eq!(beside(&database).await, [own.as_slice(), &hotel].concat());
    }
}
