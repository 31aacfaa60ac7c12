//! A field by itself: the options that belong to its kind, and what its conditions are compiled to.

use std::sync::Arc;

use super::super::definition::{DeletionRule, FieldDefinition, FieldKind, FieldWriter};
use super::super::kinds::KindFamily;
use super::super::query::incomparable;
use super::custom::LONGEST_WORD;
use super::entity::{Checked, Compiled, Entity, Field};
use super::layout;
use crate::expression::{self, Environment, Expression, Type};
use crate::fault::{Faults, Place, Pointer, listed, shortened};
use crate::money::Decimal;
use crate::tenancy::Anonymising;
use crate::{Code, Reason};

/// The greatest number that is kept: sums of twenty-five of them stay within 64 bits at every scale.
pub(in crate::records) const GREATEST_UNITS: i64 = 100_000_000_000_000_000;
/// The greatest whole number: every language counts so far exactly.
pub(in crate::records) const GREATEST_INTEGER: i64 = 9_007_199_254_740_991;

/// The patterns of a pack by their texts: the same one stands at many fields, and to compile it costs more than all the rest of a field.
pub(super) type Patterns = std::collections::HashMap<String, regex::Regex>;

fn pattern(text: &str, patterns: &mut Patterns, place: &Place<'_>, faults: &mut Faults) -> Option<regex::Regex> {
    if let Some(known) = patterns.get(text) {
        return Some(known.clone());
    }
    match expression::whole_pattern(text) {
        Ok(read) => {
            patterns.insert(text.to_owned(), read.clone());
            Some(read)
        }
        Err(message) => {
            faults.add(Reason::new(Code::DefinitionRange, &place.field("pattern"), message));
            None
        }
    }
}

