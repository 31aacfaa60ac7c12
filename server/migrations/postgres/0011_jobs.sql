-- What is to be done once it is kept: effects of machines, deliveries, what happens by the clock.

CREATE TABLE jobs (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    -- Who carries it out, such as `set_field`.
    name text COLLATE "C" NOT NULL,
    -- What it comes from: nothing is done twice for the same.
    key text COLLATE "C" NOT NULL,
    -- Jobs of one lane are done one after the other, in the order of their ids.
    lane text COLLATE "C",
    -- What for, in JSON.
    body text COLLATE "C" NOT NULL,
    -- `waiting`, `running`, `behind` another one of its lane, `done`, `dead`, `cancelled`, or `parked` as long as nobody carries it out.
    state text COLLATE "C" NOT NULL,
    -- When it is to be done; of one that runs, when whoever does it is given up.
    due_at bigint NOT NULL,
    -- How often it was begun.
    attempt bigint NOT NULL,
    -- How often whoever was at it has changed: only the last one ends it.
    begun bigint NOT NULL,
    first_failed_at bigint,
    -- How far it has come, in JSON.
    progress text COLLATE "C",
    -- What became of the last attempt.
    told text COLLATE "C",
    created_at bigint NOT NULL,
    finished_at bigint,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name, key)
);

CREATE INDEX jobs_due ON jobs (due_at) WHERE state IN ('waiting', 'running');
CREATE INDEX jobs_due_of ON jobs (tenant_id, due_at, id) WHERE state IN ('waiting', 'running');
CREATE INDEX jobs_in_lane ON jobs (tenant_id, lane, id);
CREATE INDEX jobs_of_state ON jobs (tenant_id, state, id);
CREATE INDEX jobs_parked ON jobs (name) WHERE state = 'parked';
CREATE INDEX jobs_finished ON jobs (finished_at) WHERE finished_at IS NOT NULL;

-- When each schedule of a pack comes next for a tenant.
CREATE TABLE schedules (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    name text COLLATE "C" NOT NULL,
    -- By which line and by whose clock that was reckoned.
    cron text COLLATE "C" NOT NULL,
    zone text COLLATE "C" NOT NULL,
    due_at bigint NOT NULL,
    -- By which version of the pack.
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, name)
);

-- To whom a tenant tells what happens.
CREATE TABLE webhooks (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    url text COLLATE "C" NOT NULL,
    -- Which events, a list in JSON: `customer:created`, `customer:*`, `*`.
    events text COLLATE "C" NOT NULL,
    -- What signs, encrypted.
    secret bytea NOT NULL,
    -- The one before, for as long as it still signs as well.
    former_secret bytea,
    former_until bigint,
    -- `enabled` or `disabled`.
    state text COLLATE "C" NOT NULL,
    -- Why it is disabled.
    why text COLLATE "C",
    -- Since when nothing has arrived.
    failing_since bigint,
    made_by text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- The order in which things happened, as it was found once they were kept: whoever follows them begins again behind a number.
ALTER TABLE outbox ADD COLUMN seq bigint;
-- What lies there already happened long ago: nothing of it is done now.
UPDATE outbox SET done_at = at;
CREATE UNIQUE INDEX outbox_in_order ON outbox (tenant_id, seq);
CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON jobs TO ratebook_tenant;
ALTER TABLE jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE jobs FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON jobs TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON jobs TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON schedules TO ratebook_tenant;
ALTER TABLE schedules ENABLE ROW LEVEL SECURITY;
ALTER TABLE schedules FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON schedules TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON schedules TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON webhooks TO ratebook_tenant;
ALTER TABLE webhooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhooks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON webhooks TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON webhooks TO CURRENT_USER USING (true) WITH CHECK (true);
