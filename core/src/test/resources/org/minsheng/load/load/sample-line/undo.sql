DELETE FROM sample.line WHERE run_id = :run_id;
