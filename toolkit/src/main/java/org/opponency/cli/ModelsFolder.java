package org.opponency.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.opponency.models.Checkpoint;
import org.opponency.models.hub.Catalogue;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that says where published networks are kept. */
final class ModelsFolder {
  @Option(
      names = "--models",
      paramLabel = "FOLDER",
      description = {
        "where published networks are kept;",
        "default: what OPPONENCY_MODELS names, or opponency/models in your cache"
      })
  private Path folder;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * The checkpoint in a file, or a published one, which is downloaded the first time. Says what a
   * user should know of how it was read.
   */
  Checkpoint read(String fileOrName) throws IOException {
    Checkpoint checkpoint = catalogue().read(fileOrName, StopSignal.progress());
    checkpoint.notices().forEach(command.commandLine().getErr()::println);
    return checkpoint;
  }

  Catalogue catalogue() {
    Catalogue user = Catalogue.ofUser();
    return folder == null ? user : new Catalogue(folder, user.server());
  }
}
