package org.minsheng.bureau.city;

import java.util.List;
import org.minsheng.bureau.city.Institutions.Sort;

/** Draws the bill of a visit: where, for what illness, how long, and each line. */
final class Treatments {
    private static final long CATASTROPHE_FEN = 50_000_000L;
    private static final long DEAR_TEN_THOUSANDTHS = 20_000_000L;
    private static final int LINES_MAX = 4_000;
    private static final String DIALYSIS = "N18.500";
    private static final String CHEMOTHERAPY = "Z51.100";

    private final Year year;
    private final Institutions institutions;
    private final Diagnoses diagnoses;
    private final Catalogue catalogue;
    private final List<CatalogueItem> dearItems;

    Treatments(Year year, Institutions institutions, Diagnoses diagnoses, Catalogue catalogue) {
        this.year = year;
        this.institutions = institutions;
        this.diagnoses = diagnoses;
        this.catalogue = catalogue;
        this.dearItems = catalogue.dearerThan(DEAR_TEN_THOUSANDTHS);
    }

    /** The bill of a visit that ends on a day. */
    Bill bill(Person person, String residentId, Visit visit, int day, String claimNo, Dice dice) {
        boolean away = isAway(visit, dice);
        Diagnoses.Diagnosis diagnosis = diagnosis(person, visit, year.monthOf(day), dice);
        Institution institution = away
                ? institutions.elsewhere(dice)
                : institutions.near(sort(visit, diagnosis, dice), person.district(), dice);
        Bill bill = new Bill(year, institution, claimNo);
        int started = day;
        switch (visit) {
            case OUTPATIENT, EMERGENCY -> outpatient(bill, visit, diagnosis, day, dice);
            case CHRONIC -> started = chronic(bill, person, diagnosis, day, dice);
            case PHARMACY -> drugs(bill, diagnosis, day, 1 + dice.below(3), dice);
            case ANTENATAL -> antenatal(bill, day, dice);
            case STAY, THERAPY, CATASTROPHE, BIRTH -> started = stay(bill, person, visit, diagnosis, day, dice);
        }
        bill.close(
                residentId,
                person.schemeOn(day),
                visit,
                started,
                day,
                away ? referral(dice) : "local",
                diagnosis.code());
        return bill;
    }

    private static boolean isAway(Visit visit, Dice dice) {
        return switch (visit) {
            case STAY, THERAPY -> dice.percent(4);
            case CATASTROPHE -> dice.percent(25);
            case OUTPATIENT -> dice.hits(6_000);
            case EMERGENCY, CHRONIC, PHARMACY, ANTENATAL, BIRTH -> false;
        };
    }

    private static String referral(Dice dice) {
        int draw = dice.below(100);
        if (draw < 45) {
            return "filed";
        }
        return draw < 75 ? "referred" : "unfiled";
    }

    private Diagnoses.Diagnosis diagnosis(Person person, Visit visit, int month, Dice dice) {
        return switch (visit) {
            case CHRONIC -> diagnoses.get(person.chronic());
            case BIRTH, ANTENATAL -> diagnoses.childbirth();
            case OUTPATIENT, EMERGENCY, PHARMACY ->
                diagnoses.acute(Diagnoses.Setting.OUTPATIENT, person.age(), person.sex(), month, dice);
            case STAY, CATASTROPHE ->
                diagnoses.acute(Diagnoses.Setting.INPATIENT, person.age(), person.sex(), month, dice);
            case THERAPY -> diagnoses.therapy(person.chronic(), DIALYSIS, CHEMOTHERAPY);
        };
    }

    private static Sort sort(Visit visit, Diagnoses.Diagnosis diagnosis, Dice dice) {
        int draw = dice.below(100);
        return switch (visit) {
            case PHARMACY -> Sort.PHARMACY;
            case CATASTROPHE -> Sort.TIER_3;
            case THERAPY -> draw < 75 ? Sort.TIER_3 : Sort.TIER_2;
            case BIRTH, ANTENATAL -> draw < 60 ? Sort.TIER_3 : Sort.TIER_2;
            case EMERGENCY -> draw < 50 ? Sort.TIER_3 : draw < 85 ? Sort.TIER_2 : Sort.TIER_1;
            case STAY -> draw < 42 ? Sort.TIER_3 : draw < 77 ? Sort.TIER_2 : draw < 97 ? Sort.TIER_1 : Sort.CARE_HOME;
            case CHRONIC -> {
                if (draw < 30 || diagnosis.code().equals(DIALYSIS)) {
                    yield draw < 15 ? Sort.TIER_3 : Sort.TIER_2;
                }
                yield draw < 45 ? Sort.TIER_1 : Sort.COMMUNITY;
            }
            case OUTPATIENT -> {
                if (draw < 45) {
                    yield draw < 25 ? Sort.TIER_3 : Sort.TIER_2;
                }
                yield draw < 57 ? Sort.TIER_1 : draw < 87 ? Sort.COMMUNITY : Sort.CLINIC;
            }
        };
    }

