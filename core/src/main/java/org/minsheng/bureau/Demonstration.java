package org.minsheng.bureau;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.minsheng.claim.ClaimCounts;
import org.minsheng.claim.InstructiveClaim;
import org.minsheng.claim.PolicyShelf;
import org.minsheng.claim.SettleService;
import org.minsheng.claim.ShelvedPack;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Locks;
import org.minsheng.db.Migrations;
import org.minsheng.policy.Packs;
import org.minsheng.run.Audit;
import org.minsheng.run.BusinessDates;
import org.minsheng.run.Installation;

/** Makes an empty database a demonstration: declared, with an open business date and the shipped policy packs active. */
public final class Demonstration {
    /** The shipped packs that decide the claims of a demonstration city. */
    private static final List<String> PACKS = List.of("qingdao-demo", "tengzhou-ltc-demo");

    private final Handle handle;

    public Demonstration(Handle handle) {
        this.handle = handle;
    }

    /**
     * What a demonstration was given so that its city can be settled.
     *
     * @param installation what the database is
     * @param businessDate the open business date
     * @param activated the packs that were made active now; empty when they were before
     */
    public record Preparation(Installation installation, LocalDate businessDate, List<ShelvedPack> activated) {
        public Preparation {
            activated = List.copyOf(activated);
        }
    }

    /**
     * A demonstration at a glance.
     *
     * @param installation what the database is
     * @param businessDate the open business date; null before the first
     * @param persons registered persons
     * @param claims its claims
     * @param example a claim worth explaining; null when nothing is settled
     */
    public record Overview(
            Installation installation,
            LocalDate businessDate,
            long persons,
            ClaimCounts claims,
            InstructiveClaim example) {}

    /**
     * The demonstration of this database.
     *
     * @throws org.minsheng.base.ProblemException {@code installation.not-set} on a new database,
     *     {@code installation.mismatch} when it is production
     */
    public Overview overview() {
        return new Overview(
                Installation.requireDemonstration(handle),
                new BusinessDates(handle).open().orElse(null),
                persons(),
                ClaimCounts.of(handle),
                InstructiveClaim.find(handle).orElse(null));
    }

    private long persons() {
        return handle.createQuery("SELECT count(*) FROM registry.pub_person WHERE merged_into IS NULL")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Empties a demonstration for another city: everything that was ever written to it goes, but its name stays.
     *
     * @param migrator the way to the same database for a login that may migrate
     * @throws org.minsheng.base.ProblemException {@code installation.not-set}, {@code installation.mismatch} when the
     *     database is production, {@code db.job-running} when a city is being loaded or claims are settled
     */
    public Installation reset(ConnectionSettings migrator) {
        Installation installation = Installation.requireDemonstration(handle);
        try (Locks.Held loading = Locks.door(handle, CityLoader.JOB);
                Locks.Held settling = Locks.door(handle, SettleService.JOB)) {
            new Migrations(migrator).rebuild();
            Installation emptied = Installation.declare(handle, true, installation.name());
            new Audit(handle).record("demo reset", null, null, Map.of("before", installation.id()));
            return emptied;
        }
    }

    /**
     * Prepares for the city of a year; what is there already stays.
     *
     * @param name how people call the installation, used when it is new
     * @param businessDate the business date to open when none is open
     * @throws org.minsheng.base.ProblemException {@code installation.mismatch} when the database is production; the
     *     problems of {@link PolicyShelf}
     */
    public Preparation prepare(String name, LocalDate businessDate) {
        Installation installation = Installation.declare(handle, true, name);
        BusinessDates dates = new BusinessDates(handle);
        Optional<LocalDate> open = dates.open();
        if (open.isEmpty()) {
            dates.advance(businessDate);
        }
        return new Preparation(installation, open.orElse(businessDate), activate());
    }

    private List<ShelvedPack> activate() {
        PolicyShelf shelf = new PolicyShelf(handle);
        List<ShelvedPack> activated = new ArrayList<>();
        for (String name : PACKS) {
            ShelvedPack pack = shelf.importPack(Packs.builtInText(name));
            if (!pack.isActive()) {
                activated.add(shelf.activate(pack.id(), pack.version()));
            }
        }
        return activated;
    }
}
