package org.opponency.study.results;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opponency.evaluation.ByWidth;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.evaluation.WidthMean;
import org.opponency.images.RgbImage;
import org.opponency.io.ShownAs;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.RetinalFields.CellField;

/**
 * Receptive fields of networks' Retina-2 (Figures 8 and 9).
 *
 * @param provenance where the numbers come from
 * @param example the image of Figure 9, as networks see it
 * @param networks their fields
 */
public record ReceptiveFieldResults(
    Provenance provenance, RgbImage example, List<Measured<RetinalFields>> networks)
    implements Results<RetinalFields> {
  @Override
  public List<Measured<CellField>> rows() {
    return networks.stream().flatMap(one -> one.each(RetinalFields::rows)).toList();
  }

  /** Those of some networks. */
  public ReceptiveFieldResults only(Predicate<NetworkId> which) {
    return new ReceptiveFieldResults(
        provenance, example, networks.stream().filter(o -> which.test(o.network())).toList());
  }

  /** Share of centre-surround cells, a fraction, by width. */
  public ByWidth centreSurround() {
    return ByWidth.ofShares(
        "share of centre-surround cells", networks, RetinalFields::centreSurround);
  }

  /** Mean linearity score by width; 0 for linear cells. */
  public ByWidth linearity() {
    return ByWidth.of(
        "non-linearity score", ShownAs.NUMBER, networks, RetinalFields::meanLinearity);
  }

  /**
   * Both and the fits by width: variance explained, and the radius that holds 90 % of the energy.
   */
  public List<WidthMean> byWidth() {
    return Stream.of(
            centreSurround(),
            ByWidth.of("variance explained", networks, RetinalFields::goodness),
            ByWidth.of(
                "extent of the field (pixels)",
                ShownAs.NUMBER,
                networks,
                RetinalFields::extentPixels),
            linearity())
        .flatMap(each -> each.means().stream())
        .toList();
  }
}
