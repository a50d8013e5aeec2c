package org.opponency.archive;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.claims.Quantity;
import org.opponency.evaluation.ByWidth;
import org.opponency.study.networks.Scale;

class FigureTablesTest {
  @TempDir private Path folder;

  @Test
  void quantitiesAreReckonedFromTheTablesOfFigures() throws IOException {
    Files.writeString(
        folder.resolve("figure-07-robustness.csv"),
        """
        model,width,run,dead,attack,epsilon,images,accuracy
        "width 1, run 0",1,0,false,worst case,0.0,10,0.9
        "width 1, run 0",1,0,false,worst case,0.1,10,0.5
        "width 1, run 0",1,0,false,worst case,0.2,10,0.25
        "width 1, run 0",1,0,false,fgsm,0.4,10,0.75
        "published, width 1, run 0",1,0,false,worst case,0.3,10,0.0
        "width 2, run 0",2,0,true,worst case,0.1,10,0.125
        """);
    Files.writeString(
        folder.resolve("figure-04-shape-bias.csv"),
        "source,width,value,dead\nours,0,0.25,false\nours,0,0.5,false\npublished,1,0.1,false\n");
    Files.writeString(
        folder.resolve("centre-surround.csv"),
        """
        model,width,run,dead,cell,centreSurround
        "width 2, run 0",2,0,false,0,true
        "width 2, run 0",2,0,false,1,false
        """);
    assertThat(values(Quantity.ROBUST_ACCURACY)).containsExactly(0.375, 0.125).inOrder();
    assertThat(values(Quantity.SHAPE_BIAS)).containsExactly(0.25, 0.5).inOrder();
    assertThat(values(Quantity.RETINA2_CENTRE_SURROUND)).containsExactly(0.5);
    assertThat(runs(Quantity.ROBUST_ACCURACY).dead()).containsExactly("width 2, run 0");
    assertThat(FigureTables.of(Quantity.ACCURACY, folder)).isEmpty();
    assertThat(FigureTables.of(Quantity.RETINA2_COLOUR, folder)).isEmpty();
    assertThat(FigureTables.evidence(folder, Scale.LAPTOP, true).measures()).hasSize(3);
  }

  private ByWidth runs(Quantity quantity) {
    return FigureTables.of(quantity, folder).orElseThrow();
  }

  private List<Double> values(Quantity quantity) {
    return runs(quantity).rows().stream().map(row -> row.value()).toList();
  }

  @Test
  void tableWithoutNumbersIsNamed() throws IOException {
    Files.writeString(
        folder.resolve("figure-04-shape-bias.csv"), "source,width,value,dead\nours,0,low,false\n");
    var refusal = assertThrows(IllegalArgumentException.class, () -> runs(Quantity.SHAPE_BIAS));
    assertThat(refusal).hasMessageThat().contains("Expected numbers in column value of");
  }
}
