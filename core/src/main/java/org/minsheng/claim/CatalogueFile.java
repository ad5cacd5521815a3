package org.minsheng.claim;

import org.minsheng.load.Column;
import org.minsheng.load.ColumnType;
import org.minsheng.load.FileKind;
import org.minsheng.load.WordList;

/** The file of a catalogue (医保目录): one row an item and version, with what holds for the whole version repeated. */
public final class CatalogueFile {
    private static final FileKind.Builder CATALOGUE = FileKind.named("catalogue", CatalogueFile.class);

    static {
        CATALOGUE.add(Column.of("catalogue_version", ColumnType.text(20))
                .alias("目录版本", "ver")
                .identify());
        CATALOGUE.add(Column.of("valid_from", ColumnType.date())
                .alias("生效日期", "begndate")
                .require());
        CATALOGUE.add(Column.of("class_b_self_first", ColumnType.ratio())
                .alias("乙类默认先行自付比例")
                .require());
        CATALOGUE.add(Column.of("item_code", ColumnType.text(40))
                .alias("项目编码", "med_list_codg")
                .identify());
        CATALOGUE.add(Column.of("name", ColumnType.text(200))
                .alias("项目名称", "med_list_name")
                .require());
        CATALOGUE.add(Column.of(
                        "kind",
                        ColumnType.oneOf(WordList.empty()
                                .with("drug", "药品")
                                .with("service", "诊疗项目", "服务设施")
                                .with("consumable", "耗材", "医用耗材")))
                .alias("项目类别", "list_type")
                .require());
        CATALOGUE.add(Column.of(
                        "class",
                        ColumnType.oneOf(WordList.empty()
                                .with("A", "甲", "甲类", "01")
                                .with("B", "乙", "乙类", "02")
                                .with("C", "丙", "丙类", "自费", "03")))
                .alias("收费项目等级", "chrgitm_lv")
                .require());
        CATALOGUE.add(Column.of("unit", ColumnType.text(20)).alias("单位"));
        for (int tier = 1; tier <= 3; tier++) {
            CATALOGUE.add(Column.of("price_limit_" + tier, ColumnType.decimal(16, 6))
                    .alias(tier + "级限价", "pric_uplmt_" + tier));
        }
        CATALOGUE.add(Column.of("self_first", ColumnType.ratio()).alias("先行自付比例", "selfpay_prop"));
    }

    /** The kind. */
    public static final FileKind KIND = CATALOGUE.build();

    private CatalogueFile() {}
}
