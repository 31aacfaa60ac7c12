//! A disk on which there is no room: whoever writes is told so and nothing of theirs is kept, whoever reads is answered, and once there is
//! room again it goes on as if nothing had been.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use ratebook_server_testing::{Answer, Base, Client, Running, Served};
use serde_json::json;

fn tag(client: &Client, name: &str) -> Answer {
    client.post("/v1/tags", &json!({"name": name}))
}

#[track_caller]
fn is_told(answer: Answer) {
    let problem = answer.fails(503, "engine.busy");
    assert!(problem.text().contains("no room"), "{}", problem.text());
    assert_eq!(problem.header("retry-after"), Some("1"));
}

/// The program as a shell starts it that has no process of its own end when a file becomes too long.
fn program(folder: &Path) -> &'static str {
    let path = folder.join("ratebook-server");
    let text = format!(
        "#!/bin/sh\ntrap '' XFSZ\nexec {} \"$@\"\n",
        env!("CARGO_BIN_EXE_ratebook-server")
    );
    std::fs::write(&path, text).expect("a script");
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o755)).expect("a mode");
    path.to_string_lossy().into_owned().leak()
}

/// Lets no file of a process become longer than this from now on.
fn bounded(running: &Running, bytes: &str) {
    let mut words = Command::new("prlimit");
    words
        .arg(format!("--pid={}", running.id()))
        .arg(format!("--fsize={bytes}:"));
    assert!(words.status().expect("`prlimit` of util-linux").success());
}

#[test]
fn what_finds_no_room_on_the_disk_of_sqlite_is_told_and_not_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut running = Running::start(program(folder.path()), Base::Sqlite, &["--limits", "off"]);
    let ann = running.ann("workbench");
    let mut kept: Vec<String> = (0..3).map(|number| format!("before-{number}")).collect();
    kept.iter().for_each(|name| drop(tag(&ann, name).is(201)));
    bounded(&running, "300000");
    let mut refused = 0;
    for number in 0..400 {
        let name = format!("full-{number}");
        let answer = tag(&ann, &name);
        match answer.status {
            201 => kept.push(name),
            _ => {
                is_told(answer);
                refused += 1;
            }
        }
        if refused == 5 {
            break;
        }
    }
    assert_eq!(refused, 5, "the disk was never full");
    assert_eq!(ann.get("/v1/tags?total=true").is(200).json()["total"], kept.len());
    running.anybody().get("/healthz").is(200);
    bounded(&running, "unlimited");
    tag(&ann, "after").is(201);
    kept.push("after".to_owned());
    running.kill();
    running.again();
    let ann = running.signed_in("ann");
    let names = names(&ann);
    kept.sort();
    assert_eq!(names, kept, "what was acknowledged, and nothing else");
    let made = ann.get("/v1/audit?entity=tag&limit=100").is(200).json();
    let items = made["items"].as_array().expect("entries").len();
    assert_eq!(items, kept.len().min(100), "an entry for each");
}

fn names(client: &Client) -> Vec<String> {
    let (mut names, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = client
            .get(&format!("/v1/tags?limit=100&sort=name{cursor}"))
            .is(200)
            .json();
        let items = page["items"].as_array().expect("a page").iter();
        names.extend(items.map(|one| one["name"].as_str().expect("a name").to_owned()));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    names.sort();
    names
}

/// What PostgreSQL says where a file of its own finds no room, said by a trigger: its words and its code are all that the server sees of it.
const FULL: &str = "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file: No space \
                    left on device' USING ERRCODE = '53100'; END $$; CREATE TRIGGER full_disk BEFORE INSERT ON outbox EXECUTE FUNCTION full_disk()";

#[test]
fn what_finds_no_room_on_the_disk_of_postgresql_is_told_and_not_kept() {
    let served = Served::start(Base::Postgres);
    let ann = served.tenant(&served.operator(), "acme");
    tag(&ann, "before").is(201);
    served.carry_out(FULL).expect("a full disk");
    for number in 0..5 {
        is_told(tag(&ann, &format!("full-{number}")));
    }
    assert_eq!(names(&ann), ["before"]);
    served.carry_out("DROP TRIGGER full_disk ON outbox").expect("room");
    tag(&ann, "after").is(201);
    assert_eq!(names(&ann), ["after", "before"]);
    let made = ann.get("/v1/audit?entity=tag").is(200).json();
    assert_eq!(made["items"].as_array().expect("entries").len(), 2);
}
