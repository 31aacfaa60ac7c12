//! Files and pictures: sent, named by records, read by whoever may, and gone when nobody names them.

use std::io::{Cursor, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use ratebook_server::platform::files::Files;
use ratebook_server::records::sweep;
use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

pub(crate) const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\nwhat a paper says\nendobj\n%%EOF\n";
const ABSENT: &str = "01890a5d-ac96-774b-bcce-b302099a8057";
const DAY: i64 = 86_400;

/// Photos of tickets are shown to those alone who see what is personal.
fn edited(pack: &mut Value) {
    let entities = pack["entities"].as_array_mut().expect("entities");
    let ticket = entities
        .iter_mut()
        .find(|entity| entity["name"] == "ticket")
        .expect("tickets");
    ticket["masks"] = json!([{"fields": ["/photo"], "unless": "personal:read"}]);
}

fn on_both(test: impl Fn(&Served)) {
    for base in [Base::Sqlite, Base::Postgres] {
        test(&Served::with_files(base, edited, Files::default()));
    }
}

pub(crate) fn send(client: &Client, path: &str, bytes: &[u8]) -> Answer {
    client.send(
        "POST",
        path,
        Some(bytes),
        &[("content-type", "application/octet-stream")],
    )
}

pub(crate) fn sent(client: &Client, bytes: &[u8]) -> String {
    id_of(&send(client, "/v1/files?name=a.bin", bytes).is(201).json())
}

pub(crate) fn id_of(record: &Value) -> String {
    record["id"].as_str().expect("an id").to_owned()
}

/// A photo of so many points whose left half is red.
fn photo(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let colour = |x: u32, _| {
        if x < width / 2 {
            Rgb([250, 10, 10])
        } else {
            Rgb([10, 10, 250])
        }
    };
    let mut bytes = Vec::new();
    let picture = DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, colour));
    picture
        .write_to(&mut Cursor::new(&mut bytes), format)
        .expect("a picture");
    bytes
}

/// The same as a telephone takes it that is held upright: lying, with a note of how it is turned and of where it was.
fn taken_upright() -> Vec<u8> {
    let plain = photo(ImageFormat::Jpeg, 600, 300);
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    exif.extend(b"GPSLatitude 52.52");
    let length = u16::try_from(exif.len() + 2).expect("a length").to_be_bytes();
    let (start, rest) = plain.split_at(2);
    [start, &[0xff, 0xe1], &length, &exif, rest].concat()
}

/// A ticket of somebody's, at which nobody is yet.
pub(crate) fn ticket(owner: &Client, more: &Value) -> String {
    let listed = owner.get("/v1/subscribers").is(200).json();
    let subscriber = listed["items"][0]["id"].as_str().map(str::to_owned).unwrap_or_else(|| {
        let plan = json!({
            "name": "Home", "download_mbps": 100, "upload_mbps": 20, "cycle": "monthly",
            "price": {"amount": "29.90", "currency": "EUR"}, "is_active": true,
        });
        let plan = id_of(&owner.post("/v1/service-plans", &plan).is(201).json());
        let who = json!({"name": "Ana", "phone": "+34600000000", "address": "Calle 1", "service_plan_id": plan});
        id_of(&owner.post("/v1/subscribers", &who).is(201).json())
    });
    let mut ticket = json!({"subscriber_id": subscriber, "subject": "No line", "description": "Since today."});
    ticket
        .as_object_mut()
        .expect("a ticket")
        .extend(more.as_object().expect("fields").clone());
    id_of(&owner.post("/v1/tickets", &ticket).is(201).json())
}

/// How many files lie in the folder of a server, in whatever folder of it.
pub(crate) fn lying(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries
        .map(|entry| entry.expect("an entry").path())
        .map(|path| if path.is_dir() { lying(&path) } else { 1 })
        .sum()
}

/// Whether nothing of a file is left anywhere.
#[track_caller]
fn nothing_is_left(served: &Served) {
    assert_eq!(served.rows("files").len(), 0);
    assert_eq!(lying(&served.files()), 0);
}

