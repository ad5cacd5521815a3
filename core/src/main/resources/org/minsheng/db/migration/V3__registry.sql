-- Who is insured, who employs, who treats; code tables; the calendar.

CREATE SCHEMA registry;

CREATE TABLE registry.institution (
    institution_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- fixmedins_code
    institution_code text NOT NULL UNIQUE CHECK (length(institution_code) BETWEEN 3 AND 20),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    credit_code text CHECK (length(credit_code) = 18),
    division_code text NOT NULL CHECK (division_code ~ '^[0-9]{6}$'),
    tier smallint NOT NULL CHECK (tier BETWEEN 1 AND 3),
    kind text NOT NULL CHECK (kind IN ('hospital', 'community', 'pharmacy', 'clinic', 'care_home')),
    designated_from date NOT NULL,
    designated_to date,
    run_id bigint NOT NULL REFERENCES run.run,
    CHECK (designated_to >= designated_from)
);
CREATE TRIGGER settle_reads BEFORE UPDATE ON registry.institution FOR EACH ROW
    WHEN (OLD.tier <> NEW.tier OR OLD.institution_code <> NEW.institution_code)
    EXECUTE FUNCTION run.keep_inputs_of('claim settle');

-- person_id is not the identity number: people are merged and numbers change.
CREATE TABLE registry.person (
    person_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    resident_id text NOT NULL UNIQUE CHECK (length(resident_id) = 18),
    -- First byte of SHA-256 of the identity number at first registration; never changed.
    bucket smallint NOT NULL CHECK (bucket BETWEEN 0 AND 255),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    sex text NOT NULL CHECK (sex IN ('male', 'female')),
    birth_date date NOT NULL,
    division_code text NOT NULL CHECK (division_code ~ '^[0-9]{6}$'),
    phone text CHECK (length(phone) <= 30),
    address text CHECK (length(address) <= 200),
    merged_into bigint REFERENCES registry.person,
    run_id bigint NOT NULL REFERENCES run.run,
    CHECK (merged_into <> person_id)
);
CREATE INDEX person_name ON registry.person (name, birth_date);
CREATE INDEX person_run ON registry.person USING brin (run_id);
CREATE INDEX person_merged ON registry.person (person_id) WHERE merged_into IS NOT NULL;

CREATE FUNCTION registry.keep_bucket() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the bucket of person % never changes', OLD.person_id USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER keep_bucket BEFORE UPDATE OF bucket ON registry.person
    FOR EACH ROW WHEN (OLD.bucket <> NEW.bucket) EXECUTE FUNCTION registry.keep_bucket();

-- Numbers that a person had before a change or a merger; files may still use them.
CREATE TABLE registry.former_number (
    resident_id text PRIMARY KEY CHECK (length(resident_id) = 18),
    person_id bigint NOT NULL REFERENCES registry.person,
    reason text NOT NULL CHECK (reason IN ('merged', 'corrected', 'upgraded')),
    run_id bigint NOT NULL REFERENCES run.run
);
CREATE INDEX former_number_person ON registry.former_number (person_id);

CREATE TABLE registry.company (
    company_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    credit_code text NOT NULL UNIQUE CHECK (length(credit_code) = 18),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    division_code text NOT NULL CHECK (division_code ~ '^[0-9]{6}$'),
    -- GB/T 4754
    industry_code text CHECK (length(industry_code) <= 10),
    registered_on date,
    run_id bigint NOT NULL REFERENCES run.run
);
CREATE INDEX company_run ON registry.company USING brin (run_id);

CREATE TABLE registry.employment (
    person_id bigint NOT NULL REFERENCES registry.person,
    company_id bigint NOT NULL REFERENCES registry.company,
    from_date date NOT NULL,
    to_date date,
    occupation_code text CHECK (occupation_code ~ '^[1-8](-[0-9]{2}){3}$'),
    run_id bigint NOT NULL REFERENCES run.run,
    PRIMARY KEY (person_id, company_id, from_date),
    CHECK (to_date >= from_date)
);
CREATE INDEX employment_company ON registry.employment (company_id);
CREATE INDEX employment_run ON registry.employment USING brin (run_id);

