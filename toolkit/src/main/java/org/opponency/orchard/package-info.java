/**
 * Orchard, the embedded picture set: ten fruits drawn sample by sample from known parts, so that
 * the same generator gives training pictures, cue-conflict pictures and one-cue pictures.
 *
 * <p>All arithmetic is plain IEEE double arithmetic, square roots and {@link java.lang.StrictMath},
 * so that a seed gives the same bytes on every machine and every JDK.
 */
package org.opponency.orchard;
