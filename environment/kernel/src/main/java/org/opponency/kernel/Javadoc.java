package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Signatures and Javadoc as a notebook shows them. */
final class Javadoc {
  private Javadoc() {}

  /** As HTML and as text. */
  static DisplayData show(List<Documentation> found) {
    DisplayData data = new DisplayData(join(found, Javadoc::text, "\n\n"));
    data.putHTML(join(found, Javadoc::html, "<hr>"));
    return data;
  }

  private static String join(
      List<Documentation> found, Function<Documentation, String> form, String between) {
    return found.stream().map(form).distinct().collect(Collectors.joining(between));
  }

  private static String text(Documentation documentation) {
    String javadoc = documentation.javadoc();
    return documentation.signature() + (javadoc == null ? "" : "\n" + plain(javadoc));
  }

  private static String html(Documentation documentation) {
    String javadoc = documentation.javadoc();
    return format(
        "<pre><b>%s</b></pre>%s",
        Html.escape(documentation.signature()), javadoc == null ? "" : formatted(javadoc));
  }

  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("\\{@\\w+\\s+([^}]*)}", "$1")
        .replaceAll("</?\\w[^>]*>", "")
        .stripTrailing();
  }

  /** Javadoc is HTML but for its tags. */
  private static String formatted(String javadoc) {
    return javadoc
        .replaceAll("(?is)<script.*?</script>", "")
        .replaceAll("\\{@(?:code|literal|link|linkplain|value)\\s+([^}]*)}", "<code>$1</code>")
        .replaceAll("\\{@\\w+\\s*([^}]*)}", "$1")
        .replaceAll("(?m)^\\s*@(?:param|throws|exception)\\s+(\\S+)", "<br><b>$1</b>")
        .replaceAll("(?m)^\\s*@(\\w+)", "<br><i>$1</i>");
  }
}
