package org.opponency.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.opponency.models.VisionModel;
import org.opponency.physiology.Passport;
import org.opponency.report.PassportReport;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.laboratory.Laboratory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opponency passport}. */
@Command(
    name = "passport",
    mixinStandardHelpOptions = true,
    description = {
      "Measures every cell of some layers with the instruments of the laboratory and writes a page",
      "a layer, and passport.csv with a row a cell."
    })
final class PassportCommand implements Callable<Integer> {
  @Mixin private WeightsOption weights;

  @Option(
      names = "--layer",
      arity = "1..*",
      paramLabel = "NAME",
      description =
          "PyTorch module paths; default: Retina-2 and ResNet-1, else the first convolution.")
  private List<String> layers = List.of();

  @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "where to write")
  private Path out;

  @Mixin private Terminal terminal;

  @Override
  public Integer call() throws IOException {
    OutputFile.folder(out);
    try (VisionModel vision = weights.open()) {
      Passport passport =
          Passport.of(vision, layers(vision), Laboratory.INSTRUMENTS, StopSignal.progress());
      PassportReport.save(
          passport, weights.name(), weights.provenance(vision, "passport", out), out);
      passport.layers().forEach(this::tell);
      tell(PassportReport.TABLE);
    }
    return 0;
  }

  private void tell(Passport.Layer layer) {
    layer.leftOut().ifPresent(what -> terminal.tell("warning: " + what));
    tell(PassportReport.page(layer.name()));
  }

  private void tell(String file) {
    terminal.out().println(out.resolve(file));
  }

  private List<String> layers(VisionModel vision) {
    if (!layers.isEmpty()) {
      return layers;
    }
    List<String> own = EarlyVision.FIGURE_2.stream().filter(vision.layers()::contains).toList();
    return own.isEmpty() ? List.of(EarlyVision.firstLayer(vision)) : own;
  }
}
