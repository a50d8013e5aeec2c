package org.opponency.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.opponency.io.AtomicFiles;
import org.opponency.models.VisionModel;
import org.opponency.physiology.CellCensus;
import org.opponency.physiology.CensusCell;
import org.opponency.physiology.OpponencyProtocol;
import org.opponency.physiology.OpponencyRule;
import org.opponency.report.table.ResultTable;
import org.opponency.study.analysis.EarlyVision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opponency census}. */
@Command(
    name = "census",
    mixinStandardHelpOptions = true,
    description = {
      "Shows hues, greys and gratings to every cell of some layers, prints the shares of opponent",
      "cells and writes a row a cell: its classes, preferred stimuli, responses and baselines."
    })
final class Census implements Callable<Integer> {
  @Mixin private WeightsOption weights;

  @Option(
      names = "--layer",
      arity = "1..*",
      paramLabel = "NAME",
      description = "PyTorch module paths; default: Retina-2, else the first convolution.")
  private List<String> layers = List.of();

  @Mixin private OutputFile out;

  @Option(
      names = "--positive-baseline",
      description = "count cells as opponent to hues or greys only above a baseline of 0")
  private boolean positiveBaseline;

  @Option(names = "--rectified", description = "show hues and greys behind the ReLU, too")
  private boolean rectified;

  @Mixin private Terminal terminal;

  @Override
  public Integer call() throws IOException {
    Path csv = out.ready();
    try (VisionModel vision = weights.open()) {
      CellCensus census = CellCensus.of(vision, layers(vision), protocol());
      AtomicFiles.write(csv, ResultTable.of(CensusCell.class, census.cells()).csv());
      terminal.print(census.shares());
      census.warnings().forEach(warning -> terminal.tell("warning: " + warning));
    }
    return 0;
  }

  private List<String> layers(VisionModel vision) {
    return layers.isEmpty() ? List.of(EarlyVision.firstLayer(vision)) : layers;
  }

  private OpponencyProtocol protocol() {
    OpponencyProtocol paper = OpponencyProtocol.PAPER;
    OpponencyProtocol ruled = positiveBaseline ? paper.withRule(OpponencyRule.AUTHORS_CODE) : paper;
    return rectified ? ruled.behindTheRelu() : ruled;
  }
}
