-- The house itself: what this database is, its business date, its runs, and the audit.
-- Every migration runs as minsheng_owner and ends with its grants.

CREATE SCHEMA run;

-- What the owner makes from now on is nobody's until a migration grants it; PostgreSQL would give functions to everyone.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Append-only tables: no role holds UPDATE or DELETE on them, and the trigger stops the owner too.
CREATE FUNCTION run.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: rows are never changed or deleted', TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;

-- Every writer of a person's money, and of what settling reads of a person's claims, holds the lock of the person's bucket
-- until its transaction ends. Whoever needs several buckets takes them in ascending order.
CREATE FUNCTION run.lock_bucket(bucket integer) RETURNS void LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock(x'6d730002'::integer, bucket)
$$;

-- Production or demonstration: set once on the empty database, never changed.
CREATE TABLE run.installation (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    installation_id uuid NOT NULL DEFAULT gen_random_uuid(),
    kind text NOT NULL CHECK (kind IN ('production', 'demonstration')),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by text NOT NULL DEFAULT session_user
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON run.installation
    FOR EACH STATEMENT EXECUTE FUNCTION run.refuse_change();

-- Business days that were opened, in order; the open one is the latest. Never the system clock.
CREATE TABLE run.business_day (
    business_date date PRIMARY KEY,
    opened_at timestamptz NOT NULL DEFAULT now(),
    opened_by text NOT NULL DEFAULT session_user
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON run.business_day
    FOR EACH STATEMENT EXECUTE FUNCTION run.refuse_change();

CREATE FUNCTION run.refuse_earlier_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM run.business_day WHERE business_date >= NEW.business_date) THEN
        RAISE EXCEPTION 'business date % is not after the open one', NEW.business_date
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER only_forward BEFORE INSERT ON run.business_day
    FOR EACH ROW EXECUTE FUNCTION run.refuse_earlier_day();

-- The run ledger: one row for each load and each batch, with the inputs pinned when it began.
CREATE TABLE run.run (
    run_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job text NOT NULL,
    state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'failed', 'cancelled', 'undone')),
    -- Raised by every resume: a worker of an earlier attempt can no longer commit.
    attempt integer NOT NULL DEFAULT 1 CHECK (attempt >= 1),
    business_date date,
    inputs jsonb NOT NULL DEFAULT '{}',
    result jsonb,
    login text NOT NULL DEFAULT session_user,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at timestamptz,
    CHECK ((state = 'running') = (ended_at IS NULL))
);
CREATE INDEX run_job ON run.run (job, run_id);

