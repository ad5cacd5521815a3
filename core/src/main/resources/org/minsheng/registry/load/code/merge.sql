INSERT INTO load.before_image (run_id, relation, key, image)
SELECT :run_id, 'registry.code', concat_ws('|', known.table_name, known.version, known.code), to_jsonb(known)
FROM registry.code known JOIN stage_code stage USING (table_name, version, code)
WHERE stage.action = 'change';

UPDATE registry.code known
SET name = stage.name, name_en = stage.name_en, source = stage.source, valid_from = stage.valid_from,
    valid_to = stage.valid_to, run_id = :run_id
FROM stage_code stage
WHERE stage.action = 'change' AND known.table_name = stage.table_name AND known.version = stage.version
    AND known.code = stage.code;

INSERT INTO registry.code (table_name, version, code, name, name_en, source, valid_from, valid_to, run_id)
SELECT table_name, version, code, name, name_en, source, valid_from, valid_to, :run_id
FROM stage_code WHERE action = 'insert'
ORDER BY row_no;
