package org.minsheng.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;
import org.minsheng.registry.PersonDirectory;
import org.minsheng.registry.PersonReference;
import org.minsheng.registry.SmallRegistry;

@Tag("database")
class PersonMergeTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final Handle handle = database.handle();
    private final SmallRegistry registry = new SmallRegistry(handle);
    private final PersonMerge merge = new PersonMerge(handle);

    @Test
    void theRecordWithAnAccountStays() {
        long withAccount = registry.person(2, "王芳");
        long other = registry.person(4, "王芳");
        handle.execute("""
                INSERT INTO ledger.account_entry (bucket, person_id, dated, kind, amount, reference, run_id)
                SELECT bucket, person_id, '2025-01-01', 'opening', 100, 'opening', ?
                FROM registry.person WHERE person_id = ?""", registry.run(), withAccount);

        assertThatThrownBy(() -> merge(withAccount, other)).hasMessageContaining("person.has-account-entries");

        assertThat(merge.merge(PersonReference.ofId(other), PersonReference.ofId(withAccount), "registered twice")
                        .into()
                        .id())
                .isEqualTo(withAccount);
    }

    @Test
    void theRecordWithAClaimStays() {
        long withClaim = registry.person(6, "王芳");
        long other = registry.person(8, "王芳");
        handle.execute("SELECT claim.ensure_year(2025)::text");
        handle.execute("""
                INSERT INTO registry.institution (institution_code, name, division_code, tier, kind, designated_from,
                    run_id) VALUES ('H37020200001', '某医院', '370202', 3, 'hospital', '2020-01-01', ?)""", registry.run());
        handle.execute("""
                INSERT INTO claim.claim (year, claim_id, claim_no, institution_id, person_id, bucket, scheme, treatment,
                    started_on, ended_on, referral, billed, lines_hash, run_id)
                SELECT 2025, nextval('claim.claim_id'), 'C2025-0000001', institution_id, person_id, bucket, '310', '21',
                    '2025-03-01', '2025-03-02', 'local', 100, 0, ?
                FROM registry.person, registry.institution WHERE person_id = ?""", registry.run(), withClaim);

        assertThatThrownBy(() -> merge(withClaim, other))
                .hasMessageContaining("person.has-claims")
                .hasMessageContaining("C2025-0000001");

        merge(other, withClaim);
    }

    @Test
    void anOperatorMayMergeAndSupportMayOnlyLook() {
        long loser = registry.person(10, "王芳");
        long winner = registry.person(12, "王芳");
        try (Database support = new Database(database.settingsAs("support"))) {
            assertThat(new PersonDirectory(support.handle())
                            .show(PersonReference.ofId(loser))
                            .person()
                            .id())
                    .isEqualTo(loser);
            assertThatThrownBy(() -> new PersonMerge(support.handle())
                            .merge(PersonReference.ofId(loser), PersonReference.ofId(winner), "registered twice"))
                    .hasMessageContaining("permission denied");
        }
        try (Database operator = new Database(database.settingsAs("operator"))) {
            new PersonMerge(operator.handle())
                    .merge(PersonReference.ofId(loser), PersonReference.ofId(winner), "registered twice");
        }
    }

    private void merge(long from, long into) {
        merge.merge(PersonReference.ofId(from), PersonReference.ofId(into), "registered twice");
    }
}
