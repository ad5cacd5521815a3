-- Claims and their lines are accepted or rejected together: a claim with one bad row is rejected with all its rows.

-- Staged tables are joined with each other as wholes: whatever the planner's sample makes of them, a loop over one for each
-- row of another would never end.
SET LOCAL enable_nestloop = off;

-- What the good lines of each claim come to. Nearly always they stand together in their file; those of a claim that
-- may stand elsewhere too are added up here.
CREATE TEMP TABLE scattered ON COMMIT DROP AS
SELECT DISTINCT institution_code, claim_no FROM stage_claim_line_group WHERE returns;
ANALYZE scattered;
CREATE TEMP TABLE scattered_part ON COMMIT DROP AS
SELECT part.* FROM stage_claim_line_group part JOIN scattered USING (institution_code, claim_no);
ANALYZE scattered_part;
CREATE TEMP TABLE scattered_bill ON COMMIT DROP AS
SELECT institution_code, claim_no, hash, billed, first_day, last_day, unpriced, slices
FROM (
        SELECT institution_code, claim_no, bit_xor(hash) AS hash, sum(billed) AS billed, min(first_day) AS first_day,
            max(last_day) AS last_day, sum(unpriced) AS unpriced
        FROM scattered_part
        GROUP BY institution_code, claim_no) whole
    JOIN (
        SELECT institution_code, claim_no, string_agg(slice, ';' ORDER BY service_date) AS slices
        FROM (
            SELECT institution_code, claim_no, split_part(part, ',', 1) AS service_date,
                concat_ws(',', split_part(part, ',', 1), sum(split_part(part, ',', 2)::bigint),
                    sum(split_part(part, ',', 3)::bigint), sum(split_part(part, ',', 4)::bigint),
                    sum(split_part(part, ',', 5)::bigint), sum(split_part(part, ',', 6)::bigint)) AS slice
            FROM scattered_part CROSS JOIN LATERAL unnest(string_to_array(slices, ';')) part
            GROUP BY institution_code, claim_no, split_part(part, ',', 1)) day
        GROUP BY institution_code, claim_no) days USING (institution_code, claim_no);
ANALYZE scattered_bill;

-- Each claim with what its lines come to, and with their place when they stand together; behind them the lines that go
-- with none of these claims. The join keeps the order of the files, in which it is cheapest to write.
CREATE TEMP TABLE claim_and_bill ON COMMIT DROP AS
SELECT known.row_no, known.file_line, institution_code, claim_no, known.resident_id, known.scheme, known.treatment,
    known.started_on, known.ended_on, known.year, known.referral, known.diagnosis, known.amount_fen,
    known.catalogue_change, known.institution_id, known.person_id, known.bucket, known.claim_id, known.known_year,
    known.known_bucket, bill.hash, bill.billed, bill.first_day, bill.last_day, bill.unpriced > 0 AS unpriced,
    bill.slices, bill.lines_row, bill.lines
FROM (
        SELECT * FROM stage_claim_known known
        WHERE NOT EXISTS (
            SELECT FROM stage_reject reject WHERE reject.file_no = 1 AND reject.row_no = known.row_no)) known
    FULL JOIN (
        SELECT institution_code, claim_no, hash, billed, first_day, last_day, unpriced, slices, row_no AS lines_row,
            rows AS lines
        FROM stage_claim_line_group together
        WHERE NOT EXISTS (
            SELECT FROM scattered
            WHERE scattered.institution_code = together.institution_code AND scattered.claim_no = together.claim_no)
        UNION ALL
        SELECT institution_code, claim_no, hash, billed, first_day, last_day, unpriced, slices, NULL, NULL
        FROM scattered_bill) bill USING (institution_code, claim_no);
ANALYZE claim_and_bill;
CREATE TEMP VIEW claim_known AS SELECT * FROM claim_and_bill WHERE row_no IS NOT NULL;

-- The claims that are stored already: mostly few, and then a table of their own says so.
CREATE TEMP TABLE claim_again ON COMMIT DROP AS
SELECT * FROM claim_known WHERE known_year IS NOT NULL;
ANALYZE claim_again;

-- Whoever settles or prices one of these claims at this moment is waited for: what he leaves is what the rest sees.
SELECT run.lock_bucket(bucket)
FROM (
    SELECT bucket FROM claim_again WHERE bucket IS NOT NULL
    UNION
    SELECT known_bucket FROM claim_again
    ORDER BY bucket) touched;

