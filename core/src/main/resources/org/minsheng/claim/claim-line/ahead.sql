-- The lines of new claims, which nobody finds until their claims are there.
SELECT lines_row, lines, year, claim_id FROM claim_known WHERE lines_row IS NOT NULL AND known_year IS NULL
UNION ALL
SELECT row_no, rows, year, claim_id FROM scattered_target WHERE known_year IS NULL
ORDER BY 1
