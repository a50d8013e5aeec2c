package org.opponency.kernel;

import java.util.List;
import java.util.Map;

/**
 * What can stand at the cursor.
 *
 * @param start where that begins which they replace, in code points
 * @param found the best first
 */
record Completions(int start, List<Completion> found) {
  /**
   * One of them.
   *
   * @param type as front ends draw it: {@code function}, {@code class}, {@code instance} and so on
   */
  record Completion(String text, String type) {}

  List<String> texts() {
    return found.stream().map(Completion::text).toList();
  }

  /** What Jupyter's front ends read to draw an icon beside each. */
  List<Map<String, Object>> types(int end) {
    return found.stream()
        .map(
            one ->
                Map.<String, Object>of(
                    "start", start, "end", end, "text", one.text(), "type", one.type()))
        .toList();
  }
}
