# Written by `cargo xtask generate`; change the machines in core instead.
"""The machines that come with the engine: the words of their states and events, for annotations.

`ratebook.flow.machine("payment")` is a `ratebook.Machine[PaymentState, PaymentEvent]`.
"""

from __future__ import annotations

from typing import Literal

AlertState = Literal[
    "open",
    "acknowledged",
    "cleared",
]
"""The states of `alert`."""

AlertEvent = Literal[
    "acknowledge",
    "clear",
]
"""The events of `alert`."""

AppointmentState = Literal[
    "requested",
    "confirmed",
    "checked_in",
    "in_service",
    "on_hold",
    "ready",
    "completed",
    "cancelled",
    "no_show",
]
"""The states of `appointment`."""

AppointmentEvent = Literal[
    "confirm",
    "decline",
    "arrive",
    "start",
    "wait",
    "resume",
    "finish",
    "hand_over",
    "cancel",
    "move",
    "miss",
]
"""The events of `appointment`."""

BackupState = Literal[
    "running",
    "complete",
    "failed",
    "deleted",
]
"""The states of `backup`."""

BackupEvent = Literal[
    "verify",
    "fail",
    "lapse",
    "age",
]
"""The events of `backup`."""

BillState = Literal[
    "pending",
    "overdue",
    "paid",
    "cancelled",
    "refunded",
]
"""The states of `bill`."""

BillEvent = Literal[
    "pass_due",
    "pay",
    "cancel",
    "refund",
]
"""The events of `bill`."""

BookingState = Literal[
    "pending",
    "confirmed",
    "in_progress",
    "completed",
    "cancelled",
    "refunded",
]
"""The states of `booking`."""

BookingEvent = Literal[
    "deposit",
    "confirm",
    "pay",
    "move",
    "start",
    "finish",
    "complete",
    "cancel",
    "lapse",
    "refund",
]
"""The events of `booking`."""

BudgetState = Literal[
    "below",
    "noticed",
    "warned",
    "exceeded",
]
"""The states of `budget`."""

BudgetEvent = Literal[
    "pass_50",
    "pass_80",
    "pass_100",
    "renew",
]
"""The events of `budget`."""

CircuitBreakerState = Literal[
    "closed",
    "open",
    "half_open",
]
"""The states of `circuit_breaker`."""

CircuitBreakerEvent = Literal[
    "fail",
    "probe",
    "succeed",
]
"""The events of `circuit_breaker`."""

ClientState = Literal[
    "active",
    "deactivated",
    "closed",
]
"""The states of `client`."""

ClientEvent = Literal[
    "deactivate",
    "reactivate",
    "close",
]
"""The events of `client`."""

CompanyState = Literal[
    "active",
    "suspended",
    "deleted",
]
"""The states of `company`."""

CompanyEvent = Literal[
    "suspend",
    "restore",
    "delete",
]
"""The events of `company`."""

DataRequestState = Literal[
    "received",
    "accepted",
    "running",
    "done",
    "refused",
]
"""The states of `data_request`."""

DataRequestEvent = Literal[
    "verify_identity",
    "run",
    "fail",
    "finish",
    "refuse",
    "pass_due",
]
"""The events of `data_request`."""

DeliveryState = Literal[
    "queued",
    "delivering",
    "delivered",
    "waiting",
    "dead",
]
"""The states of `delivery`."""

DeliveryEvent = Literal[
    "attempt",
    "accept",
    "fail",
    "lapse",
    "exhaust",
    "replay",
]
"""The events of `delivery`."""

DeploymentState = Literal[
    "queued",
    "planning",
    "applying",
    "cancelling",
    "rejected",
    "succeeded",
    "failed",
    "cancelled",
]
"""The states of `deployment`."""

DeploymentEvent = Literal[
    "claim",
    "policy_deny",
    "extend",
    "apply",
    "succeed",
    "fail",
    "lapse",
    "cancel",
    "stop",
]
"""The events of `deployment`."""

