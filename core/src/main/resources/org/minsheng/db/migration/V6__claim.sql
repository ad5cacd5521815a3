-- Claims: the catalogue, what institutions billed, what was settled.

CREATE SCHEMA claim;

CREATE TABLE claim.catalogue_version (
    version text PRIMARY KEY CHECK (length(version) BETWEEN 1 AND 20),
    -- In force from this service date until the next version's.
    valid_from date NOT NULL UNIQUE,
    -- Self-first share of a class B item that names none, in ten-thousandths.
    class_b_self_first integer NOT NULL CHECK (class_b_self_first BETWEEN 0 AND 10000),
    run_id bigint NOT NULL REFERENCES run.run
);
CREATE TABLE claim.catalogue_item (
    version text NOT NULL REFERENCES claim.catalogue_version,
    -- med_list_codg
    item_code text NOT NULL CHECK (length(item_code) BETWEEN 1 AND 40),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind text NOT NULL CHECK (kind IN ('drug', 'service', 'consumable')),
    class text NOT NULL CHECK (class IN ('A', 'B', 'C')),
    unit text CHECK (length(unit) <= 20),
    -- Limits of the unit price in yuan by tier of the institution; NULL: none.
    price_limit_1 numeric(16, 6) CHECK (price_limit_1 >= 0),
    price_limit_2 numeric(16, 6) CHECK (price_limit_2 >= 0),
    price_limit_3 numeric(16, 6) CHECK (price_limit_3 >= 0),
    self_first integer CHECK (self_first BETWEEN 0 AND 10000),
    run_id bigint NOT NULL REFERENCES run.run,
    PRIMARY KEY (version, item_code)
);

-- How often the catalogue was changed. Who changes it counts up; who writes prices looks whether it is still what they
-- were made with and keeps it from changing until he has committed: so no price escapes being marked stale.
CREATE TABLE claim.catalogue_state (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    changes bigint NOT NULL
);
INSERT INTO claim.catalogue_state (changes) VALUES (0);

CREATE SEQUENCE claim.claim_id;

-- One claim is the bill of one treatment. Partitioned by the year in which the treatment ended.
CREATE TABLE claim.claim (
    year smallint NOT NULL,
    claim_id bigint NOT NULL,
    -- mdtrt_id, unique within the institution
    claim_no text NOT NULL CHECK (length(claim_no) BETWEEN 1 AND 40),
    institution_id integer NOT NULL REFERENCES registry.institution,
    person_id bigint NOT NULL REFERENCES registry.person,
    bucket smallint NOT NULL CHECK (bucket BETWEEN 0 AND 255),
    -- insutype
    scheme text NOT NULL CHECK (scheme ~ '^[0-9]{3}$'),
    -- med_type
    treatment text NOT NULL CHECK (length(treatment) BETWEEN 2 AND 4),
    started_on date NOT NULL,
    ended_on date NOT NULL,
    referral text NOT NULL CHECK (referral IN ('local', 'filed', 'referred', 'unfiled')),
    diagnosis text CHECK (length(diagnosis) <= 40),
    -- medfee_sumamt, fen
    billed bigint NOT NULL CHECK (billed >= 0),
    -- Hash of the lines as they were billed: tells whether a bill that comes again has changed.
    lines_hash bigint NOT NULL,
    run_id bigint NOT NULL REFERENCES run.run,
    PRIMARY KEY (year, claim_id),
    UNIQUE (claim_no, institution_id, year),
    CHECK (ended_on >= started_on),
    CHECK (year = extract(year FROM ended_on))
) PARTITION BY LIST (year);
CREATE INDEX claim_person ON claim.claim (person_id);
CREATE INDEX claim_run ON claim.claim USING brin (run_id);

