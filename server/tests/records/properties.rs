//! Promises that hold for every pack, each by its number among those of the provider's back office. The data are made by chance, the
//! same in every run, and the answers are compared with a count made here.

use std::collections::{BTreeMap, BTreeSet};

use crate::lives::plan;
use crate::support::{Chance, Server, Someone, text};
use serde_json::{Value, json};

const WORDS: [&str; 8] = ["Ana", "weber", "Ünal", "O'Neil", "李", "x_y%", "Straße", "lin den"];

/// Subscribers by chance, as they were answered.
fn fill(someone: &Someone, chance: &mut Chance, count: usize) -> Vec<Value> {
    let plans = [plan(someone, "Home 50"), plan(someone, "Office 250")];
    let mut made = Vec::new();
    for number in 0..count {
        let name = format!("{} {}", chance.of(&WORDS), chance.of(&WORDS));
        let address = format!("{} {number}", chance.of(&WORDS));
        let mut change = json!({"name": name, "phone": "+49301234567", "address": address,
                                "service_plan_id": plans[chance.below(2)]["id"], "country": chance.of(&["DE", "FR", "IN"])});
        if chance.yes() {
            change["email"] = format!("p{number}@example.com").into();
        }
        let one = someone.post("/v1/subscribers", &change).well();
        let path = format!("/v1/subscribers/{}", text(&one, "id"));
        made.push(if chance.yes() {
            someone.post(&format!("{path}/activate"), &json!({})).well()
        } else {
            one
        });
    }
    made
}

/// Every page of a list, in its order, with the totals that were told.
fn pages(someone: &Someone, query: &str, size: usize) -> (Vec<Value>, BTreeSet<u64>) {
    let (mut items, mut totals) = (Vec::new(), BTreeSet::new());
    let mut cursor = String::new();
    loop {
        let page = someone
            .get(&format!("/v1/subscribers?{query}&limit={size}&total=true{cursor}"))
            .well();
        items.extend(page["items"].as_array().expect("a list").iter().cloned());
        totals.insert(page["total"].as_u64().expect("a number"));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return (items, totals),
        }
    }
}

fn ids(items: &[Value]) -> BTreeSet<String> {
    items.iter().map(|one| text(one, "id")).collect()
}

#[test]
fn p1_every_row_read_counted_or_changed_belongs_to_the_tenant_that_asks() {
    for server in Server::both() {
        keeps_tenants_apart(&server);
    }
}

/// Each wall is tested with the other one down: here statements alone keep tenants apart, as they do on SQLite.
#[test]
fn p1_holds_on_postgresql_without_row_level_security() {
    let server = Server::start("postgres");
    server.without_policies();
    keeps_tenants_apart(&server);
}

fn keeps_tenants_apart(server: &Server) {
    {
        let mut chance = Chance::new(1);
        let (ann, eve) = (server.admin(), server.someone(2, "eve", "admin"));
        let own = fill(&ann, &mut chance, 12);
        let theirs = fill(&eve, &mut chance, 7);
        for (someone, mine, others) in [(&ann, &own, &theirs), (&eve, &theirs, &own)] {
            let (items, totals) = pages(someone, "sort=name", 5);
            assert_eq!(
                (ids(&items), totals),
                (ids(mine), BTreeSet::from([mine.len() as u64])),
                "{}",
                server.name
            );
            let facets = someone.get("/v1/subscribers?facets=status,country").well();
            for field in ["status", "country"] {
                let counts = facets["facets"][field].as_array().expect("counts");
                let sum: u64 = counts.iter().map(|one| one["count"].as_u64().expect("a number")).sum();
                assert_eq!(sum, mine.len() as u64);
            }
            for one in others {
                let path = format!("/v1/subscribers/{}", text(one, "id"));
                assert_eq!(someone.get(&path).status, 404);
                assert_eq!(someone.patch(&path, &json!({"billing_day": 2})).status, 404);
                assert_eq!(someone.delete(&path).status, 404);
            }
        }
        assert_eq!(ids(&pages(&ann, "", 100).0), ids(&own), "nothing was changed");
    }
}

