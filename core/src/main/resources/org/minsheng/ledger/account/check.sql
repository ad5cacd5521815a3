INSERT INTO stage_reject (file_no, row_no, column_name, rule)
SELECT 1, stage.row_no, 'resident_id', 'person.unknown'
FROM stage_account stage LEFT JOIN registry.pub_person_number person USING (resident_id)
WHERE person.person_id IS NULL;

-- Until here somebody may have credited the same persons.
SELECT run.lock_bucket(bucket)
FROM (
    SELECT DISTINCT person.bucket
    FROM stage_account stage JOIN registry.pub_person_number person USING (resident_id)
    ORDER BY person.bucket) held;

-- Two numbers of one person may hide that two rows use one reference.
INSERT INTO stage_reject (file_no, row_no, column_name, rule, facts)
SELECT 1, row_no, 'reference', 'load.double-key', jsonb_build_object('first', first_line)
FROM (
    SELECT stage.row_no, row_number() OVER same AS position, first_value(stage.file_line) OVER same AS first_line
    FROM stage_account stage JOIN registry.pub_person_number person USING (resident_id)
    WINDOW same AS (PARTITION BY person.person_id, stage.kind, stage.reference ORDER BY stage.row_no)) numbered
WHERE position > 1;

-- A reference that stands in the account already, and was not reversed, with another amount or date.
INSERT INTO stage_reject (file_no, row_no, column_name, rule, value)
SELECT DISTINCT 1, stage.row_no, 'reference', 'account.reference-used', stage.reference
FROM stage_account stage
    JOIN registry.pub_person_number person USING (resident_id)
    JOIN ledger.account_entry known ON known.credited_to = person.person_id AND known.kind = stage.kind
        AND known.reference = stage.reference
WHERE (known.dated, known.amount) <> (stage.entry_date, stage.amount_fen)
    AND NOT EXISTS (
        SELECT FROM ledger.account_entry reversal
        WHERE reversal.bucket = known.bucket AND reversal.person_id = known.person_id
            AND reversal.kind = 'reversal' AND reversal.reference = known.reference
            AND reversal.amount = -known.amount);
