use std::collections::{BTreeMap, HashSet};

use serde_json::json;

use super::builtin;
use super::catalogue::{Catalogue, PermissionSet};
use super::custom;
use super::definition::{AccessRules, CustomRole, RoleRules};
use super::mask::Mask;
use super::{Relation, Role};
use crate::fault::{entries, near};
use crate::form::{Faults, Pointer};
use crate::money::shortened;
use crate::permission::Permission;
use crate::tenancy::naming::Names;
use crate::{Code, Reason};

/// How many roles a tenant has at most, and of how many kinds of record it hides fields.
const MOST: usize = 500;

/// The built-in permissions and the tenant's own.
pub(super) fn catalogue(rules: &AccessRules, place: &Pointer, faults: &mut Faults) -> Catalogue {
    let mut own = HashSet::new();
    for (index, name) in rules.permissions.iter().enumerate() {
        let place = place.join("permissions").join(index);
        match name.parse::<Permission>() {
            Err(error) => faults.add(Reason::new(Code::DefinitionRange, &place, error.to_string())),
            Ok(kind) if kind.is_kind() => {
                let message = format!(
                    "`{}` stands for several permissions; declare each of them",
                    shortened(name)
                );
                faults.add(Reason::new(Code::DefinitionRange, &place, message));
            }
            Ok(_) if !own.insert(name.as_str()) => {
                let message = format!("`{}` is there twice", shortened(name));
                faults.add(Reason::new(Code::DefinitionConflict, &place, message));
            }
            Ok(_) => (),
        }
    }
    let built_in = builtin::PERMISSIONS.iter().copied();
    Catalogue::new(built_in.chain(own).map(str::to_owned))
}

/// What to say of a permission that there is not: whoever writes a pack declares it, and a tenant does not.
pub(super) type Unknown = fn(&Catalogue, &str) -> String;

/// What patterns cover; one that covers nothing is a fault.
pub(super) fn covered(
    patterns: &[String],
    (catalogue, unknown): (&Catalogue, Unknown),
    place: &Pointer,
    faults: &mut Faults,
) -> PermissionSet {
    let mut all = PermissionSet::default();
    for (index, text) in patterns.iter().enumerate() {
        match text.parse::<Permission>() {
            Err(error) => {
                faults.add(Reason::new(Code::DefinitionRange, place.join(index), error.to_string()));
            }
            Ok(pattern) => {
                let set = catalogue.covered(&pattern);
                if set.is_empty() {
                    // Where faults are only counted, nobody reads a hint.
                    let message = if faults.is_full() {
                        String::new()
                    } else {
                        unknown(catalogue, text)
                    };
                    faults.add(Reason::new(Code::DefinitionReference, place.join(index), message));
                }
                all.add(&set);
            }
        }
    }
    all
}

/// What is hidden, by kind of record.
pub(super) fn masks(
    rules: &AccessRules,
    catalogue: &Catalogue,
    place: &Pointer,
    faults: &mut Faults,
) -> BTreeMap<String, Vec<Mask>> {
    let place = place.join("masks");
    at_most(rules.masks.len(), &place, faults);
    let mut masks = BTreeMap::new();
    for (entity, own) in &rules.masks {
        let place = place.join(entity);
        let mut compiled = Vec::with_capacity(own.len());
        for (index, mask) in own.iter().enumerate() {
            let place = place.join(index);
            let unless = catalogue.place(&mask.unless);
            if unless.is_none() {
                let message = catalogue.no_permission(&mask.unless);
                faults.add(Reason::new(Code::DefinitionReference, place.join("unless"), message));
            }
            for (number, field) in mask.fields.iter().enumerate() {
                match Mask::read(field, unless) {
                    Some(mask) => compiled.push(mask),
                    None => {
                        let message = format!(
                            "`{}` is not a place in a record; one is like `/password` or `/travellers/*/passport`",
                            shortened(field)
                        );
                        let place = place.join("fields").join(number);
                        faults.add(Reason::new(Code::DefinitionRange, place, message));
                    }
                }
            }
        }
        masks.insert(entity.clone(), compiled);
    }
    masks
}

pub(super) fn at_most(count: usize, place: &Pointer, faults: &mut Faults) {
    if let Some(message) = entries(count, MOST) {
        faults.add(Reason::new(Code::DefinitionRange, place, message).with("limit", MOST));
    }
}

