use core::net::IpAddr;
use std::collections::HashMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

#[cfg(feature = "server")]
use super::seconds;
use crate::fault::Limits;
use crate::form::{Faults, Pointer};
use crate::money::shortened;
use crate::tenancy::{Tenant, TenantId};
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// Addresses that pass, or do not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AddressRule {
    /// An address, or a range such as `10.1.0.0/16` or `2001:db8::/32`.
    #[schemars(length(max = 60), extend("format" = "text"))]
    pub range: String,
    /// Whether they pass.
    pub effect: AddressEffect,
    /// Until when it holds; always when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Instant>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 500), extend("format" = "text"))]
    pub reason: Option<String>,
}

/// What becomes of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AddressEffect {
    /// It is refused.
    Block,
    /// It passes.
    Allow,
}

/// May somebody from this address come in?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AddressRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// The address.
    #[schemars(extend("format" = "text"))]
    pub address: String,
    /// The moment.
    pub now: Instant,
    /// Rules beside those of the tenant: addresses that were blocked for an hour.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10_000))]
    pub rules: Vec<AddressRule>,
}

/// Whether an address passes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AddressAnswer {
    /// Whether it passes.
    pub allowed: bool,
    /// By which rule; none when no rule speaks of it, and then it passes.
    pub rule: Option<AddressRule>,
    /// Why it is refused.
    pub reasons: Vec<Reason>,
}

/// A range of addresses: those that share their first bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::tenancy) struct IpRange {
    of_four: bool,
    /// The first bits, from the highest on.
    bits: u128,
    shared: u8,
}

impl IpRange {
    /// An IPv4 address inside IPv6 is that IPv4 address, so that nobody gets round a rule by writing it otherwise.
    fn of(address: IpAddr) -> IpRange {
        match address.to_canonical() {
            IpAddr::V4(four) => IpRange {
                of_four: true,
                bits: u128::from(four.to_bits()) << 96,
                shared: 32,
            },
            IpAddr::V6(six) => IpRange {
                of_four: false,
                bits: six.to_bits(),
                shared: 128,
            },
        }
    }

    /// Reads `10.0.0.1`, `10.0.0.0/8`, `2001:db8::/32`.
    pub(in crate::tenancy) fn read(text: &str, code: Code, place: impl Into<String>) -> Result<IpRange> {
        let wrong = |message: String| Error::from(Reason::new(code, place, message));
        let (address, shared) = match text.split_once('/') {
            Some((address, shared)) => (address, Some(shared)),
            None => (text, None),
        };
        let none = || {
            format!(
                "`{}` is neither an address nor a range such as \"10.1.0.0/16\"",
                shortened(text)
            )
        };
        let Ok(parsed) = address.parse::<IpAddr>() else {
            return Err(wrong(none()));
        };
        let mut range = IpRange::of(parsed);
        if let Some(shared) = shared {
            let digits = !shared.is_empty() && shared.bytes().all(|byte| byte.is_ascii_digit());
            let written_as_six = parsed.is_ipv6() && range.of_four;
            let given = shared.parse::<u8>().ok().filter(|_| digits);
            let bits = given.and_then(|bits| {
                if written_as_six {
                    bits.checked_sub(96)
                } else {
                    Some(bits)
                }
            });
            match bits.filter(|bits| *bits <= range.shared) {
                Some(bits) => range.shared = bits,
                None => return Err(wrong(none())),
            }
        }
        if range.bits & !range.mask() != 0 {
            let shared = shared.unwrap_or_default();
            let message = format!(
                "`{}` is not the beginning of a range of /{shared}; set the bits after the first {shared} to zero",
                shortened(text)
            );
            return Err(wrong(message));
        }
        Ok(range)
    }

    fn mask(self) -> u128 {
        u128::MAX
            .checked_shl(128 - u32::from(self.shared.min(128)))
            .unwrap_or(0)
    }

    /// Whether the other range lies in this one.
    pub(in crate::tenancy) fn holds(self, other: IpRange) -> bool {
        self.of_four == other.of_four && self.shared <= other.shared && (self.bits ^ other.bits) & self.mask() == 0
    }
}

/// Reads one address.
pub(in crate::tenancy) fn address(text: &str, place: &str) -> Result<IpRange> {
    text.parse::<IpAddr>().map(IpRange::of).map_err(|_| {
        let message = format!("`{}` is not an IPv4 or IPv6 address", shortened(text));
        Reason::new(Code::RequestRange, place, message).into()
    })
}

/// The tenant's own rules for addresses.
#[derive(Clone, Debug)]
pub(in crate::tenancy) struct Addresses(Vec<(IpRange, AddressRule)>);

impl Addresses {
    pub(in crate::tenancy) fn compile(rules: &[AddressRule], place: &Pointer, faults: &mut Faults) -> Self {
        let mut ranges = HashMap::new();
        let mut read = Vec::with_capacity(rules.len());
        for (index, rule) in rules.iter().enumerate() {
            let place = place.join(index).join("range");
            match IpRange::read(&rule.range, Code::DefinitionRange, &place) {
                Ok(range) => {
                    if let Some(earlier) = ranges.insert(range, index) {
                        let message = format!("entry {earlier} already has this range");
                        faults.add(Reason::new(Code::DefinitionConflict, place, message));
                    }
                    read.push((range, rule.clone()));
                }
                Err(error) => error.into_reasons().into_iter().for_each(|reason| faults.add(reason)),
            }
        }
        Addresses(read)
    }
}

#[cfg(feature = "server")]
impl Tenant {
    /// Whether an address passes: the most specific range that holds it decides, and of equal ones the one that allows.
    pub fn address(&self, request: &AddressRequest) -> Result<AddressAnswer> {
        request.bounded()?;
        let _ = self.scope(&request.tenant)?;
        let asked = address(&request.address, "/address")?;
        let mut faults = Vec::new();
        let mut rules: Vec<_> = self.addresses.0.iter().map(|(range, rule)| (*range, rule)).collect();
        for (index, rule) in request.rules.iter().enumerate() {
            match IpRange::read(&rule.range, Code::RequestRange, format!("/rules/{index}/range")) {
                Ok(range) => rules.push((range, rule)),
                Err(error) => faults.extend(error.into_reasons()),
            }
        }
        Error::unless_empty(faults)?;
        let speaks = |(range, rule): &(IpRange, &AddressRule)| {
            rule.expires_at.is_none_or(|expires| request.now < expires) && range.holds(asked)
        };
        let best = rules
            .into_iter()
            .filter(speaks)
            .max_by_key(|(range, rule)| (range.shared, rule.effect));
        let rule = best.map(|(_, rule)| rule.clone());
        let reason = rule
            .as_ref()
            .filter(|rule| rule.effect == AddressEffect::Block)
            .map(|rule| {
                let message = format!("`{}` is blocked", shortened(&request.address));
                let reason = Reason::new(Code::TenancyAddressBlocked, "/address", message).with("range", &rule.range);
                match rule.expires_at {
                    Some(expires) => reason
                        .with("expires_at", expires)
                        .with("retry_after_seconds", seconds(expires.microseconds_since(request.now))),
                    None => reason,
                }
            });
        Ok(AddressAnswer {
            allowed: reason.is_none(),
            rule,
            reasons: reason.into_iter().collect(),
        })
    }
}
