//! Files: what is written reads back, what is wrong is told by row and column.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use ratebook::rates::files::{self, Encoding, FileFormat, FileStyle, ImportRequest, OnFault};
use ratebook::rates::{RateList, RateListDefinition, RateLists};
use serde_json::json;

fn lists() -> RateLists {
    RateLists::load(json!({"lists": [
        {
            "code": "RL-1", "name": "=cmd|' /C calc'!A0", "currency": "EUR", "unit": "night", "tags": ["sea", "family"],
            "valid": {"first": "2026-01-01", "last": "2026-12-31"}, "custom_fields": {"floor": 3, "view": ["sea"]},
            "prices": {"by_adults": {"1": "95", "2": "120.50"}, "child": "40"},
            "age_bands": [
                {"name": "infant", "min_age": 0, "max_age": 1, "price": "free"},
                {"name": "child", "min_age": 2, "max_age": 11, "price": {"percent": {"percent": "50", "of": "child"}}}
            ],
            "seasons": [
                {"name": "low, \"quiet\"", "days": [{"first": "2026-01-01", "last": "2026-02-28"}], "price": {"multiply": "0.85"}},
                {"name": "peaks", "days": [{"first": "2026-07-01", "last": "2026-08-31"}, {"first": "2026-12-20", "last": "2026-12-31"}], "price": {"percent": "25"}}
            ],
            "supplements": [{"code": "weekend", "name": "@weekend", "weekdays": ["fri", "sat"], "per": "night", "price": {"amount": "-15"}}],
            "discounts": [{"name": "long", "rule": {"length_of_stay": {"tiers": [{"at_least": 7, "off": {"percent": "5"}}]}}}],
            "taxes": [{"name": "VAT", "rate": {"percent": "10"}, "inclusive": true}],
            "blackouts": [{"days": {"first": "2026-05-01", "last": "2026-05-02"}, "reason": "Fête\nnationale"}],
            "restrictions": [{"weekdays": ["sat"], "min_stay": 2, "closed_to_departure": true}]
        },
        {
            "code": "ST-1", "version": 2, "status": "draft", "name": "Studio", "currency": "EUR", "unit": "hour", "zone": "Europe/Berlin",
            "valid": {"first": "2026-01-01", "last": "2026-12-31"}, "service_type": "room_hire",
            "hours": {"windows": [{"name": "day", "opens": "08:00", "closes": "18:00", "price": "40"}]}
        }
    ]}))
    .unwrap()
}

fn written(style: &FileStyle) -> Vec<u8> {
    let lists = lists();
    let definitions: Vec<&RateListDefinition> = lists.lists().iter().map(RateList::definition).collect();
    files::export_bytes(&definitions, style).unwrap().0
}

#[test]
fn what_is_written_reads_back() {
    let styles = [
        FileStyle::default(),
        FileStyle {
            delimiter: ";".into(),
            decimal_comma: true,
            ..FileStyle::default()
        },
        FileStyle {
            encoding: Encoding::Windows1252,
            ..FileStyle::default()
        },
        FileStyle {
            encoding: Encoding::Utf16,
            ..FileStyle::default()
        },
        FileStyle {
            format: FileFormat::Xlsx,
            ..FileStyle::default()
        },
    ];
    let lists = lists();
    let own: Vec<_> = lists.lists().iter().map(|list| list.definition().clone()).collect();
    for style in styles {
        let imported = files::import_bytes(&written(&style), &style, OnFault::ImportNothing).unwrap();
        assert_eq!(imported.faults, [], "{style:?}");
        assert_eq!(imported.lists, own, "{style:?}");
    }
}

#[test]
fn no_cell_begins_a_formula() {
    let text = String::from_utf8(written(&FileStyle::default())).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(text.as_bytes());
    for record in reader.records() {
        for cell in &record.unwrap() {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
}

#[test]
fn faults_are_told_by_row_and_column() {
    let text = "list,part,name,currency,unit,first,last,base,multiply,more\n\
                A,list,Room,EUR,night,2026-01-01,2026-12-31,,,\n\
                A,prices,,,,,,1oo,,\n\
                B,list,Suite,EUR,night,2026-01-01,2026-12-31,,,\n\
                B,prices,,,,,,200,,\n\
                B,season,peak,,,2027-01-01,2027-01-02,,1.2,\n\
                C,list,Loft,EUR,night,2026-01-01,2026-12-31,,,\n\
                C,prices,,,,,,300,,\n\
                C,colour,,,,,,,,\n\
                D,list,Barn,EUR,night,2026-01-01,2026-12-31,,,\n\
                D,prices,,,,,,90,,\n";
    let request = |on_fault| ImportRequest {
        text: Some(text.into()),
        content_base64: None,
        style: FileStyle::default(),
        on_fault,
    };
    let imported = files::import(request(OnFault::SkipBad)).unwrap();
    let faults: Vec<_> = imported
        .faults
        .iter()
        .map(|fault| (fault.row, fault.column.as_str(), fault.code.as_str()))
        .collect();
    let expected = [
        (3, "base", "definition.type"),
        (6, "first", "definition.range"),
        (9, "part", "rates.import"),
    ];
    assert_eq!(faults, expected);
    let names: Vec<_> = imported.lists.iter().map(|list| list.name.as_str()).collect();
    assert_eq!(names, ["Barn"]);
    assert_eq!(files::import(request(OnFault::ImportNothing)).unwrap().lists, []);
    assert_eq!(
        files::import_bytes(b"list,price\n", &FileStyle::default(), OnFault::SkipBad)
            .unwrap_err()
            .code()
            .as_str(),
        "rates.import"
    );
    let broken = files::import_bytes(
        b"PK\x03\x04rubbish",
        &FileStyle {
            format: FileFormat::Xlsx,
            ..Default::default()
        },
        OnFault::SkipBad,
    );
    assert_eq!(broken.unwrap_err().code().as_str(), "rates.import");
}
