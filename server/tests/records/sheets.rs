//! Lists as files that spreadsheets open: no cell is a formula, and what was exported is read again as it was.

use crate::support::Server;
use crate::sweep::workbench;
use ratebook::records::ReadRowsRequest;
use ratebook::tenancy::TenantId;
use ratebook::tenancy::access::AccessActor;
use ratebook::time::Instant;
use serde_json::{Value, json};

/// What spreadsheets would carry out, what only looks like it, and what is text.
const NAMES: [&str; 12] = [
    "=HYPERLINK(\"http://eve.example.com\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "'=1",
    "''-1",
    "'quoted'",
    "-5",
    "+49 30 1234567",
    "a=b",
    "=",
    "-",
];

#[test]
fn no_cell_of_an_export_begins_a_formula_and_all_is_read_again_as_it_was() {
    let pack = workbench();
    for server in Server::both() {
        let ann = server.admin();
        for (number, name) in NAMES.iter().enumerate() {
            let serial = format!("S{number:02}");
            let change = json!({"name": name, "place": "x", "quantity": number, "unit_cost": "1.5", "serial": serial});
            ann.post("/v1/stock-items", &change).well();
        }
        let file = ann.get("/v1/stock-items/export.csv?sort=quantity").text;
        let mut reader = csv::Reader::from_reader(file.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        assert_eq!(rows.len(), NAMES.len());
        for cell in rows.iter().flat_map(csv::StringRecord::iter) {
            let number = cell
                .trim_start_matches(['+', '-'])
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.');
            let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!begins || (number && cell.len() > 1), "{}: {cell}", server.name);
        }
        let mut actor = AccessActor::new(TenantId::new("acme"), "ann");
        actor.roles = vec!["admin".to_owned()];
        let mut request = ReadRowsRequest::new("stock_item", actor, Instant::from_microseconds(0).expect("1970"));
        request.text = Some(file);
        for name in ["version", "created_at", "updated_at", "deleted_at", "is_low"] {
            request.mapping.insert(name.to_owned(), String::new());
        }
        let read = pack.rows(&request).expect("a sheet");
        assert!(read.faults.is_empty(), "{:?}", read.faults);
        let names: Vec<&Value> = read.rows.iter().map(|row| &row.record["name"]).collect();
        assert_eq!(names, NAMES, "{}", server.name);
        let price = json!({"amount": "10.50", "currency": "EUR"});
        let trip = json!({"name": "-Trip", "first_day": "2027-06-01", "last_day": "2027-06-03", "price": price});
        ann.post("/v1/trips", &trip).well();
        request.entity = "trip".to_owned();
        request.text = Some(
            ann.get("/v1/trips/export.csv?fields=name,first_day,last_day,price")
                .text,
        );
        let read = pack.rows(&request).expect("a sheet");
        assert!(read.faults.is_empty(), "{:?}", read.faults);
        assert_eq!(read.rows[0].record["price"], price);
        assert_eq!(read.rows[0].record["name"], "-Trip");
    }
}
