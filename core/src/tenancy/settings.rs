use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{Tenant, TenantId};
use crate::fault::Limits;
use crate::form::{Faults, Pointer};
use crate::money::{Currency, Locale, shortened};
use crate::time::{OpeningHours, Zone};
use crate::{Code, Reason, Result};

/// How a tenant works: each setting has a default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct TenantSettings {
    /// The zone of its clock.
    pub zone: Zone,
    /// The currency of its books.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// The language it writes in, as a tag of BCP 47 such as `de` or `pt-BR`.
    #[schemars(extend("format" = "text"))]
    pub locale: String,
    /// How it writes amounts, whatever the language.
    pub number_format: Locale,
    /// Where it is taxed, such as `DE` or `US-NY`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub tax_region: Option<String>,
    /// When it is open, by its zone; always when not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business_hours: Option<OpeningHours>,
    /// How people log in.
    pub sign_in: SignInRules,
    /// For so many times 24 hours a deleted tenant is kept and can be restored.
    #[schemars(range(max = 3650))]
    pub kept_days: u16,
}

/// How people log in, and for how long.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct SignInRules {
    /// A session ends after so many minutes without a request.
    #[schemars(range(min = 1, max = 43200))]
    pub idle_minutes: u32,
    /// A session ends after so many minutes, whatever happens in it.
    #[schemars(range(min = 1, max = 525600))]
    pub session_minutes: u32,
    /// Whether a second factor is demanded.
    pub second_factor: bool,
    /// The fewest letters of a password.
    #[schemars(range(min = 8, max = 128))]
    pub password_length: u32,
    /// After so many days a password must be changed; never when not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 3650))]
    pub password_days: Option<u32>,
    /// So many former passwords are not taken again.
    #[schemars(range(max = 24))]
    pub passwords_remembered: u32,
}

impl Default for TenantSettings {
    fn default() -> Self {
        TenantSettings {
            zone: Zone::UTC,
            currency: None,
            locale: "en".to_owned(),
            number_format: Locale::EnUs,
            tax_region: None,
            business_hours: None,
            sign_in: SignInRules::default(),
            kept_days: 90,
        }
    }
}

impl Default for SignInRules {
    fn default() -> Self {
        SignInRules {
            idle_minutes: 30,
            session_minutes: 720,
            second_factor: false,
            password_length: 12,
            password_days: None,
            passwords_remembered: 0,
        }
    }
}

impl TenantSettings {
    pub(super) fn check(&self, place: &Pointer, faults: &mut Faults) {
        if !is_language(&self.locale) {
            let message = format!(
                "`{}` is not a language tag; one is like `de` or `pt-BR`",
                shortened(&self.locale)
            );
            faults.add(Reason::new(Code::DefinitionRange, place.join("locale"), message));
        }
        if let Some(region) = self.tax_region.as_ref().filter(|region| !is_region(region)) {
            let message = format!("`{}` is not a region; one is like `DE` or `US-NY`", shortened(region));
            faults.add(Reason::new(Code::DefinitionRange, place.join("tax_region"), message));
        }
        if let Some(hours) = &self.business_hours {
            for mut reason in hours.check(&place.join("business_hours")) {
                if reason.code == Code::RequestRange {
                    reason.code = Code::DefinitionRange;
                }
                faults.add(reason);
            }
        }
        let SignInRules {
            idle_minutes,
            session_minutes,
            ..
        } = self.sign_in;
        if idle_minutes > session_minutes {
            let message =
                format!("{idle_minutes} idle minutes are longer than a whole session, {session_minutes} minutes");
            let place = place.join("sign_in").join("idle_minutes");
            faults.add(Reason::new(Code::DefinitionConflict, place, message));
        }
    }
}

/// A language, then perhaps a script and a place: `de`, `zh-Hant`, `pt-BR`, `es-419`.
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-').peekable();
    let language = parts.next().unwrap_or_default();
    let small = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase());
    let script = |part: &str| {
        let (first, rest) = part.split_at_checked(1).unwrap_or_default();
        part.len() == 4 && first.bytes().all(|byte| byte.is_ascii_uppercase()) && small(rest)
    };
    let place = |part: &str| {
        let letters = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase());
        letters || (part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let _ = parts.next_if(|part| script(part));
    let _ = parts.next_if(|part| place(part));
    (2..=3).contains(&language.len()) && small(language) && parts.next().is_none()
}

/// A country of ISO 3166, then perhaps its parts: `DE`, `US-NY`, `US-NY-NYC`.
fn is_region(text: &str) -> bool {
    let (country, parts) = text
        .split_once('-')
        .map_or((text, None), |(country, parts)| (country, Some(parts)));
    let part = |part: &str| {
        (1..=10).contains(&part.len())
            && part
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    country.len() == 2
        && country.bytes().all(|byte| byte.is_ascii_uppercase())
        && parts.is_none_or(|parts| parts.split('-').all(part))
}

/// A tenant's settings are asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SettingsRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
}

impl Tenant {
    /// The tenant's settings, defaults included.
    pub fn settings(&self, request: &SettingsRequest) -> Result<TenantSettings> {
        request.bounded()?;
        let _ = self.scope(&request.tenant)?;
        Ok(self.definition().settings.clone())
    }
}
