-- The lines that go with no claim or with one that is rejected: each is told why.
SELECT run.row_no, run.rows, run.institution_code, run.claim_no
FROM stage_claim_line_run run JOIN unwanted USING (institution_code, claim_no)
ORDER BY run.row_no
