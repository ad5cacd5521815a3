SELECT run.keep_inputs('claim settle');
SELECT run.lock_bucket(bucket)
FROM (
    SELECT bucket FROM claim.claim WHERE run_id = :run_id
    UNION
    SELECT (image ->> 'bucket')::smallint FROM load.before_image WHERE run_id = :run_id AND relation = 'claim.claim'
    ORDER BY bucket) touched;
-- The catalogue stays as it is from here until what comes back is committed.
SELECT changes FROM claim.catalogue_state FOR SHARE;

-- A claim can be taken back while it is open: settled ones are reversed, not undone.
CREATE TEMP TABLE undone ON COMMIT DROP AS
SELECT stored.year, stored.claim_no, stored.claim_id, stored.bucket, stored.person_id, open.claim_id IS NULL AS settled
FROM claim.claim stored
    LEFT JOIN claim.open_claim open
        ON open.bucket = stored.bucket AND open.person_id = stored.person_id AND open.claim_id = stored.claim_id
            AND open.times_settled = 0
WHERE stored.run_id = :run_id;

INSERT INTO undo_conflict (key, rule)
SELECT claim_no, 'claim.already-settled' FROM undone WHERE settled;

DELETE FROM claim.hold USING undone WHERE hold.claim_id = undone.claim_id;
DELETE FROM claim.open_claim open USING undone
WHERE open.bucket = undone.bucket AND open.person_id = undone.person_id AND open.claim_id = undone.claim_id;
DELETE FROM claim.line line USING undone WHERE line.year = undone.year AND line.claim_id = undone.claim_id;
DELETE FROM claim.claim stored USING undone WHERE stored.year = undone.year AND stored.claim_id = undone.claim_id;

INSERT INTO claim.claim
SELECT (jsonb_populate_record(NULL::claim.claim, image)).*
FROM load.before_image WHERE run_id = :run_id AND relation = 'claim.claim';
INSERT INTO claim.line
SELECT (jsonb_populate_recordset(NULL::claim.line, image -> 'lines')).*
FROM load.before_image WHERE run_id = :run_id AND relation = 'claim.claim';
-- Prices of a catalogue that changed since then are as good as none.
INSERT INTO claim.open_claim
SELECT (jsonb_populate_record(NULL::claim.open_claim, CASE
    WHEN (image ->> 'catalogue_changes')::bigint = changes THEN image -> 'open'
    ELSE (image -> 'open') || '{"pricing": "stale"}' END)).*
FROM load.before_image CROSS JOIN claim.catalogue_state
WHERE run_id = :run_id AND relation = 'claim.claim';

-- The restored rows hold their persons now: who was merged away since then cannot have bills again.
SELECT run.changed_meanwhile('person ' || person_id || ' was merged into another record')
FROM registry.pub_person
WHERE merged_into IS NOT NULL AND person_id IN (
    SELECT (image ->> 'person_id')::bigint FROM load.before_image WHERE run_id = :run_id AND relation = 'claim.claim')
LIMIT 1;
