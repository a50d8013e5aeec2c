package org.opponency.kernel;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;
import org.opponency.kernel.Cell.Piece;

class CellTest {
  private static final String TEXT =
      """
      // first

      int a = 1; int b = 2;
      /* then
       */
      if (a < b) {
        a++;
      }
      a // last
      """;

  private final Cell cell = new Cell(3, TEXT);

  @Test
  void cutsIntoSnippetsThatBeginWithCode() {
    try (JShell shell = shell()) {
      List<Piece> pieces = cell.pieces(shell.sourceCodeAnalysis());

      assertThat(pieces.stream().map(Piece::source).map(String::strip))
          .containsExactly("int a = 1;", "int b = 2;", "if (a < b) {\n  a++;\n}", "a // last")
          .inOrder();
      assertThat(pieces.stream().map(piece -> piece.cellLine(1)))
          .containsExactly(3, 3, 6, 9)
          .inOrder();
    }
  }

  @Test
  void keepsOpenCodeWhole() {
    try (JShell shell = shell()) {
      Cell open = new Cell(1, "int a = 1;\nfor (;;) {\n  a++;");

      assertThat(open.pieces(shell.sourceCodeAnalysis()).get(1).source())
          .isEqualTo("for (;;) {\n  a++;");
    }
  }

  @Test
  void cutsNothingOutOfCommentsAlone() {
    try (JShell shell = shell()) {
      assertThat(new Cell(1, " // a\n/* b */").pieces(shell.sourceCodeAnalysis())).isEmpty();
    }
  }

  @Test
  void countsLinesFromOneAndColumnsFromNought() {
    int offset = TEXT.indexOf("b = 2");

    assertThat(cell.lineAt(offset)).isEqualTo(3);
    assertThat(cell.column(offset)).isEqualTo(15);
    assertThat(cell.line(3)).isEqualTo("int a = 1; int b = 2;");
    assertThat(cell.line(99)).isEmpty();
    assertThat(cell.column(0)).isEqualTo(0);
  }

  /** Runs nothing, so it needs no process of its own. */
  private static JShell shell() {
    return JShell.builder().executionEngine("local").build();
  }
}
