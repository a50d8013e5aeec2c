package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.opponency.evaluation.Prediction;
import org.opponency.evaluation.Predictions;
import org.opponency.images.Unreadable;
import org.opponency.images.source.Images;
import org.opponency.io.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin private TorchScriptOptions script;

  @Option(names = "--images", required = true, description = "folder of images, read recursively")
  private Path images;

  @Mixin private PictureOptions pictures;

  @Option(names = "--refuse-unreadable", description = "stop at an image that cannot be read")
  private boolean refuse;

  @Mixin private Terminal terminal;

  @Override
  public Integer call() throws IOException {
    try (OpenNetwork network = weights.open(script)) {
      Predictions predictions =
          Predictions.of(
              network.vision(),
              Images.unlabelled(images),
              pictures.preprocessing(network.vision().architecture()),
              refuse ? Unreadable.REFUSE : Unreadable.SKIP,
              StopSignal.progress());
      write(terminal.out(), network.classes(), predictions);
    }
    return 0;
  }

  private void write(PrintWriter out, List<String> classes, Predictions predictions) {
    out.println("image,rank,class,probability");
    for (Prediction row : predictions.rows()) {
      for (int rank = 0; rank < row.top().size(); rank++) {
        String name = classes.get(row.top().get(rank));
        double probability = row.probabilities().get(rank);
        out.println(
            format("%s,%d,%s,%.6f", quoted(row.image()), rank + 1, quoted(name), probability));
      }
    }
    out.flush();
    terminal.tell(predictions.skipped());
  }

  /** A name as a cell, which neither a terminal nor a spreadsheet is to obey. */
  private static String quoted(String name) {
    String text = Printable.escaped(name.matches("[=+@-].*") ? "'" + name : name);
    return text.matches("[^\",]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
