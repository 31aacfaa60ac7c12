-- What is still made again of records, since a version of their pack makes it otherwise than the one before: a row for each tenant, entity
-- and what is made, until all of its records are done.
CREATE TABLE deriving (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    entity TEXT NOT NULL,
    -- `timers`, `search`, `owners`, `listing` or `contacts`.
    what TEXT NOT NULL,
    -- The last record that is done.
    after BLOB,
    -- How many are.
    done INTEGER NOT NULL,
    -- When somebody was last at it: tenants take turns.
    worked_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, entity, what)
) STRICT;

CREATE INDEX deriving_turns ON deriving (worked_at);

-- By what owners and listings were made is told by the versions of the pack from here on.
DELETE FROM facts WHERE substr(name, 1, 7) = 'owners.';
DELETE FROM packs WHERE substr(name, -9) = '__0public';