DeviceState = Literal[
    "unknown",
    "online",
    "offline",
    "maintenance",
]
"""The states of `device`."""

DeviceEvent = Literal[
    "reach",
    "lose",
    "maintain",
    "return",
]
"""The events of `device`."""

DisputeState = Literal[
    "open",
    "under_review",
    "won",
    "lost",
    "closed",
]
"""The states of `dispute`."""

DisputeEvent = Literal[
    "withhold",
    "submit_evidence",
    "miss_deadline",
    "win",
    "lose",
    "accept",
    "close",
    "reopen",
]
"""The events of `dispute`."""

DocumentState = Literal[
    "pending",
    "verified",
    "rejected",
    "expired",
    "removed",
]
"""The states of `document`."""

DocumentEvent = Literal[
    "verify",
    "reject",
    "expire",
    "replace",
    "remove",
]
"""The events of `document`."""

EmailState = Literal[
    "queued",
    "sent",
    "dead",
]
"""The states of `email`."""

EmailEvent = Literal[
    "send",
    "fail",
    "exhaust",
    "retry",
]
"""The events of `email`."""

GatewayAccountState = Literal[
    "new",
    "pending",
    "active",
    "restricted",
    "disconnected",
]
"""The states of `gateway_account`."""

GatewayAccountEvent = Literal[
    "onboard",
    "requirements_met",
    "restrict",
    "disconnect",
]
"""The events of `gateway_account`."""

HoldState = Literal[
    "held",
    "taken",
    "released",
    "lapsed",
]
"""The states of `hold`."""

HoldEvent = Literal[
    "take",
    "extend",
    "release",
    "lapse",
]
"""The events of `hold`."""

IntegrationState = Literal[
    "unverified",
    "connected",
    "failed",
    "disconnected",
]
"""The states of `integration`."""

IntegrationEvent = Literal[
    "check_ok",
    "check_fail",
    "expire",
    "disconnect",
]
"""The events of `integration`."""

InvitationState = Literal[
    "sent",
    "accepted",
    "declined",
    "expired",
    "withdrawn",
]
"""The states of `invitation`."""

InvitationEvent = Literal[
    "accept",
    "decline",
    "lapse",
    "withdraw",
    "resend",
]
"""The events of `invitation`."""

InvoiceState = Literal[
    "draft",
    "issued",
    "partly_paid",
    "paid",
    "overdue",
    "void",
    "written_off",
]
"""The states of `invoice`."""

InvoiceEvent = Literal[
    "issue",
    "pay_part",
    "pay",
    "pass_due",
    "void",
    "write_off",
]
"""The events of `invoice`."""

ItineraryState = Literal[
    "draft",
    "proposed",
    "agreed",
    "travelling",
    "completed",
    "cancelled",
]
"""The states of `itinerary`."""

ItineraryEvent = Literal[
    "propose",
    "change",
    "agree",
    "depart",
    "return",
    "cancel",
]
"""The events of `itinerary`."""

JobState = Literal[
    "scheduled",
    "running",
    "done",
    "retrying",
    "failed",
    "cancelled",
]
"""The states of `job`."""

JobEvent = Literal[
    "claim",
    "extend",
    "finish",
    "fail",
    "lapse",
    "exhaust",
    "retry",
    "cancel",
]
"""The events of `job`."""

LeadState = Literal[
    "new",
    "contacted",
    "qualified",
    "nurturing",
    "converted",
    "disqualified",
]
"""The states of `lead`."""

LeadEvent = Literal[
    "contact",
    "qualify",
    "nurture",
    "convert",
    "disqualify",
]
"""The events of `lead`."""

ListingState = Literal[
    "draft",
    "active",
    "paused",
    "deleted",
]
"""The states of `listing`."""

ListingEvent = Literal[
    "publish",
    "pause",
    "resume",
    "delete",
]
"""The events of `listing`."""

