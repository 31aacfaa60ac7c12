-- Calendars shared with others, as core describes them, and which holds have lapsed.

CREATE TABLE "native__feed" ("tenant_id" uuid NOT NULL, "id" uuid NOT NULL, "version" bigint NOT NULL, "created_at" bigint NOT NULL, "updated_at" bigint NOT NULL, "blocked" bigint, "content" text COLLATE "C", "direction" text COLLATE "C" NOT NULL, "fault_count" bigint, "faults" text COLLATE "C", "imported_at" bigint, "made_by" text COLLATE "C" NOT NULL, "name" text COLLATE "C" NOT NULL, "name__folded" text COLLATE "C" NOT NULL, "resource_entity" text COLLATE "C" NOT NULL, "resource_id" text COLLATE "C" NOT NULL, "state" text COLLATE "C" NOT NULL, "url" text COLLATE "C", PRIMARY KEY ("tenant_id", "id"));
CREATE INDEX "ix__native__feed__direction" ON "native__feed" ("tenant_id", "direction", "id");
CREATE INDEX "ix__native__feed__fault_count" ON "native__feed" ("tenant_id", "fault_count" NULLS FIRST, "id");
CREATE INDEX "ix__native__feed__imported_at" ON "native__feed" ("tenant_id", "imported_at" NULLS FIRST, "id");
CREATE INDEX "ix__native__feed__name" ON "native__feed" ("tenant_id", "name", "id");
CREATE INDEX "ix__native__feed__name__folded" ON "native__feed" ("tenant_id", "name__folded", "id");
CREATE INDEX "ix__native__feed__resource_id" ON "native__feed" ("tenant_id", "resource_id", "id");
CREATE INDEX "ix__native__feed__state" ON "native__feed" ("tenant_id", "state", "id");
CREATE INDEX "ix__native__feed__created_at" ON "native__feed" ("tenant_id", "created_at", "id");
CREATE INDEX "ix__native__feed__updated_at" ON "native__feed" ("tenant_id", "updated_at", "id");

-- A calendar of a name is there once at a time.
CREATE UNIQUE INDEX feed_live ON native__feed (tenant_id, resource_id, direction, name) WHERE state = 'live';

-- By what the address of a calendar is known: the hash of its token, and never the token.
CREATE TABLE feed_tokens (
    tenant_id uuid NOT NULL,
    feed_id uuid NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (tenant_id, feed_id),
    FOREIGN KEY (tenant_id, feed_id) REFERENCES native__feed (tenant_id, id)
);

-- What blocked time is called in the calendar that it comes from.
CREATE TABLE feed_events (
    tenant_id uuid NOT NULL,
    block_id uuid NOT NULL,
    feed_id uuid NOT NULL,
    event text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, block_id),
    FOREIGN KEY (tenant_id, block_id) REFERENCES native__block (tenant_id, id),
    FOREIGN KEY (tenant_id, feed_id) REFERENCES native__feed (tenant_id, id)
);
CREATE INDEX feed_events_by_feed ON feed_events (tenant_id, feed_id);

-- Holds by when they lapse, for whoever writes that down.
CREATE INDEX booking_lapses ON native__booking (expires_at, group_id) WHERE state = 'held' AND place = 0;

GRANT SELECT, INSERT, UPDATE, DELETE ON native__feed TO ratebook_tenant;
ALTER TABLE native__feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE native__feed FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON native__feed TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON native__feed TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON feed_tokens TO ratebook_tenant;
ALTER TABLE feed_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE feed_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON feed_tokens TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON feed_tokens TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON feed_events TO ratebook_tenant;
ALTER TABLE feed_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE feed_events FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON feed_events TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON feed_events TO CURRENT_USER USING (true) WITH CHECK (true);
