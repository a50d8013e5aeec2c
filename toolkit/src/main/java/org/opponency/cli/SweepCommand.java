package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opponency.io.AtomicFiles;
import org.opponency.io.Progress;
import org.opponency.report.notebook.ProgressBar;
import org.opponency.report.table.ResultTable;
import org.opponency.study.Study;
import org.opponency.study.sweep.Outcome;
import org.opponency.study.sweep.Sweep;
import org.opponency.study.sweep.SweepTables;
import org.opponency.study.sweep.UnitRow;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opponency sweep}. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description = {
      "The long work behind the notebooks, in units for many machines that share the results.",
      "Scale and data come from OPPONENCY_SCALE, OPPONENCY_DATA and OPPONENCY_SIZE, the folder",
      "that all workers share from OPPONENCY_HOME."
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:done",
      "1:failed, or not all units are done (--merge)",
      "2:wrong arguments, such as an unknown unit, or data",
      "3:another worker holds the unit or one that it needs",
      "75:stopped by SIGTERM or Ctrl-C and saved; run the unit again to go on"
    })
final class SweepCommand implements Callable<Integer> {
  /** Another worker has the unit. */
  static final int HELD = 3;

  /** Saved and to be run again: EX_TEMPFAIL of sysexits.h. */
  static final int STOPPED = 75;

  private static final int PAUSE_SECONDS = 5;

  /** One of these, and only one. */
  private static final class Action {
    @Option(names = "--list", description = "number, name and state of every unit")
    private boolean list;

    @Option(
        names = "--unit",
        paramLabel = "K",
        description = {
          "do unit K, and first what it needs; a unit that is done returns at once, one that was",
          "stopped goes on"
        })
    private Integer unit;

    @Option(
        names = "--status",
        description = "how many units are done, and of each since when, by whom and why not")
    private boolean status;

    @Option(
        names = "--merge",
        description = {
          "when all units are done, read all results back, compute what no unit does (receptive",
          "fields, linearity) and write all as tables to results/SCALE/tables; else list what is",
          "missing"
        })
    private boolean merge;
  }

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Action action;

  @Option(
      names = "--wait",
      description = "with --unit: wait for another worker instead of exiting with 3")
  private boolean wait;

  @Mixin private Terminal terminal;

  @Override
  public Integer call() {
    Consumer<Progress> log = ProgressBar.inLog(System.err);
    Study study = Study.open(StopSignal.ending(log));
    Sweep sweep = Sweep.of(study, log);
    if (action.unit != null) {
      return run(sweep, StopSignal::isReceived);
    } else if (action.merge) {
      return merge(study, sweep);
    }
    return action.list ? list(sweep.rows()) : status(sweep.rows());
  }

  private int run(Sweep sweep, BooleanSupplier stop) {
    Outcome outcome = sweep.run(action.unit, stop);
    while (wait && outcome.kind() == Outcome.Kind.HELD && !stop.getAsBoolean()) {
      terminal.out().println("waiting: " + outcome.message());
      pause();
      outcome = sweep.run(action.unit, stop);
    }
    terminal.out().println(outcome.message());
    return switch (outcome.kind()) {
      case DONE -> 0;
      case HELD -> stop.getAsBoolean() ? STOPPED : HELD;
      case STOPPED -> STOPPED;
    };
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for another worker", e);
    }
  }

  /** A unit as {@code --list} shows it. */
  private record Row(int unit, String name, String state) {}

  private int list(List<UnitRow> rows) {
    var brief = rows.stream().map(row -> new Row(row.unit(), row.name(), row.state())).toList();
    terminal.print(brief);
    return 0;
  }

  private int status(List<UnitRow> rows) {
    terminal.print(rows);
    terminal.out().println(counts(rows));
    return 0;
  }

  private static String counts(List<UnitRow> rows) {
    return Stream.of("done", "running", "failed", "waiting")
        .map(state -> rows.stream().filter(r -> r.state().equals(state)).count() + " " + state)
        .collect(Collectors.joining(", ", rows.size() + " units: ", ""));
  }

  private int merge(Study study, Sweep sweep) {
    sweep.merge();
    Path folder = study.results().resolve("tables");
    for (Map.Entry<String, List<? extends Record>> table : SweepTables.of(study).entrySet()) {
      String csv = ResultTable.of(table.getValue()).csv();
      AtomicFiles.write(folder.resolve(table.getKey() + ".csv"), csv);
    }
    terminal.out().println(format("%d units merged into %s", sweep.rows().size(), folder));
    return 0;
  }
}
