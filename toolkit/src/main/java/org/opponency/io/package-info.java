/**
 * Reading and writing that has no subject: files that are there whole or not at all ({@link
 * org.opponency.io.AtomicFiles}), digests, seeds, CSV, records as lines of JSON, and the progress
 * of long work ({@link org.opponency.io.Progress}).
 */
package org.opponency.io;
