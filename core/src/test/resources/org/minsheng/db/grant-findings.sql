-- Every way in which an object of ours can have other rights than a migration may leave: rule, object.
WITH owner AS (SELECT oid FROM pg_roles WHERE rolname = 'minsheng_owner'),
schemas AS (
    SELECT pg_namespace.oid, nspname, nspowner, coalesce(nspacl, acldefault('n', nspowner)) AS acl
    FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
),
relations AS (
    SELECT pg_class.oid, nspname || '.' || relname AS name, relkind, relispartition, relowner,
        coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner)) AS acl,
        -- The sequence of an identity column: whoever may insert a row may take its next number.
        EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'i'
            AND relkind = 'S') AS is_identity
    FROM pg_class JOIN schemas ON schemas.oid = relnamespace
    WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
),
functions AS (
    SELECT pg_proc.oid, nspname || '.' || proname AS name, proowner, prorettype = 'trigger'::regtype AS is_trigger,
        coalesce(proacl, acldefault('f', proowner)) AS acl
    FROM pg_proc JOIN schemas ON schemas.oid = pronamespace
),
-- Rights of others than the owner, 0 being everyone; those on single columns too.
rights AS (
    SELECT nspname AS name, right_.* FROM schemas, aclexplode(acl) AS right_ WHERE right_.grantee <> nspowner
    UNION ALL
    SELECT name, right_.* FROM relations, aclexplode(acl) AS right_ WHERE right_.grantee <> relowner
    UNION ALL
    SELECT name, right_.* FROM functions, aclexplode(acl) AS right_ WHERE right_.grantee <> proowner
    UNION ALL
    SELECT name, right_.* FROM relations JOIN pg_attribute ON attrelid = oid, aclexplode(attacl) AS right_
    WHERE attacl IS NOT NULL AND right_.grantee <> relowner
),
append_only AS (
    SELECT tgrelid AS oid, bit_or(tgtype) AS covers
    FROM pg_trigger WHERE tgfoid = 'run.refuse_change()'::regprocedure AND tgenabled IN ('O', 'A')
    GROUP BY tgrelid
),
-- A partition is as append-only as its parent.
to_be_kept AS (
    SELECT oid FROM append_only
    UNION
    SELECT inhrelid FROM pg_inherits JOIN append_only ON oid = inhparent
)
SELECT 'not owned by minsheng_owner' AS rule, nspname AS object FROM schemas, owner WHERE nspowner <> owner.oid
UNION ALL
SELECT 'not owned by minsheng_owner', name FROM relations, owner WHERE relowner <> owner.oid
UNION ALL
SELECT 'not owned by minsheng_owner', name FROM functions, owner WHERE proowner <> owner.oid
UNION ALL
SELECT 'granted to nobody', name FROM relations
WHERE NOT relispartition AND NOT is_identity AND name NOT IN (SELECT name FROM rights)
UNION ALL
SELECT 'granted to nobody', name FROM functions WHERE NOT is_trigger AND name NOT IN (SELECT name FROM rights)
UNION ALL
SELECT 'granted to everyone', name FROM rights WHERE grantee = 0
UNION ALL
-- Partitions are reached through their parent only: their own names are for the owner only.
SELECT 'partition granted by itself', name FROM relations WHERE relispartition AND name IN (SELECT name FROM rights)
UNION ALL
SELECT 'append-only, but ' || lower(privilege_type) || ' granted', name
FROM rights JOIN relations USING (name) JOIN to_be_kept USING (oid)
WHERE privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')
UNION ALL
-- Bits of pg_trigger.tgtype: 8 delete, 16 update, 32 truncate.
SELECT 'append-only, but not stopped by triggers', name
FROM relations JOIN to_be_kept USING (oid) LEFT JOIN append_only USING (oid)
WHERE coalesce(covers, 0) & 56 <> 56
UNION ALL
SELECT 'the auditor cannot read it', name FROM relations
WHERE NOT relispartition AND relkind <> 'S' AND NOT has_table_privilege('minsheng_auditor', oid, 'SELECT')
UNION ALL
SELECT 'the auditor can write it', name FROM relations
WHERE name <> 'run.audit_seal'
    AND name IN (SELECT rights.name FROM rights WHERE grantee = 'minsheng_auditor'::regrole
        AND privilege_type NOT IN ('SELECT', 'EXECUTE', 'USAGE'))
UNION ALL
-- Who, when and in which transaction: such a column only its default may fill.
SELECT 'who or when can be forged', name || '.' || attname
FROM relations JOIN pg_attribute ON attrelid = oid JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE pg_get_expr(adbin, adrelid) ~* 'session_user|current_user|now|clock_timestamp|current_timestamp|xact_id'
    AND EXISTS (
        SELECT FROM (SELECT * FROM aclexplode(acl) UNION ALL SELECT * FROM aclexplode(attacl)) AS right_
        WHERE grantee <> relowner AND privilege_type IN ('INSERT', 'UPDATE'))
UNION ALL
SELECT 'granted on, may be passed on', name FROM rights WHERE is_grantable
ORDER BY 1, 2
