"""Fields for Django's models: exact amounts, money with its currency, days, moments that know their zone, and instances of machines.

    class Booking(models.Model):
        arrives = DayField()
        paid_at = InstantField(null=True)
        price = MoneyField()
        life = InstanceField(null=True)

`booking.price` is a `ratebook.Money`, kept in the columns `price_amount` and `price_currency`, by which it is filtered and ordered.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, Optional

from django.conf import settings  # type: ignore[import-untyped,unused-ignore]
from django.core import checks  # type: ignore[import-untyped,unused-ignore]
from django.db import models  # type: ignore[import-untyped,unused-ignore]

from . import MachineInstance, Money, _columns

__all__ = ["AmountField", "CurrencyField", "DayField", "InstanceField", "InstantField", "MoneyField"]


class AmountField(models.DecimalField):  # type: ignore[misc,unused-ignore]
    """An exact amount: `Decimal` in, `Decimal` out. A float is refused, and so is what does not fit: nothing is rounded.

    SQLite keeps 15 digits of a number; an amount with more is refused there.
    """

    def __init__(self, *arguments: Any, max_digits: int = 19, decimal_places: int = 4, **options: Any) -> None:
        super().__init__(*arguments, max_digits=max_digits, decimal_places=decimal_places, **options)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """An amount on its way into the database."""
        if isinstance(value, (Decimal, int, float, str)):
            check = _columns.exact_in_sqlite if connection.vendor == "sqlite" else _columns.exact
            value = check(value, self.max_digits, self.decimal_places)
        return super().get_db_prep_value(value, connection, prepared)

    def get_prep_value(self, value: Any) -> Any:
        """Not a float, which has lost digits already."""
        if isinstance(value, float):
            raise TypeError(f"`{value!r}` is not an exact amount; pass a `Decimal`")
        return super().get_prep_value(value)


class CurrencyField(models.CharField):  # type: ignore[misc,unused-ignore]
    """The code of a currency, such as `EUR`."""

    def __init__(self, *arguments: Any, max_length: int = 3, **options: Any) -> None:
        super().__init__(*arguments, max_length=max_length, **options)

    def get_prep_value(self, value: Any) -> Any:
        """A code that is one."""
        return super().get_prep_value(_columns.currency(value) if isinstance(value, str) else value)


class DayField(models.DateField):  # type: ignore[misc,unused-ignore]
    """A day of the calendar. A `datetime` is refused: its day depends on the zone."""

    def get_prep_value(self, value: Any) -> Any:
        """A day on its way into the database."""
        return super().get_prep_value(_columns.day(value) if isinstance(value, dt.datetime) else value)


class InstantField(models.DateTimeField):  # type: ignore[misc,unused-ignore]
    """A moment: aware in, aware and in UTC out. One without a zone is refused. It needs `USE_TZ`, as new projects have it."""

    def check(self, **options: Any) -> Any:
        """Without `USE_TZ` Django keeps moments without their zone."""
        found = list(super().check(**options))
        if not settings.USE_TZ:
            found.append(checks.Error("InstantField needs USE_TZ = True", obj=self, id="ratebook.E001"))
        return found

    def get_prep_value(self, value: Any) -> Any:
        """A moment on its way into the database, in UTC."""
        return super().get_prep_value(_columns.instant(value) if isinstance(value, dt.datetime) else value)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """The moment that the database kept, in UTC."""
        return value.astimezone(dt.timezone.utc) if isinstance(value, dt.datetime) else value


class InstanceField(models.JSONField):  # type: ignore[misc,unused-ignore]
    """What lives by a machine, as JSON: a `ratebook.MachineInstance` in, the same out. What is in it is found by name: `life__state="paid"`.

    Of two writers the later one is told apart by the version: `filter(pk=…, life__version=read.version).update(life=fired.instance)`.
    """

    def get_prep_value(self, value: Any) -> Any:
        """An instance on its way into the database, and what it is compared with."""
        return super().get_prep_value(_columns.instance(value) if isinstance(value, MachineInstance) else value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """The same where Django prepares no further."""
        value = _columns.instance(value) if isinstance(value, MachineInstance) else value
        return super().get_db_prep_value(value, connection, prepared)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """Nothing else is kept; an expression is for the database to work out."""
        if value is not None and not hasattr(value, "as_sql"):
            value = _columns.instance(value)
        return super().get_db_prep_save(value, connection)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """The instance that the database kept; of something inside it that alone."""
        value = super().from_db_value(value, expression, connection)
        return _columns.instance_kept(value) if isinstance(value, dict) and "machine_version" in value else value


class MoneyField:
    """A `ratebook.Money` in two columns, `<name>_amount` and `<name>_currency`; `None` where they are null."""

    def __init__(self, *, null: bool = False, max_digits: int = 19, decimal_places: int = 4) -> None:
        self.null, self.max_digits, self.decimal_places = null, max_digits, decimal_places

    def contribute_to_class(self, model: Any, name: str) -> None:
        """Adds the two columns, and what reads and writes them as one."""
        amount, currency = f"{name}_amount", f"{name}_currency"
        options: Any = {"null": self.null, "blank": self.null}
        digits: Any = {"max_digits": self.max_digits, "decimal_places": self.decimal_places}
        model.add_to_class(amount, AmountField(**options, **digits))
        model.add_to_class(currency, CurrencyField(**options))

        def get(row: Any) -> Optional[Money]:
            kept = getattr(row, amount), getattr(row, currency)
            if kept[0] is None or not kept[1]:
                return None
            return _columns.money(_columns.exact(kept[0], self.max_digits, self.decimal_places), kept[1])

        def put(row: Any, money: Optional[Money]) -> None:
            if money is not None and not isinstance(money, Money):
                raise TypeError(f"`{money!r}` is not money; pass a `ratebook.Money`")
            setattr(row, amount, None if money is None else money.amount)
            setattr(row, currency, None if money is None else money.currency)

        # A property: Django takes the name as a keyword of the model then.
        setattr(model, name, property(get, put, doc=f"The money in `{amount}` and `{currency}`."))
