-- Money: personal accounts and the general ledger. Entries are never changed; a mistake is reversed.

CREATE SCHEMA ledger;

-- What a night writes by the hundred thousand has no foreign key to its run and none to what the claims themselves
-- reference already: each would cost a look-up and a lock a row, a fifth of the night.

-- The personal account (个人账户): its balance is the sum of its entries.
CREATE TABLE ledger.account_entry (
    entry_id bigint GENERATED ALWAYS AS IDENTITY,
    bucket smallint NOT NULL CHECK (bucket BETWEEN 0 AND 255),
    person_id bigint NOT NULL,
    dated date NOT NULL,
    kind text NOT NULL CHECK (kind IN ('opening', 'credit', 'interest', 'claim', 'reversal')),
    -- Fen: credits positive, what a claim draws negative.
    amount bigint NOT NULL CHECK (amount <> 0),
    -- The sender's reference of a credit; the claim of a draw.
    reference text NOT NULL,
    run_id bigint NOT NULL,
    -- Whoever gets money must exist and stay; a draw is of a claim, whose row sees to its person.
    credited_to bigint GENERATED ALWAYS AS (CASE WHEN kind IN ('opening', 'credit', 'interest') THEN person_id END) STORED
        REFERENCES registry.person,
    PRIMARY KEY (bucket, person_id, entry_id),
    CHECK (kind NOT IN ('opening', 'credit', 'interest') OR amount > 0)
);
-- Finds a credit that came before: importing refuses it twice, unless it was reversed in between.
CREATE INDEX account_entry_reference ON ledger.account_entry (credited_to, kind, reference)
    WHERE credited_to IS NOT NULL;
CREATE INDEX account_entry_run ON ledger.account_entry USING brin (run_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.account_entry
    FOR EACH STATEMENT EXECUTE FUNCTION run.refuse_change();

-- The accounts of the general ledger.
CREATE DOMAIN ledger.account_code AS text CHECK (VALUE IN (
    'payable', 'hifp', 'hifob', 'hifmi', 'cvlserv', 'hifes', 'hifdm', 'maf', 'oth', 'acct', 'acct_mulaid'));
CREATE TABLE ledger.account (
    account ledger.account_code PRIMARY KEY,
    name_zh text NOT NULL,
    name_en text NOT NULL
);
INSERT INTO ledger.account (account, name_zh, name_en) VALUES
    ('payable', '应付定点医药机构', 'Payable to institutions'),
    ('hifp', '基本医疗保险统筹基金', 'Basic pooled fund'),
    ('hifob', '职工大额医疗费用补助', 'Employees'' large-sum top-up fund'),
    ('hifmi', '居民大病保险', 'Residents'' serious-illness top-up fund'),
    ('cvlserv', '公务员医疗补助', 'Civil servants'' supplement'),
    ('hifes', '企业补充医疗保险', 'Enterprise supplement'),
    ('hifdm', '伤残军人医疗保障', 'Disabled servicemen''s fund'),
    ('maf', '医疗救助', 'Medical aid'),
    ('oth', '其他基金', 'Other funds'),
    ('acct', '个人账户', 'Personal accounts'),
    ('acct_mulaid', '个人账户共济', 'Family-shared accounts');

-- Debit, credit and amount in one row: balanced by construction. One set for a run, bucket, institution and payer.
CREATE TABLE ledger.transfer (
    run_id bigint NOT NULL,
    bucket smallint NOT NULL CHECK (bucket BETWEEN 0 AND 255),
    institution_id integer NOT NULL,
    -- Who bears the cost, and to whom it is owed.
    debit ledger.account_code NOT NULL,
    credit ledger.account_code NOT NULL,
    -- Fen; negative for what was reversed.
    amount bigint NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (run_id, bucket, institution_id, debit, credit),
    CHECK (debit <> credit)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.transfer
    FOR EACH STATEMENT EXECUTE FUNCTION run.refuse_change();

CREATE VIEW ledger.pub_account_entry AS
    SELECT bucket, person_id, dated, kind, amount, reference, run_id FROM ledger.account_entry;
CREATE VIEW ledger.pub_transfer AS
    SELECT run_id, bucket, institution_id, debit, credit, amount FROM ledger.transfer;

GRANT USAGE ON SCHEMA ledger TO minsheng_admin, minsheng_operator, minsheng_support, minsheng_auditor;
GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO minsheng_admin, minsheng_operator, minsheng_support, minsheng_auditor;
GRANT INSERT ON ledger.account_entry, ledger.transfer TO minsheng_admin, minsheng_operator;
