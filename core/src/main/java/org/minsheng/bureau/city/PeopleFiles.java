package org.minsheng.bureau.city;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.base.Sex;

/** Writes what is known of each person: the person, employments, insured spells and the personal account. */
final class PeopleFiles implements Closeable {
    private static final int EMPLOYMENT_BEGAN = (int) LocalDate.of(1985, 1, 1).toEpochDay();
    private static final LocalDate EXTRA_ROWS_BEGIN = LocalDate.of(1975, 1, 1);
    private static final int EXTRA_DAYS = 3_000;

    private final CityPlan plan;
    private final Year year;
    private final Places places;
    private final Companies companies;
    private final Names names = new Names();
    private final Weighted<String[]> occupations = WordList.weighted("occupations.tsv");

    private final CsvFile personFile;
    private final CsvFile employmentFile;
    private final CsvFile enrolmentFile;
    private final CsvFile accountFile;
    private final BadRows persons;
    private final BadRows employments;
    private final BadRows enrolments;
    private final BadRows accounts;

    PeopleFiles(CityPlan plan, Path folder, Year year, Places places, Companies companies) {
        this.plan = plan;
        this.year = year;
        this.places = places;
        this.companies = companies;
        personFile = new CsvFile(
                folder, "persons.csv", "resident_id", "name", "sex", "birth_date", "division_code", "phone", "address");
        employmentFile = new CsvFile(
                folder, "employments.csv", "resident_id", "credit_code", "occupation_code", "from_date", "to_date");
        enrolmentFile =
                new CsvFile(folder, "enrolments.csv", "resident_id", "scheme", "person_type", "from_date", "to_date");
        accountFile = new CsvFile(folder, "accounts.csv", "resident_id", "entry_date", "kind", "amount", "reference");
        persons = new BadRows(personFile, personFlaws(), PeopleFiles::extraPerson, dice(3));
        employments =
                new BadRows(employmentFile, employmentFlaws(), (good, serial) -> extraPeriod(good, 3, serial), dice(4));
        enrolments =
                new BadRows(enrolmentFile, enrolmentFlaws(), (good, serial) -> extraPeriod(good, 3, serial), dice(5));
        accounts = new BadRows(accountFile, accountFlaws(), PeopleFiles::extraEntry, dice(6));
    }

    private Dice dice(int file) {
        return Dice.of(plan.seed(), Dice.Purpose.BAD_ROW, file);
    }

    private static List<Flaw> personFlaws() {
        List<Flaw> flaws = new ArrayList<>(Flaw.structural(1));
        flaws.add(Flaw.doubleKey());
        flaws.add(Flaw.missing(1));
        flaws.add(Flaw.tooLong(1));
        flaws.add(Flaw.notADate(3));
        flaws.add(Flaw.notAllowed(2, "unknown"));
        flaws.addAll(Flaw.identity(0));
        flaws.add(Flaw.of("person.sex-mismatch", 2, sex -> sex.equals("male") ? "female" : "male"));
        flaws.add(Flaw.of("person.birth-mismatch", 3, date -> LocalDate.parse(date)
                .plusDays(1)
                .toString()));
        return flaws;
    }

    private static List<Flaw> employmentFlaws() {
        List<Flaw> flaws = new ArrayList<>(Flaw.structural(2));
        flaws.add(Flaw.doubleKey());
        flaws.add(Flaw.missing(3));
        flaws.add(Flaw.notADate(3));
        flaws.add(Flaw.notAllowed(2, "A-01-02-03"));
        flaws.addAll(Flaw.identity(0));
        flaws.addAll(Flaw.creditCode(1));
        flaws.add(unknownPerson());
        flaws.add(Flaw.of("company.unknown", 1, code -> CreditCodes.code("91", "370203", "XX", code.charAt(12))));
        flaws.add(reversed(3, 4));
        return flaws;
    }

    private static List<Flaw> enrolmentFlaws() {
        List<Flaw> flaws = new ArrayList<>(Flaw.structural(1));
        flaws.add(Flaw.doubleKey());
        flaws.add(Flaw.missing(2));
        flaws.add(Flaw.notADate(3));
        flaws.add(Flaw.notAllowed(1, "31O"));
        flaws.addAll(Flaw.identity(0));
        flaws.add(unknownPerson());
        flaws.add(reversed(3, 4));
        flaws.add(new Flaw("enrolment.overlap", (good, extra, dice) -> {
            String[] row = good.clone();
            boolean oneDay = row[3].equals(row[4]);
            row[3] = LocalDate.parse(row[3]).plusDays(oneDay ? -1 : 1).toString();
            return row;
        }));
        return flaws;
    }

    private static List<Flaw> accountFlaws() {
        List<Flaw> flaws = new ArrayList<>(Flaw.structural(4));
        flaws.add(Flaw.doubleKey());
        flaws.add(Flaw.missing(3));
        flaws.add(Flaw.tooLong(4));
        flaws.add(Flaw.notADate(1));
        flaws.add(Flaw.notANumber(3));
        flaws.add(Flaw.notAllowed(2, "gift"));
        flaws.add(Flaw.outOfRange(3, "0.00"));
        flaws.add(Flaw.outOfRange(3, "-25.00"));
        flaws.addAll(Flaw.identity(0));
        flaws.add(unknownPerson());
        return flaws;
    }

