//! Who may, and how much?
//!
//! Without the feature `server` a definition is the same and is checked the same, but for the contrast of a brand's colours; what is
//! counted, hashed, erased or handed out by a server cannot be asked.
#![cfg_attr(
    not(feature = "server"),
    expect(
        dead_code,
        unused_imports,
        unreachable_pub,
        reason = "a definition is checked as a whole, though only a server asks for some of it"
    )
)]

pub mod access;
mod address;
#[cfg(feature = "server")]
mod audit;
mod branding;
mod budgets;
#[cfg(feature = "server")]
mod contrast;
mod fields;
pub mod flags;
#[cfg(feature = "server")]
mod keys;
mod limits;
mod naming;
mod numbers;
mod places;
mod policies;
mod privacy;
mod quotas;
mod scope;
mod settings;
mod shelf;
mod standing;
mod tenant;

pub use address::{SlugRequest, slug};
#[cfg(feature = "server")]
pub use audit::{
    AuditAnchor, AuditAnchorRequest, AuditAppendRequest, AuditBreak, AuditBreakKind, AuditChange, AuditLink, AuditMask,
    AuditRecord, AuditReport, AuditReveal, AuditVerifyRequest, audit_anchor, audit_append, audit_commitment,
    audit_verify,
};
pub(crate) use branding::is_email;
pub use branding::{BrandColour, BrandLogo, TenantBrand};
pub use budgets::Budget;
#[cfg(feature = "server")]
pub use budgets::{BudgetForecast, BudgetRequest, BudgetStanding, BudgetState, BudgetTrend, DaySpend};
pub use fields::{CheckFieldsRequest, CheckedFields, CustomField, CustomFieldKind, EntityFields, UnknownFields};
#[cfg(feature = "server")]
pub use keys::{ApiKeyRecord, CheckKeyRequest, KeyCheck, NewKey, NewKeyRequest};
pub(crate) use limits::check_rate_limits;
#[cfg(feature = "server")]
pub use limits::{
    AddressAnswer, AddressRequest, LockoutAnswer, LockoutEvent, LockoutMark, LockoutRequest, LockoutState,
    RateDecision, RateLimit, RateLimitAnswer, RateLimitCall, RateLimitRequest, RateLimitState, RateLimitVerdict,
    RateMark,
};
pub use limits::{
    AddressEffect, AddressRule, LockoutRule, PREMIUM, RateFigures, RateLimitKey, RateLimitKind, RateLimitRule,
    SHIPPED_LOCKOUTS, SHIPPED_RATE_LIMITS,
};
#[cfg(feature = "server")]
pub use numbers::{NumberAnswer, NumberRequest, NumberState};
pub use numbers::{NumberFormat, NumberReset};
pub(crate) use numbers::{check_formats, next_of};
pub use policies::{
    CheckPoliciesRequest, Policies, Policy, PolicyDecision, PolicyEffect, PolicyKind, PolicyOutcome, PolicySubject,
    PolicyVerdict,
};
#[cfg(feature = "server")]
pub use policies::{ComplianceReport, ComplianceRequest, PolicyCompliance};
#[cfg(feature = "server")]
pub use privacy::{
    AnonymiseRequest, Anonymised, ConsentEntry, ConsentRequest, ConsentStanding, ExportPersonRequest, PersonExport,
    PersonalRecord, RetainedRecord, RetentionClass, RetentionRequest,
};
pub use privacy::{Anonymising, Privacy, PrivateEntity, PrivateField, RetentionAction, RetentionRule};
pub(crate) use quotas::check_quotas;
pub use quotas::{MAX_QUOTA, QuotaFigures, QuotaRule};
#[cfg(feature = "server")]
pub use quotas::{QuotaAction, QuotaAnswer, QuotaEntry, QuotaRequest, QuotaState};
pub use scope::{Scope, Scoped, TenantId, Tenanted};
pub use settings::{SettingsRequest, SignInRules, TenantSettings};
pub use shelf::Shelf;
pub use standing::{StandingRequest, TenantStanding, TenantStatus};
pub use tenant::{Tenant, TenantDefinition};
