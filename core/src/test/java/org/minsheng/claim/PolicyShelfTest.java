package org.minsheng.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemException;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;
import org.minsheng.policy.PolicyProblem;
import org.minsheng.run.Installation;

/** A production installation: four eyes. */
@Tag("database")
class PolicyShelfTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final PolicyShelf shelf = new PolicyShelf(database.handle());

    @BeforeAll
    static void declareProduction() {
        Installation.declare(database.handle(), false, "test");
    }

    private static String pack(String id, String from, String to, String hifp) {
        return """
            pack: {id: %s, version: "1", status: unverified, valid_from: %s, valid_to: %s}
            facts:
              scheme: {employee: "310"}
            stages:
            - {id: pool, op: share, payer: hifp, ratio: 0.9, article: "19"}
            examples:
            - {id: e, facts: {scheme: employee}, date: %s, bill: {in_scope: 100}, expect: {hifp: %s}}
            """.formatted(id, from, to, from, hifp);
    }

    private static Problem problem(Runnable work) {
        return catchThrowableOfType(ProblemException.class, work::run).problem();
    }

    /** As the second administrator that four eyes need. */
    private static ShelvedPack activateAsAnother(String id) {
        try (Database second = new Database(database.settingsAs("admin"))) {
            return new PolicyShelf(second.handle()).activate(id, "1");
        }
    }

    @Test
    void keepsTheVeryTextAndRefusesAnotherUnderTheSameVersion() {
        String text = pack("kept", "2001-01-01", "2001-12-31", "90");
        ShelvedPack shelved = shelf.importPack(text);
        assertThat(shelved.isActive()).isFalse();
        assertThat(shelf.text(shelved)).isEqualTo(text);
        assertThat(shelf.importPack(text)).isEqualTo(shelved);
        assertThat(problem(() -> shelf.importPack(text + "\n")).code()).isEqualTo(PolicyProblem.VERSION_TAKEN);
    }

    @Test
    void needsAnotherLoginToActivate() {
        shelf.importPack(pack("four-eyes", "2002-01-01", "2002-12-31", "90"));
        assertThat(problem(() -> shelf.activate("four-eyes", "1")).code()).isEqualTo(PolicyProblem.OWN_PACK);
        assertThat(activateAsAnother("four-eyes").isActive()).isTrue();
        assertThat(problem(() -> activateAsAnother("four-eyes")).code()).isEqualTo(PolicyProblem.ALREADY_ACTIVE);
    }

    @Test
    void theDatabaseHoldsFourEyesToo() {
        ShelvedPack shelved = shelf.importPack(pack("database-too", "2003-01-01", "2003-12-31", "90"));
        assertThat(catchThrowableOfType(UnableToExecuteStatementException.class, () -> database.handle()
                        .execute(
                                "INSERT INTO policy.activation (pack_no, scheme, valid_from, valid_to)"
                                        + " VALUES (?, '310', ?, ?)",
                                shelved.number(),
                                shelved.validFrom(),
                                shelved.validTo())))
                .hasMessageContaining("imported by the same login");
    }

    /** Who could import under another's name could activate it himself. */
    @Test
    void letsNobodyImportAPackUnderAnothersName() {
        assertThat(catchThrowableOfType(UnableToExecuteStatementException.class, () -> database.handle()
                        .execute("""
                        INSERT INTO policy.pack (pack_id, version, valid_from, status, schemes, body, sha256, imported_by)
                        SELECT 'forged', version, '2003-06-01', status, schemes, body, sha256, 'test_admin'
                        FROM policy.pack LIMIT 1""")))
                .hasMessageContaining("permission denied for table pack");
    }

    @Test
    void refusesAPackWhoseExamplesFail() {
        shelf.importPack(pack("wrong", "2004-01-01", "2004-12-31", "91"));
        assertThat(problem(() -> activateAsAnother("wrong")).code()).isEqualTo(PolicyProblem.EXAMPLES_FAIL);
        String text = pack("bare", "2004-01-01", "2004-12-31", "90");
        shelf.importPack(text.substring(0, text.indexOf("examples:")));
        assertThat(problem(() -> activateAsAnother("bare")).code()).isEqualTo(PolicyProblem.EXAMPLES_MISSING);
    }

    @Test
    void refusesTwoPacksForOneSchemeAndDate() {
        shelf.importPack(pack("first", "2005-01-01", "2005-12-31", "90"));
        shelf.importPack(pack("second", "2005-12-31", "2006-12-31", "90"));
        activateAsAnother("first");
        Problem overlap = problem(() -> activateAsAnother("second"));
        assertThat(overlap.code()).isEqualTo(PolicyProblem.OVERLAPS);
        assertThat(overlap.facts()).containsEntry("other", "first 1").containsEntry("scheme", "310");
    }

    @Test
    void activatesPacksOfOtherSchemesOnTheSameDates() {
        shelf.importPack(pack("employees", "2007-01-01", "2007-12-31", "90"));
        shelf.importPack(pack("care", "2007-01-01", "2007-12-31", "90").replace("310", "410"));
        shelf.importPack(pack("both", "2007-06-01", "2007-06-30", "90").replace("\"310\"", "[\"390\", \"410\"]"));
        activateAsAnother("employees");
        assertThat(activateAsAnother("care").schemes()).containsExactly("410");
        assertThat(problem(() -> activateAsAnother("both")).facts()).containsEntry("scheme", "410");
    }

    @Test
    void theDatabaseKeepsSchemesAndDatesApartToo() {
        ShelvedPack one = shelf.importPack(pack("apart", "2008-01-01", "2008-12-31", "90"));
        ShelvedPack other = shelf.importPack(pack("apart-too", "2008-12-31", "2009-12-31", "90"));
        activateAsAnother("apart");
        try (Database second = new Database(database.settingsAs("admin"))) {
            assertThat(refusal(second, other, "310")).hasMessageContaining("one_pack_a_scheme_and_date");
            assertThat(refusal(second, one, "390")).hasMessageContaining("a scheme and the dates of its pack");
        }
    }

    private static UnableToExecuteStatementException refusal(Database admin, ShelvedPack pack, String scheme) {
        return catchThrowableOfType(UnableToExecuteStatementException.class, () -> admin.handle()
                .execute(
                        "INSERT INTO policy.activation (pack_no, scheme, valid_from, valid_to) VALUES (?, ?, ?, ?)",
                        pack.number(),
                        scheme,
                        pack.validFrom(),
                        pack.validTo()));
    }

    @Test
    void refusesAPackThatNamesNoScheme() {
        String text = pack("no-scheme", "2009-01-01", "2009-12-31", "90");
        Problem none =
                problem(() -> shelf.importPack(text.replace("scheme: {employee: \"310\"}", "person: {employee: \"11\"}")
                        .replace("scheme:", "person:")));
        assertThat(none.code()).isEqualTo(PolicyProblem.NO_SCHEME);
        Problem foreign = problem(() -> shelf.importPack(text.replace("310", "jp")));
        assertThat(foreign.facts()).containsEntry("value", "jp");
    }
}
