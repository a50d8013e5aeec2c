package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.attacks.Attack;
import org.opponency.attacks.AttackProtocol;
import org.opponency.attacks.CostPreview;
import org.opponency.attacks.Mode;
import org.opponency.attacks.Norm;
import org.opponency.attacks.RobustAccuracy;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelSpace;
import org.opponency.images.source.Cifar10;
import org.opponency.images.source.Images;
import org.opponency.io.AtomicFiles;
import org.opponency.models.Checkpoint;
import org.opponency.models.VisionModel;
import org.opponency.report.table.ResultTable;
import org.opponency.study.Study;
import org.opponency.study.store.ResultStore;
import org.opponency.study.store.RobustnessCache;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opponency attack}. */
@Command(
    name = "attack",
    mixinStandardHelpOptions = true,
    description = {
      "Attacks a network and writes its accuracy against the size of the perturbation.",
      "A run that is stopped goes on where it was when it is started again."
    })
final class AttackNetwork implements Callable<Integer> {
  @Mixin private WeightsOption weights;

  @Mixin private TorchScriptOptions script;

  @Option(
      names = "--images",
      required = true,
      description = {
        "folder with a folder of images a class, named as the network's classes; for a network of",
        "ten classes that its file does not name, as CIFAR-10's"
      })
  private Path images;

  @Mixin private PictureOptions pictures;

  @Option(
      names = "--attacks",
      split = ",",
      paramLabel = "NAME",
      description = "default: fgsm,pgd,bim,uniform-noise,deepfool; -l2 forms exist of each")
  private List<String> attacks = Attack.five(Norm.LINF).stream().map(Attack::name).toList();

  @Option(
      names = "--epsilons",
      split = ",",
      paramLabel = "SIZE",
      description = "rising, pixels in [0, 1]; default: the paper's 14")
  private List<Double> epsilons = AttackProtocol.PAPER_EPSILONS;

  @Option(
      names = "--mode",
      defaultValue = "worst-case",
      description = "full, worst-case or cumulative; default: ${DEFAULT-VALUE}")
  private String mode;

  @Option(
      names = "--batch-size",
      defaultValue = "16",
      description = "images in every pass; default: ${DEFAULT-VALUE}")
  private int batchSize;

  @Mixin private OutputFile out;

  @Mixin private Terminal terminal;

  @Override
  public Integer call() throws IOException {
    AttackProtocol protocol = protocol();
    Path csv = out.ready();
    try (OpenNetwork network = weights.open(script)) {
      VisionModel vision = network.vision();
      ImageSet set = labelled(network.classes());
      preview(CostPreview.of(vision, protocol, set.size()));
      RobustAccuracy result = measure(vision, set, protocol, csv);
      AtomicFiles.write(csv, ResultTable.of(rows(result)).csv());
      terminal.print(result.health());
    }
    return 0;
  }

  private AttackProtocol protocol() {
    return new AttackProtocol(
        attacks.stream().map(Attack::named).toList(),
        epsilons,
        Mode.of(mode),
        batchSize,
        Study.SEED);
  }

  /**
   * ImageNet's networks know their classes' names, its folders are named by WordNet id. A file that
   * names no classes may be of CIFAR-10's ten.
   */
  private ImageSet labelled(List<String> classes) {
    ImageSet folder = Images.folder(images);
    List<String> wnids = LabelSpace.IMAGENET.labels();
    boolean imageNet = classes.size() == wnids.size() && wnids.containsAll(folder.classes());
    boolean cifar10 =
        classes.equals(Checkpoint.unnamed(Cifar10.CLASSES.size()))
            && Cifar10.CLASSES.containsAll(folder.classes());
    return folder.withClasses(imageNet ? wnids : cifar10 ? Cifar10.CLASSES : classes);
  }

  private void preview(CostPreview cost) {
    terminal.tell(
        format(
            "%d images: at most %,d gradients and %,d other passes, %s",
            cost.images(), cost.gradients(), cost.passes(), cost.time()));
  }

  private RobustAccuracy measure(
      VisionModel vision, ImageSet set, AttackProtocol protocol, Path csv) {
    Path kept = csv.resolveSibling(csv.getFileName() + ".kept");
    return new RobustnessCache(new ResultStore(kept), StopSignal.progress())
        .of(weights.name(), vision, set, pictures.preprocessing(vision.architecture()), protocol);
  }

  private static List<AccuracyUnderAttack> rows(RobustAccuracy result) {
    List<AccuracyUnderAttack> rows = new ArrayList<>(result.worstCase());
    if (result.protocol().mode() == Mode.FULL) {
      rows.addAll(result.curves());
    }
    return rows;
  }
}
