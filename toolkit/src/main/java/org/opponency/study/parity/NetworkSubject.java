package org.opponency.study.parity;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.opponency.engine.OneDnn;
import org.opponency.models.Architecture;
import org.opponency.models.Retina;
import org.opponency.models.parity.NetworkProbe;
import org.opponency.models.parity.Precision;

/**
 * A network in eval mode and in one training step.
 *
 * @param name as the certificate calls it
 * @param file name of its golden values
 * @param architecture what it is
 */
record NetworkSubject(String name, String file, Architecture architecture) implements Subject {
  /** Largest relative error of any tensor, but where {@link #tolerance} allows more. */
  static final double TOLERANCE = 1e-5;

  private static final String EVAL = "eval";
  private static final int SIZE = 96;
  private static final int WIDTH = 4;

  /** The paper's kinds of network, each of them with PyTorch's numbers. */
  static List<Subject> all() {
    List<Subject> all = new ArrayList<>();
    for (int depth : new int[] {18, 34, 50, 101}) {
      all.add(resNet(depth, "ResNet-%d", "resnet%d", Retina.NONE));
      all.add(resNet(depth, "ResNet-%d with retina", "resnet%d-retina4", new Retina(WIDTH, 7)));
    }
    for (int depth = 0; depth <= 4; depth++) {
      all.add(
          new NetworkSubject(
              "CIFAR-10 network, depth " + depth,
              "cifar10-" + depth,
              Architecture.cifar10(WIDTH, depth)));
    }
    return all;
  }

  private static Subject resNet(int depth, String name, String file, Retina retina) {
    return new NetworkSubject(
        format(name, depth), format(file, depth), Architecture.resNet(depth, retina, SIZE));
  }

  @Override
  public boolean quick() {
    return file.equals("resnet18-retina4") || file.equals("cifar10-0");
  }

  @Override
  public List<ParityCheck> checks() {
    List<Agreement> doubles = agreements(Precision.FLOAT64);
    List<Agreement> singles = agreements(Precision.FLOAT32);
    Agreement evalDouble = eval(doubles);
    Agreement evalSingle = eval(singles);
    String layers = format("%s: %d layers, ", name, evalDouble.tensors());
    double step = Agreement.worst(step(doubles).toList()).observed();
    return List.of(
        ParityCheck.bounded(layers + "float64", TOLERANCE, evalDouble.observed(), Double.NaN),
        ParityCheck.bounded(layers + "float32", TOLERANCE, evalSingle.observed(), evalSingle.own()),
        ParityCheck.bounded(name + ": training step, float64", TOLERANCE, step, Double.NaN),
        single("forward", step(singles).filter(a -> !isGradient(a))),
        single("backward", step(singles).filter(NetworkSubject::isGradient)));
  }

  private List<Agreement> agreements(Precision precision) {
    return Agreement.of(
        GoldenTensor.read(file), NetworkProbe.read(architecture, precision), precision);
  }

  private static boolean isGradient(Agreement agreement) {
    return agreement.quantity().endsWith("gradient");
  }

  /** Of the quantities of a pass in float32, the one that is nearest its bound. */
  private ParityCheck single(String pass, Stream<Agreement> step) {
    Agreement nearest =
        step.max(Comparator.comparingDouble(a -> a.observed() / tolerance(a))).orElseThrow();
    return ParityCheck.bounded(
        format("%s: training step %s, float32 (%s)", name, pass, nearest.quantity()),
        tolerance(nearest),
        nearest.observed(),
        nearest.own());
  }

  /**
   * A tenth of PyTorch's own deviation, but no less than what is asked of eval mode. ResNet-18 and
   * the CIFAR-10 networks deviate by 1e-6 themselves, which is also what libraries differ by: in
   * fully connected layers Debian's PyTorch has OpenBLAS, libtorch MKL; 9x9 convolutions of 32
   * channels add up in another order in oneDNN 2.6 than in 3.7. Where oneDNN is left out every sum
   * has another order than PyTorch's: both are then as far from float64, and so up to twice as far
   * from each other.
   */
  static double tolerance(double own, boolean otherOrder) {
    return Math.max(otherOrder ? 2 * own : own / 10, TOLERANCE);
  }

  private static double tolerance(Agreement agreement) {
    return tolerance(agreement.own(), OneDnn.isLeftOut());
  }

  private static Agreement eval(List<Agreement> all) {
    return all.stream().filter(a -> a.quantity().equals(EVAL)).findFirst().orElseThrow();
  }

  private static Stream<Agreement> step(List<Agreement> all) {
    return all.stream().filter(a -> !a.quantity().equals(EVAL));
  }
}
