package org.minsheng.cli.person;

import java.io.IOException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Masked;
import org.minsheng.bureau.PersonMerge;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.PersonArgument;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.registry.Person;
import org.minsheng.registry.PersonDirectory;
import org.minsheng.registry.PersonMerger;
import org.minsheng.registry.PersonReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng person merge}: two records of one person become one. */
@Command(name = "merge")
final class PersonMergeCommand implements Verb {
    @Parameters(index = "0", paramLabel = "FROM")
    private String from;

    @Parameters(index = "1", paramLabel = "INTO")
    private String into;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        PersonReference loser = PersonArgument.read(invocation, from, "person.ask-from");
        PersonReference winner = PersonArgument.read(invocation, into, "person.ask-into");
        Handle handle = invocation.database().handle();
        PersonDirectory directory = new PersonDirectory(handle);
        Person away = directory.person(loser);
        Person stays = directory.person(winner);
        invocation.confirm("person.confirm-merge", "from", described(away), "into", described(stays));
        PersonMerger.Merger merger = new PersonMerge(handle).merge(loser, winner, reason);
        invocation.one(
                List.of(
                        Column.number("run"),
                        Column.text("from"),
                        Column.text("into"),
                        Column.count("enrolments"),
                        Column.count("employments"),
                        Column.count("doubles")),
                merger.runId(),
                merger.from().residentId(),
                merger.into().residentId(),
                merger.enrolments(),
                merger.employments(),
                merger.doubles());
        return ExitStatus.OK;
    }

    private static String described(Person person) {
        return Masked.name(person.name()) + " " + person.birthDate() + " " + person.residentId();
    }
}
