//! A toy slice of the Node bridge, twice: through JSON text, and through serde over JavaScript values.

use napi::bindgen_prelude::{BufferSlice, Env, Result, Unknown};
use napi_derive::napi;
use ratebook::money::Decimal;
use ratebook::time::Day;
use serde::{Deserialize, Serialize};

#[path = "../../../bindings-node/src/bridge/mod.rs"]
mod bridge;

use bridge::{Named, Spelling};

macro_rules! slice {
    ($(#[$spelling:meta])? $module:ident) => {
        mod $module {
            use super::*;

            #[derive(Deserialize)]
            #[serde(deny_unknown_fields)]
            $(#[$spelling])?
            pub(super) struct Stay {
                pub(super) check_in: Day,
                pub(super) check_out: Day,
                pub(super) adults: u32,
                #[serde(default)]
                pub(super) children: Vec<u32>,
                pub(super) booked_on: Option<Day>,
            }

            #[derive(Serialize)]
            $(#[$spelling])?
            pub(super) struct Total {
                pub(super) amount: Decimal,
                pub(super) currency: &'static str,
            }

            #[derive(Clone, Serialize)]
            $(#[$spelling])?
            pub(super) struct Line {
                pub(super) kind: &'static str,
                pub(super) rule_name: String,
                pub(super) first_day: Day,
                pub(super) last_day: Day,
                pub(super) quantity: u32,
                pub(super) unit_amount: Decimal,
                pub(super) line_amount: Decimal,
                pub(super) tax_included: bool,
            }

            #[derive(Serialize)]
            $(#[$spelling])?
            pub(super) struct Price {
                pub(super) total: Total,
                pub(super) lines: Vec<Line>,
            }

            impl Stay {
                fn heads(&self) -> u32 {
                    self.adults + self.children.iter().filter(|age| **age > 2).count() as u32
                }

                pub(super) fn total(&self) -> Total {
                    let nights = self.booked_on.map_or(7, |day| if day < self.check_in { 7 } else { 8 });
                    let nights = if self.check_in < self.check_out { nights } else { 0 };
                    let amount = Decimal::from(i64::from(self.heads() * nights));
                    Total { amount, currency: "EUR" }
                }

                pub(super) fn price(&self) -> Price {
                    let line = Line {
                        kind: "night",
                        rule_name: "high season 2026".to_owned(),
                        first_day: self.check_in,
                        last_day: self.check_out,
                        quantity: 7,
                        unit_amount: Decimal::from(124),
                        line_amount: Decimal::from(868),
                        tax_included: true,
                    };
                    Price { total: self.total(), lines: vec![line; 25] }
                }
            }
        }
    };
}

slice!(snake);
slice!(
    #[serde(rename_all = "camelCase")]
    camel
);

fn refused(error: impl std::fmt::Display) -> napi::Error {
    napi::Error::from_reason(error.to_string())
}

fn to_camel_json(value: &impl Serialize) -> Result<String> {
    bridge::to_json(value, Some(&|_, value| value)).map_err(refused)
}

fn camel_names<S>(inner: S) -> Named<S> {
    let spelling = Spelling::Camel;
    Named { inner, spelling }
}

fn read_bytes(bytes: &[u8]) -> Result<snake::Stay> {
    let (inner, spelling) = (&mut serde_json::Deserializer::from_slice(bytes), Spelling::Wire);
    snake::Stay::deserialize(Named { inner, spelling }).map_err(refused)
}

fn read_text(text: &str) -> Result<snake::Stay> {
    let mut source = serde_json::Deserializer::from_str(text);
    let stay = snake::Stay::deserialize(camel_names(&mut source)).map_err(refused)?;
    source.end().map_err(refused)?;
    Ok(stay)
}

/// Nothing but the call.
#[napi]
pub fn nothing() {}

/// Nothing but a string in and a string out.
#[napi]
pub fn echo(text: String) -> String {
    text
}

/// Way A: text in, text out.
#[napi]
pub fn total_by_text(text: String) -> Result<String> {
    to_camel_json(&read_text(&text)?.total())
}

/// Way A: text in, text out.
#[napi]
pub fn price_by_text(text: String) -> Result<String> {
    to_camel_json(&read_text(&text)?.price())
}

/// Way A for a slice of stays.
#[napi]
pub fn totals_by_text(text: String) -> Result<String> {
    let mut source = serde_json::Deserializer::from_str(&text);
    let stays = Vec::<snake::Stay>::deserialize(camel_names(&mut source)).map_err(refused)?;
    let totals: Vec<_> = stays.iter().map(snake::Stay::total).collect();
    to_camel_json(&totals)
}

/// Way B: serde over JavaScript values.
#[napi]
pub fn total_by_values<'env>(env: &'env Env, stay: Unknown<'env>) -> Result<Unknown<'env>> {
    let stay: camel::Stay = env.from_js_value(stay)?;
    env.to_js_value(&stay.total())
}

/// Way B: serde over JavaScript values.
#[napi]
pub fn price_by_values<'env>(env: &'env Env, stay: Unknown<'env>) -> Result<Unknown<'env>> {
    let stay: camel::Stay = env.from_js_value(stay)?;
    env.to_js_value(&stay.price())
}

/// Way B for a slice of stays.
#[napi]
pub fn totals_by_values<'env>(env: &'env Env, stays: Unknown<'env>) -> Result<Unknown<'env>> {
    let stays: Vec<camel::Stay> = env.from_js_value(stays)?;
    let totals: Vec<_> = stays.iter().map(camel::Stay::total).collect();
    env.to_js_value(&totals)
}

/// Half of each: values in, text out.
#[napi]
pub fn total_by_values_and_text<'env>(env: &'env Env, stay: Unknown<'env>) -> Result<String> {
    let stay: camel::Stay = env.from_js_value(stay)?;
    to_camel_json(&stay.total())
}

/// JSON bytes in and out, for those who already hold JSON.
#[napi]
pub fn total_by_bytes<'env>(env: &'env Env, bytes: &[u8]) -> Result<BufferSlice<'env>> {
    let total = bridge::to_json(&read_bytes(bytes)?.total(), None).map_err(refused)?;
    BufferSlice::copy_from(env, total)
}
