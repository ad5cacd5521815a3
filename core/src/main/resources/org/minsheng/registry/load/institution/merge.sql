INSERT INTO load.before_image (run_id, relation, key, image)
SELECT :run_id, 'registry.institution', known.institution_id::text, to_jsonb(known)
FROM registry.institution known JOIN stage_institution stage USING (institution_code)
WHERE stage.action = 'change';

UPDATE registry.institution known
SET name = stage.name, credit_code = stage.credit_code, division_code = stage.division_code, tier = stage.tier,
    kind = stage.kind, designated_from = stage.designated_from, designated_to = stage.designated_to,
    run_id = :run_id
FROM stage_institution stage
WHERE stage.action = 'change' AND known.institution_code = stage.institution_code;

INSERT INTO registry.institution (institution_code, name, credit_code, division_code, tier, kind, designated_from,
    designated_to, run_id)
SELECT institution_code, name, credit_code, division_code, tier, kind, designated_from, designated_to, :run_id
FROM stage_institution WHERE action = 'insert'
ORDER BY row_no;
