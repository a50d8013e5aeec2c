package org.opponency.kernel;

import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.opponency.kernel.Cell.Piece;

/** Completes and explains code. Places are counted in code points, as Jupyter does. */
final class CodeAssist {
  private final SourceCodeAnalysis analysis;

  CodeAssist(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /** Whether code can run as it is, or its last snippet needs more. */
  Completeness completeness(String code) {
    return analysis.analyzeCompletion(lastPiece(code).source()).completeness();
  }

  /** What can stand at the cursor, best first, and the range that it replaces. */
  ReplacementOptions complete(String code, int at) {
    String before = code.substring(0, code.offsetByCodePoints(0, at));
    Piece piece = lastPiece(before);
    int[] anchor = {piece.source().length()};
    List<String> suggestions =
        analysis.completionSuggestions(piece.source(), piece.source().length(), anchor).stream()
            .sorted(
                Comparator.comparing(Suggestion::matchesType)
                    .reversed()
                    .thenComparing(Suggestion::continuation))
            .map(Suggestion::continuation)
            .distinct()
            .toList();
    int start = before.codePointCount(0, piece.start() + anchor[0]);
    return new ReplacementOptions(suggestions, start, at);
  }

  /** Signatures and Javadoc of what is at the cursor; empty if JShell knows nothing. */
  String explain(String code, int at) {
    int end = code.offsetByCodePoints(0, at);
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    String source = lastPiece(code.substring(0, end)).source();
    List<Documentation> found = analysis.documentation(source, source.length(), true);
    if (found.isEmpty()) {
      // JShell looks methods up from inside their brackets.
      found = analysis.documentation(source + "(", source.length() + 1, true);
    }
    return found.stream().map(CodeAssist::text).distinct().collect(Collectors.joining("\n\n"));
  }

  private Piece lastPiece(String code) {
    Cell cell = new Cell(0, code);
    List<Piece> pieces = cell.pieces(analysis);
    int start = pieces.isEmpty() ? code.length() : pieces.get(pieces.size() - 1).start();
    return new Piece(cell, start, code.substring(start));
  }

  private static String text(Documentation documentation) {
    String javadoc = documentation.javadoc();
    return documentation.signature() + (javadoc == null ? "" : "\n" + plain(javadoc));
  }

  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("\\{@\\w+\\s+([^}]*)}", "$1")
        .replaceAll("</?\\w[^>]*>", "")
        .stripTrailing();
  }
}
