import java.util.ArrayList;
import java.util.List;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.report.notebook.ProgressBar;
import org.opponency.report.table.ResultTable;
import org.opponency.report.RobustnessFigures;
import org.opponency.study.analysis.Cifar10Study;
import org.opponency.study.analysis.ModelRobustness;
import org.opponency.study.networks.ModelRun;
import org.opponency.claims.PublishedRobustness;
import org.opponency.study.analysis.RobustnessStudy;
import org.opponency.study.Study;
import org.opponency.study.networks.TrainingSummary;

/**
 * Trains the network of width 4 and depth 2 on the CIFAR-10 that OPPONENCY_DATA names, attacks it
 * with all test images there are, and draws it beside the published ones. Takes the epochs.
 */
public final class RealCifar10 {
  private static final int SINGLE = 100;

  private RealCifar10() {}

  /** Takes the number of epochs. */
  public static void main(String[] arguments) {
    int epochs = Integer.parseInt(arguments[0]);
    Study study = Study.open().reporting(ProgressBar.onStandardError());
    Cifar10Study cifar10 =
        new Cifar10Study(
            study,
            new Cifar10Study.Size(
                List.of(2), List.of(4), 1, 1024, 50_000, epochs, 10_000, 10_000));
    List<ModelRun> models = cifar10.models(cifar10.depth());
    System.out.println(ResultTable.of(models.stream().map(TrainingSummary::of).toList()));
    List<ModelRobustness> rows = new ArrayList<>(cifar10.worstCase(models));
    RobustnessStudy.SingleAttacks single = cifar10.singleAttacks(models.get(0), SINGLE);
    single.curves().stream()
        .filter(row -> !row.attack().equals(AccuracyUnderAttack.WORST_CASE)) // all images' is there
        .forEach(rows::add);
    System.out.println(ResultTable.of(rows));
    System.out.println(ResultTable.of(single.health()));
    RobustnessFigures.realCifar10(rows, PublishedRobustness.singleAttacks(), cifar10.provenance())
        .save(study.figures());
  }
}
