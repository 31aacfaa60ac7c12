//! Files: what is written reads back, what is wrong is told by row and column.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::io::{Cursor, Write as _};

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
            "code": "ST-1", "version": 2, "status": "draft", "name": "Studio _x0041_ & <b>", "currency": "EUR", "unit": "hour", "zone": "Europe/Berlin",
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
        FileStyle::default().with_delimiter(";").with_decimal_comma(true),
        FileStyle::default().with_encoding(Encoding::Windows1252),
        FileStyle::default().with_encoding(Encoding::Utf16),
        FileStyle::default().with_format(FileFormat::Xlsx),
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
    let request = |on_fault| {
        ImportRequest::default()
            .with_text(text)
            .with_style(FileStyle::default())
            .with_on_fault(on_fault)
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
        &FileStyle::default().with_format(FileFormat::Xlsx),
        OnFault::SkipBad,
    );
    assert_eq!(broken.unwrap_err().code().as_str(), "rates.import");
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

const WORKBOOK: &str = r#"<workbook xmlns:r="urn:r"><sheets><sheet name="rates &amp; more" sheetId="4" r:id="rId7"/><sheet name="notes" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="urn:x/worksheet" Target="worksheets/sheet1.xml"/>
  <Relationship Id="rId7" Type="urn:x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="urn:x/styles" Target="styles.xml"/>
  <Relationship Id="rId4" Type="urn:x/sharedStrings" Target="../xl/./sharedStrings.xml"/></Relationships>"#;
const TEXTS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><sst count="9" uniqueCount="4"><si><t>list</t></si><si><t>part</t></si><si><t>prices</t></si>
  <si><r><rPr><b/></rPr><t xml:space="preserve">Sea &amp; </t></r><r><t>s&#x75;n</t></r><rPh sb="0" eb="1"><t>shi</t></rPh><phoneticPr fontId="1"/></si></sst>"#;
const STYLES: &str = r#"<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="[$-F800]dddd\,\ yyyy"/><numFmt numFmtId="165" formatCode="&quot;days&quot;\ 0.00\ [$EUR-2]"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164" applyNumberFormat="1"><alignment/></xf><xf numFmtId="165"/></cellXfs></styleSheet>"#;

/// A workbook as others write it, its first sheet with these rows.
fn foreign(workbook: &str, rows: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><dimension ref=\"A1\"/><sheetData>{rows}</sheetData><pageMargins/></worksheet>");
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/workbook.xml", workbook),
        ("xl\\WORKSHEETS\\sheet2.xml", &sheet),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"),
        ("xl/sharedStrings.xml", TEXTS),
        ("xl/styles.xml", STYLES),
    ])
}

fn read(bytes: &[u8]) -> ratebook::Result<files::Imported> {
    let style = FileStyle::default().with_format(FileFormat::Xlsx);
    files::import_bytes(bytes, &style, OnFault::SkipBad)
}

const HEADER: &str = r#"<row r="1" spans="1:9"><c r="A1" t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>name</t></is></c><c t="str"><f>"cur"&amp;"rency"</f><v>currency</v></c>
  <c t="inlineStr"><is><t>unit</t></is></c><c t="inlineStr"><is><t>first</t></is></c><c t="inlineStr"><is><t>last</t></is></c><c t="inlineStr"><is><t>base</t></is></c>
  <c t="inlineStr"><is><t>inclusive</t></is></c><c r="J1" s="1"/></row>"#;

#[test]
fn workbooks_of_others_are_read() {
    let rows = format!(
        r#"{HEADER}<row><c t="inlineStr"><is><t>A</t></is></c><c t="str"><v>list</v></c><c t="s"><v>3</v></c><c t="str"><v>E_x0055_R</v></c><c t="str"><v>night</v></c>
        <c s="1"><v>46023</v></c><c s="2" t="n"><f>F2+1</f><v>46387.75</v></c><c r="I2" t="e"><v>#DIV/0!</v></c></row>
        <row r="5"><c r="A5" t="str"><v>A</v></c><c r="B5" t="s"><v>2</v></c><c r="H5" s="3"><f>1/10</f><v>0.10000000000000001</v></c></row>
        <row><c t="str"><v>B</v></c><c t="str"><v>list</v></c><c><v>12.50</v></c><c t="str"><v>EUR</v></c><c t="str"><v>night</v></c><c t="d"><v>2026-01-01T00:00:00</v></c><c t="d"><v>2026-12-31</v></c></row>
        <row><c t="str"><v>B</v></c><c t="s"><v>2</v></c><c r="H7"><v>1.2E2</v></c></row>"#
    );
    let imported = read(&foreign(WORKBOOK, &rows)).unwrap();
    assert_eq!(imported.faults, []);
    assert_eq!(imported.rows, 4);
    let told: Vec<_> = imported
        .lists
        .iter()
        .map(|list| serde_json::to_value(list).unwrap())
        .map(|list| json!([list["name"], list["currency"], list["valid"], list["prices"]["base"]]))
        .collect();
    let year = json!({"first": "2026-01-01", "last": "2026-12-31"});
    assert_eq!(
        told,
        [
            json!(["Sea & sun", "EUR", year, "0.1"]),
            json!(["12.5", "EUR", year, "120"])
        ]
    );
}

