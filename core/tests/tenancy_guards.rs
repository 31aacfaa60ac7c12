//! Guards that hold whatever is tried: roles that change each other, and records of other shapes than were declared.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use ratebook::Code;
use ratebook::tenancy::access::{AccessActor, AccessRecord, ChangeRolesRequest, MaskRequest, MayRequest, RecordDenial};
use ratebook::tenancy::{AnonymiseRequest, ExportPersonRequest, PersonalRecord, Scoped, Tenant, TenantId};
use serde_json::{Map, Value, json};

fn acme() -> TenantId {
    TenantId::new("acme")
}

const PERMISSIONS: [&str; 5] = ["users:write", "boats:read", "boats:sell", "crews:read", "crews:hire"];
const PATTERNS: [&str; 8] = [
    "users:write",
    "boats:read",
    "boats:sell",
    "crews:read",
    "crews:hire",
    "boats:*",
    "crews:*",
    "*",
];

/// Patterns that allow, that deny, and that are granted on the actor's own records; and a role before it that it includes.
type RoleParts = (Vec<&'static str>, Vec<&'static str>, Vec<&'static str>, Option<Index>);

fn patterns(most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(PATTERNS.to_vec()), 0..=most)
}

fn roles() -> impl Strategy<Value = Vec<RoleParts>> {
    let role = (
        patterns(3),
        prop_oneof![2 => Just(vec![]), 1 => patterns(2)],
        prop_oneof![2 => Just(vec![]), 1 => patterns(2)],
        prop::option::of(any::<Index>()),
    );
    prop::collection::vec(role, 2..6)
}

fn boats(roles: &[RoleParts]) -> Tenant {
    let rules = roles.iter().enumerate().map(|(place, (allow, deny, granted, included))| {
        let included = included.filter(|_| place > 0).map(|one| format!("r{}", one.index(place.max(1))));
        let grants = json!([{"relation": "own", "field": "owner", "permissions": granted}]);
        let rules = json!({"allow": allow, "deny": deny, "grants": grants, "includes": included.into_iter().collect::<Vec<_>>()});
        (format!("r{place}"), rules)
    });
    let rules: Map<String, Value> = rules.collect();
    let own = &PERMISSIONS[1..];
    Tenant::load(json!({"id": "acme", "name": "Acme", "access": {"permissions": own, "roles": rules}})).unwrap()
}

fn actor(id: &str, roles: Vec<String>) -> AccessActor {
    AccessActor::new(acme(), id).with_roles(roles)
}

fn boat(id: &str, owner: &str) -> AccessRecord {
    AccessRecord::new(acme())
        .with_id(id)
        .with_fields(json!({"owner": owner}).as_object().unwrap().clone())
}

/// All that somebody may, with which record.
fn held(tenant: &Tenant, actor: &AccessActor) -> BTreeSet<(usize, &'static str)> {
    let records = [
        None,
        Some(boat("b0", "max")),
        Some(boat("b1", "somebody")),
        Some(boat("b2", "max")),
    ];
    let mut held = BTreeSet::new();
    for action in PERMISSIONS {
        for (number, record) in records.iter().enumerate() {
            let mut request = MayRequest::new(actor.clone(), action);
            request.record = record.clone().map(Scoped::new);
            if tenant.may(&request).unwrap().allowed {
                held.insert((number, action));
            }
        }
    }
    held
}

fn change(tenant: &Tenant, members: &mut [AccessActor], by: usize, whose: usize, roles: Vec<String>) -> bool {
    let request = ChangeRolesRequest::new(
        members[by].clone(),
        members.iter().cloned().map(Scoped::new),
        members[whose].id.clone(),
        roles,
    );
    match tenant.change_roles(&request) {
        Ok(changed) => members[whose] = changed,
        Err(error) => {
            let codes = [Code::TenancyPermissionMissing, Code::TenancyLastOwner];
            assert!(codes.contains(&error.code()), "{error}");
            return false;
        }
    }
    true
}

/// Names of roles among the tenant's own and some built-in ones.
fn names(picked: &[Index], own: usize) -> Vec<String> {
    let mut all: Vec<String> = (0..own).map(|number| format!("r{number}")).collect();
    all.extend(["owner", "admin", "customer"].map(str::to_owned));
    let mut names: Vec<String> = picked.iter().map(|one| one.get(&all).clone()).collect();
    names.dedup();
    names
}

