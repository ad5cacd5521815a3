package org.minsheng.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.minsheng.claim.engine.Outcome;
import org.minsheng.claim.engine.Payers;
import org.minsheng.db.Locks;
import org.minsheng.run.Checkpoints;
import org.minsheng.run.Progress;
import org.minsheng.run.Run;
import org.minsheng.run.RunLedger;

/** Settles one bucket: fence, lock, read, decide, write, checkpoint, all in one transaction. Used by all workers. */
final class BucketWork {
    private final Run run;
    private final BucketReader reader;
    private final BucketFold fold;
    private final BucketWriter writer;
    private final Progress progress;

    BucketWork(Run run, Visible visible, ActivePacks packs, Map<Integer, Institution> institutions, Progress progress) {
        this.run = run;
        this.reader = new BucketReader(visible, institutions, packs);
        this.fold = new BucketFold(packs);
        this.writer = new BucketWriter(run.id(), visible);
        this.progress = progress;
    }

    void settle(Handle handle, int bucket) {
        List<Decision> decisions = handle.inTransaction(transaction -> {
            new RunLedger(transaction).fence(run.id(), run.attempt());
            Locks.bucket(transaction, bucket);
            Collection<PersonCase> persons = reader.read(transaction.getConnection(), bucket);
            List<Decision> decided = new ArrayList<>();
            for (PersonCase person : persons) {
                decided.addAll(fold.decide(person));
            }
            writer.write(transaction, bucket, decided);
            new Checkpoints(transaction).mark(run.id(), bucket, run.attempt(), sums(decided));
            return decided;
        });
        progress.advance(decisions.size());
    }

    private static Map<String, Object> sums(List<Decision> decisions) {
        long settled = 0;
        long notCovered = 0;
        long billed = 0;
        long funds = 0;
        long patients = 0;
        long hospitals = 0;
        for (Decision decision : decisions) {
            if (!decision.isHeld()) {
                Payers payers = decision.settled().payers();
                boolean covered = decision.settled().outcome() == Outcome.SETTLED;
                settled += covered ? 1 : 0;
                notCovered += covered ? 0 : 1;
                billed += payers.billed();
                funds += payers.funds();
                patients += payers.patient();
                hospitals += payers.hospPart();
            }
        }
        Map<String, Object> sums = new LinkedHashMap<>();
        sums.put("settled", settled);
        sums.put("not_covered", notCovered);
        sums.put("billed", billed);
        sums.put("funds", funds);
        sums.put("patients", patients);
        sums.put("hospitals", hospitals);
        return sums;
    }
}
