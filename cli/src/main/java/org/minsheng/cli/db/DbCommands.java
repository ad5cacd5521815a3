package org.minsheng.cli.db;

import org.minsheng.cli.command.Noun;

/** The commands of {@code minsheng db}. */
public final class DbCommands {
    private DbCommands() {}

    /** The noun with its verbs. */
    public static Noun noun() {
        return Noun.of("db", new DbStart(), new DbStop(), new DbStatus(), new DbMigrate(), new DbPsql(), new DbRoles());
    }
}
