-- The catalogue stays as it is from here until these claims are committed.
SELECT changes FROM claim.catalogue_state FOR SHARE;

-- A claim that an unfinished run of settling has pinned is not changed under it.
SELECT run.keep_inputs('claim settle') WHERE EXISTS (SELECT FROM changed);

-- What a changed claim was: its row with its lines.
INSERT INTO load.before_image (run_id, relation, key, image)
SELECT :run_id, 'claim.claim', stored.claim_id::text, to_jsonb(stored) || jsonb_build_object(
    'catalogue_changes', (SELECT changes FROM claim.catalogue_state),
    'open', (SELECT to_jsonb(open) FROM claim.open_claim open
        WHERE open.bucket = stored.bucket AND open.person_id = stored.person_id AND open.claim_id = stored.claim_id),
    'lines', (SELECT jsonb_agg(to_jsonb(line)) FROM claim.line
        WHERE line.year = stored.year AND line.claim_id = stored.claim_id))
FROM changed JOIN claim.claim stored ON stored.year = changed.year AND stored.claim_id = changed.claim_id;

DELETE FROM claim.open_claim open USING load.before_image kept
WHERE kept.run_id = :run_id AND kept.relation = 'claim.claim'
    AND open.bucket = (kept.image ->> 'bucket')::smallint AND open.person_id = (kept.image ->> 'person_id')::bigint
    AND open.claim_id = (kept.image ->> 'claim_id')::bigint;
DELETE FROM claim.line line USING changed WHERE line.year = changed.year AND line.claim_id = changed.claim_id;
DELETE FROM claim.claim stored USING changed WHERE stored.year = changed.year AND stored.claim_id = changed.claim_id;

INSERT INTO claim.claim (year, claim_id, claim_no, institution_id, person_id, bucket, scheme, treatment, started_on,
    ended_on, referral, diagnosis, billed, lines_hash, run_id)
SELECT year, claim_id, claim_no, institution_id, person_id, bucket, scheme, treatment, started_on, ended_on, referral,
    diagnosis, amount_fen, hash, :run_id
FROM claim_known;

-- The new rows hold their persons now; who was merged away since the checks would keep bills that nobody finds.
SELECT run.changed_meanwhile('person ' || person_id || ' was merged into another record')
FROM registry.pub_person
WHERE merged_into IS NOT NULL AND person_id IN (SELECT person_id FROM claim.claim WHERE run_id = :run_id)
LIMIT 1;

-- In the order in which settling reads them.
INSERT INTO claim.open_claim (bucket, person_id, claim_id, year, claim_no, institution_id, scheme, treatment,
    started_on, ended_on, referral, pricing, slices, run_id)
SELECT bucket, person_id, claim_id, year, claim_no, institution_id, scheme, treatment, started_on, ended_on, referral,
    CASE WHEN catalogue_change <> changes THEN 'stale' WHEN unpriced THEN 'no_catalogue' ELSE 'priced' END, slices,
    :run_id
FROM claim_known CROSS JOIN claim.catalogue_state
ORDER BY bucket, person_id, claim_id;

-- From this commit on the lines that were written ahead have their claims.
DELETE FROM claim.line_ahead;
