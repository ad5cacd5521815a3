SELECT run.keep_inputs('claim settle');
UPDATE claim.catalogue_state SET changes = changes + 1;

-- What was settled at these prices keeps them: then the catalogue they came from must stay too.
INSERT INTO undo_conflict (key, rule)
SELECT line.item_code, 'catalogue.settled-with'
FROM claim.line
WHERE (line.catalogue_version IN (SELECT version FROM claim.catalogue_version WHERE run_id = :run_id)
        OR (line.catalogue_version, line.item_code)
            IN (SELECT version, item_code FROM claim.catalogue_item WHERE run_id = :run_id))
    AND EXISTS (
        SELECT FROM claim.claim JOIN claim.settlement USING (year, bucket, person_id, claim_id)
        WHERE claim.year = line.year AND claim.claim_id = line.claim_id)
LIMIT 1;

DELETE FROM claim.catalogue_item WHERE run_id = :run_id;

INSERT INTO claim.catalogue_item
SELECT (jsonb_populate_record(NULL::claim.catalogue_item, image)).*
FROM load.before_image WHERE run_id = :run_id AND relation = 'claim.catalogue_item';

UPDATE claim.catalogue_version version
SET valid_from = before.valid_from, class_b_self_first = before.class_b_self_first, run_id = before.run_id
FROM load.before_image kept, jsonb_populate_record(NULL::claim.catalogue_version, kept.image) before
WHERE kept.run_id = :run_id AND kept.relation = 'claim.catalogue_version' AND version.version = before.version;

-- Refused by its foreign key while another load has items in it.
DELETE FROM claim.catalogue_version WHERE run_id = :run_id;

-- Lines that were priced with it are priced anew before they are settled.
UPDATE claim.open_claim SET pricing = 'stale' WHERE pricing <> 'stale';
