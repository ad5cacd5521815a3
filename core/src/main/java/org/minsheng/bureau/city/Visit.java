package org.minsheng.bureau.city;

import java.util.List;

/** What a claim is the bill of. The numbers are their order. */
enum Visit {
    /** 普通门诊. */
    OUTPATIENT(0, "11"),
    /** 急诊. */
    EMERGENCY(1, "13"),
    /** 门诊慢特病, most months of the year. */
    CHRONIC(2, "14"),
    /** 住院. */
    STAY(3, "21"),
    /** One of many short stays of a tumour or kidney patient. */
    THERAPY(4, "21"),
    /** A stay of more than half a million yuan. */
    CATASTROPHE(5, "21"),
    /** 药店购药. */
    PHARMACY(6, "41"),
    /** 产前检查. */
    ANTENATAL(7, "51"),
    /** 生育住院. */
    BIRTH(8, "52");

    private static final List<Visit> ALL = List.of(values());

    private final int number;
    private final String treatment;

    Visit(int number, String treatment) {
        this.number = number;
        this.treatment = treatment;
    }

    /** A number below sixteen. */
    int number() {
        return number;
    }

    /** The kind with a number. */
    static Visit of(int number) {
        return ALL.get(number);
    }

    /** The code of the kind of treatment (med_type). */
    String treatment() {
        return treatment;
    }
}
