package org.opponency.claims;

import static org.opponency.io.Text.format;

import java.util.Collections;
import java.util.List;
import org.opponency.attacks.Mode;
import org.opponency.study.Study;
import org.opponency.study.analysis.RobustnessStudy;
import org.opponency.study.networks.StudyNetworks;

/**
 * What the paper says of how it was done, and how it is done here: settings, which no measurement
 * can confirm.
 *
 * @param fact what it says
 * @param where it says so
 * @param paper how it was done there
 * @param here how it is done here
 */
public record ProtocolFact(String fact, String where, String paper, String here) {
  /** All of them, as a study follows them. */
  public static List<ProtocolFact> of(Study study) {
    return List.of(
        new ProtocolFact("Repeats of each width", "section 2", "3, 18 in all", runs(study)),
        new ProtocolFact(
            "The same in the authors' training code",
            "training code, against section 2",
            "5, of which 3 are published",
            runs(study)),
        new ProtocolFact(
            "Largest perturbation", "section 3 and the authors' code", "1.0", largest(study)),
        new ProtocolFact(
            "The same in the appendix", "appendix C, against section 3", "1.1", largest(study)));
  }

  private static String runs(StudyNetworks study) {
    List<String> counts =
        StudyNetworks.WIDTHS.stream()
            .map(width -> format("%d of width %d", study.runs(width), width))
            .toList();
    int all = StudyNetworks.WIDTHS.stream().mapToInt(study::runs).sum();
    return format("%s; %d in all", String.join(", ", counts), all);
  }

  private static String largest(StudyNetworks study) {
    return Collections.max(RobustnessStudy.protocol(study.scale(), Mode.WORST_CASE).epsilons())
        .toString();
  }
}
