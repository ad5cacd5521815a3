package org.minsheng.registry;

import org.minsheng.load.Column;
import org.minsheng.load.ColumnType;
import org.minsheng.load.FileKind;

/** The file kind {@code employment} (就业登记): who works where, from when to when. */
public final class EmploymentFile {
    private static final FileKind.Builder BUILDER = FileKind.named("employment", EmploymentFile.class);
    private static final Column FROM_DATE;
    private static final Column TO_DATE;

    static {
        BUILDER.add(RegistryColumns.residentId().identify());
        BUILDER.add(RegistryColumns.creditCode().identify());
        BUILDER.add(Column.of("occupation_code", ColumnType.pattern("[1-8](-\\d{2}){3}", "4-07-03-01"))
                .alias("职业代码", "职业", "occupation"));
        FROM_DATE = BUILDER.add(RegistryColumns.fromDate("入职日期").identify());
        TO_DATE = BUILDER.add(RegistryColumns.toDate("离职日期"));
    }

    /** The kind. */
    public static final FileKind KIND = BUILDER.check(row -> RegistryColumns.periodInOrder(row, FROM_DATE, TO_DATE))
            .build();

    private EmploymentFile() {}
}
