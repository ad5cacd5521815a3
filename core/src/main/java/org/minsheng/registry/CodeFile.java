package org.minsheng.registry;

import org.minsheng.load.Column;
import org.minsheng.load.ColumnType;
import org.minsheng.load.FileKind;

/** The file kind {@code code} (代码表): the codes of one version of one table, as the standard or the platform lists them. */
public final class CodeFile {
    private static final String NAME = "code";

    /** The kind for taking a load back, which needs no table. */
    public static final FileKind KIND = of("", "");

    private CodeFile() {}

    /**
     * The kind for a file whose rows all belong to one version of one table; the file itself does not name them.
     *
     * @param table the code table
     * @param version the version that the rows make up
     */
    public static FileKind of(String table, String version) {
        FileKind.Builder builder = FileKind.named(NAME, CodeFile.class);
        builder.add(
                Column.of("code", ColumnType.text(40)).alias("代码", "编码", "代码值").identify());
        builder.add(Column.of("name", ColumnType.text(200))
                .alias("名称", "代码名称", "中文名称")
                .require());
        builder.add(Column.of("name_en", ColumnType.text(200)).alias("英文名称"));
        builder.add(Column.of("source", ColumnType.text(200)).alias("依据", "来源").require());
        Column validFrom =
                builder.add(Column.of("valid_from", ColumnType.date()).alias("生效日期", "begndate"));
        Column validTo =
                builder.add(Column.of("valid_to", RegistryColumns.endDate()).alias("失效日期", "enddate"));
        builder.within(table, version);
        builder.derive("table_name", "text", (row, out) -> out.text(table));
        builder.derive("version", "text", (row, out) -> out.text(version));
        return builder.check(row -> row.has(validFrom) ? RegistryColumns.periodInOrder(row, validFrom, validTo) : null)
                .build();
    }
}