#[test]
fn days_count_from_1904_where_the_workbook_says_so() {
    let workbook = WORKBOOK.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
    let rows = format!(
        r#"{HEADER}<row r="2"><c r="A2" t="str"><v>A</v></c><c t="str"><v>list</v></c><c t="str"><v>A</v></c><c t="str"><v>EUR</v></c><c t="str"><v>night</v></c><c s="1"><v>44561</v></c><c s="1"><v>44561.5</v></c></row>
        <row r="3"><c r="A3" t="str"><v>A</v></c><c t="s"><v>2</v></c><c r="H3"><v>7</v></c><c t="b"><v>1</v></c></row>"#
    );
    let imported = read(&foreign(&workbook, &rows)).unwrap();
    let faults: Vec<_> = imported.faults.iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(faults, ["a row of the part `prices` has no `inclusive`"]);
    let rows = rows.replace("<c t=\"b\"><v>1</v></c>", "");
    let imported = read(&foreign(&workbook, &rows)).unwrap();
    let valid = imported.lists.first().unwrap().valid;
    assert_eq!(
        serde_json::to_value(valid).unwrap(),
        json!({"first": "2026-01-01", "last": "2026-01-01"})
    );
}

#[test]
fn a_bad_workbook_is_refused() {
    let rows = [
        r#"<row r="0"><c/></row>"#,
        r#"<row r="1"><c r="1A"/></row>"#,
        r#"<row r="1"><c r="AAAAAAAAAA1"/></row>"#,
        r#"<row r="1"><c t="x"><v>1</v></c></row>"#,
        r#"<row r="1"><c t="s"><v>4</v></c></row>"#,
        r#"<row r="1"><c t="s"><v>-1</v></c></row>"#,
        r#"<row r="1"><c t="str"><v>&lol;</v></c></row>"#,
        r#"<row r="1"><c t="str"><v>&#0;</v></c></row>"#,
        r#"<row r="1"><c t="str"><v>x</c></v></row>"#,
        r#"<row r="1"><c t="str"><v>x"#,
        r#"<row r="1"><c r="A1" t="&lol;"/></row>"#,
        r#"<row r="1"><c r="A1" t="s><v>1</v></c></row>"#,
        "<!DOCTYPE x [<!ENTITY lol \"lol\">]><row r=\"1\"><c t=\"str\"><v>&lol;</v></c></row>",
    ];
    for rows in rows {
        let error = read(&foreign(WORKBOOK, rows)).unwrap_err();
        assert_eq!(error.code().as_str(), "rates.import", "{rows}: {error}");
    }
    let many = read(&foreign(WORKBOOK, r#"<row r="1000001"><c t="str"><v>x</v></c></row>"#)).unwrap_err();
    assert_eq!(many.code().as_str(), "request.too_large");
    for parts in [
        vec![],
        vec![("xl/workbook.xml", "<workbook/>")],
        vec![(
            "xl/workbook.xml",
            "<workbook><sheets><sheet id='rId1'/></sheets></workbook>",
        )],
        vec![("xl/workbook.xml", WORKBOOK), ("xl/_rels/workbook.xml.rels", RELATIONS)],
        vec![
            ("xl/workbook.xml", WORKBOOK),
            ("xl/_rels/workbook.xml.rels", "<Relationships>"),
        ],
    ] {
        let error = read(&archive(&parts)).unwrap_err();
        assert_eq!(error.code().as_str(), "rates.import", "{parts:?}: {error}");
    }
    let whole = foreign(WORKBOOK, HEADER);
    for end in (0..whole.len()).step_by(7) {
        assert!(read(&whole[..end]).is_err());
    }
}
