package org.opponency.physiology;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opponency.io.Progress;
import org.opponency.models.CentreCells;
import org.opponency.models.VisionModel;
import org.opponency.stimuli.Grey;
import org.opponency.stimuli.StimulusSet;

/**
 * All that the instruments of the laboratory say of the cells of a network's layers. Cells whose
 * responses are no numbers are named and left out.
 *
 * @param layers whose cells they are
 * @param sheets one an instrument
 */
public record Passport(List<Layer> layers, List<Sheet<?>> sheets) {
  /**
   * The cells of a layer.
   *
   * @param name PyTorch module path
   * @param cells channels of those that were measured
   * @param broken channels of those whose responses are NaN or infinite
   */
  public record Layer(String name, List<Integer> cells, List<Integer> broken) {
    /** Copies the lists. */
    public Layer {
      cells = List.copyOf(cells);
      broken = List.copyOf(broken);
    }

    /** How many it has, whether they were measured or not. */
    public int size() {
      return cells.size() + broken.size();
    }

    /** Which cells were left out and why; nothing if none was. */
    public Optional<String> leftOut() {
      return broken.isEmpty()
          ? Optional.empty()
          : Optional.of(
              format(
                  "%d of the %d cells of %s are left out, since they respond by no finite numbers: %s",
                  broken.size(), size(), name, broken));
    }
  }

  /**
   * What one instrument says.
   *
   * @param instrument which
   * @param rows a record a cell, layer by layer
   */
  public record Sheet<R extends Record>(Instrument<R> instrument, List<R> rows) {
    /** Copies the rows. */
    public Sheet {
      rows = List.copyOf(rows);
    }

    /** The rows of some cells only. */
    Sheet<R> part(IntStream places) {
      return new Sheet<>(instrument, places.mapToObj(rows::get).toList());
    }
  }

  /** Copies the lists. */
  public Passport {
    layers = List.copyOf(layers);
    sheets = List.copyOf(sheets);
  }

  /**
   * Uses every instrument on every cell. Weights that are no finite numbers count as 0 then, so
   * that the gradients of other cells are what they are.
   *
   * @param listener told after each instrument
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   * @throws IllegalStateException if stimuli drive a cell beyond what numbers can tell, of whatever
   *     finite weights; it names the cells
   */
  public static Passport of(
      VisionModel vision,
      List<String> layers,
      List<Instrument<?>> instruments,
      Consumer<Progress> listener) {
    List<Layer> cells = layers(vision, layers);
    if (cells.stream().allMatch(layer -> layer.broken().isEmpty())) {
      return new Passport(cells, sheets(vision, cells, instruments, listener));
    }
    try (VisionModel mended = vision.mended()) {
      return new Passport(cells, sheets(mended, cells, instruments, listener));
    }
  }

  /** Which cells have responses, before the ReLU and behind it, to black and to white. */
  private static List<Layer> layers(VisionModel vision, List<String> layers) {
    int side = vision.architecture().imageSize();
    List<String> both =
        layers.stream().flatMap(layer -> Stream.of(layer, vision.rectified(layer))).toList();
    Map<String, float[][]> responses =
        new CentreCells(vision, both, side)
            .responses(new StimulusSet<>(side, List.of(Grey.BLACK, new Grey(1))));
    return layers.stream()
        .map(name -> layer(name, responses.get(name), responses.get(vision.rectified(name))))
        .toList();
  }

  private static Layer layer(String name, float[][] before, float[][] behind) {
    List<Integer> cells = new ArrayList<>();
    List<Integer> broken = new ArrayList<>();
    for (int cell = 0; cell < before[0].length; cell++) {
      int own = cell;
      boolean finite =
          Stream.of(before, behind)
              .flatMap(Stream::of)
              .allMatch(responses -> Float.isFinite(responses[own]));
      (finite ? cells : broken).add(cell);
    }
    return new Layer(name, cells, broken);
  }

  private static List<Sheet<?>> sheets(
      VisionModel vision,
      List<Layer> layers,
      List<Instrument<?>> instruments,
      Consumer<Progress> listener) {
    List<Sheet<?>> sheets = new ArrayList<>();
    for (Instrument<?> instrument : instruments) {
      sheets.add(sheet(instrument, vision, layers));
      listener.accept(
          new Progress("measuring", sheets.size(), instruments.size(), instrument.name()));
    }
    return sheets;
  }

  private static Sheet<?> sheet(Instrument<?> instrument, VisionModel vision, List<Layer> layers) {
    Sheet<?> sheet = instrument.measure(vision, layers.stream().map(Layer::name).toList());
    int all = layers.stream().mapToInt(Layer::size).sum();
    if (sheet.rows().size() != all) {
      throw new IllegalArgumentException(
          format(
              "Expected %d cells of %s from the instrument \"%s\", got %d",
              all,
              layers.stream().map(Layer::name).toList(),
              instrument.name(),
              sheet.rows().size()));
    }
    List<Integer> measured = new ArrayList<>();
    int first = 0;
    for (Layer layer : layers) {
      int before = first;
      layer.cells().forEach(cell -> measured.add(before + cell));
      first += layer.size();
    }
    return sheet.part(measured.stream().mapToInt(place -> place));
  }

  /** The page of one layer. */
  public Passport of(String name) {
    int from = 0;
    for (Layer layer : layers) {
      int first = from;
      int end = from + layer.cells().size();
      if (layer.name().equals(name)) {
        return new Passport(
            List.of(layer),
            sheets.stream()
                .<Sheet<?>>map(sheet -> sheet.part(IntStream.range(first, end)))
                .toList());
      }
      from = end;
    }
    throw new IllegalArgumentException(
        format("Expected one of %s, got \"%s\"", layers.stream().map(Layer::name).toList(), name));
  }
}
