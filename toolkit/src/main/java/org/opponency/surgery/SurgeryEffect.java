package org.opponency.surgery;

/**
 * What an operation on the cells of a class changes in a network, beside the same operation on as
 * many cells drawn at random.
 *
 * @param group the class
 * @param operation what was done
 * @param cells how many cells of the bottleneck are of the class
 * @param width how many cells it has
 * @param goodness mean R squared of the linear filters, held out; NaN for other operations
 * @param effect by how much the network does more; NaN where no cell is of the class
 * @param sham the same of random cells, mean over the draws: the null; NaN where there are no other
 *     cells to draw
 * @param note why there is no effect or no sham, or empty
 */
public record SurgeryEffect(
    String group,
    String operation,
    int cells,
    int width,
    double goodness,
    Vitals effect,
    Vitals sham,
    String note) {}
