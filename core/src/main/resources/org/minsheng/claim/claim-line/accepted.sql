-- The lines of the claims that are written; runs behind claim/merge.sql, which names them.
SELECT lines_row, lines, year, claim_id
FROM claim_target
WHERE lines_row IS NOT NULL
UNION ALL
SELECT together.row_no, together.rows, target.year, target.claim_id
FROM claim_target target JOIN stage_claim_line_group together USING (institution_code, claim_no)
WHERE target.lines_row IS NULL
ORDER BY 1
