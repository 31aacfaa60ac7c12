//! Roles and permissions against a reading of the rules by hand, with names in place of bits.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use ratebook::tenancy::access::{
    AccessActor, AccessRecord, AccessVerdict, AccessVia, MaskRequest, MayRequest, RecordDenial, RecordGrant,
};
use ratebook::tenancy::{Scoped, Tenant, TenantId};
use serde_json::{Map, Value, json};

const AREAS: [&str; 4] = ["boats", "crews", "berths", "fuel"];
const ACTS: [&str; 4] = ["read", "write", "sell", "write:own"];
const PEOPLE: [&str; 3] = ["ann", "bob", "cas"];
const FIELDS: [&str; 2] = ["owner", "skipper"];

/// A role that includes only roles before it, so that there is no way round.
#[derive(Clone, Debug)]
struct Role {
    includes: Vec<usize>,
    allow: Vec<String>,
    deny: Vec<String>,
    grants: Vec<(usize, Vec<String>)>,
}

fn permissions() -> Vec<String> {
    AREAS
        .iter()
        .flat_map(|area| ACTS.iter().map(move |act| format!("{area}:{act}")))
        .collect()
}

fn pattern() -> impl Strategy<Value = String> {
    let mut all = permissions();
    all.extend(AREAS.iter().map(|area| format!("{area}:*")));
    all.extend(["boats:write:*".to_owned(), "*".to_owned()]);
    prop::sample::select(all)
}

fn patterns(most: usize) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(pattern(), 0..=most)
}

fn roles() -> impl Strategy<Value = Vec<Role>> {
    let grant = (0_usize..FIELDS.len(), patterns(2));
    let role = (
        prop::collection::vec(any::<prop::sample::Index>(), 0..3),
        patterns(3),
        prop_oneof![3 => Just(vec![]), 1 => patterns(2)],
        prop::collection::vec(grant, 0..2),
    );
    prop::collection::vec(role, 1..6).prop_map(|roles| {
        let role = |(place, (includes, allow, deny, grants)): (usize, (Vec<prop::sample::Index>, _, _, _))| Role {
            includes: if place == 0 {
                vec![]
            } else {
                includes.iter().map(|one| one.index(place)).collect()
            },
            allow,
            deny,
            grants,
        };
        roles.into_iter().enumerate().map(role).collect()
    })
}

fn definition(roles: &[Role]) -> Value {
    let rules = roles.iter().enumerate().map(|(place, role)| {
        let includes: Vec<String> = role.includes.iter().map(|one| format!("r{one}")).collect();
        let grants: Vec<Value> = role
            .grants
            .iter()
            .map(|(field, permissions)| json!({"relation": FIELDS[*field], "field": FIELDS[*field], "permissions": permissions}))
            .collect();
        let rules = json!({"includes": includes, "allow": role.allow, "deny": role.deny, "grants": grants});
        (format!("r{place}"), rules)
    });
    let roles: Map<String, Value> = rules.collect();
    json!({"id": "acme", "name": "Acme", "access": {"permissions": permissions(), "roles": roles}})
}

fn covers(pattern: &str, permission: &str) -> bool {
    let (pattern, permission): (Vec<_>, Vec<_>) = (pattern.split(':').collect(), permission.split(':').collect());
    match pattern.split_last() {
        Some((&"*", start)) => permission.len() > start.len() && permission.starts_with(start),
        _ => pattern == permission,
    }
}

/// All roles that somebody has, by walking through what they include.
fn all_of(roles: &[Role], held: &[usize]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut open = held.to_vec();
    while let Some(one) = open.pop() {
        if found.insert(one) {
            open.extend(&roles[one].includes);
        }
    }
    found
}

fn by_hand(roles: &[Role], actor: &AccessActor, held: &[usize], action: &str, record: Option<&AccessRecord>) -> bool {
    let all = all_of(roles, held);
    let any = |patterns: &[String]| patterns.iter().any(|one| covers(one, action));
    if all.iter().any(|one| any(&roles[*one].deny)) {
        return false;
    }
    if all.iter().any(|one| any(&roles[*one].allow)) {
        return true;
    }
    let Some(record) = record else { return false };
    let mut relations = all.iter().flat_map(|one| &roles[*one].grants);
    let names = |field: &str| record.fields.get(field) == Some(&json!(actor.id));
    relations.any(|(field, permissions)| names(FIELDS[*field]) && any(permissions))
        || actor
            .grants
            .iter()
            .any(|grant| Some(&grant.record) == record.id.as_ref() && any(&grant.permissions))
}

