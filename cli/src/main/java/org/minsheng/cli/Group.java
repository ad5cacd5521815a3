package org.minsheng.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minsheng.cli.audit.AuditCommands;
import org.minsheng.cli.batch.BatchCommands;
import org.minsheng.cli.calendar.CalendarCommands;
import org.minsheng.cli.claim.ClaimCommands;
import org.minsheng.cli.code.CodeCommands;
import org.minsheng.cli.command.CommandNode;
import org.minsheng.cli.config.ConfigCommands;
import org.minsheng.cli.db.DbCommands;
import org.minsheng.cli.demo.DemoCommands;
import org.minsheng.cli.doctor.Doctor;
import org.minsheng.cli.id.IdCommands;
import org.minsheng.cli.load.LoadCommands;
import org.minsheng.cli.person.PersonCommands;
import org.minsheng.cli.policy.PolicyCommands;
import org.minsheng.cli.reject.RejectCommands;
import org.minsheng.cli.run.RunCommands;
import org.minsheng.cli.status.Status;

/**
 * The words that may follow {@code minsheng}, in the order of its first screen. The line that explains one stands in the
 * texts under {@code group.WORD}; its classes are loaded by {@link #load()} only.
 */
enum Group {
    CLAIM("claim"),
    ID("id"),
    PERSON("person"),
    INSTITUTION("institution"),
    COMPANY("company"),
    EMPLOYMENT("employment"),
    ENROLMENT("enrolment"),
    ACCOUNT("account"),
    CATALOGUE("catalogue"),
    CODE("code"),
    CALENDAR("calendar"),
    BATCH("batch"),
    RUN("run"),
    REJECT("reject"),
    AUDIT("audit"),
    STATUS("status"),
    DB("db"),
    CONFIG("config"),
    DOCTOR("doctor"),
    POLICY("policy"),
    DEMO("demo"),
    HELP("help");

    private final String word;

    Group(String word) {
        this.word = word;
    }

    /** The word as it is typed. */
    String word() {
        return word;
    }

    /** Loads the classes of the group. */
    CommandNode load() {
        return switch (this) {
            case CLAIM -> ClaimCommands.noun();
            case ID -> IdCommands.noun();
            case PERSON -> PersonCommands.noun();
            case INSTITUTION -> LoadCommands.institution();
            case COMPANY -> LoadCommands.company();
            case EMPLOYMENT -> LoadCommands.employment();
            case ENROLMENT -> LoadCommands.enrolment();
            case ACCOUNT -> LoadCommands.account();
            case CATALOGUE -> LoadCommands.catalogue();
            case CODE -> CodeCommands.noun();
            case CALENDAR -> CalendarCommands.noun();
            case BATCH -> BatchCommands.noun();
            case RUN -> RunCommands.noun(ClaimCommands.resumptions());
            case REJECT -> RejectCommands.noun();
            case AUDIT -> AuditCommands.noun();
            case STATUS -> new Status();
            case DB -> DbCommands.noun();
            case CONFIG -> ConfigCommands.noun();
            case DOCTOR -> new Doctor();
            case POLICY -> PolicyCommands.noun();
            case DEMO -> DemoCommands.noun();
            case HELP -> new HelpCommand();
        };
    }

    /** The group of that word. */
    static Optional<Group> of(String word) {
        for (Group group : values()) {
            if (group.word.equals(word)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    /** The words of all groups. */
    static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Group group : values()) {
            words.add(group.word);
        }
        return words;
    }
}
