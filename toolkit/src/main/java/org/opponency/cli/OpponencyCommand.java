package org.opponency.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.opponency.images.ImageDataException;
import org.opponency.images.UnreadableImageException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code opponency} command. Exit status: 0 done, 1 failed, 2 wrong arguments or data. */
@Command(
    name = "opponency",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Anatomically constrained ResNets: training and analyses without a notebook.",
    subcommands = {
      Doctor.class,
      Models.class,
      Pack.class,
      Train.class,
      Predict.class,
      Census.class,
      ReceptiveFields.class,
      SuperStimulusCommand.class,
      ShapeBiasCommand.class,
      AttackNetwork.class,
      SweepCommand.class
    })
public final class OpponencyCommand {
  private OpponencyCommand() {}

  /** Runs a command and ends the process with its status. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new OpponencyCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command.getErr().println("opponency: " + message(failure));
          return isInput(failure) ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        });
    return line;
  }

  private static boolean isInput(Exception failure) {
    return failure instanceof IllegalArgumentException
        || failure instanceof ImageDataException
        || failure instanceof UnreadableImageException
        || failure instanceof IOException
        || failure instanceof UncheckedIOException;
  }

  private static String message(Exception failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
