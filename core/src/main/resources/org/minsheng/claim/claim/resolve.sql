-- Each claim with what its codes and numbers mean here, and what is known of it already. New claims get numbers in the
-- order of the file.
CREATE TEMP TABLE stage_claim_known AS
SELECT stage.row_no, stage.file_line, stage.institution_code, stage.claim_no, stage.resident_id, stage.scheme,
    stage.treatment, stage.started_on, stage.ended_on, extract(year FROM stage.ended_on)::smallint AS year,
    stage.referral, stage.diagnosis, stage.amount_fen, stage.catalogue_change, institution.institution_id,
    person.person_id, person.bucket, coalesce(known.claim_id, nextval('claim.claim_id')) AS claim_id,
    known.year AS known_year, known.bucket AS known_bucket
FROM stage_claim stage
    LEFT JOIN registry.pub_institution institution USING (institution_code)
    LEFT JOIN registry.pub_person_number person USING (resident_id)
    LEFT JOIN claim.claim known
        ON known.claim_no = stage.claim_no AND known.institution_id = institution.institution_id
ORDER BY stage.row_no;
ANALYZE stage_claim_known;
