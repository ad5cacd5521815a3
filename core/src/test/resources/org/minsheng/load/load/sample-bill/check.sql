-- A shop that is closed takes no bills.
INSERT INTO stage_reject (file_no, row_no, column_name, rule, value)
SELECT 1, row_no, 'shop_code', 'sample.shop-closed', shop_code FROM stage_sample_bill WHERE shop_code = 'CLOSED';
