INSERT INTO load.before_image (run_id, relation, key, image)
SELECT :run_id, 'sample.bill', concat_ws('|', shop_code, bill_no), to_jsonb(known)
FROM sample.bill known JOIN stage_sample_bill stage USING (shop_code, bill_no)
WHERE stage.action = 'change';

UPDATE sample.bill known
SET billed_on = stage.billed_on, customer = stage.customer, phone = stage.phone, sex = stage.sex,
    amount = stage.amount, run_id = :run_id
FROM stage_sample_bill stage
WHERE stage.action = 'change' AND known.shop_code = stage.shop_code AND known.bill_no = stage.bill_no;

INSERT INTO sample.bill (shop_code, bill_no, billed_on, customer, phone, sex, amount, run_id)
SELECT shop_code, bill_no, billed_on, customer, phone, sex, amount, :run_id
FROM stage_sample_bill WHERE action = 'insert';
