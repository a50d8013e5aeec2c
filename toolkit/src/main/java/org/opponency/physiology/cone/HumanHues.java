package org.opponency.physiology.cone;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.opponency.io.Csv;
import org.opponency.io.InUnits;

/**
 * How finely people tell wavelengths apart (Bedford and Wyszecki 1958), as the companion study
 * digitised it; the file has its source and licence (MIT).
 *
 * @param wavelength of the light
 * @param threshold the difference in wavelength that is just seen
 */
public record HumanHues(@InUnits("nm") double wavelength, @InUnits("nm") double threshold) {
  /** The range in which the companion study looked. */
  public static final double SHORTEST = 395;

  /** Its other end. */
  public static final double LONGEST = 645;

  /** Those of that range, by wavelength. */
  public static final List<HumanHues> ALL = read();

  private static List<HumanHues> read() {
    var in = HumanHues.class.getResourceAsStream("bedford1958.csv");
    Csv csv = Csv.read("bedford1958.csv", new InputStreamReader(in, StandardCharsets.UTF_8));
    int wavelength = csv.column("wavelength");
    int threshold = csv.column("threshold");
    return csv.rows().stream()
        .map(
            row ->
                new HumanHues(
                    Double.parseDouble(row.get(wavelength)),
                    Double.parseDouble(row.get(threshold))))
        .filter(one -> one.wavelength() >= SHORTEST && one.wavelength() <= LONGEST)
        .toList();
  }

  /** How finely: 1 over the threshold. */
  public double sensitivity() {
    return 1 / threshold;
  }

  /** How finely at each wavelength, as shares of the sum. */
  public static double[] curve() {
    double sum = ALL.stream().mapToDouble(HumanHues::sensitivity).sum();
    return ALL.stream().mapToDouble(one -> one.sensitivity() / sum).toArray();
  }

  /**
   * How alike sensitivities are to these people's: Spearman's rank correlation over wavelengths.
   * Neighbours on the curve are alike, so that its usual test does not hold.
   *
   * @param sensitivities one for each of {@link #ALL}
   * @return NaN where all are the same
   */
  public static double likeness(double[] sensitivities) {
    double[] people = ALL.stream().mapToDouble(HumanHues::sensitivity).toArray();
    return new SpearmansCorrelation().correlation(people, sensitivities);
  }
}
