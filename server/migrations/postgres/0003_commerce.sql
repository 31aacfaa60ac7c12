-- What is native: bookings and blocked time, as core describes them, and what acts lock.

CREATE TABLE "native__booking" ("tenant_id" uuid NOT NULL, "id" uuid NOT NULL, "version" bigint NOT NULL, "created_at" bigint NOT NULL, "updated_at" bigint NOT NULL, "booked_at" bigint, "check_in" bigint, "check_out" bigint, "departs_on" bigint, "ends_at" bigint NOT NULL, "expires_at" bigint, "group_id" uuid NOT NULL, "hold_key" text COLLATE "C", "made_by" text COLLATE "C" NOT NULL, "note" text COLLATE "C", "partner" text COLLATE "C", "place" bigint NOT NULL, "price" bigint, "price__currency" text COLLATE "C", "rate_list" text COLLATE "C", "resource_entity" text COLLATE "C" NOT NULL, "resource_id" text COLLATE "C" NOT NULL, "revised_at" bigint, "revision" bigint NOT NULL, "starts_at" bigint NOT NULL, "state" text COLLATE "C" NOT NULL, "title" text COLLATE "C", "title__folded" text COLLATE "C", "units" bigint NOT NULL, PRIMARY KEY ("tenant_id", "id"));
ALTER TABLE "native__booking" ADD CONSTRAINT "fk__native__booking__group_id" FOREIGN KEY ("tenant_id", "group_id") REFERENCES "native__booking" ("tenant_id", "id");
CREATE TABLE "native__block" ("tenant_id" uuid NOT NULL, "id" uuid NOT NULL, "version" bigint NOT NULL, "created_at" bigint NOT NULL, "updated_at" bigint NOT NULL, "check_in" bigint, "check_out" bigint, "departs_on" bigint, "ends_at" bigint NOT NULL, "made_by" text COLLATE "C" NOT NULL, "reason" text COLLATE "C", "reason__folded" text COLLATE "C", "resource_entity" text COLLATE "C" NOT NULL, "resource_id" text COLLATE "C" NOT NULL, "revision" bigint NOT NULL, "source" text COLLATE "C", "starts_at" bigint NOT NULL, "state" text COLLATE "C" NOT NULL, "units" bigint, PRIMARY KEY ("tenant_id", "id"));
CREATE INDEX "ix__native__booking__booked_at" ON "native__booking" ("tenant_id", "booked_at" NULLS FIRST, "id");
CREATE INDEX "ix__native__booking__ends_at" ON "native__booking" ("tenant_id", "ends_at", "id");
CREATE INDEX "ix__native__booking__group_id" ON "native__booking" ("tenant_id", "group_id", "id");
CREATE INDEX "ix__native__booking__hold_key" ON "native__booking" ("tenant_id", "hold_key" NULLS FIRST, "id");
CREATE INDEX "ix__native__booking__made_by" ON "native__booking" ("tenant_id", "made_by", "id");
CREATE INDEX "ix__native__booking__resource_id" ON "native__booking" ("tenant_id", "resource_id", "id");
CREATE INDEX "ix__native__booking__starts_at" ON "native__booking" ("tenant_id", "starts_at", "id");
CREATE INDEX "ix__native__booking__state" ON "native__booking" ("tenant_id", "state", "id");
CREATE INDEX "ix__native__booking__created_at" ON "native__booking" ("tenant_id", "created_at", "id");
CREATE INDEX "ix__native__booking__updated_at" ON "native__booking" ("tenant_id", "updated_at", "id");
CREATE INDEX "ix__native__block__ends_at" ON "native__block" ("tenant_id", "ends_at", "id");
CREATE INDEX "ix__native__block__resource_id" ON "native__block" ("tenant_id", "resource_id", "id");
CREATE INDEX "ix__native__block__source" ON "native__block" ("tenant_id", "source" NULLS FIRST, "id");
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
    tenant_id uuid NOT NULL,
    -- Of the record that is booked.
    id uuid NOT NULL,
    -- One more with each act. Whoever changes what is taken of it locks this row first; of several, in the order of their ids.
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON native__booking TO ratebook_tenant;
ALTER TABLE native__booking ENABLE ROW LEVEL SECURITY;
ALTER TABLE native__booking FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON native__booking TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON native__booking TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON native__block TO ratebook_tenant;
ALTER TABLE native__block ENABLE ROW LEVEL SECURITY;
ALTER TABLE native__block FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON native__block TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON native__block TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON resources TO ratebook_tenant;
ALTER TABLE resources ENABLE ROW LEVEL SECURITY;
ALTER TABLE resources FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON resources TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON resources TO CURRENT_USER USING (true) WITH CHECK (true);
