package org.opponency.report.chart;

import static org.opponency.io.Text.format;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Comparator;
import java.util.List;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Legend;
import org.opponency.report.draw.LegendEntry;
import org.opponency.report.draw.Mark;
import org.opponency.study.results.CategoryPoint;

/**
 * Shape bias by category: a line a category, the most shape-biased first, from all texture to all
 * shape. The smallest width (circle) and the largest (square) are joined; small squares are the
 * others, a small diamond stands for no retina.
 */
public final class CategoryDots implements Drawing {
  private static final int LABELS = 110;
  private static final int PLOT = 430;
  private static final int COUNTS = 110;
  private static final int LINE = 28;
  private static final double DOT = 9;
  private static final double APART = 3;
  private static final BasicStroke JOIN = new BasicStroke(1.6f);
  private static final BasicStroke THIN = new BasicStroke(0.8f);

  private final List<CategoryPoint> points;
  private final List<String> categories;
  private final List<Integer> widths;

  /** The smallest and the largest width behind a retina. */
  private final List<Integer> ends;

  public CategoryDots(List<CategoryPoint> points) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one category to draw, got none");
    }
    this.points = points;
    widths = points.stream().map(CategoryPoint::width).distinct().sorted().toList();
    List<Integer> behind = widths.stream().filter(width -> width > 0).toList();
    ends = behind.isEmpty() ? List.of() : List.of(behind.get(0), behind.get(behind.size() - 1));
    categories =
        points.stream()
            .map(CategoryPoint::category)
            .distinct()
            .sorted(
                Comparator.comparingDouble((String category) -> -shapeBias(category))
                    .thenComparing(category -> category))
            .toList();
  }

  @Override
  public int width() {
    return LABELS + PLOT + COUNTS;
  }

  @Override
  public int height() {
    return top() + LINE * categories.size() + 44;
  }

  @Override
  public void paint(Graphics2D g) {
    legend().paint(g, 0, 0, width());
    paintAxis(g);
    for (String category : categories) {
      paintCategory(g, category);
    }
  }

  private void paintAxis(Graphics2D g) {
    int bottom = top() + LINE * categories.size();
    for (int percent = 0; percent <= 100; percent += 25) {
      double x = x(percent / 100.0);
      g.setColor(percent == 50 ? ChartStyle.GREY : ChartStyle.GRID);
      g.setStroke(percent == 50 ? ChartStyle.DASHED : THIN);
      g.draw(new Line2D.Double(x, top(), x, bottom));
      ChartStyle.LABEL.centred(g, Integer.toString(percent), x, bottom + 15);
    }
    ChartStyle.AXIS.centred(
        g, "shape decisions among shape and texture decisions (%)", x(0.5), bottom + 36);
  }

  private void paintCategory(Graphics2D g, String category) {
    double middle = top() + LINE * (categories.indexOf(category) + 0.5);
    var own = points.stream().filter(point -> point.category().equals(category)).toList();
    ChartStyle.LABEL.right(g, category, LABELS - 10, middle + 4);
    g.setColor(ChartStyle.GRID);
    g.setStroke(THIN);
    g.draw(new Line2D.Double(x(0), middle, x(1), middle));
    paintDots(g, own, middle);
    ChartStyle.NOTE.right(g, counts(own), width() - 4, middle + 4);
  }

  /** Decisions for either cue of those that count. */
  private static String counts(List<CategoryPoint> own) {
    int decided = own.stream().mapToInt(point -> point.shape() + point.texture()).sum();
    int valid =
        own.stream()
            .mapToInt(point -> point.stimuli() - point.agreeing() - point.uncovered())
            .sum();
    return valid == 0 ? "no class" : format("%,d of %,d", decided, valid);
  }

  private void paintDots(Graphics2D g, List<CategoryPoint> own, double middle) {
    List<CategoryPoint> known =
        own.stream().filter(point -> !Double.isNaN(point.fraction())).toList();
    List<CategoryPoint> joined = known.stream().filter(this::isEnd).toList();
    if (joined.size() == 2) {
      CategoryPoint first = joined.get(0);
      CategoryPoint last = joined.get(1);
      g.setColor(ChartStyle.GREY);
      g.setStroke(JOIN);
      g.draw(
          new Line2D.Double(
              x(first.fraction()),
              middle + beside(first),
              x(last.fraction()),
              middle + beside(last)));
    }
    known.stream().filter(point -> !isEnd(point)).forEach(point -> paintDot(g, point, middle));
    known.stream().filter(this::isEnd).forEach(point -> paintDot(g, point, middle));
  }

  private void paintDot(Graphics2D g, CategoryPoint point, double middle) {
    g.setColor(WidthStyle.of(point.width()).colour());
    double size = isEnd(point) ? DOT : DOT / 2;
    mark(point.width()).paint(g, x(point.fraction()), middle + beside(point), size);
  }

  /** How far below the middle of its line a width stands, so that dots do not hide each other. */
  private double beside(CategoryPoint point) {
    return APART * (widths.indexOf(point.width()) - (widths.size() - 1) / 2.0);
  }

  private boolean isEnd(CategoryPoint point) {
    return ends.contains(point.width());
  }

  private Mark mark(int width) {
    if (width == BottleneckWidth.NO_RETINA) {
      return Mark.DIAMOND;
    }
    return ends.indexOf(width) == 0 ? Mark.CIRCLE : Mark.SQUARE;
  }

  /** Over all widths together; below all others where nothing was decided. */
  private double shapeBias(String category) {
    var own = points.stream().filter(point -> point.category().equals(category)).toList();
    double shape = own.stream().mapToInt(CategoryPoint::shape).sum();
    double both = shape + own.stream().mapToInt(CategoryPoint::texture).sum();
    return both == 0 ? -1 : shape / both;
  }

  private Legend legend() {
    return new Legend(
        widths.stream()
            .map(
                width -> {
                  WidthStyle style = WidthStyle.of(width);
                  double size = ends.contains(width) ? DOT : DOT / 2;
                  return new LegendEntry(style.name(), style.colour(), null, size, mark(width));
                })
            .toList());
  }

  private int top() {
    return legend().height(width()) + 6;
  }

  private static double x(double fraction) {
    return LABELS + fraction * PLOT;
  }
}
