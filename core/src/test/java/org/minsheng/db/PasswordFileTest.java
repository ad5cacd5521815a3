package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.base.ProblemException;

class PasswordFileTest {
    private static final ConnectionSettings WANG =
            new ConnectionSettings("db.example", 5432, "minsheng", "wang", null, "a test");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("pgpass");
        Files.writeString(file, """
                # comment:*:*:*:no
                db.example:5432:minsheng:li:of-li
                other.example:*:*:wang:elsewhere
                db.example:5433:*:wang:other-port
                db.example:*:minsheng:wang:with\\:colon\\\\and:more
                *:*:*:*:last
                """);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void takesTheFirstLineThatFits() {
        assertThat(PasswordFile.password(file, WANG)).contains("with:colon\\and:more");
        assertThat(PasswordFile.password(file, WANG.withLogin("li", null))).contains("of-li");
        assertThat(PasswordFile.password(file, WANG.withDatabase("postgres"))).contains("last");
    }

    @Test
    void hasNoneWithoutALine() throws IOException {
        Files.writeString(file, "db.example:5432:minsheng:li:of-li\nnonsense\n");

        assertThat(PasswordFile.password(file, WANG)).isEmpty();
        assertThat(PasswordFile.password(folder.resolve("missing"), WANG)).isEmpty();
    }

    @Test
    void refusesAFileThatOthersMayRead() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> PasswordFile.password(file, WANG))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(DbProblem.PASSWORD_FILE_OPEN));
    }
}
