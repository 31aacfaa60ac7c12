//! What somebody may not see changes nothing of what they are answered: a world by chance is copied whole, in one copy hidden values become
//! these and in the other those, and every answer that can be had is the same to the byte: lists in every order, by every filter, sums,
//! counts, pages, searches, histories, exports, events, the document and refusals. A filter that looks behind a mask, a search or an order
//! that knows what is masked, a count over rows of others, a message that repeats what it compared with: each differs here.

use std::collections::BTreeSet;

use ratebook_server::platform::jobs;
use serde_json::{Value, json};

use crate::lives::plan;
use crate::support::{Chance, Server, Someone, text};

/// How many worlds: by `RATEBOOK_UNSEEN=50` as many.
fn worlds() -> u64 {
    let told = std::env::var("RATEBOOK_UNSEEN").ok();
    told.and_then(|told| told.parse().ok()).unwrap_or(1)
}

const NAMES: [&str; 6] = ["Ana", "Weber", "Ünal", "O'Neil", "Straße", "linden"];
const PRIORITIES: [&str; 4] = ["low", "medium", "high", "urgent"];
/// What becomes of what is hidden, in the one copy and in the other: each is found by another word, and stands elsewhere in any order.
const HIDDEN: [[&str; 4]; 2] = [
    ["+49301110001", "aaron@hidden.example", "aaa.first", "sesame-one"],
    ["+49309990009", "zoe@behind.example", "zzz.last", "sesame-two"],
];

/// Who looks: one from whom fields are hidden, one from whom rows are, and one of another tenant.
struct Lookers {
    sue: Someone,
    tim: Someone,
    eve: Someone,
}

impl Lookers {
    fn of(server: &Server) -> Lookers {
        Lookers {
            sue: server.someone(1, "sue", "support"),
            tim: server.someone(1, "tim", "technician"),
            eve: server.someone(2, "eve", "admin"),
        }
    }
}

/// A small world: subscribers, of whom the first is no business of tim's, and tickets; the ids of both.
fn world(server: &Server, lookers: &Lookers, chance: &mut Chance) -> [Vec<String>; 2] {
    let ann = server.admin();
    let plans = [plan(&ann, "Home 50"), plan(&ann, "Office 250")];
    let (mut subscribers, mut tickets) = (Vec::new(), Vec::new());
    for number in 0..4 + chance.below(3) {
        let mut change = json!({
            "name": format!("{} {}", chance.of(&NAMES), chance.of(&NAMES)), "phone": format!("+4930123{number:04}"),
            "email": format!("s{number}@example.com"), "pppoe_username": format!("user.{number}"), "pppoe_password": "sesame",
            "address": format!("{} {number}", chance.of(&NAMES)), "service_plan_id": plans[chance.below(2)]["id"],
        });
        if chance.yes() {
            change["country"] = chance.of(&["DE", "FR", "IN"]).into();
        }
        subscribers.push(text(&ann.post("/v1/subscribers", &change).well(), "id"));
    }
    for number in 0..6 + chance.below(4) {
        let of = if number == 0 {
            0
        } else {
            chance.below(subscribers.len())
        };
        let mut change = json!({
            "subscriber_id": subscribers[of], "subject": format!("{} {number}", chance.of(&NAMES)), "description": "No line.",
            "priority": chance.of(&PRIORITIES),
        });
        if of > 0 && (number == 1 || chance.yes()) {
            change["assignee"] = lookers.tim.id.clone().into();
        }
        tickets.push(text(&ann.post("/v1/tickets", &change).well(), "id"));
    }
    let theirs = json!({"name": "Eve", "phone": "+49301230099", "address": "E", "service_plan_id": plan(&lookers.eve, "Theirs")["id"]});
    lookers.eve.post("/v1/subscribers", &theirs).well();
    server.wait_for(jobs::work(server.app())).expect("work");
    [subscribers, tickets]
}

