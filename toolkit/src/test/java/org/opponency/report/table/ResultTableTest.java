package org.opponency.report.table;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.evaluation.Networks;
import org.opponency.io.Fraction;
import org.opponency.io.ShownAs;
import tech.tablesaw.api.ColumnType;

class ResultTableTest {
  enum Fruit {
    FIG,
    LEMON
  }

  record Model(int width, long seed) {}

  record Row(Model model, Fruit fruit, String note, boolean dead, double accuracy, long[] shape) {}

  record Loss(int step, double loss) {}

  record Nested(String fruit, Loss loss) {}

  record Unknown(Thread thread) {}

  record Maybe(String name, Double value) {}

  record Field(String layer, double[] profile) {}

  record Ends(double low, double high) {}

  record Share(@Fraction double share, @Fraction Ends interval) {}

  record Span(double mean, Ends ends) {}

  record Mean(String measure, ShownAs shownAs, int runs, double mean, Ends interval) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(new Model(4, 20), Fruit.FIG, "a < b", false, 0.7616, new long[] {4, 32, 32}),
          new Row(new Model(32, 21), Fruit.LEMON, "", true, 0.1, new long[] {10}));

  @Test
  void componentsBecomeColumnsOfTheirType() {
    var table = ResultTable.of(ROWS).table();
    assertThat(table.columnNames())
        .containsExactly("model.width", "model.seed", "fruit", "note", "dead", "accuracy", "shape")
        .inOrder();
    assertThat(table.column("model.width").type()).isEqualTo(ColumnType.INTEGER);
    assertThat(table.column("model.seed").type()).isEqualTo(ColumnType.LONG);
    assertThat(table.column("dead").type()).isEqualTo(ColumnType.BOOLEAN);
    assertThat(table.stringColumn("fruit").get(1)).isEqualTo("LEMON");
    assertThat(table.stringColumn("shape").get(0)).isEqualTo("4 × 32 × 32");
    assertThat(table.doubleColumn("accuracy").get(0)).isWithin(1e-12).of(0.7616);
  }

  @Test
  void curvesAreNumbersWithSpacesBetween() {
    var table = ResultTable.of(List.of(new Field("R1", new double[] {0.25, -0.5}))).table();
    assertThat(table.stringColumn("profile").get(0)).isEqualTo("0.25 -0.5");
  }

  /** The columns that the figures' files have had from the first release. */
  @Test
  void whatWasMeasuredHasTheColumnsOfItsNetworkAndThoseOfTheValue() {
    var rows =
        List.of(
            Networks.measured(4, 2, true, new Nested("fig", new Loss(5, 0.5))),
            Networks.measured(0, 0, false, new Nested("lime", new Loss(6, 0.25))));
    var table = ResultTable.of(rows);
    assertThat(table.csv())
        .isEqualTo(
            """
            model,width,run,redraws,dead,fruit,loss.step,loss.loss
            "width 4, run 2",4,2,0,true,fig,5,0.5
            "width 0, run 0",0,0,0,false,lime,6,0.25
            """);
    assertThat(table.without("redraws").csv()).startsWith("model,width,run,dead,fruit,");
    var shares = List.of(Networks.measured(4, 0, false, new Share(0.25, new Ends(0.1, 0.4))));
    assertThat(ResultTable.of(shares).without("redraws").text()).contains("25.0 %");
    var refusal = assertThrows(IllegalArgumentException.class, () -> table.without("redrawn"));
    assertThat(refusal).hasMessageThat().contains("\"redrawn\"");
  }

  @Test
  void measuredNumbersAreAColumnAndEmptyListsKnowTheirColumns() {
    assertThat(ResultTable.of(List.of(Networks.alive(4, 0.5))).csv())
        .isEqualTo("model,width,run,redraws,dead,value\n\"width 4, run 0\",4,0,0,false,0.5\n");
    var empty = ResultTable.measured(Loss.class, List.of());
    assertThat(empty.csv()).isEqualTo("model,width,run,redraws,dead,step,loss\n");
    var mixed =
        List.of(
            Networks.<Record>measured(1, 0, false, new Loss(1, 1)),
            Networks.<Record>measured(1, 1, false, new Maybe("a", 1.0)));
    assertThrows(IllegalArgumentException.class, () -> ResultTable.of(mixed));
  }

  @Test
  void fractionsAreShownAsPercentWhereTheyAreDeclared() {
    var table = ResultTable.of(List.of(new Share(0.25, new Ends(0.1, 0.4))));
    assertThat(table.text().lines().toList())
        .containsExactly(
            " share        interval", "------  --------------", "25.0 %  10.0 to 40.0 %")
        .inOrder();
    assertThat(table.csv()).isEqualTo("share,interval.low,interval.high\n0.25,0.1,0.4\n");
  }

  @Test
  void rowsOfDifferentMeasuresSayHowTheyAreShown() {
    var share = new Mean("share", ShownAs.PERCENT, 3, 0.25, new Ends(0.1, 0.4));
    var pixels = new Mean("pixels", ShownAs.NUMBER, 3, 2.5, new Ends(2, 13));
    var table = ResultTable.of(List.of(share, pixels));
    assertThat(table.text().lines().toList())
        .containsExactly(
            "measure  runs    mean        interval",
            "-------  ----  ------  --------------",
            "share       3  25.0 %  10.0 to 40.0 %",
            "pixels      3   2.500   2.00 to 13.00")
        .inOrder();
    assertThat(table.csv()).contains("measure,runs,mean,interval.low,interval.high\nshare,3,0.25,");
  }

  @Test
  void endsOfAnIntervalShareTheirDecimals() {
    var none = new Span(2, new Ends(Double.NaN, Double.NaN));
    var table = ResultTable.of(List.of(new Span(1, new Ends(-0.5, 12.5)), none));
    assertThat(table.text().lines().skip(2).toList())
        .containsExactly("1.000  -0.50 to 12.50", "2.000               –")
        .inOrder();
  }

  @Test
  void numbersOfAColumnShareTheirDecimals() {
    var table = ResultTable.of(List.of(new Loss(5, 2.302585), new Loss(12000, 0.5)));
    assertThat(table.text())
        .isEqualTo(
            """
              step   loss
            ------  -----
                 5  2.303
            12,000  0.500
            """);
  }

  @Test
  void tinyNumbersAreShownInFull() {
    assertThat(ResultTable.of(List.of(new Loss(1, 1e-4))).text()).contains("1.00e-04");
  }

  @Test
  void numbersThatDecimalsWouldHideAreShownInFull() {
    String text = ResultTable.of(List.of(new Loss(1, 0.02), new Loss(2, 3e-14))).text();
    assertThat(text).contains("2.00e-02");
    assertThat(text).contains("3.00e-14");
  }

  @Test
  void htmlAlignsNumbersRightAndEscapes() {
    String html = ResultTable.of(ROWS).html();
    assertThat(html).contains("a &lt; b</td>");
    assertThat(html).containsMatch("<td align=\"right\"[^>]*>0.7616</td>");
    assertThat(html).containsMatch("<td align=\"left\"[^>]*>FIG</td>");
    assertThat(html).containsMatch("<th [^>]*>model width</th>");
  }

  private record Named(String model, int width, int run, String note) {}

  @Test
  void namesStayInOneLineAndSayWidthAndRun() {
    String note = "a note that is too long for a line";
    String html = ResultTable.of(List.of(new Named("width 1, run 0", 1, 0, note))).html();
    assertThat(html).containsMatch("<td [^>]*white-space:nowrap;\">width 1, run 0</td>");
    assertThat(html).containsMatch("<td [^>]*white-space:normal;\">" + note);
    assertThat(html).doesNotContain(">width</th>");
    assertThat(html).doesNotContain(">run</th>");
  }

  @Test
  void wideTablesCanBeMovedAndNumbersKeepTheirUnit() {
    String html = ResultTable.of(List.of(new Share(0.5, new Ends(0.4, 0.6)))).html();
    assertThat(html).startsWith("<div style=\"overflow-x:auto;");
    assertThat(html.strip()).endsWith("</table>\n</div>");
    assertThat(html).contains(">50.0&nbsp;%</td>");
  }

  @Test
  void longTablesSayWhatTheyLeaveOut() {
    var rows = java.util.stream.IntStream.range(0, 130).mapToObj(i -> new Loss(i, 1)).toList();
    String html = ResultTable.of(rows).html();
    assertThat(html).contains("30 more rows");
    assertThat(html.split("<tr>")).hasLength(1 + 1 + 100);
  }

  @Test
  void missingValuesAreDashes() {
    var rows = List.of(new Maybe(null, null), new Maybe("b", Double.NaN), new Maybe("c", 1.5));
    assertThat(ResultTable.of(rows).text().lines().skip(2).limit(2).toList())
        .containsExactly("–         –", "b         –");
  }

  @Test
  void rowsOfOthersStandBelowOursWithTheirSource() {
    var ours = ResultTable.of(List.of(new Share(0.25, new Ends(0.1, 0.4))));
    var both = ours.beside("random weights", ResultTable.of(Share.class, List.of()));
    assertThat(both.csv())
        .isEqualTo("source,share,interval.low,interval.high\nours,0.25,0.1,0.4\n");
    var twice = ours.beside("published", ours);
    assertThat(twice.csv()).endsWith("\npublished,0.25,0.1,0.4\n");
    assertThat(twice.text()).contains("published  25.0 %");
  }

  @Test
  void columnsWithNothingInThemAreNotShown() {
    var table = ResultTable.of(List.of(new Maybe("a", Double.NaN), new Maybe("b", null)));
    assertThat(table.text()).doesNotContain("value");
    assertThat(table.csv()).startsWith("name,value\n");
  }

  private record Tests(double pRises, double against, double errorOfP) {}

  @Test
  void smallPsAreSaidToBeSo() {
    var table = ResultTable.of(List.of(new Tests(3e-12, 0.9996, 1e-4), new Tests(0.0123, 1, 0)));
    assertThat(table.text().lines().skip(2).toList())
        .containsExactly("< 0.0005   0.9996    1.00e-04", "  0.0123   1.0000    0.00e+00")
        .inOrder();
    assertThat(table.csv()).contains("3.0E-12,0.9996,");
  }

  @Test
  void emptyListsNeedTheType() {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> ResultTable.of(List.<Loss>of()));
    assertThat(refusal).hasMessageThat().contains("Type.class");
    var empty = ResultTable.of(Loss.class, List.of());
    assertThat(empty.table().columnNames()).containsExactly("step", "loss").inOrder();
    assertThat(empty.text()).startsWith("step  loss");
  }

  @Test
  void unknownTypesAreNamed() {
    var rows = List.of(new Unknown(Thread.currentThread()));
    var refusal = assertThrows(IllegalArgumentException.class, () -> ResultTable.of(rows));
    assertThat(refusal).hasMessageThat().contains("\"thread\" of type Thread");
  }

  @Test
  void csvHasAHeaderAndAllDigits() {
    var table = ResultTable.of(List.of(new Loss(1, 0.123456789)));
    assertThat(table.csv()).isEqualTo("step,loss\n1,0.123456789\n");
  }
}