    private void outpatient(Bill bill, Visit visit, Diagnoses.Diagnosis diagnosis, int day, Dice dice) {
        some(bill, "consult", day, 1, dice);
        some(bill, "lab", day, dice.below(visit == Visit.EMERGENCY ? 3 : 2), dice);
        some(bill, "imaging", day, dice.percent(28) ? 1 : 0, dice);
        some(bill, "treatment", day, dice.percent(40) ? 1 : 0, dice);
        drugs(bill, diagnosis, day, 1 + dice.below(3), dice);
    }

    /** Gives the first day: dialysis is billed by the month. */
    private int chronic(Bill bill, Person person, Diagnoses.Diagnosis diagnosis, int day, Dice dice) {
        int started = day;
        if (diagnosis.code().equals(DIALYSIS)) {
            started = Math.max(Math.max(day - 24, year.firstDay()), person.birthDay());
            CatalogueItem session = dice.pick(catalogue.group("dialysis"));
            for (int sessionDay = started; sessionDay <= day; sessionDay += 3) {
                bill.add(sessionDay, session, Bill.ONE, dice);
            }
        }
        some(bill, "consult", day, dice.percent(60) ? 1 : 0, dice);
        some(bill, "lab", day, dice.percent(30) ? 1 : 0, dice);
        drugs(bill, diagnosis, day, 1 + dice.below(4), dice);
        return started;
    }

    private void antenatal(Bill bill, int day, Dice dice) {
        some(bill, "consult", day, 1, dice);
        some(bill, "lab", day, 1 + dice.below(4), dice);
        some(bill, "imaging", day, 1, dice);
    }

    private int stay(Bill bill, Person person, Visit visit, Diagnoses.Diagnosis diagnosis, int day, Dice dice) {
        int nights = nights(visit, dice);
        int started = Math.max(day - nights, person.birthDay());
        if (started < year.firstDay() && dice.percent(80)) {
            // most of those whose stay began before the year get a shorter one
            started = year.firstDay();
        }
        boolean operated = visit == Visit.BIRTH || dice.percent(visit == Visit.THERAPY ? 2 : 24);
        int operationDay = started + Math.min(1, day - started);
        CatalogueItem bed = dice.pickSkewed(catalogue.group("bed"));
        CatalogueItem nursing = dice.pickSkewed(catalogue.group("nursing"));
        for (int date = started; date <= day && bill.lines().size() < LINES_MAX; date++) {
            bill.add(date, bed, Bill.ONE, dice);
            bill.add(date, nursing, Bill.ONE, dice);
            some(bill, "lab", date, date == started ? 2 + dice.below(4) : dice.below(2), dice);
            some(bill, "imaging", date, dice.percent(date == started ? 70 : 10) ? 1 : 0, dice);
            some(bill, "treatment", date, dice.below(3), dice);
            some(bill, "general", date, dice.below(2), dice);
            drugs(bill, diagnosis, date, 1 + dice.below(3), dice);
            if (visit == Visit.CATASTROPHE) {
                some(bill, "icu", date, 3, dice);
            }
            if (operated && date == operationDay) {
                operation(bill, visit, date, dice);
            }
        }
        while (visit == Visit.CATASTROPHE && bill.sum() <= CATASTROPHE_FEN) {
            bill.add(
                    started + dice.below(day - started + 1),
                    dice.pick(dearItems),
                    (1L + dice.below(3)) * Bill.ONE,
                    dice);
        }
        return started;
    }

    private static int nights(Visit visit, Dice dice) {
        return switch (visit) {
            case CATASTROPHE -> 45 + dice.below(70);
            case THERAPY -> 1 + dice.below(3);
            case BIRTH -> 2 + dice.below(4);
            case STAY -> 3 + dice.skewed(13) + (dice.percent(12) ? dice.below(22) : 0);
            case OUTPATIENT, EMERGENCY, CHRONIC, PHARMACY, ANTENATAL -> 0;
        };
    }

    private void operation(Bill bill, Visit visit, int day, Dice dice) {
        some(bill, visit == Visit.BIRTH ? "delivery" : "surgery", day, 1, dice);
        some(bill, "anaesthesia", day, 1 + dice.below(2), dice);
        some(bill, "general", day, 2 + dice.below(3), dice);
        if (visit != Visit.BIRTH && dice.percent(35)) {
            some(bill, "implant", day, 1, dice);
        }
    }

    private void some(Bill bill, String group, int day, int number, Dice dice) {
        for (int i = 0; i < number; i++) {
            bill.add(day, dice.pickSkewed(catalogue.group(group)), quantity(1, dice), dice);
        }
    }

    private void drugs(Bill bill, Diagnoses.Diagnosis diagnosis, int day, int number, Dice dice) {
        List<String> groups = diagnosis.drugGroups();
        for (int i = 0; i < number; i++) {
            String group = groups.get(dice.skewed(groups.size()));
            bill.add(day, dice.pickSkewed(catalogue.group("drug-" + group)), quantity(3, dice), dice);
        }
    }

    /** Mostly whole, now and then a part of a unit. */
    private static long quantity(int most, Dice dice) {
        return dice.percent(4)
                ? dice.pick(List.of(2_500, 5_000, 15_000, 3_333, 12_500))
                : (long) (1 + dice.below(most)) * Bill.ONE;
    }
}
