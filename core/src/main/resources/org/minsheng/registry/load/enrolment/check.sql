INSERT INTO stage_reject (file_no, row_no, column_name, rule)
SELECT 1, stage.row_no, 'resident_id', 'person.unknown'
FROM stage_enrolment stage LEFT JOIN registry.pub_person_number person USING (resident_id)
WHERE person.person_id IS NULL;

-- Spells as they will be: those of the file, and those of the register that the file does not replace.
-- Of two that share days the register's stays, else the earlier row of the file.
CREATE TEMP TABLE spell ON COMMIT DROP AS
SELECT stage.row_no, person.person_id, stage.scheme, stage.from_date, stage.to_date
FROM stage_enrolment stage JOIN registry.pub_person_number person USING (resident_id);
INSERT INTO spell
SELECT 0, known.person_id, known.scheme, known.from_date, known.to_date
FROM registry.enrolment known
WHERE known.person_id IN (SELECT person_id FROM spell)
    AND NOT EXISTS (
        SELECT FROM spell
        WHERE spell.person_id = known.person_id AND spell.scheme = known.scheme
            AND spell.from_date = known.from_date);
ANALYZE spell;

INSERT INTO stage_reject (file_no, row_no, column_name, rule, facts)
SELECT DISTINCT ON (later.row_no) 1, later.row_no, 'from_date', 'enrolment.overlap',
    jsonb_build_object('value', later.from_date, 'from', earlier.from_date, 'to', earlier.to_date)
FROM spell later JOIN spell earlier USING (person_id, scheme)
WHERE earlier.row_no < later.row_no
    AND later.from_date <= coalesce(earlier.to_date, 'infinity')
    AND earlier.from_date <= coalesce(later.to_date, 'infinity')
ORDER BY later.row_no, earlier.row_no;