-- The lines of a bill with their pricing. They have no foreign key to the claim: a load compares their sums and commits
-- the lines just before the claims. Lines without a claim are those of a load that ended in between, which the next one
-- removes: nobody may read lines but by their claim.
CREATE TABLE claim.line (
    year smallint NOT NULL,
    claim_id bigint NOT NULL,
    line_no integer NOT NULL CHECK (line_no >= 1),
    service_date date NOT NULL,
    item_code text NOT NULL,
    quantity numeric(14, 4) NOT NULL,
    unit_price numeric(16, 6) NOT NULL,
    -- det_item_fee_sumamt, fen
    amount bigint NOT NULL CHECK (amount >= 0),
    -- The catalogue in force on the service date; NULL when there was none, and then nothing is priced.
    catalogue_version text,
    -- A, B, C; C for what the catalogue does not name
    class text CHECK (class IN ('A', 'B', 'C')),
    -- fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt, fen
    own bigint,
    over_limit bigint,
    self_first bigint,
    in_scope bigint,
    PRIMARY KEY (year, claim_id, line_no),
    CHECK ((catalogue_version IS NULL) = (class IS NULL)),
    CHECK (class IS NULL OR amount = own + over_limit + self_first + in_scope)
) PARTITION BY LIST (year);

-- Between which numbers a load writes lines ahead of their claims; its last commit empties this table. A row that is
-- there while no claims are loaded tells of a load that ended early: the next one removes the lines it left.
CREATE TABLE claim.line_ahead (
    year smallint PRIMARY KEY,
    first_claim bigint NOT NULL,
    last_claim bigint NOT NULL,
    CHECK (first_claim <= last_claim)
);

-- Claims that wait to be settled, with all that settling reads: a narrow table from which settling deletes, so that
-- no wide row is ever updated.
CREATE TABLE claim.open_claim (
    bucket smallint NOT NULL CHECK (bucket BETWEEN 0 AND 255),
    person_id bigint NOT NULL,
    claim_id bigint NOT NULL,
    year smallint NOT NULL,
    claim_no text NOT NULL,
    institution_id integer NOT NULL,
    scheme text NOT NULL,
    treatment text NOT NULL,
    started_on date NOT NULL,
    ended_on date NOT NULL,
    referral text NOT NULL,
    -- no_catalogue: a line has a service date before the first catalogue; stale: the catalogue changed since pricing
    pricing text NOT NULL CHECK (pricing IN ('priced', 'no_catalogue', 'stale')),
    -- Summary for each day: date,billed,own,over_limit,self_first,in_scope (fen), days joined by ';'
    slices text NOT NULL,
    -- Rows of settlement and reversal that the claim already has: the next is one more.
    times_settled smallint NOT NULL DEFAULT 0 CHECK (times_settled >= 0 AND times_settled % 2 = 0),
    -- The load that brought it.
    run_id bigint NOT NULL,
    PRIMARY KEY (bucket, person_id, claim_id)
);
-- Settling itself only deletes; prices change by the catalogue and by pricing anew.
CREATE TRIGGER settle_reads AFTER UPDATE ON claim.open_claim REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION run.keep_touched_inputs_of('claim settle');

-- Price limits go by the tier of the institution: one that is new, or changes its tier, counts as a change of the
-- catalogue, and the open claims of the one that changes are priced anew.
CREATE FUNCTION claim.institution_arrives() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE claim.catalogue_state SET changes = changes + 1 WHERE EXISTS (SELECT FROM arrived);
    RETURN NULL;
END
$$;
CREATE FUNCTION claim.tier_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE claim.catalogue_state SET changes = changes + 1;
    UPDATE claim.open_claim SET pricing = 'stale' WHERE institution_id = NEW.institution_id AND pricing <> 'stale';
    RETURN NULL;
END
$$;
CREATE TRIGGER prices_by_tier AFTER INSERT ON registry.institution REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION claim.institution_arrives();
CREATE TRIGGER prices_by_changed_tier AFTER UPDATE ON registry.institution
    FOR EACH ROW WHEN (OLD.tier <> NEW.tier) EXECUTE FUNCTION claim.tier_changes();

