//! Who may do what with the records of a pack.

use super::super::definition::{EntityDefinition, FieldDefinition, PackDefinition};
use super::entity::Permissions;
use crate::fault::{Faults, Place, Pointer, near, shortened};
use crate::tenancy::TenantId;
use crate::tenancy::access::{Access, AccessRules, PermissionId, RelationGrant, custom};
use crate::{Code, Reason};

/// What is done with the records of every entity.
const VERBS: &[&str] = &["read", "write", "delete", "export"];

/// What a grant of an entity is called among all of the pack's.
pub(in crate::records) fn relation_of(entity: &str, relation: &str) -> String {
    format!("{entity}.{relation}")
}

/// The rules of the pack, with what its entities say.
pub(in crate::records) fn compile(definition: &PackDefinition, root: &Pointer, faults: &mut Faults) -> Access {
    let mut rules = AccessRules {
        permissions: definition.permissions.clone(),
        roles: definition.roles.clone(),
        ..AccessRules::default()
    };
    for entity in &definition.entities {
        let plural = entity.several();
        rules
            .permissions
            .extend(VERBS.iter().map(|verb| format!("{plural}:{verb}")));
    }
    // Two words for one permission are told where entities are told apart.
    let own = definition.permissions.len();
    if let Some(implied) = rules.permissions.get_mut(own..) {
        implied.sort_unstable();
    }
    let declared = rules
        .permissions
        .drain(own..)
        .collect::<std::collections::BTreeSet<_>>();
    rules.permissions.extend(
        declared
            .into_iter()
            .filter(|name| !definition.permissions.contains(name)),
    );
    for (index, entity) in definition.entities.iter().enumerate() {
        let place = root.join("entities").join(index).join("grants");
        for (number, grant) in entity.grants.iter().enumerate() {
            let Some(role) = rules.roles.get_mut(&grant.role) else {
                let hint = near(&grant.role, definition.roles.keys().map(String::as_str));
                let message = format!("there is no role `{}`{hint}", shortened(&grant.role));
                faults.add(Reason::new(
                    Code::DefinitionReference,
                    place.join(number).join("role"),
                    message,
                ));
                continue;
            };
            let relation = relation_of(&entity.name, &grant.relation);
            role.grants.push(RelationGrant::new(
                relation,
                grant.field.clone(),
                grant.permissions.clone(),
            ));
        }
    }
    custom::kept_free(&definition.roles, &root.join("roles"), faults);
    let whose = TenantId::new("pack");
    Access::with_custom(&rules, &definition.custom_roles, (&whose, root), faults)
}

/// The permissions of an entity's records. Where they are not there its name is at fault, and nobody holds them.
pub(super) fn of_entity(plural: &str, access: &Access) -> Permissions {
    let of = |verb: &str| {
        access
            .permission(&format!("{plural}:{verb}"))
            .unwrap_or(PermissionId::NOBODYS)
    };
    Permissions {
        read: of("read"),
        write: of("write"),
        delete: of("delete"),
        export: of("export"),
    }
}

/// What is hidden of an entity: fields, each with the permission with which it is seen.
pub(super) fn masks(
    entity: &EntityDefinition,
    access: &Access,
    place: &Pointer,
    faults: &mut Faults,
) -> Vec<(usize, PermissionId)> {
    let mut masks = Vec::new();
    for (index, mask) in entity.masks.iter().enumerate() {
        let place = place.join("masks").join(index);
        let unless = access.permission(&mask.unless);
        if unless.is_none() {
            let message = access.undeclared(&mask.unless);
            faults.add(Reason::new(Code::DefinitionReference, place.join("unless"), message));
        }
        // A mask whose permission does not exist hides from everybody; its pack does not load.
        let unless = unless.unwrap_or(PermissionId::NOBODYS);
        for (number, field) in mask.fields.iter().enumerate() {
            let name = field.strip_prefix('/').unwrap_or(field);
            match entity.fields.keys().position(|own| own == name) {
                Some(own) => masks.push((own, unless)),
                None => {
                    let hint = near(name, entity.fields.keys().map(String::as_str));
                    let message = format!("there is no field `{}` to hide{hint}", shortened(name));
                    let place = place.join("fields").join(number);
                    faults.add(Reason::new(Code::DefinitionReference, place, message));
                }
            }
        }
    }
    masks
}

/// The permission with which a secret is shown; nothing where it is shown to nobody.
pub(super) fn reveal(
    field: &FieldDefinition,
    access: &Access,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Option<PermissionId> {
    let name = field.reveal.as_ref()?;
    let permission = access.permission(name);
    if permission.is_none() {
        let message = access.undeclared(name);
        faults.add(Reason::new(Code::DefinitionReference, &place.field("reveal"), message));
    }
    Some(permission.unwrap_or(PermissionId::NOBODYS))
}
