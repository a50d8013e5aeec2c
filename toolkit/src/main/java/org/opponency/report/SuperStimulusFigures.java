package org.opponency.report;

import static org.opponency.io.Text.format;

import java.util.List;
import org.opponency.report.chart.ColourPlane;
import org.opponency.report.chart.FruitGrid;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.SuperStimulusResults;
import org.opponency.superstimuli.SuperStimulus;

/** The figures of super-stimuli. */
public final class SuperStimulusFigures {
  private SuperStimulusFigures() {}

  /** Figure 3: fruits, a row a width, its first network whose bottleneck is alive. */
  public static Figure fruits(SuperStimulusResults results) {
    return new Figure(
        "figure-03-super-stimuli",
        "Super-stimuli of the fruit classes",
        "Pictures that drive the logit of a fruit as far up as gradient ascent in Fourier space gets"
            + " it. Below each: its mean colour (left) beside that of the class's own pictures"
            + " (right), the probability that the network gives exactly this picture, and the"
            + " distance of the two hues in CIELAB.",
        FruitGrid.of(results.networks()),
        ResultTable.of(results.rows()).without("redraws"),
        results.provenance());
  }

  /** The mean colours of super-stimuli and of their classes' pictures, a panel a width. */
  public static Figure colours(SuperStimulusResults results) {
    return new Figure(
        "super-stimulus-colours",
        "Does the network know the fruits' colours?",
        "Mean colours in CIELAB: every super-stimulus (circle) and the pictures of its class"
            + " (square), each in its own colour, joined by a line. Directions from the middle are"
            + " hues, distances chroma; within the small circle a colour is too grey to have a hue.",
        new ColourPlane(results.stimuli()),
        ResultTable.of(results.rows()).without("redraws"),
        results.provenance());
  }

  /**
   * Pictures on the way to super-stimuli, a row an objective.
   *
   * @param saved objective by objective, the same steps of each
   * @param labels what to call the rows
   */
  public static Figure onTheWay(
      List<SuperStimulus> saved, List<String> labels, Provenance provenance) {
    List<String> captions =
        saved.stream().map(s -> format("step %d: %.2f", s.step(), s.value())).toList();
    return new Figure(
        "super-stimulus-steps",
        "On the way to a super-stimulus",
        "The picture after some steps of the ascent, and the objective of it.",
        ContactSheet.of(saved.stream().map(SuperStimulus::image).toList())
            .columns(saved.size() / labels.size())
            .captions(captions)
            .rowLabels(labels),
        ResultTable.of(SavedStep.class, saved.stream().map(SavedStep::of).toList()),
        provenance);
  }
}
