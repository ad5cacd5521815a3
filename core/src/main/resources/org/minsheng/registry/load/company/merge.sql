INSERT INTO load.before_image (run_id, relation, key, image)
SELECT :run_id, 'registry.company', known.company_id::text, to_jsonb(known)
FROM registry.company known JOIN stage_company stage USING (credit_code)
WHERE stage.action = 'change';

UPDATE registry.company known
SET name = stage.name, division_code = stage.division_code, industry_code = stage.industry_code,
    registered_on = stage.registered_on, run_id = :run_id
FROM stage_company stage
WHERE stage.action = 'change' AND known.credit_code = stage.credit_code;

INSERT INTO registry.company (credit_code, name, division_code, industry_code, registered_on, run_id)
SELECT credit_code, name, division_code, industry_code, registered_on, :run_id
FROM stage_company WHERE action = 'insert'
ORDER BY row_no;
