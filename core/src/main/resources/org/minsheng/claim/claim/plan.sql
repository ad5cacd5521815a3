-- Staged tables are joined as wholes, as in check.sql.
SET LOCAL enable_nestloop = off;

-- A claim that is stored as it stands here is unchanged; else it replaces the open one.
UPDATE stage_claim stage
SET action = CASE WHEN differs THEN 'change' ELSE 'unchanged' END
FROM claim_compared compared
WHERE compared.row_no = stage.row_no;

-- What is left of claim_known is what will be written.
DELETE FROM claim_and_bill known USING stage_reject reject WHERE reject.file_no = 1 AND reject.row_no = known.row_no;
DELETE FROM claim_and_bill known USING claim_compared compared
WHERE NOT differs AND compared.row_no = known.row_no;
CREATE TEMP TABLE changed ON COMMIT DROP AS
SELECT known.year, known.claim_id FROM claim_known known JOIN claim_compared USING (row_no);
ANALYZE changed;
CREATE TEMP TABLE scattered_target ON COMMIT DROP AS
SELECT part.row_no, part.rows, known.year, known.claim_id, known.known_year
FROM claim_known known JOIN scattered_part part USING (institution_code, claim_no);

SET LOCAL enable_nestloop = on;
