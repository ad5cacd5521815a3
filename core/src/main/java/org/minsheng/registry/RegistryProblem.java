package org.minsheng.registry;

import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemKind;

/** What can be wrong with a person, a code or a day of the calendar. */
public enum RegistryProblem implements ProblemCode {
    /** No person has this number or id; fact {@code person}. */
    PERSON_NOT_FOUND("person.not-found", ProblemKind.NOT_FOUND),
    /** The text is neither an identity number nor a person's id; facts {@code value}, {@code rule}. */
    PERSON_NOT_A_REFERENCE("person.not-a-reference", ProblemKind.USAGE),
    /** Both records are the same one; fact {@code person}. */
    PERSON_MERGED_WITH_ITSELF("person.merged-with-itself", ProblemKind.CONFLICT),
    /** Somebody else merged the record just now; fact {@code person}. */
    PERSON_CHANGED_MEANWHILE("person.changed-meanwhile", ProblemKind.CONFLICT),
    /** Insured spells of the two persons overlap without being the same; facts {@code scheme} and the four dates. */
    PERSON_SPELLS_OVERLAP("person.spells-overlap", ProblemKind.CONFLICT),
    /** Both persons have an employment that begins alike and goes on differently; facts {@code company}, {@code from}. */
    PERSON_EMPLOYMENTS_DIFFER("person.employments-differ", ProblemKind.CONFLICT),
    /** No code table has this name; fact {@code table}. */
    CODE_TABLE_UNKNOWN("code.table-unknown", ProblemKind.NOT_FOUND),
    /** The table has no such version; facts {@code table}, {@code version}. */
    CODE_VERSION_UNKNOWN("code.version-unknown", ProblemKind.NOT_FOUND),
    /** The table has no such code; facts {@code table}, {@code code}. */
    CODE_UNKNOWN("code.unknown", ProblemKind.NOT_FOUND),
    /** The sender's code is not mapped; facts {@code table}, {@code sender}, {@code code}. */
    CODE_MAPPING_UNKNOWN("code.mapping-unknown", ProblemKind.NOT_FOUND),
    /** A row's sex is not that of the identity number; facts {@code value}, {@code expected}. */
    PERSON_SEX_MISMATCH("person.sex-mismatch", ProblemKind.FINDING),
    /** A row's date of birth is not that of the identity number; facts {@code value}, {@code expected}. */
    PERSON_BIRTH_MISMATCH("person.birth-mismatch", ProblemKind.FINDING),
    /** A row names a person who is not registered; fact {@code value}. */
    PERSON_UNKNOWN("person.unknown", ProblemKind.FINDING),
    /** A row names a company that is not registered; fact {@code value}. */
    COMPANY_UNKNOWN("company.unknown", ProblemKind.FINDING),
    /** A row names an institution that is not registered; fact {@code value}. */
    INSTITUTION_UNKNOWN("institution.unknown", ProblemKind.FINDING),
    /** A period ends before it begins; facts {@code value}, {@code from}. */
    PERIOD_REVERSED("period.reversed", ProblemKind.FINDING),
    /** Two insured spells of a person in one scheme share days; facts {@code from}, {@code to} of the other. */
    ENROLMENT_OVERLAP("enrolment.overlap", ProblemKind.FINDING);

    private final String code;
    private final ProblemKind kind;

    RegistryProblem(String code, ProblemKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
