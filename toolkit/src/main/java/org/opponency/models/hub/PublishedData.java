package org.opponency.models.hub;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opponency.io.Text;

/**
 * Pictures or decisions that others have published.
 *
 * @param name what it is called here
 * @param purpose what needs it
 * @param terms its licence, and what its authors ask for
 * @param page where it is described
 * @param files what is downloaded; none where one has to register
 * @param folder what it unpacks to, where studies look for it
 * @param megabytes about so many to be downloaded
 * @param checksum of the one file, where one is known
 */
public record PublishedData(
    String name,
    String purpose,
    String terms,
    URI page,
    List<URI> files,
    String folder,
    int megabytes,
    Optional<KnownChecksum> checksum) {
  private static final int OBSERVERS = 10;
  private static final String DECISIONS =
      "https://raw.githubusercontent.com/bethgelab/model-vs-human/master/raw-data/cue-conflict/"
          + "cue-conflict_subject-%02d_session_1.csv";

  /**
   * A checksum that was published.
   *
   * @param algorithm as Java calls it, such as {@code MD5}
   * @param digits hexadecimal
   * @param source who published it
   * @param byAuthors whether these are who publish the data, so that another content is refused;
   *     otherwise a difference is told
   */
  public record KnownChecksum(String algorithm, String digits, String source, boolean byAuthors) {}

  /** Copies the list. */
  public PublishedData {
    files = List.copyOf(files);
  }

  /** All that the paper and this project speak of. Addresses as of November 2026. */
  public static List<PublishedData> all() {
    return List.of(cifar10(), tinyImageNet(), cueConflict(), decisions(), imageNetA(), imageNet());
  }

  private static PublishedData cifar10() {
    return new PublishedData(
        "cifar-10",
        "Figure 10: 60,000 pictures of 32 pixels in 10 classes",
        "no licence is given; its author asks to cite Krizhevsky 2009",
        URI.create("https://www.cs.toronto.edu/~kriz/cifar.html"),
        files("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
        "cifar-10-batches-bin",
        170,
        Optional.of(
            new KnownChecksum("MD5", "c32a1d4ab5d03f1284b67883e8d87530", "its page", true)));
  }

  private static PublishedData tinyImageNet() {
    return new PublishedData(
        "tiny-imagenet",
        "a study of photographs: 110,000 of 64 pixels in 200 classes of ImageNet",
        "ImageNet's terms of access: non-commercial research and education only",
        URI.create("https://image-net.org/download.php"),
        files("http://cs231n.stanford.edu/tiny-imagenet-200.zip"),
        "tiny-imagenet-200",
        248,
        Optional.of(
            new KnownChecksum(
                "MD5", "90528d7ca1a48142e341f4ef8d21d0de", "other projects' loaders", false)));
  }

  private static PublishedData cueConflict() {
    return new PublishedData(
        "cue-conflict",
        "Figure 4: 1,280 stimuli of Geirhos et al. 2019",
        "CC BY 4.0; cite Geirhos et al. 2019",
        URI.create("https://github.com/rgeirhos/texture-vs-shape"),
        files(
            "https://github.com/bethgelab/model-vs-human/releases/download/v0.1/cue-conflict.tar.gz"),
        "cue-conflict",
        140,
        Optional.empty());
  }

  private static PublishedData decisions() {
    return new PublishedData(
        "human-decisions",
        "what 10 people answered to the cue-conflict stimuli (12-instruments)",
        "no licence is given for the decisions; cite Geirhos et al. 2019 and 2021",
        URI.create("https://github.com/bethgelab/model-vs-human"),
        IntStream.rangeClosed(1, OBSERVERS)
            .mapToObj(subject -> URI.create(Text.format(DECISIONS, subject)))
            .toList(),
        "cue-conflict-human",
        1,
        Optional.empty());
  }

  private static PublishedData imageNetA() {
    return new PublishedData(
        "imagenet-a",
        "Figures 6 and 11: 7,500 natural adversarial examples",
        "the repository's MIT licence; the photographs are of others; cite Hendrycks et al. 2019",
        URI.create("https://github.com/hendrycks/natural-adv-examples"),
        files("https://people.eecs.berkeley.edu/~hendrycks/imagenet-a.tar"),
        "imagenet-a",
        690,
        Optional.of(
            new KnownChecksum(
                "MD5", "c3e55429088dc681f30d81f4726b6595", "other projects' loaders", false)));
  }

  private static PublishedData imageNet() {
    return new PublishedData(
        "imagenet",
        "Figures 5 and 7: ILSVRC-2012, 1,281,167 and 50,000 photographs in 1,000 classes",
        "ImageNet's terms of access, to be accepted by yourself; register to download",
        URI.create("https://image-net.org/download.php"),
        List.of(),
        "imagenet",
        150_000,
        Optional.empty());
  }

  private static List<URI> files(String address) {
    return List.of(URI.create(address));
  }
}
