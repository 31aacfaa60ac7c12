//! The program's settings, and what it says when they are wrong.

use std::path::Path;
use std::process::Output;

use ratebook_server_testing::program;

fn run(folder: &Path, words: &[&str], environment: &[(&str, &str)]) -> Output {
    program(env!("CARGO_BIN_EXE_ratebook-server"))
        .args(words)
        .envs(environment.iter().copied())
        .current_dir(folder)
        .output()
        .expect("an end")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn every_setting_is_shown_with_its_origin() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("ratebook.toml"), "readers = 3\n").expect("a file");
    let environment = [("RATEBOOK_DATABASE", "postgres://ann:hush@db/ratebook")];
    let shown = run(folder.path(), &["config", "--connections", "5"], &environment);
    let shown = text(&shown.stdout);
    for line in [
        "listen = 127.0.0.1:4280\n    from the default; `RATEBOOK_LISTEN`, `--listen`",
        "readers = 3\n    from ratebook.toml",
        "connections = 5\n    from a flag",
        "database = postgres://ann:…@db/ratebook\n    from the environment",
        "key = (not set)",
    ] {
        assert!(shown.contains(line), "{line} is not in\n{shown}");
    }
}

#[test]
fn a_pack_does_not_stand_at_addresses_of_the_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    write("pack/pack.toml", "name = \"club\"\nversion = 1\n");
    let status =
        "status = { kind = \"choice\", choices = [\"in\", \"out\"], required = true, written_by = \"machine\" }";
    let entity = format!(
        "name = \"member\"\nsoft_delete = {{}}\nmachine = {{ name = \"life\", field = \"status\" }}\n[fields]\n{status}\n"
    );
    write("pack/entities/member.toml", &entity);
    let machine = "name = \"life\"\ninitial = \"in\"\nstates = [{ name = \"in\" }, { name = \"out\", terminal = true }]\n\
                   events = [{ name = \"restore\" }]\ntransitions = [{ from = [\"in\"], event = \"restore\", to = \"out\" }]\n";
    for (machine, line) in [
        (
            machine.to_owned(),
            "pack/entities/member.toml /machine: its machine has an event `restore`, and a record that was deleted is brought back at that address",
        ),
        (
            machine.replace("restore", "leave"),
            "pack/entities/member.toml /name: `/v1/members` is an address of the server itself",
        ),
    ] {
        write("pack/machines/life.toml", &machine);
        let output = run(folder.path(), &["--listen", "127.0.0.1:0", "--pack", "pack"], &[]);
        let faults = text(&output.stderr);
        assert!(!output.status.success());
        assert!(faults.contains(line), "{line} is not in\n{faults}");
    }
}

#[test]
fn what_is_wrong_is_told_before_anything_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = |words: &[&str], environment: &[(&str, &str)]| {
        let output = run(folder.path(), words, environment);
        assert!(!output.status.success());
        text(&output.stderr)
    };
    assert!(told(&["--lisen", "x"], &[]).contains("there is no option `--lisen`"));
    assert!(told(&["--listen", "here"], &[]).contains("`here` is not an address"));
    assert!(told(&["--config", "none.toml"], &[]).contains("none.toml"));
    let postgres = [("RATEBOOK_DATABASE", "postgres://ann@127.0.0.1:1/none")];
    assert!(told(&["--listen", "127.0.0.1:0"], &postgres).contains("set `RATEBOOK_KEY` or `key_file`"));
    let pack = folder.path().join("pack");
    std::fs::create_dir_all(pack.join("entities")).expect("a folder");
    std::fs::write(pack.join("pack.toml"), "name = \"shop\"\nversion = 1\nlabel = 3\n").expect("a file");
    std::fs::write(pack.join("entities/thing.toml"), "fields = 1\n").expect("a file");
    let faults = told(&["--listen", "127.0.0.1:0", "--pack", &pack.to_string_lossy()], &[]);
    assert!(faults.lines().count() >= 2, "{faults}");
    assert!(
        faults.contains("pack/pack.toml /label: ") && faults.contains("pack/entities/thing.toml"),
        "{faults}"
    );
    assert_eq!(
        std::fs::read_dir(folder.path()).expect("files").count(),
        1,
        "only the pack is there"
    );
}
