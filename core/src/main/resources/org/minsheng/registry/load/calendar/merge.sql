INSERT INTO load.before_image (run_id, relation, key, image)
SELECT :run_id, 'registry.calendar_day', known.day::text, to_jsonb(known)
FROM registry.calendar_day known JOIN stage_calendar stage USING (day)
WHERE stage.action = 'change';

UPDATE registry.calendar_day known
SET kind = stage.kind, name = stage.name, source = stage.source, run_id = :run_id
FROM stage_calendar stage
WHERE stage.action = 'change' AND known.day = stage.day;

INSERT INTO registry.calendar_day (day, kind, name, source, run_id)
SELECT day, kind, name, source, :run_id FROM stage_calendar WHERE action = 'insert'
ORDER BY day;
