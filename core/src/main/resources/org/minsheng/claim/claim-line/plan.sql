-- Lines go with their claim; both tables are joined as wholes.
SET LOCAL enable_nestloop = off;
UPDATE stage_claim_line_group together
SET action = stage.action
FROM stage_claim stage
WHERE stage.action <> 'insert' AND stage.institution_code = together.institution_code AND stage.claim_no = together.claim_no;
SET LOCAL enable_nestloop = on;
