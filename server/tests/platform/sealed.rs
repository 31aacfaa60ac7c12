//! What was written down is sealed once each, in an order of its own, and nobody changes it.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use ratebook_server::platform::audit::{sealer, verify};
use ratebook_server::records::sweep;
use ratebook_server::store::Store;
use ratebook_server_testing::{Base, Client, Disk, Postgres, Row, Served, program};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use uuid::Uuid;

const BASES: [Base; 2] = [Base::Sqlite, Base::Postgres];
const HOUR: Duration = Duration::from_secs(3_600);

fn tag(client: &Client, name: &str) {
    client.post("/v1/tags", &json!({"name": name})).is(201);
}

fn seal(served: &Served, within: Duration) -> u64 {
    served.wait_for(sealer::recent(served.app(), within)).expect("seals")
}

fn seal_all(served: &Served) -> u64 {
    served.wait_for(sealer::everything(served.app())).expect("seals")
}

fn verified(client: &Client) -> Value {
    client.get("/v1/audit/verify").is(200).json()
}

/// An id as the database takes it.
fn id(served: &Served, hex: &str) -> String {
    let hex = hex.replace('-', "");
    match served.base() {
        Base::Sqlite => format!("x'{hex}'"),
        Base::Postgres => format!("'{hex}'"),
    }
}

fn text(row: &Row, name: &str) -> String {
    row[name]
        .as_str()
        .unwrap_or_default()
        .trim_start_matches("\\x")
        .to_owned()
}

/// The seals of each tenant, in order.
fn chains(served: &Served) -> BTreeMap<String, Vec<Row>> {
    let mut chains: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in served.rows("audit_seals") {
        chains.entry(text(&row, "tenant_id")).or_default().push(row);
    }
    for chain in chains.values_mut() {
        chain.sort_by_key(|row| row["sequence"].as_i64());
    }
    chains
}

/// The tenant of whoever writes tags.
fn tenant(served: &Served) -> String {
    let row = served.rows("audit").into_iter().find(|row| row["entity"] == "tag");
    text(&row.expect("a tag"), "tenant_id")
}

/// That every entry has one place in the chain of its tenant, and that each chain hangs together.
fn check(served: &Served) {
    let mut left: BTreeSet<(String, String)> = BTreeSet::new();
    for row in served.rows("audit") {
        left.insert((text(&row, "tenant_id"), text(&row, "id")));
    }
    let mut heads: BTreeMap<String, (i64, String)> = BTreeMap::new();
    for row in served.rows("audit_heads") {
        let sequence = row["sequence"].as_i64().expect("a number");
        heads.insert(text(&row, "tenant_id"), (sequence, text(&row, "hash")));
    }
    for (tenant, chain) in chains(served) {
        let (mut previous, mut sequence) = ("0".repeat(64), 0);
        for seal in &chain {
            sequence += 1;
            assert_eq!(seal["sequence"], sequence, "{tenant}");
            assert_eq!(text(seal, "previous"), previous, "{tenant}");
            previous = text(seal, "hash");
            assert!(
                left.remove(&(tenant.clone(), text(seal, "entry"))),
                "{tenant}: {seal:?} is sealed twice"
            );
        }
        assert_eq!(heads.remove(&tenant), Some((sequence, previous)), "{tenant}");
    }
    assert!(left.is_empty() && heads.is_empty(), "{left:?} {heads:?}");
    let (told, intact) = served
        .wait_for(verify::installation(&served.app().store))
        .expect("chains");
    assert!(intact, "{told}");
}

#[test]
fn each_entry_is_sealed_once_whoever_seals_it_and_wherever_they_are_stopped() {
    Served::on_both(|served| {
        let operator = served.operator();
        let tenants = ["acme", "globex"].map(|slug| served.tenant(&operator, slug));
        let (other, done) = (served.beside(), AtomicBool::new(false));
        thread::scope(|scope| {
            for (seed, server) in [served, &other, served].into_iter().enumerate() {
                let done = &done;
                scope.spawn(move || {
                    let mut milliseconds = seed as u64;
                    while !done.load(Ordering::SeqCst) {
                        milliseconds = (milliseconds * 7 + 3) % 23;
                        let limit = Duration::from_millis(milliseconds);
                        let sealing = async { tokio::time::timeout(limit, sealer::recent(server.app(), HOUR)).await };
                        let _ = server.wait_for(sealing);
                    }
                });
            }
            thread::scope(|scope| {
                for (own, tenant) in tenants.iter().chain(&tenants).enumerate() {
                    scope.spawn(move || (0..40).for_each(|number| tag(tenant, &format!("tag-{own}-{number}"))));
                }
            });
            done.store(true, Ordering::SeqCst);
        });
        seal(served, HOUR);
        assert_eq!(seal_all(served), 0, "nothing was left out");
        check(served);
        for tenant in &tenants {
            let told = verified(tenant);
            assert_eq!((&told["intact"], &told["unsealed"]["count"]), (&json!(true), &json!(0)));
            assert!(told["sealed"].as_i64() >= Some(80), "{told}");
        }
    });
}

