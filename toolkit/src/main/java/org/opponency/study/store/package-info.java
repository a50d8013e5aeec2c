/**
 * Results that were computed once, kept under a digest of all that fixes them. Start with {@link
 * org.opponency.study.store.ResultStore}.
 */
package org.opponency.study.store;
