package org.opponency.study.laboratory;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.io.ShownAs;
import org.opponency.physiology.picture.EffectiveField;
import org.opponency.physiology.picture.StageField;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.WeightOrigin;

/**
 * How much of a picture moves the cells of networks, from the image to the last stage.
 *
 * @param provenance where the numbers come from
 * @param networks their layers
 */
public record EffectiveFieldResults(
    Provenance provenance, List<Measured<CellRecords<StageField>>> networks)
    implements InstrumentResults<StageField> {
  /**
   * One layer of a network in a table.
   *
   * @param weights whether those of the network are trained or drawn at random
   * @param layer PyTorch module path
   * @param field which part of the pictures moves its cells
   * @param profile {@link StageField#profile}
   */
  public record Row(WeightOrigin weights, String layer, EffectiveField field, double[] profile) {
    static Row of(WeightOrigin weights, StageField stage) {
      return new Row(
          weights,
          stage.layer(),
          stage.field(),
          stage.profile().stream().mapToDouble(share -> share).toArray());
    }
  }

  @Override
  public List<Measured<Row>> rows() {
    return networks.stream()
        .flatMap(
            one ->
                one.each(
                    own -> own.rows().stream().map(stage -> Row.of(own.weights(), stage)).toList()))
        .toList();
  }

  /** These networks and others, such as those of random weights. */
  public EffectiveFieldResults and(EffectiveFieldResults others) {
    return new EffectiveFieldResults(provenance.and(others.provenance()), with(others));
  }

  /**
   * A number of one layer of the networks of one kind, by width; in pixels unless it is a share.
   */
  public ByWidth of(
      WeightOrigin weights, String layer, String measure, ToDoubleFunction<EffectiveField> number) {
    return ByWidth.of(
            measure,
            ShownAs.NUMBER,
            of(weights),
            own -> own.mean(layer, stage -> number.applyAsDouble(stage.field())))
        .known();
  }
}
