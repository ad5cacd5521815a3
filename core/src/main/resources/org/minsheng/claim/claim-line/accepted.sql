-- The lines of changed claims, beside what was deleted of them. claim/plan.sql has left only the claims that are written.
SELECT lines_row, lines, year, claim_id FROM claim_known WHERE lines_row IS NOT NULL AND known_year IS NOT NULL
UNION ALL
SELECT row_no, rows, year, claim_id FROM scattered_target WHERE known_year IS NOT NULL
ORDER BY 1
