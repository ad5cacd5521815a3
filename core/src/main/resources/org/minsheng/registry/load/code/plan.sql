UPDATE stage_code stage
SET action = CASE
    WHEN (known.name, known.name_en, known.source, known.valid_from, known.valid_to)
        IS NOT DISTINCT FROM
        (stage.name, stage.name_en, stage.source, stage.valid_from, stage.valid_to) THEN 'unchanged'
    ELSE 'change' END
FROM registry.code known
WHERE known.table_name = stage.table_name AND known.version = stage.version AND known.code = stage.code;