#[test]
fn a_file_is_read_by_whoever_may_read_the_field_that_names_it() {
    on_both(|served| {
        let operator = served.operator();
        let (owner, other) = (served.tenant(&operator, "acme"), served.tenant(&operator, "globex"));
        let support = served.member(&owner, "support@example.com", &["support"]);
        let (keeper, technician) = (
            served.member(&owner, "keeper@example.com", &["keeper"]),
            served.member(&owner, "tech@example.com", &["technician"]),
        );
        let (paper, picture) = (sent(&owner, PDF), sent(&owner, &photo(ImageFormat::Png, 30, 20)));
        let id = ticket(&owner, &json!({}));
        let (attachment, photo) = (
            format!("/v1/tickets/{id}/files/attachment"),
            format!("/v1/tickets/{id}/files/photo"),
        );
        // As long as no record names it, nobody reads it, whoever they are.
        let nothing = owner
            .get(&format!("/v1/tickets/{ABSENT}/files/photo"))
            .fails(404, "records.not_found");
        assert_eq!(owner.get(&attachment).without_trace(), nothing.without_trace());
        owner.get(&format!("/v1/files/{paper}")).is(404);
        let changed = json!({"attachment": paper, "photo": picture});
        owner.patch(&format!("/v1/tickets/{id}"), &changed).is(200);
        let read = owner.get(&attachment).is(200);
        assert_eq!(
            (read.body.as_slice(), read.header("content-type")),
            (PDF, Some("application/pdf"))
        );
        assert_eq!(support.get(&attachment).is(200).body, PDF);
        owner.get(&photo).is(200);
        // What is hidden, empty, unknown, or of no such record is answered alike.
        for path in [
            photo.clone(),
            format!("{photo}x"),
            format!("/v1/tickets/{id}/files/subject"),
        ] {
            assert_eq!(support.get(&path).without_trace(), nothing.without_trace(), "{path}");
            assert_eq!(
                support.post(&format!("{path}/link"), &json!({})).without_trace().2,
                nothing.without_trace().2
            );
        }
        keeper.get(&attachment).fails(403, "tenancy.permission_missing");
        assert_eq!(technician.get(&attachment).without_trace(), nothing.without_trace());
        assert_eq!(other.get(&attachment).without_trace(), nothing.without_trace());
        let me = technician.get("/v1/auth/me").is(200).json();
        owner
            .patch(&format!("/v1/tickets/{id}"), &json!({"assignee": me["account"]["id"]}))
            .is(200);
        assert_eq!(technician.get(&attachment).is(200).body, PDF);
        served.anybody().get(&attachment).is(401);
    });
}

#[test]
fn nobody_names_what_somebody_else_has_sent_and_of_another_type() {
    on_both(|served| {
        let operator = served.operator();
        let (owner, other) = (served.tenant(&operator, "acme"), served.tenant(&operator, "globex"));
        let support = served.member(&owner, "support@example.com", &["support"]);
        let (own, foreign) = (sent(&support, PDF), sent(&other, PDF));
        let id = ticket(&owner, &json!({}));
        let path = format!("/v1/tickets/{id}");
        let told = |client: &Client, file: &str| {
            let refused = client
                .patch(&path, &json!({"attachment": file}))
                .fails(422, "records.link");
            assert_eq!(refused.json()["path"], "/attachment");
            refused.without_trace().2.replace(file, "…")
        };
        // A file of another tenant, of a colleague, and of nobody: in the same words.
        let absent = told(&owner, ABSENT);
        assert_eq!(told(&owner, &foreign), absent);
        assert_eq!(told(&owner, &own), absent);
        support.patch(&path, &json!({"attachment": own})).is(200);
        owner.get(&format!("{path}/files/attachment")).is(200);
        // What stays as it is is named by nobody anew.
        owner
            .patch(&path, &json!({"attachment": own, "subject": "Still no line"}))
            .is(200);
        let picture = sent(&owner, &photo(ImageFormat::Png, 3, 2));
        let wrong = owner
            .patch(&path, &json!({"attachment": picture}))
            .fails(422, "request.type");
        assert!(
            wrong
                .text()
                .contains("takes `application/pdf`, and the file is `image/png`"),
            "{}",
            wrong.text()
        );
        let page = sent(&owner, b"<html><script>alert(1)</script></html>");
        let faults = owner
            .patch(&path, &json!({"attachment": page, "photo": page}))
            .is(422)
            .json();
        assert_eq!(faults["errors"].as_array().expect("faults").len(), 2);
        let gif = sent(&owner, &photo(ImageFormat::Gif, 3, 2));
        owner.patch(&path, &json!({"photo": gif})).fails(422, "request.type");
    });
}

