"""Amounts, money, days and moments through real databases: SQLite always, PostgreSQL where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any, Optional

import pytest
import sqlalchemy
from sqlalchemy import select
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

import ratebook
from ratebook.sqlalchemy import Amount, Currency, Day, Instance, Instant, money

FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
PARIS = timezone(timedelta(hours=1))
MOMENT = datetime(2026, 12, 18, 10, 0, 0, 123456, tzinfo=PARIS)


class Base(DeclarativeBase):
    pass


class Booking(Base):
    __tablename__ = "bookings"
    id: Mapped[str] = mapped_column(primary_key=True)
    amount: Mapped[Optional[Decimal]] = mapped_column(Amount(15, 3))
    currency: Mapped[Optional[str]] = mapped_column(Currency)
    arrives: Mapped[Optional[date]] = mapped_column(Day)
    paid_at: Mapped[Optional[datetime]] = mapped_column(Instant)
    price: Mapped[Optional[ratebook.Money]] = money("price", nullable=True)
    life: Mapped[Optional[ratebook.MachineInstance]] = mapped_column(Instance)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A server of its own, in a folder of its own; as root it is run by `postgres`."""
    if not FOLDERS:
        pytest.skip("PostgreSQL is not installed in /usr/lib/postgresql")
    folder = tempfile.mkdtemp(prefix="ratebook-")
    who: dict[str, Any] = {}
    if os.getuid() == 0:
        shutil.chown(folder, "postgres")
        who["user"] = "postgres"
    cluster, bins = f"{folder}/cluster", FOLDERS[-1]
    quiet: dict[str, Any] = {**who, "check": True, "stdout": subprocess.DEVNULL, "cwd": folder}
    subprocess.run([bins / "initdb", "-D", cluster, "-U", "ratebook", "-A", "trust", "-E", "UTF8", "--no-sync"], **quiet)
    options = f"-k {folder} -c listen_addresses= -c fsync=off -c timezone=Asia/Kolkata"
    subprocess.run([bins / "pg_ctl", "-D", cluster, "-w", "-l", f"{folder}/log", "-o", options, "start"], **quiet)
    try:
        yield folder
    finally:
        subprocess.run([bins / "pg_ctl", "-D", cluster, "-w", "-m", "immediate", "stop"], **{**quiet, "check": False})
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    if request.param == "sqlite":
        engine = sqlalchemy.create_engine("sqlite://")
    else:
        folder = request.getfixturevalue("postgres")
        engine = sqlalchemy.create_engine(f"postgresql+psycopg://ratebook@/postgres?host={folder}")
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()


def test_what_is_kept_is_what_was_given(session: Session) -> None:
    price = ratebook.Money(amount=Decimal("1236.86"), currency="EUR")
    amount = Decimal("123456789012.345")
    session.add(Booking(id="BK-1", amount=amount, currency="KWD", arrives=date(2026, 12, 18), paid_at=MOMENT, price=price))
    session.add(Booking(id="BK-2", amount=Decimal("-0.1")))
    session.commit()
    session.expire_all()
    kept = session.get_one(Booking, "BK-1")
    assert (kept.amount, str(kept.amount), kept.currency) == (amount, "123456789012.345", "KWD")
    assert kept.arrives == date(2026, 12, 18) and type(kept.arrives) is date
    assert kept.paid_at == MOMENT and kept.paid_at.tzinfo is timezone.utc
    assert kept.price == price and str(kept.price.amount) == "1236.86"
    bare = session.get_one(Booking, "BK-2")
    assert (str(bare.amount), bare.price, bare.paid_at, bare.arrives) == ("-0.100", None, None, None)


def test_amounts_are_ordered_and_compared_as_numbers(session: Session) -> None:
    for number, amount in enumerate(["9", "10", "-3", "100.5", "0.001"]):
        session.add(Booking(id=str(number), amount=Decimal(amount)))
    session.commit()
    ordered = session.scalars(select(Booking.amount).order_by(Booking.amount)).all()
    assert ordered == [Decimal(amount) for amount in ("-3", "0.001", "9", "10", "100.5")]
    above = session.scalars(select(Booking.id).where(Booking.amount > Decimal("9.999"))).all()
    assert sorted(above) == ["1", "3"]


