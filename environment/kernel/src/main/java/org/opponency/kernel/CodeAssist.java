package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.TypeDeclSnippet;
import org.opponency.kernel.Cell.Piece;
import org.opponency.kernel.Completions.Completion;

/** Completes and explains code. Places are counted in code points, as Jupyter does. */
final class CodeAssist {
  private static final Pattern MAGIC = Pattern.compile("(?m)^\\h*%%?([\\w.]*)\\z");
  private static final Pattern NAME = Pattern.compile("(?<![.\\w$])[\\p{L}_$][\\w$]*\\z");

  private static final Pattern VARIABLE =
      Pattern.compile("(?:final\\s+)?[\\w.$]+(?:<[^=;]*>)?(?:\\[])*\\s+([\\w$]+)\\s*[=;]");

  private final SourceCodeAnalysis analysis;
  private final Supplier<SourceCodeAnalysis> syntax;
  private final KernelMagics magics;

  CodeAssist(Evaluator evaluator, KernelMagics magics) {
    analysis = evaluator.analysis();
    syntax = evaluator::syntax;
    this.magics = magics;
  }

  /** Whether code can run as it is, or its last snippet needs more. */
  Completeness completeness(String code) {
    if (magics.isCellMagic(code)) {
      return Completeness.COMPLETE;
    }
    return analysis.analyzeCompletion(lastPiece(code).source()).completeness();
  }

  /** What can stand at the cursor, and where that begins which it replaces. */
  Completions complete(String code, int at) {
    String before = code.substring(0, code.offsetByCodePoints(0, at));
    Matcher magic = MAGIC.matcher(before);
    if (magic.find()) {
      int start = before.codePointCount(0, magic.start(1));
      return new Completions(
          start,
          magics.names().stream()
              .filter(name -> name.startsWith(magic.group(1)))
              .map(name -> new Completion(name, "magic"))
              .toList());
    }
    return completeJava(before);
  }

  /** Signatures and Javadoc of what is at the cursor, or what a magic does; null if not known. */
  DisplayData explain(String code, int at) {
    int end = code.offsetByCodePoints(0, at);
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    String before = code.substring(0, end);
    Matcher magic = MAGIC.matcher(before);
    if (magic.find()) {
      String help = magics.help(magic.group(1));
      return help == null ? null : new DisplayData(help);
    }
    String source = lastPiece(before).source();
    List<Documentation> found = documentation(source, true);
    if (found.isEmpty()) {
      // Where JShell fails to read a library's sources, it gives not even the signatures.
      found = documentation(source, false);
    }
    return found.isEmpty() ? null : Javadoc.show(found);
  }

  private List<Documentation> documentation(String source, boolean withJavadoc) {
    List<Documentation> found = analysis.documentation(source, source.length(), withJavadoc);
    // JShell looks methods up from inside their brackets.
    return found.isEmpty()
        ? analysis.documentation(source + "(", source.length() + 1, withJavadoc)
        : found;
  }

  private Completions completeJava(String before) {
    List<Piece> pieces = pieces(before);
    Piece last = lastPiece(before);
    List<Snippet> declared = declaredBefore(pieces, last);
    // Within a method behind the cell's own declarations, so that these are known.
    String around = around(last, declared);
    int[] anchor = {0};
    List<Suggestion> suggestions = suggestions(around + last.source(), anchor);
    int start = last.start() + anchor[0] - around.length();
    if (suggestions.isEmpty() && !around.isEmpty()) {
      suggestions = suggestions(last.source(), anchor);
      start = last.start() + anchor[0];
    }
    Stream<Completion> java =
        suggestions.stream()
            .sorted(
                Comparator.comparing(Suggestion::matchesType)
                    .reversed()
                    .thenComparing(Suggestion::continuation))
            .map(s -> new Completion(s.continuation(), type(s.continuation())));
    Matcher name = NAME.matcher(before);
    Stream<Completion> own = Stream.empty();
    if (name.find()) {
      own = own(declared, name.group());
      start = name.start();
    }
    List<Completion> found = Stream.concat(own, java).distinct().toList();
    return new Completions(before.codePointCount(0, Math.min(start, before.length())), found);
  }

  private List<Suggestion> suggestions(String source, int[] anchor) {
    anchor[0] = source.length();
    return analysis.completionSuggestions(source, source.length(), anchor);
  }

  private List<Snippet> declaredBefore(List<Piece> pieces, Piece last) {
    return pieces.stream()
        .filter(piece -> piece.start() < last.start())
        .flatMap(piece -> syntax.get().sourceToSnippets(piece.source()).stream())
        .toList();
  }

  private static Stream<Completion> own(List<Snippet> declared, String prefix) {
    return declared.stream()
        .flatMap(snippet -> completion(snippet).stream())
        .filter(completion -> completion.text().startsWith(prefix));
  }

  private static Optional<Completion> completion(Snippet snippet) {
    if (snippet instanceof MethodSnippet method) {
      boolean bare = method.parameterTypes().isEmpty();
      return Optional.of(new Completion(method.name() + (bare ? "()" : "("), "function"));
    }
    if (snippet instanceof TypeDeclSnippet type) {
      return Optional.of(new Completion(type.name(), "class"));
    }
    // JShell takes a variable of a type that only this cell declares for a mistake.
    Matcher variable = VARIABLE.matcher(snippet.source());
    return variable.lookingAt()
        ? Optional.of(new Completion(variable.group(1), "instance"))
        : Optional.empty();
  }

  private static String around(Piece last, List<Snippet> declared) {
    if (declared.isEmpty() || last.source().startsWith("import ")) {
      return "";
    }
    List<String> members = new ArrayList<>();
    List<String> statements = new ArrayList<>();
    for (Snippet snippet : declared) {
      switch (snippet.kind()) {
        case METHOD, TYPE_DECL -> members.add(snippet.source());
        case VAR, ERRONEOUS -> statements.add(snippet.source());
        default -> {}
      }
    }
    return format(
        "class Completed { %s Object complete() throws Throwable { %s ",
        String.join("\n", members), String.join("\n", statements));
  }

  /** JShell tells no kinds; Java's habits do. */
  private static String type(String text) {
    if (text.endsWith("(") || text.endsWith("()") || text.endsWith(")")) {
      return "function";
    }
    if (SourceVersion.isKeyword(text)) {
      return "keyword";
    }
    if (text.endsWith(".")) {
      return "module";
    }
    boolean constant = text.equals(text.toUpperCase(Locale.ROOT)) && text.length() > 1;
    return Character.isUpperCase(text.charAt(0)) && !constant ? "class" : "instance";
  }

  private List<Piece> pieces(String code) {
    return new Cell(0, code, MagicLines.blank(code)).pieces(analysis);
  }

  private Piece lastPiece(String code) {
    List<Piece> pieces = pieces(code);
    int start = pieces.isEmpty() ? code.length() : pieces.get(pieces.size() - 1).start();
    return new Piece(new Cell(0, code, code), start, code.substring(start));
  }
}
