package org.opponency.images.source;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageNetClass;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.SmallFiles;
import org.opponency.images.batch.BatchPlan;
import org.opponency.images.batch.Batches;
import org.opponency.images.batch.ImageTransform;

class ImageNetTreeTest {
  @TempDir private Path root;

  @Test
  void opensBothParts() throws IOException {
    SmallFiles.png(root.resolve("train/n07749582/1.png"), 1, 1, 0);
    SmallFiles.png(root.resolve("train/n07749582/2.png"), 1, 1, 0);
    SmallFiles.png(root.resolve("val/n07749582/3.png"), 1, 1, 0);

    ImageNetTree tree = open(root);

    assertThat(tree.train().size()).isEqualTo(2);
    assertThat(tree.validation().size()).isEqualTo(1);
    assertThat(ImageNetClass.displayName(tree.train().classes().get(0))).isEqualTo("lemon");
  }

  @Test
  void refusesPartsThatDoNotBelongTogether() throws IOException {
    SmallFiles.png(root.resolve("train/fig/1.png"), 1, 1, 0);
    SmallFiles.png(root.resolve("train/lemon/1.png"), 1, 1, 0);
    SmallFiles.png(root.resolve("val/fig/1.png"), 1, 1, 0);
    SmallFiles.png(root.resolve("val/pear/1.png"), 1, 1, 0);

    var e = assertThrows(ImageDataException.class, () -> open(root));
    assertThat(e)
        .hasMessageThat()
        .contains("Only in training: [lemon]; only in validation: [pear]");
  }

  @Test
  void namesTheMissingPart() throws IOException {
    SmallFiles.png(root.resolve("train/fig/1.png"), 1, 1, 0);

    var e = assertThrows(ImageDataException.class, () -> open(root));
    assertThat(e).hasMessageThat().startsWith("There is no folder " + root.resolve("val"));
    assertThat(e).hasMessageThat().contains("OPPONENCY_DATA");
  }

  @Test
  void packedImagesComeBeforeFolders() throws IOException {
    SmallFiles.png(root.resolve("train/fig/1.png"), 4, 4, 7);
    SmallFiles.png(root.resolve("val/fig/2.png"), 4, 4, 8);
    ImageSet train = Images.folder(root.resolve("train"));
    PackedImages.write(train, Preprocessing.stretch(2), root.resolve("train.pack"), done -> {});

    ImageNetTree tree = open(root);

    assertThat(tree.train().image(0).width()).isEqualTo(2);
    assertThat(tree.validation().image(0).width()).isEqualTo(4);
  }

  private ImageNetTree open(Path data) {
    return ImageNetTree.open(data, root.resolve("cache"), progress -> {});
  }

  @Test
  @Tag("data")
  void everyImageOfTheUsersTreeDecodes() {
    String data = System.getenv("OPPONENCY_DATA");
    assumeTrue(data != null, "OPPONENCY_DATA is not set: no real images to try");
    ImageSet validation = open(Path.of(data)).validation();

    BatchPlan plan = BatchPlan.of(validation, 64).with(ImageTransform.of(Preprocessing.of(56)));
    int seen = 0;
    try (Batches batches = plan.open()) {
      while (batches.hasNext()) {
        seen += batches.next().size();
      }
    }
    assertThat(seen).isEqualTo(validation.size());
  }
}
