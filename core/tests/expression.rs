//! The language of conditions.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use ratebook::Code;
use ratebook::expression::{Environment, Expression, Type, Value};

fn environment() -> Environment {
    Environment::new([
        ("nights", Type::Int),
        ("price", Type::Decimal),
        ("arrival", Type::Day),
        ("tags", Type::List(Box::new(Type::Text))),
        ("ages", Type::List(Box::new(Type::Int))),
    ])
}

fn evaluate(text: &str) -> Result<Value<'static>, ratebook::Error> {
    let facts = [
        Value::Int(7),
        Value::Decimal("0.1".parse().unwrap()),
        Value::Day("2026-12-18".parse().unwrap()),
        Value::List(vec![Value::Text("gold".into()), Value::Text("member".into())]),
        Value::List(vec![Value::Int(8), Value::Int(1)]),
    ];
    let expression = Expression::compile(text, &environment())?;
    let facts = facts.as_slice();
    let value = expression.evaluate(&facts)?;
    Ok(match value {
        Value::Text(text) => Value::Text(text.into_owned().into()),
        Value::Bool(truth) => Value::Bool(truth),
        Value::Int(number) => Value::Int(number),
        Value::Decimal(decimal) => Value::Decimal(decimal),
        Value::Day(day) => Value::Day(day),
        _ => unreachable!("nothing else is asked for"),
    })
}

#[test]
fn conditions_hold_or_not() {
    for text in [
        "nights >= 7 && \"gold\" in tags",
        "nights % 2 == 1",
        "!(nights < 7) || false",
        "price + 0.2 == 0.3",
        "price * 3 == 0.3",
        "nights == 7.0",
        "arrival.weekday() == \"fri\" && arrival.month() == 12",
        "arrival + 14 == day(\"2027-01-01\")",
        "day(\"2027-01-01\") - arrival == 14",
        "ages.exists(age, age < 2) && ages.all(age, age < 12)",
        "size(tags) == 2 && tags[0].startsWith('go')",
        "nights > 3 ? true : false",
        "true || 1 / 0 == 1",
        "1 / 0 == 1 || true",
        "-nights == 0 - 7 && abs(-nights) == max(nights, 3)",
        "nights in [5, 7]",
        "min(7, 8.5) / 2 == 3.5 && (true ? 7 : 2.5) / 2 == 3.5 && [1, 2.5][0] / 2 == 0.5",
        "(nights > 1 ? [] : [3]).all(x, x > 1)",
        "2 + 3 * 4 == 14 && (2 + 3) * 4 == 20 && 7 / 2 == 3 && 7 / 2.0 == 3.5",
    ] {
        assert_eq!(evaluate(text).unwrap(), Value::Bool(true), "{text}");
    }
}

#[test]
fn faults_say_where_and_what() {
    for (text, told, at) in [
        ("nigths > 1", "did you mean `nights`?", 1),
        ("nights > \"a\"", "does not join int and text", 10),
        ("nights &&", "a value is missing before the end", 10),
        ("nights > 1)", "more than the expression needs", 11),
        ("nights == 1 and true", "more than the expression needs", 13),
        ("\"open", "the text has no end", 1),
        ("frobnicate(nights)", "there is no function `frobnicate` of (int)", 1),
        ("9223372036854775808 > 1", "too large", 1),
    ] {
        let error = evaluate(text).unwrap_err();
        assert_eq!(error.code(), Code::DefinitionExpression, "{text}");
        assert!(error.to_string().contains(told), "{text}: {error}");
        assert_eq!(error.details()["at"], at, "{text}: {error}");
    }
    for text in [
        "1 / 0 == 1",
        "nights * 9223372036854775807 > 1",
        "tags[2] == 'x'",
        "1.0 / 3 == 0.3",
        "arrival + 9999999 > arrival",
    ] {
        assert_eq!(evaluate(text).unwrap_err().code(), Code::ExpressionFailed, "{text}");
    }
}

#[test]
fn what_is_deep_or_long_is_refused() {
    let deep = format!("{}true{}", "(".repeat(1_000), ")".repeat(1_000));
    assert!(evaluate(&deep).unwrap_err().to_string().contains("deeper"));
    assert!(evaluate(&"!".repeat(2_000)).unwrap_err().to_string().contains("deeper"));
    assert!(
        evaluate(&" ".repeat(10_001))
            .unwrap_err()
            .to_string()
            .contains("characters")
    );
    let rows = (0..31).fold("1".to_owned(), |text, _| {
        format!("({text}){}{}", "*1".repeat(32), "+1".repeat(32))
    });
    assert_eq!(evaluate(&rows).unwrap(), Value::Int(1 + 31 * 32));
    let slow = "ages.all(a, ages.all(b, ages.all(c, ages.all(d, ages.all(e, ages.all(f, ages.all(g, ages.all(h, \
                ages.all(i, ages.all(j, ages.all(k, ages.all(l, ages.all(m, a + b + c + d < 99)))))))))))))";
    assert_eq!(evaluate(slow).unwrap_err().code(), Code::ExpressionFailed);
}