#[test]
fn p7_a_call_passes_if_and_only_if_the_role_holds_the_permission_of_the_route() {
    let roles: BTreeMap<&str, fn(&str) -> bool> = BTreeMap::from([
        ("admin", (|_| true) as fn(&str) -> bool),
        ("keeper", |permission| permission.starts_with("service_plans:")),
        ("support", |permission| {
            let named = [
                "subscribers:read",
                "subscribers:write",
                "service_plans:read",
                "travellers:read",
                "vehicles:read",
                "rooms:read",
                "trips:read",
                "bookings:read",
                "bookings:write",
                "blocks:read",
            ];
            named.contains(&permission) || (permission.starts_with("tickets:") && permission != "tickets:export")
        }),
    ]);
    for server in Server::both() {
        let ann = server.admin();
        let document = ann.get("/v1/openapi.json").well();
        let absent = "01890a5d-ac96-774b-bcce-b302099a8057";
        let mut asked = 0;
        for (path, item) in document["paths"].as_object().expect("paths") {
            for method in ["get", "post", "patch", "put", "delete"] {
                let Some(permission) = item[method]["x-permission"].as_str() else {
                    continue;
                };
                if item[method]["operationId"]
                    .as_str()
                    .is_some_and(|id| id.contains(".event."))
                {
                    continue;
                }
                for (role, holds) in &roles {
                    let someone = server.someone(1, "rob", role);
                    let told = someone.ask(
                        &method.to_uppercase(),
                        &path.replace("{id}", absent),
                        &[("content-type", "application/json")],
                        (method != "get" && method != "delete").then_some(b"{}"),
                    );
                    // One that passes is refused for what it lacks, or finds nothing.
                    let refused = told.status == 403;
                    let hidden = told.status == 404 && path.contains("{id}");
                    let right = if holds(permission) { !refused } else { refused || hidden };
                    assert!(
                        right,
                        "{}: {role} {method} {path} ({permission}): {told:?}",
                        server.name
                    );
                    asked += 1;
                }
            }
        }
        assert!(asked > 200, "only {asked} were asked");
    }
}

#[test]
fn p8_codes_are_of_their_form_and_pairwise_different_however_many_write() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let writers: Vec<_> = (0..8)
            .map(|_| {
                let (ann, home) = (ann.clone(), home.clone());
                std::thread::spawn(move || -> Vec<String> {
                    let change =
                        json!({"name": "N", "phone": "+49301234567", "address": "A", "service_plan_id": home["id"]});
                    (0..10)
                        .map(|_| text(&ann.post("/v1/subscribers", &change).well(), "code"))
                        .collect()
                })
            })
            .collect();
        let codes: Vec<String> = writers
            .into_iter()
            .flat_map(|one| one.join().expect("a writer"))
            .collect();
        let of_form = |code: &String| {
            code.strip_prefix("CUST")
                .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit()))
        };
        assert!(codes.iter().all(of_form), "{codes:?}");
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), 80, "{}", server.name);
    }
}

#[test]
fn p9_whatever_required_fields_are_left_out_are_named_and_nothing_is_stored() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let whole = json!({"name": "N", "phone": "+49301234567", "address": "A", "service_plan_id": home["id"]});
        let names = ["name", "phone", "address", "service_plan_id"];
        for subset in 1..16_usize {
            let left_out: BTreeSet<String> = (0..4)
                .filter(|bit| subset >> bit & 1 == 1)
                .map(|bit| names[bit].to_owned())
                .collect();
            let mut change = whole.clone();
            for name in &left_out {
                change.as_object_mut().expect("an object").remove(name);
            }
            let told = ann.post("/v1/subscribers", &change);
            let named: BTreeSet<String> = told
                .reasons()
                .into_iter()
                .map(|(_, path)| path.replace('/', ""))
                .collect();
            assert_eq!((told.status, named), (422, left_out), "{}", server.name);
        }
        assert_eq!(ann.get("/v1/subscribers?total=true").well()["total"], 0);
    }
}

