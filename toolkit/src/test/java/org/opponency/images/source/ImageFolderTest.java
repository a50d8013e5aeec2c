package org.opponency.images.source;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.SmallFiles;
import org.opponency.images.UnreadableImageException;

class ImageFolderTest {
  @TempDir private Path temporary;
  private Path root;

  @BeforeEach
  void fill() throws IOException {
    root = temporary.resolve("fruit");
    SmallFiles.png(root.resolve("lemon/b.PNG"), 2, 1, 0xffff00);
    SmallFiles.png(root.resolve("lemon/a.png"), 3, 2, 0xffee00);
    SmallFiles.png(root.resolve("fig/more/c.jpeg"), 1, 1, 0x800080);
    SmallFiles.png(root.resolve("fig/.hidden.png"), 1, 1, 0);
    SmallFiles.png(root.resolve("fig/.trash/d.png"), 1, 1, 0);
    SmallFiles.png(root.resolve(".thumbnails/e.png"), 1, 1, 0);
    Files.writeString(root.resolve("lemon/notes.txt"), "sour");
    Files.writeString(root.resolve("readme.txt"), "fruit");
    Files.writeString(root.resolve("fig/Thumbs.db"), "of Windows");
    Files.writeString(root.resolve("fig/.DS_Store"), "of macOS");
    SmallFiles.png(root.resolve("__MACOSX/fig/f.png"), 1, 1, 0);
    SmallFiles.png(root.resolve("fig/@eaDir/g.jpeg"), 1, 1, 0);
  }

  @Test
  void listsClassesAndFilesSorted() {
    ImageSet set = Images.folder(root);

    assertThat(set.name()).isEqualTo("fruit");
    assertThat(set.classes()).containsExactly("fig", "lemon").inOrder();
    assertThat(IntStream.range(0, set.size()).mapToObj(set::id).toList())
        .containsExactly("fig/more/c.jpeg", "lemon/a.png", "lemon/b.PNG")
        .inOrder();
    assertThat(IntStream.range(0, set.size()).map(set::label).toArray())
        .isEqualTo(new int[] {0, 1, 1});
    assertThat(set.image(1).width()).isEqualTo(3);
    assertThat(set.image(1).value(2, 1, 1)).isEqualTo(0xee);
  }

  @Test
  void digestFollowsContentsAndNames() throws IOException {
    String before = Images.folder(root).digest();
    assertThat(before).matches("[0-9a-f]{64}");
    assertThat(Images.folder(root).digest()).isEqualTo(before);

    SmallFiles.png(root.resolve("lemon/a.png"), 3, 2, 0xffee01);
    String recoloured = Images.folder(root).digest();
    assertThat(recoloured).isNotEqualTo(before);

    Files.move(root.resolve("lemon/a.png"), root.resolve("fig/a.png"));
    assertThat(Images.folder(root).digest()).isNotEqualTo(recoloured);
  }

  /** The index is what makes a million files start at once, so it has to be used. */
  @Test
  void aKeptDigestCountsUntilAFileIsChanged() throws IOException {
    Path cache = temporary.resolve("cache");
    Path lemon = root.resolve("lemon/a.png");
    String read = Images.folder(root).digest();
    assertThat(Images.folder(root, cache).digest()).isEqualTo(read);
    assertWithMessage("kept of files just written").that(Files.exists(cache)).isFalse();

    age(Instant.EPOCH);
    assertThat(Images.folder(root, cache).digest()).isEqualTo(read);
    byte[] bytes = Files.readAllBytes(lemon);
    bytes[bytes.length - 1] ^= 1;
    Files.write(lemon, bytes);
    age(Instant.EPOCH);
    assertThat(Images.folder(root).digest()).isNotEqualTo(read);
    assertWithMessage("same sizes and times").that(kept(cache)).isEqualTo(read);

    Files.setLastModifiedTime(lemon, FileTime.from(Instant.EPOCH.plusSeconds(1)));
    assertThat(kept(cache)).isEqualTo(Images.folder(root).digest());
  }

