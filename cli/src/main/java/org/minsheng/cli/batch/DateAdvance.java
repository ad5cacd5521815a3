package org.minsheng.cli.batch;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.run.BusinessDates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code minsheng batch date advance}: opens the next business date, or a later one; there is no way back. */
@Command(name = "advance")
final class DateAdvance implements Verb {
    /** Further than this is asked about: a mistyped year would close the database for years. */
    private static final int UNASKED_DAYS_MAX = 31;

    @Parameters(paramLabel = "DATE", arity = "0..1")
    private LocalDate date;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        BusinessDates dates = new BusinessDates(invocation.database().handle());
        Optional<LocalDate> open = dates.open();
        LocalDate to = date != null ? date : dates.required().plusDays(1);
        if (open.isPresent() && ChronoUnit.DAYS.between(open.get(), to) > UNASKED_DAYS_MAX) {
            invocation.confirm("batch.confirm-advance", "open", open.get(), "to", to);
        }
        dates.advance(to);
        invocation.one(List.of(Column.date("business_date")), to);
        return ExitStatus.OK;
    }
}
