package org.opponency.report;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.opponency.evaluation.Measured;
import org.opponency.images.RgbImage;
import org.opponency.report.chart.CellPictures;
import org.opponency.report.chart.CellWords;
import org.opponency.report.chart.GreyCurve;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.HueWheel;
import org.opponency.report.draw.Svg;
import org.opponency.report.table.HtmlTable;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.CellPortrait;
import org.opponency.study.results.CellResults;

/** The cards of many cells as one HTML page that needs nothing else: no server, no network. */
final class CellAtlas {
  private static final int PLOT = 116;

  private final List<Measured<CellPortrait>> cells;
  private final Provenance provenance;

  CellAtlas(CellResults results) {
    cells = results.cells();
    provenance = results.provenance();
  }

  String html() {
    return template()
        .replace("{count}", Integer.toString(cells.size()))
        .replace("{layer}", HtmlTable.escape(cells.get(0).value().census().layer()))
        .replace("{stamp}", HtmlTable.escape(provenance.stamp()))
        .replace("{rim}", base64(Svg.of(HueWheel.empty(PLOT)).getBytes(StandardCharsets.UTF_8)))
        .replace("{cells}", cells.stream().map(CellAtlas::card).collect(Collectors.joining()));
  }

  private static String template() {
    try (InputStream page = CellAtlas.class.getResourceAsStream("cell-atlas.html")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String card(Measured<CellPortrait> cell) {
    CellPortrait p = cell.value();
    var census = p.census();
    return format(
        """
        <article data-width="%d" data-run="%d" data-type="%s" data-index="%.4f" data-grey-index="%.4f" data-baseline="%.6g" data-hue="%.1f">
        <h2>%s, cell %d <small>%s</small></h2>
        %s%s%s%s%s%s%s%s
        </article>
        """,
        cell.width(),
        cell.network().run(),
        census.type().label(),
        census.colour().index(),
        census.luminance().index(),
        (double) census.colour().baseline(),
        census.colour().preferredHue(),
        HtmlTable.escape(cell.network().model()),
        p.cell(),
        census.type().label(),
        picture("filter", CellPictures.filter(p.filters(), p.cell())),
        picture("receptive field", p.field().colour()),
        picture("the same in grey", p.field().grey()),
        picture(response("driven up: %.2f", p.up().value()), p.up().image()),
        picture(response("down: %.2f", -p.down().value()), p.down().image()),
        plot(
            "hues",
            HueWheel.of(PLOT, p.hues(), census.colour().baseline()).trace(),
            CellWords.colour(census)),
        plot(
            "greys",
            new GreyCurve(PLOT, p.greys(), census.luminance().baseline()).trace(),
            CellWords.luminance(census)),
        picture("gratings", CellPictures.gratings(p.gratings()), CellWords.spatial(census)));
  }

  private static String response(String format, double value) {
    return format(format, value);
  }

  private static String picture(String caption, RgbImage image) {
    return picture(caption, image, caption);
  }

  private static String picture(String caption, RgbImage image, String words) {
    return format(
        "<figure title=\"%1$s\"><img alt=\"%1$s\" src=\"data:image/png;base64,%2$s\">%3$s</figure>",
        HtmlTable.escape(words), base64(Png.encode(image)), caption(caption));
  }

  private static String plot(String name, Drawing drawing, String words) {
    String svg = Svg.of(drawing);
    return format(
        "<figure class=\"%1$s\" title=\"%2$s\"><svg role=\"img\" aria-label=\"%1$s: %2$s\"%3$s%4$s</figure>",
        name,
        HtmlTable.escape(words),
        svg.substring(svg.indexOf("<svg") + "<svg".length()),
        caption(name));
  }

  private static String caption(String text) {
    return format("<figcaption>%s</figcaption>", HtmlTable.escape(text));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
