package org.minsheng.claim;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.LookBack;
import org.minsheng.policy.PackCompiler;

/** The active policy packs, compiled once, by the deciding dates that they cover. */
final class ActivePacks {
    private final NavigableMap<LocalDate, ActivePack> byFirstDay;

    private ActivePacks(NavigableMap<LocalDate, ActivePack> byFirstDay) {
        this.byFirstDay = byFirstDay;
    }

    /**
     * An active pack.
     *
     * @param number pack_no
     * @param validFrom first deciding date
     * @param validTo last deciding date; null for no end
     * @param sha256 digest of its text
     * @param rules the rules, compiled
     */
    record ActivePack(int number, LocalDate validFrom, LocalDate validTo, String sha256, CompiledPack rules) {}

    static ActivePacks read(Handle handle) {
        NavigableMap<LocalDate, ActivePack> packs = new TreeMap<>();
        handle.createQuery("SELECT pack_no, valid_from, valid_to, sha256, body FROM policy.pub_pack WHERE active")
                .map((row, context) -> new ActivePack(
                        row.getInt("pack_no"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("sha256"),
                        PackCompiler.compile(row.getString("body"))))
                .forEach(pack -> packs.put(pack.validFrom(), pack));
        return new ActivePacks(packs);
    }

    /** The pack that decides a date; empty when none covers it. */
    Optional<ActivePack> on(LocalDate decidingDate) {
        Map.Entry<LocalDate, ActivePack> entry = byFirstDay.floorEntry(decidingDate);
        if (entry == null) {
            return Optional.empty();
        }
        LocalDate last = entry.getValue().validTo();
        return last != null && decidingDate.isAfter(last) ? Optional.empty() : Optional.of(entry.getValue());
    }

    /** Only the packs that a run pinned when it began: one activated since then is the next run's. */
    ActivePacks pinned(Map<String, Object> inputs) {
        Map<?, ?> pinned = (Map<?, ?>) inputs.get("packs");
        NavigableMap<LocalDate, ActivePack> packs = new TreeMap<>(byFirstDay);
        packs.values().removeIf(pack -> !pack.sha256().equals(pinned.get(Integer.toString(pack.number()))));
        return new ActivePacks(packs);
    }

    /** The first date whose counters may matter for these deciding dates. */
    LocalDate firstDayNeeded(LocalDate decidingDate) {
        return on(decidingDate)
                .map(pack -> LookBack.of(pack.rules().source()).firstDay(decidingDate))
                .orElse(decidingDate);
    }

    /** Digest by pack number: what a run pins. */
    Map<String, Object> digests() {
        Map<String, Object> digests = new LinkedHashMap<>();
        byFirstDay.values().forEach(pack -> digests.put(Integer.toString(pack.number()), pack.sha256()));
        return digests;
    }
}
