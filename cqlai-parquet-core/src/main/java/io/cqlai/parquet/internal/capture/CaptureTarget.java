package io.cqlai.parquet.internal.capture;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.plan.Target;
import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.internal.storage.PartFile;
import io.cqlai.parquet.internal.storage.Storages;
import io.cqlai.parquet.internal.storage.StreamTarget;
import io.cqlai.parquet.option.IfExists;
import io.cqlai.parquet.spi.StagedFile;
import java.util.Optional;

/** Where a capture goes: the place of its file, and of the parts that it is made of. */
public final class CaptureTarget {

  private final Storages storages;
  private final Target target;
  private final String name;

  /**
   * Makes the target; nothing is created.
   *
   * @throws TransferException when the place cannot be written
   */
  public CaptureTarget(Storages storages, Target target) {
    this.storages = storages;
    this.target = target;
    this.name = stage().name();
  }

  /** Returns the path or URI of the file, or what is known of it where the caller opened it. */
  public String name() {
    return name;
  }

  /**
   * Prepares the file; nothing is created yet.
   *
   * @throws TransferException when the place cannot be written
   */
  StagedFile stage() {
    return target instanceof Target.Place place
        ? storages.stage(place.text(), IfExists.REPLACE)
        : ((Target.Given) target).file();
  }

  /** Prepares another part of it. */
  PartFile newPart() {
    return target instanceof Target.Place place
        ? storages.part(place.text())
        : PartFile.ofFileElsewhere(name);
  }

  /** Tells whether it got something that it cannot give back, as a stream cannot. */
  boolean isBegun() {
    return target instanceof Target.Given given
        && given.file() instanceof StreamTarget stream
        && stream.isBegun();
  }

  /**
   * Returns the file that stands there.
   *
   * @return empty where there is none
   * @throws TransferException when it cannot be read
   */
  Optional<NamedInput> existing() {
    if (!(target instanceof Target.Place place)) {
      throw TransferException.of(
          ErrorCode.BAD_CALL,
          "Nothing can be appended to " + name + ", which the caller has opened",
          "Give a path or a URI, whose file can be read and replaced");
    }
    return storages.find(place.text());
  }
}
