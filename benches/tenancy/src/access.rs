//! May somebody do something with a record? All ways to ask must agree before one is timed.

use std::hint::black_box;

use ratebook::tenancy::access::{AccessActor, AccessRecord, MayRequest, PermissionId};
use ratebook::tenancy::{Scoped, Tenant, TenantId};
use serde_json::{Value, json};

use crate::by_hand;
use crate::rules::{self, ACTORS, HERS, RECORDS, Record, Role, SUE, permissions};
use crate::timing::{each, median_each};

/// How often the two hundred questions are asked in a round.
const TIMES: usize = 200;

pub(crate) fn figures() -> Value {
    let tenant = Tenant::load(rules::tenant()).expect("a sound tenant");
    let (access, names) = (tenant.access(), permissions());
    assert_eq!(names.len(), 200);
    let ids: Vec<PermissionId> = names
        .iter()
        .map(|name| access.permission(name).expect("a permission"))
        .collect();
    assert_eq!(questions(&tenant).len(), 3_600);

    let (actor, record) = (actor(&ACTORS[SUE]), record(&RECORDS[HERS]));
    let holder = access.holder(&actor).expect("an actor of the tenant");
    let requests: Vec<MayRequest> = names.iter().map(|name| asked(&actor, name, &record)).collect();
    json!({
        "may": all(&ids, |id| black_box(&holder).may(*id)),
        "may_with": all(&ids, |id| black_box(&holder).may_with(*id, black_box(&record))),
        "may_by_name": all(&names, |name| access.permission(name).is_some_and(|id| holder.may_with(id, black_box(&record)))),
        "verdict": all(&requests, |request| tenant.may(request).is_ok_and(|verdict| verdict.allowed)),
        "holder": each(10_000, || access.holder(black_box(&actor))),
        "by_hand": by_hand_figure(&names),
    })
}

/// The rules and every question with its answer; those that are timed are of one actor and one record.
pub(crate) fn workload() -> Value {
    let tenant = Tenant::load(rules::tenant()).expect("a sound tenant");
    json!({
        "permissions": permissions(),
        "roles": rules::roles().iter().map(Role::json).collect::<Vec<_>>(),
        "actors": ACTORS.iter().map(|one| json!({"id": one.id, "roles": one.roles})).collect::<Vec<_>>(),
        "records": RECORDS.iter().map(Record::json).collect::<Vec<_>>(),
        "questions": questions(&tenant),
        "timed": {"actor": ACTORS[SUE].id, "record": RECORDS[HERS].id},
    })
}

/// Nanoseconds of one of two hundred questions.
fn all<T>(questions: &[T], may: impl Fn(&T) -> bool) -> f64 {
    median_each(TIMES * questions.len(), || {
        for _ in 0..TIMES {
            for question in questions {
                black_box(may(black_box(question)));
            }
        }
    })
}

fn actor(actor: &rules::Actor) -> AccessActor {
    AccessActor::new(TenantId::new("acme"), actor.id).with_roles(actor.roles.iter().copied())
}

fn record(record: &rules::Record) -> AccessRecord {
    let fields = [("customer_id", record.customer), ("supplier_id", record.supplier)];
    AccessRecord::new(TenantId::new("acme"))
        .with_id(record.id)
        .with_fields(fields)
}

fn asked(actor: &AccessActor, action: &str, record: &AccessRecord) -> MayRequest {
    MayRequest::new(actor.clone(), action).with_record(Scoped::new(record.clone()))
}

/// Everybody, every permission, every record: our three ways to ask and the one by hand must agree on each.
fn questions(tenant: &Tenant) -> Vec<Value> {
    let (access, roles) = (tenant.access(), by_hand::Roles::new());
    let mut questions = Vec::new();
    for (who, with) in ACTORS
        .iter()
        .flat_map(|who| RECORDS.iter().map(move |with| (who, with)))
    {
        let (actor, record) = (actor(who), record(with));
        let holder = access.holder(&actor).expect("an actor of the tenant");
        for name in permissions() {
            let id = access.permission(&name).expect("a permission");
            let may = holder.may_with(id, &record);
            let told = tenant.may(&asked(&actor, &name, &record)).expect("a sound question");
            let by_hand = roles.may(&by_hand::actor(who), &name, &by_hand::record(with));
            assert_eq!((told.allowed, by_hand), (may, may), "{} {name} {}", who.id, with.id);
            assert!(may || !holder.may(id));
            questions.push(json!({"actor": who.id, "action": name, "record": with.id, "may": may}));
        }
    }
    questions
}

fn by_hand_figure(names: &[String]) -> f64 {
    let roles = by_hand::Roles::new();
    let (actor, record) = (by_hand::actor(&ACTORS[SUE]), by_hand::record(&RECORDS[HERS]));
    all(names, |name| roles.may(black_box(&actor), name, black_box(&record)))
}
