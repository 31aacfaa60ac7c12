-- Files: what was uploaded, and how many records name it. Their bytes lie elsewhere, under names made of tenant and id.

CREATE TABLE files (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    -- As whoever sent it calls it.
    name text COLLATE "C" NOT NULL,
    -- What it is by its bytes, such as `image/jpeg`.
    type text COLLATE "C" NOT NULL,
    bytes bigint NOT NULL,
    -- SHA-256 of what is kept.
    hash bytea NOT NULL,
    -- Of a picture.
    width bigint,
    height bigint,
    -- `arriving` until its bytes are kept, `kept`, or `going` once they are about to be removed.
    state text COLLATE "C" NOT NULL,
    -- Who sent it: they alone may have a record name it.
    made_by text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    -- How many fields of records name it.
    uses bigint NOT NULL,
    -- Since when none does, as far as that was seen.
    unnamed_at bigint,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX files_unnamed ON files (unnamed_at) WHERE uses = 0;

GRANT SELECT, INSERT, UPDATE, DELETE ON files TO ratebook_tenant;
ALTER TABLE files ENABLE ROW LEVEL SECURITY;
ALTER TABLE files FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON files TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON files TO CURRENT_USER USING (true) WITH CHECK (true);
