# Written by `cargo xtask generate`; change the declarations in core instead.

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from types import GenericAlias
from typing import Any, Generic, Literal, Union, final, overload

from typing_extensions import TypeVar

from . import definitions, machines as machines_
from ._ratebook import Machine
from ._types import *
from .definitions import DayLike, DecimalLike, InstantLike, TimeLike

__all__ = [
    "machines",
    "retry",
    "alert",
    "machines_json",
    "retry_json",
    "alert_json",
    "machine",
]

def machines(
    *,
    name: str | None = ...,
) -> tuple[MachineDefinition, ...]:
    """The machines that come with the engine, to be used as they are or changed.

    Args:
        name: Only the one of that name; all when not given.
    """

def machines_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def retry(
    *,
    policy: definitions.RetryPolicy,
    attempt: int,
    failed_at: InstantLike,
    first_failed_at: InstantLike | None = ...,
    permanent: bool = ...,
    random: DecimalLike | None = ...,
) -> NextAttempt:
    """When a failed attempt is followed by the next one: listed or growing delays, with jitter.

    Args:
        policy: The rule.
        attempt: Which attempt failed; the first one is 1.
        failed_at: When it failed.
        first_failed_at: When the first one failed, for delays that count from there.
        permanent: Whether trying again is useless: the address does not exist, the card was cancelled.
        random: A random number from 0 to 1 for the jitter: 0 is the shortest delay, 0.5 the stated one, 1 the longest.
    """

def retry_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

def alert(
    *,
    rule: definitions.AlertRule,
    state: definitions.AlertStateLike = ...,
    samples: Sequence[definitions.AlertSampleLike] = ...,
    now: InstantLike,
) -> Alerted:
    """Follows a figure: an alert that opens once, stays open and clears.

    Args:
        rule: The rule.
        state: What the last answer gave; nothing the first time.
        samples: The samples, in order of time. Those not later than the last one that was looked at are left out.
        now: The present moment.
    """

def alert_json(request: str | bytes | bytearray, /) -> bytes:
    """The same from JSON text to JSON text."""

@overload
def machine(name: Literal["alert"], /) -> Machine[machines_.AlertState, machines_.AlertEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["appointment"], /) -> Machine[machines_.AppointmentState, machines_.AppointmentEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["backup"], /) -> Machine[machines_.BackupState, machines_.BackupEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["bill"], /) -> Machine[machines_.BillState, machines_.BillEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["booking"], /) -> Machine[machines_.BookingState, machines_.BookingEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["budget"], /) -> Machine[machines_.BudgetState, machines_.BudgetEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["circuit_breaker"], /) -> Machine[machines_.CircuitBreakerState, machines_.CircuitBreakerEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["client"], /) -> Machine[machines_.ClientState, machines_.ClientEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["company"], /) -> Machine[machines_.CompanyState, machines_.CompanyEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["data_request"], /) -> Machine[machines_.DataRequestState, machines_.DataRequestEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["delivery"], /) -> Machine[machines_.DeliveryState, machines_.DeliveryEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["deployment"], /) -> Machine[machines_.DeploymentState, machines_.DeploymentEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["device"], /) -> Machine[machines_.DeviceState, machines_.DeviceEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["dispute"], /) -> Machine[machines_.DisputeState, machines_.DisputeEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["document"], /) -> Machine[machines_.DocumentState, machines_.DocumentEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["email"], /) -> Machine[machines_.EmailState, machines_.EmailEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["gateway_account"], /) -> Machine[machines_.GatewayAccountState, machines_.GatewayAccountEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["hold"], /) -> Machine[machines_.HoldState, machines_.HoldEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["integration"], /) -> Machine[machines_.IntegrationState, machines_.IntegrationEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["invitation"], /) -> Machine[machines_.InvitationState, machines_.InvitationEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["invoice"], /) -> Machine[machines_.InvoiceState, machines_.InvoiceEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["itinerary"], /) -> Machine[machines_.ItineraryState, machines_.ItineraryEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["job"], /) -> Machine[machines_.JobState, machines_.JobEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["lead"], /) -> Machine[machines_.LeadState, machines_.LeadEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["listing"], /) -> Machine[machines_.ListingState, machines_.ListingEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["login"], /) -> Machine[machines_.LoginState, machines_.LoginEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["notification"], /) -> Machine[machines_.NotificationState, machines_.NotificationEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["payment"], /) -> Machine[machines_.PaymentState, machines_.PaymentEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["payment_session"], /) -> Machine[machines_.PaymentSessionState, machines_.PaymentSessionEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["payout"], /) -> Machine[machines_.PayoutState, machines_.PayoutEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["policy_result"], /) -> Machine[machines_.PolicyResultState, machines_.PolicyResultEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["query"], /) -> Machine[machines_.QueryState, machines_.QueryEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["quote"], /) -> Machine[machines_.QuoteState, machines_.QuoteEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["rate_list"], /) -> Machine[machines_.RateListState, machines_.RateListEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["refund"], /) -> Machine[machines_.RefundState, machines_.RefundEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["report"], /) -> Machine[machines_.ReportState, machines_.ReportEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["restore"], /) -> Machine[machines_.RestoreState, machines_.RestoreEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["review"], /) -> Machine[machines_.ReviewState, machines_.ReviewEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["room_booking"], /) -> Machine[machines_.RoomBookingState, machines_.RoomBookingEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["router_operation"], /) -> Machine[machines_.RouterOperationState, machines_.RouterOperationEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["site"], /) -> Machine[machines_.SiteState, machines_.SiteEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["speed_boost"], /) -> Machine[machines_.SpeedBoostState, machines_.SpeedBoostEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["subscriber"], /) -> Machine[machines_.SubscriberState, machines_.SubscriberEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["subscription"], /) -> Machine[machines_.SubscriptionState, machines_.SubscriptionEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["tenant"], /) -> Machine[machines_.TenantState, machines_.TenantEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["ticket"], /) -> Machine[machines_.TicketState, machines_.TicketEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""

@overload
def machine(name: Literal["workshop_invoice"], /) -> Machine[machines_.WorkshopInvoiceState, machines_.WorkshopInvoiceEvent]:
    """A machine that comes with the engine, loaded, with the words of its states and events."""