#[test]
fn nothing_that_is_sent_is_carried_out_and_no_name_leads_anywhere() {
    on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let script = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        for (name, bytes, kind) in [
            ("..%2F..%2Fetc%2Fpasswd", &b"root:x:0:0"[..], "text/plain"),
            ("a.png", script, "image/svg+xml"),
            ("a.pdf", b"<!doctype html><script>alert(1)</script>", "text/html"),
            (
                "a.jpg",
                b"MZ\x90\0\x03\0\0\0",
                "application/vnd.microsoft.portable-executable",
            ),
        ] {
            let made = send(&owner, &format!("/v1/files?name={name}"), bytes).is(201).json();
            assert_eq!(made["type"], kind, "{name}");
            assert!(!made["name"].as_str().expect("a name").contains('/'));
        }
        // Every name in the store is made of ids.
        let folders = std::fs::read_dir(served.files()).expect("a folder");
        for folder in folders.map(|folder| folder.expect("a folder").path()) {
            assert_eq!(folder.file_name().expect("a name").len(), 36);
            let names = std::fs::read_dir(folder).expect("files");
            assert!(
                names
                    .into_iter()
                    .all(|file| file.expect("a file").file_name().len() == 36)
            );
        }
        let named = [
            (
                "content-disposition",
                "attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf",
            ),
            ("content-type", "image/png"),
        ];
        let paper = owner.send("POST", "/v1/files", Some(PDF), &named).is(201).json();
        assert_eq!(
            (&paper["name"], &paper["type"]),
            (&json!("Größe.pdf"), &json!("application/pdf"))
        );
        let id = ticket(&owner, &json!({"attachment": paper["id"]}));
        let read = owner.get(&format!("/v1/tickets/{id}/files/attachment")).is(200);
        let shown = "attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf";
        assert_eq!(read.header("content-disposition"), Some(shown));
        assert_eq!(read.header("x-content-type-options"), Some("nosniff"));
        assert!(
            read.header("content-security-policy")
                .is_some_and(|policy| policy.contains("sandbox"))
        );
    });
}

#[test]
fn a_part_is_answered_and_what_is_known_is_not_sent_again() {
    on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let id = ticket(&owner, &json!({"attachment": sent(&owner, PDF)}));
        let path = format!("/v1/tickets/{id}/files/attachment");
        let ask = |headers: &[(&str, &str)]| owner.ask("GET", &path, None, headers);
        let whole = ask(&[("accept-encoding", "gzip, br, zstd")]).is(200);
        assert_eq!(whole.header("content-encoding"), None);
        let tag = whole.header("etag").expect("a tag").to_owned();
        let part = ask(&[("range", "bytes=1-3")]).is(206);
        assert_eq!(part.body, b"PDF");
        let range = format!("bytes 1-3/{}", PDF.len());
        assert_eq!(part.header("content-range"), Some(range.as_str()));
        assert_eq!(ask(&[("range", "bytes=-6")]).is(206).body, b"%%EOF\n");
        let beyond = ask(&[("range", "bytes=9999-")]).is(416);
        let range = format!("bytes */{}", PDF.len());
        assert_eq!(beyond.header("content-range"), Some(range.as_str()));
        assert_eq!(ask(&[("if-none-match", &tag)]).is(304).body, b"");
        assert_eq!(ask(&[("range", "bytes=0-0"), ("if-range", &tag)]).is(206).body, b"%");
        assert_eq!(
            ask(&[("range", "bytes=0-0"), ("if-range", "\"old\"")]).is(200).body,
            PDF
        );
        let head = owner.ask("HEAD", &path, None, &[]).is(200);
        let length = PDF.len().to_string();
        assert_eq!(head.header("content-length"), Some(length.as_str()));
    });
}

