//! The documents of the workbench, and what each is given.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ratebook::money::Locale;
use ratebook::records::{PackDefinition, ReadFilesRequest, read_files};
use ratebook_documents::Job;
use serde_json::{Map, Value, json};

pub(crate) fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub(crate) fn pack() -> PackDefinition {
    let root = folder("../server/packs/workbench");
    let (mut files, mut folders) = (Map::new(), vec![root.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let place = path
                    .strip_prefix(&root)
                    .expect("a place")
                    .to_string_lossy()
                    .replace('\\', "/");
                files.insert(place, fs::read_to_string(path).expect("a text").into());
            }
        }
    }
    read_files(ReadFilesRequest::new(files)).expect("a pack")
}

fn given(document: &str) -> Value {
    let plan = json!({
        "name": "Home 50", "download_mbps": 50, "upload_mbps": 10, "price": {"amount": "29.90", "currency": "EUR"},
        "tax_percent": "19", "cycle": "monthly",
    });
    let subscriber = json!({
        "code": "CUST000042", "name": "Ana María Núñez", "address": "Lindenstr. 5\n10969 Berlin", "status": "active", "billing_day": 5,
        "activated_at": "2026-03-02T09:12:00Z", "email": "ana@example.com", "phone": "+49301234567", "service_plan_id": plan,
    });
    let ticket = |number: u32, subject: &str, priority: &str, status: &str, due: Value| {
        json!({
            "number": format!("TKT202611{number:04}"), "subject": subject, "priority": priority, "status": status,
            "assignee": if number.is_multiple_of(2) { json!("Tom") } else { Value::Null }, "due_at": due, "subscriber_id": {"name": "Ana María Núñez"},
        })
    };
    let given = match document {
        "quote" => json!({"record": {
            "name": "Over the Alps", "first_day": "2027-06-05", "last_day": "2027-06-12", "nights": 7,
            "price": {"amount": "12990.00", "currency": "EUR"}, "vehicle_id": {"model": "Transporter", "plate": "B-RB 100", "seats": 3},
        }}),
        "work_list" => json!({"records": [
            ticket(1, "The line drops every evening at eight", "urgent", "open", json!("2026-11-30T08:00:00Z")),
            ticket(2, "New router", "medium", "in_progress", json!("2026-12-01T15:30:00Z")),
            ticket(3, "Moves to Hamburg", "low", "open", Value::Null),
            ticket(4, "A bill that is #wrong *twice*", "high", "resolved", Value::Null),
        ], "total": 4, "sums": {}, "today": "2026-11-29"}),
        _ => json!({"record": subscriber}),
    };
    let mut given = given;
    given["brand"] = json!({
        "name": "Acme Travel & Lines", "address": ["Acme GmbH", "Hauptstraße 1", "10115 Berlin", "hello@acme.example"],
        "colour": {"fill": "#0b5d5e", "text": "#ffffff"}, "logo": null,
    });
    given
}

/// A document of the workbench in a language.
pub(crate) fn job(pack: &PackDefinition, document: &str, (language, locale): (&str, Locale)) -> Job {
    let declared = pack.documents.iter().find(|own| own.name == document);
    let given = given(document);
    let record = given["record"].as_object().cloned().unwrap_or_default();
    let templates = pack.templates.iter();
    Job {
        template: format!("/{language}/documents/{document}.typ"),
        sources: templates
            .map(|own| (format!("/{}", own.path), own.text.clone()))
            .collect(),
        files: BTreeMap::new(),
        given,
        title: declared.expect("a document").title_of(language, &record),
        language: language.to_owned(),
        locale,
        zone: "Europe/Berlin".parse().expect("a zone"),
        paper: "a4".to_owned(),
        made_at: "2026-11-29T09:30:00Z".parse().expect("a moment"),
    }
}
