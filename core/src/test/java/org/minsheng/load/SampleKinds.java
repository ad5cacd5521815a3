package org.minsheng.load;

import org.minsheng.base.Money;
import org.minsheng.base.Problem;

/** Two file kinds that only tests have: bills of a shop and their lines. */
final class SampleKinds {
    private static final FileKind.Builder BILL_BUILDER =
            FileKind.named("sample-bill", SampleKinds.class).nests("lines");
    static final Column BILL_SHOP = BILL_BUILDER.add(
            Column.of("shop_code", ColumnType.text(12)).alias("店铺", "shopcd").identify());
    static final Column BILL_NO = BILL_BUILDER.add(
            Column.of("bill_no", ColumnType.text(20)).alias("单号").identify());
    static final Column BILL_DAY = BILL_BUILDER.add(
            Column.of("billed_on", ColumnType.date()).alias("日期", "begndate").require());
    static final Column BILL_NAME =
            BILL_BUILDER.add(Column.of("customer", ColumnType.text(20)).alias("姓名"));
    static final Column BILL_PHONE =
            BILL_BUILDER.add(Column.of("phone", ColumnType.text(20)).alias("电话").mask());
    static final Column BILL_SEX = BILL_BUILDER.add(Column.of(
                    "sex",
                    ColumnType.oneOf(WordList.empty().with("male", "男", "1").with("female", "女", "2")))
            .alias("性别"));
    static final Column BILL_AMOUNT = BILL_BUILDER.add(Column.of("amount", ColumnType.money(0, 100_000_000))
            .alias("金额", "medfee_sumamt")
            .require());
    static final FileKind BILL = BILL_BUILDER
            .derive("name_length", "integer", (row, out) -> out.number(row.length(BILL_NAME)))
            .build();

    private static final FileKind.Builder LINE_BUILDER = FileKind.named("sample-line", SampleKinds.class);
    static final Column LINE_SHOP = LINE_BUILDER.add(
            Column.of("shop_code", ColumnType.text(12)).alias("店铺").identify());
    static final Column LINE_BILL = LINE_BUILDER.add(
            Column.of("bill_no", ColumnType.text(20)).alias("单号").identify());
    static final Column LINE_NO = LINE_BUILDER.add(
            Column.of("line_no", ColumnType.integer(1, 99_999)).alias("行号").identify());
    static final Column LINE_DAY =
            LINE_BUILDER.add(Column.of("sold_on", ColumnType.date()).require());
    static final Column LINE_ITEM =
            LINE_BUILDER.add(Column.of("item_code", ColumnType.text(20)).require());
    static final Column LINE_QUANTITY =
            LINE_BUILDER.add(Column.of("quantity", ColumnType.decimal(14, 4)).require());
    static final Column LINE_PRICE =
            LINE_BUILDER.add(Column.of("unit_price", ColumnType.decimal(16, 6)).require());
    static final Column LINE_AMOUNT = LINE_BUILDER.add(
            Column.of("amount", ColumnType.money(0, 100_000_000)).require());
    static final FileKind LINE =
            LINE_BUILDER.check(SampleKinds::amountIsTheProduct).build();

    private SampleKinds() {}

    private static Finding amountIsTheProduct(TypedRow row) {
        long product = Money.product(row.decimal(LINE_QUANTITY), row.decimal(LINE_PRICE));
        if (product == row.fen(LINE_AMOUNT)) {
            return null;
        }
        return new Finding(
                LINE_AMOUNT, Problem.of(LoadProblem.VALUE_OUT_OF_RANGE).with("value", row.fen(LINE_AMOUNT)));
    }
}
