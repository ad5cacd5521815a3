UPDATE stage_company stage
SET action = CASE
    WHEN (known.name, known.division_code, known.industry_code, known.registered_on)
        IS NOT DISTINCT FROM
        (stage.name, stage.division_code, stage.industry_code, stage.registered_on) THEN 'unchanged'
    ELSE 'change' END
FROM registry.company known
WHERE known.credit_code = stage.credit_code;
