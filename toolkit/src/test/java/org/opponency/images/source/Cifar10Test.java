package org.opponency.images.source;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.RgbImage;
import org.opponency.images.SmallFiles;

class Cifar10Test {
  @TempDir private Path root;

  @Test
  void otherFormsAreNamed(@TempDir Path other) throws IOException {
    Files.createFile(other.resolve("data_batch_1.mat"));
    var refusal = assertThrows(ImageDataException.class, () -> Cifar10.train(other));
    assertThat(refusal).hasMessageThat().contains("but the Matlab version. Expected");
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
        .startsWith(format("There is no data_batch_* in %s. Expected", root));
    assertThat(refusal(folder -> Cifar10.test(folder.resolve("absent"))))
        .startsWith("There is no folder " + root.resolve("absent"));
  }

  /** As Python 2 wrote the published files: short strings, and the images as a long one. */
  private static byte[] asPublished(int... labels) throws IOException {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.write(
        text("\u0080\2}q\1(U\13batch_labelq\2U\25training batch 1 of 5q\3U\6labelsq\4]q\5("));
    for (int label : labels) {
      pickle.write(new byte[] {'K', (byte) label});
    }
    pickle.write(text("eU\4dataq\6cnumpy.core.multiarray\n_reconstruct\nq\7cnumpy\nndarray\nq\b"));
    pickle.write(text("K\0\u0085U\1b\u0087Rq\11(K\1K" + (char) labels.length));
    pickle.write(text("M\0\14\u0086cnumpy\ndtype\nq\12U\2u1K\0K\1\u0087Rq\13(K\3U\1|NNN"));
    pickle.write(text("J\u00ff\u00ff\u00ff\u00ffJ\u00ff\u00ff\u00ff\u00ffK\0tb\u0089T"));
    int bytes = 3072 * labels.length;
    pickle.write(new byte[] {(byte) bytes, (byte) (bytes >> 8), (byte) (bytes >> 16), 0});
    for (int label : labels) {
      byte[] pixels = new byte[3072];
      Arrays.fill(pixels, (byte) label);
      pickle.write(pixels);
    }
    pickle.write(text("tbU\11filenamesq\14]q\15U\12labels.pngau."));
    return pickle.toByteArray();
  }

  private static byte[] text(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void thePythonVersionIsTheSameSet() throws IOException {
    write("data_batch_1.bin", 9, 0);
    ImageSet binary = Cifar10.train(root);
    Files.delete(root.resolve("data_batch_1.bin"));
    Files.write(root.resolve("data_batch_1"), asPublished(9, 0));

    ImageSet python = Cifar10.train(root);

    assertThat(python.digest()).isEqualTo(binary.digest());
    assertThat(python.id(1)).isEqualTo("data_batch_1#1");
    assertThat(python.label(0)).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void readsWhatPythonPickles(int protocol) throws IOException {
    String name = format("cifar-batch-protocol-%d.pickle", protocol);
    try (InputStream golden = Cifar10Test.class.getResourceAsStream(name)) {
      Files.write(root.resolve("test_batch"), golden.readAllBytes());
    }
    ImageSet test = Cifar10.test(root);

    assertThat(test.size()).isEqualTo(2);
    assertThat(test.label(0)).isEqualTo(3);
    assertThat(test.label(1)).isEqualTo(9);
    RgbImage image = test.image(1);
    for (int channel = 0; channel < 3; channel++) {
      assertThat(image.value(5, 2, channel)).isEqualTo((37 + 80 * channel + 2 * 32 + 5) % 256);
    }
  }

  @Test
  void refusesDamagedBatchesOfThePythonVersion() throws IOException {
    byte[] whole = asPublished(1, 2);
    for (int length : new int[] {0, 1, 40, whole.length / 2, whole.length - 1}) {
      Files.write(root.resolve("test_batch"), Arrays.copyOf(whole, length));
      assertThat(refusal(Cifar10::test)).contains("it ends too early");
    }
    Files.write(root.resolve("test_batch"), text("\u0080\2}I1\n."));
    assertThat(refusal(Cifar10::test)).contains("opcode 0x49 at byte 3");
    Files.write(root.resolve("test_batch"), text("\u0080\2}U\6labels]K\1as."));
    assertThat(refusal(Cifar10::test)).contains("expected 3072 bytes a label, found 1 labels");
    Files.write(root.resolve("test_batch"), asPublished(1, 200));
    assertThat(refusal(Cifar10::test)).contains("label 200, expected 0 to 9");
  }

  @Test
  void picturesComeOneOfEachClassAfterTheOther() throws IOException {
    for (String name : Cifar10.CLASSES) {
      for (String part : new String[] {"train", "test"}) {
        SmallFiles.png(root.resolve(part).resolve(name).resolve("0001.png"), 32, 32, 0x010203);
        SmallFiles.png(root.resolve(part).resolve(name).resolve("0002.png"), 32, 32, 0x040506);
      }
    }
    ImageSet test = Cifar10.test(root);

    assertThat(Cifar10.isIn(root)).isTrue();
    assertThat(test.classes()).isEqualTo(Cifar10.CLASSES);
    assertThat(test.id(0)).isEqualTo("airplane/0001.png");
    assertThat(test.id(9)).isEqualTo("truck/0001.png");
    assertThat(test.id(10)).isEqualTo("airplane/0002.png");
    assertThat(Cifar10.train(root).size()).isEqualTo(20);

    SmallFiles.png(root.resolve("train/zebra/1.png"), 32, 32, 0);
    assertThat(refusal(Cifar10::train)).contains("Missing: []; not of it: [zebra]");
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
