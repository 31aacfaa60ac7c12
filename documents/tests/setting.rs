//! Setting documents: what templates see, what they are refused, and what is told of them.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratebook::money::Locale;
use ratebook::time::Zone;
use ratebook_documents::{Fault, Fonts, Job, Press};
use serde_json::{Value, json};

fn brand() -> Value {
    json!({"name": "Acme Travel", "address": ["Calle 1", "28001 Madrid"], "colour": {"fill": "#1f3a5f", "text": "#ffffff"}, "logo": null})
}

/// A document of one template.
fn job(text: &str, record: Value) -> Job {
    Job {
        template: "/en/documents/own.typ".to_owned(),
        sources: BTreeMap::from([("/en/documents/own.typ".to_owned(), text.to_owned())]),
        files: BTreeMap::new(),
        given: json!({"record": record, "brand": brand()}),
        title: "A document".to_owned(),
        language: "en".to_owned(),
        locale: Locale::EnUs,
        zone: "Europe/Madrid".parse::<Zone>().expect("a zone"),
        paper: "a4".to_owned(),
        made_at: "2026-11-29T09:30:00Z".parse().expect("a moment"),
    }
}

fn press() -> Press {
    Press::new(Fonts::of_engine())
}

#[track_caller]
fn faults(text: &str, record: Value) -> Vec<Fault> {
    press()
        .pdf(&job(text, record))
        .map(|(_, pages)| pages)
        .expect_err("a fault")
}

#[track_caller]
fn pdf(job: &Job) -> Vec<u8> {
    match press().pdf(job) {
        Ok((pdf, _)) => pdf,
        Err(faults) => panic!("{faults:#?}"),
    }
}

/// What a PDF says of itself, where it says it without compression.
fn says(pdf: &[u8], words: &str) -> bool {
    pdf.windows(words.len()).any(|part| part == words.as_bytes())
}

const PLAIN: &str = "#import \"/ratebook.typ\": *\n#show: sheet\n#title()\nFor #record.name.\n";

#[test]
fn a_document_is_tagged_has_a_title_and_a_language_and_is_the_same_each_time() {
    let mut german = job(PLAIN, json!({"name": "Ana"}));
    german.language = "de".to_owned();
    let one = pdf(&german);
    assert!(one.starts_with(b"%PDF-1.7"), "{:?}", one.get(..8));
    for words in [
        "/MarkInfo",
        "/StructTreeRoot",
        "/Lang(de)",
        "pdfuaid",
        "A document",
        "Acme Travel",
    ] {
        assert!(says(&one, words), "{words}");
    }
    // By a press that has set others, too.
    let mut worn = press();
    worn.pdf(&job(PLAIN, json!({"name": "Tom"}))).expect("another");
    assert_eq!(worn.pdf(&german).expect("the same").0, one);
    german.made_at = "2027-01-01T00:00:00Z".parse().expect("a moment");
    assert_ne!(pdf(&german), one);
}

#[test]
fn what_a_record_says_is_text_whatever_stands_in_it() {
    let hostile = "#panic() *bold* $x$ \\ [ ] <label> @ref // = #read(\"/etc/passwd\")";
    let checked = "#import \"/ratebook.typ\": *\n#assert.eq(record.name.len(), record.length)\n#record.name\n";
    let record = json!({"name": hostile, "length": hostile.len()});
    pdf(&job(checked, record.clone()));
    // Nothing is there that makes code of it, or formulas, or that carries it out.
    for eager in [
        "eval(record.name)",
        "bibliography(bytes(record.name))",
        "cite(<label>)",
        "plugin(bytes(record.name))",
    ] {
        for from in ["", "std."] {
            let text = format!("#import \"/ratebook.typ\": *\n#{from}{eager}\n");
            let told = faults(&text, record.clone());
            let first = told.first().expect("a fault");
            assert_eq!(first.line, Some(2), "{text}: {first:?}");
            assert!(first.message.contains("found none"), "{text}: {first:?}");
        }
    }
}

#[test]
fn a_template_sees_nothing_but_what_it_is_given() {
    for (text, told) in [
        ("#read(\"/etc/passwd\")", "there is no file `/etc/passwd`"),
        ("#read(\"../../../etc/passwd\")", ""),
        ("#image(\"/etc/logo.png\")", "there is no file `/etc/logo.png`"),
        ("#import \"@preview/cetz:0.3.0\"", "packages are not fetched"),
        ("#import \"other.typ\"", "there is no file `/en/documents/other.typ`"),
        ("#datetime.today()", ""),
    ] {
        let found = faults(text, json!({}));
        let first = found.first().expect("a fault");
        assert!(first.message.contains(told), "{text}: {first:?}");
        assert_eq!(
            first.file.as_deref(),
            Some("/en/documents/own.typ"),
            "{text}: {first:?}"
        );
        assert_eq!(first.line, Some(1), "{text}: {first:?}");
    }
}

