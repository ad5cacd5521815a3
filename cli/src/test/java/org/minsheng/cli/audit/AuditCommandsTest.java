package org.minsheng.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;
import org.minsheng.run.Audit;
import org.minsheng.run.AuditAnchor;
import org.minsheng.run.AuditChain;
import org.minsheng.run.Installation;

/** The audit as the auditor meets it: sealed, verified, and whatever was done to it behind the commands' back. */
@Tag("database")
@Isolated("nobody seals while another test has a transaction open")
class AuditCommandsTest {
    private static final String BROKEN = "error: The audit does not agree with its chain or its anchor.";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path home;

    private Path anchor;

    @BeforeEach
    void seal() {
        Installation.declare(database.handle(), true, "audited");
        new Audit(database.handle()).record("first", null, "one", Map.of());
        new Audit(database.handle()).record("second", null, "two", Map.of());
        anchor = home.resolve("anchor.json");
        audit("seal").exits(ExitStatus.OK).printsNothing().saysNothing();
    }

    private CliResult audit(String verb, String... options) {
        String[] words = new String[options.length + 4];
        words[0] = "audit";
        words[1] = verb;
        words[2] = "--anchor";
        words[3] = anchor.toString();
        System.arraycopy(options, 0, words, 4, options.length);
        return CliHarness.script().home(home).database(database.settings()).runOnce(words);
    }

    private static void tamper(String... statements) {
        try (Database superuser = new Database(database.superuserSettings())) {
            Handle handle = superuser.handle();
            handle.execute("SET session_replication_role = replica");
            for (String statement : statements) {
                handle.execute(statement);
            }
        }
    }

    private static String exchange(String one, String other) {
        return "UPDATE run.audit_entry SET reason = CASE reason WHEN '" + one + "' THEN '" + other + "' ELSE '" + one
                + "' END WHERE reason IN ('" + one + "', '" + other + "')";
    }

    @Test
    void agreesWithItsAnchorAndSaysSoInData() {
        audit("verify", "-o", "json")
                .exits(ExitStatus.OK)
                .printsSomeOf("{\"intact\":true,")
                .printsSomeOf("\"anchored\":true}")
                .saysNothing();
    }

    @Test
    void tellsOfEntriesThatWereExchanged() {
        tamper(exchange("one", "two"));
        audit("verify").exits(ExitStatus.FAILED).saysSomeOf(BROKEN);
        tamper(exchange("one", "two"));
        audit("verify").exits(ExitStatus.OK);
    }

    @Test
    void tellsOfAChainThatWasCutAndDoesNotSignThat() throws IOException {
        tamper("DELETE FROM run.audit_seal WHERE position = (SELECT max(position) FROM run.audit_seal)");
        String signed = Files.readString(anchor);

        audit("verify").exits(ExitStatus.FAILED).saysSomeOf(BROKEN);
        audit("seal").exits(ExitStatus.FAILED).printsNothing().saysSomeOf(BROKEN);
        assertThat(Files.readString(anchor)).isEqualTo(signed);

        new AuditChain(database.handle()).seal();
        audit("verify").exits(ExitStatus.OK);
    }

    @Test
    void tellsOfTheAnchorOfAnotherInstallation() {
        AuditChain.Head head = new AuditChain(database.handle()).head();
        new AuditAnchor("another", head, Instant.EPOCH).write(anchor, home.resolve("keys"));
        audit("verify").exits(ExitStatus.FAILED).saysSomeOf(BROKEN);
        audit("seal").exits(ExitStatus.FAILED).saysSomeOf(BROKEN);
    }

    @Test
    void verifiesOnAnotherMachineWithACopyOfThePublicKey(@TempDir Path auditor) throws IOException {
        Path key = Files.copy(home.resolve("keys/audit.pub"), auditor.resolve("bureau.pub"));
        String[] words = {"audit", "verify", "--anchor", anchor.toString(), "--key", key.toString()};
        CliHarness elsewhere = CliHarness.script().home(auditor).database(database.settings());
        elsewhere.runOnce(words).exits(ExitStatus.OK).saysNothing();
        elsewhere
                .runOnce("audit", "verify", "--anchor", anchor.toString())
                .exits(ExitStatus.USAGE)
                .saysSomeOf("error: " + anchor + " is no anchor of this audit");
    }

    @Test
    void saysWhatItCannotSeeWithoutAnAnchor() {
        CliHarness script = CliHarness.script().home(home).database(database.settings());
        script.run("audit", "verify")
                .exits(ExitStatus.OK)
                .says("Without --anchor FILE it cannot be seen whether entries were cut off at the end.");
        script.run("audit", "verify", "-q").exits(ExitStatus.OK).saysNothing();
    }

    @Test
    void keepsThePrivateKeyForItsOwnerAndMakesAHalfPairAnew() throws IOException {
        Path key = home.resolve("keys/audit.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        for (Path read : List.of(home.resolve("keys/audit.pub"), anchor)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(read)))
                    .as("an auditor of another login reads %s", read)
                    .isEqualTo("rw-r--r--");
        }
        Files.delete(key);
        Files.delete(anchor);
        audit("seal").exits(ExitStatus.OK);
        audit("verify").exits(ExitStatus.OK);
    }

    @Test
    void recordsThatTheInstallationWasDeclared() {
        CliHarness.script()
                .database(database.settings())
                .run("audit", "list", "--limit", "1000", "-o", "csv")
                .printsSomeOf(",installation declare,");
    }
}
