package org.minsheng.registry;

import java.time.LocalDate;
import org.minsheng.base.Problem;
import org.minsheng.base.ResidentId;
import org.minsheng.base.Sex;
import org.minsheng.load.Column;
import org.minsheng.load.ColumnType;
import org.minsheng.load.FileKind;
import org.minsheng.load.Finding;
import org.minsheng.load.TypedRow;
import org.minsheng.load.WordList;

/** The file kind {@code person} (人员): whom the bureau knows. */
public final class PersonFile {
    /** The living may stand beside ancestors whose records were never ended. */
    private static final int BIRTH_YEAR_LEAST = 1850;

    private static final FileKind.Builder BUILDER = FileKind.named("person", PersonFile.class);
    private static final Column RESIDENT_ID =
            BUILDER.add(RegistryColumns.residentId().identify());
    private static final Column SEX;
    private static final Column BIRTH_DATE;

    static {
        BUILDER.add(
                Column.of("name", ColumnType.text(100)).alias("姓名", "psn_name").require());
        SEX = BUILDER.add(Column.of(
                        "sex",
                        WordList.empty().with("male", "男", "男性", "1", "M").with("female", "女", "女性", "2", "F"))
                .alias("性别", "gend")
                .require());
        BIRTH_DATE = BUILDER.add(Column.of("birth_date", ColumnType.date(BIRTH_YEAR_LEAST, ColumnType.DATE_YEAR_MOST))
                .alias("出生日期", "brdy")
                .require());
        BUILDER.add(RegistryColumns.divisionCode());
        BUILDER.add(Column.of("phone", ColumnType.text(30))
                .alias("电话", "联系电话", "手机号", "手机号码", "tel")
                .mask());
        BUILDER.add(Column.of("address", ColumnType.text(200))
                .alias("地址", "居住地址", "联系地址", "addr")
                .mask());
    }

    /** The kind. */
    public static final FileKind KIND = BUILDER.derive("bucket", "smallint", (row, out) -> {
                // Stored at the first registration only; a later row of the same person does not move it.
                out.number(ResidentId.bucketOf(row.text(RESIDENT_ID)));
            })
            .check(PersonFile::sexAndBirthAreThoseOfTheNumber)
            .build();

    private PersonFile() {}

    private static Finding sexAndBirthAreThoseOfTheNumber(TypedRow row) {
        ResidentId number = ResidentId.ofValid(row.text(RESIDENT_ID));
        String sex = number.sex() == Sex.MALE ? "male" : "female";
        if (!sex.equals(row.text(SEX))) {
            return new Finding(
                    SEX,
                    Problem.of(RegistryProblem.PERSON_SEX_MISMATCH)
                            .with("value", row.text(SEX))
                            .with("expected", sex));
        }
        LocalDate born = number.birthDate();
        if (born.toEpochDay() != row.epochDay(BIRTH_DATE)) {
            return new Finding(
                    BIRTH_DATE,
                    Problem.of(RegistryProblem.PERSON_BIRTH_MISMATCH)
                            .with("value", row.date(BIRTH_DATE))
                            .with("expected", born));
        }
        return null;
    }
}
