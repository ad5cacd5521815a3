package org.minsheng.claim;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.minsheng.base.Problem;
import org.minsheng.claim.engine.CounterEntries;
import org.minsheng.claim.engine.Payers;
import org.minsheng.claim.engine.SettlementEngine;
import org.minsheng.db.CopyIn;
import org.minsheng.ledger.LedgerRows;
import org.minsheng.policy.Payer;
import org.minsheng.run.Json;

/**
 * Writes what was decided in a bucket: settlements, account draws, transfers and holds, and takes the settled claims
 * off the open ones. All of it in the caller's transaction, closed by a gate that compares what was written.
 */
final class BucketWriter {
    private static final String SETTLEMENT = """
            claim.settlement (year, claim_id, settlement_no, bucket, person_id, institution_id, decided_on, pack_no,
                engine_version, outcome, scheme, person_type, treatment, tier, medfee_sumamt, fulamt_ownpay_amt,
                overlmt_selfpay, preselfpay_amt, inscp_scp_amt, act_pay_dedc, hifp_pay, hifob_pay, hifmi_pay,
                cvlserv_pay, hifes_pay, hifdm_pay, maf_pay, oth_pay, hosp_part_amt, acct_pay, acct_mulaid_pay,
                psn_cash_pay, counters, trail, run_id)""";
    private static final List<Payer> PAYER_COLUMNS = List.of(Payer.values());
    /** Who owes an institution something: everyone but the patient's purse and the hospital itself. */
    private static final Payer[] DEBTORS = PAYER_COLUMNS.stream()
            .filter(payer -> payer != Payer.CASH && payer != Payer.HOSP_PART)
            .toArray(Payer[]::new);

    private final long runId;
    private final Visible visible;

    BucketWriter(long runId, Visible visible) {
        this.runId = runId;
        this.visible = visible;
    }

    /** Writes the decisions; {@code settle.unbalanced} ends the transaction when the gate finds a difference. */
    void write(Handle handle, int bucket, List<Decision> decisions) {
        List<Decision> settled =
                decisions.stream().filter(decision -> !decision.isHeld()).toList();
        List<Decision> held = decisions.stream().filter(Decision::isHeld).toList();
        Connection connection = handle.getConnection();
        writeSettlements(connection, bucket, settled);
        writeAccountDraws(connection, bucket, settled);
        writeTransfers(connection, bucket, settled);
        int closed = closeOpenClaims(handle, bucket, held);
        replaceHolds(handle, bucket, held);
        gate(handle, bucket, settled.size(), closed);
    }

    private void writeSettlements(Connection connection, int bucket, List<Decision> settled) {
        try (CopyIn copy = CopyIn.into(connection, SETTLEMENT)) {
            for (Decision decision : settled) {
                OpenClaim claim = decision.claim();
                copy.number(claim.year())
                        .number(claim.id())
                        .number(settlementNo(claim))
                        .number(bucket);
                copy.number(decision.personId())
                        .number(claim.institution().id())
                        .date(decision.decidedOn());
                copy.number(decision.packNumber()).text(SettlementEngine.VERSION);
                copy.text(decision.settled().outcome().label()).text(claim.scheme());
                copy.text(decision.personType())
                        .text(claim.treatment())
                        .number(claim.institution().tier());
                writeAmounts(copy, decision.settled().payers());
                copy.text(CounterEntries.encode(decision.settled().entries(), decision.decidedOn()));
                copy.text(decision.settled().trail().encode()).number(runId).endRow();
            }
            copy.finish();
        }
    }

    private static int settlementNo(OpenClaim claim) {
        return claim.timesSettled() + 1;
    }

    private static void writeAmounts(CopyIn copy, Payers payers) {
        copy.number(payers.billed())
                .number(payers.own())
                .number(payers.overLimit())
                .number(payers.selfFirst());
        copy.number(payers.inScope()).number(payers.deductible());
        for (Payer payer : PAYER_COLUMNS) {
            copy.number(payers.of(payer));
        }
    }

    private void writeAccountDraws(Connection connection, int bucket, List<Decision> settled) {
        try (CopyIn copy = LedgerRows.accountEntries(connection)) {
            for (Decision decision : settled) {
                long drawn = decision.settled().payers().acct();
                if (drawn != 0) {
                    OpenClaim claim = decision.claim();
                    copy.number(bucket)
                            .number(decision.personId())
                            .date(claim.endedOn())
                            .text("claim");
                    copy.number(-drawn)
                            .text(claim.institution().code() + "/" + claim.claimNo())
                            .number(runId);
                    copy.endRow();
                }
            }
            copy.finish();
        }
    }

