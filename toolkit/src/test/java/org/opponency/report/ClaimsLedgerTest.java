package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.claims.ClaimRow;
import org.opponency.claims.Evidence;
import org.opponency.io.Csv;
import org.opponency.study.networks.Scale;

class ClaimsLedgerTest {
  private static final ClaimsLedger LEDGER =
      ledger(
          List.of(
              row(1, true, "So it is", "2 %", "supports", "opposite"),
              row(2, true, "And so", "", "", ""),
              row(3, false, "Not shown", "2 %", "supports", "")));

  private static ClaimsLedger ledger(List<ClaimRow> rows) {
    return new ClaimsLedger(rows, Evidence.none(Scale.LAPTOP));
  }

  private static ClaimRow row(
      int number,
      boolean headline,
      String claim,
      String published,
      String publishedVerdict,
      String earlierVerdict) {
    return new ClaimRow(
        number,
        headline,
        claim,
        "section 2",
        "",
        published,
        publishedVerdict,
        "",
        "",
        "1 %",
        earlierVerdict,
        "",
        "",
        "",
        "",
        0.01,
        0.99,
        0.02,
        "decided");
  }

  @Test
  void tableReplacesWhatStoodBetweenTheMarkers() {
    String before = "text\n\n" + ClaimsLedger.BEGIN + "\nold\n" + ClaimsLedger.END + "\nrest\n";
    String after = LEDGER.inserted(before);
    assertThat(after).startsWith("text\n\n" + ClaimsLedger.BEGIN + "\n\n| | the paper says |");
    assertThat(after)
        .contains("| 1 | So it is (section 2) | **supports**: 2 % | **opposite**: 1 % | – | – |\n");
    assertThat(after).contains("| 2 | And so (section 2) | – | – | – | – |\n");
    assertThat(after).doesNotContain("Not shown");
    assertThat(after).endsWith("\n" + ClaimsLedger.END + "\nrest\n");
    assertThat(after).doesNotContain("old");
    assertThat(LEDGER.inserted(after)).isEqualTo(after);
  }

  @Test
  void theReadmeTellsValuesAlone() {
    assertThat(ClaimsLedger.cell("supports", "width 1: 37 of 50 cells in 50 networks, 74.0 %"))
        .isEqualTo("**supports**: width 1: 74.0 %");
    assertThat(ClaimsLedger.cell("supports", "width 1: 23.4 % [-18.8, 27.9]; -0.78 points, x"))
        .isEqualTo("**supports**: width 1: 23.4 %");
    assertThat(ClaimsLedger.cell("supports", "61.0 % below, 62.0 % from there on, effect -0.1"))
        .isEqualTo("**supports**: 61.0 % below, 62.0 % from there on");
  }

  @Test
  void verdictsAreCountedByKindOfEvidence() {
    assertThat(LEDGER.counts())
        .containsExactly(
            new ClaimsLedger.Count("supports", 2, 0, 0, 0, 0),
            new ClaimsLedger.Count("opposite", 0, 0, 1, 0, 0))
        .inOrder();
  }

  @Test
  void readmeWithoutAPlaceIsRefused() {
    var refusal = assertThrows(IllegalStateException.class, () -> LEDGER.inserted("no markers"));
    assertThat(refusal).hasMessageThat().contains(ClaimsLedger.BEGIN);
  }

  @Test
  void committedReadmeIsNotStale() throws IOException {
    Path file = Path.of("..", "figures", "claims.csv");
    Csv csv = Csv.read(file.toString(), Files.newBufferedReader(file, StandardCharsets.UTF_8));
    var rows = csv.rows().stream().map(ClaimsLedgerTest::row).toList();
    String readme = Files.readString(Path.of("..", "README.md"));
    assertThat(ledger(rows).inserted(readme)).isEqualTo(readme);
  }

  private static ClaimRow row(List<String> cells) {
    return new ClaimRow(
        Integer.parseInt(cells.get(0)),
        Boolean.parseBoolean(cells.get(1)),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        cells.get(5),
        cells.get(6),
        cells.get(7),
        cells.get(8),
        cells.get(9),
        cells.get(10),
        cells.get(11),
        cells.get(12),
        cells.get(13),
        cells.get(14),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        cells.get(18));
  }
}
