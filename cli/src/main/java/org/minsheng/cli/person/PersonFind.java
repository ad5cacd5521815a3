package org.minsheng.cli.person;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.minsheng.base.Masked;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.ListOptions;
import org.minsheng.cli.command.RevealOptions;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.registry.Person;
import org.minsheng.registry.PersonDirectory;
import org.minsheng.registry.PersonQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng person find}: who has this name. */
@Command(name = "find")
final class PersonFind implements Verb {
    private static final String COMMAND = "person find";
    private static final int PERSONS_LISTED = 20;

    @Parameters(index = "0", paramLabel = "NAME")
    private String name;

    @Parameters(index = "1", paramLabel = "YEAR", arity = "0..1")
    private Integer birthYear;

    @Option(names = "--phone", paramLabel = "NUMBER")
    private String phone;

    @Option(names = "--division", paramLabel = "CODE")
    private String division;

    @Mixin
    private ListOptions list = new ListOptions();

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        reveal.check(COMMAND);
        int limit = list.limit(PERSONS_LISTED, PersonQuery.LIMIT_MAX - 1);
        List<Person> found = new PersonDirectory(invocation.database().handle())
                .find(new PersonQuery(name.strip(), birthYear, phone, division, limit + 1));
        reveal.record(invocation, COMMAND, Map.of("name", Masked.name(name.strip()), "found", found.size()));
        RowPrinter rows = invocation.rows(
                Column.number("person_id"),
                Column.text("name"),
                Column.date("birth_date"),
                Column.text("sex"),
                Column.text("resident_id"),
                Column.text("division_code"),
                Column.text("phone"));
        for (Person person : found.subList(0, Math.min(limit, found.size()))) {
            rows.row(
                    person.id(),
                    person.name(),
                    person.birthDate(),
                    person.sex(),
                    reveal.shown(person.residentId()),
                    person.divisionCode(),
                    reveal.shown(person.phone()));
        }
        rows.finish();
        if (found.isEmpty()) {
            invocation.note("person.none-found");
        } else if (found.size() > limit) {
            invocation.note("person.more-found", "limit", limit);
        }
        return ExitStatus.OK;
    }
}
