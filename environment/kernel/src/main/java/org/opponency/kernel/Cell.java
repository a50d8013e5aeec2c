package org.opponency.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/**
 * A cell of a notebook.
 *
 * @param number the number the notebook shows in brackets
 * @param code as it was written
 * @param text the same, line for line, in Java: calls stand in the place of magics
 */
record Cell(int number, String code, String text) {
  // JShell counts lines wrongly in snippets that do not begin with code.
  private static final Pattern BEFORE_CODE =
      Pattern.compile("(?:\\s++|//[^\\n]*+|/\\*(?s:.*?)\\*/)*+");

  /** A cell with its magics. */
  Cell(int number, String code) {
    this(number, code, MagicLines.toJava(code));
  }

  /**
   * What JShell evaluates in one go: a statement, a declaration or an expression.
   *
   * @param start offset in the cell's text
   */
  record Piece(Cell cell, int start, String source) {
    /** The cell's line, from 1, that is this piece's line {@code line}, from 1. */
    int cellLine(int line) {
      return cell.lineAt(start) + line - 1;
    }
  }

  /** The cell's snippets in order. Code that cannot be cut any further is the last one, whole. */
  List<Piece> pieces(SourceCodeAnalysis analysis) {
    List<Piece> pieces = new ArrayList<>();
    int start = codeFrom(0);
    while (start < text.length()) {
      String rest = text.substring(start);
      var info = analysis.analyzeCompletion(rest);
      if (info.completeness() == Completeness.EMPTY) {
        break;
      }
      // JShell would add an empty body to an "if (...)" without one, and find it again behind that.
      boolean whole =
          info.source() == null || info.completeness() == Completeness.CONSIDERED_INCOMPLETE;
      pieces.add(new Piece(this, start, whole ? rest : info.source()));
      start = whole ? text.length() : codeFrom(text.length() - info.remaining().length());
    }
    return pieces;
  }

  /** The line, from 1, that holds an offset. */
  int lineAt(int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /** A line of the code, from 1, without its end; empty beyond the last. */
  String line(int number) {
    return code.lines().skip(number - 1L).findFirst().orElse("");
  }

  /** An offset's place in its line, from 0. */
  int column(int offset) {
    return offset - 1 - text.lastIndexOf('\n', offset - 1);
  }

  private int codeFrom(int offset) {
    Matcher matcher = BEFORE_CODE.matcher(text).region(offset, text.length());
    return matcher.lookingAt() ? matcher.end() : offset;
  }
}
