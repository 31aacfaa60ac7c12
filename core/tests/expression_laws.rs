//! What holds for every expression.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use proptest::prelude::*;
use ratebook::Code;
use ratebook::expression::{Environment, Expression, MAX_TEXT, Type, Value};
use ratebook::money::Decimal;

fn environment() -> Environment {
    Environment::new([
        ("n", Type::Int),
        ("price", Type::Decimal),
        ("tags", Type::List(Box::new(Type::Text))),
        ("ages", Type::List(Box::new(Type::Int))),
        ("note", Type::Optional(Box::new(Type::Text))),
        ("customer.name", Type::Text),
    ])
}

fn facts() -> Vec<Value<'static>> {
    vec![
        Value::Int(7),
        Value::Decimal("12.50".parse().unwrap()),
        Value::List(vec![Value::Text("gold".into()), Value::Text("member".into())]),
        Value::List(vec![Value::Int(8), Value::Int(1)]),
        Value::Null,
        Value::Text("Ana".into()),
    ]
}

/// A whole number as it is written, and what it comes to; nothing where it has no value.
#[derive(Clone, Debug)]
struct Written<T> {
    text: String,
    value: Option<T>,
}

fn int() -> impl Strategy<Value = Written<i64>> {
    let known = |text: &str, value| Written {
        text: text.to_owned(),
        value: Some(value),
    };
    let leaf = prop_oneof![
        (-20_i64..20).prop_map(move |number| known(&number.to_string(), number)),
        Just(known("n", 7)),
        Just(known("ages[1]", 1)),
        Just(known("size(tags)", 2)),
        Just(known("-9223372036854775808", i64::MIN)),
        Just(known("0x7fffffffffffffff", i64::MAX)),
    ];
    leaf.prop_recursive(5, 24, 3, |inner| {
        let pair = (inner.clone(), inner.clone());
        prop_oneof![
            (pair, 0..5_usize).prop_map(|((one, other), which)| {
                let both = one.value.zip(other.value);
                let (sign, value) = match which {
                    0 => ("+", both.and_then(|(a, b)| a.checked_add(b))),
                    1 => ("-", both.and_then(|(a, b)| a.checked_sub(b))),
                    2 => ("*", both.and_then(|(a, b)| a.checked_mul(b))),
                    3 => ("/", both.and_then(|(a, b)| a.checked_div(b))),
                    _ => ("%", both.and_then(|(a, b)| a.checked_rem(b))),
                };
                let text = format!("({}){sign}({})", one.text, other.text);
                Written { text, value }
            }),
            inner.clone().prop_map(|one| Written {
                text: format!("-({})", one.text),
                value: one.value.and_then(i64::checked_neg),
            }),
            inner.prop_map(|one| Written {
                text: format!("( {} ).abs()", one.text),
                value: one.value.and_then(i64::checked_abs),
            }),
        ]
    })
}

/// Truth with faults: a side that decides does so whatever the other comes to.
fn truth() -> impl Strategy<Value = Written<bool>> {
    let leaf = prop_oneof![
        (int(), int(), 0..4_usize).prop_map(|(one, other, which)| {
            let both = one.value.zip(other.value);
            let (sign, value) = match which {
                0 => ("==", both.map(|(a, b)| a == b)),
                1 => ("!=", both.map(|(a, b)| a != b)),
                2 => ("<", both.map(|(a, b)| a < b)),
                _ => (">=", both.map(|(a, b)| a >= b)),
            };
            let text = format!("({}) {sign} ({})", one.text, other.text);
            Written { text, value }
        }),
        any::<bool>().prop_map(|truth| Written {
            text: truth.to_string(),
            value: Some(truth)
        }),
        Just(Written {
            text: "1 / 0 == 1".to_owned(),
            value: None
        }),
        Just(Written {
            text: "has(note) && note.startsWith('x')".to_owned(),
            value: Some(false)
        }),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone(), any::<bool>()).prop_map(|(one, other, and)| {
                let sides = [one.value, other.value];
                let value = if sides.contains(&Some(!and)) {
                    Some(!and)
                } else {
                    one.value.zip(other.value).map(|_| and)
                };
                let sign = if and { "&&" } else { "||" };
                let text = format!("({}){sign}({})", one.text, other.text);
                Written { text, value }
            }),
            inner.clone().prop_map(|one| Written {
                text: format!("!({})", one.text),
                value: one.value.map(|truth| !truth),
            }),
            (inner.clone(), inner.clone(), inner).prop_map(|(condition, yes, no)| Written {
                text: format!("({})?({}):({})", condition.text, yes.text, no.text),
                value: condition
                    .value
                    .and_then(|truth| if truth { yes.value } else { no.value }),
            }),
        ]
    })
}

