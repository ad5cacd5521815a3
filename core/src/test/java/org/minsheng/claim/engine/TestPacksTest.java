package org.minsheng.claim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.TestPacks;

/** The language says what cities other than one need: each of these packs keeps its own worked examples. */
class TestPacksTest {
    @ParameterizedTest
    @ValueSource(strings = {"japan", "generic", "language"})
    void passesItsWorkedExamples(String name) {
        CompiledPack pack = TestPacks.compiled(name);
        PackTest.Report report = PackTest.run(pack);
        assertThat(BuiltInPacksTest.failures(report)).isEmpty();
        assertThat(report.stagesReached()).hasSize(pack.source().stages().size());
    }
}
