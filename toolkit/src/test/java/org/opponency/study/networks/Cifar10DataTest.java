package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.SmallFiles;
import org.opponency.images.source.Cifar10;

class Cifar10DataTest {
  @TempDir private Path root;

  private void pictures(String type) throws IOException {
    for (String name : Cifar10.CLASSES) {
      SmallFiles.png(root.resolve("train/" + name + "/1" + type), 32, 32, 0);
      SmallFiles.png(root.resolve("test/" + name + "/1" + type), 32, 32, 0);
    }
  }

  @Test
  void picturesThatWereCompressedAreNamedSo() throws IOException {
    pictures(".jpg");
    assertThat(Cifar10Data.of(Optional.of(root)).name()).isEqualTo("CIFAR-10 JPEG");
  }

  @Test
  void picturesWithoutLossAreCifar10() throws IOException {
    pictures(".png");
    Cifar10Data data = Cifar10Data.of(Optional.of(root));
    assertThat(data.name()).isEqualTo("CIFAR-10");
    assertThat(data.test().size()).isEqualTo(10);
  }

  @Test
  void aFolderOfPhotographsWithRecordsBesideThemIsForPhotographs() throws IOException {
    Files.createFile(root.resolve("test_batch.bin"));
    assertThat(Cifar10Data.isAllThereIs(root)).isTrue();
    SmallFiles.png(root.resolve("train/n07749582/1.png"), 1, 1, 0);
    assertThat(Cifar10Data.isAllThereIs(root)).isFalse();
  }

  @Test
  void itIsFoundBesidePhotographs() throws IOException {
    Path photographs = Files.createDirectories(root.resolve("photographs"));
    assertThat(Cifar10Data.isAround(Optional.of(photographs))).isFalse();
    Files.createFile(Files.createDirectories(root.resolve("others")).resolve("test_batch.bin"));
    assertThat(Cifar10Data.isAround(Optional.of(photographs))).isFalse();
    Files.createFile(Files.createDirectories(root.resolve("CIFAR")).resolve("test_batch.bin"));
    assertThat(Cifar10Data.isAround(Optional.of(photographs))).isTrue();
    assertThat(Cifar10Data.isAllThereIs(photographs)).isFalse();
  }

  @Test
  void nothingElseIsTakenForIt() {
    assertThat(Cifar10Data.of(Optional.of(root)).name()).isEqualTo("Orchard 32 px");
  }
}
