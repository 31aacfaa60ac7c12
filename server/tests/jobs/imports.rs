//! Sheets of any length that become records by a job: row by row, in the rights of whoever sent them, and no row twice.

use std::io::{Cursor, Write as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratebook_server::platform::jobs;
use ratebook_server_testing::{Client, Served};
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::killed::{all, until};
use crate::support::id_of;

/// More rows than are gone through while somebody waits, and so many of them are at fault.
const ROWS: usize = 6_000;
const BAD: usize = 12;

pub(crate) fn total(client: &Client, list: &str) -> u64 {
    let page = client.get(&format!("/v1/{list}?total=true&limit=1")).is(200).json();
    page["total"].as_u64().expect("a number")
}

pub(crate) fn plan(owner: &Client) -> String {
    let plan = json!({
        "name": "Home", "download_mbps": 100, "upload_mbps": 20, "cycle": "monthly",
        "price": {"amount": "29.90", "currency": "EUR"}, "is_active": true,
    });
    id_of(&owner.post("/v1/service-plans", &plan).is(201).json())
}

/// A sheet of subscribers, whose second row has the number 1.
pub(crate) fn subscribers(plan: &str, count: usize) -> String {
    let rows = (1..=count).map(|row| format!("N{row},+34600000000,A,{plan}\r\n"));
    format!("name,phone,address,service_plan_id\r\n{}", rows.collect::<String>())
}

fn begun(client: &Client, body: &Value) -> String {
    id_of(&client.post("/v1/imports", body).is(202).json())
}

pub(crate) fn import(client: &Client, id: &str) -> Value {
    client.get(&format!("/v1/imports/{id}")).is(200).json()
}

fn figures(import: &Value) -> [u64; 5] {
    ["rows", "passed", "created", "changed", "rows_at_fault"].map(|name| import[name].as_u64().unwrap_or(u64::MAX))
}

fn sheet_of_tags() -> String {
    let step = ROWS / BAD;
    let row = |row: usize| match (row % step, (row / step) % 4) {
        (7, 0) => format!("t{row},red\r\n"),
        (7, 1) => ",#00ff00\r\n".to_owned(),
        (7, 2) => format!("t{},#00ff00\r\n", row - 1),
        (7, _) => "taken,#00ff00\r\n".to_owned(),
        _ => format!("t{row},#00ff00\r\n"),
    };
    let rows: String = (0..ROWS).map(row).collect();
    format!("Label,colour\r\n{rows}")
}

#[test]
fn of_thousands_of_rows_those_at_fault_are_told_and_all_others_kept() {
    Served::on_both(|served| {
        let operator = served.operator();
        let (owner, other) = (served.tenant(&operator, "acme"), served.tenant(&operator, "globex"));
        owner.post("/v1/tags", &json!({"name": "taken"})).is(201);
        let sheet = sheet_of_tags();
        let kind = [("content-type", "text/csv")];
        let file = owner.send("POST", "/v1/files?name=tags.csv", Some(sheet.as_bytes()), &kind);
        let file = id_of(&file.is(201).json());
        let asked = json!({"of": "tags", "file": file, "mapping": {"Label": "name"}, "keep": "good"});
        // The file is theirs who have uploaded it, and of their tenant.
        let member = served.member(&owner, "ben@example.com", &["admin"]);
        for foreign in [&other, &member] {
            let refused = foreign
                .post("/v1/imports", &asked)
                .fails(404, "records.not_found")
                .json();
            assert_eq!(refused["path"], "/file");
        }
        let once = [("idempotency-key", "the sheet of May")];
        let first = owner.ask("POST", "/v1/imports", Some(&asked), &once).is(202);
        assert!(
            first
                .header("location")
                .is_some_and(|place| place.starts_with("/v1/imports/"))
        );
        let again = owner.ask("POST", "/v1/imports", Some(&asked), &once).is(202);
        assert_eq!(first.text(), again.text());
        let id = id_of(&first.json());

        served.work();
        let told = import(&owner, &id);
        let rows = u64::try_from(ROWS).expect("small");
        let bad = u64::try_from(BAD).expect("small");
        assert_eq!(figures(&told), [rows, rows, rows - bad, 0, bad], "{told}");
        assert_eq!(
            (&told["state"], &told["faults"], &told["more_faults"]),
            (&json!("done"), &json!(12), &json!(0))
        );
        assert_eq!(total(&owner, "tags"), rows - bad + 1, "and no row twice");

        let faults = all(&owner, &format!("/v1/imports/{id}/faults?limit=15"));
        let codes: Vec<(&Value, &Value, &Value)> = faults
            .iter()
            .map(|fault| (&fault["row"], &fault["column"], &fault["code"]))
            .collect();
        assert_eq!(codes.len(), BAD);
        let expected = [
            (json!(9), json!("colour"), json!("request.type")),
            (json!(509), json!("Label"), json!("request.missing")),
            (json!(1009), json!("Label"), json!("records.taken")),
            (json!(1509), json!("Label"), json!("records.taken")),
        ];
        for (own, expected) in codes.iter().zip(&expected) {
            assert_eq!(
                (own.0, own.1, own.2),
                (&expected.0, &expected.1, &expected.2),
                "{faults:?}"
            );
        }
        let csv = owner.get(&format!("/v1/imports/{id}/faults.csv")).is(200).text();
        assert_eq!(csv.lines().count(), BAD + 1, "{csv}");
        assert!(
            csv.starts_with("row,column,code,message\r\n9,colour,request.type,"),
            "{csv}"
        );

        // Nobody else's, and nobody of another tenant's.
        for foreign in [&other, &member] {
            for path in ["", "/faults", "/faults.csv"] {
                foreign
                    .get(&format!("/v1/imports/{id}{path}"))
                    .fails(404, "records.not_found");
            }
            foreign
                .post(&format!("/v1/imports/{id}/cancel"), &json!({}))
                .fails(404, "records.not_found");
            assert_eq!(foreign.get("/v1/imports").is(200).json()["items"], json!([]));
        }
        owner
            .post(&format!("/v1/imports/{id}/cancel"), &json!({}))
            .fails(422, "request.conflict");
        assert_eq!(owner.get("/v1/imports").is(200).json()["items"][0]["id"], json!(id));
        let audit = owner.get("/v1/audit?limit=100").is(200).text();
        assert!(audit.contains("\"import\""), "{audit}");
    });
}

#[test]
fn all_rows_are_kept_or_none_and_numbers_have_no_gap() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let sheet = subscribers(&plan(&owner), 450);
        let bad = sheet.replace("N430,+34600000000", "N430,telephone");
        let looked = begun(&owner, &json!({"of": "subscribers", "text": sheet, "keep": "nothing"}));
        let refused = begun(&owner, &json!({"of": "subscribers", "text": bad}));
        served.work();
        let looked = import(&owner, &looked);
        assert_eq!(
            (&looked["state"], figures(&looked)),
            (&json!("done"), [450, 450, 450, 0, 0]),
            "{looked}"
        );
        assert_eq!(looked["records"].as_array().map(Vec::len), Some(20));
        assert_eq!(looked["records"][0]["record"]["code"], "CUST000001");
        let told = import(&owner, &refused);
        assert_eq!(
            (&told["state"], &told["rows_at_fault"]),
            (&json!("refused"), &json!(1)),
            "{told}"
        );
        let faults = owner.get(&format!("/v1/imports/{refused}/faults")).is(200).json();
        assert_eq!(
            (&faults["items"][0]["row"], &faults["items"][0]["column"]),
            (&json!(431), &json!("phone"))
        );
        assert_eq!(total(&owner, "subscribers"), 0, "all or none");

        let kept = begun(&owner, &json!({"of": "subscribers", "text": sheet, "keep": "all"}));
        served.work();
        let kept = import(&owner, &kept);
        assert_eq!(
            (&kept["state"], figures(&kept)),
            (&json!("done"), [450, 450, 450, 0, 0]),
            "{kept}"
        );
        let last = owner
            .get("/v1/subscribers?sort=-code&limit=1&total=true")
            .is(200)
            .json();
        assert_eq!(
            (&last["total"], &last["items"][0]["code"]),
            (&json!(450), &json!("CUST000450"))
        );
        assert_eq!(last["items"][0]["name"], "N450");
        // The sheets are needed no more.
        let files = served.rows("files");
        assert!(
            files.len() == 3 && files.iter().all(|row| row["uses"] == 0),
            "{files:?}"
        );
    });
}

