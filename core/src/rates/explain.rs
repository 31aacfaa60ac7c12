use crate::JsonSchema;
use serde::{Deserialize, Serialize};

use super::price::{Line, LineKind, Price};
use super::{PriceRequest, RateList};
use crate::Result;
use crate::error::ErrorReport;
use crate::fault::Limits;
use crate::money::Decimal;
use crate::time::Day;

/// A price or a refusal in sentences.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Explanation {
    /// One sentence for each line or reason, and one for the total.
    pub sentences: Vec<String>,
    /// The price, when there is one.
    pub price: Option<Price>,
    /// Every reason, when there is none.
    pub error: Option<ErrorReport>,
}

impl RateList {
    /// The price in sentences, or every reason against it.
    pub fn explain(&self, request: &PriceRequest) -> Result<Explanation> {
        request.bounded()?;
        Ok(match self.price(request) {
            Ok(price) => Explanation {
                sentences: sentences(&price),
                price: Some(price),
                error: None,
            },
            Err(error) => {
                let sentences = error
                    .reasons()
                    .map(|reason| format!("Refused: {} ({}).", reason.message, reason.code));
                Explanation {
                    sentences: sentences.collect(),
                    price: None,
                    error: Some(error.report()),
                }
            }
        })
    }
}

/// Lines in a row that differ by nothing but the day are told in one sentence.
fn sentences(price: &Price) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut rest = price.lines.as_slice();
    while let Some(first) = rest.first() {
        let alike = |line: &&Line| {
            Line {
                day: first.day,
                ..(*line).clone()
            } == *first
        };
        let count = rest.iter().take_while(alike).count().max(1);
        let (run, others) = rest.split_at(count);
        sentences.push(sentence(run, first, price));
        rest = others;
    }
    for tax in price.taxes.iter().filter(|tax| tax.inclusive) {
        let percent = tax
            .percent
            .map_or_else(String::new, |percent| format!(" {}%", percent.normalized()));
        sentences.push(format!(
            "The prices include {}{percent}: {1} {2} on {3} {2}.",
            tax.name, tax.amount, price.currency, tax.base
        ));
    }
    let version = price.list_code.as_deref().map_or_else(String::new, |code| {
        format!(" by {code}, version {}", price.list_version)
    });
    sentences.push(format!("The total is {} {}{version}.", price.total, price.currency));
    sentences
}

fn sentence(run: &[Line], line: &Line, price: &Price) -> String {
    let when = match (line.day, run.last().and_then(|last| last.day)) {
        (Some(first), Some(last)) if first == last => format!(" on {}", dated(first)),
        (Some(first), Some(last)) => format!(" on each of {} days, {} to {}", run.len(), dated(first), dated(last)),
        _ => String::new(),
    };
    let times = if line.quantity == Decimal::ONE {
        String::new()
    } else {
        format!("{} × ", line.quantity)
    };
    let sum = if line.quantity == Decimal::ONE {
        String::new()
    } else {
        format!(" = {}", line.amount)
    };
    let counted = format!("{times}{}{sum} {}", line.unit_amount, price.currency);
    let label = &line.label;
    match line.kind {
        LineKind::Discount if !line.amount.is_negative() => {
            format!("{label} takes back {} {}{when}.", line.amount, price.currency)
        }
        LineKind::Tax | LineKind::Fee if line.amount.is_negative() => {
            format!("{label} gives back {} {}{when}.", line.amount.abs(), price.currency)
        }
        LineKind::Discount => format!("{label} takes off {} {}{when}.", -line.amount, price.currency),
        LineKind::Tax | LineKind::Fee => format!("{label} adds {counted}{when}."),
        LineKind::Rounding => {
            let way = if line.amount.is_negative() { "takes off" } else { "adds" };
            format!("Rounding the total {way} {} {}.", line.amount.abs(), price.currency)
        }
        LineKind::Child if line.amount.is_zero() => format!("{label}: {times}free{when}."),
        LineKind::ExtraAdult => format!("Extra adults at {label} prices: {counted}{when}."),
        _ => format!("{label}: {counted}{when}."),
    }
}

fn dated(day: Day) -> String {
    let weekday = day.weekday().to_string();
    format!("{} {day}", weekday.get(..3).unwrap_or_default())
}
