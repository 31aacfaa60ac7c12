-- What is still made again of records, since a version of their pack makes it otherwise than the one before: a row for each tenant, entity
-- and what is made, until all of its records are done.
CREATE TABLE deriving (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    entity text COLLATE "C" NOT NULL,
    -- `timers`, `search`, `owners`, `listing` or `contacts`.
    what text COLLATE "C" NOT NULL,
    -- The last record that is done.
    after uuid,
    -- How many are.
    done bigint NOT NULL,
    -- When somebody was last at it: tenants take turns.
    worked_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, entity, what)
);

CREATE INDEX deriving_turns ON deriving (worked_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON deriving TO ratebook_tenant;
ALTER TABLE deriving ENABLE ROW LEVEL SECURITY;
ALTER TABLE deriving FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON deriving TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON deriving TO CURRENT_USER USING (true) WITH CHECK (true);

-- By what owners and listings were made is told by the versions of the pack from here on.
DELETE FROM facts WHERE left(name, 7) = 'owners.';
DELETE FROM packs WHERE right(name, 9) = '__0public';
