package org.minsheng.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes stored rejects into the files that they came back in, one a run and kind; they appear together at the end. */
final class RejectFiles implements AutoCloseable {
    private final Path folder;
    private final RejectWording wording;
    private final List<RejectFile> files = new ArrayList<>();
    private final List<RejectExport> exports = new ArrayList<>();
    private Reject last;
    private long rejects;

    RejectFiles(Path folder, RejectWording wording) {
        this.folder = folder;
        this.wording = wording;
    }

    /** Writes one; those of a file come one after the other. */
    void write(Reject reject) {
        boolean another = last == null || last.runId() != reject.runId() || last.fileNumber() != reject.fileNumber();
        if (another) {
            endFile();
            files.add(
                    new RejectFile(folder.resolve(RejectFile.nameFor(reject.kind(), reject.runId())), reject.names()));
        }
        files.get(files.size() - 1)
                .row(
                        reject.fields(),
                        Long.toString(reject.runId()),
                        reject.line(),
                        reject.column(),
                        reject.rule(),
                        reject.value(),
                        wording.reason(reject.problem()));
        last = reject;
        rejects++;
    }

    private void endFile() {
        if (last != null) {
            RejectFile file = files.get(files.size() - 1);
            // There may be more files than a process may have open.
            file.end();
            exports.add(new RejectExport(last.kind(), last.runId(), rejects, file.file()));
            rejects = 0;
            last = null;
        }
    }

    /** Ends the last file; returns what was written. */
    List<RejectExport> end() {
        endFile();
        return List.copyOf(exports);
    }

    /** Gives the files their names. */
    void publish() {
        files.forEach(RejectFile::publish);
    }

    @Override
    public void close() {
        files.forEach(RejectFile::close);
    }
}
