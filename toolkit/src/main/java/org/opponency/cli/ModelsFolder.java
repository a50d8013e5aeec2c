package org.opponency.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.opponency.models.Checkpoint;
import org.opponency.models.hub.Catalogue;
import picocli.CommandLine.Option;

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

  /** The checkpoint in a file, or a published one, which is downloaded the first time. */
  Checkpoint read(String fileOrName) throws IOException {
    return catalogue().read(fileOrName, DownloadBar.onStandardError());
  }

  Catalogue catalogue() {
    return folder == null ? Catalogue.ofUser() : Catalogue.in(folder);
  }
}
