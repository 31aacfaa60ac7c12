//! Files where others are needed: a scanner of viruses that speaks as clamd does, a bucket that speaks as S3 does, and both when they do not.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use ratebook_server::platform::files::{Credentials, Files, Place, Scanner};
use ratebook_server::records::sweep;
use ratebook_server_testing::{Base, Served};
use serde_json::json;

use crate::files::{PDF, lying, send, sent, ticket};

/// How a scanner behaves once it has been asked.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Behaves {
    Answers(&'static [u8]),
    /// Answers before it has everything, and hangs up.
    Early(&'static [u8]),
    /// Hangs up without a word.
    HangsUp,
    Silent,
}

/// A stand-in for clamd: it reads by the letter what `INSTREAM` sends, and keeps it.
pub(crate) struct Clamd {
    pub(crate) place: String,
    behaves: Arc<Mutex<Behaves>>,
    seen: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl Clamd {
    pub(crate) fn start() -> Clamd {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let place = format!("tcp://{}", listener.local_addr().expect("an address"));
        let (behaves, seen) = (Arc::new(Mutex::new(Behaves::Answers(b"stream: OK\0"))), Arc::default());
        let own = Clamd {
            place,
            behaves: Arc::clone(&behaves),
            seen: Arc::clone(&seen),
        };
        thread::spawn(move || {
            for line in listener.incoming() {
                let how = *behaves.lock().expect("nobody failed");
                let (line, seen) = (line.expect("a line"), Arc::clone(&seen));
                thread::spawn(move || serve(line, how, &seen));
            }
        });
        own
    }

    pub(crate) fn behaves(&self, how: Behaves) {
        *self.behaves.lock().expect("nobody failed") = how;
    }
}

fn serve(mut line: TcpStream, how: Behaves, seen: &Mutex<Vec<Vec<u8>>>) {
    let mut word = [0; 10];
    line.read_exact(&mut word).expect("a command");
    assert_eq!(&word, b"zINSTREAM\0");
    if let Behaves::Early(answer) = how {
        let _ = line.write_all(answer);
        return;
    }
    let mut all = Vec::new();
    loop {
        let mut length = [0; 4];
        if line.read_exact(&mut length).is_err() {
            return;
        }
        let length = u32::from_be_bytes(length) as usize;
        if length == 0 {
            break;
        }
        let mut piece = vec![0; length];
        line.read_exact(&mut piece).expect("a piece");
        all.extend(piece);
    }
    seen.lock().expect("nobody failed").push(all);
    match how {
        Behaves::Answers(answer) | Behaves::Early(answer) => line.write_all(answer).expect("an answer"),
        Behaves::HangsUp => {}
        Behaves::Silent => thread::sleep(Duration::from_secs(2)),
    }
}

#[test]
fn what_the_scanner_does_not_let_pass_is_not_kept() {
    let clamd = Clamd::start();
    let mut files = Files::default();
    files.scanner = Scanner::of(&clamd.place);
    files.patience = Duration::from_millis(400);
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::with_files(base, |_| {}, files.clone());
        let owner = served.tenant(&served.operator(), "acme");
        let large: Vec<u8> = (0..200_000_u32).flat_map(u32::to_be_bytes).collect();
        let huge = vec![b'x'; 20_000_000];
        for (how, status, code) in [
            (
                Behaves::Answers(b"stream: Win.Test.EICAR_HDB-1 FOUND\0"),
                422,
                "records.infected",
            ),
            (
                Behaves::Answers(b"INSTREAM size limit exceeded. ERROR\0"),
                413,
                "request.too_large",
            ),
            (
                Behaves::Early(b"INSTREAM size limit exceeded. ERROR\0"),
                413,
                "request.too_large",
            ),
            (Behaves::Early(b"stream: OK\0"), 503, "engine.busy"),
            (Behaves::Answers(b"UNKNOWN COMMAND\0"), 503, "engine.busy"),
            (Behaves::Answers(b"stream: O"), 503, "engine.busy"),
            (Behaves::HangsUp, 503, "engine.busy"),
            (Behaves::Silent, 503, "engine.busy"),
        ] {
            clamd.behaves(how);
            // It cannot have seen what was never taken from the line: of a small file that lies in it, nobody could tell.
            let is_blind = matches!(how, Behaves::Early(b"stream: OK\0"));
            let refused = send(&owner, "/v1/files", if is_blind { &huge } else { &large });
            // A line that is reset takes an answer with it that nobody has read yet.
            let lost = matches!(how, Behaves::Early(_)) && refused.status == 503;
            if !lost {
                refused.clone().fails(status, code);
            }
            if code == "records.infected" {
                assert_eq!(refused.json()["details"]["virus"], "Win.Test.EICAR_HDB-1");
            }
            assert_eq!((served.rows("files").len(), lying(&served.files())), (0, 0), "{how:?}");
        }
        clamd.behaves(Behaves::Answers(b"stream: OK\0"));
        clamd.seen.lock().expect("nobody failed").clear();
        sent(&owner, &large);
        assert_eq!(*clamd.seen.lock().expect("nobody failed"), [large]);
    }
    // Nobody is there any more, and nobody has ever been.
    for place in ["tcp://127.0.0.1:1", "unix:///nowhere/clamd.sock"] {
        files.scanner = Scanner::of(place);
        let served = Served::with_files(Base::Sqlite, |_| {}, files.clone());
        let owner = served.tenant(&served.operator(), "acme");
        send(&owner, "/v1/files", PDF).fails(503, "engine.busy");
        assert_eq!((served.rows("files").len(), lying(&served.files())), (0, 0));
    }
}

#[test]
fn a_place_that_fails_leaves_no_row_and_none_takes_nothing() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start(base);
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let tenant = operator.get("/v1/tenants").is(200).json()["items"][0]["id"].clone();
        // A file stands where the folder of the tenant would be made.
        let stands = served.files().join(tenant.as_str().expect("an id"));
        std::fs::write(&stands, b"").expect("a file");
        let refused = send(&owner, "/v1/files", PDF).fails(503, "engine.busy");
        assert!(
            !refused.text().contains(&*served.files().to_string_lossy()),
            "{}",
            refused.text()
        );
        assert!(served.rows("files").iter().all(|row| row["state"] != "kept"));
        std::fs::remove_file(&stands).expect("gone");
        let id = ticket(&owner, &json!({"attachment": sent(&owner, PDF)}));
        // What was kept and is not there any more is told to who runs it, and to nobody else.
        std::fs::remove_dir_all(served.files().join(tenant.as_str().expect("an id"))).expect("gone");
        owner
            .get(&format!("/v1/tickets/{id}/files/attachment"))
            .fails(500, "engine.defect");
    }
}

