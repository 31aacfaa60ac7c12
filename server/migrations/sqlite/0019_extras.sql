-- What packs add to natives: a row for each of these fields of a record that has a value, beside the record.

CREATE TABLE "native__booking__custom" ("tenant_id" BLOB NOT NULL, "id" BLOB NOT NULL, "field" TEXT NOT NULL, "number" INTEGER, "word" TEXT, "text" TEXT, "other" BLOB, "taken" TEXT, PRIMARY KEY ("tenant_id", "id", "field"), CONSTRAINT "fk__native__booking__custom__id" FOREIGN KEY ("tenant_id", "id") REFERENCES "native__booking" ("tenant_id", "id")) STRICT;
CREATE UNIQUE INDEX "ux__native__booking__custom__field__taken" ON "native__booking__custom" ("tenant_id", "field", "taken");
CREATE INDEX "ix__native__booking__custom__field__number" ON "native__booking__custom" ("tenant_id", "field", "number", "id");
CREATE INDEX "ix__native__booking__custom__field__word" ON "native__booking__custom" ("tenant_id", "field", "word", "id");
CREATE INDEX "ix__native__booking__custom__field__other" ON "native__booking__custom" ("tenant_id", "field", "other", "id");

CREATE TABLE "native__block__custom" ("tenant_id" BLOB NOT NULL, "id" BLOB NOT NULL, "field" TEXT NOT NULL, "number" INTEGER, "word" TEXT, "text" TEXT, "other" BLOB, "taken" TEXT, PRIMARY KEY ("tenant_id", "id", "field"), CONSTRAINT "fk__native__block__custom__id" FOREIGN KEY ("tenant_id", "id") REFERENCES "native__block" ("tenant_id", "id")) STRICT;
CREATE UNIQUE INDEX "ux__native__block__custom__field__taken" ON "native__block__custom" ("tenant_id", "field", "taken");
CREATE INDEX "ix__native__block__custom__field__number" ON "native__block__custom" ("tenant_id", "field", "number", "id");
CREATE INDEX "ix__native__block__custom__field__word" ON "native__block__custom" ("tenant_id", "field", "word", "id");
CREATE INDEX "ix__native__block__custom__field__other" ON "native__block__custom" ("tenant_id", "field", "other", "id");

CREATE TABLE "native__feed__custom" ("tenant_id" BLOB NOT NULL, "id" BLOB NOT NULL, "field" TEXT NOT NULL, "number" INTEGER, "word" TEXT, "text" TEXT, "other" BLOB, "taken" TEXT, PRIMARY KEY ("tenant_id", "id", "field"), CONSTRAINT "fk__native__feed__custom__id" FOREIGN KEY ("tenant_id", "id") REFERENCES "native__feed" ("tenant_id", "id")) STRICT;
CREATE UNIQUE INDEX "ux__native__feed__custom__field__taken" ON "native__feed__custom" ("tenant_id", "field", "taken");
CREATE INDEX "ix__native__feed__custom__field__number" ON "native__feed__custom" ("tenant_id", "field", "number", "id");
CREATE INDEX "ix__native__feed__custom__field__word" ON "native__feed__custom" ("tenant_id", "field", "word", "id");
CREATE INDEX "ix__native__feed__custom__field__other" ON "native__feed__custom" ("tenant_id", "field", "other", "id");

-- What waits is passed on tenant by tenant.
DROP INDEX outbox_waiting;
CREATE INDEX outbox_waiting ON outbox (tenant_id, id, seq) WHERE done_at IS NULL;

-- What members ask lists for, under a name.
CREATE TABLE saved_searches (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    -- Whose: the id of an account.
    member TEXT NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    entity TEXT NOT NULL,
    -- As it stands in an address behind the question mark.
    query TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, member, id),
    UNIQUE (tenant_id, member, name)
) STRICT;
