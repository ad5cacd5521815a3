package org.minsheng.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minsheng.base.ProblemException;

class ServerUserTest {
    private static final List<String> COMMAND = List.of("postgres", "-D", "/data");

    @Test
    void runsTheProgramsOfAnOrdinaryUserAsThatUser() {
        ServerUser user = ServerUser.choose(false, false, Optional.empty());

        assertThat(user.command(COMMAND)).isEqualTo(COMMAND);
        assertThat(user.background(COMMAND)).endsWith("postgres", "-D", "/data").doesNotContain("unshare", "setpriv");
    }

    @Test
    void hidesRootInANamespace() {
        ServerUser user = ServerUser.choose(true, true, Optional.of("postgres"));

        assertThat(user.command(COMMAND)).containsExactly("unshare", "-U", "--", "postgres", "-D", "/data");
        // --fork: unshare reaps the postmaster, so that a killed one leaves no zombie
        assertThat(user.background(COMMAND)).containsSubsequence("unshare", "-U", "--fork", "--", "postgres");
    }

    @Test
    void becomesAnotherUserWhereNamespacesAreForbidden() {
        ServerUser user = ServerUser.choose(true, false, Optional.of("nobody"));

        assertThat(user.command(COMMAND))
                .containsExactly(
                        "setpriv",
                        "--reuid=nobody",
                        "--regid=nogroup",
                        "--clear-groups",
                        "--",
                        "postgres",
                        "-D",
                        "/data");
        assertThat(user.owner()).isEqualTo("nobody");
    }

    @Test
    void saysSoWhenRootHasNoWay() {
        assertThatThrownBy(() -> ServerUser.choose(true, false, Optional.empty()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(DbProblem.EMBEDDED_NEEDS_USER));
    }
}