    private void writeTransfers(Connection connection, int bucket, List<Decision> settled) {
        Map<Integer, long[]> sums = new TreeMap<>();
        for (Decision decision : settled) {
            long[] sum =
                    sums.computeIfAbsent(decision.claim().institution().id(), institution -> new long[DEBTORS.length]);
            Payers payers = decision.settled().payers();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += payers.of(DEBTORS[i]);
            }
        }
        try (CopyIn copy = LedgerRows.transfers(connection)) {
            for (Map.Entry<Integer, long[]> entry : sums.entrySet()) {
                for (int i = 0; i < DEBTORS.length; i++) {
                    if (entry.getValue()[i] != 0) {
                        copy.number(runId).number(bucket).number(entry.getKey());
                        copy.text(DEBTORS[i].text())
                                .text("payable")
                                .number(entry.getValue()[i])
                                .endRow();
                    }
                }
            }
            copy.finish();
        }
    }

    /** Takes the settled claims off the open ones: all that this run saw in the bucket, but for the held. */
    private int closeOpenClaims(Handle handle, int bucket, List<Decision> held) {
        Long[] heldIds = held.stream().map(decision -> decision.claim().id()).toArray(Long[]::new);
        return handle.createUpdate("DELETE FROM claim.open_claim WHERE " + visible.openClaims(bucket)
                        + " AND claim_id <> ALL (:held)")
                .bindByType("held", heldIds, Long[].class)
                .execute();
    }

    private void replaceHolds(Handle handle, int bucket, List<Decision> held) {
        handle.createUpdate("""
                        DELETE FROM claim.hold WHERE bucket = :bucket AND NOT EXISTS (
                            SELECT FROM claim.open_claim open
                            WHERE open.claim_id = hold.claim_id AND open.bucket = hold.bucket
                                AND open.person_id = hold.person_id)""").bind("bucket", bucket).execute();
        if (held.isEmpty()) {
            return;
        }
        try (PreparedBatch holds = handle.prepareBatch("""
                INSERT INTO claim.hold (claim_id, year, bucket, person_id, rule, facts, run_id)
                VALUES (:claim, :year, :bucket, :person, :rule, CAST(:facts AS jsonb), :run)
                ON CONFLICT (claim_id) DO UPDATE SET rule = excluded.rule, facts = excluded.facts,
                    run_id = excluded.run_id""")) {
            for (Decision decision : held) {
                holds.bind("claim", decision.claim().id())
                        .bind("year", decision.claim().year())
                        .bind("bucket", bucket)
                        .bind("person", decision.personId())
                        .bind("rule", decision.held().code().code())
                        .bind("facts", Json.write(decision.held().facts()))
                        .bind("run", runId)
                        .add();
            }
            holds.execute();
        }
    }

    /**
     * Sub-ledger = general ledger = personal accounts, and as many claims closed as settled. The run is no condition of
     * the scans but of the sums: asked for a run, PostgreSQL would read all that this run has written in any bucket.
     */
    private void gate(Handle handle, int bucket, int settled, int closed) {
        String difference = handle.createQuery("""
                        SELECT concat_ws(' ', settled.rows, settled.owed, transfers.owed, settled.drawn, accounts.drawn)
                        FROM (SELECT count(*) FILTER (WHERE run_id = :run) AS rows,
                                  coalesce(sum(acct_pay) FILTER (WHERE run_id = :run), 0) AS drawn,
                                  coalesce(sum(hifp_pay + hifob_pay + hifmi_pay + cvlserv_pay + hifes_pay + hifdm_pay
                                      + maf_pay + oth_pay + acct_pay + acct_mulaid_pay)
                                      FILTER (WHERE run_id = :run), 0) AS owed
                              FROM claim.settlement WHERE bucket = :bucket) settled,
                             (SELECT coalesce(sum(amount), 0) AS owed
                              FROM ledger.pub_transfer WHERE run_id = :run AND bucket = :bucket) transfers,
                             (SELECT coalesce(-sum(amount) FILTER (WHERE run_id = :run), 0) AS drawn
                              FROM ledger.pub_account_entry WHERE bucket = :bucket) accounts
                        WHERE settled.rows <> :settled OR settled.owed <> transfers.owed
                            OR settled.drawn <> accounts.drawn""")
                .bind("bucket", bucket)
                .bind("run", runId)
                .bind("settled", settled)
                .mapTo(String.class)
                .findOne()
                .orElse(closed == settled ? "" : "closed " + closed + " of " + settled);
        if (!difference.isEmpty()) {
            throw Problem.of(ClaimProblem.SETTLE_UNBALANCED)
                    .with("bucket", bucket)
                    .with("difference", difference)
                    .asException();
        }
    }
}
