UPDATE stage_catalogue stage
SET action = CASE
    WHEN item.item_code IS NULL THEN 'insert'
    WHEN (item.name, item.kind, item.class, item.unit, item.price_limit_1, item.price_limit_2, item.price_limit_3,
            item.self_first, version.valid_from, version.class_b_self_first)
        IS DISTINCT FROM (stage.name, stage.kind, stage.class, stage.unit, stage.price_limit_1, stage.price_limit_2,
            stage.price_limit_3, (stage.self_first * 10000)::integer, stage.valid_from,
            (stage.class_b_self_first * 10000)::integer)
        THEN 'change'
    ELSE 'unchanged'
    END
FROM stage_catalogue same
    LEFT JOIN claim.catalogue_item item
        ON item.version = same.catalogue_version AND item.item_code = same.item_code
    LEFT JOIN claim.catalogue_version version ON version.version = same.catalogue_version
WHERE same.row_no = stage.row_no;
