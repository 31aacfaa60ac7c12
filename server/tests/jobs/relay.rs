//! What happens is passed on tenant by tenant: nobody waits for a million records of somebody else.

use ratebook_server::platform::jobs;
use ratebook_server_testing::{Base, Served};

use crate::support::{subscriber, tenants};

/// As much more as a tenant has waiting, each older than all that others have.
fn import(served: &Served, slug: &str, count: u32) {
    let id = match served.base() {
        Base::Sqlite => "CAST(zeroblob(4) || randomblob(12) AS BLOB)",
        Base::Postgres => "('00000000' || substr(replace(gen_random_uuid()::text, '-', ''), 9))::uuid",
    };
    let text = format!(
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {count}), one AS (SELECT * FROM outbox WHERE \
         tenant_id = (SELECT id FROM tenants WHERE slug = '{slug}') ORDER BY id LIMIT 1) INSERT INTO outbox (tenant_id, id, at, actor, \
         entity, record_id, name, is_effect, body) SELECT tenant_id, {id}, at, actor, entity, record_id, name, is_effect, body FROM one, n"
    );
    assert_eq!(served.carry_out(&text).expect("rows"), u64::from(count));
}

/// How much of a tenant's is passed on, and whether it is numbered without a gap in the order of ids.
fn passed(served: &Served, slug: &str) -> (usize, bool) {
    let tenants = served.rows("tenants");
    let own = tenants
        .iter()
        .find(|row| row["slug"].as_str() == Some(slug))
        .expect("a tenant");
    let mut rows: Vec<(String, i64)> = served
        .rows("outbox")
        .iter()
        .filter(|row| row["tenant_id"] == own["id"])
        .filter_map(|row| Some((row["id"].to_string(), row["seq"].as_i64()?)))
        .collect();
    rows.sort_by_key(|(_, seq)| *seq);
    let numbers = rows
        .iter()
        .map(|(_, seq)| *seq)
        .eq(1..=i64::try_from(rows.len()).expect("a number"));
    (rows.len(), numbers)
}

#[test]
fn an_import_keeps_nobody_waiting() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start(base);
        let [acme, globex] = tenants(&served);
        subscriber(&acme, "Ada");
        served.work();
        let (before, _) = passed(&served, "acme");
        import(&served, "acme", 1_000);
        subscriber(&globex, "Bob");
        let waiting = served
            .rows("outbox")
            .iter()
            .filter(|row| row["done_at"].is_null())
            .count()
            - 1_000;
        assert!((1..=20).contains(&waiting), "{waiting}");
        let pass_on = || served.wait_for(jobs::pass_on(served.app())).expect("passed on");
        // Whoever is next, both have had their share after two rounds.
        let done = pass_on() + pass_on();
        assert_eq!(passed(&served, "globex"), (waiting, true), "{base:?}");
        let (own, in_order) = passed(&served, "acme");
        assert!(in_order, "{base:?}");
        assert_eq!(own - before, done - waiting, "{base:?}");
        assert!((100..=400).contains(&(own - before)), "{base:?}: {own}");
        // And all of it is passed on, each tenant's without a gap.
        while pass_on() > 0 {}
        assert_eq!(passed(&served, "acme"), (before + 1_000, true), "{base:?}");
        assert!(
            served.rows("outbox").iter().all(|row| !row["done_at"].is_null()),
            "{base:?}"
        );
    }
}