  @Test
  void aDamagedIndexIsMadeAnew() throws IOException {
    Path cache = temporary.resolve("cache");
    age(Instant.EPOCH);
    String read = kept(cache);
    Path index = cache.resolve(cache.toFile().list()[0]);
    byte[] bytes = Files.readAllBytes(index);
    bytes[bytes.length - 2] ^= 1;
    Files.write(index, bytes);
    assertThat(kept(cache)).isEqualTo(read);
  }

  private String kept(Path cache) {
    return Images.folder(root, cache).digest();
  }

  private void age(Instant time) throws IOException {
    for (String file : List.of("lemon/a.png", "lemon/b.PNG", "fig/more/c.jpeg")) {
      Files.setLastModifiedTime(root.resolve(file), FileTime.from(time));
    }
  }

  @Test
  void namesAMissingFolder() {
    assertThat(refusal(root.resolve("absent")))
        .isEqualTo(
            format(
                "There is no image folder %s. Expected one sub-folder a class with .jpg, .jpeg or"
                    + " .png files in it. Check the path.",
                root.resolve("absent").toAbsolutePath()));
  }

  @Test
  void refusesAFileAndAnEmptyFolder() throws IOException {
    assertThat(refusal(root.resolve("readme.txt"))).contains("readme.txt is a file");
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    assertThat(refusal(empty)).contains(empty + " has no sub-folders");
  }

  @Test
  void namesEveryClassWithoutImages() throws IOException {
    Files.createDirectory(root.resolve("pear"));
    Files.createDirectory(root.resolve("apple"));

    assertThat(refusal(root)).contains("2 of the 4 classes in " + root.toAbsolutePath());
    assertThat(refusal(root)).contains(": apple, pear. Add images");
  }

  @Test
  void saysWhereThePermissionIsMissing() throws IOException {
    Path locked = root.resolve("lemon");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(locked), "who runs this, such as root, may read everything");
      assertThat(refusal(root))
          .contains(format("Cannot list the image folder %s: no permission", locked));
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void namesAnImageThatCannotBeRead() throws IOException {
    ImageSet set = Images.folder(root);
    Files.write(root.resolve("lemon/a.png"), new byte[0]);
    Files.delete(root.resolve("lemon/b.PNG"));

    var empty = assertThrows(UnreadableImageException.class, () -> set.image(1));
    assertThat(empty)
        .hasMessageThat()
        .isEqualTo("Cannot read image lemon/a.png: the file is empty");
    var gone = assertThrows(UnreadableImageException.class, () -> set.image(2));
    assertThat(gone)
        .hasMessageThat()
        .isEqualTo("Cannot read image lemon/b.PNG: there is no such file; check the path");
  }

  /** What torchvision's {@code sorted(os.walk(folder))} gives for the same files. */
  @Test
  void subFoldersStandWhereTorchvisionPutsThem() throws IOException {
    Path folder = temporary.resolve("order");
    for (String name : List.of("A", "a", "a/x", "b", "z/1", "\u00e9")) {
      SmallFiles.png(folder.resolve("c0/" + name + ".png"), 1, 1, 0);
    }
    ImageSet set = Images.folder(folder);
    assertThat(IntStream.range(0, set.size()).mapToObj(set::id).toList())
        .containsExactly(
            "c0/A.png", "c0/a.png", "c0/b.png", "c0/\u00e9.png", "c0/a/x.png", "c0/z/1.png")
        .inOrder();
  }

  @Test
  void linkThatLeadsBackIsNamed() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("fig/again"), root);
    assertThat(refusal(root)).contains(format("a link on the way to %s/fig leads back", link));
  }

  private static String refusal(Path folder) {
    return assertThrows(ImageDataException.class, () -> Images.folder(folder)).getMessage();
  }
}
