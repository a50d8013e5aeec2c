package org.opponency.images.source;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.RgbImage;

class Cifar10Test {
  @TempDir private Path root;

  @Test
  void otherFormsAreNamed(@TempDir Path other) throws IOException {
    Files.createFile(other.resolve("data_batch_1"));
    var refusal = assertThrows(ImageDataException.class, () -> Cifar10.train(other));
    assertThat(refusal).hasMessageThat().contains("but the Python version. Expected");
  }

  @Test
  void readsAllTrainingFilesInOrder() throws IOException {
    write("data_batch_2.bin", 3);
    write("data_batch_1.bin", 9, 0);
    write("test_batch.bin", 5);

    ImageSet train = Cifar10.train(root);

    assertThat(train.size()).isEqualTo(3);
    assertThat(train.label(0)).isEqualTo(9);
    assertThat(train.label(2)).isEqualTo(3);
    assertThat(train.classes().get(9)).isEqualTo("truck");
    assertThat(train.id(1)).isEqualTo("data_batch_1.bin#1");
    assertThat(train.id(2)).isEqualTo("data_batch_2.bin#0");
    assertThat(Cifar10.test(root).label(0)).isEqualTo(5);
    assertThrows(IndexOutOfBoundsException.class, () -> train.image(3));
  }

  @Test
  void turnsPlanesIntoPixels() throws IOException {
    byte[] file = new byte[3073];
    file[1 + 33] = 10;
    file[1 + 1024 + 33] = 20;
    file[1 + 2048 + 33] = (byte) 250;
    Files.write(root.resolve("test_batch.bin"), file);

    RgbImage image = Cifar10.test(root).image(0);

    assertThat(image.value(1, 1, 0)).isEqualTo(10);
    assertThat(image.value(1, 1, 1)).isEqualTo(20);
    assertThat(image.value(1, 1, 2)).isEqualTo(250);
    assertThat(image.value(2, 1, 0)).isEqualTo(0);
  }

  @Test
  void digestFollowsTheBytes() throws IOException {
    write("test_batch.bin", 1, 2);
    String before = Cifar10.test(root).digest();
    write("test_batch.bin", 2, 1);

    assertThat(Cifar10.test(root).digest()).isNotEqualTo(before);
  }

  @Test
  void refusesASizeThatIsNoMultiple() throws IOException {
    Files.write(root.resolve("test_batch.bin"), new byte[3100]);

    assertThat(refusal(Cifar10::test)).contains("has 3100 bytes, expected a multiple of 3073");
    Files.write(root.resolve("test_batch.bin"), new byte[0]);
    assertThat(refusal(Cifar10::test)).contains("has 0 bytes");
  }

  @Test
  void namesTheRecordWithAnImpossibleLabel() throws IOException {
    write("data_batch_1.bin", 1, 200);

    assertThat(refusal(Cifar10::train)).startsWith("Record 1 of " + root);
    assertThat(refusal(Cifar10::train)).contains("label 200, expected 0 to 9");
  }

  @Test
  void namesWhatIsMissing() {
    assertThat(refusal(Cifar10::train))
        .startsWith(format("There is no data_batch_*.bin in %s. Expected", root));
    assertThat(refusal(folder -> Cifar10.test(folder.resolve("absent"))))
        .startsWith("There is no folder " + root.resolve("absent"));
  }

  private void write(String name, int... labels) throws IOException {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    for (int label : labels) {
      byte[] pixels = new byte[3072];
      Arrays.fill(pixels, (byte) label);
      records.write(label);
      records.write(pixels);
    }
    Files.write(root.resolve(name), records.toByteArray());
  }

  private String refusal(Function<Path, ImageSet> opening) {
    return assertThrows(ImageDataException.class, () -> opening.apply(root)).getMessage();
  }
}
