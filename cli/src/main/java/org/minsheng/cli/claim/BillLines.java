package org.minsheng.cli.claim;

import java.util.ArrayList;
import java.util.List;
import org.minsheng.claim.ClaimLine;
import org.minsheng.cli.render.Column;

/** The lines of a bill with what made their price: class, limit, self-first share. */
final class BillLines {
    static final Column[] COLUMNS = {
        Column.number("line_no"),
        Column.date("service_date"),
        Column.text("item_code"),
        Column.text("item"),
        Column.text("class"),
        Column.number("quantity"),
        Column.number("unit_price"),
        Column.number("price_limit"),
        Column.money("amount"),
        Column.money("own"),
        Column.money("over_limit"),
        Column.ratio("self_first_ratio"),
        Column.money("self_first"),
        Column.money("in_scope"),
        Column.text("catalogue_version")
    };

    private BillLines() {}

    static List<Object[]> rows(List<ClaimLine> lines) {
        List<Object[]> rows = new ArrayList<>();
        for (ClaimLine line : lines) {
            rows.add(new Object[] {
                line.lineNo(),
                line.serviceDate(),
                line.itemCode(),
                line.itemName(),
                line.itemClass(),
                line.quantity().stripTrailingZeros().toPlainString(),
                line.unitPrice().stripTrailingZeros().toPlainString(),
                line.priceLimit() == null
                        ? null
                        : line.priceLimit().stripTrailingZeros().toPlainString(),
                line.amount(),
                line.own(),
                line.overLimit(),
                line.selfFirstRatio(),
                line.selfFirst(),
                line.inScope(),
                line.catalogueVersion()
            });
        }
        return rows;
    }
}
