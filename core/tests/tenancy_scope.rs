//! No sequence of calls of one tenant changes or reads another.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use ratebook::Code;
use ratebook::tenancy::access::{AccessActor, AccessRecord, ChangeRolesRequest, MaskRequest, MayRequest};
use ratebook::tenancy::flags::{FlagRequest, FlagSubject};
use ratebook::tenancy::{Scope, Scoped, SettingsRequest, Shelf, StandingRequest, Tenant, TenantId, TenantStatus};
use serde_json::{Map, json};

const IDS: [&str; 3] = ["a", "b", "c"];

fn tenant(id: &str) -> Tenant {
    let definition = json!({
        "id": id, "name": id,
        "access": {"masks": {"device": [{"fields": ["/password"], "unless": "secrets:read"}]}},
        "flags": {"search": {"on": true}},
    });
    Tenant::load(definition).unwrap()
}

fn scope(tenant: &Tenant) -> Scope<'_> {
    tenant.scope(&tenant.definition().id).unwrap()
}

/// What a tenant does with a shelf that all of them share.
#[derive(Clone, Debug)]
enum Call {
    Put(u8, u32),
    Change(u8, u32),
    Remove(u8),
    Read(u8),
    ReadAll,
    Clear,
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        4 => (0_u8..4, any::<u32>()).prop_map(|(key, value)| Call::Put(key, value)),
        2 => (0_u8..4, any::<u32>()).prop_map(|(key, value)| Call::Change(key, value)),
        1 => (0_u8..4).prop_map(Call::Remove),
        4 => (0_u8..4).prop_map(Call::Read),
        1 => Just(Call::ReadAll),
        1 => Just(Call::Clear),
    ]
}

/// Makes the call and gives all that the caller gets to see.
fn make(shelf: &mut Shelf<u8, u32>, scope: Scope<'_>, call: &Call) -> Vec<(u8, u32)> {
    let seen = |key: u8, value: Option<u32>| value.map(|value| (key, value)).into_iter().collect();
    match *call {
        Call::Put(key, value) => seen(key, shelf.put(scope, key, value)),
        Call::Change(key, value) => {
            let own = shelf.get_mut(scope, &key);
            seen(key, own.map(|own| std::mem::replace(own, value)))
        }
        Call::Remove(key) => seen(key, shelf.remove(scope, &key)),
        Call::Read(key) => seen(key, shelf.get(scope, &key).copied()),
        Call::ReadAll => shelf.iter(scope).map(|(key, value)| (*key, *value)).collect(),
        Call::Clear => shelf.clear(scope).into_iter().collect(),
    }
}

/// Each tenant alone with a map of its own: what the shelf must look like to it.
fn make_alone(own: &mut BTreeMap<u8, u32>, call: &Call) -> Vec<(u8, u32)> {
    let seen = |key: u8, value: Option<u32>| value.map(|value| (key, value)).into_iter().collect();
    match *call {
        Call::Put(key, value) => seen(key, own.insert(key, value)),
        Call::Change(key, value) => seen(key, own.get_mut(&key).map(|own| std::mem::replace(own, value))),
        Call::Remove(key) => seen(key, own.remove(&key)),
        Call::Read(key) => seen(key, own.get(&key).copied()),
        Call::ReadAll => own.iter().map(|(key, value)| (*key, *value)).collect(),
        Call::Clear => std::mem::take(own).into_iter().collect(),
    }
}

fn actor(tenant: &str, roles: &[&str]) -> AccessActor {
    AccessActor::new(TenantId::new(tenant), "u1").with_roles(roles.iter().copied())
}

fn record(tenant: &str) -> Scoped<AccessRecord> {
    let mut fields = Map::new();
    fields.insert("password".to_owned(), json!("secret of its tenant"));
    Scoped::new(
        AccessRecord::new(TenantId::new(tenant))
            .with_id("r1")
            .with_fields(fields),
    )
}

