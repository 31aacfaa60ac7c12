//! What a backend writes by hand: a map of roles, each with sets of names.

use std::collections::{HashMap, HashSet};

use crate::rules;

pub(crate) struct Roles(HashMap<String, Role>);

struct Role {
    allow: HashSet<String>,
    deny: HashSet<String>,
    field: String,
    own: HashSet<String>,
}

pub(crate) struct Actor {
    id: String,
    roles: Vec<String>,
}

/// A record's fields by name.
pub(crate) type Record = HashMap<String, String>;

pub(crate) fn actor(actor: &rules::Actor) -> Actor {
    Actor {
        id: actor.id.to_owned(),
        roles: actor.roles.iter().map(|role| (*role).to_owned()).collect(),
    }
}

pub(crate) fn record(record: &rules::Record) -> Record {
    let fields = [("customer_id", record.customer), ("supplier_id", record.supplier)];
    fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

impl Roles {
    pub(crate) fn new() -> Roles {
        let role = |role: rules::Role| Role {
            allow: role.allow.into_iter().collect(),
            deny: role.deny.into_iter().collect(),
            field: role.field.to_owned(),
            own: role.own.into_iter().collect(),
        };
        Roles(
            rules::roles()
                .into_iter()
                .map(|one| (one.name.to_owned(), role(one)))
                .collect(),
        )
    }

    pub(crate) fn may(&self, actor: &Actor, action: &str, record: &Record) -> bool {
        let mut allowed = false;
        for role in actor.roles.iter().filter_map(|role| self.0.get(role)) {
            if role.deny.contains(action) {
                return false;
            }
            let own = || role.own.contains(action) && record.get(&role.field) == Some(&actor.id);
            allowed = allowed || role.allow.contains(action) || own();
        }
        allowed
    }
}
