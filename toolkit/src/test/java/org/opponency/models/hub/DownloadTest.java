package org.opponency.models.hub;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.io.Progress;

/** A connection that breaks costs what is missing, and nothing half is left as if it were whole. */
class DownloadTest {
  private static final int SIZE = 300_000;
  private static final int HELD = 100_000;

  @TempDir private Path folder;
  private FileServer server;
  private byte[] content;

  @BeforeEach
  void start() throws IOException {
    server = new FileServer();
    content = new byte[SIZE];
    new Random(7).nextBytes(content);
    server.serve("file", content);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void download() throws IOException {
    download(step -> {});
  }

  private void download(Consumer<Progress> progress) throws IOException {
    try (Download download = Download.of("file", server.address().resolve("file"), file())) {
      download.run(progress);
      download.keep();
    }
  }

  private String failure() {
    return assertThrows(IOException.class, this::download).getMessage();
  }

  private Path file() {
    return folder.resolve("file");
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /** Leaves two thirds of the file. */
  private void breakOff() throws IOException {
    server.holdBack(HELD);
    failure();
    server.holdBack(0);
  }

  /** What an earlier download has left of a version. */
  private void arrived(int bytes, String version) throws IOException {
    Files.write(folder.resolve(".file.part"), Arrays.copyOf(content, bytes));
    Files.writeString(folder.resolve(".file.part.tag"), version);
    server.name(version);
  }

  @Test
  void aBrokenConnectionLeavesWhatHasArrived() throws IOException {
    server.name("\"v1\"");
    breakOff();
    assertThat(left()).containsExactly(".file.part", ".file.part.tag");
    byte[] part = Files.readAllBytes(folder.resolve(".file.part"));
    assertThat(part).isEqualTo(Arrays.copyOf(content, part.length));

    download();
    assertThat(Files.readAllBytes(file())).isEqualTo(content);
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws IOException {
    int there = SIZE - HELD;
    arrived(there, "\"v1\"");

    List<Long> seen = new ArrayList<>();
    download(step -> seen.add(step.done()));

    assertThat(server.ranges()).containsExactly(format("bytes=%d-", there));
    assertThat(seen.get(0)).isGreaterThan((long) there);
    assertThat(seen.get(seen.size() - 1)).isEqualTo(SIZE);
    assertThat(Files.readAllBytes(file())).isEqualTo(content);
    assertThat(left()).containsExactly("file", "file.sha256");
  }

  @Test
  void beginsAnewWhereTheServerHasAnotherVersion() throws IOException {
    arrived(SIZE - HELD, "\"v1\"");
    byte[] other = Arrays.copyOfRange(content, 1, SIZE);
    server.serve("file", other);
    server.name("\"v2\"");

    download();

    assertThat(Files.readAllBytes(file())).isEqualTo(other);
  }

  @Test
  void beginsAnewWhereMoreIsThereThanTheServerHas() throws IOException {
    arrived(SIZE - HELD, "\"v1\"");
    byte[] shorter = Arrays.copyOf(content, 10);
    server.serve("file", shorter);

    download();

    assertThat(Files.readAllBytes(file())).isEqualTo(shorter);
  }

  @Test
  void leavesNothingOfAServerThatNamesNoVersion() throws IOException {
    breakOff();
    assertThat(left()).isEmpty();
    download();
    assertThat(server.ranges()).isEmpty();
  }

  @Test
  void weakVersionsAreNone() throws IOException {
    server.name("W/\"v1\"");
    breakOff();
    assertThat(left()).isEmpty();
  }

  @Test
  void refusesAWebPage() throws IOException {
    server.type("text/html; charset=utf-8");
    assertThat(failure()).contains("answered with a web page, not with the file");
    assertThat(left()).isEmpty();
  }

  @Test
  void saysThatTheDiskHasNoRoomBeforeItIsFull() throws IOException {
    server.announce(Long.MAX_VALUE / 4);
    assertThat(failure()).containsMatch("it needs [0-9]+ MB, but [0-9]+ MB are free in " + folder);
    assertThat(left()).isEmpty();
  }

  @Test
  void twoDownloadsOfOneFileAreOneTooMany() throws IOException {
    try (Download first = Download.of("file", server.address().resolve("file"), file())) {
      assertThat(failure()).contains("another download of it is under way");
      first.run(step -> {});
      first.keep();
    }
    assertThat(Files.readAllBytes(file())).isEqualTo(content);
  }
}
