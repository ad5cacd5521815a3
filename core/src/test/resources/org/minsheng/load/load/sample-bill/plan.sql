UPDATE stage_sample_bill stage
SET action = CASE
    WHEN (known.billed_on, known.customer, known.phone, known.sex, known.amount)
        IS NOT DISTINCT FROM (stage.billed_on, stage.customer, stage.phone, stage.sex, stage.amount) THEN 'unchanged'
    ELSE 'change' END
FROM sample.bill known
WHERE known.shop_code = stage.shop_code AND known.bill_no = stage.bill_no;
