package org.minsheng.bureau.city;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalogue (医保目录) in its two versions of the year: drugs, services and consumables with limits and shares. */
final class Catalogue {
    /** Versions in the year. */
    static final int VERSIONS = 2;

    /** Share of a class B item that names none. */
    static final String CLASS_B_SELF_FIRST = "0.10";

    private static final int DRUGS_PER_CENT = 58;
    private static final int SERVICES_PER_CENT = 30;
    private static final List<String> MAKERS = List.of("甲厂", "乙厂", "丙厂", "丁厂", "进口", "集采", "戊厂", "己厂");

    private final Dice dice;
    private final List<CatalogueItem> items = new ArrayList<>();
    private final Map<String, List<CatalogueItem>> groups = new LinkedHashMap<>();
    private final Map<String, List<String>> variants = new LinkedHashMap<>();

    Catalogue(CityPlan plan) {
        this.dice = Dice.of(plan.seed(), Dice.Purpose.CATALOGUE, 0);
        for (String[] entry : WordList.read("variants.tsv")) {
            variants.put(entry[0], List.of(entry[1].split(" ")));
        }
        int wanted = Sizes.items(plan.people());
        drugs(wanted * DRUGS_PER_CENT / 100);
        services(wanted * SERVICES_PER_CENT / 100);
        consumables(wanted * (100 - DRUGS_PER_CENT - SERVICES_PER_CENT) / 100);
    }

    private void drugs(int number) {
        List<String[]> entries = WordList.read("drugs.tsv");
        for (int i = 0; i < Math.max(number, entries.size()); i++) {
            String[] entry = entries.get(i % entries.size());
            int variant = i / entries.size();
            String maker =
                    variant == 0 ? "" : " " + MAKERS.get(variant % MAKERS.size()) + pack(variant / MAKERS.size());
            String name = entry[3] + entry[4] + maker;
            String code = "X" + entry[1] + String.valueOf(1_000_000 + i).substring(1);
            add(code, name, "drug", "drug-" + entry[0], entry[2], entry[5], Long.parseLong(entry[6]));
        }
    }

    private static String pack(int number) {
        return number == 0 ? "" : " 规格" + (number + 1);
    }

    private void services(int number) {
        List<String[]> entries = WordList.read("services.tsv");
        for (int i = 0; i < Math.max(number, entries.size()); i++) {
            String[] entry = entries.get(i % entries.size());
            List<String> names = variants.get(entry[6]);
            int variant = i / entries.size();
            String name =
                    entry[3] + (variant == 0 ? "" : names.get((variant - 1) % names.size()) + more(variant, names));
            String code = entry[1] + String.valueOf(100_000 + i).substring(1);
            add(code, name, "service", entry[0], entry[2], entry[4], Long.parseLong(entry[5]));
        }
    }

    private static String more(int variant, List<String> names) {
        int round = (variant - 1) / names.size();
        return round == 0 ? "" : String.valueOf(round + 1);
    }

    private void consumables(int number) {
        List<String[]> entries = WordList.read("consumables.tsv");
        List<String> sizes = variants.get("size");
        for (int i = 0; i < Math.max(number, entries.size()); i++) {
            String[] entry = entries.get(i % entries.size());
            int variant = i / entries.size();
            // a comma in a name now and then: files have them
            String name = entry[3]
                    + (variant == 0 ? "" : ", " + sizes.get((variant - 1) % sizes.size()) + more(variant, sizes));
            String code = entry[1] + String.valueOf(1_000_000_000L + i).substring(1);
            add(code, name, "consumable", entry[0], entry[2], entry[4], Long.parseLong(entry[5]));
        }
    }

    private void add(
            String code, String name, String kind, String group, String itemClass, String unit, long priceInFen) {
        long usual = priceInFen * dice.between(820, 1_180) / 1000;
        boolean firstOnly = dice.below(100) == 0;
        boolean secondOnly = !firstOnly && dice.below(50) == 0;
        CatalogueItem.Terms first = secondOnly ? null : terms(kind, itemClass, usual);
        String later = dice.below(60) == 0 ? itemClass.equals("C") ? "B" : "A" : itemClass;
        CatalogueItem.Terms second = firstOnly ? null : terms(kind, later, usual * dice.between(840, 1_090) / 1000);
        CatalogueItem item = new CatalogueItem(code, name, kind, unit, first, second);
        items.add(item);
        groups.computeIfAbsent(group, key -> new ArrayList<>()).add(item);
    }

    private CatalogueItem.Terms terms(String kind, String itemClass, long usualFen) {
        long price = Math.max(1, usualFen);
        long tenThousandths = kind.equals("drug") && dice.percent(35) ? price * 100 + dice.below(100) : price * 100;
        String[] limits = {"", "", ""};
        if (!itemClass.equals("C") && dice.percent(62)) {
            for (int tier = 0; tier < limits.length; tier++) {
                int perMille = kind.equals("service") ? 990 + 35 * tier : 1_060;
                limits[tier] = Amounts.yuan(price * perMille / 1000);
            }
        }
        return new CatalogueItem.Terms(itemClass, tenThousandths, List.of(limits), selfFirst(itemClass));
    }

    private String selfFirst(String itemClass) {
        if (!itemClass.equals("B") || dice.percent(40)) {
            return "";
        }
        return dice.pick(List.of("0.05", "0.10", "0.15", "0.20", "0.20", "0.30", "0.125"));
    }

    List<CatalogueItem> items() {
        return items;
    }

    /** The items of a group; {@link IllegalArgumentException} when there is no such group. */
    List<CatalogueItem> group(String name) {
        List<CatalogueItem> group = groups.get(name);
        if (group == null) {
            throw new IllegalArgumentException("no group of items: " + name);
        }
        return group;
    }

    /** Items that cost at least so many ten-thousandths of a yuan in both versions. */
    List<CatalogueItem> dearerThan(long tenThousandths) {
        return items.stream()
                .filter(item -> item.price(0) >= tenThousandths && item.price(1) >= tenThousandths)
                .toList();
    }
}