#[test]
fn p10_pages_of_any_size_are_the_whole_list_without_repeats_or_omissions() {
    for server in Server::both() {
        let ann = server.admin();
        let made = fill(&ann, &mut Chance::new(10), 40);
        for sort in ["name", "-name", "code", "-created_at", "status,-name"] {
            let (whole, _) = pages(&ann, &format!("sort={sort}"), 100);
            assert_eq!(ids(&whole), ids(&made));
            for size in [1, 2, 3, 7, 39, 40, 41, 100] {
                let (items, totals) = pages(&ann, &format!("sort={sort}"), size);
                assert_eq!(items, whole, "{}: {sort} by {size}", server.name);
                assert_eq!(totals, BTreeSet::from([40]));
            }
        }
    }
}

fn contains(one: &Value, fields: &[&str], term: &str) -> bool {
    let folded = |text: &str| ratebook::records::folded(text);
    fields.iter().any(|name| {
        one[*name]
            .as_str()
            .is_some_and(|text| folded(text).contains(&folded(term)))
    })
}

#[test]
fn p11_a_row_is_found_if_and_only_if_a_searched_field_contains_the_term() {
    for server in Server::both() {
        let ann = server.admin();
        let made = fill(&ann, &mut Chance::new(11), 30);
        for term in [
            "ana", "ANA W", "ünal", "unal", "o'neil", "李", "_", "%", "x_y%", "straße", "STRASSE", "n d", "cust0000",
            "@example", "p1", "zz", "5", " ",
        ] {
            let quoted: String = term.bytes().map(|byte| format!("%{byte:02x}")).collect();
            let (found, _) = pages(&ann, &format!("q={quoted}"), 100);
            let expected = made
                .iter()
                .filter(|one| contains(one, &["code", "name", "email", "phone", "address"], term));
            assert_eq!(
                ids(&found),
                expected.map(|one| text(one, "id")).collect(),
                "{}: {term:?}",
                server.name
            );
        }
    }
}

