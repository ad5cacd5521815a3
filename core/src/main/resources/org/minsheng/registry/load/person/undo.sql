UPDATE registry.person known
SET name = old.name, sex = old.sex, birth_date = old.birth_date, division_code = old.division_code,
    phone = old.phone, address = old.address, run_id = old.run_id
FROM load.before_image saved, jsonb_populate_record(NULL::registry.person, saved.image) old
WHERE saved.run_id = :run_id AND saved.relation = 'registry.person' AND known.person_id = old.person_id;

DELETE FROM registry.person WHERE run_id = :run_id;