/// Has a job go through a sheet, until some of its rows are kept.
fn some_are_kept(served: &Served, owner: &Client, id: &str) {
    let app = served.app().clone();
    served.begin(async move { jobs::work(&app).await.expect("work") });
    until("some rows are kept", || {
        import(owner, id)["created"].as_u64().is_some_and(|created| created > 0)
    });
}

fn ended(owner: &Client, id: &str) -> Value {
    for _ in 0..2_400 {
        let told = import(owner, id);
        if !told["finished_at"].is_null() {
            return told;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    panic!("the import never ended")
}

#[test]
fn whoever_loses_the_right_on_the_way_keeps_no_further_row() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let technician = served.member(&owner, "technician@example.com", &["technician"]);
        let rows: String = (0..3_000).map(|row| format!("Cable {row},shelf,1\r\n")).collect();
        let sheet = format!("name,place,quantity\r\n{rows}");
        let asked = json!({"of": "stock-items", "text": sheet, "keep": "good"});
        let id = begun(&technician, &asked);
        let who = id_of(&technician.get("/v1/auth/me").is(200).json()["account"]);
        some_are_kept(served, &technician, &id);
        owner
            .patch(&format!("/v1/members/{who}"), &json!({"roles": ["keeper"]}))
            .is(200);
        let told = ended(&technician, &id);
        assert_eq!(told["state"], "stopped", "{told}");
        assert!(told["why"].as_str().is_some_and(|why| why.contains("role")), "{told}");
        let created = told["created"].as_u64().expect("a number");
        assert!(created < 3_000, "{told}");
        assert_eq!(total(&owner, "stock-items"), created);
        // Without a role that has them write such records they begin nothing.
        technician
            .post("/v1/imports", &asked)
            .fails(403, "tenancy.permission_missing");
    });
}

