package org.minsheng.cli.person;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.PersonArgument;
import org.minsheng.cli.command.RevealOptions;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.registry.Person;
import org.minsheng.registry.PersonChange;
import org.minsheng.registry.PersonDirectory;
import org.minsheng.registry.PersonHistory;
import org.minsheng.registry.PersonRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code minsheng person show}: what the registry knows of one person, and how the record came to be. */
@Command(name = "show")
final class PersonShow implements Verb {
    private static final String COMMAND = "person show";

    private static final List<Column> COLUMNS = List.of(
            Column.number("person_id"),
            Column.text("resident_id"),
            Column.text("name"),
            Column.text("sex"),
            Column.date("birth_date"),
            Column.text("division_code"),
            Column.text("phone"),
            Column.text("address"),
            Column.number("run"),
            Column.list("former_numbers", Column.text("resident_id"), Column.text("cause"), Column.number("run")),
            Column.list(
                    "enrolments",
                    Column.text("scheme"),
                    Column.text("person_type"),
                    Column.date("from_date"),
                    Column.date("to_date")),
            Column.list(
                    "employments",
                    Column.text("credit_code"),
                    Column.text("company"),
                    Column.text("occupation_code"),
                    Column.date("from_date"),
                    Column.date("to_date")));

    private static final Column HISTORY = Column.list(
            "history",
            Column.number("run"),
            Column.time("at"),
            Column.text("job"),
            Column.text("state"),
            Column.text("login"),
            Column.text("field"),
            Column.text("before"),
            Column.text("after"));

    @Parameters(paramLabel = "NUMBER", arity = "0..1")
    private String number;

    @Option(names = "--history")
    private boolean history;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        reveal.check(COMMAND);
        Handle handle = invocation.database().handle();
        PersonRecord record =
                new PersonDirectory(handle).show(PersonArgument.read(invocation, number, "person.ask-number"));
        Person person = record.person();
        List<Column> columns = new ArrayList<>(COLUMNS);
        List<Object> values = values(record);
        if (history) {
            columns.add(HISTORY);
            values.add(rows(new PersonHistory(handle).of(person.id())));
        }
        reveal.record(invocation, COMMAND, Map.of("person", person.residentId(), "person_id", person.id()));
        invocation.one(columns, values.toArray());
        return ExitStatus.OK;
    }

    private List<Object> values(PersonRecord record) {
        Person person = record.person();
        List<Object> values = new ArrayList<>();
        values.add(person.id());
        values.add(reveal.shown(person.residentId()));
        values.add(person.name());
        values.add(person.sex());
        values.add(person.birthDate());
        values.add(person.divisionCode());
        values.add(reveal.shown(person.phone()));
        values.add(person.address());
        values.add(person.runId());
        values.add(record.formerNumbers().stream()
                .map(former -> new Object[] {reveal.shown(former.residentId()), former.reason(), former.runId()})
                .toList());
        values.add(record.enrolments().stream()
                .map(spell -> new Object[] {spell.scheme(), spell.personType(), spell.from(), spell.to()})
                .toList());
        values.add(record.employments().stream()
                .map(job -> new Object[] {job.creditCode(), job.company(), job.occupationCode(), job.from(), job.to()})
                .toList());
        return values;
    }

    /** A row a changed field; a run that changed none has one row without a field. */
    private List<Object[]> rows(List<PersonChange> changes) {
        List<Object[]> rows = new ArrayList<>();
        for (PersonChange change : changes) {
            if (change.fields().isEmpty()) {
                rows.add(row(change, null, null, null));
            }
            for (PersonChange.FieldChange field : change.fields()) {
                rows.add(row(change, field.field(), reveal.shown(field.before()), reveal.shown(field.after())));
            }
        }
        return rows;
    }

    private static Object[] row(PersonChange change, String field, Object before, Object after) {
        return new Object[] {
            change.runId(), change.at(), change.job(), change.runState(), change.login(), field, before, after
        };
    }
}
