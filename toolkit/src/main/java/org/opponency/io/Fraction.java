package org.opponency.io;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a record that is a fraction, or the s.d. or an end of an interval of one:
 * tables show it as percent, files keep it as it is. On a component that is a record itself it
 * stands for all of that record's numbers.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Fraction {}