#[test]
fn a_key_that_is_revoked_begins_nothing_that_goes_on() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let key = owner
            .post("/v1/api-keys", &json!({"name": "site", "scopes": ["tags:*"]}))
            .is(201)
            .json();
        let site = served.anybody().with_token(key["key"].as_str().expect("a key"));
        let sheet = json!({"of": "tags", "text": "name\r\ngold\r\n"});
        let [done, stopped] = [sheet.clone(), sheet.clone()].map(|sheet| {
            let id = begun(&site, &sheet);
            // The scopes of a key are no more than they are while it works.
            site.post("/v1/imports", &json!({"of": "subscribers", "text": "name\r\n"}))
                .fails(403, "tenancy.permission_missing");
            id
        });
        let cancelled = site
            .post(&format!("/v1/imports/{stopped}/cancel"), &json!({}))
            .is(200)
            .json();
        assert_eq!(cancelled["state"], "cancelled");
        served.work();
        assert_eq!(import(&owner, &done)["state"], "done");
        let stopped = begun(&site, &json!({"of": "tags", "text": "name\r\nsilver\r\n"}));
        owner.delete(&format!("/v1/api-keys/{}", id_of(&key))).is(204);
        served.work();
        let told = import(&owner, &stopped);
        assert_eq!(
            (&told["state"], total(&owner, "tags")),
            (&json!("stopped"), 1),
            "{told}"
        );
        // What was made by the key is told as its.
        let tag = id_of(&owner.get("/v1/tags").is(200).json()["items"][0]);
        let history = owner.get(&format!("/v1/tags/{tag}/history")).is(200).text();
        assert!(
            history.contains(&id_of(&key)) || owner.get("/v1/audit?limit=100").is(200).text().contains(&id_of(&key))
        );
    });
}

