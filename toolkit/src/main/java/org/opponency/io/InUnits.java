package org.opponency.io;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The unit of a record's component, such as {@code degrees}, for pages that tell it beside the
 * number. Shares have none: {@link Fraction} marks them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface InUnits {
  /** The unit in words or signs. */
  String value();
}
