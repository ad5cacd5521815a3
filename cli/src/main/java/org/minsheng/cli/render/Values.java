package org.minsheng.cli.render;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.minsheng.base.Money;
import org.minsheng.base.Ratio;

/** Single values as text: plain for programs, grouped and translated for people. */
final class Values {
    private static final ZoneId BUREAU_ZONE = ZoneId.of("Asia/Shanghai");
    private static final int GROUP_DIGITS = 3;

    private Values() {}

    /** The text that CSV, TSV and JSON strings carry; never null. */
    static String plain(Column column, Object value) {
        if (value == null) {
            return "";
        }
        return switch (column.kind()) {
            case TEXT, DATE, FLAG -> value.toString();
            case COUNT, NUMBER -> number(value);
            case MONEY -> Money.yuan(((Number) value).longValue());
            case RATIO -> Ratio.decimal(((Number) value).intValue()).toPlainString();
            case TIME -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(((Instant) value).atZone(BUREAU_ZONE));
            case FACTS -> JsonText.facts((Map<?, ?>) value);
            case LIST -> JsonText.list(column.columns(), rows(value));
        };
    }

    /** The text that people read in a table. */
    static String shown(Column column, Object value, Labels labels) {
        if (value == null) {
            return "";
        }
        return switch (column.kind()) {
            case COUNT, MONEY -> grouped(plain(column, value));
            case RATIO -> percent(((Number) value).intValue());
            case FLAG -> labels.flag((Boolean) value);
            case TIME -> shortTime((Instant) value);
            case FACTS -> pairs((Map<?, ?>) value);
            case LIST -> Integer.toString(rows(value).size());
            case TEXT, DATE, NUMBER -> plain(column, value);
        };
    }

    @SuppressWarnings("unchecked") // a column of kind LIST promises rows
    static List<Object[]> rows(Object value) {
        return (List<Object[]>) value;
    }

    private static String pairs(Map<?, ?> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue())
                .collect(Collectors.joining(" · "));
    }

    private static String number(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static String percent(int tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 2).stripTrailingZeros().toPlainString() + " %";
    }

    private static String shortTime(Instant instant) {
        String text = instant.atZone(BUREAU_ZONE).toLocalDateTime().withNano(0).toString();
        return text.replace('T', ' ');
    }

    /** {@code -1234567.80} becomes {@code -1,234,567.80}. */
    static String grouped(String number) {
        int point = number.indexOf('.');
        int end = point < 0 ? number.length() : point;
        int start = number.startsWith("-") ? 1 : 0;
        StringBuilder grouped = new StringBuilder(number);
        for (int i = end - GROUP_DIGITS; i > start; i -= GROUP_DIGITS) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }
}
