//! Every route with every role: what a route declares to need is what it asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::support::Server;
use crate::sweep::{demo, path_of, workbench};
use axum::routing::get;
use ratebook::records::Pack;
use ratebook_server::app;
use ratebook_server::platform::caller::{Caller, Operator};
use ratebook_server::routes::{Needs, Routes, led_to};
use ratebook_server::state::App;
use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

const ABSENT: &str = "01890a5d-ac96-774b-bcce-b302099a8057";
const METHODS: [&str; 5] = ["get", "post", "patch", "put", "delete"];

/// An operation of the document.
struct Operation<'d> {
    method: &'static str,
    path: &'d str,
    told: &'d Value,
}

impl Operation<'_> {
    fn needs(&self) -> &str {
        self.told["x-needs"]
            .as_str()
            .unwrap_or_else(|| panic!("{} {}: nothing", self.method, self.path))
    }

    /// The permissions of which one lets somebody come in.
    fn permissions(&self) -> BTreeSet<&str> {
        let several = self.told["x-permissions"].as_array().into_iter().flatten();
        several
            .chain([&self.told["x-permission"]])
            .filter_map(Value::as_str)
            .collect()
    }

    /// Those that are needed besides, each of them.
    fn permissions_too(&self) -> impl Iterator<Item = &str> {
        let too = self.told["x-permissions-too"].as_array().into_iter().flatten();
        too.filter_map(Value::as_str)
    }

    fn ask(&self, client: &Client, id: &str) -> Answer {
        let body = json!({});
        let body = (self.method != "get" && self.method != "delete").then_some(&body);
        let path = self
            .path
            .replace("{id}", id)
            .replace("{file}", "of-nobody.ics")
            .replace("{area}", "rates")
            .replace("{op}", "price");
        // Whoever follows what happens stays on the line: they are asked for what is refused once it is known that they may.
        let path = match path.starts_with("/v1/events") {
            true => format!("{path}?after=nothing"),
            false => path,
        };
        client.ask(&self.method.to_uppercase(), &path, body, &[])
    }

    fn declares(&self, answer: &Answer) -> bool {
        self.told["responses"][answer.status.to_string()].is_object()
    }
}

fn operations(document: &Value) -> Vec<Operation<'_>> {
    let paths = document["paths"].as_object().expect("paths");
    let all = paths.iter().flat_map(|(path, item)| {
        METHODS
            .iter()
            .filter(|method| item[**method].is_object())
            .map(move |method| Operation {
                method,
                path,
                told: &item[*method],
            })
    });
    all.collect()
}

/// What a role holds, read from its declaration by the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Holds {
    Nowhere,
    OfSome,
    Everywhere,
}

/// A role of the tenant's own, which includes that of the support.
const CLERK: &str = "custom_clerk";

fn clerk() -> Value {
    json!({"includes": ["support"], "allow": ["audit:read", "users:*"], "deny": ["tickets:write", "rooms:read"]})
}

fn holds(pack: &Pack, role: &str, permission: &str) -> Holds {
    if role == CLERK {
        return match permission {
            "tickets:write" | "rooms:read" => Holds::Nowhere,
            "audit:read" | "users:read" | "users:write" => Holds::Everywhere,
            _ => holds(pack, "support", permission),
        };
    }
    let fits = |pattern: &String| match pattern.strip_suffix('*') {
        Some(beginning) => permission.starts_with(beginning),
        None => pattern == permission,
    };
    let declared = &pack.definition().roles;
    let own = declared.get(role);
    let allowed = role == "owner" || own.is_some_and(|own| own.allow.iter().any(fits));
    if allowed && !own.is_some_and(|own| own.deny.iter().any(fits)) {
        return Holds::Everywhere;
    }
    let grants = pack.entities().iter().flat_map(|entity| &entity.definition().grants);
    let granted = grants
        .filter(|grant| grant.role == role)
        .any(|grant| grant.permissions.iter().any(fits));
    if granted { Holds::OfSome } else { Holds::Nowhere }
}

