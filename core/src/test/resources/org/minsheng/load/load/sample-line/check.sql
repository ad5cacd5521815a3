-- Bills and lines are taken together: a bill with a bad line is rejected with all its lines.
INSERT INTO stage_reject (file_no, row_no, column_name, rule)
SELECT 1, bill.row_no, 'bill_no', 'sample.line-rejected'
FROM stage_sample_bill bill
WHERE EXISTS (SELECT FROM stage_reject WHERE file_no = 2 AND key[1] = bill.shop_code AND key[2] = bill.bill_no);

INSERT INTO stage_reject (file_no, row_no, column_name, rule)
SELECT 2, line.row_no, 'bill_no', 'sample.bill-rejected'
FROM stage_sample_line line
WHERE NOT EXISTS (
    SELECT FROM stage_sample_bill bill
    WHERE (bill.shop_code, bill.bill_no) = (line.shop_code, line.bill_no)
        AND NOT EXISTS (SELECT FROM stage_reject WHERE file_no = 1 AND stage_reject.row_no = bill.row_no));