/// Everything that is asked: of lists, of each record that there is whether it may be seen or not, and what is refused.
fn asked(known: &[Vec<String>; 2]) -> Vec<(&'static str, String, Option<Value>)> {
    let mut asked: Vec<(&'static str, String, Option<Value>)> = Vec::new();
    let mut get = |path: String| asked.push(("GET", path, None));
    let words = [
        "ana", "straße", "9990009", "1110001", "hidden", "behind", "zoe", "aaron", "zzz", "user.1", "sesame", "line",
        "A",
    ];
    for name in [
        "subscribers",
        "tickets",
        "service-plans",
        "bookings",
        "stock-items",
        "contacts",
    ] {
        let list = format!("/v1/{name}");
        get(format!("{list}?total=true&limit=100"));
        get(format!("{list}?deleted=true&total=true"));
        get(format!("{list}/export.csv"));
        if !["subscribers", "tickets"].contains(&name) {
            continue;
        }
        for word in words {
            get(format!("{list}?q={word}&total=true"));
        }
        for sort in [
            "name",
            "-name",
            "code",
            "-status",
            "priority",
            "-created_at",
            "number",
            "phone",
            "-email",
            "pppoe_username",
        ] {
            get(format!("{list}?sort={sort}&limit=100"));
        }
        for more in [
            "country=DE,FR",
            "status=pending",
            "priority=high,urgent",
            "email=zoe@behind.example",
            "email_given=true",
            "phone=%2B49309990009",
            "pppoe_username=zzz.last",
            "created_at_first=2026-01-01",
            "facets=status",
            "facets=country,status",
            "facets=email",
            "facets=phone",
            "sums=billing_day",
            "fields=name",
            "fields=phone,email",
            "fields=pppoe_password",
            "expand=subscriber_id",
            "expand=service_plan_id",
            "where=email%20%3D%3D%20'zoe@behind.example'",
            "where=phone%20%21%3D%20null",
            "where=billing_day%20%3E%201",
            "facets=priority&total=true",
            "cursor=nothing",
            "limit=101",
        ] {
            get(format!("{list}?{more}"));
        }
    }
    for (list, ids) in ["subscribers", "tickets"].iter().zip(known) {
        for id in ids {
            get(format!("/v1/{list}/{id}"));
            get(format!("/v1/{list}/{id}/history"));
            get(format!("/v1/{list}?id={id}&total=true"));
            get(format!("/v1/tickets?subscriber_id={id}&total=true&facets=status"));
        }
    }
    for word in words {
        get(format!("/v1/search?q={word}"));
    }
    for path in [
        "/v1/openapi.json",
        "/v1/audit",
        "/v1/notifications",
        "/v1/members",
        "/v1/quotas",
        "/v1/auth/me",
        "/v1/jobs",
    ] {
        get(path.to_owned());
    }
    // Refusals, which tell nothing of what stood in the way.
    for (list, ids) in ["subscribers", "tickets"].iter().zip(known) {
        for id in ids {
            let path = format!("/v1/{list}/{id}");
            for wrong in [
                json!({"nothing": 1}),
                json!({"version": 1, "status": "x"}),
                json!({"pppoe_password": 5}),
                json!({"phone": "x"}),
            ] {
                asked.push(("PATCH", path.clone(), Some(wrong)));
            }
            asked.push(("POST", format!("{path}/nothing"), Some(json!({}))));
        }
    }
    asked
}

/// Every page of a list, two records at a time.
fn pages(who: &Someone, list: &str) -> Vec<String> {
    let (mut pages, mut cursor) = (Vec::new(), String::new());
    loop {
        let told = who.get(&format!("/v1/{list}?limit=2&total=true&facets=status{cursor}"));
        let Some(page) = told.well_or_none() else {
            return vec![told.text];
        };
        pages.push(format!("{} {} {}", page["items"], page["total"], page["facets"]));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return pages,
        }
    }
}

/// All that somebody is told, by what was asked.
fn told(who: &Someone, asked: &[(&'static str, String, Option<Value>)]) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (method, path, body) in asked {
        let answer = match body {
            Some(body) if *method == "PATCH" => who.patch(path, body),
            Some(body) => who.post(path, body),
            None => who.get(path),
        };
        let kind = answer.headers.get("content-type").cloned().unwrap_or_default();
        // A cursor is sealed; that there is one is told.
        let mut text = answer.text.clone();
        if let Some(next) = serde_json::from_str::<Value>(&text)
            .ok()
            .and_then(|page| page["next_cursor"].as_str().map(str::to_owned))
        {
            text = text.replace(&next, "CURSOR");
        }
        all.push((format!("{method} {path}"), format!("{} {kind} {text}", answer.status)));
    }
    for list in ["subscribers", "tickets"] {
        all.push((format!("pages of {list}"), pages(who, list).join("\n")));
    }
    all.push(("events".to_owned(), who.hears("/v1/events?after=0").join("\n")));
    all
}

/// Whether a word is an id or a moment: those that come after the copy was made are others in each.
fn is_of_a_moment(word: &str) -> bool {
    let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    let is_id = word.len() == 36 && digits(word) && word.matches('-').count() == 4;
    let is_moment = word.len() >= 20 && word.as_bytes()[10] == b'T' && word.ends_with('Z') && digits(&word[..10]);
    is_id || is_moment
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['"', ',', '\n', ' ', '/'])
}

