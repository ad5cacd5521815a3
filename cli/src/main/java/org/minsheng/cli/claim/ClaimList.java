package org.minsheng.cli.claim;

import java.io.IOException;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Masked;
import org.minsheng.claim.ClaimBook;
import org.minsheng.claim.ClaimFilter;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.ListOptions;
import org.minsheng.cli.command.PersonArgument;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.registry.PersonDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code minsheng claim list}: claims by person, institution, treatment, state and date, latest first. */
@Command(name = "list")
final class ClaimList implements Verb {
    private static final int CLAIMS_LISTED = 100;

    @Option(names = "--person", paramLabel = "NUMBER")
    private String person;

    @Option(names = "--institution", paramLabel = "CODE")
    private String institution;

    @Option(names = "--treatment", paramLabel = "CODE")
    private String treatment;

    @Option(names = "--state", paramLabel = "STATE")
    private ClaimState state;

    @Option(names = "--from", paramLabel = "DATE")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE")
    private LocalDate to;

    @Mixin
    private ListOptions list = new ListOptions();

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Handle handle = invocation.database().handle();
        ClaimFilter filter = new ClaimFilter(
                person == null ? null : number(invocation, handle),
                institution,
                treatment,
                state == null ? null : state.label(),
                from,
                to,
                list.limit(CLAIMS_LISTED));
        RowPrinter claims = invocation.rows(
                Column.text("claim_no"),
                Column.text("institution_code"),
                Column.text("institution"),
                Column.text("person"),
                Column.text("resident_id"),
                Column.text("treatment"),
                Column.date("ended_on"),
                Column.money("billed"),
                Column.text("state"),
                Column.text("held_for"),
                Column.text("reason"));
        claims.all(new ClaimBook(handle).list(filter), claim -> new Object[] {
            claim.claimNo(),
            claim.institutionCode(),
            claim.institutionName(),
            Masked.name(claim.personName()),
            claim.residentId(),
            claim.treatment(),
            claim.endedOn(),
            claim.billed(),
            claim.state(),
            claim.heldFor(),
            claim.held() == null ? null : invocation.text(claim.held())
        });
        return ExitStatus.OK;
    }

    /** Today's number of the person; whoever is not known ends the command instead of a list of nothing. */
    private String number(Invocation invocation, Handle handle) throws IOException {
        return new PersonDirectory(handle)
                .person(PersonArgument.read(invocation, person, "person.ask-number"))
                .residentId()
                .reveal();
    }
}
