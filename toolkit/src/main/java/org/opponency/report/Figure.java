package org.opponency.report;

import static org.opponency.io.Text.format;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opponency.io.AtomicFiles;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Pdf;
import org.opponency.report.draw.Raster;
import org.opponency.report.draw.Svg;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Provenance;

/**
 * A figure: what is drawn, the data behind it, the words below it, and where all of it comes from.
 *
 * @param stem name of its files without an ending, such as {@code figure-05-accuracy}
 * @param title stands above the drawing
 * @param caption what one sees, in whole sentences
 * @param drawing the drawing itself
 * @param data the numbers that it shows
 * @param provenance where they come from; its stamp stands at the foot of the figure
 * @param counts what the numbers rest on, such as {@code 18 networks}; stands behind the stamp
 * @param finding what the numbers say, in whole sentences, for those who do not see the drawing
 */
public record Figure(
    String stem,
    String title,
    String caption,
    Drawing drawing,
    ResultTable data,
    Provenance provenance,
    List<String> counts,
    String finding) {
  private static final Pattern STEM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Refuses stems that are not lower-case words with hyphens. */
  public Figure {
    if (!STEM.matcher(stem).matches()) {
      throw new IllegalArgumentException(
          format("Expected a stem of lower-case words, digits and hyphens, got \"%s\"", stem));
    }
    counts = List.copyOf(counts);
  }

  /** A figure that does not say yet how much its numbers rest on, nor what they say. */
  public Figure(
      String stem,
      String title,
      String caption,
      Drawing drawing,
      ResultTable data,
      Provenance provenance) {
    this(stem, title, caption, drawing, data, provenance, List.of(), "");
  }

  /**
   * The same, which says at its foot that it rests on so many more things.
   *
   * @param thing one of them, such as {@code network}; several take an s
   */
  public Figure over(long number, String thing) {
    var more = new ArrayList<>(counts);
    more.add(format("%,d %s", number, number == 1 ? thing : thing + "s"));
    return new Figure(stem, title, caption, drawing, data, provenance, more, finding);
  }

  /** The same with what its numbers say. */
  public Figure finding(String sentences) {
    return new Figure(stem, title, caption, drawing, data, provenance, counts, sentences);
  }

  /**
   * The figure in words, for those who do not see it: its title, what its numbers say, what is
   * drawn. The one alternative text in notebooks, pages and files.
   */
  public String description() {
    return Stream.of(title + ".", finding, caption)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  /** The line at its foot: where the numbers come from and what they rest on. */
  public String stamp() {
    return Stream.concat(Stream.of(provenance.stamp()), counts.stream())
        .collect(Collectors.joining(" · "));
  }

  /** The figure with its title and foot, two pixels to a point. */
  public BufferedImage image() {
    return Raster.image(new FigurePage(this));
  }

  /** The figure with its title and foot as an SVG document. */
  public String svg() {
    var page = new FigurePage(this);
    return Svg.of(page, page.print().millimetres(), title, description());
  }

  /** The figure with its title and foot as a PDF of one page. */
  public byte[] pdf() {
    var page = new FigurePage(this);
    return Pdf.of(page, page.print().millimetres());
  }

  /** The figure with its title and foot as a PNG of 300 dots an inch. */
  public byte[] png() {
    var page = new FigurePage(this);
    return Png.encode(Raster.print(page, page.print().millimetres()), Raster.DOTS_PER_INCH);
  }

  /** Its words, counts, columns of the data and provenance as indented JSON. */
  public String json() {
    var json = new JsonObject();
    json.addProperty("figure", stem);
    json.addProperty("title", title);
    json.addProperty("caption", caption);
    json.addProperty("description", description());
    json.add("counts", array(counts));
    json.add("columns", array(data.table().columnNames()));
    json.add("provenance", provenance.toJsonObject());
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }

  private static JsonArray array(List<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  /** Saves it beside the other figures of where its numbers come from. */
  public void save() {
    save(provenance.figures());
  }

  /**
   * Writes {@code stem.svg}, {@code .pdf}, {@code .png}, {@code .csv} and {@code .json} into a
   * folder, which is made where it is missing. Each file is replaced as a whole or not at all.
   *
   * @throws IllegalStateException if it does not say what its numbers rest on
   * @throws java.io.UncheckedIOException if one cannot be written; the message says which and why
   */
  public void save(Path folder) {
    if (counts.isEmpty()) {
      throw new IllegalStateException(
          format(
              "Expected %s to say what its numbers rest on; add it, such as over(3, \"network\")",
              stem));
    }
    AtomicFiles.write(folder.resolve(stem + ".svg"), svg());
    AtomicFiles.write(folder.resolve(stem + ".pdf"), pdf());
    AtomicFiles.write(folder.resolve(stem + ".png"), png());
    AtomicFiles.write(folder.resolve(stem + ".csv"), data.csv());
    AtomicFiles.write(folder.resolve(stem + ".json"), json());
  }

  /** What stands in for the picture where only text can be shown. */
  @Override
  public String toString() {
    return format("[%s] %s%n%s%n(%s)%n", stem, title, caption, stamp());
  }
}
