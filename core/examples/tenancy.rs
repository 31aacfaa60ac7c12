//! Who may do it, and who sees what? Roles of one tenant, a question of another, and a record with a hidden field.
//!
//! ```text
//! ann may bookings:write
//! ann may not travellers:passport: she lacks travellers:passport
//! name: "Eva Novak"
//! passport: "********"
//! tenancy.wrong_tenant: this belongs to the tenant `globex`, not to `acme`
//! ```

#![expect(clippy::print_stdout, reason = "an example shows what it gets")]

use ratebook::tenancy::access::{
    AccessActor, AccessRecord, AccessRules, FieldMask, MaskRequest, MayRequest, RoleRules,
};
use ratebook::tenancy::{Scoped, Tenant, TenantDefinition, TenantId};
use serde_json::json;

fn main() -> ratebook::Result<()> {
    let acme = TenantId::new("acme");
    let clerk = RoleRules::default().with_allow(["travellers:read", "bookings:write"]);
    let passport = FieldMask::new(["/passport"], "travellers:passport");
    let rules = AccessRules::default()
        .with_permissions(["travellers:read", "travellers:passport"])
        .with_roles([("clerk", clerk)])
        .with_masks([("traveller", vec![passport])]);
    let tenant = Tenant::new(TenantDefinition::new(acme.clone(), "Acme Travel").with_access(rules))?;

    let ann = AccessActor::new(acme.clone(), "ann").with_roles(["clerk"]);
    for action in ["bookings:write", "travellers:passport"] {
        let verdict = tenant.may(&MayRequest::new(ann.clone(), action))?;
        match verdict.missing {
            None => println!("ann may {action}"),
            Some(missing) => println!("ann may not {action}: she lacks {missing}"),
        }
    }

    let traveller = AccessRecord::new(acme).with_id("t-1").with_fields([
        ("name".to_owned(), json!("Eva Novak")),
        ("passport".to_owned(), json!("P1234567")),
    ]);
    let seen = tenant.mask(&MaskRequest::new(ann, "traveller", Scoped::new(traveller)))?;
    for (field, value) in &seen.fields {
        println!("{field}: {value}");
    }

    // Somebody of another tenant is not even looked at.
    let stranger = AccessActor::new(TenantId::new("globex"), "bob").with_roles(["clerk"]);
    if let Err(refused) = tenant.may(&MayRequest::new(stranger, "bookings:write")) {
        println!("{}: {refused}", refused.code());
    }
    Ok(())
}
