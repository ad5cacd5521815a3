package org.minsheng.run;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;

/** The business date (业务日期): the day that is open, set by people, never by the system clock. */
public final class BusinessDates {
    private final Handle handle;

    public BusinessDates(Handle handle) {
        this.handle = handle;
    }

    /** The open business date; empty before the first was opened. */
    public Optional<LocalDate> open() {
        // max() of no rows is one row with NULL
        return handle.createQuery("SELECT business_date FROM run.business_day ORDER BY business_date DESC LIMIT 1")
                .mapTo(LocalDate.class)
                .findOne();
    }

    /** The open business date, or {@code batch.date-not-set}. */
    public LocalDate required() {
        return open().orElseThrow(
                        () -> Problem.of(RunProblem.BATCH_DATE_NOT_SET).asException());
    }

    /**
     * Opens a later date; leaves an audit entry.
     *
     * @throws org.minsheng.base.ProblemException {@code batch.date-not-later} when it is not after the open one
     */
    public void advance(LocalDate to) {
        Optional<LocalDate> open = open();
        if (open.isPresent() && !to.isAfter(open.get())) {
            throw Problem.of(RunProblem.BATCH_DATE_NOT_LATER)
                    .with("value", to)
                    .with("open", open.get())
                    .asException();
        }
        handle.useTransaction(transaction -> {
            transaction
                    .createUpdate("INSERT INTO run.business_day (business_date) VALUES (:date)")
                    .bind("date", to)
                    .execute();
            new Audit(transaction).record("batch date advance", null, null, Map.of("to", to));
        });
    }
}
