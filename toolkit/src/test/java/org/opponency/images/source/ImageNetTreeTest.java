package org.opponency.images.source;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
  void takesTinyImageNetAsItIsUnzipped() throws IOException {
    tiny("val_0.JPEG", "n07749582");
    tiny("val_1.JPEG", "n07747607");
    tiny("val_10.JPEG", "n07749582");
    Path boxes = root.resolve("train/n07749582/n07749582_boxes.txt");
    Files.writeString(boxes, "n07749582_0.JPEG\t0\t0\t62\t62\n");
    SmallFiles.png(root.resolve("test/images/test_0.JPEG"), 1, 1, 0);

    ImageNetTree tree = open(root);

    assertThat(tree.train().classes()).containsExactly("n07747607", "n07749582").inOrder();
    assertThat(tree.validation().classes()).isEqualTo(tree.train().classes());
    assertThat(tree.validation().id(0)).isEqualTo("n07747607/val_1.JPEG");
    assertThat(tree.validation().id(1)).isEqualTo("n07749582/val_0.JPEG");
    assertThat(tree.validation().label(2)).isEqualTo(1);
    assertThat(tree.validation().image(2).width()).isEqualTo(3);
  }

  @Test
  void unzippedAndSortedTinyImageNetsAreEqual() throws IOException {
    tiny("val_0.JPEG", "n07749582");
    tiny("val_1.JPEG", "n07747607");
    ImageSet unzipped = Images.folder(root.resolve("val"));
    Path sorted = root.resolve("sorted");
    SmallFiles.png(sorted.resolve("n07749582/val_0.JPEG"), 3, 1, 7);
    SmallFiles.png(sorted.resolve("n07747607/val_1.JPEG"), 3, 1, 7);

    assertThat(unzipped.digest()).isEqualTo(Images.folder(sorted).digest());
  }

  @Test
  void namesPicturesThatTheTableOfTinyImageNetLacksOrHasTooMany() throws IOException {
    for (int i = 0; i < 5; i++) {
      tiny("val_" + i + ".JPEG", "n07749582");
    }
    SmallFiles.png(root.resolve("val/images/other.JPEG"), 1, 1, 0);
    var other = assertThrows(ImageDataException.class, () -> open(root));
    assertThat(other)
        .hasMessageThat()
        .contains("no class in val_annotations.txt of images/other.JPEG");

    for (int i = 0; i < 5; i++) {
      Files.delete(root.resolve("val/images/val_" + i + ".JPEG"));
    }
    var missing = assertThrows(ImageDataException.class, () -> open(root));
    assertThat(missing)
        .hasMessageThat()
        .contains("has no images/val_0.JPEG, images/val_1.JPEG, images/val_2.JPEG and 2 more.");

    Files.writeString(root.resolve("val/val_annotations.txt"), "val_0.JPEG n07749582\n");
    var damaged = assertThrows(ImageDataException.class, () -> open(root));
    assertThat(damaged).hasMessageThat().contains("a line \"val_0.JPEG n07749582\"; expected");
  }

  /** A picture of each part, as Tiny-ImageNet has them. */
  private void tiny(String file, String wnid) throws IOException {
    SmallFiles.png(root.resolve("train/" + wnid + "/images/" + wnid + "_0.JPEG"), 2, 1, 0);
    SmallFiles.png(root.resolve("val/images/" + file), 3, 1, 7);
    Files.writeString(
        root.resolve("val/val_annotations.txt"),
        file + "\t" + wnid + "\t0\t32\t44\t62\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @Test
  void aTestStandsForValidationImagesThatAreNotThere() throws IOException {
    SmallFiles.png(root.resolve("train/fig/1.png"), 1, 1, 0);
    SmallFiles.png(root.resolve("test/fig/2.png"), 1, 1, 0);

    assertThat(open(root).validation().id(0)).isEqualTo("fig/2.png");
    SmallFiles.png(root.resolve("val/fig/3.png"), 1, 1, 0);
    assertThat(open(root).validation().id(0)).isEqualTo("fig/3.png");
  }

  @Test
  void differencesOfManyClassesAreToldInShort() throws IOException {
    SmallFiles.png(root.resolve("val/fig/1.png"), 1, 1, 0);
    for (int i = 0; i < 200; i++) {
      SmallFiles.png(root.resolve("train/class" + (100 + i) + "/1.png"), 1, 1, 0);
    }
    var e = assertThrows(ImageDataException.class, () -> open(root));
    assertThat(e)
        .hasMessageThat()
        .contains("[class100, class101, class102 and 197 more]; only in validation: [fig]");
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