#[test]
fn p12_a_row_is_listed_if_and_only_if_it_meets_every_filter() {
    for server in Server::both() {
        let ann = server.admin();
        let made = fill(&ann, &mut Chance::new(12), 30);
        let plan = text(&made[0], "service_plan_id");
        let statuses: [(&str, &[&str]); 3] = [
            ("", &["pending", "active"]),
            ("status=active", &["active"]),
            ("status=pending,active", &["pending", "active"]),
        ];
        for (status_query, wanted) in statuses {
            for country in [None, Some("DE"), Some("FR")] {
                for by_plan in [false, true] {
                    for given in [None, Some(true), Some(false)] {
                        let mut query = vec![status_query.to_owned()];
                        query.extend(country.map(|country| format!("country={country}")));
                        query.extend(by_plan.then(|| format!("service_plan_id={plan}")));
                        query.extend(given.map(|given| format!("email_given={given}")));
                        let (found, _) = pages(&ann, &query.join("&"), 100);
                        let expected = made.iter().filter(|one| {
                            wanted.contains(&one["status"].as_str().expect("text"))
                                && country.is_none_or(|country| one["country"] == country)
                                && (!by_plan || one["service_plan_id"] == plan.as_str())
                                && given.is_none_or(|given| one["email"].is_string() == given)
                        });
                        assert_eq!(
                            ids(&found),
                            expected.map(|one| text(one, "id")).collect(),
                            "{}: {query:?}",
                            server.name
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn p14_what_was_deleted_is_kept_as_it_was_and_no_list_or_search_shows_it() {
    for server in Server::both() {
        let ann = server.admin();
        let mut chance = Chance::new(14);
        let made = fill(&ann, &mut chance, 10);
        let (gone, left): (Vec<Value>, Vec<Value>) = made.into_iter().partition(|_| chance.yes());
        for one in &gone {
            assert_eq!(ann.delete(&format!("/v1/subscribers/{}", text(one, "id"))).status, 204);
        }
        assert_eq!(ids(&pages(&ann, "", 3).0), ids(&left), "{}", server.name);
        for one in &gone {
            assert_eq!(
                ann.get(&format!("/v1/subscribers?q={}&total=true", text(one, "code")))
                    .well()["total"],
                0
            );
        }
        let (kept, _) = pages(&ann, "deleted=true", 100);
        assert_eq!(ids(&kept), ids(&gone));
        for one in &gone {
            let own = kept.iter().find(|own| own["id"] == one["id"]).expect("it is kept");
            assert!(own["deleted_at"].is_string());
            for (name, value) in one.as_object().expect("a record") {
                if !["deleted_at", "updated_at", "version"].contains(&name.as_str()) {
                    assert_eq!(&own[name], value, "{name}");
                }
            }
        }
    }
}

#[test]
fn p15_each_count_equals_a_recount_and_they_sum_to_the_total() {
    for server in Server::both() {
        let ann = server.admin();
        let made = fill(&ann, &mut Chance::new(15), 25);
        let told = ann
            .get("/v1/subscribers?facets=status,country,service_plan_id&total=true&limit=1")
            .well();
        for field in ["status", "country", "service_plan_id"] {
            let mut expected: BTreeMap<String, u64> = BTreeMap::new();
            for one in &made {
                *expected.entry(text(one, field)).or_default() += 1;
            }
            let counts = told["facets"][field].as_array().expect("counts");
            let counts: BTreeMap<String, u64> = counts
                .iter()
                .map(|one| (text(one, "value"), one["count"].as_u64().expect("a number")))
                .collect();
            assert_eq!(counts, expected, "{}", server.name);
            assert_eq!(counts.values().sum::<u64>(), told["total"].as_u64().expect("a number"));
        }
    }
}

#[test]
fn p16_a_plan_is_made_only_with_speeds_and_a_price_above_zero() {
    for server in Server::both() {
        let ann = server.admin();
        let mut chance = Chance::new(16);
        let mut made = 0;
        for number in 0..60 {
            let mut by_chance = |greatest: usize| i64::try_from(chance.below(greatest)).expect("small") - 2;
            let (down, up, price) = (by_chance(6), by_chance(4), by_chance(5));
            let change = json!({"name": format!("P{number}"), "download_mbps": down, "upload_mbps": up,
                                "price": {"amount": format!("{price}.00"), "currency": "EUR"}});
            let told = ann.post("/v1/service-plans", &change);
            let mut expected: BTreeSet<&str> = BTreeSet::new();
            for (name, value) in [("/download_mbps", down), ("/upload_mbps", up), ("/price/amount", price)] {
                if value <= 0 {
                    expected.insert(name);
                }
            }
            if expected.is_empty() && up <= down {
                assert_eq!(told.status, 201, "{change}: {told:?}");
                made += 1;
            } else {
                assert_eq!(told.status, 422, "{change}: {told:?}");
                let named: BTreeSet<String> = told.reasons().into_iter().map(|(_, path)| path).collect();
                assert!(expected.iter().all(|name| named.contains(*name)), "{change}: {named:?}");
            }
        }
        assert_eq!(
            ann.get("/v1/service-plans?total=true").well()["total"],
            made,
            "{}",
            server.name
        );
    }
}

#[test]
fn p17_a_plan_goes_if_and_only_if_nobody_uses_it_who_is_not_terminated() {
    for server in Server::both() {
        let ann = server.admin();
        let made = fill(&ann, &mut Chance::new(17), 6);
        let plans: BTreeSet<String> = made.iter().map(|one| text(one, "service_plan_id")).collect();
        for plan in plans {
            let path = format!("/v1/service-plans/{plan}");
            let before = (ann.get(&path).text, ann.get("/v1/subscribers?sort=code&limit=100").text);
            let users: Vec<&Value> = made
                .iter()
                .filter(|one| one["service_plan_id"] == plan.as_str())
                .collect();
            for (number, user) in users.iter().enumerate() {
                let told = ann.delete(&path);
                assert_eq!(
                    (told.status, told.json()["details"]["count"].as_u64()),
                    (409, Some((users.len() - number) as u64))
                );
                if number == 0 {
                    assert_eq!(
                        (ann.get(&path).text, ann.get("/v1/subscribers?sort=code&limit=100").text),
                        before,
                        "nothing changed"
                    );
                }
                ann.post(&format!("/v1/subscribers/{}/terminate", text(user, "id")), &json!({}))
                    .well();
            }
            assert_eq!(ann.delete(&path).status, 204, "{}", server.name);
        }
    }
}

#[test]
fn p61_to_p63_an_export_is_the_list_whole_for_whoever_may_export() {
    for server in Server::both() {
        let ann = server.admin();
        let made = fill(&ann, &mut Chance::new(61), 30);
        let trip = |name: &str, first: &str, last: &str| {
            let price = json!({"amount": "10.50", "currency": "EUR"});
            ann.post(
                "/v1/trips",
                &json!({"name": name, "first_day": first, "last_day": last, "price": price}),
            )
            .well()
        };
        for query in ["", "status=active", "country=DE,FR&q=ana", "email_given=true"] {
            let told = ann.get(&format!("/v1/subscribers/export.csv?{query}"));
            assert_eq!(
                (told.status, told.headers["content-type"].as_str()),
                (200, "text/csv; charset=utf-8")
            );
            let (listed, _) = pages(&ann, query, 100);
            let mut reader = csv::Reader::from_reader(told.text.as_bytes());
            let names = reader.headers().expect("names").clone();
            let rows: Vec<BTreeMap<String, String>> = reader
                .records()
                .map(|row| {
                    names
                        .iter()
                        .zip(row.expect("a row").iter())
                        .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
                        .collect()
                })
                .collect();
            assert_eq!(rows.len(), listed.len(), "{}: {query}", server.name);
            for (row, one) in rows.iter().zip(&listed) {
                for (name, value) in one.as_object().expect("a record") {
                    let expected = match value {
                        Value::Null => String::new(),
                        Value::String(text) => text.clone(),
                        Value::Array(list) => list
                            .iter()
                            .map(|one| one.as_str().expect("text"))
                            .collect::<Vec<_>>()
                            .join(","),
                        other => other.to_string(),
                    };
                    assert_eq!(row[name], expected, "{name}");
                }
            }
        }
        assert_eq!(made.len(), 30);
        for (name, first, last) in [
            ("A", "2027-06-01", "2027-06-03"),
            ("B", "2027-06-10", "2027-06-12"),
            ("C", "2027-07-01", "2027-07-01"),
        ] {
            trip(name, first, last);
        }
        for (query, expected) in [
            ("first_day_first=2027-06-01&first_day_last=2027-06-10", vec!["A", "B"]),
            ("first_day_first=2027-06-02&first_day_last=2027-06-30", vec!["B"]),
            ("first_day_first=2027-07-01", vec!["C"]),
            ("first_day_last=2027-05-31", vec![]),
        ] {
            let told = ann.get(&format!("/v1/trips/export.csv?sort=name&{query}"));
            let mut reader = csv::Reader::from_reader(told.text.as_bytes());
            let names = reader.headers().expect("names").clone();
            let (name, price) = (
                names.iter().position(|name| name == "name"),
                names.iter().position(|name| name == "price"),
            );
            let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
            let found: Vec<&str> = rows.iter().map(|row| &row[name.expect("a column")]).collect();
            assert_eq!(found, expected, "{}: {query}", server.name);
            assert!(rows.iter().all(|row| &row[price.expect("a column")] == "10.50"));
        }
        // Whoever may read and not export gets no file; whoever may do neither learns nothing else.
        let sue = server.someone(1, "sue", "support");
        assert_eq!(sue.get("/v1/tickets").status, 200);
        for path in ["/v1/tickets/export.csv", "/v1/subscribers/export.csv"] {
            let told = sue.get(path);
            assert_eq!(
                (told.status, told.reasons()[0].0.as_str()),
                (403, "tenancy.permission_missing"),
                "{path}"
            );
        }
        let eve = server.someone(2, "eve", "admin");
        let told = eve.get("/v1/subscribers/export.csv");
        assert_eq!(
            (told.status, told.text.lines().count()),
            (200, 1),
            "of another tenant there is the heading alone"
        );
        assert_eq!(ann.get("/v1/subscribers/export.csv?nope=1").status, 422);
    }
}
