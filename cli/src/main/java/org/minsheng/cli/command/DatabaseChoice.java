package org.minsheng.cli.command;

import java.util.Objects;
import org.minsheng.db.ConnectionSettings;

/**
 * The database that the settings name.
 *
 * @param settings the way to it
 * @param embedded whether it is the home's own server
 * @param expectedInstallation the setting that pins the installation, or null
 */
public record DatabaseChoice(ConnectionSettings settings, boolean embedded, Setting expectedInstallation) {
    public DatabaseChoice {
        Objects.requireNonNull(settings);
    }
}
