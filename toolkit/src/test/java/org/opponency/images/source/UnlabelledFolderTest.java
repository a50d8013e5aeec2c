package org.opponency.images.source;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.SmallFiles;

class UnlabelledFolderTest {
  @TempDir private Path root;

  @Test
  void takesAllImagesInAndBelowTheFolderAsOneClass() throws IOException {
    SmallFiles.png(root.resolve("b.png"), 1, 1, 0);
    SmallFiles.png(root.resolve("a/deep/c.PNG"), 2, 1, 0);
    SmallFiles.png(root.resolve("z.jpeg"), 1, 1, 0);
    SmallFiles.png(root.resolve(".hidden.png"), 1, 1, 0);
    SmallFiles.png(root.resolve(".trash/d.png"), 1, 1, 0);
    Files.writeString(root.resolve("notes.txt"), "none");

    ImageSet set = Images.unlabelled(root);

    assertThat(set.classes()).containsExactly("unlabelled");
    assertThat(IntStream.range(0, set.size()).mapToObj(set::id).toList())
        .containsExactly("a/deep/c.PNG", "b.png", "z.jpeg")
        .inOrder();
    assertThat(IntStream.range(0, set.size()).map(set::label).sum()).isEqualTo(0);
    assertThat(set.image(0).width()).isEqualTo(2);
  }

  @Test
  void namesAFolderThatIsMissingOrAFile() throws IOException {
    Path absent = root.resolve("absent");
    assertThat(refusal(absent)).contains("no image folder " + absent);
    Path file = Files.createFile(root.resolve("file.png"));
    assertThat(refusal(file)).contains(file.toString());
  }

  @Test
  void namesAFolderWithoutImages() throws IOException {
    Files.writeString(root.resolve("notes.txt"), "none");
    assertThat(refusal(root)).contains("No .jpg, .jpeg or .png file in or below " + root);
  }

  private static String refusal(Path folder) {
    return assertThrows(ImageDataException.class, () -> Images.unlabelled(folder)).getMessage();
  }
}