#[test]
fn what_commits_late_is_sealed_behind_what_was_sealed_before() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let late = [
            Uuid::now_v7().to_string(),
            "00000000-0000-7000-8000-000000000001".to_owned(),
        ];
        (0..5).for_each(|number| tag(&owner, &format!("tag-{number}")));
        assert!(seal(served, HOUR) > 5);
        for (number, late) in late.iter().enumerate() {
            let copied = format!(
                "INSERT INTO audit SELECT tenant_id, {}, at, actor, entity, record_id, action, changes, ip, request_id, on_behalf_of, key_id FROM audit WHERE \
                 entity = 'tag' AND action = 'tag:created' AND changes LIKE '%tag-{number}%'",
                id(served, late)
            );
            assert_eq!(served.carry_out(&copied), Ok(1));
            let told = verified(&owner);
            assert_eq!(told["unsealed"], json!({"count": 1, "first": [late]}), "{told}");
            // The second is older than whatever is looked at often.
            let expected = [1, 0][number];
            assert_eq!(seal(served, HOUR), expected);
            assert_eq!(seal_all(served), 1 - expected);
            let chain = &chains(served)[&tenant(served)];
            assert_eq!(text(chain.last().expect("a seal"), "entry"), late.replace('-', ""));
        }
        check(served);
    });
}

#[test]
fn what_is_written_is_sealed_soon() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        served.begin(sealer::watch(served.app().clone()));
        for number in 0..3 {
            tag(&owner, &format!("tag-{number}"));
            let begun = Instant::now();
            while verified(&owner)["unsealed"]["count"] != 0 {
                assert!(begun.elapsed() < Duration::from_secs(5), "it is not sealed");
                thread::sleep(Duration::from_millis(50));
            }
        }
        assert_eq!(verified(&owner)["intact"], true);
    });
}

#[test]
fn sqlite_refuses_to_change_what_was_written_down() {
    let served = Served::start(Base::Sqlite);
    let owner = served.tenant(&served.operator(), "acme");
    tag(&owner, "tag");
    seal_all(&served);
    for (text, why) in [
        ("UPDATE audit SET actor = 'nobody'", "the audit is only added to"),
        ("DELETE FROM audit", "the audit is only added to"),
        (
            "UPDATE audit_seals SET sequence = sequence + 100",
            "seals of the audit are only added",
        ),
        ("DELETE FROM audit_seals", "seals of the audit are only added"),
        (
            "UPDATE audit_heads SET sequence = 1",
            "the head of the audit only moves on",
        ),
        ("DELETE FROM audit_heads", "the head of the audit stays"),
        // A tenant that is there is not erased, whoever says so.
        (
            "INSERT INTO erasing SELECT id FROM tenants; DELETE FROM audit",
            "the audit is only added to",
        ),
        // One that is deleted is erased by whoever says that they do, and its own life and its head stay.
        (
            "DELETE FROM erasing; UPDATE tenants SET state = 'deleted'; DELETE FROM audit WHERE entity <> 'tenant'",
            "the audit is only added to",
        ),
        (
            "INSERT INTO erasing SELECT id FROM tenants; DELETE FROM audit WHERE entity = 'tenant'",
            "the audit is only added to",
        ),
        ("DELETE FROM audit_seals", "seals of the audit are only added"),
        ("DELETE FROM audit_heads", "the head of the audit stays"),
    ] {
        let refused = served.carry_out(text).expect_err(text);
        assert!(refused.contains(why), "{text}: {refused}");
    }
    let entries = served.rows("audit").len();
    let erased = "DELETE FROM audit WHERE entity <> 'tenant' AND tenant_id IN (SELECT tenant_id FROM erasing)";
    assert!(served.carry_out(erased).expect("erased") > 0);
    assert!(served.rows("audit").len() < entries);
}

