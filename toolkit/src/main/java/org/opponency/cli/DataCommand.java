package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opponency.io.Named;
import org.opponency.models.hub.DataFetch;
import org.opponency.models.hub.DataReport;
import org.opponency.models.hub.PublishedData;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code opponency data}. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Published pictures and decisions: what there is, how to get it, is it whole.",
    synopsisSubcommandLabel = "(list | get | verify)")
final class DataCommand implements Runnable {
  @Mixin private Terminal terminal;

  private record Row(String name, String purpose, String terms, String megabytes, String address) {}

  @Override
  public void run() {
    list();
  }

  /** {@code opponency data list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists names, purposes, terms, sizes and addresses.")
  int list() {
    List<Row> rows = PublishedData.all().stream().map(DataCommand::row).toList();
    terminal.print(rows);
    terminal.out().println("opponency data get NAME brings one; imagenet asks for registration.");
    return ExitCode.OK;
  }

  private static Row row(PublishedData data) {
    String address =
        data.files().isEmpty() ? data.page().toString() : data.files().get(0).toString();
    return new Row(
        data.name(), data.purpose(), data.terms(), format("%,d", data.megabytes()), address);
  }

  /** {@code opponency data get}. */
  @Command(
      name = "get",
      mixinStandardHelpOptions = true,
      description = {
        "Downloads published data from where their authors keep them, unpacks and verifies them.",
        "A download that was stopped goes on. Says the terms first."
      })
  int get(
      @Parameters(paramLabel = "NAME", description = "see opponency data list") String name,
      @Option(
              names = "--out",
              paramLabel = "DIR",
              description = "where to put them; default: data in the project's folder")
          Optional<Path> folder)
      throws IOException {
    PublishedData data = Named.find("a name", PublishedData.all(), PublishedData::name, name);
    terminal.out().println(words(data));
    terminal.out().flush();
    DataFetch fetch =
        new DataFetch(data, folder.orElseGet(DataCommand::home), StopSignal.progress());
    boolean there = Files.exists(fetch.folder());
    DataReport report = fetch.run();
    terminal.out().println(there ? "It is there already." : "Brought to " + fetch.folder());
    return tell(fetch.folder(), report);
  }

  /** What a user should know before anything is downloaded. */
  private static String words(PublishedData data) {
    String addresses =
        data.files().stream().map(URI::toString).collect(Collectors.joining("\n          "));
    String checksum =
        data.checksum()
            .map(known -> format("%s of %s", known.algorithm(), known.source()))
            .orElse("none is published; the pictures are counted and read");
    return format(
        "%s: %s%nterms:    %s%n          see %s%nsize:     about %,d MB%nchecksum: %s%nfrom:    "
            + " %s%nWho downloads it accepts these terms; Ctrl-C stops.",
        data.name(),
        data.purpose(),
        data.terms(),
        data.page(),
        data.megabytes(),
        checksum,
        addresses);
  }

  private static Path home() {
    return Path.of(System.getenv().getOrDefault("OPPONENCY_HOME", "")).resolve("data");
  }

  /** {@code opponency data verify}. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Says what a folder of data is, whether it is whole, and what is missing or damaged;",
        "reads every picture. Exit status 1 where it is not whole."
      })
  int verify(@Parameters(paramLabel = "PATH", description = "the folder") Path folder) {
    return tell(folder, DataReport.of(folder, StopSignal.progress()));
  }

  private int tell(Path folder, DataReport report) {
    terminal
        .out()
        .println(
            format("%s: %s, %s", folder, report.what(), report.isWhole() ? "whole" : "not whole"));
    report.differences().forEach(difference -> terminal.out().println("  " + difference));
    return report.isWhole() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
