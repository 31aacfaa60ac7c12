"""Columns for SQLAlchemy 2: exact amounts, money with its currency, days, moments that know their zone, and instances of machines.

    class Booking(Base):
        __tablename__ = "bookings"
        id: Mapped[str] = mapped_column(primary_key=True)
        arrives: Mapped[date] = mapped_column(Day)
        paid_at: Mapped[datetime | None] = mapped_column(Instant)
        price: Mapped[ratebook.Money] = money("price")
        life: Mapped[ratebook.MachineInstance] = mapped_column(Instance)
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Optional

from sqlalchemy.orm import composite, mapped_column
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import JSON, Date, DateTime, Numeric, String, TypeDecorator, TypeEngine, UserDefinedType

from . import _columns

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect
    from sqlalchemy.orm import Composite

    from ratebook import MachineInstance, Money

__all__ = ["Amount", "Currency", "Day", "Instance", "Instant", "money"]


class _Digits(UserDefinedType[Any]):
    """A number in SQLite, written as text: the driver refuses a `Decimal`, and a float has lost digits."""

    cache_ok = True

    def __init__(self, precision: int, scale: int) -> None:
        self.precision, self.scale = precision, scale

    def get_col_spec(self, **_: Any) -> str:
        return f"NUMERIC({self.precision}, {self.scale})"


class Amount(TypeDecorator[Decimal]):
    """An exact amount: `Decimal` in, `Decimal` out, never a float. What does not fit is refused, not rounded.

    PostgreSQL and most others keep it as `NUMERIC(precision, scale)`; SQLite keeps 15 digits, and more are refused there.
    """

    impl = Numeric
    cache_ok = True

    def __init__(self, precision: int = 19, scale: int = 4) -> None:
        super().__init__(precision, scale)
        self.precision, self.scale = precision, scale

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """SQLite has numbers of its own."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(_Digits(self.precision, self.scale))
        return dialect.type_descriptor(Numeric(self.precision, self.scale, asdecimal=True))

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """An amount on its way into the database."""
        if value is None:
            return None
        if dialect.name == "sqlite":
            return format(_columns.exact_in_sqlite(value, self.precision, self.scale), "f")
        return _columns.exact(value, self.precision, self.scale)

    def process_result_value(self, value: Any, dialect: Dialect) -> Optional[Decimal]:
        """The amount that the database kept, with all digits of its scale."""
        return None if value is None else _columns.kept(value, self.scale)


class Currency(TypeDecorator[str]):
    """The code of a currency, such as `EUR`."""

    impl = String(3)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Optional[str]:
        """A code that is one."""
        return None if value is None else _columns.currency(value)


class Day(TypeDecorator[dt.date]):
    """A day of the calendar. A `datetime` is refused: its day depends on the zone."""

    impl = Date
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Optional[dt.date]:
        """A day on its way into the database."""
        return None if value is None else _columns.day(value)


class Instant(TypeDecorator[dt.datetime]):
    """A moment: aware in, aware and in UTC out, on SQLite too. One without a zone is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Optional[dt.datetime]:
        """A moment on its way into the database, in UTC."""
        if value is None:
            return None
        moment = _columns.instant(value)
        # SQLite's text knows no zone: what it keeps is universal time.
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> Optional[dt.datetime]:
        """The moment that the database kept, in UTC."""
        if value is None:
            return None
        moment: dt.datetime = value
        return moment.replace(tzinfo=dt.timezone.utc) if moment.tzinfo is None else moment.astimezone(dt.timezone.utc)


class Instance(TypeDecorator["MachineInstance[Any, Any]"]):
    """What lives by a machine, as JSON: a `ratebook.MachineInstance` in, the same out.

    What is in it is found by name: `Booking.life["state"].as_string() == "paid"`. Of two writers the later one is told apart by
    `Booking.life["version"].as_integer()`: write where it is still the version that was read.
    """

    impl = JSON(none_as_null=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """PostgreSQL keeps it in a form that can be indexed."""
        own = JSONB(none_as_null=True) if dialect.name == "postgresql" else JSON(none_as_null=True)
        return dialect.type_descriptor(own)

    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        """What is beside it in an expression is a name or a value inside it."""
        return self.impl_instance.coerce_compared_value(op, value)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Optional[dict[str, Any]]:
        """An instance on its way into the database."""
        return None if value is None else _columns.instance(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Optional[MachineInstance[Any, Any]]:
        """The instance that the database kept."""
        return None if value is None else _columns.instance_kept(value)


def money(name: str, *, precision: int = 19, scale: int = 4, nullable: bool = False) -> Composite[Any]:
    """A `ratebook.Money` in two columns, `<name>_amount` and `<name>_currency`; none when the amount is null."""
    return composite(
        _money,
        mapped_column(f"{name}_amount", Amount(precision, scale), nullable=nullable),
        mapped_column(f"{name}_currency", Currency(), nullable=nullable),
    )


def _money(amount: Optional[Decimal], currency: Optional[str]) -> Optional[Money]:
    if amount is None or currency is None:
        return None
    return _columns.money(amount, currency)
