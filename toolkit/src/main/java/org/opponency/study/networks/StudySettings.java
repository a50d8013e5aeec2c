package org.opponency.study.networks;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.opponency.io.Progress;
import org.opponency.training.Execution;

/**
 * What a study is told before it begins.
 *
 * @param scale the one knob
 * @param home the project's folder, below which everything is kept
 * @param data what it trains and tests on
 * @param runs how many networks of each width
 * @param folder the one that OPPONENCY_DATA names, if it does
 * @param progress told how long work goes on
 * @param epochs told of every epoch of the networks under test
 * @param execution what networks are trained by
 * @param published the authors' networks, where they stand in the place of trained ones
 */
public record StudySettings(
    Scale scale,
    Path home,
    StudyData data,
    Runs runs,
    Optional<Path> folder,
    Consumer<Progress> progress,
    Consumer<ModelEpoch> epochs,
    Execution execution,
    Optional<PublishedNetworks> published) {
  private static final String PUBLISHED = "published-networks";

  /** Those that the environment describes; {@code listener} hears how long opening the data is. */
  public static StudySettings ofEnvironment(Consumer<Progress> listener) {
    return StudyEnvironment.ofProcess().settings(listener);
  }

  /** What networks are trained by, as the environment describes it. */
  public static Execution executionOfEnvironment() {
    return StudyEnvironment.ofProcess().execution();
  }

  /**
   * Those of a scale.
   *
   * @param folder photographs; empty for Orchard
   * @param size side in pixels of what networks see of photographs
   */
  public static StudySettings of(
      Scale scale, Path home, Optional<Path> folder, int size, Consumer<Progress> listener) {
    Path cache = home.resolve("results").resolve("cache");
    StudyData data =
        folder
            .filter(root -> !Cifar10Data.isAllThereIs(root))
            .map(root -> StudyData.folder(root, cache, size, listener))
            .map(photographs -> scale == Scale.SMOKE ? photographs.forSmoke() : photographs)
            .orElseGet(() -> orchard(scale));
    return new StudySettings(
        scale,
        home,
        data,
        data.root().isPresent() ? Runs.ofPhotographs(scale) : Runs.of(scale),
        folder,
        listener,
        epoch -> {},
        Execution.automatic(),
        Optional.empty());
  }

  /**
   * Those of a study of the authors' networks.
   *
   * @param folder with ImageNet's validation photographs and published stimuli, as far as there are
   *     any; {@code data} in the project's folder where it is empty
   */
  static StudySettings of(
      PublishedNetworks networks,
      Scale scale,
      Path home,
      Optional<Path> folder,
      Consumer<Progress> listener) {
    Path root = folder.orElseGet(() -> home.resolve("data"));
    StudyData data =
        StudyData.forImageNet(root, home.resolve("results").resolve("cache"), listener);
    return new StudySettings(
        scale,
        home,
        data,
        Runs.each(networks.runs()),
        Optional.of(root),
        listener,
        epoch -> {},
        Execution.automatic(),
        Optional.of(networks));
  }

  /**
   * What its results and figures are kept apart under, such as {@code tiny-imagenet}: the name of
   * the folder of photographs, or the published networks'. Empty for Orchard and for the paper's
   * own study.
   */
  public String collection() {
    if (published.isPresent()) {
      return PUBLISHED;
    }
    return folder
        .filter(root -> scale != Scale.PAPER)
        .map(root -> folderName(root).replaceAll("[^A-Za-z0-9._-]", "-"))
        .orElse("");
  }

  /** What a folder is called, by whatever path. */
  static String folderName(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? "root" : name.toString();
  }

  private static StudyData orchard(Scale scale) {
    return switch (scale) {
      case SMOKE -> StudyData.orchard(20, 10);
      case LAPTOP -> StudyData.orchard(480, 100);
      case PAPER ->
          throw new IllegalArgumentException(
              "Paper scale needs ImageNet: let OPPONENCY_DATA name a folder with train and val");
    };
  }

  /** The same, telling another listener how long work goes on. */
  public StudySettings reporting(Consumer<Progress> listener) {
    return new StudySettings(
        scale, home, data, runs, folder, listener, epochs, execution, published);
  }

  /** The same, telling another listener of every epoch. */
  public StudySettings watching(Consumer<ModelEpoch> watcher) {
    return new StudySettings(
        scale, home, data, runs, folder, progress, watcher, execution, published);
  }

  /** The same, its networks trained otherwise. */
  public StudySettings computedBy(Execution other) {
    return new StudySettings(scale, home, data, runs, folder, progress, epochs, other, published);
  }

  /** The same about other data. */
  StudySettings on(StudyData other) {
    return new StudySettings(
        scale, home, other, runs, folder, progress, epochs, execution, published);
  }

  /** The same with no more than so many networks of any width. */
  public StudySettings ofAtMost(int most) {
    return new StudySettings(
        scale, home, data, runs.atMost(most), folder, progress, epochs, execution, published);
  }
}
