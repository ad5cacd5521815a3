package org.minsheng.registry;

import org.minsheng.load.Column;
import org.minsheng.load.ColumnType;
import org.minsheng.load.FileKind;
import org.minsheng.load.WordList;

/** The file kind {@code calendar} (节假日安排): the days of a notice that are not what their weekday says. */
public final class CalendarFile {
    private static final FileKind.Builder BUILDER = FileKind.named("calendar", CalendarFile.class);

    static {
        BUILDER.add(Column.of("day", ColumnType.date()).alias("日期").identify());
        BUILDER.add(Column.of(
                        "kind",
                        ColumnType.oneOf(
                                WordList.empty().with("holiday", "放假", "休").with("workday", "上班", "班", "调休上班")))
                .alias("类型")
                .require());
        BUILDER.add(Column.of("name", ColumnType.text(100)).alias("节日", "名称").require());
        BUILDER.add(Column.of("source", ColumnType.text(200)).alias("依据", "文号").require());
    }

    /** The kind. */
    public static final FileKind KIND = BUILDER.build();

    private CalendarFile() {}
}
