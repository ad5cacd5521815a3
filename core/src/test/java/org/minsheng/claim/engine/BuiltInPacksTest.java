package org.minsheng.claim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Packs;

/** The packs that are shipped keep their own examples. */
class BuiltInPacksTest {
    static Iterable<String> names() {
        return Packs.builtInNames();
    }

    @ParameterizedTest
    @MethodSource("names")
    void passesItsWorkedExamples(String name) {
        CompiledPack pack = Packs.builtIn(name);
        PackTest.Report report = PackTest.run(pack);
        assertThat(report.results()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(report.results()).allSatisfy(result -> assertThat(result.differences())
                .as(result.example().id())
                .isEmpty());
        assertThat(report.stagesReached()).hasSize(pack.source().stages().size());
    }

    @ParameterizedTest
    @MethodSource("names")
    void isLabelledUnverified(String name) {
        assertThat(Packs.builtIn(name).head().status()).isEqualTo("unverified");
    }
}
