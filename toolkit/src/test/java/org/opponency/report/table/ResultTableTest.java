package org.opponency.report.table;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.evaluation.Networks;
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
    assertThat(table.percent("loss.loss").without("redraws").text()).contains("25.0 %");
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
  void percentIsShownOnlyWhereDeclared() {
    var table = ResultTable.of(ROWS);
    assertThat(table.text()).contains("0.7616");
    assertThat(table.percent("accuracy").text()).contains("76.2 %");
    assertThat(table.percent("accuracy").csv()).contains("0.7616");
    var refusal = assertThrows(IllegalArgumentException.class, () -> table.percent("acuracy"));
    assertThat(refusal).hasMessageThat().contains("\"acuracy\"");
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
