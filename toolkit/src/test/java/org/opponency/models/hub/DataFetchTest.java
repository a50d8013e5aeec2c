package org.opponency.models.hub;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.images.ImageDataException;
import org.opponency.images.LabelSpace;
import org.opponency.images.SmallFiles;

/** Data come whole or not at all, and say what is wrong with them. */
class DataFetchTest {
  private static final byte[] CONTENT = {1};

  @TempDir private Path root;
  private FileServer server;
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = new FileServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** As many stimuli as were published, of one pixel each. */
  private Map<String, byte[]> stimuli() throws IOException {
    Path pixel = root.resolve("pixel.png");
    SmallFiles.png(pixel, 1, 1, 0x112233);
    byte[] png = Files.readAllBytes(pixel);
    Files.delete(pixel);
    List<String> categories = LabelSpace.CATEGORIES.labels();
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String shape : categories) {
      for (int i = 0; i < 80; i++) {
        String texture = categories.get(i % categories.size());
        files.put(format("cue-conflict/%s/%s%d-%s1.png", shape, shape, i + 1, texture), png);
      }
    }
    return files;
  }

  private static byte[] tar(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] archive(String kind, Map<String, byte[]> files) throws IOException {
    return switch (kind) {
      case "zip" -> zip(files);
      case "tar" -> tar(files);
      default -> gzip(tar(files));
    };
  }

  private DataFetch fetch(String archive, Optional<PublishedData.KnownChecksum> checksum) {
    PublishedData data =
        new PublishedData(
            "stimuli",
            "a test",
            "none",
            server.address(),
            List.of(server.address().resolve(archive)),
            "cue-conflict",
            1,
            checksum);
    return new DataFetch(data, root, step -> notes.add(step.note()));
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private String failure(DataFetch fetch) {
    return assertThrows(IOException.class, fetch::run).getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tar", "tar.gz", "zip"})
  void unpacksAndVerifies(String kind) throws IOException {
    server.serve("data." + kind, archive(kind, stimuli()));
    DataReport report = fetch("data." + kind, Optional.empty()).run();

    assertThat(report.isWhole()).isTrue();
    assertThat(report.what()).contains("cue-conflict stimuli");
    assertThat(left()).containsExactly("cue-conflict");
    assertThat(server.requests()).hasSize(1);

    fetch("data." + kind, Optional.empty()).run();
    assertThat(server.requests()).hasSize(1); // what is there is not brought again
  }

  @Test
  void whatIsNotWholeIsTakenAwayAgain() throws IOException {
    Map<String, byte[]> files = stimuli();
    assertThat(files.remove("cue-conflict/bear/bear1-airplane1.png")).isNotNull();
    String texture = LabelSpace.CATEGORIES.labels().get(6);
    String damaged = format("boat/boat7-%s1.png", texture);
    assertThat(files.replace("cue-conflict/" + damaged, new byte[] {1, 2, 3})).isNotNull();
    server.serve("data.tar", tar(files));

    String message = failure(fetch("data.tar", Optional.empty()));

    assertThat(message).contains("not whole, and was taken away again");
    assertThat(message).contains("expected 80 a class, bear has 79");
    assertThat(message).contains("expected 1,280, found 1,279");
    assertThat(message).contains("damaged " + damaged);
    assertThat(left()).isEmpty();
  }

  @Test
  void anArchiveOfTheUsersIsNamedAndStays() throws IOException {
    Map<String, byte[]> files = stimuli();
    files.remove("cue-conflict/bear/bear1-airplane1.png");
    Path archive = Files.write(root.resolve("data.tar"), tar(files));

    assertThat(failure(fetch("data.tar", Optional.empty())))
        .endsWith(". Delete " + archive + " to get it anew");
    var wrong = new PublishedData.KnownChecksum("MD5", "00ff", "its page", true);
    assertThat(failure(fetch("data.tar", Optional.of(wrong))))
        .matches("Cannot use " + archive + ": its MD5 is .* 00ff. Delete it to get it anew");
    assertThat(left()).containsExactly("data.tar");
  }

  @Test
  void theFolderMayHaveAnyPath() throws IOException {
    server.serve("data.tar", tar(stimuli()));
    PublishedData data = fetch("data.tar", Optional.empty()).data();

    new DataFetch(data, root.resolve("here/.././."), step -> {}).run();

    assertThat(left()).containsExactly("cue-conflict");
  }

  @Test
  void theAuthorsChecksumMustFit() throws IOException {
    server.serve("data.tar", tar(stimuli()));
    var wrong = new PublishedData.KnownChecksum("MD5", "00ff", "its page", true);

    assertThat(failure(fetch("data.tar", Optional.of(wrong))))
        .containsMatch("its MD5 is [0-9a-f]{32}, by its page it should be 00ff");
    assertThat(left()).isEmpty();
  }

  @Test
  void theChecksumOfOthersIsHeldAgainstIt() throws IOException {
    server.serve("data.tar", tar(stimuli()));
    var others = new PublishedData.KnownChecksum("MD5", "00ff", "other projects", false);

    assertThat(fetch("data.tar", Optional.of(others)).run().isWhole()).isTrue();
    assertThat(String.join(" ", notes)).contains("by other projects it should be 00ff");
  }

  @Test
  void aDamagedArchiveLeavesNothing() throws IOException {
    byte[] whole = gzip(tar(stimuli()));
    server.serve("data.tar.gz", Arrays.copyOf(whole, whole.length / 2));

    String archive = root.resolve("data.tar.gz").toString();
    assertThat(failure(fetch("data.tar.gz", Optional.empty())))
        .matches("Cannot unpack " + archive + ": .* If it is damaged, delete it to get it anew");
    assertThat(left()).containsNoneOf("cue-conflict", ".cue-conflict.unpacking");
  }

  @Test
  void nothingIsWrittenOutsideTheFolder() throws IOException {
    server.serve("data.tar", tar(Map.of("../../outside.png", CONTENT)));

    assertThat(failure(fetch("data.tar", Optional.empty())))
        .contains("would write outside its folder");
    assertThat(Files.exists(root.resolveSibling("outside.png"))).isFalse();
  }

  @Test
  void aMissingFileSaysWhereToPutIt() {
    assertThat(failure(fetch("absent.tar", Optional.empty())))
        .contains("status 404. If you have the file, put it at " + root.resolve("absent.tar"));
  }

  @Test
  void anArchiveThatIsThereNeedsNoNetwork() throws IOException {
    server.close();
    Files.write(root.resolve("data.tar"), tar(stimuli()));
    assertThat(fetch("data.tar", Optional.empty()).run().isWhole()).isTrue();
  }

  @Test
  void imageNetAsksForRegistration() {
    PublishedData imageNet =
        PublishedData.all().stream().filter(d -> d.files().isEmpty()).findFirst().orElseThrow();
    assertThat(failure(new DataFetch(imageNet, root, step -> {})))
        .contains("register at https://image-net.org/download.php");
  }

  @Test
  void decisionsComeAsTheyAre() throws IOException {
    List<URI> files = new ArrayList<>();
    for (int subject = 1; subject <= 10; subject++) {
      String name = format("cue-conflict_subject-%02d_session_1.csv", subject);
      StringBuilder table = new StringBuilder("subj,object_response,imagename\n");
      for (int trial = 0; trial < 1280; trial++) {
        table.append("subject,cat,0001_cue_s01_na_cat1-dog1.png\n");
      }
      server.serve(name, table.toString().getBytes(StandardCharsets.UTF_8));
      files.add(server.address().resolve(name));
    }
    PublishedData data =
        new PublishedData(
            "decisions", "", "", server.address(), files, "human", 1, Optional.empty());

    DataReport report = new DataFetch(data, root, step -> {}).run();

    assertThat(report.isWhole()).isTrue();
    assertThat(left()).containsExactly("human");
    try (Stream<Path> inside = Files.list(root.resolve("human"))) {
      assertThat(inside.count()).isEqualTo(10);
    }
  }

  @Test
  void unknownFoldersAreTold() throws IOException {
    SmallFiles.png(root.resolve("mine/cats/1.png"), 1, 1, 0);
    var refusal =
        assertThrows(
            ImageDataException.class, () -> DataReport.of(root.resolve("mine"), step -> {}));
    assertThat(refusal).hasMessageThat().contains("is none of the published data");
    assertThrows(ImageDataException.class, () -> DataReport.of(root.resolve("no"), step -> {}));
  }

  @Test
  void namesAndAddressesAreTheirOwn() {
    List<PublishedData> all = PublishedData.all();
    assertThat(all.stream().map(PublishedData::name).distinct().count()).isEqualTo(all.size());
    assertThat(all.stream().map(PublishedData::folder).distinct().count()).isEqualTo(all.size());
    for (PublishedData data : all) {
      assertThat(data.terms()).isNotEmpty();
      data.checksum().ifPresent(known -> assertThat(known.digits()).matches("[0-9a-f]{32}"));
    }
  }
}