-- A bucket of a run whose transaction has committed.
CREATE TABLE run.checkpoint (
    run_id bigint NOT NULL REFERENCES run.run,
    bucket smallint NOT NULL CHECK (bucket BETWEEN 0 AND 255),
    attempt integer NOT NULL,
    result jsonb NOT NULL,
    committed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (run_id, bucket)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON run.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION run.refuse_change();

-- What a batch reads in every one of its transactions, and cannot tell by the number of the run that wrote it, stays as it
-- is from the batch's begin to its end, so that a resume decides as the undisturbed run would have. Who begins takes this
-- lock alone, who changes such an input shares it: either the change is committed before the run pins its inputs, or it
-- finds the run.
CREATE FUNCTION run.pin_inputs(job text) RETURNS void LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock(x'6d730003'::integer, hashtext(job))
$$;
CREATE FUNCTION run.keep_inputs(wanted text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    latest run.run;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(x'6d730003'::integer, hashtext(wanted));
    SELECT * INTO latest FROM run.run WHERE job = wanted AND state <> 'cancelled' ORDER BY run_id DESC LIMIT 1;
    IF latest.state IN ('running', 'failed') THEN
        RAISE EXCEPTION 'run % (%) is unfinished: what it reads may not change', latest.run_id, wanted
            USING ERRCODE = 'MS001', DETAIL = latest.run_id || ' ' || wanted;
    END IF;
END
$$;
-- For what was checked and is no longer so, because somebody else committed first: nothing is written, try again.
CREATE FUNCTION run.changed_meanwhile(what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', what USING ERRCODE = 'serialization_failure';
END
$$;
-- For triggers, with the job as their argument: of rows, and of statements that go for whole tables.
CREATE FUNCTION run.keep_inputs_of() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM run.keep_inputs(TG_ARGV[0]);
    RETURN NEW;
END
$$;
-- For triggers after a statement, which name the rows that it changed: one that found none has changed no input.
CREATE FUNCTION run.keep_touched_inputs_of() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM touched) THEN
        PERFORM run.keep_inputs(TG_ARGV[0]);
    END IF;
    RETURN NULL;
END
$$;

-- What happened in a run, in words that the command line can say in either language.
CREATE TABLE run.event (
    event_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id bigint NOT NULL REFERENCES run.run,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    login text NOT NULL DEFAULT session_user,
    code text NOT NULL,
    facts jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX event_run ON run.event (run_id, event_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON run.event
    FOR EACH STATEMENT EXECUTE FUNCTION run.refuse_change();

-- The audit: a writing command inserts one entry in its own transaction; nobody waits for the chain.
CREATE TABLE run.audit_entry (
    entry_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- The sealer chains an entry once its transaction can no longer be overtaken.
    written_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    login text NOT NULL DEFAULT session_user,
    action text NOT NULL,
    run_id bigint REFERENCES run.run,
    reason text,
    facts jsonb NOT NULL DEFAULT '{}'
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON run.audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION run.refuse_change();

-- The chain over entries, written by the one sealer.
CREATE TABLE run.audit_seal (
    position bigint PRIMARY KEY CHECK (position >= 1),
    entry_id bigint NOT NULL UNIQUE REFERENCES run.audit_entry,
    hash bytea NOT NULL CHECK (length(hash) = 32)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON run.audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION run.refuse_change();

REVOKE ALL ON FUNCTION run.refuse_change, run.refuse_earlier_day, run.lock_bucket, run.pin_inputs, run.keep_inputs,
    run.keep_inputs_of, run.keep_touched_inputs_of, run.changed_meanwhile FROM PUBLIC;
GRANT EXECUTE ON FUNCTION run.lock_bucket, run.pin_inputs, run.keep_inputs, run.changed_meanwhile
    TO minsheng_admin, minsheng_operator, minsheng_support;
GRANT USAGE ON SCHEMA run TO minsheng_admin, minsheng_operator, minsheng_support, minsheng_auditor, minsheng_kiosk;
GRANT SELECT ON ALL TABLES IN SCHEMA run TO minsheng_admin, minsheng_operator, minsheng_auditor;
GRANT SELECT ON run.installation, run.business_day TO minsheng_support, minsheng_kiosk;
-- Who did something, when and in which transaction, only the defaults say: no role may name those columns.
GRANT INSERT (kind, name) ON run.installation TO minsheng_admin;
GRANT INSERT (business_date) ON run.business_day TO minsheng_admin, minsheng_operator;
GRANT INSERT (job, business_date, inputs) ON run.run TO minsheng_admin, minsheng_operator;
GRANT INSERT (run_id, bucket, attempt, result) ON run.checkpoint TO minsheng_admin, minsheng_operator;
GRANT INSERT (run_id, code, facts) ON run.event TO minsheng_admin, minsheng_operator;
-- Not its inputs: what a run pinned stays as it was.
GRANT UPDATE (state, attempt, result, ended_at) ON run.run TO minsheng_admin, minsheng_operator;
GRANT INSERT (action, run_id, reason, facts) ON run.audit_entry
    TO minsheng_admin, minsheng_operator, minsheng_support;
GRANT INSERT ON run.audit_seal TO minsheng_admin, minsheng_operator, minsheng_auditor;