#[test]
fn faults_are_told_with_line_and_column() {
    let found = faults(
        "#import \"/ratebook.typ\": *\n\nFor #record.nam",
        json!({"name": "Ana"}),
    );
    let first = found.first().expect("a fault");
    assert_eq!((first.line, first.column), (Some(3), Some(13)), "{first:?}");
    assert!(first.message.contains("nam"), "{first:?}");
    let broken = faults("#let x = (", json!({}));
    assert_eq!(broken.first().and_then(|fault| fault.line), Some(1), "{broken:?}");
    // What is quoted of a record is not quoted without an end.
    let long = faults(
        "#import \"/ratebook.typ\": *\n#panic(record.name)",
        json!({"name": "ä".repeat(9_000)}),
    );
    let message = &long.first().expect("a fault").message;
    assert!(message.contains("ää") && message.chars().count() <= 501, "{message}");
    // No pack takes the place of what is the engine's.
    let mut shadowed = job(PLAIN, json!({"name": "Ana"}));
    shadowed
        .sources
        .insert("/ratebook.typ".to_owned(), "#panic()".to_owned());
    shadowed
        .sources
        .insert("/document.typ".to_owned(), "#panic()".to_owned());
    pdf(&shadowed);
}

#[test]
fn what_no_font_can_show_is_told_and_not_left_to_boxes() {
    for (name, told) in [("王小明", "王"), ("안녕", "안"), ("👍", "👍")] {
        let found = faults(PLAIN, json!({"name": name}));
        let first = found.first().expect("a fault");
        assert!(
            first.message.contains("could not be displayed") && first.message.contains(told),
            "{first:?}"
        );
        assert!(
            first.hints.iter().any(|hint| hint.contains("document_fonts")),
            "{first:?}"
        );
    }
    // Latin with all its marks, Greek, Cyrillic, and what money is written with.
    pdf(&job(
        PLAIN,
        json!({"name": "Łukasz Nuñez Çağlar Ødegård – Ελένη – Дмитрий – € £ ¥ ₹ ₽ ™ ½"}),
    ));
}

#[test]
fn pictures_need_words_and_are_what_they_say() {
    let dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let mut drawn = job("#image(\"/brand/logo.png\")", json!({}));
    drawn.files.insert("/brand/logo.png".to_owned(), dot.to_owned());
    let found = press()
        .pdf(&drawn)
        .expect_err("a picture that says nothing to who does not see it");
    assert!(
        found.iter().any(|fault| fault.message.contains("missing alt text")),
        "{found:?}"
    );
    let mut branded = job(PLAIN, json!({"name": "Ana"}));
    branded.files = drawn.files;
    let place = branded.given.pointer_mut("/brand/logo").expect("a logo");
    *place = "/brand/logo.png".into();
    assert!(says(&pdf(&branded), "/Subtype/Image"));
    branded
        .files
        .insert("/brand/logo.png".to_owned(), STANDARD.encode("no picture"));
    let found = press().pdf(&branded).expect_err("no picture");
    assert!(found.iter().any(|fault| fault.message.contains("decode")), "{found:?}");
}

#[test]
fn figures_are_exact_and_in_the_language() {
    let text = "#import \"/ratebook.typ\": *\n#assert.eq((money(record.price), number(record.many), day(record.on), moment(record.at), money(none), \
                money(record.hidden), day(record.hidden.amount)), record.told)\n";
    let of = |language: &str, locale, told: Value| {
        let record = json!({
            "price": {"amount": "12345678901234567.89", "currency": "INR"}, "many": "-1234567.050", "on": "2026-11-29",
            "at": "2026-11-29T23:30:00Z", "hidden": {"amount": "********", "currency": "EUR"}, "told": told,
        });
        let mut own = job(text, record);
        (own.language, own.locale) = (language.to_owned(), locale);
        pdf(&own);
    };
    let stars = "********";
    of(
        "en",
        Locale::EnUs,
        json!([
            "₹12,345,678,901,234,567.89",
            "-1,234,567.050",
            "November 29, 2026",
            "Nov 30, 2026, 12:30\u{202f}AM",
            "",
            stars,
            stars
        ]),
    );
    of(
        "en-IN",
        Locale::EnIn,
        json!([
            "₹12,34,56,78,90,12,34,567.89",
            "-12,34,567.050",
            "29 November 2026",
            "30 Nov 2026, 12:30\u{202f}AM",
            "",
            stars,
            stars
        ]),
    );
    of(
        "de",
        Locale::De,
        json!([
            "12.345.678.901.234.567,89\u{a0}₹",
            "-1.234.567,050",
            "29. November 2026",
            "30.11.2026, 00:30",
            "",
            stars,
            stars
        ]),
    );
    let wrong = faults("#import \"/ratebook.typ\": *\n#day(\"tomorrow\")", json!({}));
    assert!(
        wrong
            .iter()
            .any(|fault| fault.message.contains("`tomorrow` is not a day") && fault.line == Some(2)),
        "{wrong:?}"
    );
    let wrong = faults("#money((amount: 1.5, currency: \"EUR\"))", json!({}));
    assert!(
        wrong.iter().any(|fault| fault.message.contains("not float")),
        "{wrong:?}"
    );
}