/// The expression and the one that its canonical form reads back as are the same, and come to the same.
fn reads_back(text: &str) -> Option<Expression> {
    let expression = Expression::compile(text, &environment()).ok()?;
    let canonical = expression.to_string();
    let again = Expression::compile(&canonical, &environment());
    let again = again.map_err(|error| format!("{text}\n{canonical}\n{error}")).unwrap();
    assert_eq!(again, expression, "{text}\n{canonical}");
    let facts = facts();
    let facts = facts.as_slice();
    assert_eq!(again.evaluate(&facts), expression.evaluate(&facts), "{text}");
    Some(expression)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn numbers_and_truth_come_to_what_the_rules_say(int in int(), truth in truth()) {
        let facts = facts();
        let facts = facts.as_slice();
        if let Some(expression) = reads_back(&int.text) {
            prop_assert_eq!(expression.evaluate(&facts).ok(), int.value.map(Value::Int), "{}", int.text);
        }
        if let Some(expression) = reads_back(&truth.text) {
            prop_assert_eq!(expression.is_true(&facts).ok(), truth.value, "{}", truth.text);
            prop_assert_eq!(expression.evaluate(&facts).ok(), truth.value.map(Value::Bool), "{}", truth.text);
        }
    }

    #[test]
    fn decimals_compare_as_their_units_do(one in any::<i32>(), other in any::<i32>(), scale in 0..9_u32, wider in 0..9_u32) {
        let decimal = |units: i32, scale| Decimal::from_units(units.into(), scale).unwrap();
        let (a, b) = (decimal(one, scale), decimal(other, wider));
        let units = (i128::from(one) * 10_i128.pow(wider), i128::from(other) * 10_i128.pow(scale));
        let environment = Environment::new([("a", Type::Decimal), ("b", Type::Decimal)]);
        let facts = [Value::Decimal(a), Value::Decimal(b)];
        let facts = facts.as_slice();
        for (text, expected) in [("a < b", units.0 < units.1), ("a >= b", units.0 >= units.1), ("a == b", units.0 == units.1),
            ("a - b < 0", units.0 < units.1), ("a in [b]", units.0 == units.1)] {
            let expression = Expression::condition(text, &environment).unwrap();
            prop_assert_eq!(expression.is_true(&facts).unwrap(), expected, "{} {} {}", text, a, b);
        }
    }

    #[test]
    fn whatever_is_written_is_read_or_refused(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        reads_back(&pieces.concat());
        reads_back(&pieces.join(" "));
    }

    #[test]
    fn any_text_is_a_text_again(text in any::<String>()) {
        let facts: &[Value<'_>] = &[];
        let written: String = text.chars().map(|letter| format!("\\U{:08x}", u32::from(letter))).collect();
        let expression = Expression::compile(&format!("\"{written}\""), &environment());
        if let Ok(expression) = expression {
            prop_assert_eq!(expression.evaluate(&facts).unwrap(), Value::Text(text.into()));
            reads_back(&expression.to_string());
        }
    }
}

const PIECES: &[&str] = &[
    "n",
    "price",
    "tags",
    "ages",
    "note",
    "customer",
    ".name",
    "has(",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "?",
    "1",
    "2.5",
    "'a'",
    "\"b\"",
    "true",
    "null",
    "+",
    "-",
    "*",
    "/",
    "%",
    "&&",
    "||",
    "!",
    "==",
    "<",
    " in ",
    ".exists(x,",
    ".map(x,",
    ".filter(x,",
    "x",
    ".size()",
    ".abs()",
    "size(",
    "max(",
    ".orValue(",
    "duration('1h')",
    "day('2026-12-18')",
    "'k'",
    ".getHours()",
    "timestamp('2026-09-01T10:00:00Z')",
    "0x1f",
    "r'\\'",
    ".",
    ".exists(x, y,",
    ".transformMap(x, y,",
    ".matches(",
    ".split(",
    "round(",
    "y",
];

#[test]
fn what_is_deep_is_refused_on_a_small_stack() {
    let deep = [
        ("(", "1", ")", 1_300),
        ("[", "1", "]", 1_300),
        ("{'a':", "1", "}", 500),
        ("!", "true", "", 4_000),
        ("-", "n", "", 4_000),
        ("- ", "1", "", 2_000),
        ("size(", "tags", ")", 500),
        ("true ? (", "1", ") : 1", 200),
        ("tags.all(x, ", "true", ")", 250),
        ("", "tags", "[0]", 1_000),
        ("", "tags", ".size()", 500),
        ("", "customer", ".name", 700),
        ("1 + (", "1", ")", 500),
        ("n in [", "1", "]", 400),
    ];
    // The deepest that is read, too.
    let read = [
        format!("{}1{}", "(".repeat(39), ")".repeat(39)),
        format!("size({}1{})", "[".repeat(38), "]".repeat(38)),
        format!("{}true{}", "tags.all(x, ".repeat(38), ")".repeat(38)),
        format!("{}n{}", "(n + ".repeat(38), ")".repeat(38)),
        // What stands in a row is no depth.
        format!("n{}", " + n".repeat(2_400)),
        format!("true{}", "||true".repeat(1_200)),
        format!("n == 7{}", " && n == 7".repeat(900)),
        format!("{}1", "true ? 1 : ".repeat(900)),
        format!("n{}", " * n - n / n".repeat(760)),
    ];
    let small = std::thread::Builder::new().stack_size(512 * 1_024);
    let run = small.spawn(move || {
        for (before, middle, after, times) in deep {
            let text = format!("{}{middle}{}", before.repeat(times), after.repeat(times));
            assert!(text.len() <= MAX_TEXT, "{before}{after}");
            let error = Expression::compile(&text, &environment()).unwrap_err();
            assert_eq!(error.code(), Code::DefinitionExpression);
            assert!(error.to_string().contains("deeper"), "{before}{after}: {error}");
        }
        for text in read {
            assert!(reads_back(&text).is_some(), "{text}");
        }
    });
    run.unwrap().join().unwrap();
}
