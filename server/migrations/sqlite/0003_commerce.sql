-- What is native: bookings and blocked time, as core describes them, and what acts lock.

CREATE TABLE "native__booking" ("tenant_id" BLOB NOT NULL, "id" BLOB NOT NULL, "version" INTEGER NOT NULL, "created_at" INTEGER NOT NULL, "updated_at" INTEGER NOT NULL, "booked_at" INTEGER, "check_in" INTEGER, "check_out" INTEGER, "departs_on" INTEGER, "ends_at" INTEGER NOT NULL, "expires_at" INTEGER, "group_id" BLOB NOT NULL, "hold_key" TEXT, "made_by" TEXT NOT NULL, "note" TEXT, "partner" TEXT, "place" INTEGER NOT NULL, "price" INTEGER, "price__currency" TEXT, "rate_list" TEXT, "resource_entity" TEXT NOT NULL, "resource_id" TEXT NOT NULL, "revised_at" INTEGER, "revision" INTEGER NOT NULL, "starts_at" INTEGER NOT NULL, "state" TEXT NOT NULL, "title" TEXT, "title__folded" TEXT, "units" INTEGER NOT NULL, PRIMARY KEY ("tenant_id", "id"), CONSTRAINT "fk__native__booking__group_id" FOREIGN KEY ("tenant_id", "group_id") REFERENCES "native__booking" ("tenant_id", "id")) STRICT;
CREATE TABLE "native__block" ("tenant_id" BLOB NOT NULL, "id" BLOB NOT NULL, "version" INTEGER NOT NULL, "created_at" INTEGER NOT NULL, "updated_at" INTEGER NOT NULL, "check_in" INTEGER, "check_out" INTEGER, "departs_on" INTEGER, "ends_at" INTEGER NOT NULL, "made_by" TEXT NOT NULL, "reason" TEXT, "reason__folded" TEXT, "resource_entity" TEXT NOT NULL, "resource_id" TEXT NOT NULL, "revision" INTEGER NOT NULL, "source" TEXT, "starts_at" INTEGER NOT NULL, "state" TEXT NOT NULL, "units" INTEGER, PRIMARY KEY ("tenant_id", "id")) STRICT;
CREATE INDEX "ix__native__booking__booked_at" ON "native__booking" ("tenant_id", "booked_at", "id");
CREATE INDEX "ix__native__booking__ends_at" ON "native__booking" ("tenant_id", "ends_at", "id");
CREATE INDEX "ix__native__booking__group_id" ON "native__booking" ("tenant_id", "group_id", "id");
CREATE INDEX "ix__native__booking__hold_key" ON "native__booking" ("tenant_id", "hold_key", "id");
CREATE INDEX "ix__native__booking__made_by" ON "native__booking" ("tenant_id", "made_by", "id");
CREATE INDEX "ix__native__booking__resource_id" ON "native__booking" ("tenant_id", "resource_id", "id");
CREATE INDEX "ix__native__booking__starts_at" ON "native__booking" ("tenant_id", "starts_at", "id");
CREATE INDEX "ix__native__booking__state" ON "native__booking" ("tenant_id", "state", "id");
CREATE INDEX "ix__native__booking__created_at" ON "native__booking" ("tenant_id", "created_at", "id");
CREATE INDEX "ix__native__booking__updated_at" ON "native__booking" ("tenant_id", "updated_at", "id");
CREATE INDEX "ix__native__block__ends_at" ON "native__block" ("tenant_id", "ends_at", "id");
CREATE INDEX "ix__native__block__resource_id" ON "native__block" ("tenant_id", "resource_id", "id");
CREATE INDEX "ix__native__block__source" ON "native__block" ("tenant_id", "source", "id");
CREATE INDEX "ix__native__block__starts_at" ON "native__block" ("tenant_id", "starts_at", "id");
CREATE INDEX "ix__native__block__state" ON "native__block" ("tenant_id", "state", "id");
CREATE INDEX "ix__native__block__created_at" ON "native__block" ("tenant_id", "created_at", "id");
CREATE INDEX "ix__native__block__updated_at" ON "native__block" ("tenant_id", "updated_at", "id");

-- Which takings of a resource count: what acts and calendars ask for.
CREATE INDEX booking_takings ON native__booking (tenant_id, resource_id, ends_at) WHERE state IN ('held', 'confirmed');
CREATE INDEX block_takings ON native__block (tenant_id, resource_id, ends_at) WHERE state = 'blocked';
-- A key holds one thing at a time.
CREATE UNIQUE INDEX booking_held ON native__booking (tenant_id, made_by, hold_key, place) WHERE state = 'held';

CREATE TABLE resources (
    tenant_id BLOB NOT NULL,
    -- Of the record that is booked.
    id BLOB NOT NULL,
    -- One more with each act. Whoever changes what is taken of it locks this row first; of several, in the order of their ids.
    version INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;
