//! Any text as a condition; what compiles must come to a value or a fault.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ratebook::expression::{Environment, Expression, Type, Value};

fuzz_target!(|text: &str| {
    let environment = Environment::new([
        ("nights", Type::Int),
        ("price", Type::Decimal),
        ("arrival", Type::Day),
        ("tags", Type::List(Box::new(Type::Text))),
    ]);
    let Ok(expression) = Expression::compile(text, &environment) else { return };
    let facts = [
        Value::Int(7),
        Value::Decimal("12.50".parse().expect("a decimal")),
        Value::Day("2026-12-18".parse().expect("a day")),
        Value::List(vec![Value::Text("gold".into())]),
    ];
    let facts = facts.as_slice();
    let _ = expression.evaluate(&facts);
});
