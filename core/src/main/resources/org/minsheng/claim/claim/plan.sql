-- A claim that is known here is unchanged when its row and the hash of its lines are; else it replaces the open one.
UPDATE stage_claim stage
SET action = CASE
    WHEN (stored.person_id, stored.scheme, stored.treatment, stored.started_on, stored.ended_on, stored.referral,
            stored.diagnosis, stored.billed, stored.lines_hash)
        IS DISTINCT FROM (known.person_id, stage.scheme, stage.treatment, stage.started_on, stage.ended_on,
            stage.referral, stage.diagnosis, stage.amount_fen, known.hash)
        THEN 'change'
    ELSE 'unchanged'
    END
FROM claim_known known
    JOIN claim.claim stored ON stored.year = known.known_year AND stored.claim_id = known.claim_id
WHERE known.row_no = stage.row_no;

-- Lines go with their claim.
UPDATE stage_claim_line_group together
SET action = stage.action
FROM stage_claim stage
WHERE stage.action <> 'insert' AND stage.institution_code = together.institution_code AND stage.claim_no = together.claim_no;
