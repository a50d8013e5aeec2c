/**
 * Batches of images for training and inference: the order of visits, random augmentation, and
 * decoding in parallel ahead of the network. Start with {@link
 * org.opponency.images.batch.BatchPlan}.
 */
package org.opponency.images.batch;
