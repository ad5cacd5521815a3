package org.minsheng.cli.render;

import java.util.List;
import java.util.Objects;

/**
 * A column of a result.
 *
 * @param name its stable name in snake case, as JSON and CSV show it
 * @param kind how its values are written
 * @param columns of a {@link Kind#LIST} the columns of its inner rows, else empty
 */
public record Column(String name, Kind kind, List<Column> columns) {
    /** How values of a column are written. */
    public enum Kind {
        /** Anything whose {@code toString} is its text; {@link org.minsheng.base.Masked} shows itself masked. */
        TEXT,
        /** A number that counts something: thousands are separated in a table. */
        COUNT,
        /** A number that only names or measures: a line, a year, a duration, a decimal. */
        NUMBER,
        /** {@code Long} fen: decimal yuan, as a string in JSON. */
        MONEY,
        /** {@code Integer} ten-thousandths: a decimal, in a table a percentage. */
        RATIO,
        DATE,
        /** {@link java.time.Instant}, shown in Asia/Shanghai with its offset. */
        TIME,
        /** {@link Boolean}. */
        FLAG,
        /** {@code Map<String, ?>}: an object in JSON. */
        FACTS,
        /** {@code List<Object[]>}: rows of {@link Column#columns()}. */
        LIST
    }

    public Column {
        Objects.requireNonNull(name);
        columns = List.copyOf(columns);
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT, List.of());
    }

    public static Column count(String name) {
        return new Column(name, Kind.COUNT, List.of());
    }

    public static Column number(String name) {
        return new Column(name, Kind.NUMBER, List.of());
    }

    public static Column money(String name) {
        return new Column(name, Kind.MONEY, List.of());
    }

    public static Column ratio(String name) {
        return new Column(name, Kind.RATIO, List.of());
    }

    public static Column date(String name) {
        return new Column(name, Kind.DATE, List.of());
    }

    public static Column time(String name) {
        return new Column(name, Kind.TIME, List.of());
    }

    public static Column flag(String name) {
        return new Column(name, Kind.FLAG, List.of());
    }

    /** Named figures that differ from row to row. */
    public static Column facts(String name) {
        return new Column(name, Kind.FACTS, List.of());
    }

    /** Rows within a row, such as the lines of a claim. */
    public static Column list(String name, Column... columns) {
        return new Column(name, Kind.LIST, List.of(columns));
    }

    boolean isRightAligned() {
        return switch (kind) {
            case COUNT, NUMBER, MONEY, RATIO -> true;
            case TEXT, DATE, TIME, FLAG, FACTS, LIST -> false;
        };
    }
}
