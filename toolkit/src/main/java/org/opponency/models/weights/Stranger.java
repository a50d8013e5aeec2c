package org.opponency.models.weights;

/**
 * What stands in a file's pickle for a class or function that no weights need, and for whatever the
 * pickle makes of it. It does nothing: settings, numbers of numpy and the like lie beside the
 * weights in many training checkpoints.
 */
enum Stranger {
  INSTANCE
}
