package org.minsheng.registry;

import org.minsheng.load.Column;
import org.minsheng.load.ColumnType;
import org.minsheng.load.FileKind;

/** The file kind {@code enrolment} (参保登记): insured spells, one at a time for a person in a scheme. */
public final class EnrolmentFile {
    private static final FileKind.Builder BUILDER = FileKind.named("enrolment", EnrolmentFile.class);
    private static final Column FROM_DATE;
    private static final Column TO_DATE;

    static {
        BUILDER.add(RegistryColumns.residentId().identify());
        BUILDER.add(Column.of("scheme", ColumnType.pattern("\\d{3}", "310"))
                .alias("险种类型", "险种", "insutype")
                .identify());
        BUILDER.add(Column.of("person_type", ColumnType.pattern("\\d{2}", "11"))
                .alias("人员类别", "psn_type")
                .require());
        FROM_DATE = BUILDER.add(RegistryColumns.fromDate("参保日期").identify());
        TO_DATE = BUILDER.add(RegistryColumns.toDate("停保日期"));
    }

    /** The kind. */
    public static final FileKind KIND = BUILDER.check(row -> RegistryColumns.periodInOrder(row, FROM_DATE, TO_DATE))
            .build();

    private EnrolmentFile() {}
}
