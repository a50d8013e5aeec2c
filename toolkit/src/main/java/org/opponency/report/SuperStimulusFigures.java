package org.opponency.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opponency.evaluation.BottleneckWidth;
import org.opponency.evaluation.Measured;
import org.opponency.images.Lab;
import org.opponency.report.chart.ColourPlane;
import org.opponency.report.chart.FruitGrid;
import org.opponency.report.draw.Tile;
import org.opponency.report.draw.TileGrid;
import org.opponency.report.table.ResultTable;
import org.opponency.study.networks.Provenance;
import org.opponency.study.results.FruitStimulus;
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
            format(
                "Smooth pictures of %d pixels a side that gradient ascent in Fourier space makes"
                    + " until the network gives the fruit more than 99 %%, or to its last step."
                    + " Fruits are in order of hue. Below each: its colour, weighted by chroma"
                    + " (left), beside that of %s"
                    + " (right), the probability that the network gives exactly this picture, and"
                    + " the distance of the two hues in CIELAB. Too grey: one of the two colours"
                    + " has a chroma below %.0f, and so no hue.",
                results.stimuli().get(0).value().image().width(),
                ofPictures(results),
                Lab.LEAST_CHROMA),
            FruitGrid.of(results.networks()),
            ResultTable.of(results.rows()).without("redraws"),
            results.provenance())
        .over(results.networks().size(), "network")
        .over(results.stimuli().size(), "super-stimulus picture")
        .finding(finding(results));
  }

  private static String finding(SuperStimulusResults results) {
    return results.byWidth().stream()
        .map(
            row ->
                format(
                    "At %s the mean probability is %.1f %%, and hues lie %.0f° from the fruits', %.0f° from the other fruits'.",
                    BottleneckWidth.name(row.width()),
                    100 * row.probability(),
                    row.hueDistance(),
                    row.otherHueDistance()))
        .collect(Collectors.joining(" "));
  }

  /** The mean colours of super-stimuli and of their classes' pictures, a panel a width. */
  public static Figure colours(SuperStimulusResults results) {
    return new Figure(
            "super-stimulus-colours",
            "Does the network know the fruits' colours?",
            "Colours in CIELAB, weighted by chroma: every super-stimulus (circle) and "
                + ofPictures(results)
                + " (square, named), each in its own colour, joined by a line. Directions from the middle are hues, distances chroma; within the small"
                + " circle a colour is too grey to have a hue.",
            planes(results.stimuli(), ofPictures(results)),
            ResultTable.of(results.rows()).without("redraws"),
            results.provenance())
        .over(results.networks().size(), "network")
        .finding(finding(results));
  }

  /** Nobody knows where in a photograph the fruit is. */
  private static String ofPictures(SuperStimulusResults results) {
    return results.provenance().data().isDrawn()
        ? "the fruit's own pixels in the class's pictures"
        : "the class's whole pictures";
  }

  /** A panel a width; dead networks are drawn as well. */
  private static TileGrid planes(List<Measured<FruitStimulus>> stimuli, String pictures) {
    double reach = ColourPlane.reach(stimuli.stream().map(Measured::value).toList());
    List<Tile> tiles = new ArrayList<>();
    stimuli.stream()
        .collect(groupingBy(Measured::width, TreeMap::new, mapping(Measured::value, toList())))
        .forEach(
            (width, own) ->
                tiles.add(new Tile(BottleneckWidth.name(width), new ColourPlane(own, reach))));
    return new TileGrid(tiles, tiles.size(), ColourPlane.legend(pictures));
  }

  /**
   * Pictures on the way to super-stimuli, a row an objective.
   *
   * @param saved objective by objective, the same steps of each
   * @param subject what they are of and in which network, such as {@code lemon, width 4, run 0},
   *     for the title
   * @param labels what to call the rows
   */
  public static Figure onTheWay(
      String subject, List<SuperStimulus> saved, List<String> labels, Provenance provenance) {
    List<String> captions =
        saved.stream().map(s -> format("step %d: %.2f", s.step(), s.value())).toList();
    return new Figure(
            "super-stimulus-steps",
            "On the way to a super-stimulus of " + subject,
            "The picture after some steps of the ascent, and below it the value of what is driven"
                + " up, in logits. Up: the class's logit. Down: minus this logit. Up less another"
                + " class: this logit less twice the other's.",
            ContactSheet.of(saved.stream().map(SuperStimulus::image).toList())
                .columns(saved.size() / labels.size())
                .captions(captions)
                .interpolated()
                .rowLabels(labels),
            ResultTable.of(SavedStep.class, saved.stream().map(SavedStep::of).toList()),
            provenance)
        .over(1, "network")
        .over(saved.size(), "picture");
  }
}