#[test]
fn a_picture_stands_upright_tells_nothing_of_its_place_and_is_there_in_sizes() {
    on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let taken = taken_upright();
        assert!(taken.windows(3).any(|own| own == b"GPS"));
        let made = send(&owner, "/v1/files?name=line.jpg", &taken).is(201).json();
        assert_eq!((&made["width"], &made["height"]), (&json!(300), &json!(600)));
        let id = ticket(&owner, &json!({"photo": made["id"]}));
        let path = format!("/v1/tickets/{id}/files/photo");
        let mut tags = std::collections::BTreeSet::new();
        for (size, expected) in [
            ("", (300, 600)),
            ("?size=medium", (300, 600)),
            ("?size=thumb", (100, 200)),
        ] {
            let read = owner.get(&format!("{path}{size}")).is(200);
            assert!(!read.body.windows(3).any(|own| own == b"GPS"));
            assert_eq!(read.header("content-type"), Some("image/jpeg"));
            assert!(
                read.header("content-disposition")
                    .is_some_and(|way| way.starts_with("inline"))
            );
            let picture = image::load_from_memory(&read.body).expect("a picture").to_rgb8();
            assert_eq!(picture.dimensions(), expected, "{size}");
            // A quarter to the right: what was at the left is above.
            assert!(picture.get_pixel(50, 20)[0] > 200 && picture.get_pixel(50, expected.1 - 20)[2] > 200);
            tags.insert(read.header("etag").expect("a tag").to_owned());
        }
        assert_eq!(tags.len(), 3);
        owner.get(&format!("{path}?size=huge")).fails(422, "request.range");
        let paper = ticket(&owner, &json!({"attachment": sent(&owner, PDF)}));
        let sized = owner.get(&format!("/v1/tickets/{paper}/files/attachment?size=thumb"));
        sized.fails(422, "request.range");
        // What says that it is a picture, and is none, or none that fits into memory.
        send(&owner, "/v1/files", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR").fails(422, "request.type");
        let small = photo(ImageFormat::Png, 4, 4);
        let mut cut = small.clone();
        cut.truncate(50);
        send(&owner, "/v1/files", &cut).fails(422, "request.type");
    });
}

#[test]
fn what_is_too_large_too_slow_or_breaks_off_leaves_nothing() {
    let mut files = Files::default();
    (files.limit, files.patience) = (100_000, Duration::from_millis(300));
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::with_files(base, edited, files.clone());
        let owner = served.tenant(&served.operator(), "acme");
        let refused = send(&owner, "/v1/files", &vec![b'x'; 100_001])
            .fails(413, "request.too_large")
            .json();
        assert_eq!(refused["details"]["limit"], 100_000);
        send(&owner, "/v1/files", b"").fails(422, "request.missing");
        nothing_is_left(&served);
        for (length, sends_on) in [(50_000, true), (50_000, false)] {
            let mut line = raw(&served, &owner, length);
            line.write_all(&[b'x'; 1_000]).expect("some bytes");
            if sends_on {
                let mut told = String::new();
                line.read_to_string(&mut told).expect("an answer");
                assert!(told.starts_with("HTTP/1.1 408"), "{told}");
            }
            drop(line);
            std::thread::sleep(Duration::from_millis(100));
            nothing_is_left(&served);
        }
        // A body of a hundred megabytes is not taken to its end.
        let mut line = raw(&served, &owner, 100_000_000);
        let piece = vec![b'x'; 1_000_000];
        let all = (0..100).all(|_| line.write_all(&piece).is_ok());
        assert!(!all, "everything was read");
        nothing_is_left(&served);
        sent(&owner, &vec![b'x'; 100_000]);
    }
}

/// A line on which a file of that length has begun.
fn raw(served: &Served, client: &Client, length: usize) -> TcpStream {
    let place = served.url().strip_prefix("http://").expect("an address");
    let mut line = TcpStream::connect(place).expect("a line");
    line.set_read_timeout(Some(Duration::from_secs(20)))
        .expect("a patience");
    let (token, tenant) = (client.token.as_deref(), client.tenant.as_deref());
    let head = format!(
        "POST /v1/files HTTP/1.1\r\nhost: {place}\r\nauthorization: Bearer {}\r\nx-tenant-id: {}\r\ncontent-length: {length}\r\n\
         connection: close\r\n\r\n",
        token.expect("a token"),
        tenant.expect("a tenant"),
    );
    line.write_all(head.as_bytes()).expect("a head");
    line
}

