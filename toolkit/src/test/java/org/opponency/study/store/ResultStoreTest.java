package org.opponency.study.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.io.RecordJson;
import org.opponency.io.Sha256;
import org.opponency.study.networks.Scale;

class ResultStoreTest {
  private static final ResultKey KEY =
      new ResultKey("square-numbers", 1, "width 4, run 1", "w", "i", "as is", "all of them");

  @TempDir private Path folder;
  private ResultStore store;
  private final List<Integer> computed = new ArrayList<>();

  /** A number and its square. */
  record Square(int number, double square, List<String> words, boolean[] bits, Inner inner) {}

  /** A record inside. */
  record Inner(ResultKey key, Scale scale, List<Double> values) {}

  @BeforeEach
  void open() {
    store = new ResultStore(folder.resolve("kept"));
  }

  private List<Square> squares(int part) {
    computed.add(part);
    return List.of(square(2 * part), square(2 * part + 1));
  }

  private static Square square(int n) {
    return new Square(n, n * n, List.of("a \"b\"", "ü\n"), new boolean[] {true, false}, null);
  }

  private List<Square> rows(ResultKey key, int parts) {
    return store.rows(key, Square.class, parts, this::squares);
  }

  private Path file(int part) {
    return store.folder().resolve(KEY.folder()).resolve(format("part-%04d.jsonl", part));
  }

  private static ResultKey version(int version) {
    return new ResultKey(
        KEY.analysis(), version, KEY.subject(), "w", "i", KEY.preprocessing(), KEY.protocol());
  }

  @Test
  void secondCallReadsBackWhatTheFirstComputed() {
    List<Square> first = rows(KEY, 3);
    List<Square> second = rows(KEY, 3);
    assertThat(computed).containsExactly(0, 1, 2).inOrder();
    assertThat(second).hasSize(6);
    for (int i = 0; i < 6; i++) {
      assertThat(second.get(i).number()).isEqualTo(i);
      assertThat(second.get(i).square()).isEqualTo(first.get(i).square());
      assertThat(second.get(i).words()).isEqualTo(first.get(i).words());
      assertThat(second.get(i).bits()).isEqualTo(first.get(i).bits());
    }
  }

  @Test
  void stoppedRunGoesOnWithTheMissingParts() {
    assertThrows(
        IllegalStateException.class,
        () ->
            store.rows(
                KEY,
                Square.class,
                3,
                part -> {
                  if (part == 2) {
                    throw new IllegalStateException("killed");
                  }
                  return squares(part);
                }));
    assertThat(Files.exists(file(1))).isTrue();
    assertThat(Files.exists(file(2))).isFalse();
    computed.clear();
    assertThat(rows(KEY, 3)).hasSize(6);
    assertThat(computed).containsExactly(2);
  }

  @Test
  void otherContentIsAnotherResult() {
    rows(KEY, 1);
    var other = new ResultKey("square-numbers", 1, KEY.subject(), "x", "i", "as is", "all of them");
    rows(other, 1);
    assertThat(computed).containsExactly(0, 0);
  }

  @Test
  void recordsInsideRecordsAndNumbersThatAreNoneComeBack() {
    var inner = new Inner(KEY, Scale.LAPTOP, List.of(Double.NaN, 0.1, Double.NEGATIVE_INFINITY));
    var row = new Square(1, Double.NaN, List.of(), new boolean[0], inner);
    store.rows(KEY, Square.class, () -> List.of(row));
    Square back = store.rows(KEY, Square.class, () -> List.of()).get(0);
    assertThat(back.square()).isNaN();
    assertThat(back.inner()).isEqualTo(inner);
  }

  @Test
  void aResultOfAnotherVersionIsRefusedWithTheReason() {
    rows(KEY, 1);
    var refusal = assertThrows(IllegalStateException.class, () -> rows(version(2), 1));
    assertThat(refusal).hasMessageThat().contains("is stale: version is 1, expected 2");
    assertThat(refusal).hasMessageThat().contains("Move " + file(0).getParent() + " away");
  }

  @Test
  void otherPartsAndOtherColumnsAreRefused() {
    rows(KEY, 2);
    var parts = assertThrows(IllegalStateException.class, () -> rows(KEY, 3));
    assertThat(parts).hasMessageThat().contains("parts is 2, expected 3");
    var columns =
        assertThrows(
            IllegalStateException.class, () -> store.rows(KEY, Inner.class, 2, part -> List.of()));
    assertThat(columns).hasMessageThat().contains("columns is ");
  }