#[test]
fn every_route_is_in_the_document_and_the_document_has_no_other() {
    let document = Server::start("sqlite").admin().get("/v1/openapi.json").well();
    // What is mine and what is public is of packs that have owners and listings.
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/across/packs/market");
    let market = Served::with(Base::Sqlite, Path::new(folder));
    let owner = market.tenant(&market.operator(), "acme");
    let other = owner.get("/v1/openapi.json").is(200).json();
    let mut reached = BTreeSet::new();
    for operation in operations(&document).into_iter().chain(operations(&other)) {
        let pattern =
            led_to(app::table(), operation.path).unwrap_or_else(|| panic!("{} leads nowhere", operation.path));
        let method = operation.method.to_uppercase();
        let route = app::table()
            .iter()
            .find(|route| route.path == pattern && route.method == method.as_str());
        let route = route.unwrap_or_else(|| panic!("{method} {} is not routed", operation.path));
        let word = match route.needs {
            Needs::Nothing => "nothing",
            Needs::SignedIn | Needs::InPerson => "signed_in",
            Needs::Operator => "operator",
            Needs::Member => "member",
            Needs::Holds(_) | Needs::HoldsInPerson(_) | Needs::Declared => "permission",
            Needs::Page => panic!("{} is a file of the page", operation.path),
        };
        assert_eq!(operation.needs(), word, "{method} {}", operation.path);
        assert_eq!(
            operation.permissions().is_empty(),
            word != "permission",
            "{method} {}",
            operation.path
        );
        reached.insert((method, pattern));
    }
    for route in app::table().iter().filter(|route| route.needs != Needs::Page) {
        let told = reached.contains(&(route.method.to_string(), route.path));
        assert!(told, "{} {} is not in the document", route.method, route.path);
    }
    assert!(reached.len() >= 25, "only {} routes", reached.len());
}

