package org.opponency.physiology;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.opponency.images.RgbImage;
import org.opponency.models.CentreCells;
import org.opponency.models.VisionModel;
import org.opponency.stimuli.Aperture;

/**
 * The linear receptive field of a centre cell: how its response changes with each pixel of a blank
 * image (Figure 8).
 *
 * @param layer PyTorch module path
 * @param cell its channel, counted from 0
 * @param protocol how it was measured
 * @param side pixels a side of the image
 * @param shown the part of the image that pictures show
 * @param gradient (3, side, side), red, green and blue planes, per unit of pixel level
 */
public record ReceptiveField(
    String layer, int cell, FieldProtocol protocol, int side, Aperture shown, float[] gradient) {
  private static final int CHANNELS = 3;
  private static final int CELLS_A_PASS = 64;

  /**
   * Those of all cells of a layer.
   *
   * @throws IllegalArgumentException if the layer does not exist; it lists those that do; or if the
   *     protocol measures behind the ReLU and the layer, in a residual block, has none of its own
   */
  public static List<ReceptiveField> of(VisionModel vision, String layer, FieldProtocol protocol) {
    CentreCells cells = cells(vision, layer, protocol);
    int count = cells.cells(measured(vision, layer, protocol));
    List<ReceptiveField> fields = new ArrayList<>();
    for (int from = 0; from < count; from += CELLS_A_PASS) {
      int to = Math.min(count, from + CELLS_A_PASS);
      fields.addAll(of(vision, layer, protocol, cells, from, to));
    }
    return fields;
  }

  /** That of one cell. */
  public static ReceptiveField of(
      VisionModel vision, String layer, int cell, FieldProtocol protocol) {
    CentreCells cells = cells(vision, layer, protocol);
    return of(vision, layer, protocol, cells, cell, cell + 1).get(0);
  }

  private static CentreCells cells(VisionModel vision, String layer, FieldProtocol protocol) {
    String measured = measured(vision, layer, protocol);
    if (protocol.rectified()) {
      requireRelu(vision, layer, measured);
    }
    return new CentreCells(vision, List.of(measured), vision.architecture().imageSize());
  }

  /** Below zero a batch norm has gradients that the ReLU behind it has not. */
  private static void requireRelu(VisionModel vision, String layer, String measured) {
    if (vision.summary().stream()
        .anyMatch(one -> one.name().equals(measured) && one.kind().equals("BatchNorm"))) {
      throw new IllegalArgumentException(
          format(
              "Expected a layer with a ReLU of its own for %s, which measures behind it, got %s; use %s",
              FieldProtocol.NOTEBOOK_2019, layer, FieldProtocol.PAPER));
    }
  }

  private static String measured(VisionModel vision, String layer, FieldProtocol protocol) {
    return protocol.rectified() ? vision.rectified(layer) : layer;
  }

  private static List<ReceptiveField> of(
      VisionModel vision,
      String layer,
      FieldProtocol protocol,
      CentreCells cells,
      int from,
      int to) {
    int side = vision.architecture().imageSize();
    float[] blank = new float[CHANNELS * side * side];
    Arrays.fill(blank, protocol.field());
    float[][] gradients = cells.gradients(measured(vision, layer, protocol), blank, from, to);
    Aperture shown =
        protocol == FieldProtocol.PAPER
            ? vision.field(layer).seen(side)
            : new Aperture(side / 4, side / 2);
    return IntStream.range(from, to)
        .mapToObj(c -> new ReceptiveField(layer, c, protocol, side, shown, gradients[c - from]))
        .toList();
  }

  /** The field as a colour picture, cut to the part that is shown. */
  public RgbImage colour() {
    return picture(planes());
  }

  /**
   * The field for grey light as a picture, cut to the part that is shown: the sum over the
   * channels.
   */
  public RgbImage grey() {
    return picture(greyPlane());
  }

  /**
   * The field as a colour picture whose mid-grey is zero, on a scale that others may share.
   *
   * @param largest size of a slope that is black or white, above 0
   */
  public RgbImage signed(double largest) {
    return interleaved(
        DoubleStream.of(part(planes()))
            .map(slope -> 0.5 + 0.5 * Math.max(-1, Math.min(1, slope / largest)))
            .toArray());
  }

  /** The largest size of any slope. */
  public double largest() {
    return DoubleStream.of(planes()).map(Math::abs).max().orElseThrow();
  }

  /** How the response changes with the grey level of each pixel: (side, side). */
  public double[] greyPlane() {
    int plane = side * side;
    return IntStream.range(0, plane)
        .mapToDouble(i -> (double) gradient[i] + gradient[plane + i] + gradient[2 * plane + i])
        .toArray();
  }

  /** The same of the part that is shown: (shown, shown). */
  public double[] shownGreyPlane() {
    return part(greyPlane());
  }

  /**
   * The weight of luminance in the field: the share of its energy on the grey axis, on which red,
   * green and blue act alike.
   *
   * @return in [0, 1]: 1 for a field that sees greys only, 0 for one that sees colour only, 1/3
   *     where the channels have nothing to do with each other; NaN for a cell without a field
   */
  public double luminanceWeight() {
    double grey = 0;
    for (double level : greyPlane()) {
      grey += level * level / CHANNELS;
    }
    double all = 0;
    for (float slope : gradient) {
      all += (double) slope * slope;
    }
    return grey / all;
  }

  /**
   * How far the field reaches: the radius in pixels about the middle of its energy, the square of
   * the gradient over all channels, within which 90 % of it lies.
   *
   * @return NaN for a field of zeros
   */
  public double extent() {
    return FieldEnergy.of(this).radius(0.9);
  }

  private double[] planes() {
    return IntStream.range(0, gradient.length).mapToDouble(i -> gradient[i]).toArray();
  }

  /** The paper scales the whole image, the notebook only what it shows. */
  private RgbImage picture(double[] planes) {
    return protocol == FieldProtocol.PAPER
        ? interleaved(part(protocol.levels(planes)))
        : interleaved(protocol.levels(part(planes)));
  }

  /** The shown part of each plane. */
  private double[] part(double[] planes) {
    int small = shown.side();
    return IntStream.range(0, planes.length / (side * side) * small * small)
        .mapToDouble(
            i -> {
              int y = shown.first() + i / small % small;
              return planes[(i / (small * small) * side + y) * side + shown.first() + i % small];
            })
        .toArray();
  }

  private RgbImage interleaved(double[] levels) {
    int plane = shown.side() * shown.side();
    byte[] pixels = new byte[CHANNELS * plane];
    for (int i = 0; i < pixels.length; i++) {
      int source = levels.length == plane ? i / CHANNELS : i % CHANNELS * plane + i / CHANNELS;
      pixels[i] = (byte) Math.round(255 * levels[source]);
    }
    return new RgbImage(shown.side(), shown.side(), pixels);
  }
}
