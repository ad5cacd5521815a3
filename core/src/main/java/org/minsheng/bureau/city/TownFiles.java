package org.minsheng.bureau.city;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes what the city has before its people: institutions, companies, the catalogue. */
final class TownFiles {
    private final CityPlan plan;
    private final Path folder;
    private final Year year;

    TownFiles(CityPlan plan, Path folder, Year year) {
        this.plan = plan;
        this.folder = folder;
        this.year = year;
    }

    CsvFile institutions(Institutions institutions) {
        CsvFile file = new CsvFile(
                folder,
                "institutions.csv",
                "institution_code",
                "name",
                "credit_code",
                "division_code",
                "tier",
                "kind",
                "designated_from",
                "designated_to");
        List<Flaw> flaws = new ArrayList<>(Flaw.structural(1));
        flaws.add(Flaw.doubleKey());
        flaws.add(Flaw.missing(1));
        flaws.add(Flaw.tooLong(1));
        flaws.add(Flaw.notADate(6));
        flaws.add(Flaw.notAllowed(5, "school"));
        flaws.addAll(Flaw.creditCode(2));
        flaws.add(new Flaw("period.reversed", (good, extra, dice) -> {
            extra[7] = LocalDate.parse(extra[6]).minusDays(30).toString();
            return extra;
        }));
        BadRows rows = new BadRows(
                file,
                flaws,
                (good, serial) -> {
                    good[0] = "H370202" + (90_000 + serial);
                    good[2] = CreditCodes.code("12", "370202", "4X", serial);
                    good[7] = "";
                    return good;
                },
                dice(0));
        institutions.all().forEach(institution -> rows.after(institutions.row(institution)));
        rows.finish();
        return file;
    }

    CsvFile companies(Companies companies) {
        CsvFile file = new CsvFile(
                folder, "companies.csv", "credit_code", "name", "division_code", "industry_code", "registered_on");
        List<Flaw> flaws = new ArrayList<>(Flaw.structural(1));
        flaws.add(Flaw.doubleKey());
        flaws.add(Flaw.missing(1));
        flaws.add(Flaw.tooLong(1));
        flaws.add(Flaw.notADate(4));
        flaws.addAll(Flaw.creditCode(0));
        BadRows rows = new BadRows(
                file,
                flaws,
                (good, serial) -> {
                    good[0] = CreditCodes.code("91", "370202", "XY", serial);
                    return good;
                },
                dice(1));
        for (int i = 0; i < companies.size(); i++) {
            rows.after(companies.row(i));
        }
        rows.finish();
        return file;
    }

    CsvFile catalogue(Catalogue catalogue) {
        CsvFile file = new CsvFile(
                folder,
                "catalogue.csv",
                "catalogue_version",
                "valid_from",
                "class_b_self_first",
                "item_code",
                "name",
                "kind",
                "class",
                "unit",
                "price_limit_1",
                "price_limit_2",
                "price_limit_3",
                "self_first");
        List<Flaw> flaws = new ArrayList<>(Flaw.structural(4));
        flaws.add(Flaw.doubleKey());
        flaws.add(Flaw.missing(4));
        flaws.add(Flaw.tooLong(4));
        flaws.add(Flaw.notADate(1));
        flaws.add(Flaw.notANumber(8));
        flaws.add(Flaw.notAllowed(5, "toy"));
        flaws.add(Flaw.notAllowed(6, "D"));
        flaws.add(Flaw.outOfRange(11, "-0.10"));
        BadRows rows = new BadRows(
                file,
                flaws,
                (good, serial) -> {
                    good[3] = "XZ99ZZ" + (100_000 + serial);
                    return good;
                },
                dice(2));
        for (int version = 0; version < Catalogue.VERSIONS; version++) {
            for (CatalogueItem item : catalogue.items()) {
                if (item.terms(version) != null) {
                    rows.after(row(item, version));
                }
            }
        }
        rows.finish();
        return file;
    }

    private String[] row(CatalogueItem item, int version) {
        CatalogueItem.Terms terms = item.terms(version);
        return new String[] {
            year.number() + "." + (version + 1),
            year.text(version == 0 ? year.firstDay() : year.secondHalf()),
            Catalogue.CLASS_B_SELF_FIRST,
            item.code(),
            item.name(),
            item.kind(),
            terms.itemClass(),
            item.unit(),
            terms.limits().get(0),
            terms.limits().get(1),
            terms.limits().get(2),
            terms.selfFirst()
        };
    }

    private Dice dice(int file) {
        return Dice.of(plan.seed(), Dice.Purpose.BAD_ROW, file);
    }
}
