-- What packs add to natives: a row for each of these fields of a record that has a value, beside the record.

CREATE TABLE "native__booking__custom" ("tenant_id" uuid NOT NULL, "id" uuid NOT NULL, "field" text COLLATE "C" NOT NULL, "number" bigint, "word" text COLLATE "C", "text" text COLLATE "C", "other" uuid, "taken" text COLLATE "C", PRIMARY KEY ("tenant_id", "id", "field"));
ALTER TABLE "native__booking__custom" ADD CONSTRAINT "fk__native__booking__custom__id" FOREIGN KEY ("tenant_id", "id") REFERENCES "native__booking" ("tenant_id", "id");
CREATE UNIQUE INDEX "ux__native__booking__custom__field__taken" ON "native__booking__custom" ("tenant_id", "field", "taken");
CREATE INDEX "ix__native__booking__custom__field__number" ON "native__booking__custom" ("tenant_id", "field", "number" NULLS FIRST, "id");
CREATE INDEX "ix__native__booking__custom__field__word" ON "native__booking__custom" ("tenant_id", "field", "word" NULLS FIRST, "id");
CREATE INDEX "ix__native__booking__custom__field__other" ON "native__booking__custom" ("tenant_id", "field", "other" NULLS FIRST, "id");

CREATE TABLE "native__block__custom" ("tenant_id" uuid NOT NULL, "id" uuid NOT NULL, "field" text COLLATE "C" NOT NULL, "number" bigint, "word" text COLLATE "C", "text" text COLLATE "C", "other" uuid, "taken" text COLLATE "C", PRIMARY KEY ("tenant_id", "id", "field"));
ALTER TABLE "native__block__custom" ADD CONSTRAINT "fk__native__block__custom__id" FOREIGN KEY ("tenant_id", "id") REFERENCES "native__block" ("tenant_id", "id");
CREATE UNIQUE INDEX "ux__native__block__custom__field__taken" ON "native__block__custom" ("tenant_id", "field", "taken");
CREATE INDEX "ix__native__block__custom__field__number" ON "native__block__custom" ("tenant_id", "field", "number" NULLS FIRST, "id");
CREATE INDEX "ix__native__block__custom__field__word" ON "native__block__custom" ("tenant_id", "field", "word" NULLS FIRST, "id");
CREATE INDEX "ix__native__block__custom__field__other" ON "native__block__custom" ("tenant_id", "field", "other" NULLS FIRST, "id");

CREATE TABLE "native__feed__custom" ("tenant_id" uuid NOT NULL, "id" uuid NOT NULL, "field" text COLLATE "C" NOT NULL, "number" bigint, "word" text COLLATE "C", "text" text COLLATE "C", "other" uuid, "taken" text COLLATE "C", PRIMARY KEY ("tenant_id", "id", "field"));
ALTER TABLE "native__feed__custom" ADD CONSTRAINT "fk__native__feed__custom__id" FOREIGN KEY ("tenant_id", "id") REFERENCES "native__feed" ("tenant_id", "id");
CREATE UNIQUE INDEX "ux__native__feed__custom__field__taken" ON "native__feed__custom" ("tenant_id", "field", "taken");
CREATE INDEX "ix__native__feed__custom__field__number" ON "native__feed__custom" ("tenant_id", "field", "number" NULLS FIRST, "id");
CREATE INDEX "ix__native__feed__custom__field__word" ON "native__feed__custom" ("tenant_id", "field", "word" NULLS FIRST, "id");
CREATE INDEX "ix__native__feed__custom__field__other" ON "native__feed__custom" ("tenant_id", "field", "other" NULLS FIRST, "id");

-- What waits is passed on tenant by tenant.
DROP INDEX outbox_waiting;
CREATE INDEX outbox_waiting ON outbox (tenant_id, id, seq) WHERE done_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON native__booking__custom TO ratebook_tenant;
ALTER TABLE native__booking__custom ENABLE ROW LEVEL SECURITY;
ALTER TABLE native__booking__custom FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON native__booking__custom TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON native__booking__custom TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON native__block__custom TO ratebook_tenant;
ALTER TABLE native__block__custom ENABLE ROW LEVEL SECURITY;
ALTER TABLE native__block__custom FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON native__block__custom TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON native__block__custom TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON native__feed__custom TO ratebook_tenant;
ALTER TABLE native__feed__custom ENABLE ROW LEVEL SECURITY;
ALTER TABLE native__feed__custom FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON native__feed__custom TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON native__feed__custom TO CURRENT_USER USING (true) WITH CHECK (true);

-- What members ask lists for, under a name.
CREATE TABLE saved_searches (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    -- Whose: the id of an account.
    member text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    name text COLLATE "C" NOT NULL,
    entity text COLLATE "C" NOT NULL,
    -- As it stands in an address behind the question mark.
    query text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, member, id),
    UNIQUE (tenant_id, member, name)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON saved_searches TO ratebook_tenant;
ALTER TABLE saved_searches ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_searches FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON saved_searches TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON saved_searches TO CURRENT_USER USING (true) WITH CHECK (true);
