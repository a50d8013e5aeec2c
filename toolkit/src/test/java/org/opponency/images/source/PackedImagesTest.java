package org.opponency.images.source;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.GoldenImages;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.SmallFiles;
import org.opponency.images.UnreadableImageException;

class PackedImagesTest {
  private static final Preprocessing RESIZE = Preprocessing.shorterSide(16);

  @TempDir private Path root;
  private Path pack;
  private ImageSet folder;
  private final List<Integer> progress = new ArrayList<>();

  @BeforeEach
  void copyPhotographs() throws IOException {
    pack = root.resolve("packed/train.pack");
    for (String file : new String[] {"a/grey.jpg", "a/progressive.jpg", "b/rgba-8.png"}) {
      Path to = root.resolve("tree").resolve(file);
      Files.createDirectories(to.getParent());
      Files.write(to, GoldenImages.bytes(to.getFileName().toString()));
    }
    Files.writeString(root.resolve("tree/b/broken.png"), "no picture");
    folder = Images.folder(root.resolve("tree"));
  }

  @Test
  void givesBackEveryBit() {
    ImageSet packed = write(RESIZE);

    assertThat(packed.name()).isEqualTo(folder.name());
    assertThat(packed.classes()).isEqualTo(folder.classes());
    assertThat(packed.size()).isEqualTo(4);
    for (int i = 0; i < 4; i++) {
      assertThat(packed.id(i)).isEqualTo(folder.id(i));
      assertThat(packed.label(i)).isEqualTo(folder.label(i));
    }
    for (int i : new int[] {0, 1, 3}) {
      assertThat(packed.image(i)).isEqualTo(RESIZE.apply(folder.image(i)));
    }
    assertThat(progress).containsExactly(0, 1, 2, 3, 4).inOrder();
    assertThat(pack.resolveSibling("train.pack.part").toFile().exists()).isFalse();
  }

  @Test
  void validationOfTheSizePackedStaysBitEqual() {
    ImageSet packed = write(RESIZE);
    Preprocessing protocol = Preprocessing.of(14);
    for (int i : new int[] {0, 1, 3}) {
      assertThat(protocol.apply(packed.picture(i))).isEqualTo(protocol.apply(folder.picture(i)));
    }
  }

  @Test
  void unreadableImageStaysUnreadableForTheSameReason() {
    var before = assertThrows(UnreadableImageException.class, () -> folder.image(2));
    var after = assertThrows(UnreadableImageException.class, () -> write(RESIZE).image(2));
    assertThat(after).hasMessageThat().isEqualTo(before.getMessage());
  }

  @Test
  void twoWritersOfOneProcessDoNotMeet() throws IOException {
    Path part = Files.createDirectories(pack.getParent()).resolve("train.pack.part");
    try (FileChannel other =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      other.lock();
      var refused = assertThrows(ImageDataException.class, () -> write(RESIZE));
      assertThat(refused).hasMessageThat().contains("somebody else is writing it");
    }
    assertThat(write(RESIZE).size()).isEqualTo(4);
  }

  @Test
  void isWrittenOnce() throws IOException {
    write(RESIZE);
    long written = Files.getLastModifiedTime(pack).toMillis();
    progress.clear();
    write(RESIZE);
    assertThat(progress).containsExactly(4);
    assertThat(Files.getLastModifiedTime(pack).toMillis()).isEqualTo(written);
  }

  @Test
  void whatIsCutShortIsWrittenAnew() throws IOException {
    write(RESIZE);
    byte[] whole = Files.readAllBytes(pack);
    Files.write(pack, Arrays.copyOf(whole, whole.length - 1));
    write(RESIZE);
    assertThat(Files.readAllBytes(pack)).isEqualTo(whole);
  }

  @Test
  void isReplacedWhenImagesOrPreprocessingChange() throws IOException {
    String first = write(RESIZE).digest();
    ImageSet larger = write(Preprocessing.shorterSide(20));
    assertThat(larger.digest()).isNotEqualTo(first);
    assertThat(larger.image(0).height()).isEqualTo(20);

    SmallFiles.png(root.resolve("tree/a/grey.jpg"), 50, 40, 0x123456);
    ImageSet other = write(Preprocessing.shorterSide(20));
    assertThat(other.digest()).isNotEqualTo(larger.digest());
    assertThat(other.image(0).value(1, 1, 1)).isEqualTo(0x34);
  }

  @Test
  void goesOnWhereverItWasStopped() throws IOException {
    write(RESIZE);
    byte[] whole = Files.readAllBytes(pack);
    Files.delete(pack);
    Path part = pack.resolveSibling("train.pack.part");
    for (int length = 0; length < whole.length; length += 211) {
      Files.write(part, Arrays.copyOf(whole, length));
      write(RESIZE);
      assertThat(Files.readAllBytes(pack)).isEqualTo(whole);
      Files.delete(pack);
    }
    Files.write(part, Arrays.copyOf(whole, whole.length - 40));
    progress.clear();
    write(RESIZE);
    assertThat(progress).containsExactly(4);
  }