/// A store that speaks as S3 does, built of the module proxy's `gofakes3`; it ends with the test.
struct Bucket {
    child: Child,
    address: String,
}

impl Drop for Bucket {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const MODULE: &str = "github.com/johannesboyne/gofakes3/cmd/gofakes3@v1.2.0";

/// The program, built once; nothing where there is no Go.
fn gofakes3() -> Option<PathBuf> {
    let go = Command::new("go").arg("version").stdout(Stdio::null()).status();
    if !go.is_ok_and(|status| status.success()) {
        return None;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gofakes3");
    let program = folder.join("gofakes3");
    if !program.exists() {
        let built = Command::new("go")
            .args(["install", MODULE])
            .env("GOBIN", &folder)
            .output()
            .expect("go");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    }
    Some(program)
}

impl Bucket {
    fn start(program: &Path) -> Bucket {
        let port = TcpListener::bind("127.0.0.1:0")
            .expect("a port")
            .local_addr()
            .expect("an address")
            .port();
        let address = format!("127.0.0.1:{port}");
        let child = Command::new(program)
            .args(["-backend", "memory", "-initialbucket", "files", "-host", &address])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let bucket = Bucket {
            child: child.expect("gofakes3"),
            address,
        };
        for _ in 0..200 {
            if TcpStream::connect(&bucket.address).is_ok() {
                return bucket;
            }
            thread::sleep(Duration::from_millis(25));
        }
        panic!("gofakes3 does not listen");
    }

    fn place(&self) -> Place {
        let text = format!("s3://files/ratebook?endpoint=http://{}&region=eu-west-1", self.address);
        let credentials = Credentials {
            key_id: Some("key".to_owned()),
            secret: Some("secret".to_owned()),
        };
        Place::open(&text, &credentials).expect("a bucket")
    }
}

#[test]
fn files_lie_in_a_bucket_as_they_do_in_a_folder() {
    let Some(program) = gofakes3() else {
        eprintln!("skipped: there is no Go to build a store that speaks as S3 does");
        return;
    };
    for base in [Base::Sqlite, Base::Postgres] {
        let bucket = Bucket::start(&program);
        let mut files = Files::default();
        files.place = Some(bucket.place());
        let served = Served::with_files(base, |_| {}, files);
        let owner = served.tenant(&served.operator(), "acme");
        // More than is sent in one piece.
        let large: Vec<u8> = [
            PDF,
            &(0..6_000_000_u32)
                .flat_map(u32::to_le_bytes)
                .take(21_000_000)
                .collect::<Vec<u8>>(),
        ]
        .concat();
        let id = ticket(&owner, &json!({"attachment": sent(&owner, &large)}));
        let path = format!("/v1/tickets/{id}/files/attachment");
        let part = owner
            .ask("GET", &path, None, &[("range", "bytes=20000000-20000099")])
            .is(206);
        assert_eq!(part.body, large[20_000_000..20_000_100]);
        // As large as it is, it is the same.
        let last = owner.ask("GET", &path, None, &[("range", "bytes=-1000")]).is(206);
        assert_eq!(last.body, large[large.len() - 1_000..]);
        // The same files in a folder: how an installation moves.
        let folder = tempfile::tempdir().expect("a folder");
        let other = Place::open(&folder.path().to_string_lossy(), &Credentials::default()).expect("a folder");
        let copied = served.wait_for(bucket.place().copy_to(&other)).expect("a copy");
        assert_eq!(copied, (1, u64::try_from(large.len()).expect("a length")));
        let mut files = Files::default();
        files.place = Some(other);
        let moved = served.beside_with_files(files);
        let there = owner.clone().elsewhere(moved.url());
        let part = there
            .ask("GET", &path, None, &[("range", "bytes=20000000-20000099")])
            .is(206);
        assert_eq!(part.body, large[20_000_000..20_000_100]);
        // What no record names goes from it.
        owner
            .patch(&format!("/v1/tickets/{id}"), &json!({"attachment": null}))
            .is(200);
        let swept = || served.wait_for(sweep::unnamed_files(served.app())).expect("a sweep");
        assert_eq!(swept(), 0);
        served.pass(2 * 86_400);
        assert_eq!(swept(), 1);
        let empty = tempfile::tempdir().expect("a folder");
        let nothing = Place::open(&empty.path().to_string_lossy(), &Credentials::default()).expect("a folder");
        assert_eq!(
            served.wait_for(bucket.place().copy_to(&nothing)).expect("a copy"),
            (0, 0)
        );
        // A bucket that is gone keeps nothing, and nothing is told to be kept.
        drop(bucket);
        let owner = served.signed_in("owner@acme.example.com").at("acme");
        send(&owner, "/v1/files", PDF).fails(503, "engine.busy");
        assert!(served.rows("files").iter().all(|row| row["state"] != "kept"));
    }
}
