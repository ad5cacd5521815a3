UPDATE stage_employment stage
SET action = CASE
    WHEN (known.to_date, known.occupation_code) IS NOT DISTINCT FROM (stage.to_date, stage.occupation_code)
        THEN 'unchanged'
    ELSE 'change' END
FROM registry.employment known, registry.pub_person_number person, registry.company company
WHERE person.resident_id = stage.resident_id AND company.credit_code = stage.credit_code
    AND known.person_id = person.person_id AND known.company_id = company.company_id
    AND known.from_date = stage.from_date;
