-- Rows of one version must agree about the version, and two versions never begin on the same day.
CREATE TEMP TABLE version_seen ON COMMIT DROP AS
SELECT catalogue_version AS version, min(valid_from) AS valid_from, min(class_b_self_first) AS class_b_self_first
FROM stage_catalogue
GROUP BY catalogue_version;

INSERT INTO stage_reject (file_no, row_no, file_line, column_name, rule, value)
SELECT 1, stage.row_no, stage.file_line, 'catalogue_version', 'catalogue.version-inconsistent', stage.catalogue_version
FROM stage_catalogue stage JOIN version_seen seen ON seen.version = stage.catalogue_version
WHERE stage.valid_from <> seen.valid_from OR stage.class_b_self_first <> seen.class_b_self_first;

INSERT INTO stage_reject (file_no, row_no, file_line, column_name, rule, value)
SELECT 1, stage.row_no, stage.file_line, 'valid_from', 'catalogue.date-taken', stage.valid_from::text
FROM stage_catalogue stage
WHERE EXISTS (
    SELECT FROM claim.catalogue_version known
    WHERE known.valid_from = stage.valid_from AND known.version <> stage.catalogue_version
    UNION ALL
    SELECT FROM version_seen seen
    WHERE seen.valid_from = stage.valid_from AND seen.version <> stage.catalogue_version);
