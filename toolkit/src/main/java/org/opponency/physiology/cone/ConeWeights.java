package org.opponency.physiology.cone;

import java.util.stream.Stream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.opponency.io.Fraction;
import org.opponency.physiology.Harmonic;
import org.opponency.stimuli.ConeAxis;
import org.opponency.stimuli.ConeField;
import org.opponency.stimuli.StimulusSet;

/**
 * How much a cell makes of the contrast of each kind of cones, relative to the others: |l| + |m| +
 * |s| = 1 (Derrington, Krauskopf and Lennie 1984; Johnson, Hawken and Shapley 2004). NaN for a cell
 * that answers nothing.
 *
 * <p>What learnt nothing has opponent weights, too: L and M overlap so much that a cell with random
 * weights on red, green and blue sets L against M in 91.5 % of cases and S against their sum in
 * 54.6 %, and one that adds them up evenly has 0.54, -0.32 and 0.14.
 *
 * @param l weight of the long wavelength cones
 * @param m of the middle ones
 * @param s of the short ones
 * @param explained share of the responses' variance that these weights explain, at most 1
 */
public record ConeWeights(double l, double m, double s, @Fraction double explained) {
  /** Of a cell that answers nothing. */
  static final ConeWeights NONE = new ConeWeights(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private static final RealMatrix AXES =
      MatrixUtils.createRealMatrix(
          Stream.of(ConeAxis.values()).map(ConeAxis::contrasts).toArray(double[][]::new));

  /** Weights of any size brought to a sum of 1, with their signs. */
  static ConeWeights of(double l, double m, double s, double explained) {
    double size = Math.abs(l) + Math.abs(m) + Math.abs(s);
    return size > 0 ? new ConeWeights(l / size, m / size, s / size, explained) : NONE;
  }

  /**
   * By linear regression of responses to full fields on the cones' contrasts.
   *
   * @param responses one a field
   */
  static ConeWeights ofFields(StimulusSet<ConeField> fields, float[] responses) {
    double[] y = new double[responses.length];
    double[][] x = new double[responses.length][];
    for (int i = 0; i < y.length; i++) {
      ConeField field = fields.get(i);
      y[i] = responses[i];
      x[i] = new double[] {field.l(), field.m(), field.s()};
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(y, x);
    double[] weights = regression.estimateRegressionParameters();
    return of(weights[1], weights[2], weights[3], regression.calculateRSquared());
  }

  /**
   * From what bars of one place and size do along the three axes, taken in the phase of the
   * strongest: three equations for three weights. Their common sign is open; the strongest axis
   * gets the positive one.
   *
   * @param axes by ordinal of {@link ConeAxis}
   */
  static ConeWeights ofGratings(Harmonic[] axes) {
    Harmonic strongest = axes[0];
    double all = 0;
    for (Harmonic axis : axes) {
      strongest = axis.amplitude() > strongest.amplitude() ? axis : strongest;
      all += axis.amplitude() * axis.amplitude();
    }
    double[] inPhase = new double[axes.length];
    double along = 0;
    for (int i = 0; i < axes.length; i++) {
      inPhase[i] = axes[i].along(strongest);
      along += inPhase[i] * inPhase[i];
    }
    if (all == 0) {
      return NONE;
    }
    double[] weights =
        new LUDecomposition(AXES).getSolver().solve(new ArrayRealVector(inPhase)).toArray();
    return of(weights[0], weights[1], weights[2], along / all);
  }

  /** Whether there are none, for a cell that answers nothing. */
  public boolean areUnknown() {
    return Double.isNaN(l);
  }

  /** How they set the cones against each other. */
  public ConeClass type() {
    return ConeClass.of(this);
  }
}
