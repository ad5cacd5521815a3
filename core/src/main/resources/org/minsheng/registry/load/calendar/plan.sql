UPDATE stage_calendar stage
SET action = CASE
    WHEN (known.kind, known.name, known.source) IS NOT DISTINCT FROM (stage.kind, stage.name, stage.source)
        THEN 'unchanged'
    ELSE 'change' END
FROM registry.calendar_day known
WHERE known.day = stage.day;
