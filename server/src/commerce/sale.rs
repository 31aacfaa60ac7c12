//! What a storefront is asked, as it is sent.

use std::collections::BTreeMap;

use ratebook::books::AvailabilityAndPriceRequest;
use ratebook::{Code, Error};
use serde_json::{Value, json};

use super::jobs::Sent;

/// The most units of anything.
const MOST_UNITS: i32 = 100_000;

/// What is for sale among the records of an entity?
#[derive(Clone, Debug)]
pub(super) struct ForSale {
    /// Of what; not given where one entity alone is sold.
    pub(super) entity: Option<String>,
    /// Which of them, as the address of a list says it.
    pub(super) filter: BTreeMap<String, String>,
    pub(super) q: Option<String>,
    /// What is told of a record beside its id.
    pub(super) fields: Vec<String>,
    pub(super) request: AvailabilityAndPriceRequest,
}

impl Sent {
    pub(super) fn for_sale(mut self) -> Result<ForSale, Error> {
        self.only(&[
            "entity", "filter", "q", "fields", "when", "units", "party", "partner", "hold", "preview",
        ])?;
        let mut party = self.party()?;
        (party.quantity, party.preview) = (self.units()?, self.preview()?);
        let (entity, q) = (self.text("entity", 100, false)?, self.text("q", 200, false)?);
        let filter = self.filter()?;
        let fields: Vec<String> = match self.fields.remove("fields") {
            None => Vec::new(),
            Some(fields) => serde_json::from_value(fields)
                .map_err(|_| Error::new(Code::RequestType, "/fields", "`fields` must be a list of names"))?,
        };
        self.otherwise("request", json!({}));
        let mut request: AvailabilityAndPriceRequest = self.read()?;
        request.request = *party;
        Ok(ForSale {
            entity,
            filter,
            q,
            fields,
            request,
        })
    }

    fn units(&mut self) -> Result<i32, Error> {
        let Some(units) = self.fields.remove("units") else {
            return Ok(1);
        };
        let number = units.as_i64().and_then(|number| i32::try_from(number).ok());
        number
            .filter(|number| (1..=MOST_UNITS).contains(number))
            .ok_or_else(|| {
                let message = format!("`units` is a whole number from 1 to {MOST_UNITS}");
                Error::new(Code::RequestRange, "/units", message)
            })
    }

    /// Filters, as the address of a list has them.
    fn filter(&mut self) -> Result<BTreeMap<String, String>, Error> {
        let wrong = |place: &str| {
            let message = "a filter is an object such as {\"capacity_first\": \"2\"}, as the address of a list has it";
            Error::new(Code::RequestType, place, message)
        };
        let given = match self.fields.remove("filter") {
            None => return Ok(BTreeMap::new()),
            Some(Value::Object(given)) => given,
            Some(_) => return Err(wrong("/filter")),
        };
        let read = given.into_iter().map(|(name, value)| match value {
            Value::String(text) => Ok((name, text)),
            Value::Number(number) => Ok((name, number.to_string())),
            Value::Bool(truth) => Ok((name, truth.to_string())),
            _ => Err(wrong("/filter")),
        });
        read.collect()
    }

    /// Whether drafts are to be priced too, as they would be once they are published.
    pub(super) fn preview(&mut self) -> Result<bool, Error> {
        match self.fields.remove("preview") {
            None => Ok(false),
            Some(Value::Bool(preview)) => Ok(preview),
            Some(_) => Err(Error::new(Code::RequestType, "/preview", "`preview` is true or false")),
        }
    }
}
