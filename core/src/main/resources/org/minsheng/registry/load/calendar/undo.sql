UPDATE registry.calendar_day known
SET kind = old.kind, name = old.name, source = old.source, run_id = old.run_id
FROM load.before_image saved, jsonb_populate_record(NULL::registry.calendar_day, saved.image) old
WHERE saved.run_id = :run_id AND saved.relation = 'registry.calendar_day' AND known.day = old.day;

DELETE FROM registry.calendar_day WHERE run_id = :run_id;
