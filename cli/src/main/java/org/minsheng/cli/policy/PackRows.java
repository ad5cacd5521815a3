package org.minsheng.cli.policy;

import java.util.List;
import org.minsheng.claim.ShelvedPack;
import org.minsheng.cli.render.Column;

/** The columns of a pack of the database. */
final class PackRows {
    static final List<Column> COLUMNS = List.of(
            Column.text("pack"),
            Column.text("version"),
            Column.text("state"),
            Column.text("pack_status"),
            Column.date("valid_from"),
            Column.date("valid_to"),
            Column.text("schemes"),
            Column.text("imported_by"),
            Column.time("imported_at"),
            Column.text("activated_by"),
            Column.time("activated_at"),
            // In a demonstration one login may approve its own pack; every output says so.
            Column.flag("own_approval"),
            Column.text("sha256"));

    private PackRows() {}

    static Object[] values(ShelvedPack pack) {
        return new Object[] {
            pack.id(),
            pack.version(),
            pack.isActive() ? "active" : "draft",
            pack.status(),
            pack.validFrom(),
            pack.validTo(),
            String.join(" ", pack.schemes()),
            pack.importedBy(),
            pack.importedAt(),
            pack.activatedBy(),
            pack.activatedAt(),
            pack.isActive() ? pack.importedBy().equals(pack.activatedBy()) : null,
            pack.sha256()
        };
    }
}
