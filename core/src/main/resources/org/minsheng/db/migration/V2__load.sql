-- The bulk loader: what was loaded, what was rejected, what a load replaced.

CREATE SCHEMA load;

-- One file of a load; a load set (claims and their lines) has several.
CREATE TABLE load.load (
    run_id bigint NOT NULL REFERENCES run.run,
    file_no smallint NOT NULL CHECK (file_no >= 1),
    kind text NOT NULL,
    file_name text NOT NULL,
    file_sha256 text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
    rows_read bigint NOT NULL CHECK (rows_read >= 0),
    inserted bigint NOT NULL CHECK (inserted >= 0),
    changed bigint NOT NULL CHECK (changed >= 0),
    unchanged bigint NOT NULL CHECK (unchanged >= 0),
    removed bigint NOT NULL CHECK (removed >= 0),
    rejected bigint NOT NULL CHECK (rejected >= 0),
    PRIMARY KEY (run_id, file_no),
    -- Nothing lost: each row read went one way.
    CHECK (rows_read = inserted + changed + unchanged + rejected)
);
CREATE INDEX load_kind ON load.load (kind, run_id);

-- A row that was not taken, open until it is mended or closed by hand.
CREATE TABLE load.reject (
    run_id bigint NOT NULL,
    file_no smallint NOT NULL,
    line_no bigint NOT NULL CHECK (line_no >= 1),
    -- The column as the file names it; NULL when the whole row is meant.
    column_name text,
    rule text NOT NULL,
    value text,
    facts jsonb NOT NULL DEFAULT '{}',
    -- The fields as they were read, to be written out again and mended.
    raw text[] NOT NULL,
    -- The business key as the row means it, NULL for a part that cannot be read: a good row with it mends this one.
    key text[] NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'mended', 'closed')),
    ended_at timestamptz,
    ended_by text,
    ended_reason text,
    PRIMARY KEY (run_id, file_no, line_no),
    FOREIGN KEY (run_id, file_no) REFERENCES load.load,
    CHECK ((state = 'open') = (ended_at IS NULL))
);
CREATE INDEX reject_open ON load.reject (run_id, file_no) WHERE state = 'open';

-- Who ended a reject and when is never told by the statement that ends it.
CREATE FUNCTION load.sign_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state = 'open' THEN
        NEW.ended_at := NULL;
        NEW.ended_by := NULL;
        NEW.ended_reason := NULL;
    ELSE
        NEW.ended_at := clock_timestamp();
        NEW.ended_by := session_user;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER signed_end BEFORE UPDATE ON load.reject
    FOR EACH ROW EXECUTE FUNCTION load.sign_end();

-- The header under which a file's rejects are written out again.
CREATE TABLE load.header (
    run_id bigint NOT NULL,
    file_no smallint NOT NULL,
    names text[] NOT NULL,
    PRIMARY KEY (run_id, file_no),
    FOREIGN KEY (run_id, file_no) REFERENCES load.load
);

-- What a changed or removed row was before; an object's history, and the source of an undo.
CREATE TABLE load.before_image (
    run_id bigint NOT NULL REFERENCES run.run,
    -- The table that held the row: registry.person.
    relation text NOT NULL,
    -- The row's key as text; parts are joined by '|'.
    key text NOT NULL,
    image jsonb NOT NULL,
    PRIMARY KEY (relation, key, run_id)
);
CREATE INDEX before_image_run ON load.before_image (run_id, relation);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON load.before_image
    FOR EACH STATEMENT EXECUTE FUNCTION run.refuse_change();

GRANT USAGE ON SCHEMA load TO minsheng_admin, minsheng_operator, minsheng_auditor;
GRANT SELECT ON ALL TABLES IN SCHEMA load TO minsheng_admin, minsheng_operator, minsheng_auditor;
GRANT INSERT ON load.load, load.header, load.before_image TO minsheng_admin, minsheng_operator;
GRANT INSERT (run_id, file_no, line_no, column_name, rule, value, facts, raw, key) ON load.reject
    TO minsheng_admin, minsheng_operator;
GRANT UPDATE (state, ended_reason) ON load.reject TO minsheng_admin, minsheng_operator;
