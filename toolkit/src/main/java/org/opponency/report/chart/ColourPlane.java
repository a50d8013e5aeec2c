package org.opponency.report.chart;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.Measured;
import org.opponency.images.Lab;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.study.results.FruitStimulus;

/**
 * Mean colours in the a* b* plane of CIELAB, a panel a width: each super-stimulus (circle) joined
 * to the pictures of its class (square). Colours within the inner circle are too grey to have a
 * hue.
 */
public record ColourPlane(List<Measured<FruitStimulus>> stimuli) implements Drawing {
  private static final int PANEL = 306;
  private static final int GAP = 24;
  private static final int HEADING = 22;
  private static final int FOOT = 22;
  private static final int RING = 20;
  private static final double DOT = 9;
  private static final BasicStroke THIN = new BasicStroke(0.8f);

  @Override
  public int width() {
    int panels = byWidth().size();
    return FOOT + panels * PANEL + (panels - 1) * GAP;
  }

  @Override
  public int height() {
    return HEADING + PANEL + FOOT;
  }

  @Override
  public void paint(Graphics2D g) {
    int x = FOOT;
    for (var panel : byWidth().entrySet()) {
      String heading = BottleneckWidth.name(panel.getKey());
      ChartStyle.HEADING.centred(g, heading, x + PANEL / 2.0, HEADING - 8);
      paintPanel(g, panel.getValue(), x + PANEL / 2.0, HEADING + PANEL / 2.0);
      ChartStyle.LABEL.centred(g, "a*: green to red", x + PANEL / 2.0, height() - 6);
      x += PANEL + GAP;
    }
    AffineTransform before = g.getTransform();
    g.translate(12, HEADING + PANEL / 2.0);
    g.rotate(-Math.PI / 2);
    ChartStyle.LABEL.centred(g, "b*: blue to yellow", 0, 0);
    g.setTransform(before);
  }

  /** Dead networks are drawn as well. */
  private TreeMap<Integer, List<FruitStimulus>> byWidth() {
    return stimuli.stream()
        .collect(groupingBy(Measured::width, TreeMap::new, mapping(Measured::value, toList())));
  }

  private void paintPanel(Graphics2D g, List<FruitStimulus> panel, double x, double y) {
    double scale = PANEL / 2.0 / reach();
    paintGrid(g, x, y, scale);
    g.setStroke(THIN);
    for (FruitStimulus s : panel) {
      g.setColor(ChartStyle.PALE);
      g.draw(
          new Line2D.Double(
              x + scale * s.pictures().a(),
              y - scale * s.pictures().b(),
              x + scale * s.mean().a(),
              y - scale * s.mean().b()));
    }
    panel.stream()
        .collect(groupingBy(s -> s.colour().fruit(), TreeMap::new, toList()))
        .forEach((fruit, own) -> paintName(g, fruit, own.get(0).pictures(), x, y, scale));
    for (FruitStimulus s : panel) {
      mark(g, s.pictures(), square(x + scale * s.pictures().a(), y - scale * s.pictures().b()));
      mark(g, s.mean(), circle(x + scale * s.mean().a(), y - scale * s.mean().b(), DOT / 2));
    }
  }

  /** Beside the square of the fruit's pictures, on the side away from the middle. */
  private static void paintName(
      Graphics2D g, String fruit, Lab pictures, double x, double y, double scale) {
    double left = x + scale * pictures.a();
    double baseline = y - scale * pictures.b() + 4;
    if (pictures.a() < 0) {
      ChartStyle.NOTE.right(g, fruit, left - DOT, baseline);
    } else {
      ChartStyle.NOTE.left(g, fruit, left + DOT, baseline);
    }
  }

  private void paintGrid(Graphics2D g, double x, double y, double scale) {
    g.setStroke(THIN);
    g.setColor(ChartStyle.GRID);
    double half = PANEL / 2.0;
    g.draw(new Line2D.Double(x - half, y, x + half, y));
    g.draw(new Line2D.Double(x, y - half, x, y + half));
    for (int chroma = RING; chroma <= reach(); chroma += RING) {
      g.setColor(ChartStyle.GRID);
      g.draw(circle(x, y, scale * chroma));
      ChartStyle.NOTE.left(g, Integer.toString(chroma), x + 2, y - scale * chroma - 2);
    }
    g.setColor(ChartStyle.GREY);
    g.draw(circle(x, y, scale * Lab.LEAST_CHROMA));
  }

  private static void mark(Graphics2D g, Lab colour, Shape shape) {
    g.setColor(new Color(colour.rgb()));
    g.fill(shape);
    g.setColor(ChartStyle.INK);
    g.draw(shape);
  }

  private static Shape circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static Shape square(double x, double y) {
    return new Rectangle2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT);
  }

  /** Chroma at the edge of a panel: all that is drawn, and room for a mark and its ring. */
  private double reach() {
    double largest =
        stimuli.stream()
            .map(Measured::value)
            .flatMap(s -> Stream.of(s.mean(), s.pictures()))
            .mapToDouble(Lab::chroma)
            .max()
            .orElse(0);
    return Math.max(RING, largest) * 1.12;
  }
}
