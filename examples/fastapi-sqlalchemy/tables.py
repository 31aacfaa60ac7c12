"""The tables: what can be booked, and what is booked."""

from __future__ import annotations

import os
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, create_engine, false, text
from sqlalchemy.dialects.postgresql import JSONB, TSTZRANGE, ExcludeConstraint, Range
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker


class Base(DeclarativeBase):
    pass


class Resource(Base):
    __tablename__ = "resources"

    id: Mapped[str] = mapped_column(primary_key=True)
    # The resource as the engine reads it: its zone, hours, grid, buffers.
    rules: Mapped[dict[str, Any]] = mapped_column(JSONB)
    # Rises with every change of its bookings, and each booking carries the version that changed it.
    version: Mapped[int] = mapped_column(BigInteger, server_default="0")


class Booking(Base):
    __tablename__ = "bookings"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    resource_id: Mapped[str] = mapped_column(ForeignKey("resources.id"))
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE)
    # Cancelled, not deleted: a row that is gone could not say that it changed.
    cancelled: Mapped[bool] = mapped_column(server_default=false())
    version: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (
        # Stands besides the engine: whoever writes here, two bookings never meet. Its index also finds the rows near a question.
        ExcludeConstraint(
            ("resource_id", "="), ("during", "&&"), where=text("NOT cancelled"), using="gist", name="bookings_never_meet"
        ),
        Index("bookings_by_version", "resource_id", "version"),
    )


database = create_engine(os.environ.get("DATABASE_URL", "postgresql+psycopg:///ratebook"), pool_size=10)
Session = sessionmaker(database)


def create() -> None:
    """Makes the tables, and a studio to book."""
    with database.begin() as connection:
        # Lets one index hold a text and a range.
        connection.execute(text("CREATE EXTENSION IF NOT EXISTS btree_gist"))
        Base.metadata.create_all(connection)
    with Session.begin() as session:
        if session.get(Resource, "studio") is None:
            windows = [{"opens": "08:00", "closes": "18:00"}]
            grid = {"step_minutes": 10}
            rules = {"zone": "Europe/Berlin", "hours": {"windows": windows}, "grid": grid, "notice_minutes": 0}
            session.add(Resource(id="studio", rules=rules))


if __name__ == "__main__":
    create()
