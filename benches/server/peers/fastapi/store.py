"""Customers in SQLite and PostgreSQL, by SQLAlchemy's core; statements are compiled once and prepared by the drivers."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, Column, DateTime, LargeBinary, MetaData, String, Table, Uuid
from sqlalchemy import bindparam, event, insert, literal_column, select, text, tuple_
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.types import TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Bytes16(TypeDecorator):
    """A UUID as 16 bytes."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else value.bytes

    def process_result_value(self, value, dialect):
        return None if value is None else UUID(bytes=value)


class Microseconds(TypeDecorator):
    """An instant as microseconds of the epoch."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else (value - EPOCH) // MICROSECOND

    def process_result_value(self, value, dialect):
        return None if value is None else EPOCH + timedelta(microseconds=value)


Id = Uuid().with_variant(Bytes16(), "sqlite")
Instant = DateTime(timezone=True).with_variant(Microseconds(), "sqlite")

metadata = MetaData()
customers = Table(
    "customers",
    metadata,
    Column("tenant_id", Id, primary_key=True),
    Column("id", Id, primary_key=True),
    Column("code", String, nullable=False),
    Column("name", String, nullable=False),
    Column("email", String, nullable=False),
    Column("email_key", String, nullable=False),
    Column("phone", String),
    Column("city", String),
    Column("status", String, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
)
counters = Table("counters", metadata, Column("tenant_id", Id, primary_key=True), Column("name", String, primary_key=True), Column("value", BigInteger))
rate_lists = Table("rate_lists", metadata, Column("tenant_id", Id, primary_key=True), Column("id", Id, primary_key=True), Column("definition", String))

c = customers.c
SHOWN = [str(name) for name in c.keys() if name not in ("tenant_id", "email_key")]
shown = select(*(c[name] for name in SHOWN)).where(c.tenant_id == bindparam("tenant"))
limited = bindparam("limit", type_=BigInteger)
one = shown.where(c.id == bindparam("id"))
page = shown.order_by(c.created_at, c.id).limit(limited)
of_status = c.status == bindparam("status")
later = tuple_(c.created_at, c.id) > tuple_(bindparam("created_at", type_=Instant), bindparam("last_id", type_=Id))
# By whether a status is asked for and whether it is a later page.
pages = {(False, False): page, (False, True): page.where(later), (True, False): page.where(of_status), (True, True): page.where(of_status, later)}
definition = select(rate_lists.c.definition).where(rate_lists.c.tenant_id == bindparam("tenant"), rate_lists.c.id == bindparam("id"))


def next_number(dialect):
    counted = dialect.insert(counters).values(tenant_id=bindparam("tenant"), name="customer", value=1)
    return counted.on_conflict_do_update(index_elements=["tenant_id", "name"], set_={"value": counters.c.value + 1}).returning(counters.c.value)


def searched(words):
    """The cross join keeps the order: the found words first, their customers by rowid."""
    statement = text(f"""
        SELECT {", ".join(f"customers.{name}" for name in SHOWN)} FROM customers_search CROSS JOIN customers ON customers.rowid = customers_search.rowid
        WHERE {words} AND customers.tenant_id = :tenant ORDER BY customers.id LIMIT :limit""")
    return statement.bindparams(bindparam("tenant", type_=Id)).columns(*(c[name] for name in SHOWN))


def escaped(part):
    return "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


class Store:
    """What both databases share: `reads` commits nothing, `writes` begins a transaction."""

    async def rows(self, statement, values, engine=None):
        async with (engine or self.reads).connect() as connection:
            return [dict(zip(SHOWN, row, strict=True)) for row in await connection.execute(statement, values)]

    async def one(self, tenant, id):
        rows = await self.rows(one, {"tenant": tenant, "id": id})
        return rows[0] if rows else None

    async def page(self, tenant, status, after, limit):
        values = {"tenant": tenant, "limit": limit}
        if status is not None:
            values["status"] = status
        if after is not None:
            values["created_at"], values["last_id"] = after
        return await self.rows(pages[status is not None, after is not None], values)

    async def definition(self, tenant, id):
        async with self.reads.connect() as connection:
            return await connection.scalar(definition, {"tenant": tenant, "id": id})

    async def create(self, tenant, record, code_of):
        """Gives the record, or nothing when its e-mail is taken."""
        try:
            async with self.writes.begin() as connection:
                number = await connection.scalar(self.next_number, {"tenant": tenant})
                record = {**record, "code": code_of(number)}
                await self.insert(connection, {**record, "tenant_id": tenant, "email_key": record["email"].lower()})
        except IntegrityError as error:
            if any(name in str(error.orig) for name in ("customers_email", "customers.email_key")):
                return None
            raise
        return record

    async def close(self):
        for engine in self.engines:
            await engine.dispose()


class Sqlite(Store):
    next_number = next_number(sqlite)
    phrase = searched("customers_search.text MATCH :words")
    short = searched("customers_search.text LIKE :words ESCAPE '\\'")
    index = text("INSERT INTO customers_search (rowid, text) VALUES (:rowid, lower(:name) || ' ' || lower(:email))")

    def __init__(self, path):
        url = f"sqlite+aiosqlite:///{path}"
        self.reads = create_async_engine(url, pool_size=4, max_overflow=0)
        self.writes = create_async_engine(url, pool_size=1, max_overflow=0)
        self.engines = (self.reads, self.writes)
        for engine in self.engines:
            event.listen(engine.sync_engine, "connect", self.connected)
        event.listen(self.writes.sync_engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))

    @staticmethod
    def connected(connection, _):
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in ("busy_timeout = 10000", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -32000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    async def search(self, tenant, part, limit):
        # Trigrams find nothing shorter than themselves.
        if len(part) < 3:
            return await self.rows(self.short, {"tenant": tenant, "words": escaped(part), "limit": limit})
        return await self.rows(self.phrase, {"tenant": tenant, "words": '"' + part.replace('"', '""') + '"', "limit": limit})

    async def insert(self, connection, row):
        rowid = (await connection.execute(insert(customers).inline(), row)).lastrowid
        await connection.execute(self.index, {"rowid": rowid, "name": row["name"], "email": row["email"]})


class Postgres(Store):
    next_number = next_number(postgresql)
    words = literal_column("(lower(customers.name) || ' ' || lower(customers.email))", String)
    search_for = shown.order_by(c.id).limit(limited).where(words.like(bindparam("pattern"), escape="\\"))

    def __init__(self, url):
        url = make_url(url).set(drivername="postgresql+asyncpg")
        self.writes = create_async_engine(url, pool_size=10, max_overflow=0)
        self.reads = self.writes.execution_options(isolation_level="AUTOCOMMIT")
        # A search is planned for the words that are asked.
        planned = {"server_settings": {"plan_cache_mode": "force_custom_plan"}}
        self.searches = create_async_engine(url, pool_size=4, max_overflow=0, connect_args=planned, isolation_level="AUTOCOMMIT")
        self.engines = (self.writes, self.searches)

    async def search(self, tenant, part, limit):
        return await self.rows(self.search_for, {"tenant": tenant, "pattern": escaped(part.lower()), "limit": limit}, self.searches)

    async def insert(self, connection, row):
        await connection.execute(insert(customers).inline(), row)


def open_store(url):
    return Sqlite(url.removeprefix("sqlite:")) if url.startswith("sqlite:") else Postgres(url)
