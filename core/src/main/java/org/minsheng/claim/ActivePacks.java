package org.minsheng.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.LookBack;
import org.minsheng.policy.PackCompiler;

/** The active policy packs, compiled once, by the schemes and the deciding dates that they cover. */
final class ActivePacks {
    private final Map<String, List<ActivePack>> byScheme;

    private ActivePacks(Map<String, List<ActivePack>> byScheme) {
        this.byScheme = byScheme;
    }

    /**
     * An active pack.
     *
     * @param number pack_no
     * @param validFrom first deciding date
     * @param validTo last deciding date; null for no end
     * @param sha256 digest of its text
     * @param rules the rules, compiled
     * @param lookBack how far its counters reach back
     */
    record ActivePack(
            int number, LocalDate validFrom, LocalDate validTo, String sha256, CompiledPack rules, LookBack lookBack) {
        /** The date that decides a treatment: the discharge, or the admission where the pack says so. */
        LocalDate decidingDate(LocalDate startedOn, LocalDate endedOn) {
            return rules.head().datedBy().of(startedOn, endedOn);
        }

        private boolean decides(LocalDate startedOn, LocalDate endedOn) {
            LocalDate date = decidingDate(startedOn, endedOn);
            return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
        }
    }

    static ActivePacks read(Handle handle) {
        Map<Integer, ActivePack> packs = new HashMap<>();
        handle.createQuery("""
                        SELECT pack_no, valid_from, valid_to, sha256, body FROM policy.pub_pack
                        WHERE pack_no IN (SELECT pack_no FROM policy.pub_activation)""")
                .map((row, context) -> {
                    CompiledPack rules = PackCompiler.compile(row.getString("body"));
                    return new ActivePack(
                            row.getInt("pack_no"),
                            row.getObject("valid_from", LocalDate.class),
                            row.getObject("valid_to", LocalDate.class),
                            row.getString("sha256"),
                            rules,
                            LookBack.of(rules.source()));
                })
                .forEach(pack -> packs.put(pack.number(), pack));
        Map<String, List<ActivePack>> byScheme = new LinkedHashMap<>();
        handle.createQuery("SELECT scheme, pack_no FROM policy.pub_activation ORDER BY scheme, valid_from")
                .map((row, context) -> Map.entry(row.getString("scheme"), packs.get(row.getInt("pack_no"))))
                .forEach(entry -> byScheme.computeIfAbsent(entry.getKey(), scheme -> new ArrayList<>())
                        .add(entry.getValue()));
        return new ActivePacks(byScheme);
    }

    /**
     * The pack that decides a treatment in a scheme; empty when none covers it. Of a scheme's packs, which never share a
     * date, the earliest whose own deciding date of the treatment lies in its validity.
     */
    Optional<ActivePack> of(String scheme, LocalDate startedOn, LocalDate endedOn) {
        for (ActivePack pack : byScheme.getOrDefault(scheme, List.of())) {
            if (pack.decides(startedOn, endedOn)) {
                return Optional.of(pack);
            }
        }
        return Optional.empty();
    }

    /** Only the packs that a run pinned when it began: one activated since then is the next run's. */
    ActivePacks pinned(Map<String, Object> inputs) {
        Map<?, ?> pinned = (Map<?, ?>) inputs.get("packs");
        Map<String, List<ActivePack>> kept = new LinkedHashMap<>();
        byScheme.forEach((scheme, packs) -> kept.put(
                scheme,
                packs.stream()
                        .filter(pack -> pack.sha256().equals(pinned.get(Integer.toString(pack.number()))))
                        .toList()));
        return new ActivePacks(kept);
    }

    /**
     * The first day whose counters may matter for treatments that began on this day or later: no window of any pack,
     * and no day of care, lies before it.
     */
    LocalDate firstDayNeeded(LocalDate startedOn) {
        LocalDate first = startedOn;
        for (List<ActivePack> packs : byScheme.values()) {
            for (ActivePack pack : packs) {
                LocalDate needed = pack.lookBack().firstDay(startedOn);
                first = needed.isBefore(first) ? needed : first;
            }
        }
        return first;
    }

    /** Digest by pack number: what a run pins. */
    Map<String, Object> digests() {
        Map<String, Object> digests = new LinkedHashMap<>();
        byScheme.values()
                .forEach(packs -> packs.forEach(pack -> digests.put(Integer.toString(pack.number()), pack.sha256())));
        return digests;
    }
}
