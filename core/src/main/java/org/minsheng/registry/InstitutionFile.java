package org.minsheng.registry;

import org.minsheng.load.Column;
import org.minsheng.load.ColumnType;
import org.minsheng.load.FileKind;
import org.minsheng.load.WordList;

/** The file kind {@code institution} (定点医药机构): who may bill the funds. */
public final class InstitutionFile {
    private static final FileKind.Builder BUILDER = FileKind.named("institution", InstitutionFile.class);
    private static final Column DESIGNATED_FROM;
    private static final Column DESIGNATED_TO;

    static {
        BUILDER.add(Column.of("institution_code", ColumnType.pattern("[0-9A-Za-z-]{3,20}", "H37020200123"))
                .alias("机构编码", "机构代码", "定点医药机构编号", "fixmedins_code")
                .identify());
        BUILDER.add(Column.of("name", ColumnType.text(200))
                .alias("机构名称", "名称", "fixmedins_name")
                .require());
        BUILDER.add(RegistryColumns.creditCode());
        BUILDER.add(RegistryColumns.divisionCode());
        BUILDER.add(Column.of("tier", ColumnType.integer(1, 3))
                .alias("机构等级", "等级", "hosp_lv")
                .require());
        BUILDER.add(Column.of(
                        "kind",
                        WordList.empty()
                                .with("hospital", "医院")
                                .with("community", "社区卫生服务机构", "社区医院")
                                .with("pharmacy", "药店", "零售药店")
                                .with("clinic", "诊所", "门诊部")
                                .with("care_home", "护理院", "护理机构"))
                .alias("机构类型", "类型", "fixmedins_type")
                .require());
        DESIGNATED_FROM = BUILDER.add(Column.of("designated_from", ColumnType.date())
                .alias("定点开始日期", "开始日期", "begndate")
                .require());
        DESIGNATED_TO = BUILDER.add(
                Column.of("designated_to", RegistryColumns.endDate()).alias("定点结束日期", "结束日期", "enddate"));
    }

    /** The kind. */
    public static final FileKind KIND = BUILDER.check(
                    row -> RegistryColumns.periodInOrder(row, DESIGNATED_FROM, DESIGNATED_TO))
            .build();

    private InstitutionFile() {}
}
