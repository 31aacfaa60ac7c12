-- How much of a limit of requests is used up, where several servers count together.

CREATE TABLE request_rates (
    -- The name of the limit, `:` and for whom it is kept.
    whose BLOB NOT NULL PRIMARY KEY,
    -- When all of it is there again, and the part of a microsecond that is missing then.
    full_at INTEGER NOT NULL,
    part INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX request_rates_by_age ON request_rates (used_at);
