package org.opponency.surgery;

import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.opponency.images.RgbImage;
import org.opponency.io.Seed;
import org.opponency.models.Surgery;
import org.opponency.models.VisionModel;
import org.opponency.physiology.CensusCell;

/**
 * Operates on the bottleneck of one network, class by class. Correlations tell which cells a
 * network has; what happens without them tells what they are for.
 *
 * @param vision the network, which stays the caller's
 * @param cells the census of its bottleneck, in the order of its channels
 * @param protocol what it is shown
 */
public record Surgeon(VisionModel vision, List<CensusCell> cells, SurgeryProtocol protocol) {
  private static final String BOTTLENECK = "retina.retina_conv2";

  /** One operation on one class, with its shams. */
  private record Plan(
      CellGroup group, Operation operation, List<Integer> own, List<List<Integer>> shams) {}

  /**
   * Does it all.
   *
   * @throws IllegalArgumentException if the network has no retina or no ventral stream, or the
   *     census is of another layer or in another order
   */
  public SurgeryReport report() {
    requireBottleneck();
    LinearFit fit = fit();
    List<Plan> plans = plans();
    Shown shown = new Shown(vision, protocol);
    Map<Surgery, Vitals> found = found(shown, surgeries(plans, fit));
    Vitals intact = found.get(Surgery.NONE);
    return new SurgeryReport(
        intact,
        shown.rotation(),
        plans.stream().map(plan -> effect(plan, fit, intact, found)).toList());
  }

  private void requireBottleneck() {
    int width = vision.architecture().width();
    if (cells.size() != width) {
      throw new IllegalArgumentException(
          "Expected the census of a bottleneck of " + width + " cells, got " + cells.size());
    }
    for (int i = 0; i < width; i++) {
      CensusCell cell = cells.get(i);
      if (!cell.layer().equals(BOTTLENECK) || cell.cell() != i) {
        throw new IllegalArgumentException(
            format(
                "Expected the census of %s in the order of its channels, got cell %d of %s as number %d",
                BOTTLENECK, cell.cell(), cell.layer(), i));
      }
    }
  }

  private LinearFit fit() {
    List<RgbImage> pictures =
        IntStream.range(0, protocol.learned().size())
            .mapToObj(i -> protocol.preprocessing().apply(protocol.learned().image(i)))
            .toList();
    return LinearFit.of(vision, cells.get(0).layer(), pictures, protocol.seed());
  }

  private List<Plan> plans() {
    List<Plan> plans = new ArrayList<>();
    for (CellGroup group : CellGroup.values()) {
      List<Integer> own = group.of(cells);
      List<List<Integer>> shams = shams(own);
      for (Operation operation : Operation.values()) {
        plans.add(new Plan(group, operation, own, shams));
      }
    }
    return plans;
  }

  /**
   * Random cells, as many as are of the class, but not just these; none where there are none.
   * Classes of a size have the same ones where they can.
   */
  private List<List<Integer>> shams(List<Integer> own) {
    List<List<Integer>> shams = new ArrayList<>();
    if (own.isEmpty() || own.size() == cells.size()) {
      return shams;
    }
    Random random = Seed.random(protocol.seed(), own.size());
    List<Integer> all = new ArrayList<>(IntStream.range(0, cells.size()).boxed().toList());
    while (shams.size() < protocol.shams()) {
      Collections.shuffle(all, random);
      List<Integer> drawn = all.subList(0, own.size()).stream().sorted().toList();
      if (!drawn.equals(own)) {
        shams.add(drawn);
      }
    }
    return shams;
  }

  private List<Surgery> surgeries(List<Plan> plans, LinearFit fit) {
    Set<Surgery> all = new LinkedHashSet<>(List.of(Surgery.NONE));
    for (Plan plan : plans) {
      if (!plan.own().isEmpty()) {
        all.add(surgery(plan, plan.own(), fit));
        plan.shams().forEach(sham -> all.add(surgery(plan, sham, fit)));
      }
    }
    return List.copyOf(all);
  }

  private Surgery surgery(Plan plan, List<Integer> some, LinearFit fit) {
    return plan.operation().on(some, fit, protocol.seed());
  }

  private static Map<Surgery, Vitals> found(Shown shown, List<Surgery> surgeries) {
    List<Vitals> vitals = shown.vitals(surgeries);
    Map<Surgery, Vitals> found = new LinkedHashMap<>();
    IntStream.range(0, surgeries.size()).forEach(i -> found.put(surgeries.get(i), vitals.get(i)));
    return found;
  }

  private SurgeryEffect effect(
      Plan plan, LinearFit fit, Vitals intact, Map<Surgery, Vitals> found) {
    List<Integer> own = plan.own();
    return new SurgeryEffect(
        plan.group().label(),
        plan.operation().label(),
        own.size(),
        cells.size(),
        plan.operation() == Operation.LINEAR ? fit.goodness(own) : Double.NaN,
        own.isEmpty() ? Vitals.NONE : found.get(surgery(plan, own, fit)).minus(intact),
        Vitals.mean(
            plan.shams().stream()
                .map(sham -> found.get(surgery(plan, sham, fit)).minus(intact))
                .toList()),
        note(own.size()));
  }

  private String note(int own) {
    if (own == 0) {
      return "no cell is of the class";
    }
    return own == cells.size() ? "all cells are of the class: no sham can differ" : "";
  }
}
