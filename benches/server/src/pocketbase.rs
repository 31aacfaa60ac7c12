//! PocketBase: its own tables, filled by statements, and asked over its own routes.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::cases::{Asking, Case, customer};
use crate::data::{TENANTS, mixed, tenant_id, tenant_of, term};
use crate::fill::{self, pocketbase_id};
use crate::load::{Asked, Fault, Line, asked};
use crate::process::{Running, free};

const ADMIN: [&str; 2] = ["operator@example.com", "correct horse battery"];
const RECORDS: &str = "/api/collections/customers/records";

pub(crate) struct PocketBase {
    program: PathBuf,
    folder: PathBuf,
}

fn staff(tenant: usize) -> String {
    format!("staff@tenant-{tenant}.example.com")
}

impl PocketBase {
    pub(crate) fn in_folder(folder: &Path) -> Result<PocketBase, Fault> {
        let program =
            std::env::var_os("RATEBOOK_BENCH_POCKETBASE").ok_or("no PocketBase: run `cargo xtask bench server`")?;
        Ok(PocketBase {
            program: program.into(),
            folder: folder.join("pocketbase"),
        })
    }

    pub(crate) async fn start(&self) -> Result<Running, Fault> {
        let address = free()?;
        let mut command = Command::new(&self.program);
        command
            .arg("serve")
            .arg("--dir")
            .arg(&self.folder)
            .args(["--http", &address.to_string()]);
        Running::start(command, address, "/api/health").await
    }

    /// Makes its tables and its staff, stops it, and fills it.
    pub(crate) async fn fill(&self, rows: usize) -> Result<(), Fault> {
        fill::run(
            Command::new(&self.program)
                .args(["migrate", "up", "--dir"])
                .arg(&self.folder),
        )?;
        let mut command = Command::new(&self.program);
        fill::run(
            command
                .args(["superuser", "upsert"])
                .args(ADMIN)
                .arg("--dir")
                .arg(&self.folder),
        )?;
        let running = self.start().await?;
        let mut line = Line::to(running.address).await?;
        let admin = log_in(&mut line, "_superusers", ADMIN[0]).await?;
        for tenant in 0..TENANTS {
            let made = json!({"email": staff(tenant), "password": ADMIN[1], "passwordConfirm": ADMIN[1], "tenant": tenant_id(tenant), "verified": true});
            post(
                &mut line,
                "/api/collections/staff/records",
                &[("authorization", &admin)],
                &made,
            )
            .await?;
        }
        drop(running);
        fill::pocketbase(&self.folder.join("data.db"), rows).await
    }

    /// What is asked of it, once it runs.
    pub(crate) async fn asking(&self, running: &Running, rows: usize) -> Result<Asking, Fault> {
        let mut line = Line::to(running.address).await?;
        let mut tokens = Vec::new();
        for tenant in 0..TENANTS {
            tokens.push(log_in(&mut line, "staff", &staff(tenant)).await?);
        }
        let tokens = Arc::new(tokens);
        let get = {
            let tokens = Arc::clone(&tokens);
            move |tenant: usize, path: &str| -> Asked {
                asked("GET", path, &[("authorization", &tokens[tenant])], None)
            }
        };
        let create = move |tenant: usize, number: u64| -> Asked {
            let mut own = customer(number);
            own["tenant"] = json!(tenant_id(tenant));
            // It has no numbers without gaps.
            own["code"] = json!(format!("CUST{:016x}", mixed(number)));
            asked("POST", RECORDS, &[("authorization", &tokens[tenant])], Some(&own))
        };
        let (list, deep, read, search) = (get.clone(), get.clone(), get.clone(), get);
        let spread = create.clone();
        // Its rule is compared past the index, so the tenant is named once more.
        let by_status = |tenant: usize, page: usize| {
            let filter = format!("tenant%3D%22{}%22%20%26%26%20status%3D%22active%22", tenant_id(tenant));
            format!("{RECORDS}?page={page}&perPage=50&skipTotal=true&sort=created,id&filter={filter}")
        };
        let page = 2_000.min(rows * 3 / 20 / 50 * 9 / 10).max(1);
        let mut asking = Asking::default();
        asking.add(Case::List, move |number| {
            let tenant = mixed(number) as usize % TENANTS;
            list(tenant, &by_status(tenant, 1))
        });
        asking.add(Case::Deep, move |number| {
            deep(0, &by_status(0, page - number as usize % 50.min(page)))
        });
        asking.add(Case::Read, move |number| {
            let number = mixed(number) as usize % rows;
            read(tenant_of(number), &format!("{RECORDS}/{}", pocketbase_id(number)))
        });
        asking.add(Case::Create, move |number| create(0, number));
        asking.add(Case::CreateSpread, move |number| {
            spread(1 + number as usize % (TENANTS - 1), number)
        });
        asking.add(Case::Search, move |number| {
            let (tenant, term) = (mixed(number) as usize % TENANTS, term(number));
            let part = format!("(name%20~%20%22{term}%22%20%7C%7C%20email%20~%20%22{term}%22)");
            let filter = format!("tenant%3D%22{}%22%20%26%26%20{part}", tenant_id(tenant));
            search(
                tenant,
                &format!("{RECORDS}?page=1&perPage=50&skipTotal=true&sort=id&filter={filter}"),
            )
        });
        Ok(asking)
    }
}

async fn post(line: &mut Line, path: &str, headers: &[(&str, &str)], body: &Value) -> Result<Value, Fault> {
    let (status, told) = line.ask(asked("POST", path, headers, Some(body))).await?;
    if status != 200 {
        return Err(format!("{path}: {status} {}", String::from_utf8_lossy(&told)).into());
    }
    Ok(serde_json::from_slice(&told)?)
}

async fn log_in(line: &mut Line, collection: &str, email: &str) -> Result<String, Fault> {
    let path = format!("/api/collections/{collection}/auth-with-password");
    let told = post(line, &path, &[], &json!({"identity": email, "password": ADMIN[1]})).await?;
    Ok(told["token"].as_str().ok_or("no token")?.to_owned())
}