/// The ids and moments that were known before.
fn known_words(told: &[(String, String)]) -> BTreeSet<String> {
    let all = told.iter().flat_map(|(_, text)| words(text));
    let bare = all.map(|word| word.trim_end_matches(['"', ',', '\n', ' ', '/']));
    bare.filter(|word| is_of_a_moment(word)).map(str::to_owned).collect()
}

/// A text without the ids and moments that came later.
fn apart(text: &str, known: &BTreeSet<String>) -> String {
    let each = words(text).map(|word| {
        let bare = word.trim_end_matches(['"', ',', '\n', ' ', '/']);
        match is_of_a_moment(bare) && !known.contains(bare) {
            true => format!("LATER{}", &word[bare.len()..]),
            false => word.to_owned(),
        }
    });
    each.collect()
}

#[track_caller]
fn same(who: &str, seed: u64, known: &BTreeSet<String>, [one, other]: [&[(String, String)]; 2]) {
    assert_eq!(one.len(), other.len());
    for ((path, here), (_, there)) in one.iter().zip(other) {
        let (here, there) = (apart(here, known), apart(there, known));
        assert!(
            here == there,
            "{who}, seed {seed}: {path} tells apart what is hidden:\n{here}\n{there}"
        );
    }
}

fn holds(told: &[(String, String)], word: &str) -> bool {
    // What was asked with is told again in a refusal.
    told.iter()
        .any(|(path, text)| text.contains(word) && !path.contains(word))
}

fn of_seed(name: &'static str, seed: u64) {
    let mut chance = Chance::new(seed);
    let here = Server::start(name);
    let lookers = Lookers::of(&here);
    let ids = world(&here, &lookers, &mut chance);
    let asked = asked(&ids);
    let known: BTreeSet<String> = [&lookers.sue, &lookers.tim, &lookers.eve]
        .into_iter()
        .flat_map(|who| known_words(&told(who, &asked)))
        .chain(ids.iter().flatten().cloned())
        .collect();
    // Two copies, so that whoever signs in again does so in both.
    let copies = [here.copied(), here.copied()];
    let sides = [&copies[0], &copies[1]];
    let there = &copies[1];
    let hidden = format!("/v1/subscribers/{}", ids[0][0]);
    for (server, [phone, email, username, password]) in sides.into_iter().zip(HIDDEN) {
        let change = json!({"phone": phone, "email": email, "pppoe_username": username, "pppoe_password": password});
        server.admin().patch(&hidden, &change).well();
        server.wait_for(jobs::work(server.app())).expect("work");
    }
    let all = sides.map(|server| told(&Lookers::of(server).sue, &asked));
    same("sue", seed, &known, [&all[0], &all[1]]);
    assert!(holds(&all[0], &ids[0][0]), "sue sees whose fields are hidden");
    // From tim and eve the records themselves are hidden: in one copy more of them change, come and go.
    let ann = there.admin();
    ann.patch(
        &hidden,
        &json!({"name": "Zacharias", "address": "Elsewhere", "billing_day": 9}),
    )
    .well();
    ann.post(&format!("{hidden}/activate"), &json!({})).well();
    ann.patch(
        &format!("/v1/tickets/{}", ids[1][0]),
        &json!({"subject": "Zebra", "priority": "urgent", "due_at": "2031-01-01T00:00:00Z"}),
    )
    .well();
    let more = json!({"subscriber_id": ids[0][0], "subject": "Ana", "description": "No line.", "priority": "high"});
    let gone = text(&ann.post("/v1/tickets", &more).well(), "id");
    ann.post("/v1/tickets", &more).well();
    assert_eq!(ann.delete(&format!("/v1/tickets/{gone}")).status, 204);
    there.wait_for(jobs::work(there.app())).expect("work");
    let [one, other] = sides.map(Lookers::of);
    let (tims, eves) = (
        [told(&one.tim, &asked), told(&other.tim, &asked)],
        [told(&one.eve, &asked), told(&other.eve, &asked)],
    );
    same("tim", seed, &known, [&tims[0], &tims[1]]);
    same("eve", seed, &known, [&eves[0], &eves[1]]);
    assert!(
        ids[0][1..].iter().any(|id| holds(&tims[0], id)),
        "tim sees whom he visits"
    );
    assert!(!holds(&tims[0], &ids[0][0]), "and nobody else");
    // Whoever may see it is told: what is compared would show it.
    let anns = sides.map(|server| told(&server.admin(), &asked));
    for word in [HIDDEN[0][0], HIDDEN[0][1]] {
        assert!(holds(&anns[0], word) && !holds(&anns[1], word), "{word}");
    }
}

#[test]
fn what_is_hidden_is_told_by_no_answer() {
    for name in ["sqlite", "postgres"] {
        for world in 0..worlds() {
            of_seed(name, 7_919 * world + 1);
        }
    }
}
