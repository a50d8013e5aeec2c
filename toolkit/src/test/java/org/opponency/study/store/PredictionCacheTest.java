package org.opponency.study.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.evaluation.Predictions;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelSpace;
import org.opponency.images.Preprocessing;
import org.opponency.images.Unreadable;
import org.opponency.images.source.Images;
import org.opponency.io.Progress;
import org.opponency.io.StoppedException;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.VisionModel;
import org.opponency.orchard.Orchard;
import org.opponency.study.Photographs;

class PredictionCacheTest {
  @TempDir private Path folder;
  private final ImageSet images = Orchard.ofSize(32).validation(52); // more than a part of 512
  private final List<Progress> steps = new ArrayList<>();
  private VisionModel vision;

  @BeforeEach
  void open() {
    vision = network(1);
  }

  @AfterEach
  void close() {
    vision.close();
  }

  private static VisionModel network(long seed) {
    return VisionModel.of(Network.initialise(Architecture.thin(1, 10, 32), seed));
  }

  private Predictions predict(VisionModel network, ImageSet set, Preprocessing preprocessing) {
    return new PredictionCache(new ResultStore(folder), steps::add)
        .of("width 1", network, set, preprocessing, Unreadable.SKIP, LabelSpace.of(set).identity());
  }

  private long kept() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).count();
    }
  }

  @Test
  void aPartIsKeptBeforeItIsTold() throws IOException {
    var cache =
        new PredictionCache(
            new ResultStore(folder),
            step -> {
              throw new StoppedException("enough");
            });
    assertThrows(
        StoppedException.class,
        () ->
            cache.of(
                "width 1",
                vision,
                images,
                Preprocessing.AS_IS,
                Unreadable.SKIP,
                LabelSpace.of(images).identity()));
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void networkIsAskedOnceAndInParts() {
    Predictions first = predict(vision, images, Preprocessing.AS_IS);
    assertThat(first.rows()).hasSize(520);
    assertThat(steps).hasSize(2);
    assertThat(predict(vision, images, Preprocessing.AS_IS)).isEqualTo(first);
    assertThat(steps).hasSize(2);
    assertThat(first)
        .isEqualTo(Predictions.of(vision, images, Preprocessing.AS_IS, Unreadable.SKIP));
  }

  @Test
  void stoppedRunGoesOn() throws IOException {
    Predictions whole = predict(vision, images, Preprocessing.AS_IS);
    try (var files = Files.walk(folder)) {
      Files.delete(files.filter(f -> f.toString().endsWith("part-0001.jsonl")).findAny().get());
    }
    try (VisionModel same = network(1)) {
      assertThat(predict(same, images, Preprocessing.AS_IS)).isEqualTo(whole);
    }
    assertThat(kept()).isEqualTo(2);
  }

  @Test
  void otherWeightsImagesAndPreprocessingAreAskedAnew() throws IOException {
    ImageSet few = images.first(10);
    predict(vision, few, Preprocessing.AS_IS);
    predict(vision, few, Preprocessing.AS_IS);
    predict(vision, few, Preprocessing.stretch(32));
    predict(vision, images.first(11), Preprocessing.AS_IS);
    try (VisionModel other = network(2)) {
      predict(other, few, Preprocessing.AS_IS);
    }
    assertThat(kept()).isEqualTo(4);
  }

  @Test
  void imagesThatCannotBeReadAreKeptWithTheirReason() throws IOException {
    Path root = folder.resolve("photographs/fig");
    Photographs.write(root.resolve("a.png"), 0xc02020);
    Files.writeString(root.resolve("b.png"), "no picture");
    Photographs.write(root.resolve("c.png"), 0xc02021);
    ImageSet set = Images.folder(root.getParent());
    try (VisionModel one = VisionModel.of(Network.initialise(Architecture.thin(1, 1, 32), 1))) {
      Predictions first = predict(one, set, Preprocessing.stretch(32));
      assertThat(first.rows()).hasSize(2);
      assertThat(first.skipped().get(0).index()).isEqualTo(1);
      assertThat(first.skipped().get(0).reason()).contains("b.png");
      assertThat(predict(one, set, Preprocessing.stretch(32))).isEqualTo(first);
    }
  }

  @Test
  void aKeptPredictionThatWasEditedIsRefused() throws IOException {
    predict(vision, images.first(3), Preprocessing.AS_IS);
    Path file;
    try (var files = Files.walk(folder)) {
      file = files.filter(f -> f.toString().endsWith("part-0000.jsonl")).findAny().get();
    }
    String text = Files.readString(file);
    assertThat(text).contains("\"confidence\":");
    Files.writeString(file, text.replace("\"correct\":false", "\"correct\":true"));
    var refusal =
        assertThrows(
            IllegalStateException.class,
            () -> predict(vision, images.first(3), Preprocessing.AS_IS));
    assertThat(refusal).hasMessageThat().contains("is damaged");
  }
}
