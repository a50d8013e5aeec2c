package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.source.Images;
import org.opponency.images.source.PackedImages;
import org.opponency.io.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opponency pack}. */
@Command(
    name = "pack",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a split's images, decoded and resized, into one file, for slow file systems.",
      "Goes on where it was stopped; does nothing where the file holds the same already.",
      "Put train.pack and val.pack into the folder that OPPONENCY_DATA names."
    })
final class Pack implements Callable<Integer> {
  @Option(
      names = "--images",
      required = true,
      paramLabel = "DIR",
      description = "a folder with a sub-folder a class, or a tar file such as ImageNet's")
  private Path images;

  @Option(
      names = "--size",
      required = true,
      paramLabel = "N",
      description = "pixels of the shorter side; 256 keeps validation at 224 pixels bit-equal")
  private int size;

  @Mixin private OutputFile out;

  @Mixin private Terminal terminal;

  private final Consumer<Progress> bar = StopSignal.progress();

  @Override
  public Integer call() throws IOException {
    Preprocessing resize = Preprocessing.shorterSide(size);
    Path pack = out.ready();
    ImageSet set = open(pack);
    String work = "packing " + set.name();
    PackedImages packed =
        PackedImages.write(
            set, resize, pack, done -> bar.accept(new Progress(work, done, set.size(), "")));
    terminal
        .out()
        .println(
            format(
                "%s: %d images of %d classes, %d MiB",
                pack, packed.size(), packed.classes().size(), Files.size(pack) >> 20));
    terminal.tell(packed.unreadable());
    return 0;
  }

  /** The index of a tar file is kept beside the packed file. */
  private ImageSet open(Path pack) {
    if (!Files.isRegularFile(images)) {
      return Images.folder(images);
    }
    return Images.tar(images, pack.toAbsolutePath().getParent(), bar);
  }
}