fn picks() -> impl Strategy<Value = Vec<Index>> {
    prop::collection::vec(any::<Index>(), 0..3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Whatever roles somebody changes, their own and others', they hold nothing afterwards that they did not hold before.
    #[test]
    fn nobody_gains_by_changing_roles(
        roles in roles(),
        own in picks(),
        can_change in prop::bool::weighted(0.8),
        denied in prop::option::weighted(0.3, patterns(2)),
        changes in prop::collection::vec((0_usize..3, picks()), 1..12),
    ) {
        let tenant = boats(&roles);
        let mut max = actor("max", names(&own, roles.len()));
        if can_change {
            // Most of what is tried should go through.
            max.roles.push("admin".to_owned());
            max.roles.retain(|role| role != "owner");
        }
        let denial = |permissions: Vec<&str>| RecordDenial::new("b2", permissions);
        max.denials = denied.into_iter().map(denial).collect();
        let mut members = vec![actor("olga", vec!["owner".to_owned()]), max, actor("nils", vec!["r0".to_owned()])];
        let before = held(&tenant, &members[1]);
        for (whose, picked) in changes {
            change(&tenant, &mut members, 1, whose, names(&picked, roles.len()));
            let now = held(&tenant, &members[1]);
            prop_assert!(now.is_subset(&before), "{:?} beyond {:?} with {:?}", now, before, members[1].roles);
        }
    }

    /// Whoever changes whose roles, an owner stays who may do everything.
    #[test]
    fn an_owner_stays_who_can_act(
        roles in roles(),
        own in picks(),
        changes in prop::collection::vec((0_usize..4, 0_usize..4, picks()), 1..16),
    ) {
        let tenant = boats(&roles);
        let role = |name: &str| vec![name.to_owned()];
        let mut members = vec![
            actor("olga", role("owner")),
            actor("adam", role("admin")),
            actor("max", names(&own, roles.len())),
            actor("otto", role("owner")),
        ];
        for (by, whose, picked) in changes {
            change(&tenant, &mut members, by, whose, names(&picked, roles.len()));
            let acts = |one: &AccessActor| {
                one.roles.iter().any(|role| role == "owner")
                    && PERMISSIONS.iter().all(|name| held(&tenant, one).contains(&(0, *name)))
            };
            prop_assert!(members.iter().any(acts), "{:?}", members);
        }
    }
}

/// A step on the way to a text.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    Member(String),
    Entry(usize),
}

fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        6 => Just(json!("text")),
        1 => Just(Value::Null),
        1 => Just(json!(7)),
        1 => Just(json!(true)),
    ];
    leaf.prop_recursive(5, 40, 4, |inner| {
        let name = prop::sample::select(vec!["a", "b", "id", "x"]).prop_map(str::to_owned);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name, inner, 0..4).prop_map(|fields| fields.into_iter().collect()),
        ]
    })
}

/// A record in which every text is another one; what is called `id` holds a person's mostly.
fn record() -> impl Strategy<Value = Map<String, Value>> {
    let whole = (anything(), anything(), anything(), 0_u8..4);
    whole.prop_map(|(a, b, x, id)| {
        let mut fields = json!({"a": a, "b": b, "x": x});
        if id < 3 {
            fields["id"] = json!("text");
        }
        let mut count = usize::from(id);
        number(&mut fields, false, &mut count);
        fields.as_object().unwrap().clone()
    })
}

fn number(value: &mut Value, is_id: bool, count: &mut usize) {
    match value {
        Value::String(text) => {
            *count += 1;
            *text = match (is_id, *count % 3) {
                (true, 0 | 1) => "ann".to_owned(),
                (true, _) => "bob".to_owned(),
                _ => format!("text-{count}-"),
            };
        }
        Value::Array(entries) => entries.iter_mut().for_each(|entry| number(entry, false, count)),
        Value::Object(fields) => fields
            .iter_mut()
            .for_each(|(name, inside)| number(inside, name == "id", count)),
        _ => {}
    }
}

