package org.minsheng.claim;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** All versions of the catalogue (医保目录) with their items, in memory: a version is in force until the next begins. */
public final class Catalogue {
    private static final int UNIT_PRICE_SCALE = 6;
    private static final int FETCH_ROWS = 10_000;

    private final NavigableMap<LocalDate, Version> versions;
    private final long change;

    private Catalogue(NavigableMap<LocalDate, Version> versions, long change) {
        this.versions = versions;
        this.change = change;
    }

    /** After how many changes of the stored catalogue this was read; 0 for one that was not stored. */
    public long change() {
        return change;
    }

    /**
     * One version.
     *
     * @param version its name: 2025.1
     * @param validFrom the first service date it prices
     * @param items by item code (med_list_codg)
     */
    public record Version(String version, LocalDate validFrom, Map<String, CatalogueItem> items) {}

    /** A catalogue of these versions. */
    public static Catalogue of(Iterable<Version> versions) {
        return of(versions, 0);
    }

    private static Catalogue of(Iterable<Version> versions, long change) {
        NavigableMap<LocalDate, Version> byDate = new TreeMap<>();
        versions.forEach(version -> byDate.put(version.validFrom(), version));
        return new Catalogue(byDate, change);
    }

    /** The version in force on a service date; empty before the first. */
    public Optional<Version> on(LocalDate serviceDate) {
        Map.Entry<LocalDate, Version> entry = versions.floorEntry(serviceDate);
        return entry == null ? Optional.empty() : Optional.of(entry.getValue());
    }

    /** Reads the stored catalogue. */
    public static Catalogue read(Handle handle) {
        // First of all: a change that comes while the rest is read makes it look old, never new.
        long change = handle.createQuery("SELECT changes FROM claim.catalogue_state")
                .mapTo(Long.class)
                .one();
        Map<String, Version> versions = new HashMap<>();
        Map<String, Integer> defaults = new HashMap<>();
        handle.createQuery("SELECT version, valid_from, class_b_self_first FROM claim.catalogue_version")
                .map((row, context) -> {
                    defaults.put(row.getString("version"), row.getInt("class_b_self_first"));
                    return new Version(
                            row.getString("version"), row.getObject("valid_from", LocalDate.class), new HashMap<>());
                })
                .forEach(version -> versions.put(version.version(), version));
        handle.createQuery("""
                        SELECT version, item_code, name, class, self_first, price_limit_1, price_limit_2, price_limit_3
                        FROM claim.catalogue_item""")
                .setFetchSize(FETCH_ROWS)
                .map((row, context) -> {
                    String version = row.getString("version");
                    // A version that came since is not known here: then this catalogue looks old, as said above.
                    return versions.containsKey(version)
                            ? versions.get(version)
                                    .items()
                                    .put(row.getString("item_code"), item(row, defaults.get(version)))
                            : null;
                })
                .forEach(previous -> {});
        return of(versions.values(), change);
    }

    private static CatalogueItem item(ResultSet row, int classBDefault) throws SQLException {
        ItemClass itemClass = ItemClass.valueOf(row.getString("class"));
        int named = row.getInt("self_first");
        boolean unnamed = row.wasNull();
        int fallback = itemClass == ItemClass.B ? classBDefault : 0;
        long[] limits = {limit(row, "price_limit_1"), limit(row, "price_limit_2"), limit(row, "price_limit_3")};
        return new CatalogueItem(row.getString("name"), itemClass, unnamed ? fallback : named, limits);
    }

    private static long limit(ResultSet row, String column) throws SQLException {
        BigDecimal limit = row.getBigDecimal(column);
        return limit == null
                ? CatalogueItem.UNLIMITED
                : limit.movePointRight(UNIT_PRICE_SCALE).longValueExact();
    }
}
