UPDATE registry.employment known
SET to_date = old.to_date, occupation_code = old.occupation_code, run_id = old.run_id
FROM load.before_image saved, jsonb_populate_record(NULL::registry.employment, saved.image) old
WHERE saved.run_id = :run_id AND saved.relation = 'registry.employment' AND known.person_id = old.person_id
    AND known.company_id = old.company_id AND known.from_date = old.from_date;

DELETE FROM registry.employment WHERE run_id = :run_id;
