//! Roles of a tenant's own under a later version of their pack: what it has lost gives nothing.
#![expect(clippy::expect_used, reason = "a test that cannot go on says so")]

use std::collections::BTreeMap;

use ratebook::records::Pack;
use ratebook::tenancy::TenantId;
use ratebook::tenancy::access::{AccessActor, CustomRole};
use serde_json::{Value, json};

fn yard(permissions: &Value, roles: &Value) -> Pack {
    let definition = json!({
        "name": "yard", "permissions": permissions, "roles": roles,
        "entities": [{"name": "car", "fields": {"plate": {"kind": "text"}}}]
    });
    Pack::load(definition).expect("a pack")
}

fn own(roles: Value) -> BTreeMap<String, CustomRole> {
    serde_json::from_value(roles).expect("roles")
}

/// What somebody of these roles may by a pack with roles of the tenant's own, as far as these hold.
fn may(pack: &Pack, own: &BTreeMap<String, CustomRole>, roles: &[&str], permission: &str) -> bool {
    let (closed, _) = pack.closed_roles(own);
    let pack = pack.with_custom_roles(closed).expect("closed roles hold");
    let actor = AccessActor::new(TenantId::new("acme"), "ann").with_roles(roles.iter().copied());
    let holder = pack.holder(&actor).expect("roles");
    let permission = pack.access().permission(permission).expect("a permission");
    holder.may(permission)
}

fn paths(pack: &Pack, own: &BTreeMap<String, CustomRole>) -> Vec<String> {
    pack.closed_roles(own).1.into_iter().map(|reason| reason.path).collect()
}

#[test]
fn what_a_later_version_has_lost_gives_nothing() {
    let desk = json!({"desk": {"allow": ["cars:read", "cars:write"]}});
    let before = yard(&json!(["keys:lend", "keys:lose"]), &desk);
    let after = yard(&json!([]), &desk);
    let own = own(json!({
        "custom_lender": {"allow": ["cars:read", "keys:lend"]},
        "custom_careful": {"includes": ["desk"], "deny": ["keys:lose"]},
        "custom_above": {"includes": ["custom_careful"], "allow": ["cars:delete"]}
    }));
    assert!(paths(&before, &own).is_empty());
    assert!(may(&before, &own, &["custom_above"], "cars:delete"));
    assert!(may(&before, &own, &["custom_careful"], "cars:write"));
    assert_eq!(
        paths(&after, &own),
        [
            "/custom_roles/custom_careful/deny/0",
            "/custom_roles/custom_lender/allow/1"
        ]
    );
    // What it allows and is gone is left out.
    assert!(may(&after, &own, &["custom_lender"], "cars:read"));
    // Of what it denies nobody knows what it is called now: it denies everything, by whatever role it is included in.
    for roles in [&["custom_careful"][..], &["custom_above"], &["desk", "custom_careful"]] {
        assert!(!may(&after, &own, roles, "cars:read"), "{roles:?}");
    }
    assert!(may(&after, &own, &["desk"], "cars:write"));
}

#[test]
fn what_includes_a_role_that_is_gone_denies_everything() {
    let before = yard(
        &json!([]),
        &json!({"desk": {"allow": ["cars:read"]}, "shut": {"deny": ["cars:write"]}}),
    );
    let after = yard(&json!([]), &json!({"desk": {"allow": ["cars:read"]}}));
    let own = own(json!({"custom_shut": {"includes": ["desk", "shut"]}}));
    assert!(may(&before, &own, &["custom_shut"], "cars:read"));
    assert_eq!(paths(&after, &own), ["/custom_roles/custom_shut/includes/1"]);
    assert!(!may(&after, &own, &["custom_shut", "desk"], "cars:read"));
}

#[test]
fn a_role_of_the_packs_that_becomes_an_owners_makes_no_owners() {
    let before = yard(&json!([]), &json!({"desk": {"allow": ["cars:read"]}}));
    let after = yard(&json!([]), &json!({"desk": {"includes": ["owner"]}}));
    let own = own(json!({"custom_desk": {"includes": ["desk"]}}));
    assert!(may(&before, &own, &["custom_desk"], "cars:read"));
    assert_eq!(paths(&after, &own), ["/custom_roles/custom_desk/includes/0/includes"]);
    assert!(!may(&after, &own, &["custom_desk"], "cars:read"));
}

#[test]
fn roles_are_told_with_all_that_they_include() {
    let pack = yard(&json!([]), &json!({"desk": {"allow": ["cars:*"]}}));
    let own = own(json!({"custom_desk": {"label": "Desk", "includes": ["desk"], "deny": ["cars:delete"]}}));
    let pack = pack.with_custom_roles(own).expect("a role");
    let role = pack.access().roles().find(|role| role.name == "custom_desk");
    let told = serde_json::to_value(role.expect("the role")).expect("JSON");
    assert_eq!(told["permissions"], json!(["cars:export", "cars:read", "cars:write"]));
    assert_eq!(told["denied"], json!(["cars:delete"]));
}
