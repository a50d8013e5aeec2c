package org.opponency.report.notebook;

import static org.opponency.io.Text.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.report.chart.CurvePoint;
import org.opponency.report.chart.LearningCurves;
import org.opponency.report.draw.Drawing;
import org.opponency.report.draw.Raster;
import org.opponency.report.draw.ValueAxis;
import org.opponency.study.networks.ModelEpoch;

/**
 * Learning curves that are drawn anew after each epoch, in their own place of the notebook. The
 * last state is what stays in the cell's output. Outside a notebook it shows nothing.
 */
public final class LiveCurves implements Consumer<ModelEpoch> {
  /** By network and epoch: a run that has gone back a checkpoint tells of an epoch twice. */
  private final Map<String, CurvePoint> points = new LinkedHashMap<>();

  /** The newest of each network. */
  private final Map<String, Double> losses = new LinkedHashMap<>();

  private final String id = UUID.randomUUID().toString();
  private boolean shown;

  @Override
  public synchronized void accept(ModelEpoch told) {
    points.put(told.name() + " " + told.epoch().epoch(), point(told));
    losses.put(told.name(), told.epoch().loss());
    if (points.values().stream().anyMatch(point -> point.width() != BottleneckWidth.NO_RETINA)) {
      Drawing curves =
          new LearningCurves(
                  List.copyOf(points.values()),
                  CurvePoint::loss,
                  ValueAxis.number("training loss (nats)"))
              .grid();
      NotebookDisplay.show(
          id, shown, DisplayForms.image(Raster.image(curves), words(), "[training loss so far]"));
      shown = true;
    }
  }

  private String words() {
    return losses.entrySet().stream()
        .map(network -> format("%s: %.3f", network.getKey(), network.getValue()))
        .collect(Collectors.joining("; ", "Training loss so far. ", ""));
  }

  private static CurvePoint point(ModelEpoch told) {
    return new CurvePoint(
        told.width(),
        told.run(),
        told.epoch().steps(),
        told.epoch().loss(),
        told.epoch().accuracy());
  }
}