#[test]
fn postgres_lets_nobody_change_what_was_written_down() {
    let served = Served::start(Base::Postgres);
    let owner = served.tenant(&served.operator(), "acme");
    tag(&owner, "tag");
    seal_all(&served);
    let own = tenant(&served);
    for text in [
        "UPDATE audit SET actor = 'nobody'",
        "DELETE FROM audit",
        "TRUNCATE audit",
        "SELECT * FROM audit_seals",
        "INSERT INTO audit_seals SELECT tenant_id, 9, id, '', '' FROM audit",
        "UPDATE audit_seals SET sequence = 9",
        "DELETE FROM audit_seals",
        "SELECT * FROM audit_heads",
        "UPDATE audit_heads SET sequence = 9",
        "DELETE FROM audit_heads",
        "INSERT INTO erasing SELECT tenant_id FROM audit",
    ] {
        let asked = format!("SET ROLE ratebook_tenant; SELECT set_config('app.tenant', '{own}', false); {text}");
        let refused = served.carry_out(&asked).expect_err(text);
        assert!(refused.contains("permission denied"), "{text}: {refused}");
    }
}

#[test]
fn postgres_binds_the_server_itself() {
    let cluster = Postgres::start(Disk::Fast).expect("PostgreSQL");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let told = |connection: &mut PgConnection, text: &str| {
        let text = AssertSqlSafe(text.to_owned());
        let done = runtime.block_on(sqlx::raw_sql(text).execute(connection));
        done.map(|done| done.rows_affected()).map_err(|error| error.to_string())
    };
    let connect = |address: String| runtime.block_on(PgConnection::connect(&address)).expect("a connection");
    let mut all = connect(cluster.address("postgres"));
    told(&mut all, "CREATE ROLE keeper LOGIN CREATEROLE").expect("a role");
    told(&mut all, "CREATE DATABASE own OWNER keeper").expect("a database");
    let address = cluster.address_as("keeper", "own");
    let store = runtime.block_on(Store::open_postgres(&address, 2)).expect("a store");
    let mut keeper = connect(address);
    let mut tell = |text: &str| told(&mut keeper, text);
    let own = "'00000000-0000-7000-8000-000000000001'";
    for text in [
        &format!("INSERT INTO tenants VALUES ({own}, 'acme', 'Acme', 'workbench', 'UTC', 'active', 1, 0, 0)"),
        &format!(
            "INSERT INTO audit (tenant_id, id, at, actor, entity, action, changes) VALUES ({own}, {own}, 0, 'ann', 'tag', 'made', '[]')"
        ),
        &format!(
            "INSERT INTO audit (tenant_id, id, at, actor, entity, record_id, action, changes) VALUES ({own}, gen_random_uuid(), 0, 'ann', 'tenant', {own}, 'made', '[]')"
        ),
        &format!("INSERT INTO audit_seals VALUES ({own}, 1, {own}, '', '')"),
        &format!("INSERT INTO audit_heads VALUES ({own}, 1, '')"),
    ] {
        assert_eq!(tell(text), Ok(1), "{text}");
    }
    for text in [
        "UPDATE audit SET actor = 'nobody'",
        "TRUNCATE audit",
        "UPDATE audit_seals SET hash = 'x'",
        "TRUNCATE audit_seals",
        "DELETE FROM audit_heads",
        "TRUNCATE audit_heads",
    ] {
        let refused = tell(text).expect_err(text);
        assert!(refused.contains("permission denied"), "{text}: {refused}");
    }
    let mut gone = |text: &str, rows: u64| assert_eq!(tell(text), Ok(rows), "{text}");
    gone("DELETE FROM audit", 0);
    gone(&format!("INSERT INTO erasing VALUES ({own})"), 1);
    gone("DELETE FROM audit", 0);
    gone("UPDATE tenants SET state = 'deleted'", 1);
    gone("DELETE FROM audit_seals", 0);
    gone("DELETE FROM audit", 1);
    gone("DELETE FROM audit_seals", 1);
    gone("DELETE FROM erasing", 1);
    runtime.block_on(store.close());
}

/// A chain of some entries, in which nothing is refused any more.
fn unguarded(base: Base) -> (Served, Client) {
    let served = Served::start(base);
    let owner = served.tenant(&served.operator(), "acme");
    (0..8).for_each(|number| tag(&owner, &format!("tag-{number}")));
    seal_all(&served);
    if base == Base::Sqlite {
        let triggers = "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete; DROP TRIGGER audit_seals_no_update; DROP TRIGGER \
                        audit_seals_no_delete; DROP TRIGGER audit_heads_move_on; DROP TRIGGER audit_heads_no_delete";
        served.carry_out(triggers).expect("no triggers");
    }
    (served, owner)
}

