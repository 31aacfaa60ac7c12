-- What a pack was before: the machines by which records began their life, and the names under which their histories were written.

CREATE TABLE pack_machines (
    pack text COLLATE "C" NOT NULL,
    -- Of which entity, as it is called now.
    entity text COLLATE "C" NOT NULL,
    -- As `machine_version` of its records says it.
    version bigint NOT NULL,
    -- The machine, in JSON.
    definition text COLLATE "C" NOT NULL,
    PRIMARY KEY (pack, entity, version)
);

CREATE TABLE pack_names (
    pack text COLLATE "C" NOT NULL,
    -- As it is called now.
    entity text COLLATE "C" NOT NULL,
    -- The field as it is called now; empty of the entity itself.
    field text COLLATE "C" NOT NULL,
    -- What it was called until that moment.
    was text COLLATE "C" NOT NULL,
    until bigint NOT NULL,
    PRIMARY KEY (pack, entity, field, was, until)
);

-- The pack of a tenant and the version by which its tables stand, such as `studio 3`. Every transaction of a tenant asks for it; a
-- function keeps its plan.
CREATE FUNCTION ratebook_installed(asked uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$ BEGIN
    RETURN (SELECT p.name || ' ' || p.version FROM tenants t JOIN packs p ON p.name = t.pack WHERE t.id = asked);
END $$;
