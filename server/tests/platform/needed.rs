//! Packs that need others, as folders that are served together.

use std::fs;
use std::path::{Path, PathBuf};

use ratebook_server::platform::jobs::Connectors;
use ratebook_server::platform::start;
use tempfile::TempDir;

fn write(folder: &Path, files: &[(&str, &str)]) -> PathBuf {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder.to_owned()
}

const CUSTOMER: &str = "name = \"customer\"\n[fields]\nname = { kind = \"text\", required = true }\n";
const ORDER: &str =
    "name = \"order\"\n[fields]\ncustomer_id = { kind = \"link\", entity = \"customer\", required = true }\n";

#[test]
fn what_a_needed_pack_declares_is_part_of_the_one_that_needs_it() {
    let place = TempDir::new().expect("a folder");
    let crm = write(
        &place.path().join("crm"),
        &[
            ("pack.toml", "name = \"crm\"\nversion = 2\n"),
            ("entities/customer.toml", CUSTOMER),
        ],
    );
    let shop = write(
        &place.path().join("shop"),
        &[
            ("pack.toml", "name = \"shop\"\nneeds = [\"crm >= 2\"]\n"),
            ("entities/order.toml", ORDER),
        ],
    );
    // In whichever order they are named.
    for folders in [[crm.clone(), shop.clone()], [shop.clone(), crm.clone()]] {
        let packs = start::packs(&folders, &Connectors::of_engine()).expect("packs");
        let names = |pack: &str| -> Vec<&str> { packs[pack].entities().iter().map(|entity| entity.name()).collect() };
        assert_eq!(names("crm"), ["customer"]);
        assert_eq!(names("shop"), ["customer", "order"]);
        let order = packs["shop"].entity("order").expect("orders");
        assert_eq!(order.field("customer_id").expect("a link").target(), Some(0));
        assert!(packs["shop"].definition().needs.is_empty());
    }
    let told = start::packs(std::slice::from_ref(&shop), &Connectors::of_engine()).expect_err("a pack is missing");
    let file = shop.join("pack.toml");
    let line = format!(
        "{} /needs/0: the pack `crm` is needed and not at hand [definition.reference]",
        file.display()
    );
    assert_eq!(told, line);
}

#[test]
fn faults_of_both_are_told_once_each_in_its_own_folder() {
    let place = TempDir::new().expect("a folder");
    let crm = write(
        &place.path().join("crm"),
        &[
            ("pack.toml", "name = \"crm\"\n"),
            (
                "entities/customer.toml",
                "name = \"customer\"\n[fields]\nname = { kind = \"txt\" }\n",
            ),
        ],
    );
    let shop = write(
        &place.path().join("shop"),
        &[
            ("pack.toml", "name = \"shop\"\nneeds = [\"crm\"]\n"),
            ("entities/client.toml", CUSTOMER),
        ],
    );
    let told = start::packs(&[crm.clone(), shop.clone()], &Connectors::of_engine()).expect_err("faults");
    let lines: Vec<&str> = told.lines().collect();
    let begins = |line: &&str, file: PathBuf| line.starts_with(&format!("{} ", file.display()));
    let customer = crm.join("entities/customer.toml");
    let client = shop.join("entities/client.toml");
    assert_eq!(lines.len(), 2, "{told}");
    assert!(lines.iter().any(|line| begins(line, customer.clone())), "{told}");
    let clash = lines
        .iter()
        .find(|line| line.starts_with(&format!("{}: ", client.display())));
    let clash = clash.unwrap_or_else(|| panic!("{told}"));
    assert!(clash.contains(&format!("`{}` too", customer.display())), "{told}");
}