#[test]
fn whatever_is_changed_taken_away_exchanged_or_added_is_told() {
    for base in BASES {
        let (served, owner) = unguarded(base);
        let whole = verified(&owner);
        assert_eq!((&whole["intact"], &whole["broken"]), (&json!(true), &Value::Null));
        let sealed = whole["sealed"].as_i64().expect("a number");
        let chain = chains(&served).remove(&tenant(&served)).expect("a chain");
        let entry = |sequence: i64| {
            let place = usize::try_from(sequence - 1).expect("a place");
            text(&chain[place], "entry")
        };
        let own = |sequence: i64| format!("id = {}", id(&served, &entry(sequence)));
        let at = format!("tenant_id = {} AND sequence", id(&served, &tenant(&served)));
        let (four, six) = (own(4), own(6));
        let away = id(&served, "ffffffff-0000-7000-8000-000000000001");
        let mut tampered: Vec<(String, String, &str, i64)> = [
            ("actor", "actor || ' '", "trim(actor)"),
            ("action", "'x' || action", "substr(action, 2)"),
            ("entity", "'x' || entity", "substr(entity, 2)"),
            ("at", "at + 1", "at - 1"),
            (
                "changes",
                "replace(changes, 'tag-', 'tag_')",
                "replace(changes, 'tag_', 'tag-')",
            ),
            ("ip", "ip || '0'", "substr(ip, 1, length(ip) - 1)"),
            ("request_id", "'0' || request_id", "substr(request_id, 2)"),
            ("on_behalf_of", "'ann'", "NULL"),
            ("key_id", "id", "NULL"),
        ]
        .into_iter()
        .map(|(column, other, back)| {
            let set = |value: &str| format!("UPDATE audit SET {column} = {value} WHERE {six}");
            (set(other), set(back), "changed", 6)
        })
        .collect();
        let update = |what: &str, place: i64| format!("UPDATE audit_seals SET {what} WHERE {at} = {place}");
        let swapped = |one: i64, other: i64| {
            let entry = |sequence: i64| format!("entry = {}", id(&served, &entry(sequence)));
            [
                update(&format!("entry = {away}"), one),
                update(&entry(one), other),
                update(&entry(other), one),
            ]
            .join("; ")
        };
        let back = [
            update(&format!("entry = {away}"), 4),
            update(&format!("entry = {}", id(&served, &entry(6))), 6),
            update(&format!("entry = {}", id(&served, &entry(4))), 4),
        ];
        let moved = |from: i64, to: i64| update(&format!("sequence = {to}"), from);
        let exchanged = [moved(4, 999), moved(6, 4), moved(999, 6)].join("; ");
        let hash = |table: &str, place: i64, hash: &str| {
            let hash = match base {
                Base::Sqlite => format!("x'{hash}'"),
                Base::Postgres => format!("decode('{hash}', 'hex')"),
            };
            format!("UPDATE {table} SET hash = {hash} WHERE {at} = {place}")
        };
        let (real, false_one) = (text(&chain[3], "hash"), "ab".repeat(32));
        let head = text(chain.last().expect("a seal"), "hash");
        tampered.extend([
            (
                format!("UPDATE audit SET id = {away} WHERE {four}"),
                format!("UPDATE audit SET {four} WHERE id = {away}"),
                "missing",
                4,
            ),
            (swapped(4, 6), back.join("; "), "changed", 4),
            (exchanged.clone(), exchanged, "changed", 4),
            (
                hash("audit_seals", 4, &false_one),
                hash("audit_seals", 4, &real),
                "changed",
                4,
            ),
            (
                hash("audit_heads", sealed, &false_one),
                hash("audit_heads", sealed, &head),
                "rewritten",
                sealed,
            ),
            (moved(3, 900), moved(900, 3), "missing", 3),
            (moved(sealed, 901), moved(901, sealed), "truncated", sealed),
        ]);
        for (change, undo, kind, sequence) in tampered {
            served
                .carry_out(&change)
                .unwrap_or_else(|error| panic!("{change}: {error}"));
            let told = verified(&owner);
            assert_eq!(told["intact"], false, "{change}");
            assert_eq!(
                (&told["broken"]["kind"], &told["broken"]["sequence"]),
                (&json!(kind), &json!(sequence)),
                "{change}: {told}"
            );
            let (_, intact) = served
                .wait_for(verify::installation(&served.app().store))
                .expect("chains");
            assert!(!intact, "{change}");
            served
                .carry_out(&undo)
                .unwrap_or_else(|error| panic!("{undo}: {error}"));
            assert_eq!(verified(&owner), whole, "{undo}");
        }
        added_and_removed(&served, &owner, (sealed, &six));
    }
}

