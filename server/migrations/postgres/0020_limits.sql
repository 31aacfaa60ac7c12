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

-- The plan of a tenant that has one: how much it may have of what is counted.
CREATE TABLE tenant_plans (
    tenant_id uuid NOT NULL PRIMARY KEY,
    plan text COLLATE "C" NOT NULL
);

GRANT SELECT ON tenant_plans TO ratebook_tenant;
ALTER TABLE tenant_plans ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_plans FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tenant_plans TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON tenant_plans TO CURRENT_USER USING (true) WITH CHECK (true);

-- Where nothing is changed for a while, by whoever runs the installation: in a tenant, or, under the id of nobody, anywhere.
CREATE TABLE read_only (
    tenant_id uuid NOT NULL PRIMARY KEY,
    since bigint NOT NULL,
    -- When it is over by itself.
    ends_at bigint,
    why text COLLATE "C" NOT NULL,
    -- Which account has set it.
    set_by uuid NOT NULL
);

ALTER TABLE read_only ENABLE ROW LEVEL SECURITY;
ALTER TABLE read_only FORCE ROW LEVEL SECURITY;
CREATE POLICY platform ON read_only TO CURRENT_USER USING (true) WITH CHECK (true);
