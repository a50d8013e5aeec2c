package org.opponency.report.chart;

import static org.opponency.io.Text.format;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.opponency.images.RgbImage;
import org.opponency.models.LayerSummary;
import org.opponency.report.draw.ChartStyle;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.FeatureMapSlab;

/**
 * A network from its input to its classes: each layer's output as a slab, as high as the logarithm
 * of its map's size and as thick as the square root of its channels, so that a bottleneck is seen
 * to be one. A vector is an upright bar.
 *
 * @param input the picture shown at the left
 * @param layers in order, none inside another; the part before the first dot of a name groups them
 * @param parameters of the whole network; those of layers that are not drawn count for the last
 *     group
 */
public record ArchitectureDiagram(RgbImage input, List<LayerSummary> layers, long parameters)
    implements Drawing {
  private static final double TALLEST = 96;
  private static final double POINTS_PER_ROOT = 0.8;
  private static final double VECTOR_SIDE = 5;
  private static final double COLUMN_GAP = 11;
  private static final double SLABS_BASE = 172;
  private static final int LINES_TOP = 200;
  private static final int LINE = 15;

  private static final Color PICTURE = new Color(0x999999);
  private static final Color RETINA = ChartStyle.SERIES.get(0);
  private static final Color BOTTLENECK = ChartStyle.SERIES.get(1);
  private static final Color VENTRAL = ChartStyle.SERIES.get(2);

  public static ArchitectureDiagram of(RgbImage input, List<LayerSummary> layers, long parameters) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("Expected the layers of a network, got none");
    }
    return new ArchitectureDiagram(input, List.copyOf(layers), parameters);
  }

  /** One slab and what stands below it. */
  private record Column(String group, FeatureMapSlab slab, List<String> lines) {
    /** What the bottleneck's width is, of those the study has. */
    String note() {
      return format("N_BN = %s of {1, …, 32}", lines.get(2).split(" ")[0]);
    }

    double width() {
      double words = lines.stream().skip(1).mapToDouble(ChartStyle.NOTE::width).max().orElse(0);
      return Math.max(slab.width(), Math.max(words, ChartStyle.HEADING.width(lines.get(0))));
    }
  }

  @Override
  public int width() {
    double columns = columns().stream().mapToDouble(column -> column.width() + COLUMN_GAP).sum();
    return (int) Math.ceil(columns - COLUMN_GAP);
  }

  @Override
  public int height() {
    return LINES_TOP + 4 * LINE + 34;
  }

  @Override
  public void paint(Graphics2D g) {
    double x = 0;
    double previousEnd = Double.NaN;
    String group = "";
    double groupStart = 0;
    for (Column column : columns()) {
      double left = x + (column.width() - column.slab().width()) / 2;
      if (!column.group().equals(group)) {
        paintGroup(g, group, groupStart, x - COLUMN_GAP);
        group = column.group();
        groupStart = x;
      }
      paintArrow(g, previousEnd, left - 4);
      paintColumn(g, column, x, left);
      previousEnd = left + column.slab().width() + 4;
      x += column.width() + COLUMN_GAP;
    }
    paintGroup(g, group, groupStart, x - COLUMN_GAP);
  }

  private void paintColumn(Graphics2D g, Column column, double x, double left) {
    double base = SLABS_BASE - (tallest() - column.slab().height()) / 2;
    column.slab().paint(g, left, base);
    if (column.group().isEmpty()) {
      column.slab().paintPicture(g, input.toBufferedImage(), left, base);
    }
    double middle = x + column.width() / 2;
    if (column.slab().colour().equals(BOTTLENECK)) {
      ChartStyle.HEADING.centred(g, "bottleneck", middle, 10);
      ChartStyle.LABEL.centred(g, column.note(), middle, 24);
    }
    ChartStyle.HEADING.centred(g, column.lines().get(0), middle, LINES_TOP);
    for (int line = 1; line < column.lines().size(); line++) {
      ChartStyle.NOTE.centred(g, column.lines().get(line), middle, LINES_TOP + line * LINE);
    }
  }

  private static void paintArrow(Graphics2D g, double from, double to) {
    if (Double.isNaN(from)) {
      return;
    }
    double y = SLABS_BASE - TALLEST * 0.6;
    g.setColor(ChartStyle.GREY);
    g.setStroke(new BasicStroke(1.1f));
    g.draw(new Line2D.Double(from, y, to - 4, y));
    var head = new Path2D.Double();
    head.moveTo(to, y);
    head.lineTo(to - 6, y - 3);
    head.lineTo(to - 6, y + 3);
    head.closePath();
    g.fill(head);
  }

  /** A bracket with the group's name and the sum of its parameters. */
  private void paintGroup(Graphics2D g, String group, double from, double to) {
    if (group.isEmpty()) {
      return;
    }
    double y = LINES_TOP + 4 * LINE;
    g.setColor(ChartStyle.GREY);
    g.setStroke(new BasicStroke(1f));
    g.draw(new Line2D.Double(from, y, to, y));
    g.draw(new Line2D.Double(from, y, from, y - 4));
    g.draw(new Line2D.Double(to, y, to, y - 4));
    ChartStyle.LABEL.centred(
        g, format("%s: %s parameters", group, count(sum(group))), (from + to) / 2, y + 18);
  }

  private long sum(String group) {
    boolean last = group.equals(group(layers.get(layers.size() - 1)));
    LongStream own =
        layers.stream()
            .filter(layer -> group(layer).equals(group) != last)
            .mapToLong(LayerSummary::parameters);
    return last ? parameters - own.sum() : own.sum();
  }

  private List<Column> columns() {
    var columns = new ArrayList<Column>();
    long[] inputShape = {3, input.height(), input.width()};
    columns.add(
        new Column(
            "",
            slab(inputShape, PICTURE),
            List.of("image", "RGB", shape(inputShape), "parameters:")));
    for (LayerSummary layer : layers) {
      columns.add(
          new Column(
              group(layer),
              slab(layer.outputShape(), colour(layer)),
              List.of(
                  layer.name().substring(layer.name().indexOf('.') + 1),
                  layer.kind(),
                  shape(layer.outputShape()),
                  count(layer.parameters()))));
    }
    return columns;
  }

  private FeatureMapSlab slab(long[] shape, Color colour) {
    if (shape.length == 1) {
      return FeatureMapSlab.bar(VECTOR_SIDE, POINTS_PER_ROOT * Math.sqrt(shape[0]) * 2, colour);
    }
    double side = TALLEST * (1 + log2(shape[1])) / (1 + log2(input.height()));
    return FeatureMapSlab.square(1 + POINTS_PER_ROOT * Math.sqrt(shape[0]), side, colour);
  }

  private double tallest() {
    return columns().stream().mapToDouble(column -> column.slab().height()).max().orElseThrow();
  }

  /** The retina's last layer is the bottleneck. */
  private Color colour(LayerSummary layer) {
    if (!group(layer).equals("retina")) {
      return VENTRAL;
    }
    int next = layers.indexOf(layer) + 1;
    boolean last = next == layers.size() || !group(layers.get(next)).equals("retina");
    return last ? BOTTLENECK : RETINA;
  }

  private static String group(LayerSummary layer) {
    int dot = layer.name().indexOf('.');
    return dot < 0 ? "network" : layer.name().substring(0, dot);
  }

  private static String shape(long[] sizes) {
    return Arrays.stream(sizes).mapToObj(Long::toString).collect(Collectors.joining(" × "));
  }

  private static String count(long number) {
    return format("%,d", number);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
