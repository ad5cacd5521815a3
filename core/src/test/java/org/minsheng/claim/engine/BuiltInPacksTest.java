package org.minsheng.claim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Packs;

/** The packs that are shipped keep their own examples. */
class BuiltInPacksTest {
    static List<String> names() {
        return Packs.builtInNames();
    }

    @ParameterizedTest
    @MethodSource("names")
    void passesItsWorkedExamples(String name) {
        CompiledPack pack = Packs.builtIn(name);
        PackTest.Report report = PackTest.run(pack);
        assertThat(report.results()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(failures(report)).isEmpty();
        assertThat(report.stagesReached()).hasSize(pack.source().stages().size());
    }

    /** Only what failed, so that a failing test is read at a glance. */
    static List<String> failures(PackTest.Report report) {
        return report.results().stream()
                .filter(result -> !result.differences().isEmpty())
                .map(result -> result.example().id() + ": " + result.differences())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isLabelledUnverified(String name) {
        assertThat(Packs.builtIn(name).head().status()).isEqualTo("unverified");
    }
}
