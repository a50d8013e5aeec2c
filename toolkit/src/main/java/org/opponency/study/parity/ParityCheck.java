package org.opponency.study.parity;

/**
 * One line of the certificate.
 *
 * @param what is compared with the peer's numbers
 * @param tolerance largest relative error (pictures: share of the range of a byte) that passes; NaN
 *     where the error is reported, not bounded
 * @param observed worst relative error here
 * @param pytorchFloat32 how far PyTorch's own float32 is from its float64, worst tensor, in the
 *     same measure; NaN where only float64 or bytes are compared
 * @param passed whether the error is within the tolerance, or a number where there is none
 */
public record ParityCheck(
    String what, double tolerance, double observed, double pytorchFloat32, boolean passed) {
  /** A check that passes within a tolerance; no number never does. */
  static ParityCheck bounded(
      String what, double tolerance, double observed, double pytorchFloat32) {
    return new ParityCheck(what, tolerance, observed, pytorchFloat32, observed <= tolerance);
  }

  /** A check that has no bound. */
  static ParityCheck reported(String what, double observed, double pytorchFloat32) {
    return new ParityCheck(
        what + ": reported", Double.NaN, observed, pytorchFloat32, Double.isFinite(observed));
  }
}
