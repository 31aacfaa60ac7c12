//! A server that is killed while it goes through sheets, and how much of them it holds.

use ratebook_server_testing::{Base, Running};
use serde_json::{Value, json};

use crate::imports::{import, plan, subscribers, total};
use crate::killed::{all, until};
use crate::support::id_of;

fn killed(base: Base) {
    let files = tempfile::tempdir().expect("a folder");
    let words = ["--files", &files.path().to_string_lossy()];
    let mut running = Running::start(env!("CARGO_BIN_EXE_ratebook-server"), base, &words);
    let ann = running.ann("workbench");
    let sheet = subscribers(&plan(&ann), 2_500);
    let asked = json!({"of": "subscribers", "text": sheet, "keep": "good"});
    let id = id_of(&ann.post("/v1/imports", &asked).is(202).json());
    let mut seen = 0;
    for _ in 0..3 {
        let ann = running.signed_in("ann");
        until("some more rows are kept", || {
            import(&ann, &id)["created"]
                .as_u64()
                .is_some_and(|created| created > seen)
        });
        running.kill();
        // Whoever began a job and has not come back is given up two minutes later.
        running.carry_out("UPDATE jobs SET due_at = 0 WHERE state = 'running'");
        running.again();
        let ann = running.signed_in("ann");
        // It goes on meanwhile: what is noted and what is kept are never apart.
        let created = || import(&ann, &id)["created"].as_u64().expect("a number");
        let (before, kept) = (created(), total(&ann, "subscribers"));
        seen = created();
        assert!(before <= kept && kept <= seen, "{base:?}: {before}, {kept}, {seen}");
    }
    let ann = running.signed_in("ann");
    let mut told = Value::Null;
    until("all rows are gone through", || {
        told = import(&ann, &id);
        !told["finished_at"].is_null()
    });
    assert_eq!(
        (&told["state"], &told["created"]),
        (&json!("done"), &json!(2_500)),
        "{base:?}: {told}"
    );
    let subscribers = all(&ann, "/v1/subscribers?sort=code&limit=100");
    let kept: Vec<(String, String)> = subscribers
        .iter()
        .map(|own| {
            [&own["code"], &own["name"]]
                .map(|text| text.as_str().expect("a text").to_owned())
                .into()
        })
        .collect();
    let expected: Vec<(String, String)> = (1..=2_500)
        .map(|row| (format!("CUST{row:06}"), format!("N{row}")))
        .collect();
    assert!(
        kept == expected,
        "{base:?}: each once, in the order of the sheet, without a gap"
    );
}

#[test]
fn a_sheet_is_gone_through_whatever_is_killed_on_sqlite() {
    killed(Base::Sqlite);
}

#[test]
fn a_sheet_is_gone_through_whatever_is_killed_on_postgres() {
    killed(Base::Postgres);
}

fn resident(running: &Running) -> u64 {
    let figures = running.figures();
    let line = figures
        .lines()
        .find(|line| line.starts_with("process_resident_memory_bytes"));
    let told = line.and_then(|line| line.split(' ').nth(1)?.parse::<f64>().ok());
    format!("{:.0}", told.expect("a figure")).parse().expect("a number")
}

#[test]
fn a_hundred_thousand_rows_are_held_a_few_at_a_time() {
    let running = Running::start(env!("CARGO_BIN_EXE_ratebook-server"), Base::Sqlite, &[]);
    let ann = running.ann("workbench");
    // No row of it can be kept, and a fault is told of each.
    let rows: String = (0..100_000)
        .map(|row| format!("t{row},{}\r\n", "no colour ".repeat(8)))
        .collect();
    let sheet = format!("name,colour\r\n{rows}");
    let kind = [("content-type", "text/csv")];
    let file = ann
        .send("POST", "/v1/files?name=tags.csv", Some(sheet.as_bytes()), &kind)
        .is(201)
        .json();
    let before = resident(&running);
    let asked = json!({"of": "tags", "file": file["id"], "keep": "good"});
    let id = id_of(&ann.post("/v1/imports", &asked).is(202).json());
    let (mut most, mut told) = (before, Value::Null);
    for _ in 0..240 {
        most = most.max(resident(&running));
        told = import(&ann, &id);
        if !told["finished_at"].is_null() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(500));
    }
    assert_eq!(
        (&told["state"], &told["rows_at_fault"]),
        (&json!("done"), &json!(100_000)),
        "{told}"
    );
    assert_eq!(
        (&told["faults"], &told["more_faults"]),
        (&json!(10_000), &json!(90_000)),
        "{told}"
    );
    assert!(most - before < 100 * 1024 * 1024, "from {before} to {most} bytes");
}
