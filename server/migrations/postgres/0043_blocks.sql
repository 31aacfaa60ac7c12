-- What is counted where several servers count together: how often somebody has asked, and what speaks against an address. What a crash takes
-- of it is worth no write to the log.

DROP TABLE request_rates;

CREATE UNLOGGED TABLE request_counts (
    -- The name of the limit or rule, `:` and for whom it is kept.
    whose bytea NOT NULL PRIMARY KEY,
    state text COLLATE "C" NOT NULL,
    -- From when on it says nothing any more.
    gone_at bigint NOT NULL
);

CREATE INDEX request_counts_by_age ON request_counts (gone_at);

-- The addresses that are not let in.
CREATE TABLE address_blocks (
    id uuid NOT NULL PRIMARY KEY,
    -- An address or a range, such as `203.0.113.7/32`.
    network text COLLATE "C" NOT NULL UNIQUE,
    -- By which rule of the engine's, where it is not somebody's word.
    rule text COLLATE "C",
    reason text COLLATE "C" NOT NULL,
    made_by uuid,
    made_at bigint NOT NULL,
    ends_at bigint,
    changed_at bigint NOT NULL
);

CREATE INDEX address_blocks_by_change ON address_blocks (changed_at);
CREATE INDEX address_blocks_by_end ON address_blocks (ends_at);
