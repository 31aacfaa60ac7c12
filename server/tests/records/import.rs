//! Sheets of records: kept as a whole, what is good of them, or only looked at.

use std::io::{Cursor, Write as _};

use crate::lives::{plan, subscriber};
use crate::support::{Server, Someone, text};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PATH: &str = "/v1/subscribers/import";
const ABSENT: &str = "01890a5d-ac96-774b-bcce-b302099a8057";
/// As many rows as somebody brings who begins, and which of them are at fault.
const ROWS: usize = 1_000;
const BAD: [usize; 10] = [17, 118, 219, 320, 421, 522, 623, 724, 825, 926];

fn total(someone: &Someone, list: &str) -> u64 {
    let page = someone.get(&format!("/v1/{list}?total=true")).well();
    page["total"].as_u64().expect("a number")
}

/// A sheet of subscribers; the rows that are named have a fault each, of a kind of its own.
fn sheet(plan: &Value, bad: &[usize]) -> String {
    let plan = text(plan, "id");
    let mut sheet = "Name,E-mail,phone,address,service plan id,billing_day\r\n".to_owned();
    for row in 2..ROWS + 2 {
        let email = format!("n{row}@example.com");
        let kind = bad.iter().position(|bad| *bad == row).map_or(10, |place| place % 10);
        let line = match kind {
            0 => format!(",{email},+49301234567,A,{plan},1"),
            1 => format!("N{row},no e-mail,+49301234567,A,{plan},1"),
            2 => format!("N{row},{email},telephone,A,{plan},1"),
            3 => format!("N{row},{email},+49301234567,,{plan},1"),
            4 => format!("N{row},{email},+49301234567,A,{ABSENT},1"),
            5 => format!("N{row},{email},+49301234567,A,{plan},32"),
            6 => format!("N{row},{email},+49301234567,A,{plan},first"),
            7 => format!("N{row},n2@example.com,+49301234567,A,{plan},1"),
            8 => format!("N{row},taken@example.com,+49301234567,A,{plan},1"),
            9 => format!("N{row},{email},+49301234567,A,no id,1"),
            _ => format!("N{row},{email},+49301234567,A,{plan},1"),
        };
        sheet.push_str(&line);
        sheet.push_str("\r\n");
    }
    sheet
}

/// What of a sheet is called otherwise than in the pack.
fn sent(text: &str, keep: &str) -> Value {
    json!({"text": text, "mapping": {"E-mail": "email"}, "keep": keep})
}

fn rows_of(faults: &Value) -> Vec<u64> {
    let faults = faults.as_array().expect("faults");
    faults
        .iter()
        .map(|fault| fault["row"].as_u64().expect("a row"))
        .collect()
}

#[test]
fn a_thousand_rows_are_looked_at_and_what_is_good_is_kept() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let known = json!({"name": "Known", "email": "taken@example.com", "phone": "+49301234567", "address": "A",
            "service_plan_id": home["id"]});
        ann.post("/v1/subscribers", &known).well();
        let text = sheet(&home, &BAD);
        let expected: Vec<u64> = BAD.iter().map(|row| u64::try_from(*row).expect("small")).collect();

        let looked = ann.post(PATH, &sent(&text, "nothing")).well();
        assert_eq!(
            rows_of(&looked["faults"]),
            expected,
            "{}: {}",
            server.name,
            looked["faults"]
        );
        let told: Vec<(&str, &str)> = looked["faults"]
            .as_array()
            .expect("faults")
            .iter()
            .map(|fault| {
                (
                    fault["column"].as_str().expect("a column"),
                    fault["code"].as_str().expect("a code"),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("Name", "request.missing"),
                ("E-mail", "request.type"),
                ("phone", "request.type"),
                ("address", "request.missing"),
                ("service plan id", "records.link"),
                ("billing_day", "request.range"),
                ("billing_day", "request.type"),
                ("E-mail", "records.taken"),
                ("E-mail", "records.taken"),
                ("service plan id", "request.type"),
            ],
            "{}",
            server.name
        );
        assert_eq!(
            (
                &looked["kept"],
                &looked["read"],
                &looked["created"],
                &looked["rows_at_fault"]
            ),
            (&json!(false), &json!(1000), &json!(990), &json!(10))
        );
        assert_eq!(looked["records"].as_array().map(Vec::len), Some(20));
        assert_eq!(
            (&looked["records"][0]["row"], &looked["records"][0]["record"]["code"]),
            (&json!(2), &json!("CUST000002"))
        );
        assert_eq!(total(&ann, "subscribers"), 1, "nothing is kept of what is looked at");

        let refused = ann.post(PATH, &sent(&text, "all"));
        assert!((400..500).contains(&refused.status), "{refused:?}");
        let reasons = refused.reasons();
        assert_eq!(reasons.len(), 10);
        assert_eq!(reasons[0], ("request.missing".to_owned(), "/rows/17/Name".to_owned()));
        assert_eq!(total(&ann, "subscribers"), 1, "all or none");

        let once = [("idempotency-key", "the sheet of May")];
        let kept = ann.post_with(PATH, &once, &sent(&text, "good"));
        let again = ann.post_with(PATH, &once, &sent(&text, "good"));
        assert_eq!(kept.text, again.text, "{}", server.name);
        let kept = kept.well();
        assert_eq!(
            (
                &kept["kept"],
                &kept["created"],
                &kept["changed"],
                &kept["rows_at_fault"]
            ),
            (&json!(true), &json!(990), &json!(0), &json!(10))
        );
        assert_eq!(rows_of(&kept["faults"]), expected);
        assert_eq!(total(&ann, "subscribers"), 991);
        // Numbered in the order of the sheet, without a gap for what was left out or only looked at.
        let last = ann.get("/v1/subscribers?sort=-code&limit=1").well();
        assert_eq!(
            (&last["items"][0]["code"], &last["items"][0]["name"]),
            (&json!("CUST000991"), &json!("N1001"))
        );
        let id = last["items"][0]["id"].as_str().expect("an id");
        let history = ann.get(&format!("/v1/subscribers/{id}/history")).well();
        assert_eq!(history["items"].as_array().map(Vec::len), Some(1));
    }
}

