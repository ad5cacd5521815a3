-- Claims whose lines were priced before this, and are still being loaded, become stale.
UPDATE claim.catalogue_state SET changes = changes + 1
WHERE EXISTS (SELECT FROM stage_catalogue WHERE action IN ('insert', 'change'));

-- Versions first: what changes of a version is kept for the undo, as of an item.
INSERT INTO load.before_image (run_id, relation, key, image)
SELECT :run_id, 'claim.catalogue_version', known.version, to_jsonb(known)
FROM claim.catalogue_version known
WHERE known.version IN (
    SELECT catalogue_version FROM stage_catalogue
    WHERE action <> 'unchanged'
        AND (valid_from, (class_b_self_first * 10000)::integer) <> (known.valid_from, known.class_b_self_first));

INSERT INTO claim.catalogue_version (version, valid_from, class_b_self_first, run_id)
SELECT DISTINCT catalogue_version, valid_from, (class_b_self_first * 10000)::integer, :run_id
FROM stage_catalogue
WHERE action <> 'unchanged'
ON CONFLICT (version) DO UPDATE
SET valid_from = excluded.valid_from, class_b_self_first = excluded.class_b_self_first, run_id = excluded.run_id
WHERE (catalogue_version.valid_from, catalogue_version.class_b_self_first)
    <> (excluded.valid_from, excluded.class_b_self_first);

INSERT INTO load.before_image (run_id, relation, key, image)
SELECT :run_id, 'claim.catalogue_item', item.version || '|' || item.item_code, to_jsonb(item)
FROM claim.catalogue_item item
    JOIN stage_catalogue stage ON stage.catalogue_version = item.version AND stage.item_code = item.item_code
WHERE stage.action = 'change';

DELETE FROM claim.catalogue_item item USING stage_catalogue stage
WHERE stage.action = 'change' AND stage.catalogue_version = item.version AND stage.item_code = item.item_code;

INSERT INTO claim.catalogue_item (version, item_code, name, kind, class, unit, price_limit_1, price_limit_2,
    price_limit_3, self_first, run_id)
SELECT catalogue_version, item_code, name, kind, class, unit, price_limit_1, price_limit_2, price_limit_3,
    (self_first * 10000)::integer, :run_id
FROM stage_catalogue
WHERE action IN ('insert', 'change');

-- Open claims priced before this change wait for `claim reprice`.
UPDATE claim.open_claim SET pricing = 'stale'
WHERE pricing <> 'stale'
    AND ended_on >= (
        SELECT min(valid_from)
        FROM (
            SELECT valid_from FROM stage_catalogue WHERE action IN ('insert', 'change')
            UNION ALL
            -- A version that begins later than it did leaves days without it.
            SELECT (image ->> 'valid_from')::date FROM load.before_image
            WHERE run_id = :run_id AND relation = 'claim.catalogue_version') touched);
