-- A claim that is known here is unchanged when its row and the hash of its lines are; else it replaces the open one.
CREATE TEMP TABLE claim_planned ON COMMIT DROP AS
SELECT known.row_no,
    CASE
        WHEN (stored.person_id, stored.scheme, stored.treatment, stored.started_on, stored.ended_on, stored.referral,
                stored.diagnosis, stored.billed, stored.lines_hash)
            IS DISTINCT FROM (known.person_id, known.scheme, known.treatment, known.started_on, known.ended_on,
                known.referral, known.diagnosis, known.amount_fen, known.hash)
            THEN 'change'
        ELSE 'unchanged'
    END AS action
FROM claim_again known
    JOIN claim.claim stored ON stored.year = known.known_year AND stored.claim_id = known.claim_id;

-- As wholes, as in check.sql.
SET LOCAL enable_nestloop = off;
UPDATE stage_claim stage SET action = planned.action FROM claim_planned planned WHERE planned.row_no = stage.row_no;

-- What is left is what will be written.
DELETE FROM claim_and_bill known USING stage_reject reject WHERE reject.file_no = 1 AND reject.row_no = known.row_no;
DELETE FROM claim_and_bill known USING claim_planned planned
WHERE planned.action = 'unchanged' AND planned.row_no = known.row_no;
CREATE TEMP TABLE changed ON COMMIT DROP AS
SELECT known.year, known.claim_id FROM claim_known known JOIN claim_planned USING (row_no);
ANALYZE changed;
CREATE TEMP TABLE scattered_target ON COMMIT DROP AS
SELECT part.row_no, part.rows, known.year, known.claim_id
FROM claim_known known JOIN scattered_part part USING (institution_code, claim_no);
SET LOCAL enable_nestloop = on;
