package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.opponency.io.Progress;
import org.opponency.models.Architecture;
import org.opponency.models.hub.Catalogue;
import org.opponency.models.hub.PublishedModel;

/**
 * The networks that the paper's authors published, in the place of those that a study would train:
 * downloaded when first needed.
 *
 * @param catalogue where they come from and are kept
 * @param runs how many of each width, 1 to 3
 */
public record PublishedNetworks(Catalogue catalogue, int runs) {
  /** The environment variable that chooses where a study's networks come from. */
  public static final String VARIABLE = "OPPONENCY_NETWORKS";

  private static final Pattern CHOICE = Pattern.compile("published(?::([1-3]))?");
  private static final String TRAINED = "trained";

  /**
   * What {@value #VARIABLE} chooses: {@code published} stands for all, {@code published:1} for the
   * first run of each width; nothing where it is unset or {@code trained}.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static Optional<PublishedNetworks> from(Map<String, String> variables) {
    String choice = variables.getOrDefault(VARIABLE, "").strip();
    if (choice.isEmpty() || choice.equals(TRAINED)) {
      return Optional.empty();
    }
    Matcher published = CHOICE.matcher(choice);
    if (!published.matches()) {
      throw new IllegalArgumentException(
          format(
              "Expected %s to be trained, published, or published:1 to published:3 for so many runs"
                  + " of each width, got \"%s\"",
              VARIABLE, choice));
    }
    int runs =
        published.group(1) == null
            ? PublishedModel.RESNET_RUNS
            : Integer.parseInt(published.group(1));
    return Optional.of(new PublishedNetworks(Catalogue.of(variables), runs));
  }

  /** What to write where others write how their networks were trained. */
  String protocol() {
    return format("as the paper's authors published them at %s", catalogue.server());
  }

  /**
   * The ResNet-50s of some widths; for width 0 torchvision's, if its file is there.
   *
   * @throws UncheckedIOException if one cannot be had
   */
  List<ModelRun> resNets(int[] widths, Consumer<Progress> progress) {
    List<ModelRun> networks = new ArrayList<>();
    for (int width : IntStream.of(widths).distinct().toArray()) {
      if (width == 0) {
        reference().ifPresent(networks::add);
      }
      for (int run = 0; width > 0 && run < runs; run++) {
        networks.add(resNet(width, run, progress));
      }
    }
    return networks;
  }

  /** One of them, of a width of 1 or more. */
  ModelRun resNet(int width, int run, Consumer<Progress> progress) {
    PublishedModel model = PublishedModel.resNet50(width, run);
    return network(
        StudyNetworks.name(width, run), Architecture.resNet50(width), run, fetch(model, progress));
  }

  private Optional<ModelRun> reference() {
    try {
      return catalogue
          .reference()
          .map(
              file ->
                  network(
                      StudyNetworks.name(0, 0), Architecture.resNet50(1).withoutRetina(), 0, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** A CIFAR-10 network of Harris et al.; see {@link PublishedModel#cifar10}. */
  public ModelRun cifar10(String name, int width, int depth, int run, Consumer<Progress> progress) {
    Path file = fetch(PublishedModel.cifar10(width, depth, run), progress);
    return network(name, Architecture.cifar10(width, depth), run, file);
  }

  private Path fetch(PublishedModel model, Consumer<Progress> progress) {
    try {
      return catalogue.fetch(model, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static ModelRun network(String name, Architecture architecture, int run, Path weights) {
    return new ModelRun(name, architecture, run, 0, false, weights, List.of());
  }
}