def test_every_amount_of_fifteen_digits_is_kept(session: Session) -> None:
    digits = 123456789123456
    amounts = [Decimal(digits // 7**place).scaleb(-scale) for place in range(18) for scale in range(4)]
    amounts = [amount for amount in amounts if amount.adjusted() < 12]
    for number, amount in enumerate(amounts):
        session.add(Booking(id=f"{number:03}", amount=amount))
    session.commit()
    session.expire_all()
    assert session.scalars(select(Booking.amount).order_by(Booking.id)).all() == amounts


@pytest.mark.parametrize(
    "changed, words",
    [
        ({"amount": 124.5}, "not an exact amount"),
        ({"amount": True}, "not an exact amount"),
        ({"amount": Decimal("NaN")}, "not an amount"),
        ({"amount": Decimal("1.0005")}, "round it first"),
        ({"amount": Decimal("1000000000000")}, "round it first"),
        ({"arrives": datetime(2026, 12, 18)}, "is not a day"),
        ({"paid_at": datetime(2026, 12, 18)}, "has no zone"),
        ({"paid_at": date(2026, 12, 18)}, "is not a moment"),
        ({"currency": "EUX"}, "EUX"),
        ({"life": {"machine": "payment"}}, "no instance of a machine"),
    ],
)
def test_what_cannot_be_kept_is_refused(session: Session, changed: dict[str, Any], words: str) -> None:
    session.add(Booking(id="BK-1", **changed))
    with pytest.raises(StatementError, match=words):
        session.commit()


def test_instances_of_machines_live_in_a_column(session: Session) -> None:
    machine = ratebook.flow.machine("payment")
    for number in range(3):
        fields = {"amount": "0.10", "currency": "EUR"}
        session.add(Booking(id=f"BK-{number}", life=machine.start(now=MOMENT, id=f"P-{number}", fields=fields).instance))
    session.add(Booking(id="BK-9"))
    session.commit()
    session.expire_all()
    read = session.get_one(Booking, "BK-1")
    assert read.life is not None and read.life.entered_at == MOMENT and read.life.fields["amount"] == "0.10"
    assert read.life == machine.start(now=MOMENT, id="P-1", fields={"amount": "0.10", "currency": "EUR"}).instance
    fired = machine.fire(instance=read.life, event="authorize", now=MOMENT, permissions=["*"])
    newer = Booking.life["version"].as_integer() == read.life.version
    changed = sqlalchemy.update(Booking).where(Booking.id == "BK-1", newer).values(life=fired.instance)
    # Who comes second with what was read before changes nothing.
    assert [session.execute(changed).rowcount, session.execute(changed).rowcount] == [1, 0]
    session.commit()
    session.expire_all()
    assert session.get_one(Booking, "BK-1").life == fired.instance
    paid = select(Booking.id).where(Booking.life["state"].as_string() == fired.instance.state)
    assert session.scalars(paid).all() == ["BK-1"]
    assert session.scalars(select(Booking.id).where(Booking.life.is_(None))).all() == ["BK-9"]


def test_sqlite_says_when_it_would_round() -> None:
    class Wide(Base):
        __tablename__ = "wide"
        id: Mapped[int] = mapped_column(primary_key=True)
        amount: Mapped[Decimal] = mapped_column(Amount(28, 4))

    engine = sqlalchemy.create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Wide(id=1, amount=Decimal("12345678901234567.8901")))
        with pytest.raises(StatementError, match="SQLite keeps 15 digits"):
            session.commit()


DJANGO = """
import sys
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import django
from django.conf import settings

engine, folder = sys.argv[1:]
database = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
if engine == "postgresql":
    database = {"ENGINE": "django.db.backends.postgresql", "NAME": "postgres", "USER": "ratebook", "HOST": folder}
settings.configure(DATABASES={"default": database}, TIME_ZONE="Asia/Kolkata", DEFAULT_AUTO_FIELD="django.db.models.AutoField")
django.setup()

from django.core import checks
from django.db import connection, models
from ratebook import Money, RatebookError, flow
from ratebook.django import AmountField, CurrencyField, DayField, InstanceField, InstantField, MoneyField


class Stay(models.Model):
    arrives = DayField()
    deposit = AmountField(max_digits=15, decimal_places=3, null=True)
    paid_at = InstantField(null=True)
    price = MoneyField()
    refund = MoneyField(null=True)
    life = InstanceField(null=True)

    class Meta:
        app_label = "stays"


with connection.schema_editor() as editor:
    editor.create_model(Stay)
assert not Stay.check(), Stay.check()

moment = datetime(2026, 12, 18, 10, tzinfo=timezone(timedelta(hours=1)))
price = Money(amount=Decimal("1236.86"), currency="EUR")
made = Stay.objects.create(arrives=date(2026, 12, 18), deposit=Decimal("123456789012.345"), paid_at=moment, price=price)
kept = Stay.objects.get(pk=made.pk)
assert kept.price == price and str(kept.price.amount) == "1236.86", kept.price
assert kept.refund is None and str(kept.deposit) == "123456789012.345"
assert kept.paid_at == moment and kept.paid_at.utcoffset() == timedelta(0), kept.paid_at
assert kept.arrives == date(2026, 12, 18)
kept.refund = Money(amount=Decimal("10"), currency="JPY")
kept.save()
again = Stay.objects.get(refund_currency="JPY", refund_amount__gte=Decimal("9.5"))
assert again.refund == Money(amount=Decimal("10"), currency="JPY") and str(again.refund.amount) == "10"
# A new price in the database itself.
Stay.objects.filter(pk=made.pk).update(price_amount=models.F("price_amount") + Decimal("0.14"))
assert str(Stay.objects.get(pk=made.pk).price.amount) == "1237.00"
Stay.objects.filter(pk=made.pk).update(price_amount=Decimal("1236.86"))
assert Stay.objects.aggregate(sum=models.Sum("price_amount"))["sum"] == Decimal("1236.86")
assert Stay.objects.filter(price_amount__lt=Decimal("1236.8600")).count() == 0

machine = flow.machine("payment")
begun = machine.start(now=moment, id="P-1", fields={"amount": "0.10", "currency": "EUR"}).instance
living = Stay.objects.create(arrives=date(2026, 12, 18), price=price, life=begun)
assert Stay.objects.get(pk=living.pk).life == begun
fired = machine.fire(instance=begun, event="authorize", now=moment, permissions=["*"]).instance
same = Stay.objects.filter(pk=living.pk, life__version=begun.version)
assert [same.update(life=fired), same.update(life=fired)] == [1, 0]
assert Stay.objects.get(life__state=fired.state).life == fired
assert Stay.objects.filter(life__isnull=True).count() == 1
living.delete()

for changed, words in [
    ({"deposit": 124.5}, "not an exact amount"),
    ({"deposit": Decimal("1.0005")}, "round it first"),
    ({"deposit": Decimal("1000000000000")}, "round it first"),
    ({"deposit": Decimal("NaN")}, "not an amount"),
    ({"paid_at": datetime(2026, 12, 18)}, "has no zone"),
    ({"arrives": moment}, "not a day"),
    ({"price": Decimal("5")}, "not money"),
    ({"life": {"machine": "payment", "machine_version": 1}}, "no instance of a machine"),
    ({"price": Money(amount=Decimal("5"), currency="EUX")}, "EUX"),
]:
    try:
        Stay.objects.create(**{"arrives": date(2026, 12, 18), "price": price, **changed})
    except (TypeError, ValueError, RatebookError) as error:
        assert words in str(error), (words, error)
    else:
        raise AssertionError(changed)
for field in Stay._meta.get_fields():
    name, path, arguments, options = field.deconstruct()
    assert type(field)(*arguments, **options).db_type(connection) == field.db_type(connection)
settings.USE_TZ = False
assert [fault.id for fault in Stay.check()] == ["ratebook.E001"]
print("kept")
"""


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_django(engine: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue("postgres") if engine == "postgresql" else ""
    ran = subprocess.run([sys.executable, "-c", DJANGO, engine, folder], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "kept"
