package io.cqlai.parquet.internal.capture;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.plan.CaptureFormat;
import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.option.Format;
import java.util.Optional;

/**
 * Whether a capture's parts become a file of their own, or are added to the one that stands there.
 */
public final class PartsJoin {

  private final CaptureTarget target;
  private final IfThere ifThere;
  private final Joining joining;

  /** What becomes of a file that stands there. */
  public enum IfThere {
    /** It is replaced. */
    REPLACED,
    /** The parts are added to it. */
    APPENDED_TO
  }

  private PartsJoin(CaptureTarget target, IfThere ifThere, Format format) {
    this.target = target;
    this.ifThere = ifThere;
    this.joining = Joining.of(format);
  }

  /**
   * Makes a join; the file that is added to is looked at now, and again at the end.
   *
   * @throws TransferException when one stands there now that cannot be added to
   */
  public static PartsJoin of(IfThere ifThere, CaptureTarget target, Format format) {
    PartsJoin join = new PartsJoin(target, ifThere, format);
    join.there().ifPresent(join.joining::check);
    return join;
  }

  /** Returns how files of the format are joined. */
  Joining joining() {
    return joining;
  }

  /** Returns in what the file that is added to differs from a query's result. */
  Optional<String> differenceFrom(CaptureFormat result) {
    return there().flatMap(file -> joining.difference(file, result));
  }

  /**
   * Returns the file that is added to: the one that stands there by now, which another program may
   * have made, changed or deleted meanwhile.
   *
   * @throws TransferException when it cannot be added to, SCHEMA_DIFFERS when it has other columns
   */
  Optional<NamedInput> before(CaptureFormat written) {
    Optional<NamedInput> file = there();
    Optional<String> difference = file.flatMap(there -> joining.difference(there, written));
    if (difference.isPresent()) {
      throw TransferException.of(
          ErrorCode.SCHEMA_DIFFERS,
          "The file "
              + target.name()
              + " has changed, and has other columns than what was captured for it: "
              + difference.get(),
          "It is untouched, and the capture is kept: move the file away and end the capture again");
    }
    file.ifPresent(joining::check);
    return file;
  }

  private Optional<NamedInput> there() {
    return ifThere == IfThere.REPLACED ? Optional.empty() : target.existing();
  }
}