#[test]
fn what_was_exported_and_edited_changes_the_records_that_it_names() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let made: Vec<Value> = ["Ana", "Ben", "Cem"]
            .iter()
            .map(|name| subscriber(&ann, &home, name))
            .collect();
        let file = ann
            .get("/v1/subscribers/export.csv?fields=name,billing_day&sort=code")
            .text;
        let file = file.replace("Ben", "Benno");
        let own = [
            "version",
            "created_at",
            "updated_at",
            "deleted_at",
            "entered_at",
            "machine_version",
        ];
        let mapping: Value = own
            .iter()
            .map(|name| ((*name).to_owned(), json!("")))
            .collect::<serde_json::Map<_, _>>()
            .into();
        let kept = ann.post(PATH, &json!({"text": file, "mapping": mapping})).well();
        assert_eq!((&kept["created"], &kept["changed"]), (&json!(0), &json!(3)), "{kept}");
        let ben = ann.get(&format!("/v1/subscribers/{}", text(&made[1], "id"))).well();
        assert_eq!(
            (&ben["name"], &ben["version"]),
            (&json!("Benno"), &json!(2)),
            "{}",
            server.name
        );
        let absent = json!({"text": format!("id,name\r\n{ABSENT},Nobody\r\n")});
        let foreign = subscriber(
            &server.someone(2, "eve", "admin"),
            &plan(&server.someone(2, "eve", "admin"), "P"),
            "Eve",
        );
        let other = json!({"text": format!("id,name\r\n{},Nobody\r\n", text(&foreign, "id"))});
        let (absent, other) = (ann.post(PATH, &absent), ann.post(PATH, &other));
        assert_eq!(
            (absent.status, &absent.text),
            (other.status, &other.text),
            "{}",
            server.name
        );
        assert_eq!(absent.reasons()[0].0, "records.not_found");
    }
}

#[test]
fn records_are_named_by_their_numbers_as_far_as_they_may_be_read() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let ana = subscriber(&ann, &home, "Ana");
        // Another tenant has a second subscriber, and with it the same number that this one has not.
        let eve = server.someone(2, "eve", "admin");
        let other = plan(&eve, "Home 50");
        subscriber(&eve, &other, "Eve");
        subscriber(&eve, &other, "Eva");
        let file = "subscriber_id,subject,description\r\nCUST000001,Slow,It is slow\r\nCUST000001,Gone,It is gone\r\nCUST000002,Odd,It is odd\r\n";
        let kept = ann
            .post("/v1/tickets/import", &json!({"text": file, "keep": "good"}))
            .well();
        assert_eq!(
            (&kept["created"], rows_of(&kept["faults"])),
            (&json!(2), vec![4]),
            "{kept}"
        );
        assert_eq!(
            (&kept["faults"][0]["code"], &kept["faults"][0]["message"]),
            (&json!("records.link"), &json!("there is no subscriber `CUST000002`")),
            "{}",
            server.name
        );
        let tickets = ann.get("/v1/tickets?sort=number").well();
        let whose: Vec<&Value> = tickets["items"]
            .as_array()
            .expect("items")
            .iter()
            .map(|one| &one["subscriber_id"])
            .collect();
        assert_eq!(whose, [&ana["id"], &ana["id"]]);
    }
}

