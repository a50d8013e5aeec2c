package org.opponency.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.opponency.models.VisionModel;
import org.opponency.physiology.DifferenceOfGaussians;
import org.opponency.physiology.FieldProtocol;
import org.opponency.physiology.Linearity;
import org.opponency.physiology.ReceptiveField;
import org.opponency.report.Figure;
import org.opponency.report.ReceptiveFieldFigures;
import org.opponency.study.Study;
import org.opponency.study.analysis.EarlyVision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opponency receptive-fields}. */
@Command(
    name = "receptive-fields",
    mixinStandardHelpOptions = true,
    description = {
      "Draws the receptive fields of a layer's cells in colour and in grey, and writes beside the",
      "picture how well a difference of Gaussians fits each and how linear the cell is."
    })
final class ReceptiveFields implements Callable<Integer> {
  @Mixin private WeightsOption weights;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "PyTorch module path; default: Retina-2, else the first convolution.")
  private Optional<String> chosen = Optional.empty();

  @Option(
      names = "--protocol",
      description = "one of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private FieldProtocol protocol = FieldProtocol.PAPER;

  @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "where to write")
  private Path out;

  @Mixin private Terminal terminal;

  @Override
  public Integer call() throws IOException {
    OutputFile.folder(out);
    try (VisionModel vision = weights.open()) {
      String layer = chosen.orElseGet(() -> EarlyVision.firstLayer(vision));
      List<ReceptiveField> fields = ReceptiveField.of(vision, layer, protocol);
      Figure figure =
          ReceptiveFieldFigures.layer(
              fields,
              fields.stream().map(ReceptiveFields::fit).toList(),
              Linearity.of(vision, layer, Linearity.INPUTS, Study.SEED),
              weights.provenance(vision, "receptive fields: " + protocol, out));
      StopSignal.obey();
      figure.save();
      terminal.out().println(figure.data().text());
    }
    return 0;
  }

  private static DifferenceOfGaussians fit(ReceptiveField field) {
    StopSignal.obey(); // of a large field it takes a second
    return DifferenceOfGaussians.fit(field);
  }
}