LoginState = Literal[
    "anonymous",
    "mfa_required",
    "signed_in",
    "locked",
]
"""The states of `login`."""

LoginEvent = Literal[
    "password",
    "code",
    "give_up",
    "fail",
    "unlock",
    "release",
    "use",
    "idle",
    "end",
    "logout",
    "revoke",
]
"""The events of `login`."""

NotificationState = Literal[
    "queued",
    "sent",
    "delivered",
    "bounced",
    "retrying",
    "dead",
]
"""The states of `notification`."""

NotificationEvent = Literal[
    "send",
    "confirm",
    "bounce",
    "fail",
    "exhaust",
    "retry",
]
"""The events of `notification`."""

PaymentState = Literal[
    "created",
    "requires_action",
    "processing",
    "authorized",
    "captured",
    "partly_refunded",
    "refunded",
    "failed",
    "voided",
    "disputed",
    "charged_back",
]
"""The states of `payment`."""

PaymentEvent = Literal[
    "act",
    "authenticate",
    "submit",
    "authorize",
    "capture",
    "fail",
    "expire",
    "void",
    "refund_part",
    "refund_rest",
    "refund",
    "refund_fails",
    "dispute",
    "win",
    "lose",
]
"""The events of `payment`."""

PaymentSessionState = Literal[
    "open",
    "paid",
    "expired",
    "partly_refunded",
    "refunded",
    "disputed",
    "charged_back",
]
"""The states of `payment_session`."""

PaymentSessionEvent = Literal[
    "pay",
    "fail",
    "lapse",
    "refund_part",
    "refund_rest",
    "refund",
    "refund_fails",
    "dispute",
    "win",
    "lose",
]
"""The events of `payment_session`."""

PayoutState = Literal[
    "requested",
    "pending",
    "paid",
    "failed",
    "cancelled",
]
"""The states of `payout`."""

PayoutEvent = Literal[
    "submit",
    "arrive",
    "fail",
    "cancel",
]
"""The events of `payout`."""

PolicyResultState = Literal[
    "unchecked",
    "compliant",
    "warned",
    "breached",
]
"""The states of `policy_result`."""

PolicyResultEvent = Literal[
    "check",
]
"""The events of `policy_result`."""

QueryState = Literal[
    "new",
    "assigned",
    "in_progress",
    "waiting_customer",
    "quoted",
    "won",
    "lost",
]
"""The states of `query`."""

QueryEvent = Literal[
    "assign",
    "respond",
    "wait",
    "reply",
    "quote",
    "win",
    "lose",
    "reassign",
    "reopen",
]
"""The events of `query`."""

QuoteState = Literal[
    "draft",
    "sent",
    "viewed",
    "approved",
    "converted",
    "rejected",
    "expired",
    "superseded",
    "deleted",
    "archived",
]
"""The states of `quote`."""

QuoteEvent = Literal[
    "send",
    "delete",
    "view",
    "approve",
    "reject",
    "expire",
    "convert",
    "revise",
    "archive",
    "archive_now",
]
"""The events of `quote`."""

RateListState = Literal[
    "draft",
    "published",
    "archived",
]
"""The states of `rate_list`."""

RateListEvent = Literal[
    "publish",
    "unpublish",
    "archive",
    "supersede",
]
"""The events of `rate_list`."""

RefundState = Literal[
    "requested",
    "pending",
    "succeeded",
    "failed",
    "cancelled",
]
"""The states of `refund`."""

RefundEvent = Literal[
    "submit",
    "succeed",
    "fail",
    "retry",
    "cancel",
]
"""The events of `refund`."""

ReportState = Literal[
    "queued",
    "running",
    "ready",
    "expired",
    "failed",
]
"""The states of `report`."""

ReportEvent = Literal[
    "claim",
    "finish",
    "expire",
    "fail",
    "lapse",
    "retry",
]
"""The events of `report`."""

RestoreState = Literal[
    "requested",
    "running",
    "done",
    "failed",
]
"""The states of `restore`."""

