package org.minsheng.ledger;

import org.minsheng.base.Money;
import org.minsheng.load.Column;
import org.minsheng.load.ColumnType;
import org.minsheng.load.FileKind;
import org.minsheng.load.WordList;
import org.minsheng.registry.RegistryColumns;

/**
 * The file kind {@code account} (个人账户): opening balances, credits and interest. A reference is used once for a person
 * and kind. It is money: a load of it is reversed entry by entry, not undone.
 */
public final class AccountFile {
    private static final FileKind.Builder BUILDER = FileKind.named("account", AccountFile.class);

    static {
        BUILDER.add(RegistryColumns.residentId().identify());
        BUILDER.add(
                Column.of("entry_date", ColumnType.date()).alias("入账日期", "日期").require());
        BUILDER.add(Column.of(
                        "kind",
                        WordList.empty()
                                .with("opening", "期初", "上年结转")
                                .with("credit", "划入", "入账")
                                .with("interest", "利息"))
                .alias("类型", "入账类型")
                .identify());
        BUILDER.add(Column.of("amount", ColumnType.money(1, Money.LARGEST_FEN))
                .alias("金额", "acct_crtn_amt")
                .require());
        BUILDER.add(
                Column.of("reference", ColumnType.text(60)).alias("凭证号", "流水号").identify());
    }

    /** The kind. */
    public static final FileKind KIND = BUILDER.build();

    private AccountFile() {}
}
