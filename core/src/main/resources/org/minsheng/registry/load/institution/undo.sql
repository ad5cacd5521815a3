UPDATE registry.institution known
SET name = old.name, credit_code = old.credit_code, division_code = old.division_code, tier = old.tier,
    kind = old.kind, designated_from = old.designated_from, designated_to = old.designated_to, run_id = old.run_id
FROM load.before_image saved, jsonb_populate_record(NULL::registry.institution, saved.image) old
WHERE saved.run_id = :run_id AND saved.relation = 'registry.institution'
    AND known.institution_id = old.institution_id;

DELETE FROM registry.institution WHERE run_id = :run_id;
