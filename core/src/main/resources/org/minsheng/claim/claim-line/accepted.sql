-- The lines of the claims that are written: claim/plan.sql has left those only.
SELECT lines_row, lines, year, claim_id FROM claim_known WHERE lines_row IS NOT NULL
UNION ALL
SELECT row_no, rows, year, claim_id FROM scattered_target
ORDER BY 1