#[test]
fn every_role_is_answered_what_it_holds_the_permission_of_and_nothing_else() {
    let pack = workbench();
    for server in Server::both() {
        let ann = server.admin();
        let made = demo(&pack, &ann);
        let ids: BTreeMap<String, &String> = made.iter().map(|(entity, id)| (path_of(&pack, entity), id)).collect();
        let document = ann.get("/v1/openapi.json").well();
        let people = people(&server, &pack);
        let mut asked = 0;
        for operation in operations(&document) {
            let own = ids.iter().find(|(list, _)| {
                let rest = operation.path.strip_prefix(list.as_str());
                rest.is_some_and(|rest| rest.starts_with("/{id}"))
            });
            let real = own.map_or(ABSENT, |(_, id)| id.as_str());
            for (name, client) in &people {
                let expected = expected(&pack, &operation, name);
                // Who may is asked about nothing, so that all the others find what was there.
                let id = if expected == Expected::Answered && operation.method != "get" {
                    ABSENT
                } else {
                    real
                };
                let fresh = (operation.path == "/v1/auth/logout" && client.token.is_some())
                    .then(|| server.signed_in(&email(name)));
                let answer = operation.ask(fresh.as_ref().unwrap_or(client), id);
                let about = format!(
                    "{}: {name}: {} {}: {answer:?}",
                    server.name, operation.method, operation.path
                );
                check(&operation, expected, &answer, &about);
                asked += 1;
            }
        }
        for (list, id) in &ids {
            assert_eq!(
                ann.get(&format!("{list}/{id}")).status,
                200,
                "{}: {list}/{id} was changed",
                server.name
            );
        }
        assert!(asked > 900, "only {asked} were asked");
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    Answered,
    /// Who holds it of some records alone.
    AnsweredOfSome,
    NotSignedIn,
    /// No member of the tenant.
    Foreign,
    Lacking,
}

fn check(operation: &Operation<'_>, expected: Expected, answer: &Answer, about: &str) {
    let code = answer.json()["code"].as_str().map(str::to_owned).unwrap_or_default();
    let of_one = ["{id}", "{file}", "{name}", "{pack}", "{entity}"]
        .iter()
        .any(|named| operation.path.contains(named));
    let right = match expected {
        Expected::Answered => !matches!(answer.status, 401 | 403) && (of_one || answer.status != 404),
        Expected::AnsweredOfSome => answer.status != 401,
        Expected::NotSignedIn => (answer.status, code.as_str()) == (401, "tenancy.not_signed_in"),
        Expected::Foreign => (answer.status, code.as_str()) == (403, "tenancy.wrong_tenant"),
        Expected::Lacking => match answer.status {
            403 => code == "tenancy.permission_missing",
            404 => of_one && code != "request.unknown",
            _ => false,
        },
    };
    // What sets documents is not built beside every server, and the document says so.
    let is_missing = answer.status == 501 && operation.declares(answer);
    assert!(right && (answer.status < 500 || is_missing), "{expected:?}: {about}");
    let refused = matches!(answer.status, 401 | 403 | 404);
    assert!(!refused || operation.declares(answer), "undeclared: {about}");
}

fn expected(pack: &Pack, operation: &Operation<'_>, name: &str) -> Expected {
    let is_member = !["nobody", "operator", "foreign"].contains(&name);
    match operation.needs() {
        "nothing" => Expected::Answered,
        _ if name == "nobody" => Expected::NotSignedIn,
        "signed_in" => Expected::Answered,
        "operator" if name == "operator" => Expected::Answered,
        "operator" => Expected::Lacking,
        _ if !is_member => Expected::Foreign,
        "member" => Expected::Answered,
        _ => {
            let held = operation
                .permissions()
                .into_iter()
                .map(|permission| holds(pack, name, permission));
            let too = operation
                .permissions_too()
                .map(|permission| holds(pack, name, permission));
            match held.max().and_then(|held| [held].into_iter().chain(too).min()) {
                Some(Holds::Everywhere) => Expected::Answered,
                Some(Holds::OfSome) => Expected::AnsweredOfSome,
                _ => Expected::Lacking,
            }
        }
    }
}

fn email(name: &str) -> String {
    match name {
        "operator" => "operator@example.com".to_owned(),
        "owner" => "owner@tenant1.example.com".to_owned(),
        "foreign" => "owner@tenant2.example.com".to_owned(),
        role => format!("rob.{role}@tenant1.example.com"),
    }
}

/// Whoever may ask at the first tenant: nobody, who runs the installation, the owner of another tenant, and each role.
fn people(server: &Server, pack: &Pack) -> Vec<(String, Client)> {
    server.someone(2, "eve", "admin");
    for role in pack.definition().roles.keys() {
        server.someone(1, "rob", role);
    }
    let mut own = clerk();
    own["name"] = CLERK.into();
    let owner = server.signed_in(&email("owner")).at("tenant1");
    owner.post("/v1/roles", &own).is(201);
    server.someone(1, "rob", CLERK);
    let roles = pack.definition().roles.keys().map(String::as_str);
    let names = ["operator", "owner", "foreign", CLERK].into_iter().chain(roles);
    let signed_in = names.map(|name| (name.to_owned(), server.signed_in(&email(name)).at("tenant1")));
    let nobody = ("nobody".to_owned(), server.anybody().at("tenant1"));
    [nobody].into_iter().chain(signed_in).collect()
}

#[test]
fn a_route_that_does_not_declare_whom_it_asks_for_answers_nobody() {
    let server = Server::start("sqlite");
    server.admin();
    let operator = server.signed_in("operator@example.com");
    let routes = Routes::<App>::default()
        .get("/declared", Needs::Member, |_: Caller| async { "a member" })
        .get("/open", Needs::Nothing, |_: Caller| async { "a member" })
        .get("/run", Needs::Member, |_: Operator| async { "an operator" })
        .router();
    #[expect(clippy::disallowed_methods, reason = "what goes round the table is tried")]
    let routes = routes.route("/undeclared", get(|_: Caller| async { "a member" }));
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    listener.set_nonblocking(true).expect("a socket");
    let router = routes.with_state(server.app().clone());
    server.begin(async move {
        let listener = tokio::net::TcpListener::from_std(listener).expect("a port");
        axum::serve(listener, router).await.expect("a server");
    });
    let asked = |client: &Client, path: &str| client.clone().elsewhere(&format!("http://{address}")).get(path);
    let member = server.signed_in("ann.admin@tenant1.example.com");
    assert_eq!(asked(&member, "/declared").is(200).text(), "a member");
    asked(&member, "/open").fails(500, "engine.defect");
    asked(&member, "/undeclared").fails(500, "engine.defect");
    asked(&operator, "/run").fails(500, "engine.defect");
}
