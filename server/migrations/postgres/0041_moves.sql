-- Restores that were proven, where tenants have moved to, and tenants in which things are tried.

CREATE TABLE restore_proofs (
    id uuid NOT NULL PRIMARY KEY,
    -- When it was due; of one that somebody asked for, when that was.
    due_at bigint NOT NULL,
    -- Which attempt at it.
    attempt bigint NOT NULL,
    -- Who asked for it; nothing where it was the clock.
    asked_by uuid,
    -- `running`, `proven` or `failed`.
    state text COLLATE "C" NOT NULL,
    begun_at bigint NOT NULL,
    -- Until when whoever is at it is believed to be so.
    lease_until bigint NOT NULL,
    finished_at bigint,
    -- The backup that was put back.
    file text COLLATE "C",
    rows_restored bigint,
    -- Why it was not proven.
    why text COLLATE "C",
    UNIQUE (due_at, attempt)
);

-- The address at which a tenant goes on that has moved away.
ALTER TABLE tenants ADD COLUMN moved_to text COLLATE "C";

-- Tenants of which nothing leaves the house.
CREATE TABLE sandboxes (
    tenant_id uuid NOT NULL PRIMARY KEY REFERENCES tenants (id),
    -- The tenant of which it is one.
    original uuid NOT NULL,
    -- Whether it was filled with demo records.
    is_demo boolean NOT NULL,
    made_by uuid NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL
);

CREATE INDEX sandboxes_of ON sandboxes (original);
CREATE INDEX sandboxes_expire ON sandboxes (expires_at);

GRANT SELECT, DELETE ON sandboxes TO ratebook_tenant;
ALTER TABLE sandboxes ENABLE ROW LEVEL SECURITY;
ALTER TABLE sandboxes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON sandboxes TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON sandboxes TO CURRENT_USER USING (true) WITH CHECK (true);

-- What would have left it, in the order in which it would.
CREATE TABLE sandbox_effects (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    -- Who would have carried it out, and the key of the job.
    name text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    -- What would have been sent, in JSON.
    body text COLLATE "C" NOT NULL,
    caught_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name, key)
);

GRANT SELECT, DELETE ON sandbox_effects TO ratebook_tenant;
ALTER TABLE sandbox_effects ENABLE ROW LEVEL SECURITY;
ALTER TABLE sandbox_effects FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON sandbox_effects TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON sandbox_effects TO CURRENT_USER USING (true) WITH CHECK (true);
