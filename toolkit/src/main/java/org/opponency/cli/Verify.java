package org.opponency.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.opponency.archive.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code opponency verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the digest of every file anew, reckons quantities, intervals, trends and verdicts"
          + " from",
      "the numbers that are kept, and says of each file, quantity and claim whether it holds."
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:nothing was found wrong",
      "1:something does not hold",
      "2:wrong arguments, such as no folder of figures"
    })
final class Verify implements Callable<Integer> {
  @Parameters(
      paramLabel = "FOLDER|CRATE",
      description = "the figures, such as figures, their ro-crate-metadata.json, or a zip of them")
  private Path crate;

  @Mixin private Terminal terminal;

  @Override
  public Integer call() {
    Verification verification = Verification.of(crate);
    terminal.print(verification.rows());
    terminal.out().println(verification.summary());
    return verification.passed() ? 0 : 1;
  }
}
