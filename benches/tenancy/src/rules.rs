//! Two hundred permissions, seven roles, and people and records to ask about: the same for us and for everything that we are
//! compared with.

use serde_json::{Map, Value, json};

const THINGS: [&str; 40] = [
    "tours",
    "trips",
    "hotels",
    "rooms",
    "boats",
    "guides",
    "vehicles",
    "drivers",
    "routes",
    "stops",
    "flights",
    "transfers",
    "meals",
    "menus",
    "permits",
    "visas",
    "passports",
    "insurances",
    "deposits",
    "vouchers",
    "coupons",
    "campaigns",
    "leads",
    "queries",
    "notes",
    "tasks",
    "calls",
    "mails",
    "templates",
    "documents",
    "photos",
    "reviews",
    "complaints",
    "refunds",
    "payouts",
    "commissions",
    "partners",
    "branches",
    "devices",
    "sites",
];
const VERBS: [&str; 5] = ["read", "write", "delete", "approve", "export"];

/// What a role may do, with every record and with those whose field names the actor, and what it may not in any case.
#[derive(Default)]
pub(crate) struct Role {
    pub(crate) name: &'static str,
    pub(crate) allow: Vec<String>,
    pub(crate) deny: Vec<String>,
    pub(crate) field: &'static str,
    pub(crate) own: Vec<String>,
}

impl Role {
    pub(crate) fn json(&self) -> Value {
        json!({"name": self.name, "allow": self.allow, "deny": self.deny, "field": self.field, "own": self.own})
    }
}

impl Record {
    pub(crate) fn json(&self) -> Value {
        json!({"id": self.id, "customer": self.customer, "supplier": self.supplier})
    }
}

pub(crate) struct Actor {
    pub(crate) id: &'static str,
    pub(crate) roles: &'static [&'static str],
}

pub(crate) struct Record {
    pub(crate) id: &'static str,
    pub(crate) customer: &'static str,
    pub(crate) supplier: &'static str,
}

/// She has two roles, of which one lets her do things with records that name her.
pub(crate) const SUE: usize = 0;
/// One that names her.
pub(crate) const HERS: usize = 0;

pub(crate) const ACTORS: [Actor; 6] = [
    Actor {
        id: "sue",
        roles: &["supplier", "viewer"],
    },
    Actor {
        id: "ann",
        roles: &["agent", "viewer"],
    },
    Actor {
        id: "eve",
        roles: &["admin"],
    },
    Actor {
        id: "bob",
        roles: &["customer"],
    },
    Actor {
        id: "max",
        roles: &["manager", "agent"],
    },
    Actor {
        id: "olga",
        roles: &["owner", "admin"],
    },
];
pub(crate) const RECORDS: [Record; 3] = [
    Record {
        id: "B1",
        customer: "bob",
        supplier: "sue",
    },
    Record {
        id: "B2",
        customer: "ann",
        supplier: "sue",
    },
    Record {
        id: "B3",
        customer: "zoe",
        supplier: "tom",
    },
];

/// So many of the things with so many of what can be done with them.
fn some(things: usize, verbs: &[&str]) -> Vec<String> {
    let things = THINGS.iter().take(things);
    things
        .flat_map(|thing| verbs.iter().map(move |verb| format!("{thing}:{verb}")))
        .collect()
}

pub(crate) fn permissions() -> Vec<String> {
    some(THINGS.len(), &VERBS)
}

pub(crate) fn roles() -> Vec<Role> {
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let role = |name, allow, deny: &[&str]| Role {
        name,
        allow,
        deny: named(deny),
        ..Role::default()
    };
    let outside = |name, field, own| Role {
        name,
        field,
        own,
        ..Role::default()
    };
    let of_a_supplier = [some(30, &["read", "export"]), some(10, &["approve"])].concat();
    vec![
        role("owner", permissions(), &[]),
        role("admin", permissions(), &["payouts:approve", "commissions:approve"]),
        role("manager", some(40, &["read", "write", "approve"]), &[]),
        role("agent", some(30, &["read", "write"]), &["deposits:write"]),
        role("viewer", some(40, &["read"]), &[]),
        outside("customer", "customer_id", some(20, &["read", "write"])),
        outside("supplier", "supplier_id", of_a_supplier),
    ]
}

/// The tenant with these rules, and with features.
pub(crate) fn tenant() -> Value {
    let rules = |role: Role| {
        let mut rules = json!({"allow": role.allow, "deny": role.deny});
        if !role.own.is_empty() {
            rules["grants"] = json!([{"relation": "own", "field": role.field, "permissions": role.own}]);
        }
        (role.name.to_owned(), rules)
    };
    let roles: Map<String, Value> = roles().into_iter().map(rules).collect();
    json!({
        "id": "acme",
        "name": "Acme Travel",
        "access": {"permissions": permissions(), "roles": roles},
        "flags": {
            "new_checkout": {"percentage": "25"},
            "night_mode": {"roles": {"viewer": true}, "plans": {"premium": true}},
            "old_reports": {"on": true},
        },
    })
}
