-- What is to be done once it is kept: effects of machines, deliveries, what happens by the clock.

CREATE TABLE jobs (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    -- Who carries it out, such as `set_field`.
    name TEXT NOT NULL,
    -- What it comes from: nothing is done twice for the same.
    key TEXT NOT NULL,
    -- Jobs of one lane are done one after the other, in the order of their ids.
    lane TEXT,
    -- What for, in JSON.
    body TEXT NOT NULL,
    -- `waiting`, `running`, `behind` another one of its lane, `done`, `dead`, `cancelled`, or `parked` as long as nobody carries it out.
    state TEXT NOT NULL,
    -- When it is to be done; of one that runs, when whoever does it is given up.
    due_at INTEGER NOT NULL,
    -- How often it was begun.
    attempt INTEGER NOT NULL,
    -- How often whoever was at it has changed: only the last one ends it.
    begun INTEGER NOT NULL,
    first_failed_at INTEGER,
    -- How far it has come, in JSON.
    progress TEXT,
    -- What became of the last attempt.
    told TEXT,
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name, key)
) STRICT;

CREATE INDEX jobs_due ON jobs (due_at) WHERE state IN ('waiting', 'running');
CREATE INDEX jobs_due_of ON jobs (tenant_id, due_at, id) WHERE state IN ('waiting', 'running');
CREATE INDEX jobs_in_lane ON jobs (tenant_id, lane, id);
CREATE INDEX jobs_of_state ON jobs (tenant_id, state, id);
CREATE INDEX jobs_parked ON jobs (name) WHERE state = 'parked';
CREATE INDEX jobs_finished ON jobs (finished_at) WHERE finished_at IS NOT NULL;

-- When each schedule of a pack comes next for a tenant.
CREATE TABLE schedules (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    name TEXT NOT NULL,
    -- By which line and by whose clock that was reckoned.
    cron TEXT NOT NULL,
    zone TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    -- By which version of the pack.
    version INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, name)
) STRICT;

-- To whom a tenant tells what happens.
CREATE TABLE webhooks (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    url TEXT NOT NULL,
    -- Which events, a list in JSON: `customer:created`, `customer:*`, `*`.
    events TEXT NOT NULL,
    -- What signs, encrypted.
    secret BLOB NOT NULL,
    -- The one before, for as long as it still signs as well.
    former_secret BLOB,
    former_until INTEGER,
    -- `enabled` or `disabled`.
    state TEXT NOT NULL,
    -- Why it is disabled.
    why TEXT,
    -- Since when nothing has arrived.
    failing_since INTEGER,
    made_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;

-- The order in which things happened, as it was found once they were kept: whoever follows them begins again behind a number.
ALTER TABLE outbox ADD COLUMN seq INTEGER;
-- What lies there already happened long ago: nothing of it is done now.
UPDATE outbox SET done_at = at;
CREATE UNIQUE INDEX outbox_in_order ON outbox (tenant_id, seq);
CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;
