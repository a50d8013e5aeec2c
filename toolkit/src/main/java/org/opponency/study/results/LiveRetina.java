package org.opponency.study.results;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.images.Normalisation;
import org.opponency.images.RgbImage;
import org.opponency.models.LayerMaps;
import org.opponency.models.VisionModel;
import org.opponency.physiology.ResponseMap;
import org.opponency.physiology.Responses;
import org.opponency.stimuli.Grating;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.Hue;
import org.opponency.stimuli.Stimulus;
import org.opponency.stimuli.StimulusSet;
import org.opponency.study.networks.Provenance;

/**
 * A trained retina with all that a page needs to run it by itself, and some responses of the
 * toolkit that the page must come to as well.
 *
 * @param provenance where the weights come from
 * @param network its name
 * @param normalisation what happens to pixels in [0, 1] before the first layer
 * @param side pixels a side of the stimuli, whose middle cell is looked at
 * @param layers its convolutions in order, each before its ReLU
 * @param pictures to show it
 * @param expected responses by the toolkit, before the last ReLU
 */
public record LiveRetina(
    Provenance provenance,
    String network,
    Normalisation normalisation,
    int side,
    List<Layer> layers,
    List<Picture> pictures,
    List<Expected> expected) {
  private static final String FIRST = "retina.retina_conv1";

  /**
   * A convolution of stride 1 that keeps the size of its input.
   *
   * @param weights (cells, input channels, kernel, kernel)
   * @param biases one a cell
   */
  public record Layer(LayerMaps weights, float[] biases) {}

  /**
   * A picture.
   *
   * @param name of what it shows
   * @param image itself, square
   */
  public record Picture(String name, RgbImage image) {}

  /**
   * What every cell responds to something.
   *
   * @param kind {@code hue}, {@code grating} or {@code picture}
   * @param numbers of a hue its degrees; of a grating orientation, phase and frequency; of a
   *     picture its place among the pictures, then row and column of the cell
   * @param responses one a cell
   */
  public record Expected(String kind, List<Double> numbers, float[] responses) {}

  /**
   * The retina of a network.
   *
   * @param last its last layer, {@code retina.retina_conv2}
   */
  public static LiveRetina of(
      Provenance provenance,
      String network,
      VisionModel vision,
      String last,
      List<Picture> pictures) {
    int side = vision.architecture().imageSize();
    List<Expected> expected = new ArrayList<>();
    StimulusSet<Hue> hues = StimulusSet.hues(side, 24, 1, 0.5);
    add(expected, Responses.of(vision, last, hues, Grey.BLACK));
    StimulusSet<Grating> gratings = StimulusSet.gratings(side, 3, 2, 4);
    add(expected, Responses.of(vision, last, gratings, Grey.BLACK));
    for (int i = 0; i < pictures.size(); i++) {
      add(expected, i, ResponseMap.of(vision, last, pictures.get(i).image()));
    }
    return new LiveRetina(
        provenance,
        network,
        vision.architecture().normalisation(),
        side,
        List.of(layer(vision, FIRST), layer(vision, last)),
        List.copyOf(pictures),
        expected);
  }

  private static Layer layer(VisionModel vision, String name) {
    return new Layer(vision.filters(name), vision.biases(name));
  }

  private static void add(List<Expected> expected, Responses<? extends Stimulus> responses) {
    for (int i = 0; i < responses.stimuli().size(); i++) {
      Stimulus stimulus = responses.stimuli().get(i);
      float[] cells = new float[responses.cells()];
      for (int cell = 0; cell < cells.length; cell++) {
        cells[cell] = responses.curve(cell)[i];
      }
      expected.add(
          stimulus instanceof Grating grating
              ? new Expected(
                  "grating",
                  List.of(grating.orientation(), grating.phase(), grating.frequency()),
                  cells)
              : new Expected("hue", List.of(((Hue) stimulus).degrees()), cells));
    }
  }

  /** A corner, where padding counts, and the middle. */
  private static void add(List<Expected> expected, int picture, List<ResponseMap> maps) {
    int side = maps.get(0).width();
    for (int place : new int[] {0, side / 2, side - 1}) {
      float[] cells = new float[maps.size()];
      IntStream.range(0, cells.length)
          .forEach(cell -> cells[cell] = maps.get(cell).values()[place * side + place]);
      expected.add(
          new Expected(
              "picture", List.of((double) picture, (double) place, (double) place), cells));
    }
  }
}
