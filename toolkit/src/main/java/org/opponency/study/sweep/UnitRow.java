package org.opponency.study.sweep;

/**
 * A unit as lists show it.
 *
 * @param unit its number
 * @param name what is done
 * @param state done, running, failed or waiting
 * @param since when that was noted, UTC; empty if never
 * @param worker who noted it; empty if nobody did
 * @param reason why it failed or is waiting; may be empty
 */
public record UnitRow(
    int unit, String name, String state, String since, String worker, String reason) {}
