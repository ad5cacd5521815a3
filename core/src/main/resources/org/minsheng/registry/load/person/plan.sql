-- Who is known already. The bucket stays that of the first registration.
UPDATE stage_person stage
SET action = CASE
    WHEN (known.name, known.sex, known.birth_date, known.division_code, known.phone, known.address)
        IS NOT DISTINCT FROM
        (stage.name, stage.sex, stage.birth_date, stage.division_code, stage.phone, stage.address) THEN 'unchanged'
    ELSE 'change' END
FROM registry.person known
WHERE known.resident_id = stage.resident_id;

-- A number that a merger or a correction has retired: the living record has data of its own.
UPDATE stage_person stage
SET action = 'unchanged'
FROM registry.former_number former
WHERE former.resident_id = stage.resident_id;