RestoreEvent = Literal[
    "verify",
    "finish",
    "fail",
    "lapse",
]
"""The events of `restore`."""

ReviewState = Literal[
    "pending",
    "approved",
    "rejected",
    "withdrawn",
]
"""The states of `review`."""

ReviewEvent = Literal[
    "approve",
    "reject",
    "feature",
    "unfeature",
    "edit",
    "withdraw",
]
"""The events of `review`."""

RoomBookingState = Literal[
    "held",
    "confirmed",
    "in_progress",
    "completed",
    "cancelled",
    "no_show",
    "expired",
]
"""The states of `room_booking`."""

RoomBookingEvent = Literal[
    "pay",
    "confirm",
    "lapse",
    "cancel",
    "move",
    "begin",
    "miss",
    "end",
    "late_payment",
    "refund",
]
"""The events of `room_booking`."""

RouterOperationState = Literal[
    "queued",
    "running",
    "waiting",
    "done",
    "dead",
]
"""The states of `router_operation`."""

RouterOperationEvent = Literal[
    "claim",
    "succeed",
    "fail",
    "lapse",
    "exhaust",
    "retry",
]
"""The events of `router_operation`."""

SiteState = Literal[
    "draft",
    "pending",
    "provisioning",
    "active",
    "failed",
    "updating",
    "deleting",
    "delete_failed",
    "deleted",
    "purged",
]
"""The states of `site`."""

SiteEvent = Literal[
    "request",
    "start",
    "succeed",
    "fail",
    "retry",
    "change",
    "delete",
    "destroyed",
    "purge",
]
"""The events of `site`."""

SpeedBoostState = Literal[
    "pending",
    "approved",
    "active",
    "expired",
    "rejected",
    "cancelled",
]
"""The states of `speed_boost`."""

SpeedBoostEvent = Literal[
    "approve",
    "reject",
    "activate",
    "lapse",
    "end",
    "stop",
    "cancel",
]
"""The events of `speed_boost`."""

SubscriberState = Literal[
    "pending",
    "active",
    "suspended",
    "terminated",
]
"""The states of `subscriber`."""

SubscriberEvent = Literal[
    "activate",
    "change_plan",
    "suspend",
    "resume",
    "terminate",
    "cancel",
]
"""The events of `subscriber`."""

SubscriptionState = Literal[
    "trialing",
    "active",
    "past_due",
    "unpaid",
    "paused",
    "canceling",
    "canceled",
]
"""The states of `subscription`."""

SubscriptionEvent = Literal[
    "warn",
    "pay",
    "lapse",
    "renew",
    "charge_fails",
    "give_up",
    "cancel_at_end",
    "keep",
    "end",
    "cancel_now",
    "resume",
]
"""The events of `subscription`."""

TenantState = Literal[
    "provisioning",
    "provision_failed",
    "active",
    "suspended",
    "deleting",
    "deleted",
]
"""The states of `tenant`."""

TenantEvent = Literal[
    "ready",
    "fail",
    "lapse",
    "retry",
    "suspend",
    "restore",
    "delete",
    "recall",
    "purge",
]
"""The events of `tenant`."""

TicketState = Literal[
    "open",
    "in_progress",
    "pending_customer",
    "resolved",
    "closed",
    "cancelled",
]
"""The states of `ticket`."""

TicketEvent = Literal[
    "assign",
    "start",
    "wait",
    "reply",
    "resolve",
    "reopen",
    "close",
    "lapse",
    "cancel",
]
"""The events of `ticket`."""

WorkshopInvoiceState = Literal[
    "draft",
    "open",
    "paid",
    "partly_refunded",
    "refunded",
    "void",
    "uncollectible",
]
"""The states of `workshop_invoice`."""

WorkshopInvoiceEvent = Literal[
    "issue",
    "pay",
    "void",
    "write_off",
    "refund_part",
    "refund",
]
"""The events of `workshop_invoice`."""