#[test]
fn who_may_not_write_brings_nothing_and_who_may_not_read_names_nothing() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let tom = server.someone(1, "tom", "technician");
        let refused = tom.post(PATH, &json!({"text": "name\r\nN\r\n"}));
        assert_eq!(
            (refused.status, refused.reasons()[0].0.as_str()),
            (403, "tenancy.permission_missing")
        );
        // Whoever may not read an e-mail may not write one by a sheet, and is told so as of a field that is not there.
        let sue = server.someone(1, "sue", "support");
        let plan = text(&home, "id");
        let line = |name: &str| format!("name,{name},address,service_plan_id\r\nN,+49301234567,A,{plan}\r\n");
        let masked = sue
            .post(PATH, &json!({"text": line("phone"), "keep": "nothing"}))
            .well();
        let nowhere = sue
            .post(PATH, &json!({"text": line("bicycle"), "keep": "nothing"}))
            .well();
        let told = |answer: &Value| answer["faults"][0]["code"].clone();
        assert_eq!(told(&masked), told(&nowhere), "{}: {masked} {nowhere}", server.name);
        assert_eq!(total(&ann, "subscribers"), 0);
    }
}

#[test]
fn what_is_no_sheet_is_refused_with_its_place() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    for (body, code, path) in [
        (json!({}), "request.missing", ""),
        (json!({"text": "name\r\n", "keep": "some"}), "request.unknown", "/keep"),
        (
            json!({"text": "name\r\n", "actor": {"id": "eve"}}),
            "request.unknown",
            "/actor",
        ),
        (
            json!({"text": "name\r\n", "entity": "ticket"}),
            "request.unknown",
            "/entity",
        ),
        (json!({"text": 5}), "request.type", "/text"),
        (json!({"content_base64": "%%%"}), "request.type", "/content_base64"),
    ] {
        let refused = ann.post(PATH, &body);
        assert!((400..500).contains(&refused.status), "{body}: {refused:?}");
        let (told, place) = refused.reasons()[0].clone();
        assert_eq!(told, code, "{body}: {refused:?}");
        assert!(place.starts_with(path), "{body}: {refused:?}");
    }
    let rows = "name\r\n".repeat(5_002);
    let refused = ann.post("/v1/tags/import", &json!({"text": rows}));
    assert_eq!(
        (refused.status, refused.reasons()[0].0.as_str()),
        (413, "request.too_large")
    );
    let bookings = ann.post("/v1/bookings/import", &json!({"text": "name\r\n"}));
    assert_eq!(bookings.reasons()[0].0, "records.not_writable");
}

/// A workbook with a sheet of these bytes, in Base64.
fn workbook(sheet: &[u8]) -> String {
    let rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let parts = [
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{rels}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{rels}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{rels}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
    ];
    let mut book = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        book.start_file(name, SimpleFileOptions::default()).expect("a part");
        book.write_all(text.as_bytes()).expect("a part");
    }
    book.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default())
        .expect("a part");
    book.write_all(format!("<worksheet xmlns=\"{main}\"><sheetData>").as_bytes())
        .expect("a part");
    book.write_all(sheet).expect("a part");
    book.write_all(b"</sheetData></worksheet>").expect("a part");
    STANDARD.encode(book.finish().expect("a workbook").into_inner())
}

fn line(number: usize, cells: &[&str]) -> String {
    let cells = cells
        .iter()
        .zip('A'..)
        .map(|(text, column)| format!("<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"));
    format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
}

#[test]
fn a_workbook_that_unpacks_to_more_than_is_read_is_refused() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    let bomb = workbook(&vec![b' '; 512 * 1024 * 1024]);
    assert!(bomb.len() < 2 * 1024 * 1024, "it looks small");
    let refused = ann.post(
        "/v1/tags/import",
        &json!({"content_base64": bomb, "style": {"format": "xlsx"}}),
    );
    assert!((400..500).contains(&refused.status), "{refused:?}");
    assert_eq!(total(&ann, "tags"), 0);
}

#[test]
fn a_workbook_is_read_as_well() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    let lines = [
        line(1, &["name", "colour"]),
        line(2, &["late", "#ff0000"]),
        line(3, &["early", "red"]),
    ];
    let book = workbook(lines.concat().as_bytes());
    let body = json!({"content_base64": book, "style": {"format": "xlsx"}, "keep": "good"});
    let kept = ann.post("/v1/tags/import", &body).well();
    assert_eq!(
        (&kept["created"], rows_of(&kept["faults"])),
        (&json!(1), vec![3]),
        "{kept}"
    );
}
