package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.claims.ClaimRow;
import org.opponency.io.Csv;

class ClaimsLedgerTest {
  private static final ClaimsLedger LEDGER =
      new ClaimsLedger(
          List.of(
              new ClaimRow(1, "So it is", "section 2", "differs", "1 %", "2 %", "reproduced"),
              new ClaimRow(2, "And so", "section 3", "not measured yet", "", "", "")));

  @Test
  void tableReplacesWhatStoodBetweenTheMarkers() {
    String before = "text\n\n" + ClaimsLedger.BEGIN + "\nold\n" + ClaimsLedger.END + "\nrest\n";
    String after = LEDGER.inserted(before);
    assertThat(after).startsWith("text\n\n" + ClaimsLedger.BEGIN + "\n\n| | the paper says |");
    assertThat(after).contains("| 1 | So it is (section 2) | 1 % | 2 % | **differs** |\n");
    assertThat(after).contains("| 2 | And so (section 3) | – | – | **not measured yet** |\n");
    assertThat(after).endsWith("\n" + ClaimsLedger.END + "\nrest\n");
    assertThat(after).doesNotContain("old");
    assertThat(LEDGER.inserted(after)).isEqualTo(after);
  }

  @Test
  void verdictsAreCountedTheMostFrequentFirst() {
    List<ClaimRow> rows = new ArrayList<>(LEDGER.rows());
    rows.add(new ClaimRow(3, "And", "section 4", "not measured yet", "", "", ""));
    assertThat(new ClaimsLedger(rows).counts())
        .containsExactly(
            new ClaimsLedger.Count(2, "not measured yet"), new ClaimsLedger.Count(1, "differs"))
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
    var rows =
        csv.rows().stream()
            .map(
                cells ->
                    new ClaimRow(
                        Integer.parseInt(cells.get(0)),
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        cells.get(4),
                        cells.get(5),
                        cells.get(6)))
            .toList();
    String readme = Files.readString(Path.of("..", "README.md"));
    assertThat(new ClaimsLedger(rows).inserted(readme)).isEqualTo(readme);
  }
}
