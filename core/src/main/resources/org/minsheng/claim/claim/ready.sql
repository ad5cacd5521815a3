-- Lines of new claims are committed just before their claims. What a load left that ended between the two goes first: lines
-- whose claims never came. Nobody sees them, since lines are only looked for by their claim.
DO $$
BEGIN
    IF EXISTS (SELECT FROM claim.line_ahead) THEN
        -- The connection that wrote them may be about to commit yet: it is waited for.
        LOCK TABLE claim.line IN SHARE ROW EXCLUSIVE MODE;
        DELETE FROM claim.line line USING claim.line_ahead ahead
        WHERE line.year = ahead.year AND line.claim_id BETWEEN ahead.first_claim AND ahead.last_claim
            AND NOT EXISTS (
                SELECT FROM claim.claim WHERE claim.year = line.year AND claim.claim_id = line.claim_id);
        DELETE FROM claim.line_ahead;
    END IF;
END
$$;

INSERT INTO claim.line_ahead (year, first_claim, last_claim)
SELECT year, min(claim_id), max(claim_id)
FROM stage_claim_known
WHERE known_year IS NULL AND institution_id IS NOT NULL AND person_id IS NOT NULL
GROUP BY year;

-- Here, and not with the rows: a year that is made locks out everybody until it is committed.
SELECT claim.ensure_year(year) FROM claim.line_ahead;
