package org.opponency.images.source;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.images.GoldenImages;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.SmallFiles;
import org.opponency.images.UnreadableImageException;

class TarImagesTest {
  private static final byte[] TOO_MUCH = new byte[65 << 20];

  @TempDir private Path root;
  private Path cache;
  private final AtomicLong bytesRead = new AtomicLong();

  @BeforeEach
  void draw() throws IOException {
    cache = root.resolve("results/cache");
    SmallFiles.png(root.resolve("tree/n01440764/a.png"), 3, 2, 0x010203);
    SmallFiles.png(root.resolve("tree/n01440764/b.png"), 40, 30, 0x0a0b0c);
    SmallFiles.png(root.resolve("tree/n02119789/c.png"), 5, 5, 0xfffefd);
    SmallFiles.png(root.resolve("tree/n02119789/b.png"), 7, 1, 0x7f0000);
  }

  @Test
  void tarFileOfTarFilesEqualsTheFolderOfTheSameImages() throws IOException {
    assertEqualsFolder(open(trainingTar()));
    assertThat(bytesRead.get()).isEqualTo(Files.size(trainingTar()));
  }

  @Test
  void tarFileOfFoldersEqualsThemToo() throws IOException {
    TreeMap<String, byte[]> files = new TreeMap<>();
    ImageSet folder = Images.folder(root.resolve("tree"));
    for (int i = 0; i < folder.size(); i++) {
      files.put("./train/" + folder.id(i), Files.readAllBytes(file(folder.id(i))));
    }
    files.put("./train/README", "no image".getBytes(StandardCharsets.UTF_8));
    assertEqualsFolder(open(write("train.tar", files)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gnu", "pax"})
  void longNamesAreReadInFull(String layout) throws IOException {
    byte[] tar = GoldenImages.bytes(format("names-%s.tar", layout));

    ImageSet images = open(Files.write(root.resolve("names.tar"), tar));

    assertThat(images.id(0)).isEqualTo("fig/" + "long".repeat(40) + ".png");
    assertThat(images.image(0).value(2, 1, 2)).isEqualTo(3);
  }

  @Test
  void looseValidationImagesGetTheirClassFromTheDevkit() throws IOException {
    Path tar = validationTar();
    Files.write(root.resolve(ValidationLabels.DEVKIT), GoldenImages.bytes(ValidationLabels.DEVKIT));

    ImageSet images = open(tar);

    assertThat(images.classes()).containsExactly("n01440764", "n02100735", "n02119789").inOrder();
    assertThat(IntStream.range(0, 5).mapToObj(images::id).toList())
        .containsExactly(
            "n01440764/ILSVRC2012_val_00000001.JPEG",
            "n01440764/ILSVRC2012_val_00000005.JPEG",
            "n02100735/ILSVRC2012_val_00000003.JPEG",
            "n02119789/ILSVRC2012_val_00000002.JPEG",
            "n02119789/ILSVRC2012_val_00000004.JPEG")
        .inOrder();
    assertThat(IntStream.range(0, 5).map(images::label).toArray())
        .isEqualTo(new int[] {0, 0, 1, 2, 2});
    assertThat(images.image(3).width()).isEqualTo(2);
    assertThat(images.image(4).width()).isEqualTo(4);
  }

  @Test
  void looseValidationImagesGetTheirClassFromATextFile() throws IOException {
    Path tar = validationTar();
    Files.write(root.resolve(ValidationLabels.DEVKIT), GoldenImages.bytes(ValidationLabels.DEVKIT));
    String first = open(tar).digest();
    Path text = root.resolve(ValidationLabels.SYNSETS);
    Files.write(text, List.of("n01440764", "n02119789", "n02100735", "n02119789", "n01440764"));
    assertThat(open(tar).digest()).isEqualTo(first);

    Files.write(text, List.of("n01440764", "n02119789", "n02100735", "n02119789", "n02119789"));
    assertThat(open(tar).label(1)).isEqualTo(1);
  }

  @Test
  void looseImagesWithoutLabelsSayWhereLabelsComeFrom() throws IOException {
    Path tar = validationTar();
    String message = refusal(tar);
    assertThat(message).contains("ILSVRC2012_val_00000001.JPEG in " + tar);
    assertThat(message).contains("Put ILSVRC2012_devkit_t12.tar.gz");
  }

  @Test
  void badLabelsAreNamed() throws IOException {
    Path tar = validationTar();
    Files.write(root.resolve(ValidationLabels.SYNSETS), List.of("n01440764", "tench"));
    assertThat(refusal(tar)).contains("WordNet id such as n01440764 in line 2, got \"tench\"");
    Files.delete(root.resolve(ValidationLabels.SYNSETS));
    byte[] devkit = GoldenImages.bytes(ValidationLabels.DEVKIT);
    Files.write(root.resolve(ValidationLabels.DEVKIT), Arrays.copyOf(devkit, 200));
    assertThat(refusal(tar)).contains("Cannot read the labels of ImageNet's validation images");
  }

  @Test
  void devkitThatUnpacksToTooMuchIsRefused() throws IOException {
    Path tar = validationTar();
    TarArchiveEntry meta = new TarArchiveEntry("devkit/data/meta.mat");
    meta.setSize(TOO_MUCH.length);
    Path devkit = root.resolve(ValidationLabels.DEVKIT);
    try (var out =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(devkit)))) {
      out.putArchiveEntry(meta);
      out.write(TOO_MUCH);
      out.closeArchiveEntry();
    }
    assertThat(refusal(tar)).contains("unpacks to more than 64 MiB");
  }

  @Test
  void matlabFileThatUnpacksToTooMuchIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(packed)) {
      out.write(TOO_MUCH);
    }
    ByteBuffer file = ByteBuffer.allocate(136 + packed.size()).order(ByteOrder.LITTLE_ENDIAN);
    file.put(126, (byte) 'I').put(127, (byte) 'M').putInt(128, 15).putInt(132, packed.size());
    file.position(136).put(packed.toByteArray());
    var refusal = assertThrows(IOException.class, () -> MatlabFile.structures(file.array()));
    assertThat(refusal).hasMessageThat().contains("unpacks to more than 64 MiB");
  }

  @Test
  void indexIsMadeOnceAndAgainWhenTheFileChanges() throws IOException {
    Path tar = trainingTar();
    String digest = open(tar).digest();
    bytesRead.set(-1);
    assertThat(open(tar).digest()).isEqualTo(digest);
    assertThat(bytesRead.get()).isEqualTo(-1);

    SmallFiles.png(root.resolve("tree/n02119789/d.png"), 9, 9, 1);
    assertThat(open(trainingTar()).size()).isEqualTo(5);
    try (var files = Files.list(cache)) {
      assertThat(files.count()).isEqualTo(1);
    }
  }

  @Test
  void damagedIndexIsMadeAnew() throws IOException {
    Path tar = trainingTar();
    open(tar);
    try (var files = Files.list(cache)) {
      Path index = files.findFirst().orElseThrow();
      List<String> lines = Files.readAllLines(index);
      Files.write(index, lines.subList(0, lines.size() - 1));
    }
    assertEqualsFolder(open(tar));
  }

  @Test
  void cutFilesAreRefusedWhereverTheyAreCut() throws IOException {
    Path tar = trainingTar();
    byte[] whole = Files.readAllBytes(tar);
    for (int length : new int[] {0, 100, 512, 1024, 1500, 2048, whole.length - 1024}) {
      Path cut = Files.write(root.resolve("cut.tar"), Arrays.copyOf(whole, length));
      assertThat(refusal(cut)).contains("Cannot read the tar file " + cut);
    }
  }

  @Test
  void anyDamageGivesImagesOrAClearRefusal() throws IOException {
    byte[] whole = Files.readAllBytes(trainingTar());
    Random random = new Random(3);
    for (int trial = 0; trial < 60; trial++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 20; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Path tar = Files.write(root.resolve("damaged.tar"), damaged);
      try {
        ImageSet images = Images.tar(tar, root.resolve("cache" + trial), progress -> {});
        for (int i = 0; i < images.size(); i++) {
          images.image(i);
        }
      } catch (ImageDataException | UnreadableImageException e) {
        assertThat(e).hasMessageThat().startsWith("Cannot read");
      }
    }
  }

  @Test
  void interruptedReaderDoesNotSpoilTheFileForOthers() throws IOException {
    ImageSet images = open(trainingTar());
    Thread.currentThread().interrupt();
    assertThrows(UnreadableImageException.class, () -> images.image(0));
    assertThat(Thread.interrupted()).isTrue();

    assertThat(images.image(0).width()).isEqualTo(3);
  }

  @Test
  void readsFromManyThreads() throws IOException {
    ImageSet images = open(trainingTar());
    int[] many = IntStream.range(0, 400).map(i -> i % 4).toArray();
    IntStream.of(many)
        .parallel()
        .forEach(i -> assertThat(images.image(i).width()).isEqualTo(new int[] {3, 40, 7, 5}[i]));
  }

  @Test
  void missingAndEmptyFilesAreNamed() throws IOException {
    assertThat(refusal(root.resolve("absent.tar"))).contains("There is no tar file");
    Path empty = write("empty.tar", new TreeMap<>());
    assertThat(refusal(empty)).startsWith("No .jpg, .jpeg or .png file in " + empty);
  }

  /** As Linux unpacks it: links count, of two members with one name the last, companions do not. */
  @Test
  void linksTwinsAndCompanionsEqualTheUnpackedFolder() throws Exception {
    byte[] first = Files.readAllBytes(file("n01440764/a.png"));
    byte[] second = Files.readAllBytes(file("n01440764/b.png"));
    Path tar = root.resolve("odd.tar");
    try (var out = new TarArchiveOutputStream(Files.newOutputStream(tar), "UTF-8")) {
      put(out, new TarArchiveEntry("train/fig/a.png"), first);
      put(out, new TarArchiveEntry("train/fig/._a.png"), first);
      put(out, new TarArchiveEntry("train/fig/more/c.png"), second);
      put(out, new TarArchiveEntry("train/pear/a.png"), first);
      put(out, link("train/pear/b.png", "./train/fig/more/c.png", TarConstants.LF_LINK), null);
      put(out, link("train/pear/c.png", "../fig/a.png", TarConstants.LF_SYMLINK), null);
      put(out, link("train/pear/d.png", "../absent.png", TarConstants.LF_SYMLINK), null);
      put(out, new TarArchiveEntry("train/pear/a.png"), second);
    }
    Process unpack =
        new ProcessBuilder("tar", "-xf", tar.toString(), "-C", root.toString()).start();
    assertThat(unpack.waitFor()).isEqualTo(0);

    ImageSet images = open(tar);
    ImageSet folder = Images.folder(root.resolve("train"));

    assertThat(IntStream.range(0, images.size()).mapToObj(images::id).toList())
        .containsExactly(
            "fig/a.png", "fig/more/c.png", "pear/a.png", "pear/b.png", "pear/c.png", "pear/d.png")
        .inOrder();
    assertThat(images.image(2).width()).isEqualTo(40);
    for (int i = 0; i < 5; i++) {
      assertThat(images.id(i)).isEqualTo(folder.id(i));
      assertThat(images.image(i)).isEqualTo(folder.image(i));
    }
    for (ImageSet set : List.of(images, folder)) {
      assertThat(assertThrows(UnreadableImageException.class, () -> set.image(5)))
          .hasMessageThat()
          .isEqualTo("Cannot read image pear/d.png: it is a link to what is not there");
    }
    assertThat(images.digest()).isEqualTo(folder.digest());
  }

  @Test
  void sizesInBase256AreRead() throws IOException {
    byte[] image = Files.readAllBytes(file("n01440764/b.png"));
    byte[] tar = tar(new TreeMap<>(Map.of("fig/b.png", image)));
    tar[124] = (byte) 0x80;
    Arrays.fill(tar, 125, 136, (byte) 0);
    ByteBuffer.wrap(tar).putInt(132, image.length);
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += i >= 148 && i < 156 ? ' ' : tar[i] & 0xff;
    }
    System.arraycopy(ascii(format("%06o\0 ", sum)), 0, tar, 148, 8);
    ImageSet images = open(Files.write(root.resolve("large.tar"), tar));
    assertThat(images.image(0).width()).isEqualTo(40);
  }

  @Test
  void validationImagesPackedAgainWithTheirFolderNeedLabelsToo() throws IOException {
    TreeMap<String, byte[]> files = new TreeMap<>();
    byte[] image = Files.readAllBytes(file("n01440764/a.png"));
    files.put("val/ILSVRC2012_val_00000001.JPEG", image);
    files.put("val/ILSVRC2012_val_00000002.JPEG", image);
    Path tar = write("again.tar", files);
    assertThat(refusal(tar)).contains("lies in no folder of its class");
    String text = "n02119789\nn01440764\n\n"; // with a blank last line, as editors leave
    Files.writeString(root.resolve(ValidationLabels.SYNSETS), text);
    assertThat(open(tar).id(1)).isEqualTo("n02119789/ILSVRC2012_val_00000001.JPEG");
  }

  @Test
  void tarFilesDeepInEachOtherAreRefused() throws IOException {
    byte[] inner = tar(new TreeMap<>());
    for (int i = 0; i < 10; i++) {
      inner = tar(new TreeMap<>(Map.of("inner.tar", inner)));
    }
    assertThat(refusal(Files.write(root.resolve("deep.tar"), inner))).contains("more than 3 deep");
  }

  /** A flipped bit of a kept index never gives another label or another picture. */
  @Test
  void anyFlipInAKeptIndexIsSeen() throws IOException {
    Path tar = trainingTar();
    open(tar);
    Path index;
    try (var files = Files.list(cache)) {
      index = files.findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(index);
    for (int i = 0; i < whole.length; i += 3) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 1;
      Files.write(index, flipped);
      assertEqualsFolder(open(tar));
      assertThat(Files.readAllBytes(index)).isEqualTo(whole);
    }
  }

  private static TarArchiveEntry link(String name, String target, byte kind) {
    TarArchiveEntry link = new TarArchiveEntry(name, kind);
    link.setLinkName(target);
    return link;
  }

  private static void put(TarArchiveOutputStream out, TarArchiveEntry entry, byte[] content)
      throws IOException {
    entry.setSize(content == null ? 0 : content.length);
    out.putArchiveEntry(entry);
    if (content != null) {
      out.write(content);
    }
    out.closeArchiveEntry();
  }

  private ImageSet open(Path tar) {
    return Images.tar(tar, cache, progress -> bytesRead.set(progress.done()));
  }

  private String refusal(Path tar) {
    return assertThrows(ImageDataException.class, () -> open(tar)).getMessage();
  }

  private void assertEqualsFolder(ImageSet images) {
    ImageSet folder = Images.folder(root.resolve("tree"));
    assertThat(images.size()).isEqualTo(folder.size());
    assertThat(images.classes()).isEqualTo(folder.classes());
    assertThat(images.digest()).isEqualTo(folder.digest());
    for (int i = 0; i < folder.size(); i++) {
      assertThat(images.id(i)).isEqualTo(folder.id(i));
      assertThat(images.label(i)).isEqualTo(folder.label(i));
      assertThat(images.image(i)).isEqualTo(folder.image(i));
    }
  }

  private Path file(String id) {
    return root.resolve("tree").resolve(id);
  }

  /** As ILSVRC2012_img_train.tar is: a tar file a class in one around them, classes unsorted. */
  private Path trainingTar() throws IOException {
    TreeMap<String, byte[]> classes = new TreeMap<>((a, b) -> b.compareTo(a));
    ImageSet folder = Images.folder(root.resolve("tree"));
    for (int label = 0; label < folder.classes().size(); label++) {
      TreeMap<String, byte[]> files = new TreeMap<>((a, b) -> b.compareTo(a));
      for (int i = 0; i < folder.size(); i++) {
        if (folder.label(i) == label) {
          files.put(folder.id(i).split("/")[1], Files.readAllBytes(file(folder.id(i))));
        }
      }
      classes.put(folder.classes().get(label) + ".tar", tar(files));
    }
    return write("ILSVRC2012_img_train.tar", classes);
  }

  /** Five images whose width is their number. */
  private Path validationTar() throws IOException {
    TreeMap<String, byte[]> files = new TreeMap<>();
    for (int i = 1; i <= 5; i++) {
      SmallFiles.png(root.resolve("one.png"), i, 1, i);
      String name = format("ILSVRC2012_val_%08d.JPEG", i);
      files.put(name, Files.readAllBytes(root.resolve("one.png")));
    }
    return write("ILSVRC2012_img_val.tar", files);
  }

  private Path write(String name, TreeMap<String, byte[]> files) throws IOException {
    return Files.write(root.resolve(name), tar(files));
  }

  /** The layout of POSIX ustar; names of up to 100 bytes. */
  private static byte[] tar(TreeMap<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (var file : files.entrySet()) {
      ByteBuffer header = ByteBuffer.allocate(512);
      header.put(ascii(file.getKey()));
      header.put(124, ascii(format("%011o", file.getValue().length)));
      header.put(148, ascii("        "));
      header.put(156, ascii("0"));
      header.put(257, ascii("ustar\00000"));
      int sum = 0;
      for (byte b : header.array()) {
        sum += b & 0xff;
      }
      header.put(148, ascii(format("%06o\0 ", sum)));
      bytes.write(header.array());
      bytes.write(file.getValue());
      bytes.write(new byte[-file.getValue().length & 511]);
    }
    bytes.write(new byte[1024]);
    return bytes.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
