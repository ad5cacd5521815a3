package org.minsheng.registry;

import java.time.LocalDate;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.ResidentId;
import org.minsheng.run.RunLedger;

/** A few persons and companies, written straight into the tables. */
public final class SmallRegistry {
    private static final String SEVENTEEN_DIGITS = "37020219580302%03d";

    private final Handle handle;
    private final long run;

    public SmallRegistry(Handle handle) {
        this.handle = handle;
        this.run = run(handle, "person import");
    }

    private static long run(Handle handle, String job) {
        RunLedger ledger = new RunLedger(handle);
        long run = ledger.begin(job, LocalDate.of(2025, 3, 18), Map.of());
        ledger.end(run, 1, Map.of());
        return run;
    }

    /** The run that brought the persons. */
    public long run() {
        return run;
    }

    /** A valid identity number of a woman born on 2 March 1958; even sequence numbers only. */
    public static String number(int sequence) {
        String digits = SEVENTEEN_DIGITS.formatted(sequence);
        return digits + ResidentId.checkCharacter(digits);
    }

    /** A person of this sequence number; returns the person_id. */
    public long person(int sequence, String name) {
        return handle.createQuery("""
                        INSERT INTO registry.person (resident_id, bucket, name, sex, birth_date, division_code, phone,
                            run_id)
                        VALUES (:number, :bucket, :name, 'female', '1958-03-02', '370202', '13800000001', :run)
                        RETURNING person_id""")
                .bind("number", number(sequence))
                .bind("bucket", ResidentId.bucketOf(number(sequence)))
                .bind("name", name)
                .bind("run", run)
                .mapTo(Long.class)
                .one();
    }

    /** Changes a person as a load does: the old row is kept. */
    public long change(long person, String column, String value) {
        long change = run(handle, "person import");
        handle.execute("""
                INSERT INTO load.before_image (run_id, relation, key, image)
                SELECT ?, 'registry.person', person_id::text, to_jsonb(person)
                FROM registry.person WHERE person_id = ?""", change, person);
        handle.execute(
                "UPDATE registry.person SET " + column + " = ?, run_id = ? WHERE person_id = ?", value, change, person);
        return change;
    }

    /** An insured spell; the end may be null. */
    public void enrolment(long person, String scheme, String from, String to) {
        handle.execute("""
                INSERT INTO registry.enrolment (person_id, scheme, from_date, to_date, person_type, run_id)
                VALUES (?, ?, CAST(? AS date), CAST(? AS date), '11', ?)""", person, scheme, from, to, run);
    }

    /** A company; returns the company_id. */
    public long company(String creditCode) {
        return handle.createQuery("""
                        INSERT INTO registry.company (credit_code, name, division_code, run_id)
                        VALUES (:code, '青岛某公司', '370202', :run) RETURNING company_id""")
                .bind("code", creditCode)
                .bind("run", run)
                .mapTo(Long.class)
                .one();
    }

    /** An employment; the end may be null. */
    public void employment(long person, long company, String from, String to) {
        handle.execute("""
                INSERT INTO registry.employment (person_id, company_id, from_date, to_date, run_id)
                VALUES (?, ?, CAST(? AS date), CAST(? AS date), ?)""", person, company, from, to, run);
    }
}