pub(super) fn compile(
    name: &str,
    definition: &Arc<FieldDefinition>,
    patterns: &mut Patterns,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Field {
    options(definition, place, faults);
    bounds(definition, place, faults);
    let text = definition.pattern.as_deref();
    let pattern = text.and_then(|text| pattern(text, patterns, place, faults));
    let field = Field {
        name: name.into(),
        kind: definition.kind,
        leads: definition.entity.is_some(),
        custom: false,
        reckons: definition.computed.is_some() || definition.deletion.is_some(),
        timed: false,
        reveal: None,
        definition: Arc::clone(definition),
        column: None,
        folded: None,
        shown: None,
        language: None,
        currency: None,
        pattern: pattern.map(Box::new),
        computed: None,
        target: None,
        only: None,
        refuse_while: None,
        gather: None,
    };
    if let Some(default) = &definition.default
        && let Err(reason) = field.read(default, &place.field("default"))
    {
        let code = if reason.code == Code::RequestType {
            Code::DefinitionType
        } else {
            Code::DefinitionRange
        };
        faults.add(Reason { code, ..*reason });
    }
    field
}

/// Options that say nothing of a field of this kind, and those that it cannot do without.
fn options(field: &FieldDefinition, place: &Place<'_>, faults: &mut Faults) {
    use FieldKind::{Choice, Gathered, Link, Links, Rows};
    let kind = field.kind;
    let given = [
        ("min", field.min.is_some()),
        ("max", field.max.is_some()),
        ("above", field.above.is_some()),
        ("digits", field.digits.is_some()),
        ("min_length", field.min_length.is_some()),
        ("max_length", field.max_length.is_some()),
        ("pattern", field.pattern.is_some()),
        ("first", field.first.is_some()),
        ("last", field.last.is_some()),
        ("currency", field.currency.is_some()),
        ("choices", !field.choices.is_empty()),
        ("entity", field.entity.is_some()),
        ("only", field.only.is_some()),
        ("deletion", field.deletion.is_some()),
        ("from", field.from.is_some()),
        ("by", field.by.is_some()),
        ("while", field.condition.is_some()),
        ("computed", field.computed.is_some()),
        ("search", field.search),
        ("filter", field.filter),
        ("sort", field.sort),
        ("folded", field.folded),
        ("unique", field.unique),
        ("reveal", field.reveal.is_some()),
        ("types", !field.types.is_empty()),
        ("required", field.required),
        ("default", field.default.is_some()),
    ];
    // Few options are given, and what they fit is asked of those alone.
    for (name, _) in given.into_iter().filter(|(name, given)| *given && !fits(name, kind)) {
        let message = format!("`{name}` does not belong to a field of this kind");
        faults.add(Reason::new(Code::DefinitionConflict, &place.field(name), message).with("kind", kind));
    }
    let needed: &[(&str, bool)] = match kind {
        Choice => &[("choices", field.choices.is_empty())],
        Link | Links => &[("entity", field.entity.is_none())],
        Rows => &[("entity", field.entity.is_none()), ("by", field.by.is_none())],
        Gathered => &[("from", field.from.is_none()), ("by", field.by.is_none())],
        _ => &[],
    };
    for (name, _) in needed.iter().filter(|(_, lacks)| *lacks) {
        let message = format!("a field of this kind needs `{name}`");
        faults.add(Reason::new(Code::DefinitionMissing, &place.field(name), message).with("kind", kind));
    }
    contradictions(field, place, faults);
    nameless(field, place, faults);
}

/// What is taken out of records that say of nobody whom they are about cannot be required of them.
fn nameless(field: &FieldDefinition, place: &Place<'_>, faults: &mut Faults) {
    if !field.required || field.made_nameless() != Some(Anonymising::Remove) {
        return;
    }
    let message = match field.kind.takes_stand_in() {
        true => {
            "it is taken out when its person is made nameless, and is required; say `mask` or `pseudonym`, or leave out `required`"
        }
        false => {
            "it is taken out when its person is made nameless, as it cannot hold another text, and is required; leave out `required`"
        }
    };
    let option = if field.personal.is_some() {
        "personal"
    } else {
        "required"
    };
    let reason = Reason::new(Code::DefinitionConflict, &place.field(option), message);
    faults.add(reason.with("kind", field.kind));
}

/// Whether an option says something of fields of a kind.
fn fits(option: &str, kind: FieldKind) -> bool {
    use FieldKind::{Choice, Decimal as Exact, File, Gathered, Link, Links, Money, Picture, Rows, Secret};
    let family = kind.family();
    let is = |kinds: &[FieldKind]| kinds.contains(&kind);
    let single = || kind.has_column() && family != KindFamily::Whole;
    match option {
        "min" | "max" | "above" => family == KindFamily::Number,
        "digits" => is(&[Exact]),
        "min_length" | "max_length" => {
            let others = [Secret, FieldKind::Url, FieldKind::TranslatedText, FieldKind::Tags];
            family == KindFamily::Text || is(&others)
        }
        "pattern" | "folded" => family == KindFamily::Text,
        "first" | "last" => family == KindFamily::Day,
        "currency" => is(&[Money]),
        "choices" => is(&[Choice]),
        "entity" => is(&[Link, Links, Rows]),
        "only" | "deletion" => is(&[Link, Links]),
        "from" | "while" => is(&[Gathered]),
        "by" => is(&[Gathered, Rows]),
        "computed" | "default" => single() && family != KindFamily::Link,
        "search" => kind.is_searched(),
        "filter" => kind.is_filtered(),
        "sort" => kind.has_order(),
        "unique" if is(&[FieldKind::TranslatedText]) => true,
        "unique" => single() && family != KindFamily::Truth && kind != FieldKind::LongText,
        "reveal" => is(&[Secret]),
        "types" => is(&[File, Picture]),
        "required" => !is(&[Rows, Gathered]),
        _ => true,
    }
}

/// Options that do not go together.
fn contradictions(field: &FieldDefinition, place: &Place<'_>, faults: &mut Faults) {
    let made = field.computed.is_some();
    let pairs = [
        (
            "platform_wide",
            field.platform_wide && !field.unique,
            "`platform_wide` says of whom a field is `unique`; set that too",
        ),
        (
            "default",
            field.default.is_some() && made,
            "what is computed has no default",
        ),
        (
            "written_by",
            field.written_by != FieldWriter::People && made,
            "what is computed is written by nobody",
        ),
        (
            "platform_wide",
            field.platform_wide && field.kind == FieldKind::TranslatedText,
            "texts by language are told apart within their tenant",
        ),
        (
            "default",
            field.default.is_some() && field.unique,
            "a unique field has no default: the second record could not be made",
        ),
        (
            "personal",
            field.personal.is_some() && made,
            "what is computed says what the fields say that it is computed of; mark those",
        ),
        (
            "min",
            field.min.is_some() && field.above.is_some(),
            "`min` and `above` are two beginnings of one range; keep one",
        ),
    ];
    for (name, _, message) in pairs.iter().filter(|(_, wrong, _)| *wrong) {
        faults.add(Reason::new(Code::DefinitionConflict, &place.field(name), *message));
    }
    let mut seen = std::collections::BTreeSet::new();
    for (index, choice) in field.choices.iter().enumerate() {
        if !seen.insert(choice) {
            let message = format!("`{}` is there twice", shortened(choice));
            faults.add(Reason::new(
                Code::DefinitionConflict,
                &place.field("choices").entry(index),
                message,
            ));
        }
    }
}

fn bounds(field: &FieldDefinition, place: &Place<'_>, faults: &mut Faults) {
    let reversed = [
        (
            "max_length",
            field
                .min_length
                .zip(field.max_length)
                .is_some_and(|(least, most)| most < least),
        ),
        (
            "max",
            field
                .min
                .or(field.above)
                .zip(field.max)
                .is_some_and(|(least, most)| most < least),
        ),
        (
            "last",
            field.first.zip(field.last).is_some_and(|(first, last)| last < first),
        ),
    ];
    for (name, _) in reversed.iter().filter(|(_, wrong)| *wrong) {
        let message = format!("`{name}` ends the range before it begins");
        faults.add(Reason::new(Code::DefinitionConflict, &place.field(name), message));
    }
    let is_kept_short = field.keeps_first() || field.kind == FieldKind::Tags;
    if is_kept_short && field.longest() > LONGEST_WORD {
        let what = match field.kind {
            FieldKind::Tags => "tags",
            _ => "texts by language that are sorted or unique",
        };
        let message = format!(
            "{what} have at most {LONGEST_WORD} characters; these may have {}",
            field.longest()
        );
        faults.add(Reason::new(Code::DefinitionRange, &place.field("max_length"), message));
    }
    let scale = u32::from(field.scale());
    for (name, bound) in [("min", field.min), ("max", field.max), ("above", field.above)] {
        let units = |bound: Decimal| bound.units(if field.kind == FieldKind::Integer { 0 } else { scale });
        if bound.is_some_and(|bound| units(bound).is_none_or(|units| units.abs() > i128::from(GREATEST_UNITS))) {
            let message = format!("`{name}` is finer or greater than the field's numbers are");
            faults.add(Reason::new(Code::DefinitionRange, &place.field(name), message));
        }
    }
}

/// Compiles everything that fields say in conditions, over the whole entity.
pub(super) fn conditions(entity: &mut Entity, place: &Pointer, faults: &mut Faults) {
    let place = Place::At(place.as_str());
    let mut checks = Vec::new();
    for (index, check) in entity.definition().checks.iter().enumerate() {
        let all = place.field("checks");
        let at = all.entry(index);
        if let Some(path) = &check.path
            && entity.field(path.strip_prefix('/').unwrap_or(path)).is_none()
        {
            let message = format!("there is no field `{}`", shortened(path));
            faults.add(Reason::new(Code::DefinitionReference, &at.field("path"), message));
        }
        if let Some(expression) = condition(&check.when, &entity.environment, &at.field("when"), faults) {
            checks.push(Checked {
                expression,
                told: check.clone(),
                policy: None,
            });
        }
    }
    let mut reckoned = Vec::new();
    for (index, field) in entity.fields().iter().enumerate().filter(|(_, field)| field.reckons) {
        let all = place.field("fields");
        let at = all.field(field.name());
        if let Some(text) = &field.definition.computed {
            let computed = computed(text, field, &entity.environment, &at.field("computed"), faults);
            reckoned.extend(computed.map(|computed| (index, computed)));
        }
        if let Some(DeletionRule::RefuseWhile(text)) = &field.definition.deletion {
            let compiled = asked(text, entity, &at.field("deletion").field("refuse_while"), faults);
            reckoned.extend(compiled.map(|compiled| (index, Kept::RefuseWhile(compiled))));
        }
    }
    entity.checks = checks;
    for (index, kept) in reckoned {
        match (entity.fields_mut().get_mut(index), kept) {
            (Some(field), Kept::Computed(expression)) => field.computed = Some(Box::new(expression)),
            (Some(field), Kept::RefuseWhile(compiled)) => field.refuse_while = Some(Box::new(compiled)),
            (None, _) => {}
        }
    }
}

enum Kept {
    Computed(Expression),
    RefuseWhile(Compiled),
}

fn computed(text: &str, field: &Field, names: &Environment, place: &Place<'_>, faults: &mut Faults) -> Option<Kept> {
    let expression = match Expression::compile(text, names) {
        Ok(expression) => expression,
        Err(error) => {
            error
                .under(place.pointer().as_str())
                .into_reasons()
                .into_iter()
                .for_each(|reason| faults.add(reason));
            return None;
        }
    };
    let moving: Vec<&str> = expression
        .names()
        .filter(|name| layout::PARAMETERS.iter().any(|(own, _)| own == name))
        .collect();
    if !moving.is_empty() {
        let message = format!(
            "{} changes while the record does not; what is computed is kept",
            listed(&moving)
        );
        faults.add(Reason::new(Code::DefinitionExpression, place, message));
    }
    let fact = field.kind().fact();
    let own = expression.result();
    let fits = fact
        .as_ref()
        .is_some_and(|fact| fact.holds(own) || (*fact == Type::Decimal && *own == Type::Int));
    if !fits {
        let message = format!("the field is {}, and this is {own}", field.kind().told());
        faults.add(Reason::new(Code::DefinitionExpression, place, message));
    }
    Some(Kept::Computed(expression))
}

/// A condition of one record that is at hand.
pub(super) fn condition(text: &str, names: &Environment, place: &Place<'_>, faults: &mut Faults) -> Option<Expression> {
    match Expression::condition(text, names) {
        Ok(expression) => Some(expression),
        Err(error) => {
            error
                .under(place.pointer().as_str())
                .into_reasons()
                .into_iter()
                .for_each(|reason| faults.add(reason));
            None
        }
    }
}

/// A condition that is asked of a table.
pub(super) fn asked(text: &str, entity: &Entity, place: &Place<'_>, faults: &mut Faults) -> Option<Compiled> {
    let expression = condition(text, &entity.environment, place, faults)?;
    match expression.asked() {
        Ok(asked) => {
            if let Some(message) = incomparable(entity, &asked) {
                faults.add(Reason::new(Code::DefinitionExpression, place, message));
            }
            Some(Compiled {
                expression,
                asked: Some(asked),
            })
        }
        Err(error) => {
            error
                .under(place.pointer().as_str())
                .into_reasons()
                .into_iter()
                .for_each(|reason| faults.add(reason));
            None
        }
    }
}
