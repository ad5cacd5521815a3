-- The lines of the claims that are written; runs behind claim/merge.sql, which has numbered them.
SELECT run.row_no, run.rows, target.year, target.claim_id
FROM stage_claim_line_run run JOIN claim_target target USING (institution_code, claim_no)
ORDER BY run.row_no
