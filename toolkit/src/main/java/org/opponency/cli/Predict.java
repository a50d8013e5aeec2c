package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.opponency.evaluation.Prediction;
import org.opponency.evaluation.Predictions;
import org.opponency.images.Unreadable;
import org.opponency.images.source.Images;
import org.opponency.io.Printable;
import org.opponency.models.Checkpoint;
import org.opponency.models.VisionModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code opponency predict}. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = {
      "Writes image, rank, class and probability of the five most probable classes.",
      "Names that a spreadsheet would take for formulas come behind an apostrophe."
    })
final class Predict implements Callable<Integer> {
  @Mixin private WeightsOption weights;

  @Option(names = "--images", required = true, description = "folder of images, read recursively")
  private Path images;

  @Mixin private PictureOptions pictures;

  @Option(names = "--refuse-unreadable", description = "stop at an image that cannot be read")
  private boolean refuse;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Checkpoint checkpoint = weights.read();
    try (VisionModel vision = VisionModel.of(checkpoint.network())) {
      Predictions predictions =
          Predictions.of(
              vision,
              Images.unlabelled(images),
              pictures.preprocessing(checkpoint.architecture()),
              refuse ? Unreadable.REFUSE : Unreadable.SKIP,
              StopSignal.progress());
      write(spec.commandLine().getOut(), checkpoint, predictions);
    }
    return 0;
  }

  private void write(PrintWriter out, Checkpoint checkpoint, Predictions predictions) {
    out.println("image,rank,class,probability");
    for (Prediction row : predictions.rows()) {
      for (int rank = 0; rank < row.top().size(); rank++) {
        String name = checkpoint.classes().get(row.top().get(rank));
        double probability = row.probabilities().get(rank);
        out.println(
            format("%s,%d,%s,%.6f", quoted(row.image()), rank + 1, quoted(name), probability));
      }
    }
    out.flush();
    predictions
        .skipped()
        .forEach(
            image ->
                spec.commandLine()
                    .getErr()
                    .println("skipped: " + Printable.escaped(image.reason())));
  }

  /** A name as a cell, which neither a terminal nor a spreadsheet is to obey. */
  private static String quoted(String name) {
    String text = Printable.escaped(name.matches("[=+@-].*") ? "'" + name : name);
    return text.matches("[^\",]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