    private static Flaw unknownPerson() {
        return new Flaw("person.unknown", (good, extra, dice) -> {
            extra[0] = ResidentNumbers.stranger(dice.below(100_000));
            return extra;
        });
    }

    private static Flaw reversed(int from, int to) {
        return new Flaw("period.reversed", (good, extra, dice) -> {
            extra[to] =
                    LocalDate.parse(extra[from]).minusDays(1L + dice.below(60)).toString();
            return extra;
        });
    }

    private static String[] extraPerson(String[] good, int serial) {
        String id = ResidentNumbers.stranger(serial);
        good[0] = id;
        good[2] = (id.charAt(16) - '0') % 2 == 1 ? "male" : "female";
        good[3] = id.substring(6, 10) + "-" + id.substring(10, 12) + "-" + id.substring(12, 14);
        return good;
    }

    /** The same row for a time before all good ones. */
    private static String[] extraPeriod(String[] good, int from, int serial) {
        LocalDate day = EXTRA_ROWS_BEGIN.plusDays(serial % EXTRA_DAYS);
        good[from] = day.toString();
        good[from + 1] = day.plusDays(20).toString();
        return good;
    }

    private static String[] extraEntry(String[] good, int serial) {
        good[2] = "credit";
        good[4] = "extra-" + serial;
        return good;
    }

    /** Writes all that is known of one person. */
    void write(Person person, String residentId) {
        Dice dice = Dice.of(plan.seed(), Dice.Purpose.CONTACT, person.index());
        persons.after(
                residentId,
                names.name(person.sex(), person.birthYear(), dice),
                person.sex() == Sex.MALE ? "male" : "female",
                LocalDate.ofEpochDay(person.birthDay()).toString(),
                person.district().code(),
                phone(person.age(), dice),
                places.address(person.district(), dice));
        for (Spell spell : person.spells()) {
            enrolments.after(
                    residentId,
                    spell.scheme(),
                    spell.personType(),
                    year.text(spell.from()),
                    spell.to() == Spell.OPEN ? "" : year.text(spell.to()));
        }
        work(person, residentId);
        account(person, residentId);
    }

    private static String phone(int age, Dice dice) {
        if (age < 14 || dice.below(100) < 6) {
            return "";
        }
        String prefix =
                dice.pick(List.of("130", "132", "135", "137", "138", "139", "150", "158", "159", "176", "186", "188"));
        return prefix + String.valueOf(100_000_000 + dice.below(100_000_000)).substring(1);
    }

    private void work(Person person, String residentId) {
        Dice dice = Dice.of(plan.seed(), Dice.Purpose.WORK, person.index());
        boolean working = false;
        for (Spell spell : person.spells()) {
            if (spell.personType().equals(Spell.ACTIVE)) {
                working |= spell.to() == Spell.OPEN;
                jobs(residentId, spell, dice);
            }
        }
        boolean informal = !working && person.age() >= 20 && person.age() < 60 && dice.percent(12);
        if (informal) {
            // works without being insured by the employer
            employment(residentId, year.firstDay() - dice.below(900), Spell.OPEN, dice);
        }
    }

    /** One job for an insured spell, or two one after the other. */
    private void jobs(String residentId, Spell spell, Dice dice) {
        int from = Math.max(spell.from(), EMPLOYMENT_BEGAN);
        int known = Math.min(spell.to(), year.lastDay());
        if (known - from > 1_000 && dice.percent(28)) {
            int change = from + 200 + dice.below(known - from - 400);
            employment(residentId, from, change - 1, dice);
            employment(residentId, change, spell.to(), dice);
        } else {
            employment(residentId, from, spell.to(), dice);
        }
    }

    private void employment(String residentId, int from, int to, Dice dice) {
        employments.after(
                residentId,
                companies.employer(dice),
                occupations.pick(dice)[0],
                year.text(from),
                to == Spell.OPEN ? "" : year.text(to));
    }

    private void account(Person person, String residentId) {
        if (!person.insuredAsEmployee()) {
            return;
        }
        Dice dice = Dice.of(plan.seed(), Dice.Purpose.ACCOUNT, person.index());
        long opening = 1L + dice.below(90_000) + (dice.percent(25) ? dice.below(1_200_000) : 0);
        long halfYear = 18_000L + dice.below(90_000);
        accounts.after(
                residentId, year.text(year.firstDay()), "opening", Amounts.yuan(opening), year.number() + "-opening");
        accounts.after(
                residentId, year.text(year.firstOf(6) + 14), "credit", Amounts.yuan(halfYear), year.number() + "-H1");
        accounts.after(
                residentId,
                year.text(year.firstOf(12) + 14),
                "credit",
                Amounts.yuan(halfYear + dice.below(4_000)),
                year.number() + "-H2");
        if (opening > 100_000 && dice.percent(40)) {
            accounts.after(
                    residentId,
                    year.text(year.firstOf(6) + 29),
                    "interest",
                    Amounts.yuan(opening / 400),
                    year.number() + "-interest");
        }
    }

    /** Plants the last bad rows and gives the files in the order in which they are to be loaded. */
    List<CsvFile> finish() {
        persons.finish();
        employments.finish();
        enrolments.finish();
        accounts.finish();
        return List.of(personFile, employmentFile, enrolmentFile, accountFile);
    }

    @Override
    public void close() {
        personFile.close();
        employmentFile.close();
        enrolmentFile.close();
        accountFile.close();
    }
}