/// Compiles every role with what it includes.
pub(super) fn roles(
    (rules, own): (&AccessRules, &BTreeMap<String, CustomRole>),
    catalogue: &Catalogue,
    place: &Pointer,
    faults: &mut Faults,
) -> Vec<Role> {
    let custom_place = place.join(custom::PLACE);
    let place = place.join("roles");
    at_most(rules.roles.len(), &place, faults);
    let mut all = builtin::roles();
    all.extend(
        rules
            .roles
            .iter()
            .take(MOST)
            .map(|(name, role)| (name.clone(), role.clone())),
    );
    let own = custom::rules(own, &all, &custom_place, faults);
    all.extend(own.clone());
    let mut walk = Walk {
        all: &all,
        custom: (&own, &custom_place),
        done: BTreeMap::new(),
        path: Vec::new(),
        catalogue,
        place: &place,
        faults,
    };
    for name in all.keys() {
        walk.compile(name);
    }
    let compiled: Vec<Role> = walk.done.into_values().collect();
    let owners = compiled
        .iter()
        .filter(|role| role.is_owner && own.contains_key(&role.name));
    owners.for_each(|role| faults.add(custom::owns(&custom_place.join(&role.name))));
    // The built-in ones come first: another that looks like one of them is at fault.
    let mut names = Names::default();
    for name in builtin::roles().keys() {
        names.reserve(name);
    }
    for name in rules.roles.keys() {
        names.take_at(name, &place.join(name), faults);
    }
    compiled
}

struct Walk<'a> {
    all: &'a BTreeMap<String, RoleRules>,
    /// Those of them that are a tenant's own, and where these stand.
    custom: (&'a BTreeMap<String, RoleRules>, &'a Pointer),
    done: BTreeMap<&'a str, Role>,
    /// The roles on the way from the first one here, each of which includes the next.
    path: Vec<&'a str>,
    catalogue: &'a Catalogue,
    place: &'a Pointer,
    faults: &'a mut Faults,
}

impl<'a> Walk<'a> {
    fn compile(&mut self, name: &'a str) {
        if self.done.contains_key(name) {
            return;
        }
        let all = self.all;
        let Some(rules) = all.get(name) else { return };
        let (custom, custom_place) = self.custom;
        let place = if custom.contains_key(name) {
            custom_place.join(name)
        } else {
            self.place.join(name)
        };
        if name.len() > 100 {
            let message = format!("a role's name has at most 100 bytes, not {}", name.len());
            self.faults.add(Reason::new(Code::DefinitionRange, &place, message));
        }
        self.path.push(name);
        let mut role = self.own(name, rules, &place);
        for (index, other) in rules.includes.iter().enumerate() {
            let place = place.join("includes").join(index);
            if !all.contains_key(other) {
                let hint = near(other, all.keys().map(String::as_str));
                let message = format!("there is no role `{}`{hint}", shortened(other));
                self.faults.add(Reason::new(Code::DefinitionReference, place, message));
                continue;
            }
            if let Some(start) = self.path.iter().position(|one| one == other) {
                self.cycle(start, place);
                continue;
            }
            self.compile(other);
            if let Some(included) = self.done.get(other.as_str()) {
                role.include(included);
            }
        }
        self.path.pop();
        self.done.insert(name, role);
    }

    fn own(&mut self, name: &str, rules: &RoleRules, place: &Pointer) -> Role {
        let unknown: Unknown = if self.custom.0.contains_key(name) {
            Catalogue::no_permission
        } else {
            Catalogue::undeclared
        };
        let mut set =
            |patterns: &[String], place: &Pointer| covered(patterns, (self.catalogue, unknown), place, self.faults);
        let mut role = Role {
            name: name.to_owned(),
            is_owner: name == builtin::OWNER,
            allow: set(&rules.allow, &place.join("allow")),
            deny: set(&rules.deny, &place.join("deny")),
            relations: Vec::new(),
        };
        for (index, grant) in rules.grants.iter().enumerate() {
            let place = place.join("grants").join(index).join("permissions");
            role.relations.push(Relation {
                name: grant.relation.clone(),
                field: grant.field.clone(),
                permissions: set(&grant.permissions, &place),
            });
        }
        role
    }

    /// A role that includes itself has no meaning; the whole way round is named.
    fn cycle(&mut self, start: usize, place: Pointer) {
        let mut names: Vec<&str> = self.path.get(start..).unwrap_or_default().to_vec();
        names.extend(self.path.get(start));
        let shown: Vec<String> = names.iter().map(|name| format!("`{}`", shortened(name))).collect();
        let message = format!("this role includes itself: {}", shown.join(" → "));
        let reason = Reason::new(Code::DefinitionConflict, place, message);
        self.faults.add(reason.with("cycle", json!(names)));
    }
}
