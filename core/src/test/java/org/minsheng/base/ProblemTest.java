package org.minsheng.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void keepsItsFactsInOrder() {
        Problem problem = Problem.of(IdentifierProblem.ID_LENGTH)
                .with("value", Masked.of("37020219900101001"))
                .with("length", 17);
        assertThat(problem.facts().keySet()).containsExactly("value", "length");
        assertThat(problem).hasToString("id.length{value=3702*********1001, length=17}");
    }

    @Test
    void isNotChangedByAddingAFact() {
        Problem first = Problem.of(IdentifierProblem.ID_LENGTH);
        Problem second = first.with("length", 17);
        assertThat(first.facts()).isEmpty();
        assertThat(second.facts()).hasSize(1);
    }

    @Test
    void endsWhatIsBeingDoneWithItsCause() {
        IllegalStateException cause = new IllegalStateException("disk");
        ProblemException failure = Problem.of(IdentifierProblem.ID_CHECKSUM).asException(cause);
        assertThat(failure.problem().code()).isEqualTo(IdentifierProblem.ID_CHECKSUM);
        assertThat(failure).hasCause(cause).hasMessageContaining("id.checksum");
    }

    @Test
    void codesOfIdentifiersAreDistinctAndWellFormed() {
        assertThat(IdentifierProblem.values())
                .extracting(IdentifierProblem::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z-]+\\.[a-z-]+"));
        assertThat(Arrays.stream(IdentifierProblem.values()).map(IdentifierProblem::kind))
                .containsOnly(ProblemKind.FINDING);
    }
}