/// Every text that is no person's id, and the way to it.
fn texts(fields: &Map<String, Value>) -> Vec<(String, Vec<Step>)> {
    fn walk(value: &Value, way: &[Step], found: &mut Vec<(String, Vec<Step>)>) {
        let then = |step: Step| [way, &[step]].concat();
        match value {
            Value::String(text) if text.starts_with("text-") => found.push((text.clone(), way.to_vec())),
            Value::Array(entries) => entries
                .iter()
                .enumerate()
                .for_each(|(index, entry)| walk(entry, &then(Step::Entry(index)), found)),
            Value::Object(fields) => fields
                .iter()
                .for_each(|(name, inside)| walk(inside, &then(Step::Member(name.clone())), found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(&Value::Object(fields.clone()), &[], &mut found);
    found
}

/// Whether a text may be of a declared place: only another member's name on the way tells that it is not.
fn may_be_of(place: &str, way: &[Step]) -> bool {
    let mut way = way.iter();
    for declared in place.split('/').skip(1) {
        match way.next() {
            Some(Step::Member(name)) if declared != "*" && name != declared => return false,
            Some(Step::Member(name)) if name == declared => {}
            Some(Step::Entry(_)) if declared == "*" => {}
            // Another shape than was declared, or the text itself.
            _ => return true,
        }
    }
    true
}

fn places() -> impl Strategy<Value = Vec<&'static str>> {
    let all = vec![
        "/a",
        "/a/b",
        "/a/*/b",
        "/a/*",
        "/b/*/a/*",
        "/b/a",
        "/x/*/*/id",
        "/x/b/a",
    ];
    prop::sample::subsequence(all, 1..4)
}

fn whose(fields: &Map<String, Value>, way: &[Step]) -> Option<String> {
    let whole = fields.get("id").and_then(Value::as_str);
    let id = match way {
        [Step::Member(list), Step::Entry(index), ..] if list == "a" => match &fields["a"][index] {
            Value::Object(entry) => match entry.get("id") {
                Some(Value::String(id)) => Some(id.as_str()),
                None | Some(Value::Null) => whole,
                Some(_) => None,
            },
            Value::Null => whole,
            _ => None,
        },
        _ => whole,
    };
    id.map(str::to_owned)
}

fn private(sensitive: bool) -> Tenant {
    let field = |path: &str, how: &str| json!({"path": path, "anonymise": how, "sensitive": sensitive});
    let entity = json!({
        "people": ["/id", "/a/*/id"],
        "fields": [field("/a/*/b", "remove"), field("/b/a", "mask"), field("/x", "pseudonym")],
    });
    Tenant::load(json!({"id": "acme", "name": "Acme", "privacy": {"entities": {"thing": entity}}})).unwrap()
}

const PRIVATE: [&str; 3] = ["/a/*/b", "/b/a", "/x"];

fn thing(values: &Map<String, Value>) -> PersonalRecord {
    PersonalRecord::new("thing", "t1", values.clone())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    /// No text survives that may be of a hidden place, and every other one does.
    #[test]
    fn a_mask_hides_whatever_shape_it_meets(fields in record(), places in places()) {
        let masks = json!({"thing": [{"fields": places, "unless": "secrets:read"}]});
        let tenant = Tenant::load(json!({"id": "acme", "name": "Acme", "access": {"masks": masks}})).unwrap();
        let request = MaskRequest::new(actor("vic", vec!["viewer".to_owned()]), "thing", Scoped::new(AccessRecord::new(acme()).with_fields(fields.clone())));
        let shown = tenant.mask(&request).unwrap();
        let text = Value::Object(shown.fields.clone()).to_string();
        for (own, way) in texts(&fields) {
            let hidden = places.iter().any(|place| may_be_of(place, &way));
            prop_assert_eq!(!text.contains(&own), hidden, "{} at {:?} in {}", own, way, text);
        }
        let whole = Value::Object(shown.fields);
        for place in &shown.masked {
            prop_assert_eq!(whole.pointer(place), Some(&json!("********")), "{}", place);
        }
    }

    /// Either no text survives that may be of a tagged place, and every other one does, or it is told where something stands
    /// in the way.
    #[test]
    fn what_is_made_nameless_is_or_is_an_error(values in record()) {
        let request = AnonymiseRequest::new(acme(), "00".repeat(16), [thing(&values)]);
        match private(false).anonymise(&request) {
            Ok(answer) => {
                let text = Value::Object(answer.records[0].values.clone()).to_string();
                for (own, way) in texts(&values) {
                    let personal = PRIVATE.iter().any(|place| may_be_of(place, &way));
                    prop_assert_eq!(!text.contains(&own), personal, "{} at {:?} in {}", own, way, text);
                }
            }
            Err(error) => {
                let whole = json!({"records": [{"values": values}]});
                for reason in error.reasons() {
                    prop_assert_eq!(reason.code, Code::TenancyNotErased);
                    let met = whole.pointer(&reason.path);
                    prop_assert!(met.is_some_and(|met| !met.is_null()), "{} in {}", reason.path, whole);
                }
            }
        }
    }

    /// Of one person alone: theirs is erased, and nobody else's.
    #[test]
    fn one_persons_data_is_erased_and_nobody_elses(values in record()) {
        let request = AnonymiseRequest::new(acme(), "00".repeat(16), [thing(&values)]).with_person("ann");
        let Ok(answer) = private(false).anonymise(&request) else { return Ok(()) };
        let text = Value::Object(answer.records[0].values.clone()).to_string();
        for (own, way) in texts(&values) {
            let personal = PRIVATE.iter().any(|place| may_be_of(place, &way));
            let erased = personal && whose(&values, &way).as_deref() == Some("ann");
            prop_assert_eq!(!text.contains(&own), erased, "{} at {:?} in {}", own, way, text);
        }
    }

    /// What is handed to a person has nothing tagged in it that is not surely theirs, and nothing sensitive unless asked for.
    #[test]
    fn an_export_tells_nothing_of_others(values in record(), sensitive in any::<bool>(), asked in any::<bool>()) {
        let request = ExportPersonRequest::new(acme(), "ann", [thing(&values)]).with_sensitive(asked);
        let export = private(sensitive).export_person(&request).unwrap();
        let text = serde_json::to_string(&export).unwrap();
        for (own, way) in texts(&values) {
            let theirs = whose(&values, &way).as_deref() == Some("ann");
            let tagged = PRIVATE.iter().any(|place| may_be_of(place, &way));
            let of_entry = matches!(&way[..], [Step::Member(list), Step::Entry(_), ..] if list == "a");
            if (tagged && (!theirs || (sensitive && !asked))) || (of_entry && !theirs) {
                prop_assert!(!text.contains(&own), "{} at {:?} in {}", own, way, text);
            }
        }
    }
}
