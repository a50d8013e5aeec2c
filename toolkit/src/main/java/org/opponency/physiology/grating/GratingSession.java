package org.opponency.physiology.grating;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.opponency.models.VisionModel;
import org.opponency.physiology.Extremes;
import org.opponency.physiology.Harmonic;
import org.opponency.physiology.OrientationTuning;
import org.opponency.physiology.Responses;
import org.opponency.stimuli.Grating;
import org.opponency.stimuli.GratingDisc;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.StimulusSet;

/**
 * Shows gratings to the cells of some layers in two rounds: the same for all, then to each its
 * preferred one in discs.
 */
final class GratingSession {
  private static final double HALF_POWER = Math.sqrt(0.5);

  /** In the place of the first disc of a cell that sees none. */
  private static final int UNSEEN = -1;

  private final VisionModel vision;
  private final Collection<String> layers;
  private final int side;
  private final GratingProtocol protocol;
  private final Map<String, Responses<Grating>> gratings;

  GratingSession(VisionModel vision, Collection<String> layers) {
    this(vision, layers, GratingProtocol.of(vision, layers));
  }

  private GratingSession(VisionModel vision, Collection<String> layers, GratingProtocol protocol) {
    this.vision = vision;
    this.layers = layers;
    this.protocol = protocol;
    side = vision.architecture().imageSize();
    gratings = Responses.rectified(vision, layers, protocol.gratings(side), Grey.MID);
  }

  List<GratingCell> cells() {
    Map<String, List<SizeTuning>> sizes = sizes();
    List<GratingCell> cells = new ArrayList<>();
    for (String layer : layers) {
      Responses<Grating> own = gratings.get(layer);
      for (int cell = 0; cell < own.cells(); cell++) {
        cells.add(cell(own, cell, protocol, sizes.get(layer).get(cell)));
      }
    }
    return cells;
  }

  static GratingCell cell(
      Responses<Grating> responses, int cell, GratingProtocol protocol, SizeTuning size) {
    GratingCurves curves = GratingCurves.of(responses, cell, protocol);
    double[][] means = curves.means();
    int[] best = curves.best();
    double maximum = means[best[0]][best[1]];
    if (!(maximum > 0)) {
      return silent(responses.layer(), cell, responses.baseline(cell));
    }
    double[] orientations =
        IntStream.range(0, means.length).mapToDouble(o -> means[o][best[1]]).toArray();
    // Rounded as ever, so that kept results stay what they are.
    double[] rounded = DoubleStream.of(orientations).map(mean -> (float) mean).toArray();
    OrientationTuning tuning = OrientationTuning.of(rounded, protocol.frequencies().get(best[1]));
    FrequencyTuning frequency = FrequencyTuning.of(means[best[0]], protocol.frequencies());
    double orthogonal = orientations[(best[0] + orientations.length / 2) % orientations.length];
    double[] phases = curves.responses()[best[0]][best[1]];
    return new GratingCell(
        responses.layer(),
        cell,
        responses.baseline(cell),
        maximum,
        tuning.orientation(),
        tuning.circularVariance(),
        bandwidth(orientations),
        orthogonal / maximum,
        (maximum - orthogonal) / (maximum + orthogonal),
        frequency.frequency(),
        frequency.bandwidth(),
        frequency.selectivity(),
        Harmonic.of(phases).amplitude() / maximum,
        size.summationField(),
        size.suppression());
  }

  private static GratingCell silent(String layer, int cell, double blank) {
    double none = Double.NaN;
    return new GratingCell(
        layer, cell, blank, 0, none, none, none, none, none, none, none, none, none, none, none);
  }

  private static double bandwidth(double[] orientations) {
    double width = OrientationTuning.width(orientations, HALF_POWER);
    return width < 180 ? width / 2 : Double.NaN;
  }

  /** All discs of all cells in one round; silent cells see none. */
  private Map<String, List<SizeTuning>> sizes() {
    List<GratingDisc> discs = new ArrayList<>();
    Map<String, int[]> first = new LinkedHashMap<>();
    for (String layer : layers) {
      Responses<Grating> own = gratings.get(layer);
      int[] places = new int[own.cells()];
      for (int cell = 0; cell < places.length; cell++) {
        List<GratingDisc> seen = discs(own, cell);
        places[cell] = seen.isEmpty() ? UNSEEN : discs.size();
        discs.addAll(seen);
      }
      first.put(layer, places);
    }
    Map<String, Responses<GratingDisc>> responses =
        discs.isEmpty()
            ? Map.of()
            : Responses.rectified(vision, layers, new StimulusSet<>(side, discs), Grey.MID);
    Map<String, List<SizeTuning>> sizes = new LinkedHashMap<>();
    first.forEach(
        (layer, places) ->
            sizes.put(
                layer,
                IntStream.range(0, places.length)
                    .mapToObj(cell -> size(responses.get(layer), cell, places[cell]))
                    .toList()));
    return sizes;
  }

  private List<GratingDisc> discs(Responses<Grating> own, int cell) {
    GratingCurves curves = GratingCurves.of(own, cell, protocol);
    int[] best = curves.best();
    double[] phases = curves.responses()[best[0]][best[1]];
    int phase = Extremes.largest(phases);
    return phases[phase] > 0
        ? SizeTuning.discs(grating(best[0], phase, best[1]), own.field(), side)
        : List.of();
  }

  private Grating grating(int orientation, int phase, int frequency) {
    return new Grating(
        180.0 * orientation / protocol.orientations(),
        (double) phase / protocol.phases(),
        protocol.frequencies().get(frequency) * side);
  }

  private SizeTuning size(Responses<GratingDisc> responses, int cell, int from) {
    if (from == UNSEEN) {
      return SizeTuning.NONE;
    }
    List<Double> diameters = SizeTuning.diameters(responses.field(), side);
    double[] above =
        IntStream.range(from, from + diameters.size())
            .mapToDouble(i -> responses.curves()[cell][i] - responses.baseline(cell))
            .map(more -> Math.max(0, more))
            .toArray();
    return SizeTuning.of(above, diameters);
  }
}
