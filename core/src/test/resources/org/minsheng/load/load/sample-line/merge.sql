INSERT INTO sample.line (shop_code, bill_no, line_no, item_code, amount, run_id)
SELECT shop_code, bill_no, line_no, item_code, amount, :run_id FROM stage_sample_line WHERE action = 'insert';
