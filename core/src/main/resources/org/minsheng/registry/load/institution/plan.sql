UPDATE stage_institution stage
SET action = CASE
    WHEN (known.name, known.credit_code, known.division_code, known.tier, known.kind, known.designated_from,
            known.designated_to)
        IS NOT DISTINCT FROM
        (stage.name, stage.credit_code, stage.division_code, stage.tier, stage.kind, stage.designated_from,
            stage.designated_to) THEN 'unchanged'
    ELSE 'change' END
FROM registry.institution known
WHERE known.institution_code = stage.institution_code;
