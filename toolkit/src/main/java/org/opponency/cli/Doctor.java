package org.opponency.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.opponency.study.Check;
import org.opponency.study.parity.Parity;
import org.opponency.study.parity.ParityCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opponency doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what runs here, on which device, and what is missing.")
final class Doctor implements Callable<Integer> {
  @Option(
      names = "--parity",
      description = {
        "also compare pictures, networks and training with PyTorch's, torchvision's and Pillow's",
        "numbers; about a minute"
      })
  private boolean parity;

  @Mixin private Terminal terminal;

  private final Supplier<List<ParityCheck>> certificate;

  Doctor() {
    this(() -> Parity.certificate(StopSignal.progress()));
  }

  Doctor(Supplier<List<ParityCheck>> certificate) {
    this.certificate = certificate;
  }

  @Override
  public Integer call() {
    boolean healthy = print(Check.all(StopSignal.progress())).stream().allMatch(Check::passed);
    boolean equal = !parity || print(certificate.get()).stream().allMatch(ParityCheck::passed);
    return healthy && equal ? 0 : 1;
  }

  private <R extends Record> List<R> print(List<R> rows) {
    terminal.print(rows);
    return rows;
  }
}
