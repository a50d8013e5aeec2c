package org.opponency.attacks;

/**
 * One thing that tells whether attacks were as strong as they should be.
 *
 * @param check what was looked at
 * @param found what there is
 * @param passed whether that is as it should be
 * @param meaning what it means, and what to do where it did not pass
 */
public record HealthCheck(String check, String found, boolean passed, String meaning) {}
