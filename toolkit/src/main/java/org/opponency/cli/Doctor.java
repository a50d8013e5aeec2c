package org.opponency.cli;

import java.util.concurrent.Callable;
import org.opponency.report.ResultTable;
import org.opponency.study.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code opponency doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what runs here, on which device, and what is missing.")
final class Doctor implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var checks = Check.all();
    spec.commandLine().getOut().println(ResultTable.of(checks).text());
    return checks.stream().allMatch(Check::passed) ? 0 : 1;
  }
}
