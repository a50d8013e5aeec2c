package org.opponency.study.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opponency.claims.Evidence;
import org.opponency.study.Study;
import org.opponency.study.results.Results;

/** The results of a sweep as tables. */
public final class SweepTables {
  private SweepTables() {}

  /**
   * The rows of each table by its name: every analysis that the claims look at, such as {@code
   * accuracy}, and {@code quantities}, every number of every network.
   */
  public static Map<String, List<? extends Record>> of(Study study) {
    Map<String, Results<?>> results = Evidence.results(study);
    Map<String, List<? extends Record>> tables = new LinkedHashMap<>();
    tables.put("training", study.training().rows());
    results.forEach((name, analysis) -> tables.put(name, analysis.rows()));
    tables.put("single-attacks", study.singleAttacks().rows());
    tables.put("quantities", Evidence.none(study.scale()).with(results.values()).values());
    return tables;
  }
}
