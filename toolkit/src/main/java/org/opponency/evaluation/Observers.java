package org.opponency.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What several observers, such as the ten people of Geirhos et al. 2019, decided on cue-conflict
 * stimuli, each by themselves. They are compared on the stimuli that a shape bias counts: shape and
 * texture differ, and both can be answered (model-vs-human keeps those where they are the same).
 *
 * @param decisions of each, by name
 */
public record Observers(SortedMap<String, List<CueDecision>> decisions) {
  private static final String PERSON = "subject-";

  /** The shape bias of one of them. */
  public record OfObserver(String observer, ShapeBias bias) {}

  /** Copies the map. */
  public Observers {
    decisions = Collections.unmodifiableSortedMap(new TreeMap<>(decisions));
  }

  /** Those who made some decisions. */
  public static Observers of(List<CueDecision> decisions) {
    return new Observers(
        decisions.stream()
            .collect(
                Collectors.groupingBy(CueDecision::observer, TreeMap::new, Collectors.toList())));
  }

  /**
   * Those in a file, or in a folder of files: see {@link CueDecision#read}. The files of
   * texture-vs-shape and of model-vs-human are read as published; the former's folder has networks
   * beside its {@link #people}.
   */
  public static Observers read(Path path) {
    return of(CueDecision.read(path));
  }

  /** The people among them, whose names begin with {@code subject-}; all if nobody's does. */
  public Observers people() {
    SortedMap<String, List<CueDecision>> people = new TreeMap<>(decisions);
    people.keySet().removeIf(name -> !name.startsWith(PERSON));
    return people.isEmpty() ? this : new Observers(people);
  }

  /** Their names, sorted. */
  public List<String> names() {
    return List.copyOf(decisions.keySet());
  }

  /** All decisions, observer by observer. */
  private List<CueDecision> all() {
    return decisions.values().stream().flatMap(List::stream).toList();
  }

  /** Every category that is a shape or a texture in their stimuli. */
  public Collection<String> categories() {
    return ShapeBias.categories(all());
  }

  /** The shape bias of each. */
  public List<OfObserver> shapeBias(Collection<String> answers) {
    return decisions.entrySet().stream()
        .map(one -> new OfObserver(one.getKey(), ShapeBias.of(one.getValue(), answers)))
        .toList();
  }

  /** The shape bias over all trials of all of them, each trial counted once. */
  public ShapeBias together(Collection<String> answers) {
    return ShapeBias.of(all().stream().map(CueDecision::apart).toList(), answers);
  }

  /**
   * Whether every two of them err on the same stimuli: as far as a network could come to them. Two
   * who share no stimulus are no pair.
   */
  public List<ErrorAgreement> ceiling(Collection<String> answers) {
    List<ErrorAgreement> pairs = new ArrayList<>();
    List<String> names = names();
    for (int i = 0; i < names.size(); i++) {
      List<CueDecision> own = counted(names.get(i), answers);
      for (String other : names.subList(i + 1, names.size())) {
        List<CueDecision> theirs = counted(other, answers);
        if (!Collections.disjoint(images(own), images(theirs))) {
          pairs.add(ErrorAgreement.of(names.get(i), own, other, theirs));
        }
      }
    }
    return pairs;
  }

  private static Set<String> images(List<CueDecision> decisions) {
    return decisions.stream().map(CueDecision::image).collect(Collectors.toSet());
  }

  /**
   * Whether another errs on the same stimuli as each of them.
   *
   * @param name of the other
   * @param answers what it can answer with
   * @throws IllegalArgumentException if it shares no stimulus with one of them
   */
  public List<ErrorAgreement> with(
      String name, List<CueDecision> others, Collection<String> answers) {
    List<CueDecision> own = ShapeBias.counted(others, answers);
    return names().stream()
        .map(person -> ErrorAgreement.of(name, own, person, counted(person, answers)))
        .toList();
  }

  private List<CueDecision> counted(String name, Collection<String> answers) {
    return ShapeBias.counted(decisions.get(name), answers);
  }
}
