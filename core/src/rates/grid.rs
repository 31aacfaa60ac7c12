use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{PriceRequest, RateList};
use crate::error::Code;
use crate::fault::Limits;
use crate::money::{Currency, Decimal};
use crate::time::{Day, DayRange};
use crate::{Error, Reason, Result};

/// Every arrival day × length of stay × party, for calendars and channel feeds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct GridRequest {
    /// The arrival days.
    pub arrivals: DayRange,
    /// The lengths of stay, in nights.
    pub nights: Vec<u16>,
    /// The parties.
    pub parties: Vec<GridParty>,
    /// How many rooms or units.
    #[serde(default = "one")]
    pub quantity: u32,
    /// The day of booking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booked_on: Option<Day>,
    /// Whether a draft is priced too.
    #[serde(default)]
    pub preview: bool,
}

/// A party of the grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct GridParty {
    /// How many adults.
    pub adults: u16,
    /// The ages of the children.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<u8>,
}

/// The answer to a grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Grid {
    /// The currency of every total.
    pub currency: Currency,
    /// Cells in the order of parties, then arrivals, then nights.
    pub cells: Vec<GridCell>,
}

/// One cell of the grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct GridCell {
    /// The place of the party in the request.
    pub party: u32,
    /// The arrival day.
    pub arrival: Day,
    /// The length of stay.
    pub nights: u16,
    /// The total, when there is one.
    pub total: Option<Decimal>,
    /// The code of the first reason, when there is none.
    pub code: Option<Code>,
}

/// How many cells a grid may have: three years × 30 lengths × 16 parties.
const MAX_CELLS: usize = 550_000;

impl RateList {
    /// The total of every arrival day, length of stay and party.
    pub fn grid(&self, request: &GridRequest) -> Result<Grid> {
        request.bounded()?;
        if request.arrivals.is_empty() {
            return Err(Error::new(Code::TimeReversed, "/arrivals", request.arrivals.reversed()));
        }
        let cells = request
            .arrivals
            .len()
            .saturating_mul(request.nights.len())
            .saturating_mul(request.parties.len());
        if cells > MAX_CELLS {
            let reason = Reason::new(
                Code::RequestRange,
                "",
                format!("{cells} cells; at most {MAX_CELLS} are priced at once"),
            );
            return Err(reason.with("cells", cells).with("limit", MAX_CELLS).into());
        }
        let mut grid = Vec::with_capacity(cells);
        for (number, party) in (0_u32..).zip(&request.parties) {
            let mut stay = PriceRequest {
                adults: party.adults,
                children: party.children.clone(),
                quantity: i32::try_from(request.quantity).unwrap_or(i32::MAX),
                booked_on: request.booked_on,
                preview: request.preview,
                ..PriceRequest::default()
            };
            for arrival in request.arrivals.days() {
                for nights in &request.nights {
                    stay.check_in = Some(arrival);
                    stay.check_out = arrival.plus(i32::from(*nights));
                    let (total, code) = match self.total(&stay) {
                        Ok(total) => (Some(total.amount), None),
                        Err(error) => (None, Some(error.code())),
                    };
                    grid.push(GridCell {
                        party: number,
                        arrival,
                        nights: *nights,
                        total,
                        code,
                    });
                }
            }
        }
        Ok(Grid {
            currency: self.definition().currency,
            cells: grid,
        })
    }
}

fn one() -> u32 {
    1
}
