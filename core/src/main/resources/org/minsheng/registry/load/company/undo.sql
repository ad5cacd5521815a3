UPDATE registry.company known
SET name = old.name, division_code = old.division_code, industry_code = old.industry_code,
    registered_on = old.registered_on, run_id = old.run_id
FROM load.before_image saved, jsonb_populate_record(NULL::registry.company, saved.image) old
WHERE saved.run_id = :run_id AND saved.relation = 'registry.company' AND known.company_id = old.company_id;

DELETE FROM registry.company WHERE run_id = :run_id;
