package org.opponency.physiology;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.opponency.io.Progress;
import org.opponency.models.CentreCells;
import org.opponency.models.VisionModel;

/**
 * All that the instruments of the laboratory say of the cells of a network's layers.
 *
 * @param layers PyTorch module paths
 * @param cells how many cells each of them has
 * @param sheets one an instrument
 */
public record Passport(List<String> layers, List<Integer> cells, List<Sheet<?>> sheets) {
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
    Sheet<R> part(int from, int to) {
      return new Sheet<>(instrument, rows.subList(from, to));
    }
  }

  /** Refuses instruments that do not speak of the same cells. */
  public Passport {
    layers = List.copyOf(layers);
    cells = List.copyOf(cells);
    sheets = List.copyOf(sheets);
    int all = cells.stream().mapToInt(count -> count).sum();
    for (Sheet<?> sheet : sheets) {
      if (sheet.rows().size() != all) {
        throw new IllegalArgumentException(
            format(
                "Expected %d cells of %s from the instrument \"%s\", got %d",
                all, layers, sheet.instrument().name(), sheet.rows().size()));
      }
    }
  }

  /**
   * Uses every instrument on every cell.
   *
   * @param listener told after each instrument
   * @throws IllegalArgumentException if a layer does not exist; it lists those that do
   * @throws IllegalStateException if a response is not finite; it names the cells
   */
  public static Passport of(
      VisionModel vision,
      List<String> layers,
      List<Instrument<?>> instruments,
      Consumer<Progress> listener) {
    CentreCells centre = new CentreCells(vision, layers, vision.architecture().imageSize());
    List<Integer> cells = layers.stream().map(centre::cells).toList();
    List<Sheet<?>> sheets = new ArrayList<>();
    for (Instrument<?> instrument : instruments) {
      sheets.add(instrument.measure(vision, layers));
      listener.accept(
          new Progress("measuring", sheets.size(), instruments.size(), instrument.name()));
    }
    return new Passport(layers, cells, sheets);
  }

  /** The page of one layer. */
  public Passport of(String layer) {
    int place = layers.indexOf(layer);
    if (place < 0) {
      throw new IllegalArgumentException(format("Expected one of %s, got \"%s\"", layers, layer));
    }
    int from = cells.subList(0, place).stream().mapToInt(count -> count).sum();
    int to = from + cells.get(place);
    return new Passport(
        List.of(layer),
        List.of(cells.get(place)),
        sheets.stream().<Sheet<?>>map(sheet -> sheet.part(from, to)).toList());
  }
}
