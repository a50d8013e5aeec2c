package org.opponency.report.chart;

import static org.opponency.io.Text.format;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Legend;
import org.opponency.study.results.CategoryPoint;

/** Shape bias by category: a line a category, a dot a width, from all texture to all shape. */
public final class CategoryDots implements Drawing {
  private static final int LABELS = 110;
  private static final int PLOT = 460;
  private static final int COUNTS = 110;
  private static final int LINE = 28;
  private static final double DOT = 8;
  private static final double STEP = 2.6;
  private static final BasicStroke THIN = new BasicStroke(0.8f);

  private final List<CategoryPoint> points;
  private final List<String> categories;
  private final List<Integer> widths;

  public CategoryDots(List<CategoryPoint> points) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one category to draw, got none");
    }
    this.points = points;
    categories = points.stream().map(CategoryPoint::category).distinct().sorted().toList();
    widths = points.stream().map(CategoryPoint::width).distinct().sorted().toList();
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
    own.stream()
        .filter(point -> !Double.isNaN(point.fraction()))
        .forEach(point -> paintDot(g, point, middle));
    int decided = own.stream().mapToInt(point -> point.shape() + point.texture()).sum();
    int shown = own.stream().mapToInt(CategoryPoint::stimuli).sum();
    String counts = format("%,d of %,d", decided, shown);
    ChartStyle.NOTE.right(g, counts, width() - 4, middle + 4);
  }

  /** The widths stand a little below each other, so that equal ones can be told apart. */
  private void paintDot(Graphics2D g, CategoryPoint point, double middle) {
    double x = x(point.fraction());
    double y = middle + STEP * (widths.indexOf(point.width()) - (widths.size() - 1) / 2.0);
    g.setColor(WidthStyle.of(point.width()).colour());
    g.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
  }

  private Legend legend() {
    return new Legend(widths.stream().map(width -> WidthStyle.of(width).dotEntry()).toList());
  }

  private int top() {
    return legend().height(width()) + 6;
  }

  private static double x(double fraction) {
    return LABELS + fraction * PLOT;
  }
}
