package org.opponency.cli;

import org.opponency.images.Preprocessing;
import org.opponency.models.Architecture;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How pictures are brought to a network's size: the same for every command. */
final class PictureOptions {
  @Option(
      names = "--as-is",
      description = {
        "take pictures as they are, and refuse those that have not the network's size; else",
        "networks for photographs resize by 256/224 and crop, those for smaller pictures do so",
        "only with pictures that have not their size"
      })
  private boolean asIs;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** What is done to every picture, each by itself; says so. */
  Preprocessing preprocessing(Architecture architecture) {
    Preprocessing preprocessing =
        asIs ? Preprocessing.only(architecture.imageSize()) : architecture.preprocessing();
    command.commandLine().getErr().println("Pictures: " + preprocessing.digest());
    return preprocessing;
  }
}
