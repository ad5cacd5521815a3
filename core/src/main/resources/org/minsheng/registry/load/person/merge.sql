INSERT INTO load.before_image (run_id, relation, key, image)
SELECT :run_id, 'registry.person', known.person_id::text, to_jsonb(known)
FROM registry.person known JOIN stage_person stage USING (resident_id)
WHERE stage.action = 'change';

UPDATE registry.person known
SET name = stage.name, sex = stage.sex, birth_date = stage.birth_date, division_code = stage.division_code,
    phone = stage.phone, address = stage.address, run_id = :run_id
FROM stage_person stage
WHERE stage.action = 'change' AND known.resident_id = stage.resident_id;

INSERT INTO registry.person (resident_id, bucket, name, sex, birth_date, division_code, phone, address, run_id)
SELECT resident_id, bucket, name, sex, birth_date, division_code, phone, address, :run_id
FROM stage_person WHERE action = 'insert'
ORDER BY row_no;
