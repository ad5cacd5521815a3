package org.minsheng.run;

/** Told how far a piece of work has come; a terminal shows it, everything else stays silent. */
public interface Progress {
    /** Hears nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void stage(String name, long total) {}

        @Override
        public void advance(long done) {}

        @Override
        public void finish() {}
    };

    /**
     * A new stage begins.
     *
     * @param name code of the stage, such as {@code load.stage}; its text is the listener's
     * @param total units of the stage, or 0 when unknown
     */
    void stage(String name, long total);

    /** So many units of the stage are done; safe to call from any thread and often. */
    void advance(long done);

    /** The work has ended, well or not. */
    void finish();
}
