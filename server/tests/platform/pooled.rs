//! A PgBouncer before PostgreSQL that lends a connection for each transaction.

use std::thread;

use ratebook_server::limits::Bounds;
use ratebook_server::platform::audit::sealer;
use ratebook_server::store::{Store, reached};
use ratebook_server_testing::{Base, PgBouncer, Postgres, Served};
use serde_json::{Value, json};
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, Row as _};

const INSTALLED: &str = "`cargo xtask test --only server` installs pgbouncer";

fn database(served: &Served) -> String {
    let address = served.postgres().expect("a PostgreSQL");
    address.rsplit('/').next().expect("a name").to_owned()
}

#[test]
fn servers_that_start_at_once_through_a_pooler_make_the_tables_once() {
    let postgres = Postgres::shared();
    postgres.database("pooled_start").expect("a database");
    let between = PgBouncer::start(postgres, 2).expect(INSTALLED);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let address = between.address("pooled_start");
        let starting: Vec<_> = (0..4)
            .map(|_| {
                let address = address.clone();
                tokio::spawn(async move { Store::open_postgres(&address, 2).await })
            })
            .collect();
        for started in starting {
            let store = started.await.expect("a start").expect("a store");
            store.ready().await.expect("it answers");
            store.close().await;
        }
    });
}

#[test]
fn tenants_on_one_connection_of_a_pooler_see_what_is_theirs_alone() {
    let served = Served::start(Base::Postgres);
    let operator = served.operator();
    let tenants: Vec<_> = ["acme", "other", "third"]
        .into_iter()
        .map(|slug| (slug, served.tenant(&operator, slug)))
        .collect();
    let name = database(&served);
    // All that they ask goes over one connection to PostgreSQL.
    let between = PgBouncer::start(Postgres::shared(), 1).expect(INSTALLED);
    let lent = served.beside_by_way_of(&between.address(&name), Bounds::default());
    thread::scope(|scope| {
        for (slug, client) in &tenants {
            for thread in 0..2 {
                let client = client.clone().elsewhere(lent.url());
                scope.spawn(move || {
                    for number in 0..12 {
                        let tag = json!({"name": format!("{slug}-{thread}-{number}")});
                        client.post("/v1/tags", &tag).is(201);
                        let seen = client.get("/v1/tags?limit=100").is(200).json();
                        for item in seen["items"].as_array().expect("tags") {
                            let own = item["name"].as_str().expect("a name");
                            assert!(own.starts_with(slug), "{slug} sees {own}");
                        }
                    }
                });
            }
        }
    });
    for (slug, client) in &tenants {
        let kept = client.get("/v1/tags?total=true&limit=1").is(200).json();
        assert_eq!(kept["total"], 24, "{slug}");
    }
    nothing_is_left_behind(&served, &between.address(&name));
}

/// Whoever is lent a connection next finds no tenant, no role and nothing prepared on it.
fn nothing_is_left_behind(served: &Served, address: &str) {
    let options: PgConnectOptions = address.parse().expect("an address");
    let options = options.extra_float_digits(None);
    served.wait_for(async move {
        let mut connection = options.connect().await.expect("a connection");
        let text = "SELECT coalesce(current_setting('app.tenant', true), ''), current_user::text, \
                    (SELECT count(*) FROM pg_prepared_statements WHERE name <> '')";
        let row = sqlx::raw_sql(text).fetch_one(&mut connection).await.expect("a row");
        let found: (String, String, i64) = (row.get(0), row.get(1), row.get(2));
        assert_eq!(found, (String::new(), "ratebook".to_owned(), 0));
        connection.close().await.expect("an end");
    });
}

#[test]
fn a_pooler_that_lends_connections_is_seen_and_one_that_is_not_there_is_not() {
    let served = Served::start(Base::Postgres);
    let name = database(&served);
    let between = PgBouncer::start(Postgres::shared(), 3).expect(INSTALLED);
    let seen = |address: &str| served.wait_for(reached::is_lent(address)).expect("an answer");
    assert!(seen(&between.plain(&name)) && seen(&between.address(&name)));
    assert!(!seen(&Postgres::shared().address(&name)));
    // Whoever does not say so is told at the start, and no tables are made.
    let refused = served.wait_for(Store::open_postgres(&between.plain(&name), 2));
    assert!(refused.is_err());
}

#[test]
fn what_comes_by_itself_and_what_comes_again_goes_through_a_pooler() {
    let served = Served::start(Base::Postgres);
    let operator = served.operator();
    let ann = served.tenant(&operator, "acme");
    let between = PgBouncer::start(Postgres::shared(), 3).expect(INSTALLED);
    let lent = served.beside_by_way_of(&between.address(&database(&served)), Bounds::default());
    let client = ann.elsewhere(lent.url());
    let body = json!({"name": "once"});
    let key = [("idempotency-key", "pooled-1")];
    let first = client.ask("POST", "/v1/tags", Some(&body), &key).is(201).json();
    let again = client.ask("POST", "/v1/tags", Some(&body), &key).is(201).json();
    assert_eq!(first["id"], again["id"]);
    // Nobody is told by the database: what happened is looked for, and sealed.
    lent.work();
    lent.wait_for(sealer::everything(lent.app())).expect("seals");
    let verified = client.get("/v1/audit/verify").is(200).json();
    assert_ne!(verified["sealed"], Value::from(0), "{verified}");
}
