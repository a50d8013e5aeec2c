package org.opponency.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.opponency.io.StoppedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The {@code opponency} command. Exit status: 0 done, 1 failed, 2 wrong arguments or data. */
@Command(
    name = "opponency",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Anatomically constrained ResNets: training and analyses without a notebook.",
    subcommands = {
      Doctor.class,
      Models.class,
      DataCommand.class,
      Pack.class,
      Train.class,
      Predict.class,
      Census.class,
      PassportCommand.class,
      ReceptiveFields.class,
      SuperStimulusCommand.class,
      ShapeBiasCommand.class,
      AttackNetwork.class,
      Export.class,
      SweepCommand.class,
      CrateCommand.class,
      Verify.class
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
    line.setExecutionStrategy(OpponencyCommand::run);
    return line;
  }

  /** Runs what was asked for, so that signals let it end by itself and failures are told alike. */
  private static int run(ParseResult parsed) {
    try {
      return StopSignal.during(stop -> reported(parsed));
    } catch (StoppedException e) {
      return CommandLine.ExitCode.SOFTWARE; // where it was no signal that stopped it
    }
  }

  private static int reported(ParseResult parsed) {
    try {
      return runLast(parsed);
    } catch (ParameterException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      FailureReport report = FailureReport.of(e);
      parsed.commandSpec().commandLine().getErr().println("opponency: " + report.message());
      if (e instanceof StoppedException stopped) {
        throw stopped;
      }
      return report.status();
    }
  }

  private static int runLast(ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (CommandLine.ExecutionException e) {
      throw unchecked(e.getCause() == null ? e : e.getCause());
    }
  }

  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    } else if (failure instanceof IOException io) {
      return new UncheckedIOException(io);
    }
    return failure instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(failure);
  }
}
