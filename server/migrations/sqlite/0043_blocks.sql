-- What is counted where several servers count together: how often somebody has asked, and what speaks against an address.

DROP TABLE request_rates;

CREATE TABLE request_counts (
    -- The name of the limit or rule, `:` and for whom it is kept.
    whose BLOB NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    -- From when on it says nothing any more.
    gone_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX request_counts_by_age ON request_counts (gone_at);

-- The addresses that are not let in.
CREATE TABLE address_blocks (
    id BLOB NOT NULL PRIMARY KEY,
    -- An address or a range, such as `203.0.113.7/32`.
    network TEXT NOT NULL UNIQUE,
    -- By which rule of the engine's, where it is not somebody's word.
    rule TEXT,
    reason TEXT NOT NULL,
    made_by BLOB,
    made_at INTEGER NOT NULL,
    ends_at INTEGER,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX address_blocks_by_change ON address_blocks (changed_at);
CREATE INDEX address_blocks_by_end ON address_blocks (ends_at);
