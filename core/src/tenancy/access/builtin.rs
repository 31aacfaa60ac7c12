use std::collections::BTreeMap;

use super::definition::{RelationGrant, RoleRules};

/// What the parts of Ratebook ask for.
pub(super) const PERMISSIONS: &[&str] = &[
    "audit:read",
    "billing:read",
    "billing:write",
    "bookings:cancel",
    "bookings:confirm",
    "bookings:read",
    "bookings:write",
    "calendar:read",
    "calendar:write",
    "customers:delete",
    "customers:read",
    "customers:write",
    "exports:create",
    "flags:write",
    "invoices:read",
    "invoices:write",
    "keys:read",
    "keys:write",
    "payments:read",
    "payments:refund",
    "payments:write",
    "personal:anonymise",
    "personal:read",
    "personal:write",
    "policies:read",
    "policies:write",
    "quotes:accept",
    "quotes:read",
    "quotes:send",
    "quotes:write",
    "rates:delete",
    "rates:import",
    "rates:publish",
    "rates:read",
    "rates:write",
    "reports:read",
    "secrets:read",
    "settings:read",
    "settings:write",
    "suppliers:read",
    "suppliers:write",
    "tenant:delete",
    "tickets:assign",
    "tickets:read",
    "tickets:write",
    "users:read",
    "users:write",
    "workflows:read",
    "workflows:write",
];

/// The role that a tenant is never left without.
pub(super) const OWNER: &str = "owner";

const EVERYTHING: &[&str] = &["*"];

/// The day's business, without prices, people, keys, settings and what the tenant itself pays.
const MANAGER: &[&str] = &[
    "exports:create",
    "invoices:*",
    "payments:*",
    "personal:read",
    "policies:read",
    "quotes:*",
    "bookings:*",
    "suppliers:write",
    "tickets:assign",
    "users:read",
    "workflows:read",
];

const AGENT: &[&str] = &[
    "bookings:cancel",
    "bookings:write",
    "calendar:write",
    "customers:write",
    "quotes:send",
    "quotes:write",
    "tickets:write",
];

/// What everybody in the house may look at; no secrets and nothing personal beyond a name.
const VIEWER: &[&str] = &[
    "bookings:read",
    "calendar:read",
    "customers:read",
    "invoices:read",
    "payments:read",
    "quotes:read",
    "rates:read",
    "reports:read",
    "suppliers:read",
    "tickets:read",
];

const OF_A_CUSTOMER: &[&str] = &[
    "bookings:cancel",
    "bookings:read",
    "invoices:read",
    "payments:read",
    "personal:read",
    "quotes:accept",
    "quotes:read",
    "tickets:read",
    "tickets:write",
];

const OF_A_SUPPLIER: &[&str] = &["bookings:confirm", "bookings:read", "invoices:read", "rates:read"];

/// The roles that every tenant has, unless it puts its own in their place.
pub(super) fn roles() -> BTreeMap<String, RoleRules> {
    let role = |name: &str, allow: &[&str], includes: &[&str]| {
        let rules = RoleRules {
            includes: owned(includes),
            allow: owned(allow),
            ..RoleRules::default()
        };
        (name.to_owned(), rules)
    };
    let outside = |name: &str, field: &str, permissions: &[&str]| {
        let grant = RelationGrant {
            relation: "own".to_owned(),
            field: field.to_owned(),
            permissions: owned(permissions),
        };
        let rules = RoleRules {
            grants: vec![grant],
            ..RoleRules::default()
        };
        (name.to_owned(), rules)
    };
    BTreeMap::from([
        role(OWNER, EVERYTHING, &[]),
        role("admin", EVERYTHING, &[]),
        role("manager", MANAGER, &["agent"]),
        role("agent", AGENT, &["viewer"]),
        role("viewer", VIEWER, &[]),
        outside("customer", "customer_id", OF_A_CUSTOMER),
        outside("supplier", "supplier_id", OF_A_SUPPLIER),
    ])
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