fn record() -> impl Strategy<Value = Option<AccessRecord>> {
    let person = || prop::sample::select(PEOPLE.to_vec());
    let some = (0_u8..3, person(), person()).prop_map(|(id, owner, skipper)| {
        let fields = json!({"owner": owner, "skipper": skipper});
        AccessRecord::new(TenantId::new("acme"))
            .with_id(format!("b{id}"))
            .with_fields(fields.as_object().unwrap().clone())
    });
    prop::option::weighted(0.8, some)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn bits_say_what_names_say(
        roles in roles(),
        held in prop::collection::vec(any::<prop::sample::Index>(), 0..3),
        who in prop::sample::select(PEOPLE.to_vec()),
        grants in prop::collection::vec((0_u8..3, patterns(2)), 0..2),
        record in record(),
    ) {
        let tenant = Tenant::load(definition(&roles)).unwrap();
        let held: Vec<usize> = held.iter().map(|one| one.index(roles.len())).collect();
        let actor = AccessActor::new(TenantId::new("acme"), who).with_roles(held.iter().map(|one| format!("r{one}"))).with_grants(grants
                .into_iter()
                .map(|(id, permissions)| RecordGrant::new(format!("b{id}"), permissions)));
        let access = tenant.access();
        let holder = access.holder(&actor).unwrap();
        let mut on_all = Vec::new();
        for action in permissions() {
            let expected = by_hand(&roles, &actor, &held, &action, record.as_ref());
            let everywhere = by_hand(&roles, &actor, &held, &action, None);
            let mut request = MayRequest::new(actor.clone(), action.clone());
            request.record = record.clone().map(Scoped::new);
            let verdict = tenant.may(&request);
            let verdict = verdict.unwrap();
            prop_assert_eq!(verdict.allowed, expected, "{} {:?}", action, verdict);
            consistent(&verdict, &action, everywhere)?;
            let id = access.permission(&action).unwrap();
            prop_assert_eq!(holder.may(id), everywhere);
            if let Some(record) = &record {
                prop_assert_eq!(holder.may_with(id, record), expected);
                let elsewhere = record.clone().with_tenant(TenantId::new("globex"));
                prop_assert!(!holder.may_with(id, &elsewhere));
            }
            if everywhere {
                on_all.push(action);
            }
        }
        on_all.sort();
        let told = tenant.permissions(&actor).unwrap();
        let own: Vec<String> = told.into_iter().filter(|name| permissions().contains(name)).collect();
        prop_assert_eq!(own, on_all);
    }

    /// A field is hidden exactly from those who may not with that record what the mask asks.
    #[test]
    fn a_mask_hides_from_those_who_may_not(
        roles in roles(),
        held in prop::collection::vec(any::<prop::sample::Index>(), 0..3),
        who in prop::sample::select(PEOPLE.to_vec()),
        grants in prop::collection::vec((0_u8..3, patterns(2)), 0..2),
        denials in prop::collection::vec((0_u8..3, patterns(2)), 0..2),
        record in record(),
    ) {
        let permissions = permissions();
        let field = |permission: &String| permission.replace(':', "_");
        let masks = permissions.iter().map(|one| json!({"fields": [format!("/{}", field(one))], "unless": one}));
        let mut definition = definition(&roles);
        definition["access"]["masks"] = json!({"boat": masks.collect::<Vec<_>>()});
        let tenant = Tenant::load(definition).unwrap();
        let roles = held.iter().map(|one| format!("r{}", one.index(roles.len())));
        let actor = AccessActor::new(TenantId::new("acme"), who)
            .with_roles(roles)
            .with_grants(grants.into_iter().map(|(id, all)| RecordGrant::new(format!("b{id}"), all)))
            .with_denials(denials.into_iter().map(|(id, all)| RecordDenial::new(format!("b{id}"), all)));
        // One without an id may be any that is denied.
        let mut record = record.unwrap_or_else(|| AccessRecord::new(TenantId::new("acme")));
        record.fields.extend(permissions.iter().map(|one| (field(one), json!("seen"))));
        let shown = tenant.mask(&MaskRequest::new(actor.clone(), "boat", Scoped::new(record.clone()))).unwrap();
        for permission in &permissions {
            let mut request = MayRequest::new(actor.clone(), permission.clone());
            request.record = Some(Scoped::new(record.clone()));
            let may = tenant.may(&request).unwrap().allowed;
            prop_assert_eq!(shown.fields[&field(permission)] == json!("seen"), may, "{}", permission);
        }
    }

    /// Adding a role or a rule that denies never allows more.
    #[test]
    fn denying_more_never_allows_more(roles in roles(), more in patterns(3)) {
        let mut strict = roles.clone();
        strict[0].deny.extend(more);
        let held = |definition: Value| {
            let tenant = Tenant::load(definition).unwrap();
            let ids = (0..roles.len()).map(|place| {
                let actor = AccessActor::new(TenantId::new("acme"), "ann").with_roles([format!("r{place}")]);
                tenant.permissions(&actor).unwrap()
            });
            ids.collect::<Vec<_>>()
        };
        for (before, after) in held(definition(&roles)).iter().zip(held(definition(&strict))) {
            prop_assert!(after.iter().all(|name| before.contains(name)));
        }
    }
}

