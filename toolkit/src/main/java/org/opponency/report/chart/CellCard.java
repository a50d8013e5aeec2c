package org.opponency.report.chart;

import static org.opponency.io.Text.format;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import org.opponency.images.RgbImage;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.HueWheel;
import org.opponency.report.draw.PaintedImage;
import org.opponency.study.results.CellPortrait;

/** All of one cell at a glance: pictures above, curves below, its classes in words. */
public record CellCard(CellPortrait portrait) implements Drawing {
  private static final int PICTURE = 116;
  private static final int PLOT = 204;
  private static final int GAP = 16;
  private static final int HEADING = 20;
  private static final int FOOT = 18;

  @Override
  public int width() {
    return 5 * PICTURE + 4 * GAP;
  }

  @Override
  public int height() {
    return words() + 2 * GAP;
  }

  private static int words() {
    return plots() + HEADING + PLOT + FOOT + GAP;
  }

  private static int plots() {
    return HEADING + PICTURE + GAP;
  }

  @Override
  public void paint(Graphics2D g) {
    CellPortrait p = portrait;
    picture(g, 0, "filter", CellPictures.filter(p.filters(), p.cell()));
    picture(g, 1, "receptive field", p.field().colour());
    picture(g, 2, "the same in grey", p.field().grey());
    picture(g, 3, response("driven up: %.2f", p.up().value()), p.up().image());
    picture(g, 4, response("down: %.2f", -p.down().value()), p.down().image());
    plot(g, 0, "hues", "", HueWheel.of(PLOT, p.hues(), p.census().colour().baseline()));
    plot(
        g,
        1,
        "greys",
        "black to white",
        new GreyCurve(PLOT, p.greys(), p.census().luminance().baseline()));
    heading(g, "gratings", plotX(2) + PLOT / 2.0, plots());
    RgbImage gratings = CellPictures.gratings(p.gratings());
    PaintedImage.paint(g, gratings, plotX(2), plots() + HEADING, PLOT, PLOT, false);
    note(g, "frequency to the right, orientation down", 2);
    words(g, CellWords.colour(p.census()), 0);
    words(g, CellWords.luminance(p.census()), 1);
    words(g, CellWords.spatial(p.census()), 2);
  }

  private static String response(String format, double value) {
    return format(format, value);
  }

  private static void picture(Graphics2D g, int place, String heading, RgbImage image) {
    int x = place * (PICTURE + GAP);
    heading(g, heading, x + PICTURE / 2.0, 0);
    PaintedImage.paint(g, image, x, HEADING, PICTURE, false);
  }

  private static void plot(Graphics2D g, int place, String heading, String note, Drawing drawing) {
    heading(g, heading, plotX(place) + PLOT / 2.0, plots());
    AffineTransform before = g.getTransform();
    g.translate(plotX(place), plots() + HEADING);
    drawing.paint(g);
    g.setTransform(before);
    note(g, note, place);
  }

  private static int plotX(int place) {
    return place * (5 * PICTURE + 4 * GAP - PLOT) / 2;
  }

  /** Below a plot, in two lines at most. */
  private static void words(Graphics2D g, String text, int place) {
    double baseline = words() + 10;
    for (String line : ChartStyle.LABEL.wrap(text, PLOT)) {
      ChartStyle.LABEL.centred(g, line, plotX(place) + PLOT / 2.0, baseline);
      baseline += ChartStyle.LABEL.lineHeight();
    }
  }

  private static void heading(Graphics2D g, String text, double middle, double top) {
    ChartStyle.HEADING.centred(g, text, middle, top + 13);
  }

  private static void note(Graphics2D g, String text, int place) {
    double baseline = plots() + HEADING + PLOT + 13;
    ChartStyle.NOTE.centred(g, text, plotX(place) + PLOT / 2.0, baseline);
  }
}
