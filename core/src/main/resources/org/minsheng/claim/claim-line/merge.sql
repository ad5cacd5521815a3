-- Runs behind claim/merge.sql, which has numbered the claims.
INSERT INTO claim.line (year, claim_id, line_no, service_date, item_code, quantity, unit_price, amount,
    catalogue_version, class, own, over_limit, self_first, in_scope)
SELECT target.year, target.claim_id, line.line_no, line.service_date, line.item_code, line.quantity, line.unit_price,
    line.amount_fen, line.catalogue_version, line.class, line.own, line.over_limit, line.self_first, line.in_scope
FROM stage_claim_line line
    JOIN claim_target target USING (institution_code, claim_no);
