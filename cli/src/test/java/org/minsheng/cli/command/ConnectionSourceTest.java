package org.minsheng.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemException;
import org.minsheng.db.DbProblem;

/** Which database the settings name, and which of two settings counts. */
class ConnectionSourceTest {
    @TempDir
    private Path home;

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<Environment, String> flags = new EnumMap<>(Environment.class);

    @BeforeEach
    void surround() {
        variables.put("HOME", home.toString());
        variables.put("MINSHENG_HOME", home.toString());
    }

    private DatabaseChoice choice() {
        return ConnectionSource.of(new Settings(flags, variables));
    }

    private String label() {
        return choice().settings().label();
    }

    private void file(String... lines) throws IOException {
        Files.writeString(home.resolve("config.properties"), String.join("\n", lines) + "\n");
    }

    private void refuses(ProblemCode code) {
        assertThatThrownBy(this::choice).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo(code));
    }

    @Test
    void takesTheStrongestOfAll() throws IOException {
        refuses(DbProblem.NOT_CONFIGURED);

        Files.writeString(home.resolve(".pg_service.conf"), "[night]\nhost=service\ndbname=of_service\nuser=s\n");
        variables.put("PGSERVICE", "night");
        assertThat(label()).isEqualTo("s@service:5432/of_service");

        variables.put("PGHOST", "libpq");
        variables.put("PGUSER", "wang");
        variables.put("PGPORT", "5433");
        assertThat(label()).isEqualTo("wang@libpq:5433/of_service");

        file(
                "profile=counter",
                "profile.counter.url=postgresql://li@profile/p",
                "profile.other.url=postgresql://li@o/o");
        assertThat(label()).isEqualTo("li@profile:5433/p");
        assertThat(choice().settings().source())
                .isEqualTo("profile counter, " + home.resolve("config.properties") + ":2");

        variables.put("MINSHENG_PROFILE", "other");
        assertThat(label()).isEqualTo("li@o:5433/o");

        variables.put("MINSHENG_URL", "postgresql://li@variable/v");
        assertThat(label()).isEqualTo("li@variable:5433/v");

        flags.put(Environment.PROFILE, "counter");
        assertThat(label()).isEqualTo("li@profile:5433/p");

        flags.put(Environment.URL, "postgresql://li@flag:1/f");
        assertThat(label()).isEqualTo("li@flag:1/f");
        assertThat(choice().settings().source()).isEqualTo("--url");
    }

    @Test
    void countsAnEmptyVariableAsUnset() {
        variables.put("MINSHENG_DB", "");
        variables.put("MINSHENG_URL", "");

        refuses(DbProblem.NOT_CONFIGURED);
    }

    @Test
    void neverMakesTheEmbeddedDatabaseThatIsNamed() {
        variables.put("MINSHENG_DB", "embedded");

        refuses(DbProblem.EMBEDDED_MISSING);
        assertThat(home).isEmptyDirectory();

        variables.put("MINSHENG_DB", "oracle");
        refuses(CliProblem.INVALID_SETTING);
    }

    @Test
    void refusesAPasswordInAnAddress() throws IOException {
        for (String address :
                new String[] {"postgresql://li:secret@host/db", "postgresql://li@host/db?password=secret"}) {
            variables.put("MINSHENG_URL", address);
            assertThatThrownBy(this::choice).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.problem().code()).isEqualTo(CliProblem.PASSWORD_IN_ADDRESS);
                assertThat(e.problem().toString()).doesNotContain("secret");
            });
        }
        variables.put("MINSHENG_URL", "mysql://li:secret@host/db");
        assertThatThrownBy(this::choice).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().toString())
                .doesNotContain("secret"));

        variables.remove("MINSHENG_URL");
        Files.writeString(home.resolve(".pg_service.conf"), "[night]\nhost=service\npassword=secret\n");
        variables.put("PGSERVICE", "night");
        refuses(CliProblem.PASSWORD_IN_ADDRESS);
    }

    @Test
    void readsEveryPartOfAnAddress() {
        variables.put("MINSHENG_URL", "postgresql://li%40town@db_1.example:5433/ms%20x?sslmode=verify-full");
        assertThat(label()).isEqualTo("li@town@db_1.example:5433/ms x");
        assertThat(choice().settings().sslMode()).isEqualTo("verify-full");

        variables.put("MINSHENG_URL", "postgres://li@[::1]:5433/ms");
        assertThat(label()).isEqualTo("li@::1:5433/ms");

        variables.put("MINSHENG_URL", "postgresql://li@host");
        assertThat(label()).isEqualTo("li@host:5432/li");

        for (String wrong :
                new String[] {"postgresql://host:x/db", "host", "postgresql://h/d?ssl=on", "postgresql://a,b/d"}) {
            variables.put("MINSHENG_URL", wrong);
            refuses(CliProblem.INVALID_SETTING);
        }
    }

    @Test
    void takesThePasswordFromTheFile() throws IOException {
        Path passwords = Files.writeString(home.resolve(".pgpass"), "host:5432:*:li:of-home\n");
        Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
        variables.put("MINSHENG_URL", "postgresql://li@host/db");
        assertThat(choice().settings().password()).isEqualTo("of-home");

        Path other = Files.writeString(home.resolve("other"), "*:*:*:li:of-variable\n");
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
        variables.put("PGPASSFILE", other.toString());
        assertThat(choice().settings().password()).isEqualTo("of-variable");

        variables.remove("MINSHENG_URL");
        file("profile=p", "profile.p.url=postgresql://li@host/db", "profile.p.passfile=" + passwords);
        assertThat(choice().settings().password()).isEqualTo("of-home");
    }

    @Test
    void takesAServiceThatAProfileNames() throws IOException {
        Files.writeString(
                home.resolve(".pg_service.conf"), "[night]\nhost=service\ndbname=d\nuser=s\nsslmode=require\n");
        file("profile=p", "profile.p.service=night", "profile.p.sslmode=verify-full");

        assertThat(label()).isEqualTo("s@service:5432/d");
        assertThat(choice().settings().sslMode()).isEqualTo("verify-full");

        file("profile=p", "profile.p.service=day");
        refuses(CliProblem.UNKNOWN_SERVICE);
    }

    @Test
    void pinsTheInstallationOfAProfileOnItsOwnDatabaseOnly() throws IOException {
        file("profile=p", "profile.p.url=postgresql://li@host/db", "profile.p.expect_installation=abc");
        assertThat(choice().expectedInstallation().value()).isEqualTo("abc");

        flags.put(Environment.URL, "postgresql://li@other/db");
        assertThat(choice().expectedInstallation()).isNull();

        variables.put("MINSHENG_EXPECT_INSTALLATION", "def");
        assertThat(choice().expectedInstallation().value()).isEqualTo("def");
    }

    @Test
    void refusesWhatTheFileCannotMean() throws IOException {
        file("profile=nobody");
        refuses(CliProblem.UNKNOWN_PROFILE);
        file("url");
        refuses(CliProblem.NOT_A_SETTING);
        file("profile.p.lang=zh");
        refuses(CliProblem.UNKNOWN_SETTING);
        file("# twice", "url=postgresql://a/b", "url=postgresql://a/c");
        assertThatThrownBy(this::choice).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().code()).isEqualTo(CliProblem.DOUBLE_SETTING);
            assertThat(e.problem().facts().get("place").toString()).endsWith("config.properties:3");
        });
    }

    @Test
    void refusesASocketFolder() {
        variables.put("PGHOST", "/var/run/postgresql");

        refuses(CliProblem.SOCKET_HOST);
    }
}
