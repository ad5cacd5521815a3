-- The lines that go with no claim or with one that is rejected: each is told why.
SELECT together.row_no, together.rows, together.institution_code, together.claim_no
FROM stage_claim_line_group together JOIN unwanted USING (institution_code, claim_no)
ORDER BY together.row_no
