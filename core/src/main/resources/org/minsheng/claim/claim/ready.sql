-- Lines of new claims are committed just before their claims. What a load left that ended between the two goes first:
-- lines whose claims never came. Nobody sees them, since lines are only looked for by their claim.
DO $$
DECLARE
    ahead claim.line_ahead;
BEGIN
    -- One after the other, so that each looks into its year and between its numbers only.
    FOR ahead IN SELECT * FROM claim.line_ahead LOOP
        DELETE FROM claim.line
        WHERE line.year = ahead.year AND line.claim_id BETWEEN ahead.first_claim AND ahead.last_claim
            AND NOT EXISTS (
                SELECT FROM claim.claim WHERE claim.year = ahead.year AND claim.claim_id = line.claim_id);
    END LOOP;
    DELETE FROM claim.line_ahead;
END
$$;

INSERT INTO claim.line_ahead (year, first_claim, last_claim)
SELECT year, min(claim_id), max(claim_id)
FROM stage_claim_known
WHERE known_year IS NULL AND institution_id IS NOT NULL AND person_id IS NOT NULL
GROUP BY year;

-- Here, and not with the rows: a year that is made locks out everybody until it is committed.
SELECT claim.ensure_year(year) FROM claim.line_ahead;
