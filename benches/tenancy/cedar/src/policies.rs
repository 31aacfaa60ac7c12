//! The rules as Cedar has them: a policy for each role over a group of actions, or one for each permission of each role.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::{Role, Workload};

/// How a role's rules are written.
#[derive(Clone, Copy)]
pub(crate) enum Written {
    ByRole,
    ByPermission,
}

/// The three parts of a role: how its group of actions is called, what its policies do, when, and with which actions.
fn parts(role: &Role) -> [(String, &'static str, String, &[String]); 3] {
    let (name, own) = (&role.name, format!(" when {{ resource.{} == principal }}", role.field));
    [
        (format!("allowed to {name}"), "permit", String::new(), &role.allow),
        (format!("denied to {name}"), "forbid", String::new(), &role.deny),
        (format!("own of {name}"), "permit", own, &role.own),
    ]
}

pub(crate) fn text(work: &Workload, written: Written) -> String {
    let mut text = String::new();
    let mut policy = |effect: &str, role: &Role, action: String, when: &str| {
        let _ = writeln!(
            text,
            "{effect}(principal in Role::\"{}\", action {action}, resource){when};",
            role.name
        );
    };
    for role in &work.roles {
        for (group, effect, when, actions) in &parts(role) {
            match written {
                Written::ByRole if actions.is_empty() => {}
                Written::ByRole => policy(effect, role, format!("in Action::\"{group}\""), when),
                Written::ByPermission => {
                    for action in *actions {
                        policy(effect, role, format!("== Action::\"{action}\""), when);
                    }
                }
            }
        }
    }
    text
}

pub(crate) fn entities(work: &Workload) -> Value {
    let uid = |kind: &str, id: &str| json!({"type": kind, "id": id});
    let entity =
        |kind: &str, id: &str, parents: Vec<Value>| json!({"uid": uid(kind, id), "attrs": {}, "parents": parents});
    let groups: Vec<_> = work.roles.iter().flat_map(parts).collect();
    let mut all: Vec<Value> = work
        .roles
        .iter()
        .map(|role| entity("Role", &role.name, Vec::new()))
        .collect();
    all.extend(groups.iter().map(|(group, ..)| entity("Action", group, Vec::new())));
    for action in &work.permissions {
        let within = groups.iter().filter(|(.., actions)| actions.contains(action));
        all.push(entity(
            "Action",
            action,
            within.map(|(group, ..)| uid("Action", group)).collect(),
        ));
    }
    for actor in &work.actors {
        all.push(entity(
            "User",
            &actor.id,
            actor.roles.iter().map(|role| uid("Role", role)).collect(),
        ));
    }
    for record in &work.records {
        let user = |id: &str| json!({"__entity": uid("User", id)});
        let mut one = entity("Record", &record.id, Vec::new());
        one["attrs"] = json!({"customer_id": user(&record.customer), "supplier_id": user(&record.supplier)});
        all.push(one);
    }
    Value::Array(all)
}
