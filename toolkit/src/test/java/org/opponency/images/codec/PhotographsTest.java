package org.opponency.images.codec;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opponency.images.GoldenImages;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.RgbImage;
import org.opponency.images.source.Images;

/** Real photographs, which are not in the project, against Pillow's and torchvision's bytes. */
@Tag("data")
class PhotographsTest {
  @Test
  void everyPhotographIsBitEqual() throws IOException, NoSuchAlgorithmException {
    Path photographs = Path.of(String.valueOf(System.getenv("OPPONENCY_DATA")), "imagenet-sample");
    assumeTrue(
        Files.isDirectory(photographs),
        format(
            "There is no folder %s: let OPPONENCY_DATA name the folder that holds imagenet-sample",
            photographs));
    ImageSet set = Images.folder(photographs);
    String[] lines = GoldenImages.lines("photographs.csv").toArray(String[]::new);
    assertThat(set.size()).isEqualTo(lines.length);
    for (int i = 0; i < lines.length; i++) {
      String[] fields = lines[i].split(",");
      assertThat(set.id(i)).isEqualTo(fields[0]);
      RgbImage image = set.image(i);
      assertWithMessage("decoded " + fields[0]).that(digest(image)).isEqualTo(fields[1]);
      assertWithMessage("resized and cropped " + fields[0])
          .that(digest(Preprocessing.IMAGENET.apply(set.picture(i))))
          .isEqualTo(fields[2]);
    }
  }

  private static String digest(RgbImage image) throws NoSuchAlgorithmException {
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(image.pixels());
    return HexFormat.of().formatHex(sha);
  }
}
