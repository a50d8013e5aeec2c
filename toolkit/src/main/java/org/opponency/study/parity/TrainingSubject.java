package org.opponency.study.parity;

import static org.opponency.io.Text.format;

import java.util.List;
import org.opponency.models.Architecture;
import org.opponency.models.Retina;
import org.opponency.models.parity.Precision;
import org.opponency.training.Schedule;
import org.opponency.training.TrainingProbe;
import org.opponency.training.UpdateRule;

/**
 * Twenty steps from one state on the same batches, the learning rate falling to a tenth after ten.
 *
 * @param name as the certificate calls it
 * @param file name of its golden values
 * @param architecture what is trained
 * @param rule by which
 * @param rate learning rate of the first ten steps
 * @param precision element type
 * @param tolerance largest relative error of a loss or a tensor of the final state; NaN for no
 *     bound
 */
record TrainingSubject(
    String name,
    String file,
    Architecture architecture,
    UpdateRule rule,
    double rate,
    Precision precision,
    double tolerance)
    implements Subject {
  private static final int STEPS = 20;
  private static final int DROP = 10;
  private static final double DOUBLE = 1e-8;
  private static final double SINGLE = 1e-4;
  private static final UpdateRule SGD = new UpdateRule.Sgd(0.9, 1e-2);
  private static final UpdateRule RMSPROP = new UpdateRule.RmsProp(0.9, 1e-8, 1e-2);
  private static final double SGD_RATE = 0.02;
  private static final double RMSPROP_RATE = 1e-4;

  /** Batch norm of four images makes longer strides chaotic: float64 would lose all its digits. */
  private static final double BATCH_NORM_RATE = 1e-3;

  /** Both rules in float64, with and without batch norm, and two real networks in float32. */
  static List<Subject> all() {
    Architecture small = Architecture.cifar10(1, 1, 16);
    Architecture thin = Architecture.thin(4, 10, 64);
    Architecture resNet50 = Architecture.resNet(50, new Retina(4, 7), 64);
    return List.of(
        new TrainingSubject("SGD", "training-sgd", small, SGD, SGD_RATE, Precision.FLOAT64, DOUBLE),
        new TrainingSubject(
            "RMSprop", "training-rmsprop", small, RMSPROP, RMSPROP_RATE, Precision.FLOAT64, DOUBLE),
        new TrainingSubject(
            "SGD with batch norm",
            "training-thin",
            thin,
            SGD,
            BATCH_NORM_RATE,
            Precision.FLOAT64,
            DOUBLE),
        new TrainingSubject(
            "CIFAR-10 network by RMSprop",
            "training-cifar10",
            Architecture.cifar10(4, 1),
            RMSPROP,
            RMSPROP_RATE,
            Precision.FLOAT32,
            SINGLE),
        new TrainingSubject(
            "ResNet-50 with retina by SGD",
            "training-resnet50",
            resNet50,
            SGD,
            BATCH_NORM_RATE,
            Precision.FLOAT32,
            Double.NaN));
  }

  @Override
  public boolean quick() {
    return precision == Precision.FLOAT64;
  }

  @Override
  public List<ParityCheck> checks() {
    Schedule schedule = new Schedule(rate, 0.1, List.of(DROP));
    var ours = TrainingProbe.read(architecture, rule, schedule, STEPS, precision);
    Agreement worst = Agreement.worst(Agreement.of(GoldenTensor.read(file), ours, precision));
    boolean isDouble = precision == Precision.FLOAT64;
    String what = format("20 steps, %s, %s", name, isDouble ? "float64" : "float32");
    double own = isDouble ? Double.NaN : worst.own();
    return List.of(
        Double.isNaN(tolerance)
            ? ParityCheck.reported(what, worst.observed(), own)
            : ParityCheck.bounded(what, tolerance, worst.observed(), own));
  }
}
