UPDATE sample.bill known
SET billed_on = old.billed_on, customer = old.customer, phone = old.phone, sex = old.sex, amount = old.amount,
    run_id = old.run_id
FROM load.before_image saved, jsonb_populate_record(NULL::sample.bill, saved.image) old
WHERE saved.run_id = :run_id AND saved.relation = 'sample.bill'
    AND known.shop_code = old.shop_code AND known.bill_no = old.bill_no;

DELETE FROM sample.bill WHERE run_id = :run_id;
