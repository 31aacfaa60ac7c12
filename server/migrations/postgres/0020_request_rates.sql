-- How much of a limit of requests is used up, where several servers count together. What a crash takes of it is worth no write to the log.

CREATE UNLOGGED TABLE request_rates (
    -- The name of the limit, `:` and for whom it is kept.
    whose bytea NOT NULL PRIMARY KEY,
    -- When all of it is there again, and the part of a microsecond that is missing then.
    full_at bigint NOT NULL,
    part bigint NOT NULL,
    used_at bigint NOT NULL
);

CREATE INDEX request_rates_by_age ON request_rates (used_at);
