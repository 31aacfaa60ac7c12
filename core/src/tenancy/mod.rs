//! Who may, and how much?

pub mod access;
mod address;
mod audit;
mod branding;
mod budgets;
mod contrast;
mod fields;
pub mod flags;
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
pub use audit::{
    AuditAnchor, AuditAnchorRequest, AuditAppendRequest, AuditBreak, AuditBreakKind, AuditChange, AuditLink, AuditMask,
    AuditRecord, AuditReport, AuditReveal, AuditVerifyRequest, audit_anchor, audit_append, audit_verify,
};
pub use branding::{BrandColour, BrandLogo, TenantBrand};
pub use budgets::{Budget, BudgetForecast, BudgetRequest, BudgetStanding, BudgetState, BudgetTrend, DaySpend};
pub use fields::{CheckFieldsRequest, CheckedFields, CustomField, CustomFieldKind, EntityFields, UnknownFields};
pub use keys::{ApiKeyRecord, CheckKeyRequest, KeyCheck, NewKey, NewKeyRequest};
pub use limits::{
    AddressAnswer, AddressEffect, AddressRequest, AddressRule, LockoutAnswer, LockoutEvent, LockoutMark,
    LockoutRequest, LockoutRule, LockoutState, PREMIUM, RateDecision, RateFigures, RateLimit, RateLimitAnswer,
    RateLimitCall, RateLimitKey, RateLimitKind, RateLimitRequest, RateLimitRule, RateLimitState, RateLimitVerdict,
    RateMark, SHIPPED_LOCKOUTS, SHIPPED_RATE_LIMITS,
};
pub use numbers::{NumberAnswer, NumberFormat, NumberRequest, NumberReset, NumberState};
pub use policies::{
    CheckPoliciesRequest, ComplianceReport, ComplianceRequest, Policies, Policy, PolicyCompliance, PolicyDecision,
    PolicyEffect, PolicyKind, PolicyOutcome, PolicySubject, PolicyVerdict,
};
pub use privacy::{
    AnonymiseRequest, Anonymised, Anonymising, ConsentEntry, ConsentRequest, ConsentStanding, ExportPersonRequest,
    PersonExport, PersonalRecord, Privacy, PrivateEntity, PrivateField, RetainedRecord, RetentionAction,
    RetentionClass, RetentionRequest, RetentionRule,
};
pub use quotas::{MAX_QUOTA, QuotaAction, QuotaAnswer, QuotaEntry, QuotaFigures, QuotaRequest, QuotaRule, QuotaState};
pub use scope::{Scope, Scoped, TenantId, Tenanted};
pub use settings::{SettingsRequest, SignInRules, TenantSettings};
pub use shelf::Shelf;
pub use standing::{StandingRequest, TenantStanding, TenantStatus};
pub use tenant::{Tenant, TenantDefinition};
