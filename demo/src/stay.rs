use std::fmt::Write;

use ratebook::Result;
use ratebook::rates::{PriceRequest, RateList};

/// The price of a stay, line by line.
pub(crate) fn priced(list: &RateList, request: &PriceRequest) -> Result<String> {
    let price = list.price(request)?;
    let mut text = String::new();
    for line in &price.lines {
        let day = line.day.map_or_else(String::new, |day| day.to_string());
        let counted = format!("{} × {}", line.quantity, line.unit_amount);
        let _ = writeln!(
            text,
            "  {day:<10}  {:<28}{counted:>16}{:>11}",
            line.label,
            line.amount.to_string()
        );
    }
    let total = format!("{} {}", price.total, price.currency);
    let _ = writeln!(text, "  {:<10}  {:<28}{:>16}{total:>15}", "", "total", "");
    Ok(text)
}

/// Every reason against a stay, or its total when there is none.
pub(crate) fn refused(list: &RateList, request: &PriceRequest) -> String {
    let mut text = String::new();
    match list.price(request) {
        Ok(price) => {
            let _ = writeln!(text, "  it can be had for {} {}", price.total, price.currency);
        }
        Err(error) => {
            for reason in error.reasons() {
                let _ = writeln!(
                    text,
                    "  {:<26}{} (`{}`)",
                    reason.code.as_str(),
                    reason.message,
                    reason.path
                );
            }
        }
    }
    text
}
