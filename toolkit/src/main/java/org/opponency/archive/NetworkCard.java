package org.opponency.archive;

import static org.opponency.io.Text.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.io.Printable;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.ModelFolder;
import org.opponency.models.Ventral;
import org.opponency.study.store.Origin;
import org.opponency.training.EpochLog;
import org.opponency.training.TrainingNote;

/**
 * The card of one network that leaves the house: what it is, how it is used, and what its file says
 * of its training. Nothing stands in it that no file says.
 */
public final class NetworkCard {
  private static final String CARD =
      """
      ---
      license: %s
      library_name: pytorch
      pipeline_tag: image-classification
      tags: [vision, bottleneck, retina, early-vision]
      ---
      # %s

      %s It tells %s apart in pictures of %d x %5$d pixels. `%s` has it in full.

      ## Use

      ```python
      from network import load  # %s, beside this card; it needs PyTorch alone
      model = load()
      logits = model(pixels)    # float32 (N, 3, %5$d, %5$d), RGB, in [0, 1], not normalised
      ```

      ## Training

      %s
      ## Provenance

      %s
      ## What it is good for, and what not

      To study what a bottleneck does to early vision. It is not fit to recognise things in earnest,
      and shares the flaws of the pictures that it was trained on.
      """;

  private static final String TRAINED =
      """
      ```
      %s
      ```

      | | |
      |---|---|
      | epochs, steps | %d, %d |
      | training accuracy, as seen in the last epoch | %.1f %% |
      | validation accuracy, after the last epoch | %.1f %% |
      | validation loss (nats) | %.3f |
      | bottleneck | %s |
      | pictures that could not be read | %d |
      """;

  private static final String NOT_KNOWN =
      "What it was trained on and how, its file does not say; no number on it was measured here.\n";

  private NetworkCard() {}

  /**
   * The card.
   *
   * @param title what to call the network
   * @param source the file or the published name that it was read from
   * @param training what the file says of it, if it does
   * @param origin what trained it
   */
  public static String of(
      String title,
      String source,
      Checkpoint network,
      Optional<TrainingNote> training,
      Origin origin) {
    Architecture architecture = network.architecture();
    return format(
        CARD,
        training.isPresent() ? "apache-2.0" : "unknown",
        Printable.escaped(title),
        what(architecture),
        architecture.classes() == 0 ? "nothing" : architecture.classes() + " classes",
        architecture.imageSize(),
        ModelFolder.CONFIG,
        ModelFolder.MODULE,
        training.filter(note -> !note.log().isEmpty()).map(NetworkCard::trained).orElse(NOT_KNOWN),
        provenance(source, network, origin));
  }

  private static String what(Architecture architecture) {
    return architecture.ventral() instanceof Ventral.ResNet
        ? ModelCard.what(architecture.width())
        : format(
            "A network of the companion studies (Lindsey et al. 2019, Harris et al. 2019, 2020), %s.",
            BottleneckWidth.name(architecture.width()));
  }

  private static String trained(TrainingNote note) {
    EpochLog last = note.log().get(note.log().size() - 1);
    return format(
        TRAINED,
        Printable.escaped(note.run()),
        last.epoch(),
        last.steps(),
        100 * last.accuracy(),
        100 * last.validationAccuracy(),
        last.validationLoss(),
        note.dead() ? "dead: silent on every validation picture" : "alive",
        note.skipped().size());
  }

  private static String provenance(String source, Checkpoint network, Origin origin) {
    String trainer =
        origin.equals(Origin.UNKNOWN)
            ? "What trained it is not noted."
            : format(
                "Trained by opponency %s, revision `%s`, with DJL %s and libtorch %s.",
                origin.toolkit(),
                origin.revision().hash(),
                origin.engine().djl(),
                origin.engine().libtorch());
    List<String> notices = network.notices();
    return Stream.concat(
            Stream.of(format("Exported from `%s`.", Printable.escaped(source)), trainer),
            notices.stream().map(Printable::escaped))
        .map(line -> "- " + line + "\n")
        .collect(Collectors.joining());
  }
}
