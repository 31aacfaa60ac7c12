//! The Swift and the Kotlin package: their toolchains, installed outside the checkout where the machine has none, their
//! builds and their suites.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use crate::readme;
use crate::shell::{Outcome, cache, program, read, root, run, run_and_read, target};
use crate::suites::{Counts, broken, is_root, system_packages};

/// The release of Debian that has Swift, and what a build with it needs.
const SWIFT_SUITE: &str = "trixie";
const SWIFT_PACKAGES: &str = "swiftlang,ca-certificates,libc6-dev,libstdc++-14-dev";

/// Builds the library that both packages call; gives the folder it is in.
pub fn library() -> Result<PathBuf, String> {
    run(program("cargo").args(["build", "--quiet", "--profile", "packaged", "--package", "ratebook-ffi"]))?;
    Ok(target().join("packaged"))
}

/// The folder that all of Swift's builds share, in which its library lies too.
pub fn swift_folder() -> PathBuf {
    cache().join("swift/build")
}

/// Builds the library and tells SwiftPM where it is.
pub fn swift_build() -> Outcome {
    let built = library()?;
    let folder = swift_folder();
    let place = Toolchain::find()?.inside(&folder);
    let description = format!(
        "Name: ratebook\nDescription: Ratebook\nVersion: {}\nLibs: -L{place} -lratebook_ffi\n",
        env!("CARGO_PKG_VERSION")
    );
    let library = "libratebook_ffi.a";
    // SwiftPM does not look whether a library changed that it links.
    if std::fs::read(built.join(library)).ok() != std::fs::read(folder.join(library)).ok() {
        unlink_programs(&folder);
    }
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::copy(built.join(library), folder.join(library)))
        .and_then(|_| std::fs::write(folder.join("ratebook.pc"), description))
        .map_err(|error| format!("{}: {error}", folder.display()))
}

