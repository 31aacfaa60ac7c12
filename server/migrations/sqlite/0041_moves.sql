-- Restores that were proven, where tenants have moved to, and tenants in which things are tried.

CREATE TABLE restore_proofs (
    id BLOB NOT NULL PRIMARY KEY,
    -- When it was due; of one that somebody asked for, when that was.
    due_at INTEGER NOT NULL,
    -- Which attempt at it.
    attempt INTEGER NOT NULL,
    -- Who asked for it; nothing where it was the clock.
    asked_by BLOB,
    -- `running`, `proven` or `failed`.
    state TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    -- Until when whoever is at it is believed to be so.
    lease_until INTEGER NOT NULL,
    finished_at INTEGER,
    -- The backup that was put back.
    file TEXT,
    rows_restored INTEGER,
    -- Why it was not proven.
    why TEXT,
    UNIQUE (due_at, attempt)
) STRICT;

-- The address at which a tenant goes on that has moved away.
ALTER TABLE tenants ADD COLUMN moved_to TEXT;

-- Tenants of which nothing leaves the house.
CREATE TABLE sandboxes (
    tenant_id BLOB NOT NULL PRIMARY KEY REFERENCES tenants (id),
    -- The tenant of which it is one.
    original BLOB NOT NULL,
    -- Whether it was filled with demo records.
    is_demo INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sandboxes_of ON sandboxes (original);
CREATE INDEX sandboxes_expire ON sandboxes (expires_at);

-- What would have left it, in the order in which it would.
CREATE TABLE sandbox_effects (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    -- Who would have carried it out, and the key of the job.
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    -- What would have been sent, in JSON.
    body TEXT NOT NULL,
    caught_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name, key)
) STRICT;
