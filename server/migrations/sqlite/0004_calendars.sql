-- Calendars shared with others, as core describes them, and which holds have lapsed.

CREATE TABLE "native__feed" ("tenant_id" BLOB NOT NULL, "id" BLOB NOT NULL, "version" INTEGER NOT NULL, "created_at" INTEGER NOT NULL, "updated_at" INTEGER NOT NULL, "blocked" INTEGER, "content" TEXT, "direction" TEXT NOT NULL, "fault_count" INTEGER, "faults" TEXT, "imported_at" INTEGER, "made_by" TEXT NOT NULL, "name" TEXT NOT NULL, "name__folded" TEXT NOT NULL, "resource_entity" TEXT NOT NULL, "resource_id" TEXT NOT NULL, "state" TEXT NOT NULL, "url" TEXT, PRIMARY KEY ("tenant_id", "id")) STRICT;
CREATE INDEX "ix__native__feed__direction" ON "native__feed" ("tenant_id", "direction", "id");
CREATE INDEX "ix__native__feed__fault_count" ON "native__feed" ("tenant_id", "fault_count", "id");
CREATE INDEX "ix__native__feed__imported_at" ON "native__feed" ("tenant_id", "imported_at", "id");
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
    tenant_id BLOB NOT NULL,
    feed_id BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (tenant_id, feed_id),
    FOREIGN KEY (tenant_id, feed_id) REFERENCES native__feed (tenant_id, id)
) STRICT;

-- What blocked time is called in the calendar that it comes from.
CREATE TABLE feed_events (
    tenant_id BLOB NOT NULL,
    block_id BLOB NOT NULL,
    feed_id BLOB NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (tenant_id, block_id),
    FOREIGN KEY (tenant_id, block_id) REFERENCES native__block (tenant_id, id),
    FOREIGN KEY (tenant_id, feed_id) REFERENCES native__feed (tenant_id, id)
) STRICT;
CREATE INDEX feed_events_by_feed ON feed_events (tenant_id, feed_id);

-- Holds by when they lapse, for whoever writes that down.
CREATE INDEX booking_lapses ON native__booking (expires_at, group_id) WHERE state = 'held' AND place = 0;