-- Why an open claim could not be decided; replaced by the run that looks at it next.
CREATE TABLE claim.hold (
    claim_id bigint PRIMARY KEY,
    year smallint NOT NULL,
    bucket smallint NOT NULL,
    person_id bigint NOT NULL,
    rule text NOT NULL,
    facts jsonb NOT NULL DEFAULT '{}',
    run_id bigint NOT NULL REFERENCES run.run
);
CREATE INDEX hold_bucket ON claim.hold (bucket, person_id);

-- The sub-ledger: one wide row a settlement, one column a payer; history that is never changed. A reversal is the
-- exact negative with the next number.
CREATE TABLE claim.settlement (
    -- Columns by width, what may be of any length last: PostgreSQL finds a column behind such ones only by walking.
    claim_id bigint NOT NULL,
    person_id bigint NOT NULL,
    run_id bigint NOT NULL,
    medfee_sumamt bigint NOT NULL,
    fulamt_ownpay_amt bigint NOT NULL,
    overlmt_selfpay bigint NOT NULL,
    preselfpay_amt bigint NOT NULL,
    inscp_scp_amt bigint NOT NULL,
    act_pay_dedc bigint NOT NULL,
    hifp_pay bigint NOT NULL,
    hifob_pay bigint NOT NULL,
    hifmi_pay bigint NOT NULL,
    cvlserv_pay bigint NOT NULL,
    hifes_pay bigint NOT NULL,
    hifdm_pay bigint NOT NULL,
    maf_pay bigint NOT NULL,
    oth_pay bigint NOT NULL,
    hosp_part_amt bigint NOT NULL,
    acct_pay bigint NOT NULL,
    acct_mulaid_pay bigint NOT NULL,
    psn_cash_pay bigint NOT NULL,
    institution_id integer NOT NULL,
    decided_on date NOT NULL,
    year smallint NOT NULL,
    -- 1 settled, 2 reversed, 3 settled again …: odd rows settle, even rows reverse
    settlement_no smallint NOT NULL CHECK (settlement_no >= 1),
    bucket smallint NOT NULL,
    pack_no smallint NOT NULL,
    tier smallint NOT NULL,
    engine_version text NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('settled', 'not_covered')),
    scheme text NOT NULL,
    treatment text NOT NULL,
    -- Entries of the dated counters, whose sum over a person's rows is the person's state.
    counters text NOT NULL,
    -- What each rule decided, for explaining.
    trail text NOT NULL,
    person_type text,
    -- Led by the bucket and the person, as settling reads and writes: one index in place of two, and each night's rows go
    -- into it side by side. A claim's bucket and person are those of its row and never change once it is settled.
    PRIMARY KEY (bucket, person_id, claim_id, settlement_no, year),
    -- Of the four laws of conservation two are checked; the sums of the funds and of the patient's payers are not stored
    -- beside their parts, so that they cannot differ from them: see claim.pub_settlement.
    CONSTRAINT bill_is_split CHECK (
        medfee_sumamt = fulamt_ownpay_amt + overlmt_selfpay + preselfpay_amt + inscp_scp_amt),
    CONSTRAINT bill_is_paid CHECK (
        medfee_sumamt = hifp_pay + hifob_pay + hifmi_pay + cvlserv_pay + hifes_pay + hifdm_pay + maf_pay + oth_pay
            + hosp_part_amt + acct_pay + acct_mulaid_pay + psn_cash_pay),
    CONSTRAINT sign_of_kind CHECK (
        CASE settlement_no % 2
            WHEN 1 THEN least(fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt, act_pay_dedc,
                hifp_pay, hifob_pay, hifmi_pay, cvlserv_pay, hifes_pay, hifdm_pay, maf_pay, oth_pay,
                hosp_part_amt, acct_pay, acct_mulaid_pay, psn_cash_pay) >= 0
            ELSE greatest(fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt, act_pay_dedc,
                hifp_pay, hifob_pay, hifmi_pay, cvlserv_pay, hifes_pay, hifdm_pay, maf_pay, oth_pay,
                hosp_part_amt, acct_pay, acct_mulaid_pay, psn_cash_pay) <= 0
        END)
) PARTITION BY LIST (year);
CREATE INDEX settlement_run ON claim.settlement USING brin (run_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON claim.settlement
    FOR EACH ROW EXECUTE FUNCTION run.refuse_change();
-- Partitions inherit triggers of rows only: ensure_year makes this one for each of them.
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON claim.settlement
    FOR EACH STATEMENT EXECUTE FUNCTION run.refuse_change();

-- Partitions of a year, made by the first load or run that needs them; safe to call twice and at once.
CREATE FUNCTION claim.ensure_year(wanted integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    parent text;
BEGIN
    IF wanted NOT BETWEEN 1990 AND 2100 THEN
        RAISE EXCEPTION 'no partition for the year %', wanted USING ERRCODE = 'check_violation';
    END IF;
    IF to_regclass('claim.settlement_' || wanted) IS NOT NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('claim.ensure_year'));
    FOREACH parent IN ARRAY ARRAY['claim', 'line', 'settlement'] LOOP
        EXECUTE format('CREATE TABLE IF NOT EXISTS claim.%I PARTITION OF claim.%I FOR VALUES IN (%s)',
            parent || '_' || wanted, parent, wanted);
    END LOOP;
    EXECUTE format('CREATE OR REPLACE TRIGGER never_emptied BEFORE TRUNCATE ON claim.%I'
        ' FOR EACH STATEMENT EXECUTE FUNCTION run.refuse_change()', 'settlement_' || wanted);
END
$$;

-- Settlements under the national names, with the two sums of the national settlement result: what all funds pay, and what
-- the patient pays from his accounts and in cash.
CREATE VIEW claim.pub_settlement AS
    SELECT year, claim_id, settlement_no, bucket, person_id, institution_id, decided_on, pack_no, outcome, scheme,
        person_type, treatment, tier, medfee_sumamt, fulamt_ownpay_amt, overlmt_selfpay, preselfpay_amt, inscp_scp_amt,
        act_pay_dedc, hifp_pay, hifob_pay, hifmi_pay, cvlserv_pay, hifes_pay, hifdm_pay, maf_pay, oth_pay,
        hifp_pay + hifob_pay + hifmi_pay + cvlserv_pay + hifes_pay + hifdm_pay + maf_pay + oth_pay AS fund_pay_sumamt,
        hosp_part_amt, acct_pay, acct_mulaid_pay, psn_cash_pay,
        acct_pay + acct_mulaid_pay + psn_cash_pay AS psn_part_amt, run_id
    FROM claim.settlement;

GRANT USAGE ON SCHEMA claim TO minsheng_admin, minsheng_operator, minsheng_support, minsheng_auditor;
GRANT USAGE ON SEQUENCE claim.claim_id TO minsheng_admin, minsheng_operator;
GRANT SELECT ON ALL TABLES IN SCHEMA claim TO minsheng_admin, minsheng_operator, minsheng_support, minsheng_auditor;
GRANT INSERT, UPDATE, DELETE ON claim.catalogue_version, claim.catalogue_item, claim.claim, claim.line,
    claim.open_claim, claim.hold TO minsheng_admin, minsheng_operator;
GRANT INSERT, DELETE ON claim.line_ahead TO minsheng_admin, minsheng_operator;
GRANT UPDATE (changes) ON claim.catalogue_state TO minsheng_admin, minsheng_operator;
GRANT INSERT ON claim.settlement TO minsheng_admin, minsheng_operator;
GRANT EXECUTE ON FUNCTION claim.ensure_year TO minsheng_admin, minsheng_operator;
