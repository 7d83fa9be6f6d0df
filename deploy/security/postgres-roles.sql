-- The least rights in the database, by role. Run it as the owner of the tables after `undertone migrate`, and again after each
-- migration that brings a table: psql -v ON_ERROR_STOP=1 -f postgres-roles.sql. It may be run any number of times.
--
-- The roles have no password and cannot log in: CREATE ROLE … LOGIN PASSWORD '…' IN ROLE undertone_job.
--
-- The owner of the tables (`undertone migrate`) is none of these: it needs CREATE on the database, and nobody else does.

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['undertone_job', 'undertone_maintain', 'undertone_erase', 'undertone_analyst'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I', name);
        END IF;
    END LOOP;
END
$$;

-- Leg post-call: upserts, which read what they may replace. Nothing is deleted. And `undertone check`: which migrations have
-- been applied.
GRANT USAGE ON SCHEMA public TO undertone_job;
GRANT SELECT, INSERT, UPDATE ON call, utterance, silence, frustration_event, alert_feedback TO undertone_job;
GRANT SELECT, INSERT ON topic TO undertone_job;
GRANT SELECT ON flyway_schema_history TO undertone_job;

-- undertone maintain: what is older than its retention goes. DELETE by a condition takes SELECT too.
GRANT USAGE ON SCHEMA public TO undertone_maintain;
GRANT SELECT, DELETE ON call, utterance, silence, frustration_event, alert_feedback TO undertone_maintain;

-- undertone erase: calls are deleted, and people taken out of rows that stay.
GRANT USAGE ON SCHEMA public TO undertone_erase;
GRANT SELECT, UPDATE, DELETE ON call, utterance, silence, frustration_event, alert_feedback TO undertone_erase;

-- Analysts and dashboards read, and so does `undertone reanalyse`.
GRANT USAGE ON SCHEMA public, callytics TO undertone_analyst;
GRANT SELECT ON ALL TABLES IN SCHEMA public, callytics TO undertone_analyst;
GRANT EXECUTE ON FUNCTION callytics.mean_over_legs TO undertone_analyst;
