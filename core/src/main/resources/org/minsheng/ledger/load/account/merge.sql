INSERT INTO ledger.account_entry (bucket, person_id, dated, kind, amount, reference, run_id)
SELECT person.bucket, person.person_id, stage.entry_date, stage.kind, stage.amount, stage.reference, :run_id
FROM stage_account stage JOIN registry.pub_person_number person USING (resident_id)
WHERE stage.action = 'insert'
ORDER BY person.bucket, person.person_id, stage.row_no;