  @Test
  void whatAnotherTryLeftIsNotMixedIn() throws IOException {
    write(Preprocessing.shorterSide(20));
    Files.move(pack, pack.resolveSibling("train.pack.part"));
    assertThat(write(RESIZE).image(0).height()).isEqualTo(16);
  }

  @Test
  void cutFilesAreRefused() throws IOException {
    write(RESIZE);
    byte[] whole = Files.readAllBytes(pack);
    for (int length : new int[] {0, 5, 12, 60, whole.length / 2, whole.length - 1}) {
      Files.write(pack, Arrays.copyOf(whole, length));
      var e = assertThrows(ImageDataException.class, () -> Images.packed(pack));
      assertThat(e).hasMessageThat().startsWith("Cannot use the packed images " + pack);
      assertThat(e).hasMessageThat().endsWith("opponency pack; write it anew.");
    }
    var e = assertThrows(ImageDataException.class, () -> Images.packed(root.resolve("absent")));
    assertThat(e).hasMessageThat().contains("there is no such file");
  }

  @Test
  void damagedImageIsNamed() throws IOException {
    write(RESIZE);
    byte[] damaged = Files.readAllBytes(pack);
    damaged[damaged.length - 6 * Long.BYTES - 10] ^= 1;
    Files.write(pack, damaged);
    ImageSet packed = Images.packed(pack);

    assertThat(packed.image(0).height()).isEqualTo(16);
    var e = assertThrows(UnreadableImageException.class, () -> packed.image(3));
    assertThat(e).hasMessageThat().contains("image b/rgba-8.png: the checksum");
  }

  @Test
  void recordThatClaimsMoreThanTheFileHasTakesNoMemory() throws IOException {
    write(RESIZE);
    byte[] damaged = Files.readAllBytes(pack);
    int side = 26_754; // its square, three times, is just within an int
    ByteBuffer bytes = ByteBuffer.wrap(damaged);
    bytes.position(12 + bytes.getInt(8) + 32).putInt(side).putInt(side).putInt(3 * side * side);
    Files.write(pack, damaged);
    ImageSet packed = Images.packed(pack);

    var e = assertThrows(UnreadableImageException.class, () -> packed.image(0));
    assertThat(e).hasMessageThat().contains("ends before byte 2147");
  }

  /** Names, labels and digest are checked whole: no flip gives other ones. */
  @Test
  void everyFlipInTheHeaderOrTheTableIsRefused() throws IOException {
    write(RESIZE);
    byte[] whole = Files.readAllBytes(pack);
    int header = 12 + ByteBuffer.wrap(whole).getInt(8) + 32;
    for (int i = 0; i < whole.length; i++) {
      if (i < header || i >= whole.length - 6 * Long.BYTES) {
        byte[] flipped = whole.clone();
        flipped[i] ^= 1 << i % 8;
        Files.write(pack, flipped);
        var e = assertThrows(ImageDataException.class, () -> Images.packed(pack));
        assertThat(e).hasMessageThat().endsWith("opponency pack; write it anew.");
      }
    }
  }

  @Test
  void unreadableImagesAreCountedAndNamed() throws IOException {
    var unreadable = write(RESIZE).unreadable();
    assertThat(unreadable).hasSize(1);
    assertThat(unreadable.get(0).reason()).contains(folder.id(unreadable.get(0).index()));
  }

  @Test
  void anyDamageGivesImagesOrAClearRefusal() throws IOException {
    write(RESIZE);
    byte[] whole = Files.readAllBytes(pack);
    Random random = new Random(5);
    for (int trial = 0; trial < 200; trial++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      Files.write(pack, damaged);
      try {
        ImageSet packed = Images.packed(pack);
        for (int i : new int[] {0, 1, 3}) {
          assertThat(packed.image(i)).isEqualTo(RESIZE.apply(folder.image(i)));
        }
      } catch (ImageDataException | UnreadableImageException e) {
        assertThat(e).hasMessageThat().startsWith("Cannot ");
      }
    }
  }

  @Test
  void folderThatCannotBeWrittenIsNamed() throws IOException {
    Files.writeString(root.resolve("packed"), "a file, not a folder");
    var e = assertThrows(ImageDataException.class, () -> write(RESIZE));
    assertThat(e).hasMessageThat().startsWith("Cannot write the packed images " + pack);
  }

  private PackedImages write(Preprocessing preprocessing) {
    return PackedImages.write(folder(), preprocessing, pack, progress::add);
  }

  /** Opened anew, since a set remembers its digest. */
  private ImageSet folder() {
    return Images.folder(root.resolve("tree"));
  }
}
