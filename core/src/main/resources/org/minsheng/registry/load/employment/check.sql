INSERT INTO stage_reject (file_no, row_no, column_name, rule)
SELECT 1, stage.row_no, 'resident_id', 'person.unknown'
FROM stage_employment stage LEFT JOIN registry.pub_person_number person USING (resident_id)
WHERE person.person_id IS NULL;

INSERT INTO stage_reject (file_no, row_no, column_name, rule, value)
SELECT 1, stage.row_no, 'credit_code', 'company.unknown', stage.credit_code
FROM stage_employment stage LEFT JOIN registry.company company USING (credit_code)
WHERE company.company_id IS NULL;

-- Two numbers of one person may hide that two rows are the same employment.
INSERT INTO stage_reject (file_no, row_no, column_name, rule, facts)
SELECT 1, row_no, 'resident_id', 'load.double-key', jsonb_build_object('first', first_line)
FROM (
    SELECT stage.row_no, row_number() OVER same AS position, first_value(stage.file_line) OVER same AS first_line
    FROM stage_employment stage JOIN registry.pub_person_number person USING (resident_id)
    WINDOW same AS (PARTITION BY person.person_id, stage.credit_code, stage.from_date ORDER BY stage.row_no)) numbered
WHERE position > 1;
