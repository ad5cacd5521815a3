package org.minsheng.claim;

import java.time.LocalDate;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.ResidentId;
import org.minsheng.policy.Packs;
import org.minsheng.run.Installation;
import org.minsheng.run.RunLedger;

/** A handful of persons, hospitals and bills, written straight into the tables, with the demonstration pack active. */
final class SmallCity {
    private static final String SEVENTEEN_DIGITS = "37020219800101%03d";

    private final Handle handle;
    private long run;

    SmallCity(Handle handle) {
        this.handle = handle;
        Installation.declare(handle, true, "small city");
        loadsAnew();
        for (int tier = 1; tier <= 3; tier++) {
            handle.execute("""
                    INSERT INTO registry.institution (institution_code, name, division_code, tier, kind,
                        designated_from, run_id) VALUES (?, ?, '370202', ?, 'hospital', '2020-01-01', ?)""", "H37020200" + tier, "hospital " + tier, tier, run);
        }
        activate("qingdao-demo");
        handle.execute("SELECT claim.ensure_year(2025)::text");
        handle.execute("SELECT claim.ensure_year(2024)::text");
    }

    /** What is written from now on is of another load. */
    void loadsAnew() {
        RunLedger ledger = new RunLedger(handle);
        run = ledger.begin("test import", LocalDate.of(2025, 1, 1), Map.of());
        ledger.end(run, 1, Map.of());
    }

    /** Makes a shipped pack decide claims; once more changes nothing. */
    void activate(String pack) {
        PolicyShelf shelf = new PolicyShelf(handle);
        ShelvedPack shelved = shelf.importPack(Packs.builtInText(pack));
        if (!shelved.isActive()) {
            shelf.activate(shelved.id(), shelved.version());
        }
    }

    /** The valid identity number of a person, up to number 999. */
    static String residentId(int number) {
        String digits = SEVENTEEN_DIGITS.formatted(number);
        return digits + ResidentId.checkCharacter(digits);
    }

    /** An insured employee with a personal account; returns the person_id. */
    long employee(int number, String personType, long balanceFen) {
        long person = person(number);
        enrol(person, "310", personType);
        if (balanceFen != 0) {
            handle.execute("""
                    INSERT INTO ledger.account_entry (bucket, person_id, dated, kind, amount, reference, run_id)
                    SELECT bucket, person_id, '2025-01-01', 'opening', ?, 'opening', ?
                    FROM registry.person WHERE person_id = ?""", balanceFen, run, person);
        }
        return person;
    }

    /** An insured spell since 2020. */
    void enrol(long person, String scheme, String personType) {
        handle.execute(
                "INSERT INTO registry.enrolment VALUES (?, ?, '2020-01-01', NULL, ?, ?)",
                person,
                scheme,
                personType,
                run);
    }

    /** A person who is insured nowhere; returns the person_id. */
    long person(int number) {
        return handle.createQuery("""
                        INSERT INTO registry.person (resident_id, bucket, name, sex, birth_date, division_code, run_id)
                        VALUES (:resident, :bucket, '王芳', 'female', '1980-01-01', '370202', :run)
                        RETURNING person_id""")
                .bind("resident", residentId(number))
                .bind("bucket", number % 256)
                .bind("run", run)
                .mapTo(Long.class)
                .one();
    }

    /** A claim of one day whose whole amount is in scope. */
    void claim(String claimNo, long person, int tier, String treatment, LocalDate endedOn, long inScopeFen) {
        claim(claimNo, person, tier, treatment, endedOn, inScopeFen, "priced");
    }

    void claim(
            String claimNo,
            long person,
            int tier,
            String treatment,
            LocalDate endedOn,
            long inScopeFen,
            String pricing) {
        String slices = endedOn + "," + inScopeFen + ",0,0,0," + inScopeFen;
        claim(claimNo, person, tier, "310", treatment, endedOn, endedOn, inScopeFen, slices, pricing);
    }

    /** A claim of any scheme whose amounts are spread over days. */
    void claim(
            String claimNo,
            long person,
            int tier,
            String scheme,
            String treatment,
            LocalDate startedOn,
            LocalDate endedOn,
            long billedFen,
            String slices,
            String pricing) {
        handle.createUpdate("""
                        WITH claim AS (
                            INSERT INTO claim.claim (year, claim_id, claim_no, institution_id, person_id, bucket,
                                scheme, treatment, started_on, ended_on, referral, billed, lines_hash, run_id)
                            SELECT extract(year FROM CAST(:ended AS date)), nextval('claim.claim_id'), :claimNo,
                                institution_id, person_id, bucket, :scheme, :treatment, :started, :ended, 'local',
                                :amount, 0, :run
                            FROM registry.person, registry.institution
                            WHERE person_id = :person AND institution_code = 'H37020200' || :tier
                            RETURNING *)
                        INSERT INTO claim.open_claim (bucket, person_id, claim_id, year, claim_no, institution_id,
                            scheme, treatment, started_on, ended_on, referral, pricing, slices, run_id)
                        SELECT bucket, person_id, claim_id, year, claim_no, institution_id, scheme, treatment,
                            started_on, ended_on, referral, :pricing, :slices, run_id
                        FROM claim""")
                .bind("started", startedOn)
                .bind("ended", endedOn)
                .bind("claimNo", claimNo)
                .bind("scheme", scheme)
                .bind("treatment", treatment)
                .bind("amount", billedFen)
                .bind("slices", slices)
                .bind("person", person)
                .bind("tier", Integer.toString(tier))
                .bind("pricing", pricing)
                .bind("run", run)
                .execute();
    }
}
