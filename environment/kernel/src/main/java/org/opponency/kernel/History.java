package org.opponency.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.messages.request.HistoryRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The cells that ran in this process, which is the only session known. */
final class History {
  private static final int SESSION = 1;

  private record Entry(int number, String input, String output) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Remembers a cell and the text of its value, or null. */
  synchronized void add(int number, String input, String output) {
    entries.add(new Entry(number, input, output));
  }

  /** Answers a front end: the last cells, a range of them, or those that match a pattern. */
  synchronized JsonObject answer(HistoryRequest request) {
    JsonArray found = new JsonArray();
    select(request).forEach(entry -> found.add(json(entry, request.includeOutput())));
    JsonObject answer = new JsonObject();
    answer.addProperty("status", "ok");
    answer.add("history", found);
    return answer;
  }

  private List<Entry> select(HistoryRequest request) {
    if (request instanceof HistoryRequest.Range range) {
      boolean ours = range.getSessionIndex() == 0 || range.getSessionIndex() == SESSION;
      return entries.stream()
          .filter(e -> ours && e.number() >= range.getStart())
          .filter(e -> range.getStop() == 0 || e.number() < range.getStop())
          .toList();
    }
    if (request instanceof HistoryRequest.Search search) {
      return last(search(search), search.getMaxReturnLength());
    }
    int most = request instanceof HistoryRequest.Tail tail ? tail.getMaxReturnLength() : 0;
    return last(entries, most);
  }

  private List<Entry> search(HistoryRequest.Search search) {
    Pattern pattern = glob(search.getPattern());
    var matching =
        entries.stream().filter(entry -> pattern.matcher(entry.input()).matches()).toList();
    if (!search.filterUnique()) {
      return matching;
    }
    return List.copyOf(
        matching.stream()
            .collect(
                Collectors.toMap(Entry::input, e -> e, (first, again) -> again, LinkedHashMap::new))
            .values());
  }

  /** A star stands for any text, a question mark for any character. */
  private static Pattern glob(String glob) {
    String regex =
        Pattern.quote(glob == null ? "*" : glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  private static List<Entry> last(List<Entry> entries, int most) {
    return most <= 0
        ? entries
        : entries.subList(Math.max(0, entries.size() - most), entries.size());
  }

  private static JsonArray json(Entry entry, boolean withOutput) {
    JsonArray json = new JsonArray();
    json.add(SESSION);
    json.add(entry.number());
    if (withOutput) {
      JsonArray both = new JsonArray();
      both.add(entry.input());
      both.add(entry.output());
      json.add(both);
    } else {
      json.add(entry.input());
    }
    return json;
  }
}
