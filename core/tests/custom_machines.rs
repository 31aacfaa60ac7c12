//! Machines of a tenant's own under a later version of their pack: where one has no place any more nothing begins by it, and what lives by
//! it goes on.
#![expect(clippy::expect_used, reason = "a test that cannot go on says so")]

use std::collections::BTreeMap;

use ratebook::records::{CustomMachine, Pack, RecordCheckRequest, RecordFireRequest};
use ratebook::tenancy::TenantId;
use ratebook::tenancy::access::AccessActor;
use serde_json::{Map, Value, json};

/// Jobs and errands, each by a machine; a schedule finishes what is open of one of them, by an event of this name.
fn yard(event: &str) -> Pack {
    let machine = json!({
        "name": "job", "initial": "open", "states": [{"name": "open"}, {"name": "done", "terminal": true}],
        "events": [{"name": "finish"}, {"name": "end"}],
        "transitions": [{"from": ["open"], "event": "finish", "to": "done"}, {"from": ["open"], "event": "end", "to": "done"}]
    });
    let fields = json!({"title": {"kind": "text"}, "status": {"kind": "choice", "choices": ["open", "done"], "written_by": "machine"}});
    let life = json!({"name": "job", "field": "status"});
    let entity = |name: &str| json!({"name": name, "machine": life, "fields": fields});
    let definition = json!({
        "name": "yard", "roles": {"boss": {"allow": ["*"]}}, "machines": [machine],
        "entities": [entity("job"), entity("errand")],
        "schedules": [{"name": "nightly", "cron": "15 0 * * *", "entity": "job", "do": {"event": event}}]
    });
    Pack::load(definition).expect("a pack")
}

/// A machine with a state more, that is finished and never ended.
fn own() -> CustomMachine {
    let own = json!({"machine": {
        "name": "job", "version": 1_000_000, "initial": "open",
        "states": [{"name": "open"}, {"name": "paid"}, {"name": "done", "terminal": true}],
        "events": [{"name": "finish"}, {"name": "pay"}],
        "transitions": [{"from": ["open"], "event": "pay", "to": "paid"}, {"from": ["paid"], "event": "finish", "to": "done"}]
    }});
    serde_json::from_value(own).expect("a machine")
}

/// The record's.
const ID: &str = "01890a5d-ac96-774b-bcce-b302099a0001";

fn boss() -> AccessActor {
    AccessActor::new(TenantId::new("acme"), "ann").with_roles(["boss"])
}

fn begun(pack: &Pack, entity: &str) -> Result<Map<String, Value>, String> {
    let now = "2026-05-03T08:00:00Z".parse().expect("a moment");
    let mut change = Map::new();
    change.insert("title".to_owned(), "Mow".into());
    let mut request = RecordCheckRequest::new(entity, boss(), now);
    request.id = Some(ID.to_owned());
    request.change = change;
    let checked = pack.check(&request).map_err(|error| error.code().as_str().to_owned())?;
    Ok(checked.record)
}

#[test]
fn where_it_has_no_place_any_more_nothing_begins_and_what_lives_goes_on() {
    let several = BTreeMap::from([("errand".to_owned(), own()), ("job".to_owned(), own())]);
    let (before, reasons) = yard("finish").closed_machines(several.clone()).expect("a pack");
    assert!(reasons.is_empty(), "{reasons:?}");
    let mut job = begun(&before, "job").expect("a record");
    assert_eq!(job["machine_version"], 1_000_000);
    // The later one ends jobs by an event that the tenant's machine has not. Errands are none of its business.
    let (after, reasons) = yard("end").closed_machines(several).expect("a pack");
    assert_eq!(reasons.keys().collect::<Vec<_>>(), ["job"]);
    let told = &reasons["job"][0];
    assert_eq!(told.path, "/machine");
    assert!(told.message.contains("/schedules/0/do/event"), "{}", told.message);
    assert_eq!(begun(&after, "job"), Err("records.not_writable".to_owned()));
    assert_eq!(begun(&after, "errand").expect("a record")["machine_version"], 1_000_000);
    job.insert("version".to_owned(), 1.into());
    let now = "2026-05-04T08:00:00Z".parse().expect("a moment");
    let fired = after
        .fire(&RecordFireRequest::new("job", boss(), now, job, "pay"))
        .expect("it goes on");
    assert_eq!(fired.record["status"], "paid");
}

#[test]
fn of_what_the_pack_has_no_more_nothing_is_left() {
    let several = BTreeMap::from([("parcel".to_owned(), own())]);
    let (pack, reasons) = yard("finish").closed_machines(several).expect("a pack");
    assert_eq!(reasons.keys().collect::<Vec<_>>(), ["parcel"]);
    assert!(pack.definition().custom_machines.is_empty());
}

#[test]
fn a_pack_leaves_the_versions_of_tenants_to_them() {
    let mut definition = serde_json::to_value(yard("finish").definition()).expect("a definition");
    definition["machines"][0]["version"] = 1_000_000.into();
    let error = Pack::load(definition).expect_err("a version of tenants");
    assert_eq!(error.path(), "/machines/0/version");
}
