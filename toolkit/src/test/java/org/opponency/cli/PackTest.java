package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.ImageSet;
import org.opponency.images.source.Images;
import org.opponency.study.Photographs;

class PackTest {
  @TempDir private Path folder;

  @Test
  void packsAFolder() throws IOException {
    Photographs.write(folder.resolve("train/fig/a.png"), 0xff0000);
    Photographs.write(folder.resolve("train/lime/b.png"), 0x00ff00);
    Path file = folder.resolve("train.pack");

    Shell pack = pack(folder.resolve("train"), "8", file);

    assertThat(pack.err()).isEmpty();
    assertThat(pack.status()).isEqualTo(0);
    assertThat(pack.out()).contains("train.pack: 2 images of 2 classes, 0 MiB");
    ImageSet packed = Images.packed(file);
    assertThat(packed.image(1).height()).isEqualTo(8);
    assertThat(packed.image(1).value(3, 3, 1)).isEqualTo(255);
  }

  @Test
  void badInputIsNamed() throws IOException {
    Photographs.write(folder.resolve("train/fig/a.png"), 0xff0000);
    Path file = folder.resolve("train.pack");

    Shell absent = pack(folder.resolve("absent"), "8", file);
    assertThat(absent.status()).isEqualTo(2);
    assertThat(absent.err()).contains("There is no image folder " + folder.resolve("absent"));
    Shell small = pack(folder.resolve("train"), "0", file);
    assertThat(small.status()).isEqualTo(2);
    assertThat(small.err()).contains("Expected a size of at least 1 pixel, got 0");
    Path text = Files.writeString(folder.resolve("notes.tar"), "no tar file");
    Shell noTar = pack(text, "8", file);
    assertThat(noTar.status()).isEqualTo(2);
    assertThat(noTar.err()).contains("Cannot read the tar file " + text);
    assertThat(Files.exists(file)).isFalse();
  }

  private static Shell pack(Path images, String size, Path out) {
    return Shell.run("pack", "--images=" + images, "--size=" + size, "--out=" + out);
  }
}
