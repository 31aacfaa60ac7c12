//! The examples of `examples/`: each with two workers on a real PostgreSQL, and the one of Spark with a real Spark.

use std::path::{Path, PathBuf};

use crate::at_once::Apt;
use crate::mobile;
use crate::shell::{Outcome, npm_install, program, read, root, run, run_and_read, target};
use crate::suites::{self, Counts, junit, system_packages};

const FOLDER: &str = "examples";

/// Installs what the examples stand on, builds them, and lets their workers race.
pub fn suite() -> Result<Counts, String> {
    postgres()?;
    mobile::java_there()?;
    let python = python()?;
    node()?;
    run(program("cargo")
        .args(["build", "--quiet"])
        .current_dir(root().join(FOLDER).join("axum-sqlx")))?;
    let report = target().join("examples.xml");
    let _ = std::fs::remove_file(&report);
    let mut test = program(&python);
    test.args(["-m", "pytest", "-q", "-rs", FOLDER])
        .arg(format!("--junit-xml={}", report.display()));
    let (succeeded, _) = run_and_read(&mut test)?;
    junit(&report, succeeded)
}

/// A server that the tests start themselves, in a folder and on a port of their own.
pub fn postgres() -> Outcome {
    let beside_the_path = std::fs::read_dir("/usr/lib/postgresql").is_ok_and(|mut versions| versions.next().is_some());
    if beside_the_path || read(program("initdb").arg("--version")).is_some() {
        return Ok(());
    }
    system_packages(&["postgresql"])
}

/// Another one that they start themselves.
pub fn redis() -> Outcome {
    if read(program("redis-server").arg("--version")).is_some() {
        return Ok(());
    }
    system_packages(&["redis-server"])
}

/// What lends connections to a PostgreSQL; they start it themselves as well.
pub fn pgbouncer() -> Outcome {
    if Path::new("/usr/sbin/pgbouncer").is_file() || read(program("pgbouncer").arg("--version")).is_some() {
        return Ok(());
    }
    system_packages(&["pgbouncer"])
}

/// What reads the figures of a server in its tests, unpacked into the checkout: installed, it would run on this machine by itself.
pub fn prometheus() -> Outcome {
    let folder = target().join("tools").join("prometheus");
    if folder.join("usr/bin/prometheus").is_file() {
        return Ok(());
    }
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let _alone = Apt::alone()?;
    if suites::is_root() {
        run(program("apt-get").args(["update", "--quiet", "--quiet"]))?;
    }
    run(program("apt-get")
        .args(["download", "--quiet", "--quiet", "prometheus"])
        .current_dir(&folder))?;
    let packages = std::fs::read_dir(&folder).map_err(|error| error.to_string())?;
    let package = packages
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|ending| ending == "deb"));
    let package = package.ok_or("apt-get downloaded no package of Prometheus")?;
    run(program("dpkg").arg("--extract").arg(package).arg(&folder))
}

/// The checkout's Python with the engine and what the examples need.
fn python() -> Result<PathBuf, String> {
    let python = suites::python_environment()?;
    suites::python_build(&python)?;
    run(program(&python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"])
        .arg(root().join(FOLDER).join("requirements.txt")))?;
    Ok(python)
}

fn node() -> Outcome {
    suites::node_build()?;
    let folder = root().join(FOLDER).join("fastify-drizzle");
    npm_install(&folder, &[])?;
    run(program("npm").args(["run", "--silent", "build"]).current_dir(&folder))
}
