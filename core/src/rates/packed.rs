use crate::JsonSchema;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::RateList;
use crate::fault::Limits;
use crate::form;
use crate::{Code, Error, Result};

/// A request for a list's compact form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PackRequest {}

/// A list in its compact form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Packed {
    /// How many bytes the definition has as JSON.
    pub json_bytes: u64,
    /// The compact form in Base64: gzip, with its checksum. Its bytes load as JSON does.
    #[schemars(extend("format" = "text"))]
    pub content_base64: String,
}

impl RateList {
    /// The list as bytes for a device.
    ///
    /// ```
    /// use ratebook::rates::RateList;
    /// # fn main() -> ratebook::Result<()> {
    /// let list = RateList::load_text(
    ///     br#"{"name": "Double room", "currency": "EUR", "unit": "night", "prices": {"base": "100"},
    ///          "valid": {"first": "2026-01-01", "last": "2026-12-31"}}"#,
    /// )?;
    /// let same = RateList::load_text(&list.compact()?)?;
    /// assert_eq!(same.definition(), list.definition());
    /// # Ok(()) }
    /// ```
    pub fn compact(&self) -> Result<Vec<u8>> {
        form::pack(&self.json()?)
    }

    /// The compact form for those who hold JSON.
    pub fn pack(&self, _: &PackRequest) -> Result<Packed> {
        let json = self.json()?;
        Ok(Packed {
            json_bytes: json.len() as u64,
            content_base64: STANDARD.encode(form::pack(&json)?),
        })
    }

    fn json(&self) -> Result<Vec<u8>> {
        let written = serde_json::to_vec(self.definition());
        written.map_err(|error| Error::new(Code::DefinitionType, "", format!("the list cannot be written: {error}")))
    }
}
