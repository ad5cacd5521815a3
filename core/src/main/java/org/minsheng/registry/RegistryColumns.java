package org.minsheng.registry;

import org.minsheng.base.Problem;
import org.minsheng.load.Column;
import org.minsheng.load.ColumnType;
import org.minsheng.load.Finding;
import org.minsheng.load.TypedRow;

/** Columns and rules that several file kinds of people and companies share. */
public final class RegistryColumns {
    private static final int YEAR_WITHOUT_END = 9999;

    private RegistryColumns() {}

    /** The identity number of the person whom a row is about (身份证号, {@code certno}). */
    public static Column residentId() {
        return Column.of("resident_id", ColumnType.residentId())
                .alias("身份证号", "身份证号码", "公民身份号码", "社会保障号码", "证件号码", "certno")
                .require()
                .mask();
    }

    /** The company that a row is about (统一社会信用代码, {@code uscc}). */
    public static Column creditCode() {
        return Column.of("credit_code", ColumnType.creditCode()).alias("统一社会信用代码", "社会信用代码", "信用代码", "uscc");
    }

    /** A division code of GB/T 2260 (行政区划代码, {@code admdvs}). */
    public static Column divisionCode() {
        return Column.of("division_code", ColumnType.pattern("\\d{6}", "370202"))
                .alias("行政区划代码", "行政区划", "区划代码", "admdvs")
                .require();
    }

    /** The first day of a period ({@code begndate}). */
    public static Column fromDate(String... aliases) {
        return Column.of("from_date", ColumnType.date())
                .alias("开始日期", "起始日期", "begndate")
                .alias(aliases);
    }

    /** The last day of a period ({@code enddate}); empty while it lasts. */
    public static Column toDate(String... aliases) {
        return Column.of("to_date", endDate()).alias("结束日期", "终止日期", "enddate").alias(aliases);
    }

    /** The type of a last day: many senders write 9999-12-31 where there is no end in sight. */
    static ColumnType endDate() {
        return ColumnType.date(ColumnType.DATE_YEAR_LEAST, YEAR_WITHOUT_END);
    }

    /** Rejects a period whose last day is before its first, with {@code period.reversed}. */
    public static Finding periodInOrder(TypedRow row, Column from, Column to) {
        if (!row.has(to) || row.epochDay(to) >= row.epochDay(from)) {
            return null;
        }
        return new Finding(
                to,
                Problem.of(RegistryProblem.PERIOD_REVERSED)
                        .with("value", row.date(to))
                        .with("from", row.date(from)));
    }
}