/// Removes what was linked with another library, so that it is linked again.
fn unlink_programs(folder: &Path) {
    let entries = ["debug", "release"].map(|profile| std::fs::read_dir(folder.join(profile)));
    for path in entries
        .into_iter()
        .flatten()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
    {
        let linked = path.extension().is_none_or(|extension| extension == "xctest");
        if linked && path.is_file() {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// `swift` with these words, in the Swift package.
pub fn swift(words: &[&str]) -> Result<Command, String> {
    let toolchain = Toolchain::find()?;
    let build = toolchain.inside(&swift_folder());
    // Behind the first word; what stands behind the name of a program is for the program.
    let (first, rest) = words.split_at(words.len().min(1));
    Ok(toolchain.command(&[&["swift"], first, &["--scratch-path", &build], rest].concat()))
}

/// Whether a compiler refuses each line of a file that says so, and no other: `errors` is what it printed.
fn refusals(file: &str, errors: &str) -> Counts {
    let text = std::fs::read_to_string(root().join(file)).unwrap_or_default();
    let name = file.rsplit('/').next().unwrap_or(file);
    let refused = |number: usize| {
        let place = format!("{name}:{number}:");
        errors
            .lines()
            .any(|line| line.contains(&place) && line.to_lowercase().contains("error"))
    };
    let lines: Vec<(usize, &str)> = (1..).zip(text.lines()).collect();
    let marked = |line: &str| line.ends_with("// refused");
    let wrong = lines.iter().filter(|(number, line)| marked(line) != refused(*number));
    let failures: Vec<String> = wrong
        .map(|(number, line)| format!("{file}:{number}: judged otherwise than it says: {line}"))
        .collect();
    failures.iter().for_each(|failure| println!("{failure}"));
    let failed = failures.len() as u64;
    let all = lines.iter().filter(|(_, line)| marked(line)).count() as u64;
    println!("{file}: {all} lines that must not compile");
    Counts {
        passed: all.saturating_sub(failed),
        failed: failed + u64::from(all == 0),
        skipped: 0,
        failures,
    }
}

/// What a command prints that may fail, errors too.
fn printed(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| error.to_string())?;
    Ok(String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
}

/// Where Swift is found.
pub enum Toolchain {
    /// On the machine.
    Own,
    /// In a Debian of its own, in this folder.
    Apart(PathBuf),
}

impl Toolchain {
    pub fn find() -> Result<Toolchain, String> {
        static ALONE: Mutex<()> = Mutex::new(());
        let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        if read(Command::new("swift").arg("--version")).is_some() {
            return Ok(Toolchain::Own);
        }
        let folder = cache().join("swift").join(SWIFT_SUITE);
        if !folder.join("usr/libexec/swift/bin/swift").exists() {
            install_swift(&folder)?;
        }
        Ok(Toolchain::Apart(folder))
    }

    /// A folder of the machine as the toolchain sees it.
    pub fn inside(&self, folder: &Path) -> String {
        match self {
            Toolchain::Own => folder.display().to_string(),
            Toolchain::Apart(_) => "/build".to_owned(),
        }
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let build = self.inside(&swift_folder());
        let settings = [
            format!("PKG_CONFIG_PATH={build}"),
            "RATEBOOK_VECTORS_REPORT".to_owned() + "=" + &self.report(),
        ];
        match self {
            Toolchain::Own => {
                let mut command = program("env");
                command.args(settings).args(words);
                command.current_dir(root().join("bindings-swift"));
                command
            }
            Toolchain::Apart(folder) => {
                // In a namespace of its own, so that nothing stays mounted.
                let script = "set -e; rootfs=$1; checkout=$2; build=$3; shift 3\n\
                    mkdir -p $rootfs/checkout $rootfs/build\n\
                    mount -t proc proc $rootfs/proc; mount --bind /dev $rootfs/dev\n\
                    mount --bind $checkout $rootfs/checkout; mount --bind $build $rootfs/build\n\
                    exec chroot $rootfs env -C /checkout/bindings-swift HOME=/root LD_LIBRARY_PATH=/usr/libexec/swift/lib/swift/linux \"$@\"";
                let mut command = program("unshare");
                command.args([
                    "--mount",
                    "--pid",
                    "--fork",
                    "--kill-child",
                    "sh",
                    "-c",
                    script,
                    "swift",
                ]);
                command.arg(folder).arg(root()).arg(swift_folder()).args(settings);
                command.args(words);
                command
            }
        }
    }

    /// Where the runner of the vectors leaves its report, as it sees the place.
    fn report(&self) -> String {
        format!("{}/vectors.json", self.inside(&swift_folder()))
    }
}

/// The report of the runner of the vectors.
pub fn swift_report() -> PathBuf {
    swift_folder().join("vectors.json")
}

/// Swift is no part of Debian 12; Debian 13 has it, and lives in a folder beside it.
fn install_swift(folder: &Path) -> Outcome {
    if !is_root() || read(Command::new("apt-get").arg("--version")).is_none() {
        return Err("install Swift 6 (swift.org), so that `swift` is found".to_owned());
    }
    println!(
        "Swift is not installed: a Debian {SWIFT_SUITE} with it, 3.3 GB, is put into {}",
        folder.display()
    );
    if read(Command::new("debootstrap").arg("--version")).is_none() {
        system_packages(&["debootstrap"])?;
    }
    let half = folder.with_extension("half");
    let _ = std::fs::remove_dir_all(&half);
    std::fs::create_dir_all(&half).map_err(|error| format!("{}: {error}", half.display()))?;
    let mut bootstrap = program("debootstrap");
    bootstrap
        .args(["--variant=minbase", &format!("--include={SWIFT_PACKAGES}"), SWIFT_SUITE])
        .arg(&half);
    // The mirror that the machine's own packages come from.
    let mirrors = read(Command::new("apt-get").args(["indextargets", "--format", "$(REPO_URI)"])).unwrap_or_default();
    bootstrap.args(
        mirrors
            .lines()
            .find(|mirror| mirror.trim_end_matches('/').ends_with("/debian")),
    );
    run(bootstrap.stdout(std::process::Stdio::null()))?;
    std::fs::rename(&half, folder).map_err(|error| format!("{}: {error}", folder.display()))
}

pub fn swift_suite() -> Result<Counts, String> {
    swift_build()?;
    let (succeeded, text) = run_and_read(&mut swift(&["test"])?)?;
    let count = |mark: &str, end: &str| {
        let tests = text.lines().filter(|line| line.starts_with(mark) && line.contains(end));
        tests
            .filter(|line| !line.starts_with("✔ Test run") && !line.starts_with("✘ Test run"))
            .count() as u64
    };
    let counts = Counts {
        passed: count("✔ Test ", " passed after"),
        failed: count("✘ Test ", " failed after"),
        skipped: count("➜ Test ", " skipped"),
        failures: text
            .lines()
            .filter(|line| line.starts_with("✘ Test ") && line.contains(" recorded an issue "))
            .map(str::to_owned)
            .collect(),
    };
    if counts.passed == 0 || (!succeeded && counts.failed == 0) {
        return Err("the tests of the Swift package were cut off".to_owned());
    }
    let toolchain = Toolchain::find()?;
    let modules = format!("{}/debug/Modules", toolchain.inside(&swift_folder()));
    let wrong = "Tests/Refused/Refused.swift";
    let check = [
        "swiftc",
        "-typecheck",
        "-swift-version",
        "6",
        "-I",
        &modules,
        "-I",
        "Sources/CRatebook",
        wrong,
    ];
    let errors = printed(&mut toolchain.command(&check))?;
    let refused = refusals(&format!("bindings-swift/{wrong}"), &errors);
    let mut counts = counts.and(refused);
    for example in ["FirstPrice", "FirstBooking", "FirstLife"] {
        let source = format!("bindings-swift/Examples/{example}/main.swift");
        let run = || swift(&["run", "--quiet", example]);
        counts = counts.and(readme::example("bindings-swift/README.md", "swift", &source, run));
    }
    Ok(counts)
}

/// The Java of Debian that runs Kotlin's tools and Spark.
const JAVA: &str = "openjdk-17-jdk-headless";

/// Installs Maven and a compiler where they are missing.
pub fn maven_there() -> Outcome {
    if read(Command::new("mvn").arg("--version")).is_none() {
        system_packages(&["maven", JAVA])?;
    }
    Ok(())
}

/// Installs Java where it is missing: `JAVA_HOME` says which one, or it is on the path.
pub fn java_there() -> Outcome {
    let home = std::env::var_os("JAVA_HOME").map(|home| Path::new(&home).join("bin/java"));
    if read(Command::new(home.unwrap_or_else(|| "java".into())).arg("-version")).is_none() {
        system_packages(&[JAVA])?;
    }
    Ok(())
}

/// Puts the library where the Kotlin package takes it from, and answers Maven, to be told what to do.
pub fn kotlin_build() -> Result<Command, String> {
    maven_there()?;
    let folder = root().join("bindings-kotlin");
    let natives = folder.join("natives").join(jna_platform());
    let library = format!(
        "{}ratebook_ffi{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    );
    let built = self::library()?.join(&library);
    std::fs::create_dir_all(&natives)
        .and_then(|()| std::fs::copy(&built, natives.join(&library)))
        .map_err(|error| format!("{}: {error}", natives.display()))?;
    let mut maven = program("mvn");
    maven.args(["--quiet", "--batch-mode", "--no-transfer-progress"]);
    maven.arg(format!("-Dmaven.repo.local={}", cache().join("m2").display()));
    maven.current_dir(folder);
    Ok(maven)
}

/// A platform by JNA's name for it.
fn jna_platform() -> String {
    let system = match std::env::consts::OS {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    };
    let processor = match std::env::consts::ARCH {
        "x86_64" => "x86-64",
        other => other,
    };
    format!("{system}-{processor}")
}

/// Editors show the sources and the pages that lie beside the jar: both are to be there, and to hold what they are of.
fn beside_the_jar() -> Outcome {
    for (kind, file) in [("sources", "com/ratebook/rates/Types.kt"), ("javadoc", "index.html")] {
        let jar = format!("target/ratebook-{}-{kind}.jar", env!("CARGO_PKG_VERSION"));
        let mut list = Command::new("jar");
        list.args(["--list", "--file", &jar])
            .current_dir(root().join("bindings-kotlin"));
        let names = read(&mut list).ok_or_else(|| format!("bindings-kotlin/{jar}: `mvn package` made none"))?;
        if !names.lines().any(|name| name == file) {
            return Err(format!("bindings-kotlin/{jar}: there is no `{file}` in it"));
        }
    }
    Ok(())
}

pub fn kotlin_suite() -> Result<Counts, String> {
    let mut maven = kotlin_build()?;
    let reports = root().join("bindings-kotlin/target/surefire-reports");
    let _ = std::fs::remove_dir_all(&reports);
    let (succeeded, _) = run_and_read(maven.args(["clean", "package"]))?;
    let mut counts = Counts::default();
    for report in std::fs::read_dir(&reports).into_iter().flatten().flatten() {
        let text = std::fs::read_to_string(report.path()).unwrap_or_default();
        let Some((_, suite)) = text.split_once("<testsuite ") else {
            continue;
        };
        let count = |name: &str| -> u64 {
            let value = suite
                .split_once(&format!(" {name}=\""))
                .and_then(|(_, rest)| rest.split_once('"'));
            value.and_then(|(number, _)| number.parse().ok()).unwrap_or(0)
        };
        let (failed, skipped) = (count("failures") + count("errors"), count("skipped"));
        counts.passed += count("tests").saturating_sub(failed + skipped);
        counts.failed += failed;
        counts.skipped += skipped;
        counts.failures.extend(broken(&text));
    }
    if counts.passed == 0 || (!succeeded && counts.failed == 0) {
        return Err("the tests of the Kotlin package were cut off".to_owned());
    }
    if succeeded {
        beside_the_jar()?;
    }
    let errors = printed(kotlin_build()?.args(["test-compile", "-Dtest.sources=src/test/refused"]))?;
    Ok(counts.and(refusals("bindings-kotlin/src/test/refused/Refused.kt", &errors)))
}
