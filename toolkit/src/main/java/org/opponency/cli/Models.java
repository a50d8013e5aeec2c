package org.opponency.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.opponency.models.hub.Catalogue;
import org.opponency.models.hub.PublishedModel;
import org.opponency.study.networks.PublishedForecast;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opponency models}. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the networks that the paper's authors published.",
      "Their names go where a file of weights may; what is not here yet is then downloaded."
    })
final class Models implements Callable<Integer> {
  @Mixin private ModelsFolder folder;

  @Mixin private Terminal terminal;

  @Option(
      names = "--forecast",
      description = "say instead what a study of them takes (OPPONENCY_NETWORKS=published)")
  private boolean forecast;

  private record Row(String name, int width, int depth, int run, boolean here, String address) {}

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = folder.catalogue();
    if (forecast) {
      terminal.print(PublishedForecast.ofEnvironment(catalogue).lines());
      return 0;
    }
    List<Row> rows =
        PublishedModel.all().stream()
            .map(
                model ->
                    new Row(
                        model.name(),
                        model.width(),
                        model.depth(),
                        model.run(),
                        Files.exists(catalogue.file(model)),
                        catalogue.address(model).toString()))
            .toList();
    terminal.print(rows);
    terminal.out().println("Folder: " + catalogue.folder());
    return 0;
  }
}