  @Test
  void aFileMovedHereFromOtherContentIsRefused() throws IOException {
    rows(KEY, 1);
    edit(text -> text.replace("\"weights\":\"w\"", "\"weights\":\"other\""));
    var refusal = assertThrows(IllegalStateException.class, () -> rows(KEY, 1));
    assertThat(refusal).hasMessageThat().contains("weights is \"other\", expected \"w\"");
  }

  @Test
  void damageIsRefusedWithTheReason() throws IOException {
    rows(KEY, 1);
    edit(text -> text.replace("\"number\":1", "\"number\":7"));
    assertThat(assertThrows(IllegalStateException.class, () -> rows(KEY, 1)))
        .hasMessageThat()
        .contains("is damaged: its 2 records are not those written");
    edit(text -> text.substring(0, 20));
    assertThat(assertThrows(IllegalStateException.class, () -> rows(KEY, 1)))
        .hasMessageThat()
        .contains("is damaged: its first line is no JSON object");
    edit(text -> "");
    assertThat(assertThrows(IllegalStateException.class, () -> rows(KEY, 1)))
        .hasMessageThat()
        .contains("is damaged: its first line is empty");
    Files.write(file(0), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(assertThrows(IllegalStateException.class, () -> rows(KEY, 1)))
        .hasMessageThat()
        .contains("is damaged: it is no UTF-8 text");
  }

  @Test
  void whatComputedAResultIsKeptWithIt() throws IOException {
    rows(KEY, 2);
    assertThat(store.origins()).containsExactly(Origin.here());
    edit(text -> text.replace(Origin.here().java(), "Another 99"));
    assertThat(assertThrows(IllegalStateException.class, () -> rows(KEY, 2)))
        .hasMessageThat()
        .contains("is damaged: its 2 records are not those written");
    Origin other = new Origin("9", Revision.UNKNOWN, "Another 99", "p", Origin.Engine.NONE);
    var file = new ResultFile<>(file(0), KEY, Square.class, 0, 2);
    file.write(squares(0), other);
    store = new ResultStore(store.folder());
    assertThat(rows(KEY, 2)).hasSize(4);
    assertThat(store.origins()).containsExactly(other, Origin.here());
  }

  @Test
  void whatWasKeptBeforeIsReadAndOfUnknownOrigin() throws IOException {
    rows(KEY, 1);
    List<String> lines = Files.readAllLines(file(0));
    JsonObject header = RecordJson.parse(lines.get(0));
    header.remove("origin");
    Sha256 sum = new Sha256();
    lines.subList(1, 3).forEach(sum::add);
    header.addProperty("sha256", sum.hex());
    edit(text -> text.replace(lines.get(0), RecordJson.text(header)));
    store = new ResultStore(store.folder());
    assertThat(rows(KEY, 1)).hasSize(2);
    assertThat(store.origins()).containsExactly(Origin.UNKNOWN);
  }

  private void edit(UnaryOperator<String> change) throws IOException {
    Files.writeString(file(0), change.apply(Files.readString(file(0))));
  }

  @Test
  void keptFormIsALineARecordForPeople() throws IOException {
    rows(KEY, 1);
    List<String> lines = Files.readAllLines(file(0));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("{\"analysis\":\"square-numbers\",\"version\":1,");
    assertThat(lines.get(2))
        .isEqualTo(
            "{\"number\":1,\"square\":1.0,\"words\":[\"a \\\"b\\\"\",\"ü\\n\"],"
                + "\"bits\":[true,false],\"inner\":null}");
    assertThat(file(0).getParent().getFileName().toString()).startsWith("width-4-run-1-");
  }

  @Test
  void badNamesAndPlacesAreToldPlainly() throws IOException {
    var name =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ResultKey("Two words", 1, "s", "w", "i", "p", "q"));
    assertThat(name).hasMessageThat().contains("Two words");
    Files.writeString(folder.resolve("kept"), "a file");
    var failure = assertThrows(UncheckedIOException.class, () -> rows(KEY, 1));
    assertThat(failure).hasMessageThat().contains("Cannot write part-0000.jsonl");
  }

  private List<Square> growing(int last) {
    return store.continued(
        KEY,
        Square.class,
        earlier ->
            IntStream.range(earlier.size(), last)
                .mapToObj(
                    n -> {
                      computed.add(n);
                      return square(n);
                    })
                .iterator());
  }

  @Test
  void workOfUnknownLengthGoesOnWhereItWasStopped() throws IOException {
    List<Square> all = growing(4);
    assertThat(all).hasSize(4);
    Files.delete(file(3));
    Files.delete(file(2));
    computed.clear();
    assertThat(growing(4).stream().map(Square::number)).containsExactly(0, 1, 2, 3).inOrder();
    assertThat(computed).containsExactly(2, 3).inOrder();
  }
}
