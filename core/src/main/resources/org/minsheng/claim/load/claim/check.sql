-- Claims and their lines are accepted or rejected together: a claim with one bad line is rejected with all its rows.
-- What the kind hands over: stage_claim and stage_claim_line with the rows that are good in themselves, stage_reject
-- with those that are not.

-- What the good lines of each claim come to, by day.
CREATE TEMP TABLE bill_day ON COMMIT DROP AS
SELECT institution_code, claim_no, service_date, bit_xor(line_hash) AS hash, sum(amount)::bigint AS billed,
    sum(own)::bigint AS own, sum(over_limit)::bigint AS over_limit, sum(self_first)::bigint AS self_first,
    sum(in_scope)::bigint AS in_scope, bool_or(catalogue_version IS NULL) AS unpriced
FROM stage_claim_line
GROUP BY institution_code, claim_no, service_date;

CREATE TEMP TABLE bill ON COMMIT DROP AS
SELECT institution_code, claim_no, bit_xor(hash) AS hash, sum(billed)::bigint AS billed,
    min(service_date) AS first_day, max(service_date) AS last_day, bool_or(unpriced) AS unpriced,
    string_agg(concat_ws(',', service_date, billed, own, over_limit, self_first, in_scope), ';' ORDER BY service_date)
        AS slices
FROM bill_day
GROUP BY institution_code, claim_no;
ANALYZE bill;

-- Each claim with what its codes and numbers mean here, and what is known of it already.
CREATE TEMP TABLE claim_known ON COMMIT DROP AS
SELECT stage.row_no, stage.line_no, stage.institution_code, stage.claim_no, stage.resident_id, stage.started_on,
    stage.ended_on, stage.amount, extract(year FROM stage.ended_on)::smallint AS year,
    institution.institution_id, person.person_id, person.bucket,
    bill.hash, bill.billed, bill.first_day, bill.last_day, bill.unpriced, bill.slices,
    known.claim_id, known.year AS known_year
FROM stage_claim stage
    LEFT JOIN registry.pub_institution institution USING (institution_code)
    LEFT JOIN registry.pub_person_number person USING (resident_id)
    LEFT JOIN bill USING (institution_code, claim_no)
    LEFT JOIN claim.claim known
        ON known.claim_no = stage.claim_no AND known.institution_id = institution.institution_id;
ANALYZE claim_known;

-- Lines that no claim of the file, good or bad, belongs to; and lines whose day is outside the treatment.
INSERT INTO stage_reject (file_no, row_no, line_no, column_name, rule, value)
SELECT 2, line.row_no, line.line_no, 'claim_no', 'line.no-claim', line.claim_no
FROM stage_claim_line line
    LEFT JOIN claim_known USING (institution_code, claim_no)
WHERE claim_known.row_no IS NULL
