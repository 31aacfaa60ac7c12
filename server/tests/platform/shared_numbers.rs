//! Numbers that entities share: one counter, without gaps and without two alike, whoever takes the next one.

use std::thread;

use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

/// Bills and credits that are counted together, and slips that count for themselves.
fn counted(pack: &mut Value) {
    pack["numbers"] = json!([{"name": "paper", "format": "P-{seq:4}", "first": 100}]);
    let entities = pack["entities"].as_array_mut().expect("entities");
    for (name, number) in [
        ("bill", json!({"field": "code", "sequence": "paper"})),
        ("credit", json!({"field": "code", "sequence": "paper"})),
        ("slip", json!({"field": "code", "format": "S-{seq:4}"})),
    ] {
        entities.push(json!({
            "name": name, "number": number,
            "fields": {
                "code": {"kind": "text", "sort": true, "written_by": "engine"},
                "word": {"kind": "slug", "required": true, "unique": true},
            },
        }));
    }
}

fn codes(client: &Client, plural: &str) -> Vec<String> {
    let page = client
        .get(&format!("/v1/{plural}?sort=code&limit=100&fields=code"))
        .is(200)
        .json();
    let items = page["items"].as_array().expect("a list").iter();
    items
        .map(|one| one["code"].as_str().expect("a code").to_owned())
        .collect()
}

#[test]
fn two_entities_share_one_counter_whatever_fails_and_however_many_write() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start_by(base, counted);
        let operator = served.operator();
        let (ann, eve) = (served.tenant(&operator, "acme"), served.tenant(&operator, "globex"));
        thread::scope(|scope| {
            for writer in 0..12 {
                let ann = ann.clone();
                scope.spawn(move || {
                    let plural = if writer % 2 == 0 { "bills" } else { "credits" };
                    for number in 0..6 {
                        // Every second one takes a word that another has, or will have, and fails.
                        let word = match number % 2 {
                            0 => "same".to_owned(),
                            _ => format!("w-{writer}-{number}"),
                        };
                        let told = ann.post(&format!("/v1/{plural}"), &json!({"word": word}));
                        assert!(matches!(told.status, 201 | 409), "{}", told.text());
                    }
                });
            }
        });
        let (bills, credits) = (codes(&ann, "bills"), codes(&ann, "credits"));
        // Six writers of each make three that are well, and one of each has the word that all want.
        assert_eq!((bills.len(), credits.len()), (19, 19));
        let mut all = [bills, credits].concat();
        all.sort();
        let expected: Vec<String> = (100..138).map(|number| format!("P-{number:04}")).collect();
        assert_eq!(all, expected);
        // Several at once go on where it stands; a tenant beside it, and who counts for itself, begin.
        let items: Vec<Value> = (0..3).map(|number| json!({"word": format!("bulk-{number}")})).collect();
        ann.post("/v1/credits/bulk", &json!({"action": "create", "items": items}))
            .is(200);
        let bill = ann.post("/v1/bills", &json!({"word": "last"})).is(201).json();
        assert_eq!(bill["code"], "P-0141");
        let slip = ann.post("/v1/slips", &json!({"word": "own"})).is(201).json();
        assert_eq!(slip["code"], "S-0001");
        let theirs = eve.post("/v1/credits", &json!({"word": "same"})).is(201).json();
        assert_eq!(theirs["code"], "P-0100");
        // A number is given, and not sent.
        ann.post("/v1/bills", &json!({"word": "mine", "code": "P-0999"}))
            .fails(422, "records.not_writable");
    }
}
