package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.images.LabelSpace;
import org.opponency.images.SmallFiles;
import org.opponency.models.hub.PublishedData;

/** {@code opponency data}; what it downloads is tested with a server in {@code models.hub}. */
class DataCommandTest {
  private static final Pattern ADVICE = Pattern.compile("data get ([a-z][a-z0-9-]*) ?([a-z0-9-]*)");

  @TempDir private Path folder;

  @Test
  void listsTermsAndAddresses() {
    Shell list = Shell.run("data", "list");
    assertThat(list.status()).isEqualTo(0);
    assertThat(list.out()).contains("cifar-10");
    assertThat(list.out()).contains("CC BY 4.0");
    assertThat(list.out()).contains("https://people.eecs.berkeley.edu/~hendrycks/imagenet-a.tar");
  }

  @Test
  void adviceNamesOneSetThatThereIs() throws IOException {
    List<String> names = PublishedData.all().stream().map(PublishedData::name).toList();
    List<String> wrong = new ArrayList<>();
    int found = 0;
    for (Path page : pagesAndSources()) {
      for (Matcher advice = ADVICE.matcher(Files.readString(page)); advice.find(); found++) {
        if (!names.contains(advice.group(1)) || names.contains(advice.group(2))) {
          wrong.add(page + ": " + advice.group());
        }
      }
    }
    assertThat(found).isAtLeast(5);
    assertThat(wrong).isEmpty();
  }

  private static List<Path> pagesAndSources() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of(".."));
        Stream<Path> more = Files.walk(Path.of("..", "environment"));
        Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
      return Stream.of(pages, more, sources)
          .flatMap(files -> files)
          .filter(file -> file.toString().matches(".*\\.(md|java)"))
          .toList();
    }
  }

  @Test
  void unknownNamesListThoseThereAre() {
    Shell get = Shell.run("data", "get", "mnist");
    assertThat(get.status()).isEqualTo(2);
    assertThat(get.err()).contains("Expected a name out of cifar-10, tiny-imagenet");
  }

  @Test
  void imageNetIsOnlyDescribed() {
    Shell get = Shell.run("data", "get", "imagenet", "--out=" + folder);
    assertThat(get.status()).isEqualTo(2);
    assertThat(get.out()).contains("ImageNet's terms of access");
    assertThat(get.err()).contains("register at https://image-net.org");
  }

  @Test
  void whatIsThereIsVerifiedAndNotBroughtAgain() throws IOException {
    Path bear = folder.resolve("cue-conflict/bear/bear1-cat1.png");
    SmallFiles.png(bear, 1, 1, 0);
    Shell get = Shell.run("data", "get", "cue-conflict", "--out=" + folder);
    assertThat(get.status()).isEqualTo(1);
    assertThat(get.out()).contains("It is there already.");
    assertThat(get.out()).contains("stimuli: expected 1,280, found 1");
  }

  @Test
  void verifySaysWhatIsMissing() throws IOException {
    for (String wnid : LabelSpace.IMAGENET_A.labels()) {
      SmallFiles.png(folder.resolve(wnid + "/1.jpg"), 1, 1, 0);
    }
    Path damaged = folder.resolve(LabelSpace.IMAGENET_A.labels().get(0)).resolve("1.jpg");
    Files.write(damaged, new byte[] {1});
    Shell verify = Shell.run("data", "verify", folder.toString());
    assertThat(verify.status()).isEqualTo(1);
    assertThat(verify.out()).contains("ImageNet-A, not whole");
    assertThat(verify.out()).contains("pictures: expected 7,500, found 200");
    assertThat(verify.out()).contains("damaged n01498041/1.jpg");
  }

  @Test
  void tinyImageNetIsKnownByItsLayout() throws IOException {
    SmallFiles.png(folder.resolve("train/n07749582/images/n07749582_0.JPEG"), 1, 1, 0);
    SmallFiles.png(folder.resolve("val/images/val_0.JPEG"), 1, 1, 0);
    Files.writeString(folder.resolve("val/val_annotations.txt"), "val_0.JPEG\tn07749582\t0\n");
    Shell verify = Shell.run("data", "verify", folder.toString());
    assertThat(verify.out()).contains("Tiny-ImageNet, not whole");
    assertThat(verify.out()).contains("Expected 200 classes, found 1");
  }
}
