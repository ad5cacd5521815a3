-- The lines of changed claims, in place of those that were deleted. claim/plan.sql has left only what is written.
SELECT lines_row, lines, year, claim_id FROM claim_known WHERE lines_row IS NOT NULL AND known_year IS NOT NULL
UNION ALL
SELECT row_no, rows, year, claim_id FROM scattered_target WHERE known_year IS NOT NULL
ORDER BY 1
