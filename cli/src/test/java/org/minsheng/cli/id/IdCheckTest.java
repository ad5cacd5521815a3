package org.minsheng.cli.id;

import org.junit.jupiter.api.Test;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.command.ExitStatus;

class IdCheckTest {
    @Test
    void saysWhatAValidNumberIsAndMasksIt() {
        CliHarness.script()
                .run("id", "check", "-q", "11010519491231002x", "91350100M000100Y43")
                .exits(ExitStatus.OK)
                .prints(
                        "line\tnumber\tkind\tvalid\tnormal_form\tcode\treason",
                        "1\t1101**********002x\tresident\ttrue\t1101**********002X\t\t",
                        "2\t91350100M000100Y43\tcredit_code\ttrue\t91350100M000100Y43\t\t");
    }

    @Test
    void saysWhyANumberIsNotValidAndEndsWithFindings() {
        CliHarness.script()
                .run("id", "check", "110105194902310026", "-o", "csv")
                .exits(ExitStatus.FINDINGS)
                .printsSomeOf("1,1101**********0026,resident,false,,id.birth-date,")
                .says("error: 1 of 1 numbers are not valid.");
    }

    @Test
    void readsLinesFromTheStandardInput() {
        CliHarness.script()
                .input("11010519491231002X\n\n53010219200508011X\n")
                .run("id", "check", "-o", "ndjson", "--reveal")
                .exits(ExitStatus.OK)
                .prints(
                        "{\"line\":1,\"number\":\"11010519491231002X\",\"kind\":\"resident\",\"valid\":true,"
                                + "\"normal_form\":\"11010519491231002X\",\"code\":null,\"reason\":null}",
                        "{\"line\":3,\"number\":\"53010219200508011X\",\"kind\":\"resident\",\"valid\":true,"
                                + "\"normal_form\":\"53010219200508011X\",\"code\":null,\"reason\":null}");
    }

    @Test
    void saysInChineseWhatIsWrong() {
        CliHarness.script()
                .run("id", "check", "110105194912310021", "--lang", "zh")
                .exits(ExitStatus.FINDINGS)
                .saysSomeOf("1 个号码中有 1 个无效。");
    }

    @Test
    void alignsATableForPeople() {
        CliHarness.terminal()
                .run("id", "check", "11010519491231002X", "--lang", "zh")
                .exits(ExitStatus.OK)
                .prints(
                        "行  号码                种类      有效  规范形式            原因代码  原因",
                        " 1  1101**********002X  resident  是    1101**********002X");
    }

    @Test
    void asksForNumbersWhenNobodyPipesThemIn() {
        CliHarness.terminal()
                .run("id", "check")
                .exits(ExitStatus.USAGE)
                .says(
                        "error: No number was given and the standard input is a terminal.",
                        "hint: name the numbers, or pipe them in, one a line");
    }
}
