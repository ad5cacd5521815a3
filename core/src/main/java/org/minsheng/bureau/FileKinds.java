package org.minsheng.bureau;

import java.util.List;
import java.util.Optional;
import org.minsheng.claim.CatalogueFile;
import org.minsheng.claim.ClaimFiles;
import org.minsheng.ledger.AccountFile;
import org.minsheng.load.FileKind;
import org.minsheng.registry.CalendarFile;
import org.minsheng.registry.CodeFile;
import org.minsheng.registry.CompanyFile;
import org.minsheng.registry.EmploymentFile;
import org.minsheng.registry.EnrolmentFile;
import org.minsheng.registry.InstitutionFile;
import org.minsheng.registry.PersonFile;

/** All kinds of files that the bureau loads, for whoever tells of loads or takes them back; they price nothing. */
public final class FileKinds {
    private FileKinds() {}

    /** All of them, in the order in which a new bureau loads them. */
    public static List<FileKind> all() {
        ClaimFiles claims = ClaimFiles.unpriced();
        return List.of(
                CodeFile.KIND,
                CalendarFile.KIND,
                InstitutionFile.KIND,
                PersonFile.KIND,
                CompanyFile.KIND,
                EmploymentFile.KIND,
                EnrolmentFile.KIND,
                AccountFile.KIND,
                CatalogueFile.KIND,
                claims.claims(),
                claims.lines());
    }

    /** The kind of that name. */
    public static Optional<FileKind> named(String name) {
        return all().stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}