#[test]
fn an_import_that_is_called_off_keeps_what_it_has_kept() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let sheet = subscribers(&plan(&owner), 3_000);
        let id = begun(&owner, &json!({"of": "subscribers", "text": sheet, "keep": "good"}));
        some_are_kept(served, &owner, &id);
        let told = owner
            .post(&format!("/v1/imports/{id}/cancel"), &json!({}))
            .is(200)
            .json();
        assert_eq!(told["state"], "cancelled", "{told}");
        let created = told["created"].as_u64().expect("a number");
        std::thread::sleep(std::time::Duration::from_millis(500));
        assert!(created < 3_000);
        assert_eq!(
            (total(&owner, "subscribers"), &import(&owner, &id)["created"]),
            (created, &told["created"])
        );
    });
}

/// A workbook with these bytes as its sheet, in Base64.
fn workbook(sheet: &[u8]) -> String {
    let mut book = ZipWriter::new(Cursor::new(Vec::new()));
    let parts: [(&str, &[u8]); 3] = [
        (
            "xl/workbook.xml",
            b"<workbook><sheets><sheet id='a'/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            b"<Relationships><Relationship Id='a' Type='worksheet' Target='sheet.xml'/></Relationships>",
        ),
        ("xl/sheet.xml", sheet),
    ];
    for (name, bytes) in parts {
        book.start_file(name, SimpleFileOptions::default()).expect("a part");
        book.write_all(bytes).expect("a part");
    }
    STANDARD.encode(book.finish().expect("a workbook").into_inner())
}

#[test]
fn what_is_no_sheet_or_too_much_of_one_is_refused() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        for (body, status, code, path) in [
            (json!({}), 422, "request.missing", "/of"),
            (json!({"of": "tags"}), 422, "request.missing", "/file"),
            (
                json!({"of": "tags", "text": "name\r\n", "file": "x"}),
                422,
                "request.conflict",
                "/file",
            ),
            (
                json!({"of": "tags", "text": "name\r\n", "keep": "some"}),
                422,
                "request.unknown",
                "/keep",
            ),
            (
                json!({"of": "tags", "text": "name\r\n", "actor": {}}),
                422,
                "request.unknown",
                "/actor",
            ),
            (
                json!({"of": "tags", "content_base64": "%%%"}),
                422,
                "request.type",
                "/content_base64",
            ),
            (
                json!({"of": "bicycles", "text": "name\r\n"}),
                404,
                "request.unknown",
                "",
            ),
            (
                json!({"of": "bookings", "text": "name\r\n"}),
                422,
                "records.not_writable",
                "",
            ),
        ] {
            let refused = owner.post("/v1/imports", &body);
            assert_eq!(
                (refused.status, &refused.json()["code"]),
                (status, &json!(code)),
                "{body}: {}",
                refused.text()
            );
            assert_eq!(refused.json()["path"], path, "{body}");
        }
        let many = format!(
            "name\r\n{}",
            (0..10_001).map(|row| format!("t{row}\r\n")).collect::<String>()
        );
        let huge = format!(
            "<worksheet><sheetData><row><c t='inlineStr'><is><t>{}</t></is></c></row></sheetData></worksheet>",
            "x".repeat(2_000_000)
        );
        let bomb = [b"<worksheet><sheetData>".as_slice(), &vec![b' '; 256 * 1024 * 1024]].concat();
        let xlsx = |sheet: &[u8]| json!({"of": "tags", "content_base64": workbook(sheet), "style": {"format": "xlsx"}});
        let endless = format!("name\r\n\"{}", "x".repeat(5_000_000));
        for (body, why) in [
            (
                json!({"of": "tags", "text": many}),
                "at most 10000 are kept all or none",
            ),
            (xlsx(huge.as_bytes()), "a cell has more than 1048576 bytes"),
            (xlsx(&bomb), "the workbook unpacks to more than is read"),
            (
                json!({"of": "tags", "text": endless}),
                "row 2 has more than 4194304 bytes",
            ),
        ] {
            let id = begun(&owner, &body);
            served.work();
            let told = import(&owner, &id);
            assert_eq!(told["state"], "failed", "{told}");
            assert!(told["why"].as_str().is_some_and(|own| own.contains(why)), "{told}");
        }
        assert_eq!(total(&owner, "tags"), 0);
    });
}