/// One question of every kind, by an actor of one tenant about a record of another or the same.
fn ask(asked: &Tenant, by: &str, about: &str, kind: u8) -> Result<String, ratebook::Error> {
    let (tenant, now) = (TenantId::new(by), "2026-01-01T00:00:00Z".parse().unwrap());
    let subject = FlagSubject::new(tenant.clone(), now);
    let owner = actor(by, &["owner"]);
    let members = vec![Scoped::new(actor(about, &["owner"]))];
    match kind {
        0 => asked
            .settings(&SettingsRequest::new(tenant))
            .map(|answer| format!("{answer:?}")),
        1 => {
            let request = StandingRequest::new(tenant, now).with_becomes(TenantStatus::Deleting);
            asked.standing(&request).map(|answer| format!("{answer:?}"))
        }
        2 => {
            let request = MayRequest::new(owner, "secrets:read").with_record(record(about));
            asked.may(&request).map(|answer| format!("{answer:?}"))
        }
        3 => asked.permissions(&owner).map(|answer| format!("{answer:?}")),
        4 => {
            let request = MaskRequest::new(owner, "device", record(about));
            asked.mask(&request).map(|answer| format!("{answer:?}"))
        }
        5 => {
            let roles = vec!["owner".to_owned()];
            let request = ChangeRolesRequest::new(owner, members, "u1", roles);
            asked.change_roles(&request).map(|answer| format!("{answer:?}"))
        }
        6 => {
            let request = FlagRequest::new("search", subject);
            asked.flag(&request).map(|answer| format!("{answer:?}"))
        }
        _ => asked.flags(&subject).map(|answer| format!("{answer:?}")),
    }
}

proptest! {
    #[test]
    fn to_each_tenant_a_shared_shelf_is_its_own(calls in prop::collection::vec((0_usize..3, call()), 0..200)) {
        let tenants: Vec<Tenant> = IDS.iter().map(|id| tenant(id)).collect();
        let mut shelf = Shelf::new();
        let mut alone = vec![BTreeMap::new(); IDS.len()];
        for (who, call) in &calls {
            let seen = make(&mut shelf, scope(&tenants[*who]), call);
            prop_assert_eq!(seen, make_alone(&mut alone[*who], call), "{:?}", call);
        }
        for (tenant, own) in tenants.iter().zip(&alone) {
            let all: BTreeMap<u8, u32> = shelf.iter(scope(tenant)).map(|(key, value)| (*key, *value)).collect();
            prop_assert_eq!(&all, own);
        }
    }

    #[test]
    fn no_sequence_of_questions_reads_or_changes_another(
        questions in prop::collection::vec((0_usize..3, 0_usize..3, 0_usize..3, 0_u8..8), 1..60),
    ) {
        let tenants: Vec<Tenant> = IDS.iter().map(|id| tenant(id)).collect();
        let before: Vec<Vec<String>> = tenants.iter().map(own_answers).collect();
        for (asked, by, about, kind) in questions {
            let answer = ask(&tenants[asked], IDS[by], IDS[about], kind);
            let takes_record = matches!(kind, 2 | 4 | 5);
            if asked == by && (!takes_record || asked == about) {
                prop_assert!(answer.is_ok(), "{:?}", answer);
                continue;
            }
            let error = answer.unwrap_err();
            prop_assert_eq!(error.code(), Code::TenancyWrongTenant);
            let told = format!("{error:?}");
            prop_assert!(!told.contains("secret of its tenant"));
        }
        let after: Vec<Vec<String>> = tenants.iter().map(own_answers).collect();
        prop_assert_eq!(before, after);
    }

    #[test]
    fn what_is_scoped_opens_to_its_own_tenant_alone(whose in 0_usize..3, who in 0_usize..3) {
        let asking = tenant(IDS[who]);
        let kept = record(IDS[whose]);
        let told = format!("{kept:?}");
        prop_assert!(!told.contains("secret"));
        prop_assert_eq!(kept.within(scope(&asking), "/record").is_ok(), whose == who);
        prop_assert_eq!(kept.into_within(scope(&asking), "/record").is_ok(), whose == who);
        prop_assert_eq!(asking.scope(&TenantId::new(IDS[whose])).is_ok(), whose == who);
    }
}

fn own_answers(tenant: &Tenant) -> Vec<String> {
    let id = tenant.definition().id.as_str();
    (0..8).map(|kind| ask(tenant, id, id, kind).unwrap()).collect()
}
