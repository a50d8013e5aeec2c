package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opponency.io.Fact;
import org.opponency.models.hub.Catalogue;
import org.opponency.models.hub.PublishedModel;

/**
 * What a study of published networks takes, before it begins.
 *
 * @param networks which
 */
public record PublishedForecast(PublishedNetworks networks) {
  private static final double MEGABYTES = 98;
  private static final double MEGABYTES_A_SECOND = 10;
  private static final String REFERENCE =
      "https://download.pytorch.org/models/resnet50-19c8e357.pth";

  /**
   * Of as many networks as the environment chooses, of all where it chooses trained ones.
   *
   * @param catalogue where they come from and are kept
   */
  public static PublishedForecast ofEnvironment(Catalogue catalogue) {
    int runs =
        PublishedNetworks.from(System.getenv())
            .map(PublishedNetworks::runs)
            .orElse(PublishedModel.RESNET_RUNS);
    return new PublishedForecast(new PublishedNetworks(catalogue, runs));
  }

  /**
   * The forecast as people read it.
   *
   * @throws IOException if the folder of the networks cannot be read, or the reference is damaged
   */
  public List<Fact> lines() throws IOException {
    int all = StudyNetworks.WIDTHS.size() * networks.runs();
    int missing = all - here();
    return List.of(
        Fact.of("networks", "%d ResNet-50s, %d of them here", all, all - missing),
        new Fact("download", download(missing)),
        new Fact("folder", room(networks.catalogue().folder())),
        new Fact("reference", reference()));
  }

  private int here() {
    int here = 0;
    for (int width : StudyNetworks.WIDTHS) {
      for (int run = 0; run < networks.runs(); run++) {
        Path file = networks.catalogue().file(PublishedModel.resNet50(width, run));
        here += Files.exists(file) ? 1 : 0;
      }
    }
    return here;
  }

  private static String download(int missing) {
    return missing == 0
        ? "nothing"
        : format(
            "%d files of %.0f MB, %.1f GB: %.0f minutes at %.0f MB/s; goes on where it was stopped",
            missing,
            MEGABYTES,
            missing * MEGABYTES / 1000,
            Math.ceil(missing * MEGABYTES / MEGABYTES_A_SECOND / 60),
            MEGABYTES_A_SECOND);
  }

  private static String room(Path folder) throws IOException {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    double free = Files.getFileStore(there).getUsableSpace() / 1e9;
    return format("%s, %.1f GB free", folder, free);
  }

  private String reference() throws IOException {
    Optional<Path> file = networks.catalogue().reference();
    return file.map(Path::toString)
        .orElseGet(
            () ->
                format(
                    "none: for the line of the standard network put %s into %s",
                    REFERENCE, networks.catalogue().folder().resolve("torchvision")));
  }
}