fn consistent(verdict: &AccessVerdict, action: &str, everywhere: bool) -> Result<(), TestCaseError> {
    prop_assert_eq!(verdict.via.is_some(), verdict.allowed);
    prop_assert_eq!(verdict.missing.as_deref() == Some(action), !verdict.allowed);
    prop_assert_eq!(verdict.audit, !verdict.allowed);
    prop_assert!(!(verdict.allowed && verdict.denied_by.is_some()));
    prop_assert_eq!(matches!(verdict.via, Some(AccessVia::Role(_))), everywhere);
    Ok(())
}

#[test]
fn a_permission_of_another_catalogue_is_held_by_nobody() {
    let load = |permissions: &[&str]| {
        let definition = json!({"id": "acme", "name": "Acme", "access": {"permissions": permissions}});
        Tenant::load(definition).unwrap()
    };
    let (one, other) = (load(&["boats:read"]), load(&["crews:read"]));
    let owner = AccessActor::new(TenantId::new("acme"), "ann").with_roles(["owner"]);
    let foreign = other.access().permission("crews:read").unwrap();
    let holder = one.access().holder(&owner).unwrap();
    assert!(!holder.may(foreign));
    assert!(holder.may(one.access().permission("boats:read").unwrap()));
    assert!(one.access().permission("crews:read").is_none());
}

#[test]
fn built_in_roles_hold_what_the_guide_says_and_no_secret_by_accident() {
    let tenant = Tenant::load(json!({"id": "acme", "name": "Acme"})).unwrap();
    let mut held = BTreeMap::new();
    for role in ["owner", "admin", "manager", "agent", "viewer", "customer", "supplier"] {
        let actor = AccessActor::new(TenantId::new("acme"), "ann").with_roles([role.to_owned()]);
        held.insert(role, tenant.permissions(&actor).unwrap());
    }
    assert_eq!(held["owner"], held["admin"]);
    for role in ["manager", "agent", "viewer", "customer", "supplier"] {
        let outside = |name: &String| {
            let kinds = [
                "settings:",
                "billing:",
                "keys:",
                "tenant:",
                "secrets:",
                "audit:",
                "flags:",
            ];
            kinds.iter().any(|kind| name.starts_with(kind)) || name == "users:write"
        };
        assert!(!held[role].iter().any(outside), "{role}");
        let lists = |name: &String| name.starts_with("rates:") && name != "rates:read";
        assert!(!held[role].iter().any(lists), "{role}");
    }
    let holds_all = |more: &str, less: &str| held[less].iter().all(|name| held[more].contains(name));
    assert!(holds_all("admin", "manager") && holds_all("manager", "agent") && holds_all("agent", "viewer"));
    assert!(held["customer"].is_empty() && held["supplier"].is_empty());
}
