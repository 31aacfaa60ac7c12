//! What a document is given when its templates are looked at before anybody asks for one: as much as there can be, and as little.

use ratebook::records::definition::FieldWriter;
use ratebook::records::{DocumentDefinition, Entity, Field, FieldKind, Pack, STARS};
use serde_json::{Map, Value, json};

use super::{Brand, Job};

const ID: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

/// Of what records a document is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sample {
    /// With something in every field, all of it seen, and a brand of which nothing but its name is known.
    Full,
    /// With nothing in what may be empty, stars in what is masked, and a brand with everything.
    Bare,
}

pub(super) const ALL: [Sample; 2] = [Sample::Full, Sample::Bare];

impl Sample {
    /// Of what, in words.
    pub(super) fn told(self) -> &'static str {
        match self {
            Sample::Full => "with every field filled in",
            Sample::Bare => "with nothing in what may be empty and stars in what is masked",
        }
    }

    fn record(self, pack: &Pack, entity: &Entity) -> Map<String, Value> {
        let own = entity.fields().iter();
        let own = own.filter(|field| !matches!(field.kind(), FieldKind::Rows | FieldKind::Secret));
        let value = |field: &Field| match self {
            Sample::Full => full(pack, field),
            Sample::Bare => bare(pack, entity, field),
        };
        let mut record: Map<String, Value> = own.map(|field| (field.name().to_owned(), value(field))).collect();
        record.insert("id".to_owned(), ID.into());
        record.insert("version".to_owned(), 1.into());
        for name in ["created_at", "updated_at"] {
            record.insert(name.to_owned(), "2026-11-29T09:30:00Z".into());
        }
        record
    }

    /// The record that stands in the place of a link, or the list of them.
    fn linked(self, field: &Field, other: Map<String, Value>) -> Value {
        match (field.kind(), self) {
            (FieldKind::Links, Sample::Bare) => json!([]),
            (FieldKind::Links, Sample::Full) => json!([other]),
            (_, Sample::Bare) if !field.definition().required => Value::Null,
            _ => Value::Object(other),
        }
    }
}

/// Gives a job what its document would be given, of a sample.
pub(super) fn given(job: &mut Job<'_>, pack: &Pack, document: &DocumentDefinition, sample: Sample) {
    let brand = match sample {
        Sample::Full => Brand::of_name("Sample"),
        Sample::Bare => Brand::sample(),
    };
    job.files.extend(brand.picture());
    let Some(entity) = pack.entity(&document.entity) else {
        return;
    };
    let asked = document.asked();
    let mut own = sample.record(pack, entity);
    // What it does not ask for is not there.
    own.retain(|name, _| asked.is_empty() || asked.contains(name) || entity.field(name).is_none());
    let target = |name: &String| {
        let field = entity.field(name)?;
        Some((name.clone(), field, pack.entities().get(field.target()?)?))
    };
    for (name, field, target) in document.expand.iter().filter_map(target) {
        own.insert(name, sample.linked(field, sample.record(pack, target)));
    }
    for (name, _, target) in document.rows.iter().filter_map(target) {
        let row = sample.record(pack, target);
        let rows = match sample {
            Sample::Full => json!([row, row]),
            Sample::Bare => json!([row]),
        };
        own.insert(name, rows);
    }
    let sums = document.sums.iter().filter_map(|name| {
        let sum = match (entity.field(name)?.kind(), sample) {
            (FieldKind::Money, Sample::Full) => json!([{"amount": "1234.50", "currency": "EUR"}]),
            (FieldKind::Money, Sample::Bare) => json!([]),
            _ => json!("1234"),
        };
        Some((name.clone(), sum))
    });
    let sums: Map<String, Value> = sums.collect();
    job.given = match document.list {
        true => json!({"records": [own, own], "total": 2, "sums": sums, "today": "2026-11-29", "brand": brand.told()}),
        false => json!({"record": own, "brand": brand.told()}),
    };
}

/// What the engine writes is always there, and so are lists, though with nothing in them.
fn bare(pack: &Pack, entity: &Entity, field: &Field) -> Value {
    if entity.may_be_hidden(field) {
        return STARS.into();
    }
    let own = field.definition();
    match field.kind() {
        FieldKind::Links | FieldKind::Tags => json!([]),
        _ if own.required || own.computed.is_some() || own.written_by == FieldWriter::Engine => full(pack, field),
        _ => Value::Null,
    }
}

fn full(pack: &Pack, field: &Field) -> Value {
    let own = field.definition();
    match field.kind() {
        FieldKind::LongText => json!("One line\nand another"),
        FieldKind::Email => json!("ana@example.com"),
        FieldKind::Phone => json!("+4930123456"),
        FieldKind::Url => json!("https://example.com"),
        FieldKind::Choice => json!(own.choices.first()),
        FieldKind::YesNo => json!(true),
        FieldKind::Integer => json!(3),
        FieldKind::Decimal | FieldKind::Percent => json!("12.5"),
        FieldKind::Money => json!({"amount": "1234.50", "currency": "EUR"}),
        FieldKind::Day => json!("2026-11-29"),
        FieldKind::Time => json!("09:30"),
        FieldKind::Instant => json!("2026-11-29T09:30:00Z"),
        FieldKind::Duration => json!("PT1H30M"),
        FieldKind::Zone => json!("Europe/Madrid"),
        FieldKind::Country => json!("ES"),
        FieldKind::Currency => json!("EUR"),
        FieldKind::Colour => json!("#1a73e8"),
        FieldKind::Coordinates => json!({"latitude": "40.4", "longitude": "-3.7"}),
        FieldKind::Link | FieldKind::File | FieldKind::Picture => json!(ID),
        FieldKind::Tags => json!(["tag"]),
        FieldKind::Links => json!([ID]),
        FieldKind::Gathered => json!([ID]),
        FieldKind::TranslatedText => {
            let texts = pack.definition().written_in().into_iter();
            Value::Object(texts.map(|language| (language.to_owned(), "Text".into())).collect())
        }
        FieldKind::RateList
        | FieldKind::Plan
        | FieldKind::Machine
        | FieldKind::OpeningHours
        | FieldKind::Resource
        | FieldKind::Condition => Value::Null,
        _ => json!("Sample"),
    }
}
