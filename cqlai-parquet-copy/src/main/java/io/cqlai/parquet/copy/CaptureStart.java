package io.cqlai.parquet.copy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code CAPTURE 'target'}: from here on the results of queries go to a file.
 *
 * @param target a path or a URI as it was written, never empty; {@code ~} is not yet expanded
 * @param modes the words before it; cannot be changed
 * @param options what stands after it, and the format where its word stands before it
 */
public record CaptureStart(String target, Set<CaptureMode> modes, Options options)
    implements CaptureStatement {

  /** Makes the statement; the modes are copied. */
  public CaptureStart {
    EnumSet<CaptureMode> copy = EnumSet.noneOf(CaptureMode.class);
    copy.addAll(modes);
    modes = Collections.unmodifiableSet(copy);
  }
}
