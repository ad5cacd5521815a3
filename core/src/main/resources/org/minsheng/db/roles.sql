-- The roles of minsheng. Safe to run again. Run it as a login that may create roles, before the first migration.
-- Then make the database, once; the role that owns the tables owns it:
--     CREATE DATABASE minsheng OWNER minsheng_owner ENCODING 'UTF8' TEMPLATE template0;
-- give the login that migrates the right to act as that role, and each person a login and a role of his own:
--     CREATE ROLE deploy LOGIN PASSWORD '…' IN ROLE minsheng_owner;
--     CREATE ROLE wang LOGIN PASSWORD '…' IN ROLE minsheng_operator;
DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY[
        'minsheng_owner',    -- owns schemas and tables; nobody logs in as it
        'minsheng_admin',    -- rules, codes, the installation, and all that operators do
        'minsheng_operator', -- loads and batches
        'minsheng_support',  -- the counter: looks up, explains
        'minsheng_auditor',  -- reads everything, seals the audit
        'minsheng_kiosk'     -- a kiosk's agent
    ] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
        END IF;
    END LOOP;
END
$$;
