package org.opponency.images.source;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.CueConflictSet;
import org.opponency.images.ImageDataException;
import org.opponency.images.LabelSpace;

class CueConflictFolderTest {
  @TempDir private Path root;

  private void file(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {1});
  }

  @Test
  void namesGiveShapeThenTexture() throws IOException {
    file("bear/bear3-clock2.png");
    file("airplane/airplane10-airplane1.png");
    file("LICENCE.txt");
    CueConflictSet set = Images.cueConflict(root);
    assertThat(set.size()).isEqualTo(2);
    assertThat(set.id(1)).isEqualTo("bear/bear3-clock2.png");
    assertThat(set.classes().get(set.label(1))).isEqualTo("bear");
    assertThat(set.classes().get(set.textureLabel(1))).isEqualTo("clock");
    assertThat(set.label(0)).isEqualTo(set.textureLabel(0));
  }

  @Test
  void namesThatDoNotParseAreNamed() throws IOException {
    for (String bad :
        new String[] {"bear/bear3.png", "bear/cat1-dog1.png", "bear/bear1-yeti2.png"}) {
      file(bad);
      var refusal = assertThrows(ImageDataException.class, () -> Images.cueConflict(root));
      assertThat(refusal).hasMessageThat().startsWith(bad + " in " + root);
      Files.delete(root.resolve(bad));
    }
  }

  @Test
  void manyOtherFilesAreToldInShort() throws IOException {
    for (int i = 1; i <= 9; i++) {
      file("bear/copy" + i + ".png");
    }
    var refusal = assertThrows(ImageDataException.class, () -> Images.cueConflict(root));
    assertThat(refusal)
        .hasMessageThat()
        .startsWith("bear/copy1.png, bear/copy2.png, bear/copy3.png and 6 more in " + root);
  }

  @Test
  void imageNetANeedsItsOwnClasses() throws IOException {
    file("n01498041/a.png");
    file("README.txt");
    file("n01531178/b.png");
    file("n00000001/b.png");
    var refusal = assertThrows(ImageDataException.class, () -> Images.imageNetA(root));
    assertThat(refusal)
        .hasMessageThat()
        .contains(
            "got 3. Missing: [n01534433, n01558993, n01580077 and 195 more]; not of it: [n00000001].");
    Files.delete(root.resolve("n00000001/b.png"));
    Files.delete(root.resolve("n00000001"));
    for (String wnid : LabelSpace.IMAGENET_A.labels()) {
      file(wnid + "/c.jpg");
    }
    assertThat(Images.imageNetA(root).size()).isEqualTo(202);
  }
}
