package org.opponency.report.chart;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.opponency.images.Lab;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Mark;
import org.opponency.study.results.FruitStimulus;

/**
 * Mean colours in the a* b* plane of CIELAB: each super-stimulus (circle) joined to the pictures of
 * its class (square, named). Colours within the inner circle are too grey to have a hue.
 *
 * @param stimuli what is drawn
 * @param reach chroma at the edge
 */
public record ColourPlane(List<FruitStimulus> stimuli, double reach) implements Drawing {
  private static final int SIDE = 300;
  private static final int LEFT = 20;
  private static final int FOOT = 20;
  private static final int RING = 20;
  private static final double DOT = 9;
  private static final double LINE = 12;
  private static final double LABEL = 14;
  private static final BasicStroke THIN = new BasicStroke(0.8f);
  private static final BasicStroke HALO = new BasicStroke(2.6f);

  /** Chroma that holds all stimuli, with room for a mark and its ring. */
  public static double reach(List<FruitStimulus> stimuli) {
    double largest =
        stimuli.stream()
            .flatMap(s -> Stream.of(s.mean(), s.pictures()))
            .mapToDouble(Lab::chroma)
            .max()
            .orElse(0);
    return Math.max(RING, largest) * 1.12;
  }

  /**
   * What stands for what.
   *
   * @param pictures what a square has the colour of
   */
  public static Legend legend(String pictures) {
    return new Legend(
        List.of(
            new LegendEntry("a super-stimulus", ChartStyle.GREY, null, DOT, Mark.CIRCLE),
            new LegendEntry(pictures, ChartStyle.GREY, null, DOT, Mark.SQUARE)));
  }

  @Override
  public int width() {
    return LEFT + SIDE;
  }

  @Override
  public int height() {
    return SIDE + FOOT;
  }

  @Override
  public void paint(Graphics2D g) {
    paintGrid(g);
    for (FruitStimulus s : stimuli) {
      line(g, ChartStyle.PALE, x(s.pictures()), y(s.pictures()), x(s.mean()), y(s.mean()));
    }
    List<FruitStimulus> fruits =
        stimuli.stream()
            .collect(groupingBy(s -> s.colour().fruit(), TreeMap::new, toList()))
            .values()
            .stream()
            .map(own -> own.get(0))
            .sorted(Comparator.comparingDouble(s -> -s.pictures().b()))
            .toList();
    for (FruitStimulus s : stimuli) {
      mark(g, s.pictures(), square(x(s.pictures()), y(s.pictures())));
      mark(g, s.mean(), circle(x(s.mean()), y(s.mean()), DOT / 2));
    }
    List<Name> names = new ArrayList<>();
    addNames(names, fruits.stream().filter(s -> isNamedLeft(s, fruits)).toList(), true);
    addNames(names, fruits.stream().filter(s -> !isNamedLeft(s, fruits)).toList(), false);
    names.forEach(name -> name.stroke(g));
    names.forEach(name -> name.paint(g));
  }

  /** A fruit's name at one end of a stroke that leads to its square; both have a white rim. */
  private record Name(String text, double x, double y, double column, double middle, boolean left) {
    void stroke(Graphics2D g) {
      Line2D stroke = new Line2D.Double(column, middle, x, y);
      g.setStroke(HALO);
      g.setColor(Color.WHITE);
      g.draw(stroke);
      g.setStroke(THIN);
      g.setColor(ChartStyle.GREY);
      g.draw(stroke);
    }

    void paint(Graphics2D g) {
      double start = left ? column - 2 - ChartStyle.NOTE.width(text) : column + 2;
      ChartStyle.NOTE.halo(g, text, start, middle + 4);
      ChartStyle.NOTE.left(g, text, start, middle + 4);
    }
  }

  /** The side where fewer other squares lie in the way; where both have as many, its own. */
  private boolean isNamedLeft(FruitStimulus fruit, List<FruitStimulus> fruits) {
    long left = fruits.stream().filter(other -> isInTheWay(other, fruit)).count();
    long right = fruits.stream().filter(other -> isInTheWay(fruit, other)).count();
    return left == right ? fruit.pictures().a() < 0 : left < right;
  }

  /** Whether a square lies left of another at nearly its height. */
  private boolean isInTheWay(FruitStimulus left, FruitStimulus right) {
    return x(left.pictures()) < x(right.pictures())
        && Math.abs(y(left.pictures()) - y(right.pictures())) < DOT;
  }

  /** In a column beside their squares, a line each, from the top. */
  private void addNames(List<Name> names, List<FruitStimulus> fruits, boolean left) {
    var ends = fruits.stream().mapToDouble(s -> x(s.pictures())).summaryStatistics();
    double column = left ? ends.getMin() - LABEL : ends.getMax() + LABEL;
    double rim = left ? -DOT / 2 : DOT / 2;
    double lowest = Double.NEGATIVE_INFINITY;
    for (FruitStimulus s : fruits) {
      double x = x(s.pictures()) + rim;
      double y = y(s.pictures());
      lowest = Math.max(y, lowest + LINE);
      names.add(new Name(s.colour().fruit(), x, y, column, lowest, left));
    }
  }

  private void paintGrid(Graphics2D g) {
    double middle = LEFT + SIDE / 2.0;
    line(g, ChartStyle.GRID, LEFT, SIDE / 2.0, LEFT + SIDE, SIDE / 2.0);
    line(g, ChartStyle.GRID, middle, 0, middle, SIDE);
    for (int chroma = RING; chroma <= reach; chroma += RING) {
      g.setColor(ChartStyle.GRID);
      g.draw(circle(middle, SIDE / 2.0, scale() * chroma));
      String label = "chroma " + chroma;
      ChartStyle.NOTE.left(g, label, middle + 3, SIDE / 2.0 + scale() * chroma - 4);
    }
    g.setColor(ChartStyle.GREY);
    g.draw(circle(middle, SIDE / 2.0, scale() * Lab.LEAST_CHROMA));
    ChartStyle.LABEL.centred(g, "a*: green to red", middle, height() - 5);
    AffineTransform before = g.getTransform();
    g.translate(11, SIDE / 2.0);
    g.rotate(-Math.PI / 2);
    ChartStyle.LABEL.centred(g, "b*: blue to yellow", 0, 0);
    g.setTransform(before);
  }

  private static void line(Graphics2D g, Color colour, double x, double y, double toX, double toY) {
    g.setStroke(THIN);
    g.setColor(colour);
    g.draw(new Line2D.Double(x, y, toX, toY));
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

  private double scale() {
    return SIDE / 2.0 / reach;
  }

  private double x(Lab colour) {
    return LEFT + SIDE / 2.0 + scale() * colour.a();
  }

  private double y(Lab colour) {
    return SIDE / 2.0 - scale() * colour.b();
  }
}
