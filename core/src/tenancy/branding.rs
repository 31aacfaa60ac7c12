use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::address::is_domain;
use super::naming::{self, check_keys};
use crate::fault::{Limits, entries};
use crate::form::{Faults, Pointer};
#[cfg(feature = "server")]
use crate::money::Decimal;
use crate::money::shortened;
use crate::{Code, Reason};

/// How a tenant looks and writes to people.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct TenantBrand {
    /// The logo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<BrandLogo>,
    /// Colours by name, such as `primary`, each with the colour of text on it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub colours: BTreeMap<String, BrandColour>,
    /// The name on e-mails.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "name"))]
    pub sender_name: Option<String>,
    /// The address that e-mails come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub sender_email: Option<String>,
    /// The address that answers go to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub reply_to: Option<String>,
    /// Where the host keeps the tenant's own templates, by kind, such as `invoice`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name", "valueFormat" = "text"))]
    pub templates: BTreeMap<String, String>,
}

/// A logo, which the host keeps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BrandLogo {
    /// Where the host keeps it.
    #[schemars(extend("format" = "text"))]
    pub file: String,
    /// `image/png` or `image/svg+xml`.
    #[schemars(extend("format" = "text"))]
    pub media_type: String,
    /// Its size.
    #[schemars(range(min = 1, max = 1_048_576))]
    pub bytes: u32,
}

/// A colour and the colour of text on it, as `#RRGGBB`; they differ enough to be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BrandColour {
    /// The colour.
    #[schemars(extend("format" = "text"))]
    pub fill: String,
    /// The colour of text on it.
    #[schemars(extend("format" = "text"))]
    pub text: String,
}

/// A colour as `#RRGGBB`: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour(pub(super) [u8; 3]);

impl Colour {
    /// Reads `#RRGGBB`, in capitals or not.
    pub(super) fn read(text: &str) -> Option<Colour> {
        let digits = text
            .strip_prefix('#')
            .filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Colour([red, green, blue]))
    }
}

/// How many colours and templates a brand has at most.
const MOST: usize = 100;

impl TenantBrand {
    pub(super) fn check(&self, place: &Pointer, faults: &mut Faults) {
        if let Some(logo) = &self.logo {
            let place = place.join("logo");
            if logo.file.trim().is_empty() {
                let reason = Reason::new(
                    Code::DefinitionRange,
                    place.join("file"),
                    "say where the host keeps the logo, such as `logos/acme.svg`",
                );
                faults.add(reason);
            }
            if !["image/png", "image/svg+xml"].contains(&logo.media_type.as_str()) {
                let message = format!(
                    "a logo cannot be `{}`; use `image/png` or `image/svg+xml`",
                    shortened(&logo.media_type)
                );
                faults.add(Reason::new(Code::DefinitionUnknown, place.join("media_type"), message));
            }
        }
        for (name, count) in [("colours", self.colours.len()), ("templates", self.templates.len())] {
            if let Some(message) = entries(count, MOST) {
                faults.add(Reason::new(Code::DefinitionRange, place.join(name), message).with("limit", MOST));
            }
        }
        check_keys(self.colours.keys(), &place.join("colours"), faults);
        check_keys(self.templates.keys(), &place.join("templates"), faults);
        if let Some(name) = &self.sender_name {
            naming::check(name, &place.join("sender_name"), faults);
        }
        for (name, colour) in &self.colours {
            colour.check(&place.join("colours").join(name), faults);
        }
        for (name, address) in [("sender_email", &self.sender_email), ("reply_to", &self.reply_to)] {
            if let Some(address) = address.as_ref().filter(|address| !is_email(address)) {
                let message = format!("`{}` is not an e-mail address", shortened(address));
                faults.add(Reason::new(Code::DefinitionRange, place.join(name), message));
            }
        }
    }
}

impl BrandColour {
    fn check(&self, place: &Pointer, faults: &mut Faults) {
        let mut read = |name: &str, text: &str| {
            let colour = Colour::read(text);
            if colour.is_none() {
                let message = format!("`{}` is not a colour; one is like `#1A73E8`", shortened(text));
                faults.add(Reason::new(Code::DefinitionRange, place.join(name), message));
            }
            colour
        };
        let (fill, text) = (read("fill", &self.fill), read("text", &self.text));
        if let (Some(fill), Some(text)) = (fill, text) {
            self.check_contrast(fill, text, place, faults);
        }
    }

    /// Whether text can be read is looked at where brands are made.
    #[cfg(not(feature = "server"))]
    fn check_contrast(&self, _: Colour, _: Colour, _: &Pointer, _: &mut Faults) {}

    #[cfg(feature = "server")]
    fn check_contrast(&self, fill: Colour, text: Colour, place: &Pointer, faults: &mut Faults) {
        let contrast = text.against(fill);
        if !contrast.is_enough() {
            let message = format!(
                "`{}` is hard to read on `{}`: the contrast is {contrast}, and text needs at least 4.5 to 1",
                self.text, self.fill
            );
            let reason = Reason::new(Code::DefinitionRange, place, message);
            faults.add(
                reason
                    .with("ratio", contrast.ratio())
                    .with("least", Decimal::from_units(45, 1)),
            );
        }
    }
}

/// Whether it has the form of an e-mail address: what stands before the `@` is the receiving house's own affair.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let well = |letter: char| !letter.is_whitespace() && !letter.is_control() && !"@<>,;\"".contains(letter);
    (1..=64).contains(&local.len()) && local.chars().all(well) && is_domain(&domain.to_ascii_lowercase())
}
