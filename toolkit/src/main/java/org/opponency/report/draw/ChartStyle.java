package org.opponency.report.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/** How all charts look: white, light grid, quiet letters, colours safe for the colour-blind. */
public final class ChartStyle {
  /** Letters and axes. */
  public static final Color INK = new Color(0x222222);

  /** What should stand back. */
  public static final Color GREY = new Color(0x707070);

  /** Broad lines behind others. */
  public static final Color PALE = new Color(0xb8b8b8);

  /** Grid lines. */
  public static final Color GRID = new Color(0xe6e6e6);

  /** Okabe and Ito's palette without its black and yellow (2008, jfly.uni-koeln.de/color). */
  public static final List<Color> SERIES =
      List.of(
          new Color(0x0072b2),
          new Color(0xd55e00),
          new Color(0x009e73),
          new Color(0xcc79a7),
          new Color(0x56b4e9),
          new Color(0xe69f00));

  /** Stops of Matplotlib's viridis from 0 to 0.8; the rest is too pale on white. */
  private static final int[] VIRIDIS = {
    0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58
  };

  // Each has the widths of Helvetica, which the SVG names for machines that lack all of them.
  private static final List<String> FAMILIES = List.of("Liberation Sans", "Arial", "Helvetica");
  private static final String FAMILY = family();

  public static final Lettering TITLE = new Lettering(font(Font.BOLD, 15), INK);
  public static final Lettering HEADING = new Lettering(font(Font.BOLD, 12), INK);
  public static final Lettering AXIS = new Lettering(font(Font.PLAIN, 12.5), INK);
  public static final Lettering LABEL = new Lettering(font(Font.PLAIN, 11), INK);
  public static final Lettering NOTE = new Lettering(font(Font.PLAIN, 10), GREY);

  /** Lines of reference. */
  public static final BasicStroke DASHED =
      new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);

  /** The second of two lines. */
  public static final BasicStroke LONG_DASHES =
      new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {9, 3}, 0);

  private ChartStyle() {}

  /** A place on viridis: 0 is dark violet, 1 a light green. */
  public static Color viridis(double place) {
    double x = Math.min(1, Math.max(0, place)) * (VIRIDIS.length - 1);
    int stop = Math.min((int) x, VIRIDIS.length - 2);
    return mix(new Color(VIRIDIS[stop]), new Color(VIRIDIS[stop + 1]), x - stop);
  }

  /** A colour mixed with another: 0 gives the first, 1 the second. */
  public static Color mix(Color first, Color second, double share) {
    return new Color(
        (int) Math.round(first.getRed() + share * (second.getRed() - first.getRed())),
        (int) Math.round(first.getGreen() + share * (second.getGreen() - first.getGreen())),
        (int) Math.round(first.getBlue() + share * (second.getBlue() - first.getBlue())));
  }

  /** The same colour, faint on white. */
  public static Color faint(Color colour) {
    return mix(colour, Color.WHITE, 0.6);
  }

  /** Gives a chart the house style: only its axes and data, no words besides tick labels. */
  public static void dress(XYChart chart) {
    XYStyler style = chart.getStyler();
    style.setLegendVisible(false).setChartTitleVisible(false).setChartPadding(2);
    style.setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderVisible(false).setPlotContentSize(1.0);
    style.setMarkerSize(7).setAntiAlias(true);
    style.setAxisTitlesVisible(false).setPlotMargin(0);
    style.setAxisTickLabelsFont(LABEL.font()).setAxisTickLabelsColor(INK);
    style.setAxisTickMarksColor(GREY).setAxisTickMarksStroke(new BasicStroke(0.8f));
    style.setAxisTickMarkLength(4).setAxisTickPadding(4);
    style.setPlotGridLinesColor(GRID).setPlotGridLinesStroke(new BasicStroke(0.8f));
    style.setPlotGridVerticalLinesVisible(false).setPlotTicksMarksVisible(false);
    style.setErrorBarsColorSeriesColor(true);
    style.setAnnotationTextFont(NOTE.font()).setAnnotationTextFontColor(NOTE.colour());
  }

  static Font font(int style, double size) {
    return new Font(FAMILY, style, 1).deriveFont((float) size);
  }

  private static String family() {
    var installed =
        Set.copyOf(
            Arrays.asList(
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
    return FAMILIES.stream().filter(installed::contains).findFirst().orElse(Font.SANS_SERIF);
  }
}
