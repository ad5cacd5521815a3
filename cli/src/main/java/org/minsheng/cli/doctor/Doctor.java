package org.minsheng.cli.doctor;

import java.io.IOException;
import org.minsheng.base.Problem;
import org.minsheng.cli.command.CliProblem;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import picocli.CommandLine.Command;

/** {@code minsheng doctor}: what is wrong here, and the command that mends it; needs no database. */
@Command(name = "doctor")
public final class Doctor implements Verb {
    @Override
    public boolean toleratesBrokenSettings() {
        return true;
    }

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Findings findings = new Findings(invocation);
        new MachineChecks(invocation, findings).run();
        new HomeChecks(invocation, findings).run();
        new DatabaseChecks(invocation, findings).run();
        RowPrinter rows = invocation.rows(
                Column.text("check"), Column.text("state"), Column.text("finding"), Column.text("mend"));
        for (Finding finding : findings.all()) {
            rows.row(finding.check(), finding.state().label(), finding.text(), finding.mend());
        }
        rows.finish();
        if (findings.wrong() == 0) {
            return ExitStatus.OK;
        }
        invocation.report(Problem.of(CliProblem.DOCTOR_FOUND_WRONG)
                .with("wrong", findings.wrong())
                .with("checks", findings.all().size()));
        return ExitStatus.FAILED;
    }
}
