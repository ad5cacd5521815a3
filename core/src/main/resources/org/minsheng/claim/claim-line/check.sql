-- Lines that go with a claim that was rejected, here or while it was read, and lines of no claim at all; those given on
-- a day outside the treatment are named as the cause.
SET LOCAL enable_nestloop = off;
INSERT INTO stage_reject (file_no, row_no, file_line, column_name, rule, value)
SELECT 2, line.row_no, line.file_line,
    CASE WHEN outside THEN 'service_date' ELSE 'claim_no' END,
    CASE WHEN outside THEN 'line.outside-treatment' WHEN unknown THEN 'line.no-claim' ELSE 'line.claim-rejected' END,
    CASE WHEN outside THEN line.service_date::text ELSE line.claim_no END
FROM unwanted
    JOIN stage_claim_line line USING (institution_code, claim_no)
    CROSS JOIN LATERAL (
        SELECT coalesce(line.service_date NOT BETWEEN unwanted.started_on AND unwanted.ended_on, false) AS outside) day;
SET LOCAL enable_nestloop = on;
