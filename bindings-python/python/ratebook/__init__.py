"""Ratebook: what does it cost, is it free, what may happen next, who may do it, what is owed.

Load a definition once, ask it often:

    rate_list = ratebook.RateList(definition)
    rate_list.price(check_in=date(2026, 12, 18), check_out=date(2026, 12, 25), adults=2)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._errors import (
    BooksError as BooksError,
    CalendarError as CalendarError,
    DefinitionError as DefinitionError,
    EngineError as EngineError,
    ExpressionError as ExpressionError,
    FlowError as FlowError,
    MoneyError as MoneyError,
    RatebookError as RatebookError,
    RatesError as RatesError,
    RecordsError as RecordsError,
    RequestError as RequestError,
    TenancyError as TenancyError,
    TimeError as TimeError,
)
from ._ratebook import *  # noqa: F403
from ._ratebook import __version__ as __version__

if TYPE_CHECKING:
    from . import definitions as definitions, machines as machines
    from ._types import *  # noqa: F403
else:
    from ._machine import machine
    from ._ratebook import flow

    flow.machine = machine
    flow.__all__.append("machine")
    del machine


def __getattr__(name: str) -> Any:
    """What is loaded when first asked for: a program that only prices does not pay for all of it."""
    if name in ("definitions", "machines"):
        from importlib import import_module

        return import_module(f".{name}", __name__)
    if not name.startswith("_"):
        from . import _types

        if name in _types.__all__:
            return getattr(_types, name)
    raise AttributeError(f"module 'ratebook' has no attribute {name!r}")
