package org.opponency.study.laboratory;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opponency.evaluation.Observers;
import org.opponency.images.MissingDataException;
import org.opponency.study.analysis.PublishedFolder;
import org.opponency.study.analysis.ShapeBiasAnalysis;
import org.opponency.study.analysis.StimulusProtocol;
import org.opponency.study.networks.ModelRun;
import org.opponency.study.networks.StudyNetworks;

/**
 * Networks beside the ten people who saw the same cue-conflict stimuli (Geirhos et al. 2019). Their
 * decisions lie in the folder {@code cue-conflict-human} in the data folder or beside it, as
 * published; no people have seen Orchard's stimuli.
 *
 * @param study its networks, scale and data
 */
public record HumanAnalysis(StudyNetworks study) {
  /** Where decisions are looked for. */
  private static final String FOLDER = "cue-conflict-human";

  /** Whether there are stimuli that people have seen, and what they decided. */
  public boolean possible() {
    return missing().isEmpty();
  }

  /** What is not there and how to get it; empty if nothing is missing. */
  public Optional<String> missing() {
    Optional<Path> root = study.data().root();
    if (root.isEmpty()) {
      return Optional.of(
          "People have seen photographs, not Orchard's pictures: let OPPONENCY_DATA name a folder of"
              + " them, with cue-conflict and cue-conflict-human in it or beside it"
              + " (environment/opponency data get cue-conflict, then data get human-decisions)");
    }
    try {
      PublishedFolder.require(root.get(), ShapeBiasAnalysis.FOLDER);
      PublishedFolder.require(root.get(), FOLDER);
      return Optional.empty();
    } catch (MissingDataException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * Networks and people.
   *
   * @throws MissingDataException if the stimuli or the decisions are not there
   */
  public HumanResults of(List<ModelRun> models) {
    missing()
        .ifPresent(
            what -> {
              throw new MissingDataException(what);
            });
    Path folder = PublishedFolder.require(study.data().root().orElseThrow(), FOLDER);
    return new HumanResults(
        new ShapeBiasAnalysis(study).of(models, StimulusProtocol.PAPER),
        Observers.read(folder).people());
  }
}
