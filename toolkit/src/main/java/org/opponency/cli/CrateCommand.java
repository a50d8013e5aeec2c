package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.opponency.archive.Crate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code opponency crate}. */
@Command(
    name = "crate",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a folder of figures fit for an archive: cards of data and networks, and an RO-Crate's",
      "ro-crate-metadata.json with the digest and the making of every file."
    })
final class CrateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER", description = "the figures, such as figures")
  private Path folder;

  @Mixin private Terminal terminal;

  @Override
  public Integer call() {
    int files = Crate.write(folder);
    terminal.out().println(format("%s: %d files described", folder.resolve(Crate.METADATA), files));
    return 0;
  }
}
