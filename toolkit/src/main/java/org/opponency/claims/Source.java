package org.opponency.claims;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.opponency.attacks.AccuracyUnderAttack;
import org.opponency.evaluation.Accuracy;
import org.opponency.evaluation.Calibration;
import org.opponency.evaluation.ShapeBias;
import org.opponency.study.Study;
import org.opponency.study.laboratory.CellRecords;
import org.opponency.study.laboratory.LinearityCell;
import org.opponency.study.laboratory.LinearityResults;
import org.opponency.study.results.AccuracyResults;
import org.opponency.study.results.Cifar10Results;
import org.opponency.study.results.FruitStimulus;
import org.opponency.study.results.HardForTightResults;
import org.opponency.study.results.NaturalAdversarialResults;
import org.opponency.study.results.OpponencyResults;
import org.opponency.study.results.OpponentCells;
import org.opponency.study.results.ReceptiveFieldResults;
import org.opponency.study.results.Results;
import org.opponency.study.results.RetinalFields;
import org.opponency.study.results.RobustnessResults;
import org.opponency.study.results.ShapeBiasResults;
import org.opponency.study.results.SuperStimulusResults;

/**
 * Where quantities come from: an analysis of all the networks of a study that it is about.
 *
 * @param name what to call a table of its results
 * @param type of its results
 * @param possible whether a study has the data for it
 * @param analysis the analysis
 */
record Source<R>(
    String name,
    Class<? extends Results<R>> type,
    Predicate<Study> possible,
    Function<Study, ? extends Results<R>> analysis) {
  static final Source<Accuracy> ACCURACY =
      new Source<>("accuracy", AccuracyResults.class, Study::hasValidation, Study::accuracy);
  static final Source<ShapeBias> SHAPE_BIAS =
      new Source<>("shape-bias", ShapeBiasResults.class, Study::hasShapeBias, Study::shapeBias);
  static final Source<Calibration> NATURAL_ADVERSARIAL =
      new Source<>(
          "natural-adversarial",
          NaturalAdversarialResults.class,
          Study::hasNaturalAdversarial,
          Study::naturalAdversarial);
  static final Source<Calibration> HARD_FOR_TIGHT =
      new Source<>(
          "hard-for-width-1",
          HardForTightResults.class,
          Study::hasHardForTight,
          Study::hardForTight);
  static final Source<List<AccuracyUnderAttack>> ROBUSTNESS =
      new Source<>("robustness", RobustnessResults.class, Study::hasValidation, Study::robustness);
  static final Source<List<AccuracyUnderAttack>> CIFAR10 =
      new Source<>("cifar10-robustness", Cifar10Results.class, Study::hasCifar10, Study::cifar10);
  static final Source<OpponentCells> OPPONENCY =
      new Source<>("opponency", OpponencyResults.class, study -> true, Study::opponency);
  static final Source<RetinalFields> RECEPTIVE_FIELDS =
      new Source<>(
          "receptive-fields", ReceptiveFieldResults.class, study -> true, Study::receptiveFields);
  static final Source<CellRecords<LinearityCell>> LINEARITY =
      new Source<>("linearity", LinearityResults.class, Study::hasValidation, Study::linearity);
  static final Source<List<FruitStimulus>> SUPER_STIMULI =
      new Source<>("super-stimuli", SuperStimulusResults.class, study -> true, Study::superStimuli);

  Results<R> cast(Results<?> results) {
    return type.cast(results);
  }
}