#[test]
fn what_no_record_names_goes_after_a_day_and_what_one_names_stays() {
    on_both(|served| {
        let operator = served.operator();
        let mut owner = served.tenant(&operator, "acme");
        let (named, unnamed, twice) = (sent(&owner, PDF), sent(&owner, PDF), sent(&owner, PDF));
        let first = ticket(&owner, &json!({"attachment": named}));
        let tickets = [
            ticket(&owner, &json!({"attachment": twice})),
            ticket(&owner, &json!({"attachment": twice})),
        ];
        let swept = || served.wait_for(sweep::unnamed_files(served.app())).expect("a sweep");
        let ids = |served: &Served| -> Vec<String> {
            let mut ids: Vec<String> = served
                .rows("files")
                .iter()
                .map(|row| row["id"].as_str().expect("an id").to_owned())
                .collect();
            ids.sort();
            ids
        };
        assert_eq!(swept(), 0);
        // A server that was ended in the midst of it has left this.
        let folder = std::fs::read_dir(served.files())
            .expect("a folder")
            .next()
            .expect("a tenant");
        let begun = folder.expect("a folder").path().join(format!("{unnamed}#1"));
        std::fs::write(&begun, b"%PDF").expect("a file");
        served.pass(2 * DAY);
        assert_eq!((swept(), swept()), (1, 0));
        assert!(!ids(served).contains(&unnamed.replace('-', "")));
        assert_eq!(lying(&served.files()), 2);
        owner = served.signed_in("owner@acme.example.com").at("acme");
        // One that is gone is as one that was never there.
        owner
            .patch(&format!("/v1/tickets/{first}"), &json!({"attachment": unnamed}))
            .fails(422, "records.link");
        owner
            .patch(&format!("/v1/tickets/{first}"), &json!({"attachment": null}))
            .is(200);
        owner
            .patch(&format!("/v1/tickets/{}", tickets[0]), &json!({"attachment": null}))
            .is(200);
        // Deleted softly: it may come back, and its file with it.
        owner.delete(&format!("/v1/tickets/{}", tickets[1])).is(204);
        assert_eq!(swept(), 0, "it is seen, and has its day");
        served.pass(2 * DAY);
        assert_eq!(swept(), 1);
        owner = served.signed_in("owner@acme.example.com").at("acme");
        owner
            .post(&format!("/v1/tickets/{}/restore", tickets[1]), &json!({}))
            .is(200);
        assert_eq!(
            owner
                .get(&format!("/v1/tickets/{}/files/attachment", tickets[1]))
                .is(200)
                .body,
            PDF
        );
        assert_eq!((ids(served), lying(&served.files())), (vec![twice.replace('-', "")], 1));
    });
}

#[test]
fn an_address_is_good_for_a_while_and_as_long_as_a_record_names_the_file() {
    on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let id = ticket(&owner, &json!({"attachment": sent(&owner, PDF)}));
        let path = format!("/v1/tickets/{id}/files/attachment/link");
        let made = |seconds: i64| {
            let made = owner.post(&path, &json!({"seconds": seconds})).is(201).json();
            made["url"].as_str().expect("an address").to_owned()
        };
        let (hour, week) = (made(3_600), made(604_800));
        for wrong in [
            json!({"seconds": 0}),
            json!({"seconds": 604_801}),
            json!({"seconds": "1"}),
        ] {
            owner.post(&path, &wrong).fails(422, "request.range");
        }
        let anybody = served.anybody();
        let read = anybody.get(&hour).is(200);
        assert_eq!(
            (read.body.as_slice(), read.header("cross-origin-resource-policy")),
            (PDF, Some("cross-origin"))
        );
        let nothing = anybody.get("/v1/files/AAAA").is(404).without_trace();
        let mut forged = hour.clone().into_bytes();
        let last = forged.len() - 30;
        forged[last] = if forged[last] == b'A' { b'B' } else { b'A' };
        let forged = String::from_utf8(forged).expect("text");
        assert_eq!(anybody.get(&forged).without_trace(), nothing);
        served.pass(3_700);
        assert_eq!(anybody.get(&hour).without_trace(), nothing);
        anybody.get(&week).is(200);
        // A tenant that is closed shows nothing to anybody.
        let acme = id_of(&operator_of(served).get("/v1/tenants").is(200).json()["items"][0]);
        let state = |state: &str| {
            operator_of(served)
                .patch(&format!("/v1/tenants/{acme}"), &json!({"state": state}))
                .is(200)
        };
        state("deleting");
        assert_eq!(anybody.get(&week).without_trace(), nothing);
        state("active");
        anybody.get(&week).is(200);
        let owner = served.signed_in("owner@acme.example.com").at("acme");
        // While the record is deleted its file is read nowhere, though it is kept; it is once the record is back.
        let own = format!("/v1/tickets/{id}");
        owner.delete(&own).is(204);
        owner.get(&format!("{own}/files/attachment")).is(404);
        assert_eq!(anybody.get(&week).without_trace(), nothing);
        owner.post(&format!("{own}/restore"), &json!({})).is(200);
        anybody.get(&week).is(200);
        // It was made for what this record names, and neither for another file nor for another record.
        let file = owner.get(&own).is(200).json()["attachment"].clone();
        let other = ticket(&owner, &json!({"attachment": file}));
        owner.patch(&own, &json!({"attachment": sent(&owner, PDF)})).is(200);
        assert_eq!(anybody.get(&week).without_trace(), nothing);
        owner.patch(&own, &json!({"attachment": file})).is(200);
        anybody.get(&week).is(200);
        owner.patch(&own, &json!({"attachment": null})).is(200);
        assert_eq!(anybody.get(&week).without_trace(), nothing);
        owner.get(&format!("/v1/tickets/{other}/files/attachment")).is(200);
    });
}

