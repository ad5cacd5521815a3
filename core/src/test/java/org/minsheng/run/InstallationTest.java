package org.minsheng.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.base.ProblemException;
import org.minsheng.db.TestDatabase;

@Tag("database")
class InstallationTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @Test
    void neverTurnsWhatWasUsedIntoADemonstration() {
        new RunLedger(database.handle()).begin("person import", null, Map.of());

        assertThatThrownBy(() -> Installation.declare(database.handle(), true, "wiped tomorrow"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(RunProblem.INSTALLATION_NOT_EMPTY));
        assertThat(Installation.find(database.handle())).isEmpty();

        // Production is never wiped, so this way remains.
        assertThat(Installation.declare(database.handle(), false, "production").demonstration())
                .isFalse();
    }
}
