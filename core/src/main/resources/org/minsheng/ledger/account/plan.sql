-- The very same entry, not reversed since, is nothing new.
UPDATE stage_account stage
SET action = 'unchanged'
FROM registry.pub_person_number person, ledger.account_entry known
WHERE person.resident_id = stage.resident_id AND known.credited_to = person.person_id AND known.kind = stage.kind
    AND known.reference = stage.reference
    AND NOT EXISTS (
        SELECT FROM ledger.account_entry reversal
        WHERE reversal.bucket = known.bucket AND reversal.person_id = known.person_id
            AND reversal.kind = 'reversal' AND reversal.reference = known.reference
            AND reversal.amount = -known.amount);