-- Whether they stand here as they are stored; and of those that do not, whether they are settled. Stored claims are looked
-- up one by one.
SET LOCAL enable_nestloop = on;
CREATE TEMP TABLE claim_compared ON COMMIT DROP AS
SELECT row_no, file_line, differs,
    differs AND NOT EXISTS (
        SELECT FROM claim.open_claim open
        WHERE open.bucket = compared.bucket AND open.person_id = compared.person_id
            AND open.claim_id = compared.claim_id AND open.times_settled = 0) AS settled_otherwise
FROM (
    SELECT known.row_no, known.file_line, stored.bucket, stored.person_id, stored.claim_id,
        (stored.person_id, stored.scheme, stored.treatment, stored.started_on, stored.ended_on, stored.referral,
            stored.diagnosis, stored.billed, stored.lines_hash)
        IS DISTINCT FROM (known.person_id, known.scheme, known.treatment, known.started_on, known.ended_on,
            known.referral, known.diagnosis, known.amount_fen, known.hash) AS differs
    FROM claim_again known
        JOIN claim.claim stored ON stored.year = known.known_year AND stored.claim_id = known.claim_id) compared;
SET LOCAL enable_nestloop = off;

-- Claims with a line that could not be read.
CREATE TEMP TABLE claim_with_bad_line ON COMMIT DROP AS
SELECT DISTINCT institution_code, claim_no FROM stage_claim_line_bad;

-- What is wrong with a claim itself, the gravest reason first.
INSERT INTO stage_reject (file_no, row_no, file_line, column_name, rule, value)
SELECT DISTINCT ON (row_no) 1, row_no, file_line, column_name, rule, value
FROM (
    SELECT row_no, file_line, weight,
        CASE weight WHEN 1 THEN institution_code WHEN 2 THEN resident_id WHEN 3 THEN ended_on::text
            WHEN 6 THEN to_char(amount_fen / 100.0, 'FM99999999999990.00') END AS value
    FROM (
        SELECT row_no, file_line, institution_code, resident_id, ended_on, amount_fen,
            CASE
                WHEN institution_id IS NULL THEN 1
                WHEN person_id IS NULL THEN 2
                WHEN known_year <> year THEN 3
                WHEN first_day < started_on OR last_day > ended_on THEN 4
                WHEN slices IS NULL THEN 5
                WHEN billed <> amount_fen THEN 6
            END AS weight
        FROM claim_known) judged
    WHERE weight IS NOT NULL
    UNION ALL
    SELECT row_no, file_line, 4, NULL
    FROM claim_known JOIN claim_with_bad_line USING (institution_code, claim_no)
    UNION ALL
    SELECT row_no, file_line, 7, NULL FROM claim_compared WHERE settled_otherwise
) found
    JOIN (VALUES (1, 'institution_code', 'institution.unknown'), (2, 'resident_id', 'person.unknown'),
            (3, 'ended_on', 'claim.number-used'), (4, NULL, 'claim.line-rejected'), (5, NULL, 'claim.no-lines'),
            (6, 'amount', 'claim.amount-mismatch'), (7, NULL, 'claim.already-settled'))
        AS reason (weight, column_name, rule) USING (weight)
ORDER BY row_no, weight;

-- Claims whose lines are rejected with them, here or while they were read, and lines of no claim at all.
CREATE TEMP TABLE unwanted ON COMMIT DROP AS
SELECT institution_code, claim_no, NULL::date AS started_on, NULL::date AS ended_on, bad.claim_no IS NULL AS unknown
FROM (
    SELECT institution_code, claim_no FROM claim_and_bill WHERE row_no IS NULL
    UNION
    SELECT institution_code, claim_no FROM claim_with_bad_line line
    WHERE NOT EXISTS (
        SELECT FROM claim_known known
        WHERE known.institution_code = line.institution_code AND known.claim_no = line.claim_no)) billed
    LEFT JOIN (SELECT DISTINCT institution_code, claim_no FROM stage_claim_bad) bad USING (institution_code, claim_no)
UNION ALL
SELECT known.institution_code, known.claim_no, known.started_on, known.ended_on, false
FROM claim_known known
WHERE EXISTS (SELECT FROM stage_reject reject WHERE reject.file_no = 1 AND reject.row_no = known.row_no);

SET LOCAL enable_nestloop = on;
