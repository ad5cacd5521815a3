UPDATE registry.code known
SET name = old.name, name_en = old.name_en, source = old.source, valid_from = old.valid_from,
    valid_to = old.valid_to, run_id = old.run_id
FROM load.before_image saved, jsonb_populate_record(NULL::registry.code, saved.image) old
WHERE saved.run_id = :run_id AND saved.relation = 'registry.code' AND known.table_name = old.table_name
    AND known.version = old.version AND known.code = old.code;

DELETE FROM registry.code WHERE run_id = :run_id;
