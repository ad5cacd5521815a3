package org.minsheng.cli.load;

import org.minsheng.claim.CatalogueFile;
import org.minsheng.cli.command.Noun;
import org.minsheng.ledger.AccountFile;
import org.minsheng.load.FileKind;
import org.minsheng.registry.CompanyFile;
import org.minsheng.registry.EmploymentFile;
import org.minsheng.registry.EnrolmentFile;
import org.minsheng.registry.InstitutionFile;

/** The nouns whose only verb is {@code import}. */
public final class LoadCommands {
    private LoadCommands() {}

    /** {@code minsheng institution}. */
    public static Noun institution() {
        return noun(InstitutionFile.KIND);
    }

    /** {@code minsheng company}. */
    public static Noun company() {
        return noun(CompanyFile.KIND);
    }

    /** {@code minsheng employment}. */
    public static Noun employment() {
        return noun(EmploymentFile.KIND);
    }

    /** {@code minsheng enrolment}. */
    public static Noun enrolment() {
        return noun(EnrolmentFile.KIND);
    }

    /** {@code minsheng account}. */
    public static Noun account() {
        return noun(AccountFile.KIND);
    }

    /** {@code minsheng catalogue}. */
    public static Noun catalogue() {
        return noun(CatalogueFile.KIND);
    }

    private static Noun noun(FileKind kind) {
        return Noun.of(kind.name(), new ImportCommand(kind));
    }
}
