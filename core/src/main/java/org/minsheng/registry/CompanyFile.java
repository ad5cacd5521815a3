package org.minsheng.registry;

import org.minsheng.load.Column;
import org.minsheng.load.ColumnType;
import org.minsheng.load.FileKind;

/** The file kind {@code company} (用人单位): who employs. */
public final class CompanyFile {
    private static final FileKind.Builder BUILDER = FileKind.named("company", CompanyFile.class);

    static {
        BUILDER.add(RegistryColumns.creditCode().identify());
        BUILDER.add(Column.of("name", ColumnType.text(200))
                .alias("单位名称", "名称", "emp_name")
                .require());
        BUILDER.add(RegistryColumns.divisionCode());
        BUILDER.add(Column.of("industry_code", ColumnType.text(10)).alias("行业代码", "行业", "indu_type"));
        BUILDER.add(Column.of("registered_on", ColumnType.date()).alias("登记日期", "成立日期", "regn_date"));
    }

    /** The kind. */
    public static final FileKind KIND = BUILDER.build();

    private CompanyFile() {}
}
