package org.opponency.study.store;

import static org.opponency.io.Text.format;

import java.util.List;
import org.opponency.models.VisionModel;
import org.opponency.physiology.CellCensus;
import org.opponency.physiology.CellOpponency;
import org.opponency.physiology.OpponencyProtocol;

/**
 * Shows stimuli to networks once: at 224 pixels a census takes thousands.
 *
 * @param store where what cells did is kept
 */
public record CensusCache(ResultStore store) {
  /** Of a census. */
  public static final OpponencyProtocol PROTOCOL = OpponencyProtocol.PAPER;

  /**
   * The census of some layers.
   *
   * @param subject what to call the network, such as {@code width 4, run 1}
   */
  public CellCensus census(String subject, VisionModel vision, List<String> layers) {
    ResultKey key = key("census", subject, vision, layers, PROTOCOL);
    return store
        .rows(key, CellCensus.class, () -> List.of(CellCensus.of(vision, layers, PROTOCOL)))
        .get(0);
  }

  /** Colour and luminance opponency alone, for which full fields are enough, by any protocol. */
  public List<CellOpponency> opponency(
      String subject, VisionModel vision, List<String> layers, OpponencyProtocol protocol) {
    return store.rows(
        key("opponency", subject, vision, layers, protocol),
        CellOpponency.class,
        () -> CellOpponency.of(vision, layers, protocol));
  }

  private static ResultKey key(
      String analysis,
      String subject,
      VisionModel vision,
      List<String> layers,
      OpponencyProtocol protocol) {
    return new ResultKey(
        analysis,
        CellCensus.VERSION,
        subject,
        vision.digest(),
        format(
            "full fields and published gratings of %d pixels", vision.architecture().imageSize()),
        "none",
        format("%s, cells of %s", protocol, layers));
  }
}