/// What is added is not sealed, and a seal of it stands behind the head; what is removed for good is missing.
fn added_and_removed(served: &Served, owner: &Client, (sealed, six): (i64, &str)) {
    let more = "01890000-0000-7000-8000-000000000001";
    let added = format!(
        "INSERT INTO audit SELECT tenant_id, {}, at, actor, entity, record_id, action, changes, ip, request_id, on_behalf_of, key_id FROM audit WHERE {six}",
        id(served, more)
    );
    assert_eq!(served.carry_out(&added), Ok(1));
    let told = verified(owner);
    assert_eq!(
        (&told["intact"], &told["unsealed"]),
        (&json!(true), &json!({"count": 1, "first": [more]}))
    );
    let forged = format!(
        "INSERT INTO audit_seals SELECT tenant_id, {}, {}, hash, hash FROM audit_seals WHERE tenant_id = {} AND sequence = {sealed}",
        sealed + 1,
        id(served, more),
        id(served, &tenant(served))
    );
    assert_eq!(served.carry_out(&forged), Ok(1));
    let told = verified(owner);
    assert_eq!(
        (&told["broken"]["kind"], &told["broken"]["sequence"]),
        (&json!("out_of_order"), &json!(sealed + 1)),
        "{told}"
    );
    assert_eq!(served.carry_out(&format!("DELETE FROM audit WHERE {six}")), Ok(1));
    let told = verified(owner);
    assert_eq!(
        (&told["broken"]["kind"], &told["broken"]["sequence"]),
        (&json!("missing"), &json!(6)),
        "{told}"
    );
}

#[test]
fn the_program_verifies_an_installation() {
    let (served, _) = unguarded(Base::Sqlite);
    let verify = || {
        let mut command: Command = program(env!("CARGO_BIN_EXE_ratebook-server"));
        let ended = command
            .arg("verify")
            .current_dir(served.folder().expect("a folder"))
            .output();
        let ended = ended.expect("an end");
        (
            ended.status.success(),
            String::from_utf8_lossy(&ended.stdout).into_owned(),
        )
    };
    let (intact, told) = verify();
    assert!(
        intact && told.lines().count() == 2 && told.contains(" acme\n") && told.contains(" the platform\n"),
        "{told}"
    );
    served
        .carry_out("UPDATE audit SET actor = 'nobody' WHERE entity = 'tag'")
        .expect("changed");
    let (intact, told) = verify();
    assert!(!intact && told.contains(" acme, broken at "), "{told}");
}

#[test]
fn the_chain_of_a_tenant_that_is_erased_keeps_its_head_and_goes_on() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        (0..12).for_each(|number| tag(&owner, &format!("tag-{number}")));
        seal_all(served);
        let (own, before) = (tenant(served), verified(&owner));
        let tenants = operator.get("/v1/tenants").is(200).json();
        let path = format!("/v1/tenants/{}", tenants["items"][0]["id"].as_str().expect("an id"));
        operator.patch(&path, &json!({"state": "deleting"})).is(200);
        seal_all(served);
        served.pass(91 * 86_400);
        let erased = || {
            served
                .wait_for(sweep::deleted_tenants(served.app(), (5, 3)))
                .expect("the sweep")
        };
        while erased() > 0 {}
        seal_all(served);
        let (told, intact) = served
            .wait_for(verify::installation(&served.app().store))
            .expect("chains");
        assert!(intact && !told.contains("not sealed"), "{told}");
        let chain = chains(served).remove(&own).expect("a chain");
        let sealed = before["sealed"].as_i64().expect("a number");
        let head = served
            .rows("audit_heads")
            .into_iter()
            .find(|row| text(row, "tenant_id") == own)
            .expect("a head");
        // It has been stopped, deleted and erased since; it had no domain to give up.
        assert_eq!(head["sequence"], sealed + 3);
        assert_eq!(chain.last().expect("a seal")["sequence"], head["sequence"]);
        let left: Vec<i64> = chain.iter().filter_map(|row| row["sequence"].as_i64()).collect();
        let entries = served
            .rows("audit")
            .iter()
            .filter(|row| text(row, "tenant_id") == own)
            .count();
        assert!(left.len() == entries && left.len() < 10, "{left:?}");
        // What is left of it is held against its seals all the same.
        if served.base() == Base::Sqlite {
            served.carry_out("DROP TRIGGER audit_no_update").expect("no trigger");
        }
        served
            .carry_out("UPDATE audit SET changes = '[]' WHERE entity = 'tenant' AND action = 'made'")
            .expect("changed");
        let (told, intact) = served
            .wait_for(verify::installation(&served.app().store))
            .expect("chains");
        assert!(!intact && told.contains("changed"), "{told}");
    });
}
