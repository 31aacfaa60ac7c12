use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::money::shortened;
use crate::tenancy::{Tenant, TenantId};
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// Did somebody agree to this, at that moment?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ConsentRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// To what.
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub purpose: String,
    /// To which version of the text; to any when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub version: Option<String>,
    /// At which moment.
    pub at: Instant,
    /// What the person gave and withdrew, in any order.
    pub history: Vec<ConsentEntry>,
}

/// Somebody agreed to something, or no longer does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ConsentEntry {
    /// To what.
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub purpose: String,
    /// The version of the text that was agreed to; a withdrawal is of all versions.
    #[serde(default)]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub version: Option<String>,
    /// Whether it was given, or withdrawn.
    pub given: bool,
    /// When.
    pub at: Instant,
    /// Where it came from: a form, a call, a letter.
    #[serde(default)]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub source: Option<String>,
}

/// Whether somebody agrees.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ConsentStanding {
    /// Whether they do.
    pub given: bool,
    /// What decides: the consent or its withdrawal; nothing when they were never asked.
    pub entry: Option<ConsentEntry>,
}

impl Tenant {
    /// Says whether a consent held at a moment, and by which entry. The last entry at or before the moment decides; of two
    /// at the same moment the withdrawal.
    pub fn consent(&self, request: &ConsentRequest) -> Result<ConsentStanding> {
        request.bounded()?;
        let _ = self.scope(&request.tenant)?;
        let known = |purpose: &String| self.definition().privacy.purposes.contains(purpose);
        let unknown = |purpose: &str, place: String| {
            let message = format!(
                "there is no purpose `{}`; declare it in `privacy.purposes`",
                shortened(purpose)
            );
            Reason::new(Code::RequestUnknown, place, message)
        };
        let mut reasons = Vec::new();
        if !known(&request.purpose) {
            reasons.push(unknown(&request.purpose, "/purpose".to_owned()));
        }
        for (index, entry) in request.history.iter().enumerate() {
            if entry.given && entry.version.is_none() {
                let message = "a consent needs the version of the text that was agreed to";
                let place = format!("/history/{index}/version");
                reasons.push(Reason::new(Code::RequestMissing, place, message));
            }
        }
        Error::unless_empty(reasons)?;
        let concerns = |entry: &&ConsentEntry| {
            let version = request.version.is_none() || !entry.given || entry.version == request.version;
            entry.purpose == request.purpose && entry.at <= request.at && version
        };
        let last = request
            .history
            .iter()
            .filter(concerns)
            .max_by_key(|entry| (entry.at, !entry.given));
        Ok(ConsentStanding {
            given: last.is_some_and(|entry| entry.given),
            entry: last.cloned(),
        })
    }
}
