package org.opponency.study.analysis;

import java.util.List;
import org.opponency.evaluation.Prediction;
import org.opponency.study.ModelRun;

/**
 * What one trained network says of a set of images.
 *
 * @param model the network
 * @param rows one an image that could be read
 */
public record ModelPredictions(ModelRun model, List<Prediction> rows) {}