fn operator_of(served: &Served) -> Client {
    served.signed_in("operator@example.com")
}

#[test]
fn files_of_a_tenant_have_bounds_and_go_with_it() {
    let mut files = Files::default();
    files.per_tenant = 250_000;
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::with_files(base, edited, files.clone());
        let operator = served.operator();
        let (owner, other) = (served.tenant(&operator, "acme"), served.tenant(&operator, "globex"));
        let (large, kept) = (vec![b'x'; 100_000], sent(&other, PDF));
        let id = ticket(&other, &json!({"attachment": kept}));
        sent(&owner, &large);
        sent(&owner, &large);
        let full = send(&owner, "/v1/files", &large).fails(422, "tenancy.quota").json();
        assert_eq!(full["details"]["limit"], 250_000);
        assert_eq!((served.rows("files").len(), lying(&served.files())), (3, 3));
        let listed = operator.get("/v1/tenants").is(200).json();
        let tenants = listed["items"].as_array().expect("tenants");
        let acme = tenants.iter().find(|tenant| tenant["slug"] == "acme").expect("acme");
        operator
            .patch(&format!("/v1/tenants/{}", id_of(acme)), &json!({"state": "deleting"}))
            .is(200);
        served.pass(91 * DAY);
        while served
            .wait_for(sweep::deleted_tenants(served.app(), (500, 100)))
            .expect("a sweep")
            > 0
        {}
        assert_eq!((served.rows("files").len(), lying(&served.files())), (1, 1));
        let other = served.signed_in("owner@globex.example.com").at("globex");
        assert_eq!(
            other.get(&format!("/v1/tickets/{id}/files/attachment")).is(200).body,
            PDF
        );
    }
}

#[test]
fn a_file_that_a_tenants_own_field_names_is_read_kept_and_swept_as_others_are() {
    on_both(|served| {
        let operator = served.operator();
        let mut owner = served.tenant(&operator, "acme");
        for (name, field) in [
            ("custom_paper", json!({"kind": "file", "types": ["application/pdf"]})),
            ("custom_view", json!({"kind": "picture"})),
        ] {
            let body = json!({"entity": "vehicle", "name": name, "field": field});
            owner.post("/v1/custom-fields", &body).is(201);
        }
        let (paper, spare) = (sent(&owner, PDF), sent(&owner, PDF));
        let vehicle = json!({"plate": "A 1", "model": "Van", "seats": 3, "custom_paper": paper});
        let made = owner.post("/v1/vehicles", &vehicle).is(201).json();
        let path = format!("/v1/vehicles/{}", id_of(&made));
        assert_eq!(made["custom_paper"], json!(paper));
        let file = format!("{path}/files/custom_paper");
        assert_eq!(owner.get(&file).is(200).body, PDF);
        // It is of the type that its field takes, and whoever names it has sent it.
        owner
            .patch(&path, &json!({"custom_view": spare}))
            .fails(422, "request.type");
        let other = served.tenant(&operator, "other");
        let theirs = sent(&other, PDF);
        owner
            .patch(&path, &json!({"custom_paper": theirs}))
            .fails(422, "records.link");
        other.get(&file).is(404);
        let swept = || served.wait_for(sweep::unnamed_files(served.app())).expect("a sweep");
        assert_eq!(swept(), 0);
        served.pass(2 * DAY);
        // The spare one and the other tenant's go, which nothing names.
        assert_eq!(swept(), 2);
        owner = served.signed_in("owner@acme.example.com").at("acme");
        assert_eq!(owner.get(&file).is(200).body, PDF);
        // With the field goes what it named.
        owner.delete("/v1/custom-fields/vehicle/custom_paper").is(204);
        owner.get(&file).is(404);
        assert_eq!(
            served.wait_for(sweep::removed_fields(served.app())).expect("a sweep"),
            1
        );
        assert_eq!(swept(), 0, "it is seen, and has its day");
        served.pass(2 * DAY);
        assert_eq!(swept(), 1);
        nothing_is_left(served);
    });
}
