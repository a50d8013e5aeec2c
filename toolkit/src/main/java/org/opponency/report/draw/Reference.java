package org.opponency.report.draw;

import java.util.Optional;
import org.opponency.evaluation.ByWidth;

/**
 * A value to compare with, drawn as a dashed line.
 *
 * @param label what it is, such as {@code torchvision ResNet-50}
 * @param value in the axis's unit; a fraction where the axis shows percent
 */
public record Reference(String label, double value) {
  /** The mean of the living networks without a retina, if there are any. */
  public static Optional<Reference> withoutRetina(ByWidth runs) {
    return runs.withoutRetina().means().stream()
        .filter(mean -> mean.runs() > 0)
        .map(mean -> new Reference("no retina, mean of n = " + mean.runs(), mean.mean()))
        .findFirst();
  }
}
