-- How much of a limit of requests is used up, where several servers count together.

CREATE TABLE request_rates (
    -- The name of the limit, `:` and for whom it is kept.
    whose BLOB NOT NULL PRIMARY KEY,
    -- When all of it is there again, and the part of a microsecond that is missing then.
    full_at INTEGER NOT NULL,
    part INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX request_rates_by_age ON request_rates (used_at);

-- The plan of a tenant that has one: how much it may have of what is counted.
CREATE TABLE tenant_plans (
    tenant_id BLOB NOT NULL PRIMARY KEY,
    plan TEXT NOT NULL
) STRICT;

-- Where nothing is changed for a while, by whoever runs the installation: in a tenant, or, under the id of nobody, anywhere.
CREATE TABLE read_only (
    tenant_id BLOB NOT NULL PRIMARY KEY,
    since INTEGER NOT NULL,
    -- When it is over by itself.
    ends_at INTEGER,
    why TEXT NOT NULL,
    -- Which account has set it.
    set_by BLOB NOT NULL
) STRICT;
