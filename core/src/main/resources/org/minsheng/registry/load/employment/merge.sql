INSERT INTO load.before_image (run_id, relation, key, image)
SELECT :run_id, 'registry.employment', concat_ws('|', known.person_id, known.company_id, known.from_date),
    to_jsonb(known)
FROM stage_employment stage
    JOIN registry.pub_person_number person USING (resident_id)
    JOIN registry.company company USING (credit_code)
    JOIN registry.employment known ON known.person_id = person.person_id
        AND known.company_id = company.company_id AND known.from_date = stage.from_date
WHERE stage.action = 'change';

UPDATE registry.employment known
SET to_date = stage.to_date, occupation_code = stage.occupation_code, run_id = :run_id
FROM stage_employment stage, registry.pub_person_number person, registry.company company
WHERE stage.action = 'change' AND person.resident_id = stage.resident_id
    AND company.credit_code = stage.credit_code AND known.person_id = person.person_id
    AND known.company_id = company.company_id AND known.from_date = stage.from_date;

INSERT INTO registry.employment (person_id, company_id, from_date, to_date, occupation_code, run_id)
SELECT person.person_id, company.company_id, stage.from_date, stage.to_date, stage.occupation_code, :run_id
FROM stage_employment stage
    JOIN registry.pub_person_number person USING (resident_id)
    JOIN registry.company company USING (credit_code)
WHERE stage.action = 'insert';
