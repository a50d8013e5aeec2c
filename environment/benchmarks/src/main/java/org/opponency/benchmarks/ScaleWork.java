package org.opponency.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.opponency.attacks.Attack;
import org.opponency.attacks.AttackProtocol;
import org.opponency.attacks.AttackQueue;
import org.opponency.attacks.Mode;
import org.opponency.attacks.Norm;
import org.opponency.engine.Autograd;
import org.opponency.images.Preprocessing;
import org.opponency.images.source.Images;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.VisionModel;
import org.opponency.orchard.Orchard;
import org.opponency.physiology.CellCensus;
import org.opponency.physiology.OpponencyProtocol;

/** What {@link Scale} measures, each by one size. */
enum ScaleWork {
  TRAINING_BY_SIDE("training step of 16 images, by side in pixels", 32, 64, 128, 224) {
    @Override
    Runnable work(int side, Path folder) {
      return training(Architecture.thin(4, 10, side), 16);
    }
  },
  TRAINING_BY_WIDTH("training step of 64 images, by width", 1, 4, 16, 64) {
    @Override
    Runnable work(int width, Path folder) {
      return training(Architecture.thin(width, 10, 32), 64);
    }
  },
  TRAINING_BY_BATCH("training step, by images", 4, 16, 64, 256) {
    @Override
    Runnable work(int images, Path folder) {
      return training(Architecture.thin(4, 10, 32), images);
    }
  },
  CENSUS_BY_SIDE("census of two layers, by side in pixels", 32, 64, 128, 224) {
    @Override
    Runnable work(int side, Path folder) {
      return census(Architecture.thin(4, 10, side));
    }
  },
  CENSUS_BY_WIDTH("census of two layers, by width", 1, 4, 16, 64) {
    @Override
    Runnable work(int width, Path folder) {
      return census(Architecture.thin(width, 10, 32));
    }
  },
  ATTACK_BY_PICTURES("10 steps of an attack at 3 epsilons, by pictures", 32, 64, 128, 256) {
    @Override
    Runnable work(int pictures, Path folder) {
      VisionModel vision = VisionModel.of(Network.initialise(Architecture.thin(4, 10, 32), 1));
      var images = Orchard.ofSize(32).validation((pictures + 9) / 10).inMemory().first(pictures);
      var attacks =
          Attack.five(Norm.LINF).stream().filter(a -> a.name().startsWith("bim")).toList();
      var protocol = new AttackProtocol(attacks, List.of(0.001, 0.01, 0.1), Mode.FULL, 32, 1);
      return () -> {
        AttackQueue queue =
            new AttackQueue(vision, images, Preprocessing.AS_IS, protocol, List.of(), step -> {});
        while (queue.hasNext()) {
          queue.next();
        }
      };
    }
  },
  DIGEST_BY_FILES("folder listed and its digest read, by files", 1_000, 10_000, 100_000) {
    @Override
    Runnable work(int files, Path folder) {
      fill(folder, files);
      return () -> Images.folder(folder).digest();
    }
  },
  KEPT_DIGEST_BY_FILES("the same, the digest kept, by files", 1_000, 10_000, 100_000) {
    @Override
    Runnable work(int files, Path folder) {
      fill(folder, files);
      Path cache = folder.resolveSibling(folder.getFileName() + "-cache");
      return () -> Images.folder(folder, cache).digest();
    }
  };

  private static final int WARM_UP = 2;
  private static final int LEAST = 3;
  private static final double NANOSECONDS = 3e9;
  private static final int CLASSES = 100;

  private final String title;
  private final List<Integer> sizes;

  ScaleWork(String title, Integer... sizes) {
    this.title = title;
    this.sizes = List.of(sizes);
  }

  /** What is done, and by what it grows. */
  String title() {
    return title;
  }

  /** The sizes to measure, rising. */
  List<Integer> sizes() {
    return sizes;
  }

  /** Prepares the work of a size; it may fill a folder of its own. */
  abstract Runnable work(int size, Path folder);

  /** The median time of the work, repeated for some seconds. */
  double milliseconds(int size) throws IOException {
    Path folder = Files.createTempDirectory("scale");
    try {
      Runnable work = work(size, folder);
      for (int i = 0; i < WARM_UP; i++) {
        work.run();
      }
      List<Double> times = new ArrayList<>();
      long begin = System.nanoTime();
      while (times.size() < LEAST || System.nanoTime() - begin < NANOSECONDS) {
        long start = System.nanoTime();
        work.run();
        times.add((System.nanoTime() - start) / 1e6);
      }
      return BesidePyTorch.median(times);
    } finally {
      Scratch.remove(folder);
      Scratch.remove(folder.resolveSibling(folder.getFileName() + "-cache"));
    }
  }

  private static Runnable training(Architecture architecture, int images) {
    Network network = Network.initialise(architecture, 1);
    int side = architecture.imageSize();
    var pass = network.trainingPass();
    return () -> {
      try (NDManager scope = network.manager().newSubManager();
          Autograd.Mode on = Autograd.recording()) {
        NDArray rows = scope.randomUniform(0, 1, new Shape(images, side, side, 3));
        NDArray logits = pass.apply(rows.transpose(0, 3, 1, 2));
        Autograd.backward(logits.logSoftmax(1).get(":,3").mean());
        network.weights().values().forEach(Autograd::zeroGradient);
      }
    };
  }

  private static Runnable census(Architecture architecture) {
    VisionModel vision = VisionModel.of(Network.initialise(architecture, 1));
    List<String> layers = List.of("retina.retina_conv2", "ventral.conv1");
    return () -> CellCensus.of(vision, layers, OpponencyProtocol.PAPER);
  }

  /** Small pictures in a folder a class, as old as files are that nobody has just changed. */
  private static void fill(Path folder, int files) {
    try {
      Path first = folder.resolve("0/0.png");
      Files.createDirectories(first.getParent());
      ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "png", first.toFile());
      byte[] picture = Files.readAllBytes(first);
      for (int i = 0; i < files; i++) {
        Path file = folder.resolve(i % CLASSES + "/" + i + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, picture);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
