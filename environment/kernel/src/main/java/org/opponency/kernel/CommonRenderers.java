package org.opponency.kernel;

import static org.opponency.kernel.Text.format;

import java.awt.image.RenderedImage;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the kernel shows what every Java has: images, and lists of records as tables. */
final class CommonRenderers {
  private static final int MOST_ROWS = 100;

  private CommonRenderers() {}

  static void addTo(Renderers renderers) {
    renderers.add(
        RenderedImage.class,
        image ->
            Rendering.image(
                image, format("Image, %d x %d pixels", image.getWidth(), image.getHeight())));
    renderers.addOptional(List.class, CommonRenderers::table);
  }

  private static Optional<Rendering> table(List<?> list) {
    if (list.isEmpty() || list.get(0) == null || !list.get(0).getClass().isRecord()) {
      return Optional.empty();
    }
    Class<?> type = list.get(0).getClass();
    if (!list.stream().allMatch(type::isInstance)) {
      return Optional.empty();
    }
    RecordComponent[] columns = type.getRecordComponents();
    String head = row("th", Arrays.stream(columns).map(RecordComponent::getName).toList());
    String rows =
        list.stream()
            .limit(MOST_ROWS)
            .map(record -> row("td", cells(columns, record)))
            .collect(Collectors.joining());
    String more =
        list.size() <= MOST_ROWS ? "" : format("<p>%d rows of %d</p>", MOST_ROWS, list.size());
    String html = format("<table><thead>%s</thead><tbody>%s</tbody></table>%s", head, rows, more);
    return Optional.of(Rendering.html(html, String.valueOf(list)));
  }

  private static List<String> cells(RecordComponent[] columns, Object record) {
    return Arrays.stream(columns).map(column -> String.valueOf(value(column, record))).toList();
  }

  private static Object value(RecordComponent column, Object record) {
    try {
      var accessor = column.getAccessor();
      // Records of cells and of libraries need not be public.
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(format("Cannot read %s of %s", column, record), e);
    }
  }

  private static String row(String tag, List<String> cells) {
    return cells.stream()
        .map(cell -> format("<%s>%s</%s>", tag, Html.escape(cell), tag))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }
}
