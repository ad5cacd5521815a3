package org.minsheng.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.base.Masked;
import org.minsheng.db.TestDatabase;
import org.minsheng.registry.PersonChange.FieldChange;

@Tag("database")
class PersonDirectoryTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final PersonDirectory directory = new PersonDirectory(database.handle());
    private SmallRegistry registry;
    private long person;

    @BeforeEach
    void registerSomebody() {
        database.handle().begin();
        registry = new SmallRegistry(database.handle());
        person = registry.person(2, "王芳");
    }

    @AfterEach
    void forget() {
        database.handle().rollback();
    }

    @Test
    void showsAPersonByNumberHoweverItIsWritten() {
        String number = SmallRegistry.number(2);
        registry.enrolment(person, "310", "2020-01-01", null);
        long company = registry.company("91350100M000100Y43");
        registry.employment(person, company, "2020-01-01", "2024-12-31");

        PersonRecord record = directory.show(PersonReference.of(" " + number + " "));

        assertThat(record.person().id()).isEqualTo(person);
        assertThat(record.person().residentId()).hasToString("3702**********" + number.substring(14));
        assertThat(record.enrolments()).singleElement().satisfies(spell -> {
            assertThat(spell.scheme()).isEqualTo("310");
            assertThat(spell.to()).isNull();
        });
        assertThat(record.employments())
                .extracting(PersonRecord.Employment::creditCode)
                .containsExactly("91350100M000100Y43");
    }

    @Test
    void aFormerNumberLeadsToThePersonOfToday() {
        database.handle()
                .execute(
                        "INSERT INTO registry.former_number VALUES (?, ?, 'corrected', ?)",
                        SmallRegistry.number(4),
                        person,
                        registry.run());

        PersonRecord record = directory.show(PersonReference.of(SmallRegistry.number(4)));

        assertThat(record.person().id()).isEqualTo(person);
        assertThat(record.formerNumbers())
                .extracting(PersonRecord.FormerNumber::reason)
                .containsExactly("corrected");
    }

    @Test
    void saysThatNobodyHasTheNumberWithoutShowingIt() {
        assertThatThrownBy(() -> directory.show(PersonReference.of(SmallRegistry.number(8))))
                .hasMessageContaining("person.not-found")
                .hasMessageNotContaining(SmallRegistry.number(8));
        assertThatThrownBy(() -> directory.show(PersonReference.ofId(person + 1_000)))
                .hasMessageContaining("person.not-found");
    }

    @Test
    void refusesWhatIsNoReference() {
        assertThatThrownBy(() -> PersonReference.of("110105194912310021"))
                .hasMessageContaining("person.not-a-reference")
                .hasMessageContaining("id.checksum")
                .hasMessageNotContaining("110105194912310021");
        assertThatThrownBy(() -> PersonReference.of("")).hasMessageContaining("person.not-a-reference");
    }

    @Test
    void findsByNameAndWhatElseIsKnown() {
        long other = registry.person(4, "王芳");
        registry.change(other, "division_code", "371302");
        registry.person(6, "王方");

        assertThat(ids(new PersonQuery("王芳", null, null, null, 10))).containsExactly(person, other);
        assertThat(ids(new PersonQuery("王芳", 1958, "13800000001", null, 10))).containsExactly(person, other);
        assertThat(ids(new PersonQuery("王芳", 1959, null, null, 10))).isEmpty();
        assertThat(ids(new PersonQuery("王芳", null, "13800000002", null, 10))).isEmpty();
        assertThat(ids(new PersonQuery("王芳", null, null, "370200", 10))).containsExactly(person);
        assertThat(ids(new PersonQuery("王芳", null, null, "371302", 10))).containsExactly(other);
        assertThat(ids(new PersonQuery("王芳", null, null, null, 1))).containsExactly(person);
    }

    private List<Long> ids(PersonQuery query) {
        return directory.find(query).stream().map(Person::id).toList();
    }

    @Test
    void tellsWhatEachRunDidToAPerson() {
        long moved = registry.change(person, "division_code", "370203");
        long rung = registry.change(person, "phone", "13800000002");

        List<PersonChange> history = new PersonHistory(database.handle()).of(person);

        assertThat(history).extracting(PersonChange::runId).containsExactly(registry.run(), moved, rung);
        assertThat(history.get(0).fields()).isEmpty();
        assertThat(history.get(1).fields()).containsExactly(new FieldChange("division_code", "370202", "370203"));
        assertThat(history.get(2).fields())
                .containsExactly(new FieldChange("phone", Masked.of("13800000001"), Masked.of("13800000002")));
        assertThat(history).extracting(PersonChange::job).containsOnly("person import");
    }
}