-- Insured spells (参保): one at a time for a person in a scheme.
CREATE TABLE registry.enrolment (
    person_id bigint NOT NULL REFERENCES registry.person,
    -- insutype
    scheme text NOT NULL CHECK (scheme ~ '^[0-9]{3}$'),
    from_date date NOT NULL,
    to_date date,
    -- psn_type
    person_type text NOT NULL CHECK (person_type ~ '^[0-9]{2}$'),
    run_id bigint NOT NULL REFERENCES run.run,
    PRIMARY KEY (person_id, scheme, from_date),
    CHECK (to_date >= from_date),
    CONSTRAINT one_spell_at_a_time EXCLUDE USING gist (
        person_id WITH =, scheme WITH =, daterange(from_date, to_date, '[]') WITH &&)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX enrolment_run ON registry.enrolment USING brin (run_id);
CREATE TRIGGER settle_reads_inserted AFTER INSERT ON registry.enrolment REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION run.keep_touched_inputs_of('claim settle');
CREATE TRIGGER settle_reads_updated AFTER UPDATE ON registry.enrolment REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION run.keep_touched_inputs_of('claim settle');
CREATE TRIGGER settle_reads_deleted AFTER DELETE ON registry.enrolment REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION run.keep_touched_inputs_of('claim settle');
CREATE TRIGGER settle_reads_emptied BEFORE TRUNCATE ON registry.enrolment
    FOR EACH STATEMENT EXECUTE FUNCTION run.keep_inputs_of('claim settle');

-- Versioned code tables; a code is never a constant of the program.
CREATE TABLE registry.code_table (
    table_name text PRIMARY KEY CHECK (table_name ~ '^[a-z][a-z0-9_]*$'),
    name_zh text NOT NULL,
    name_en text NOT NULL
);
CREATE TABLE registry.code (
    table_name text NOT NULL REFERENCES registry.code_table,
    version text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_en text,
    source text NOT NULL,
    valid_from date,
    valid_to date,
    -- The load that brought it; NULL for what is shipped.
    run_id bigint REFERENCES run.run,
    PRIMARY KEY (table_name, version, code),
    CHECK (valid_to >= valid_from)
);
-- What a sender's own code means in ours.
CREATE TABLE registry.code_mapping (
    table_name text NOT NULL REFERENCES registry.code_table,
    sender text NOT NULL,
    sender_code text NOT NULL,
    code text NOT NULL,
    PRIMARY KEY (table_name, sender, sender_code)
);

-- Holidays and adjusted workdays; a day that is not listed is a workday from Monday to Friday.
CREATE TABLE registry.calendar_day (
    day date PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('workday', 'holiday')),
    name text NOT NULL,
    source text NOT NULL,
    -- The load that brought it; NULL for what is shipped.
    run_id bigint REFERENCES run.run
);

-- Published to the other rooms.
CREATE VIEW registry.pub_institution AS
    SELECT institution_id, institution_code, name, division_code, tier, kind, designated_from, designated_to
    FROM registry.institution;
CREATE VIEW registry.pub_person AS
    SELECT person_id, resident_id, bucket, name, sex, birth_date, division_code, merged_into
    FROM registry.person;
-- Every number that leads to a living record: today's and former ones.
CREATE VIEW registry.pub_person_number AS
    SELECT resident_id, person_id, bucket FROM registry.person WHERE merged_into IS NULL
    UNION ALL
    SELECT former.resident_id, former.person_id, person.bucket
    FROM registry.former_number former JOIN registry.person USING (person_id);
CREATE VIEW registry.pub_enrolment AS
    SELECT person_id, scheme, person_type, from_date, to_date FROM registry.enrolment;

GRANT USAGE ON SCHEMA registry TO minsheng_admin, minsheng_operator, minsheng_support, minsheng_auditor;
GRANT SELECT ON ALL TABLES IN SCHEMA registry TO minsheng_admin, minsheng_operator, minsheng_support, minsheng_auditor;
GRANT INSERT, UPDATE, DELETE ON registry.institution, registry.person, registry.former_number, registry.company,
    registry.employment, registry.enrolment, registry.calendar_day, registry.code_mapping
    TO minsheng_admin, minsheng_operator;
GRANT INSERT, UPDATE, DELETE ON registry.code_table, registry.code TO minsheng_admin;
