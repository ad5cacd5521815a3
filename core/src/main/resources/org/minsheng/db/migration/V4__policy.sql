-- Policy packs: rules as dated data, kept as the text that was imported.

CREATE SCHEMA policy;

CREATE TABLE policy.pack (
    pack_no smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pack_id text NOT NULL CHECK (pack_id ~ '^[a-z][a-z0-9-]*$'),
    version text NOT NULL CHECK (length(version) BETWEEN 1 AND 40),
    valid_from date NOT NULL,
    valid_to date,
    -- How far it can be trusted.
    status text NOT NULL CHECK (status IN ('verified', 'unverified')),
    -- insutype: the schemes whose claims it rules
    schemes text[] NOT NULL CHECK (cardinality(schemes) >= 1),
    body text NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    imported_at timestamptz NOT NULL DEFAULT now(),
    imported_by text NOT NULL DEFAULT session_user,
    UNIQUE (pack_id, version),
    CHECK (valid_to >= valid_from)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON policy.pack
    FOR EACH STATEMENT EXECUTE FUNCTION run.refuse_change();

-- An active pack decides the claims of its schemes on the dates of its validity: one row a scheme. Two active packs never
-- share a date of a scheme.
CREATE TABLE policy.activation (
    pack_no smallint NOT NULL REFERENCES policy.pack,
    scheme text NOT NULL CHECK (scheme ~ '^[0-9]{3}$'),
    valid_from date NOT NULL,
    valid_to date,
    activated_at timestamptz NOT NULL DEFAULT now(),
    activated_by text NOT NULL DEFAULT session_user,
    PRIMARY KEY (pack_no, scheme),
    CONSTRAINT one_pack_a_scheme_and_date EXCLUDE USING gist (
        scheme WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON policy.activation
    FOR EACH STATEMENT EXECUTE FUNCTION run.refuse_change();

-- Four eyes: outside a demonstration nobody activates what he imported himself.
CREATE FUNCTION policy.refuse_own_pack() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    pack policy.pack;
BEGIN
    SELECT * INTO STRICT pack FROM policy.pack WHERE pack_no = NEW.pack_no;
    IF NEW.activated_by <> session_user OR NEW.valid_from <> pack.valid_from
            OR NEW.valid_to IS DISTINCT FROM pack.valid_to OR NEW.scheme <> ALL (pack.schemes) THEN
        RAISE EXCEPTION 'an activation names its own login, and a scheme and the dates of its pack'
            USING ERRCODE = 'check_violation';
    END IF;
    IF pack.imported_by = session_user
            AND NOT EXISTS (SELECT FROM run.installation WHERE kind = 'demonstration') THEN
        RAISE EXCEPTION 'pack % % was imported by the same login', pack.pack_id, pack.version
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER four_eyes BEFORE INSERT ON policy.activation
    FOR EACH ROW EXECUTE FUNCTION policy.refuse_own_pack();

CREATE VIEW policy.pub_pack AS
    SELECT pack_no, pack_id, version, valid_from, valid_to, body, sha256
    FROM policy.pack;
CREATE VIEW policy.pub_activation AS
    SELECT pack_no, scheme, valid_from, valid_to FROM policy.activation;

GRANT USAGE ON SCHEMA policy TO minsheng_admin, minsheng_operator, minsheng_support, minsheng_auditor;
GRANT SELECT ON ALL TABLES IN SCHEMA policy TO minsheng_admin, minsheng_operator, minsheng_support, minsheng_auditor;
-- Four eyes rest on the two logins: only the defaults name them.
GRANT INSERT (pack_id, version, valid_from, valid_to, status, schemes, body, sha256) ON policy.pack TO minsheng_admin;
GRANT INSERT (pack_no, scheme, valid_from, valid_to) ON policy.activation TO minsheng_admin;
