/**
 * The artefact that outlives the study: the folder of figures as an RO-Crate with the digest of
 * every file, cards of the data and the networks, and the check that all of it still holds. Start
 * with {@link org.opponency.archive.Crate} and {@link org.opponency.archive.Verification}.
 */
package org.opponency.archive;
