package org.opponency.cli;

import java.nio.file.Path;
import org.opponency.models.Catalogue;
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

  Catalogue catalogue() {
    return folder == null ? Catalogue.ofUser() : Catalogue.in(folder);
  }
}
