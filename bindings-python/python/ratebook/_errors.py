"""What Ratebook raises: one class per family, each with a stable code, the place and the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Tuple, Type

if TYPE_CHECKING:
    from ._types import Code, Details, ErrorReport, Reason


class RatebookError(Exception):
    """Anything that Ratebook refuses. Catch a family, or look at `code`."""

    def __init__(self, report: ErrorReport) -> None:
        super().__init__(report)
        self._report = report

    @property
    def code(self) -> Code:
        """The code of the first reason, such as `rates.blackout`; it never changes."""
        return self._report.code

    @property
    def message(self) -> str:
        """A sentence a person can act on."""
        return self._report.message

    @property
    def path(self) -> str:
        """Where the first reason points, as a JSON pointer into the definition or request."""
        return self._report.path

    @property
    def details(self) -> Details:
        """The figures of the first reason."""
        return self._report.details

    @property
    def reasons(self) -> Tuple[Reason, ...]:
        """Every reason, the first one included."""
        return self._report.reasons

    def to_dict(self) -> Dict[str, Any]:
        """The error as JSON has it."""
        return self._report.to_dict()

    def __str__(self) -> str:
        reasons = self.reasons[:20]
        lines = [f"{reason.path}: {reason.message}" if reason.path else reason.message for reason in reasons]
        if len(self.reasons) > len(reasons):
            lines.append(f"and {len(self.reasons) - len(reasons)} more")
        if len(lines) == 1:
            return f"{lines[0]} ({self.code})"
        return f"{self.message} ({self.code})" + "".join(f"\n  - {line}" for line in lines)


class DefinitionError(RatebookError, ValueError):
    """A definition that cannot be loaded; `reasons` lists all that is wrong with it."""


class RequestError(RatebookError, ValueError):
    """A request that cannot be read."""


class ExpressionError(RatebookError, ValueError):
    """A condition that cannot be read, typed or worked out."""


class EngineError(RatebookError, RuntimeError):
    """A defect of Ratebook itself stopped the call; please report it."""


class MoneyError(RatebookError, ArithmeticError):
    """An amount, a currency or an exchange that cannot be."""


class TimeError(RatebookError, ValueError):
    """A day, an instant or a zone that cannot be."""


class RatesError(RatebookError):
    """A price is refused; `reasons` lists everything that stands against it."""


class CalendarError(RatebookError):
    """A booking or a hold is refused."""


class FlowError(RatebookError):
    """A transition is refused."""


class TenancyError(RatebookError):
    """A tenant, a role or a quota does not allow it."""


class RecordsError(RatebookError):
    """A record, a link or a deletion is refused."""


class BooksError(RatebookError):
    """A posting, an invoice or a payment is refused."""


class _Families(Dict[str, Type[RatebookError]]):
    def __missing__(self, family: str) -> Type[RatebookError]:
        return RatebookError


FAMILIES = _Families(
    definition=DefinitionError,
    request=RequestError,
    engine=EngineError,
    expression=ExpressionError,
    money=MoneyError,
    time=TimeError,
    rates=RatesError,
    calendar=CalendarError,
    flow=FlowError,
    tenancy=TenancyError,
    records=RecordsError,
    books=BooksError,
)
