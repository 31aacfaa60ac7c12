//! Any text as a condition; what compiles must come to a value or a fault, and its canonical form must be the same condition.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ratebook::expression::{Environment, Expression, Type, Value};

fuzz_target!(|text: &str| {
    let environment = Environment::new([
        ("nights", Type::Int),
        ("price", Type::Decimal),
        ("arrival", Type::Day),
        ("now", Type::Instant),
        ("tags", Type::List(Box::new(Type::Text))),
        ("note", Type::Optional(Box::new(Type::Text))),
        ("customer.name", Type::Text),
    ]);
    let Ok(expression) = Expression::compile(text, &environment) else { return };
    let facts = [
        Value::Int(7),
        Value::Decimal("12.50".parse().expect("a decimal")),
        Value::Day("2026-12-18".parse().expect("a day")),
        Value::Instant("2026-12-18T10:00:00Z".parse().expect("an instant")),
        Value::List(vec![Value::Text("gold".into())]),
        Value::Null,
        Value::Text("Ana".into()),
    ];
    let facts = facts.as_slice();
    let value = expression.evaluate(&facts);
    let again = Expression::compile(&expression.to_string(), &environment);
    // Brackets and spaces may make the canonical form of a very long text longer than what is read.
    if let Ok(again) = again {
        assert_eq!(again, expression);
        assert_eq!(again.evaluate(&facts), value);
    }
});
