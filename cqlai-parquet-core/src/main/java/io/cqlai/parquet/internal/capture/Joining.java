package io.cqlai.parquet.internal.capture;

import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.plan.CaptureFormat;
import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.internal.storage.PartFile;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/** How files of one format become one: which go together, and how they are put together. */
public interface Joining {

  /** Returns how files of a format are joined. */
  static Joining of(Format format) {
    return format == Format.PARQUET ? new ParquetJoining() : new TextJoining();
  }

  /** Returns the first difference that keeps two results apart, as half a sentence, or empty. */
  Optional<String> difference(CaptureFormat before, CaptureFormat now);

  /**
   * Returns the first difference that keeps a result from being added to a file, or empty.
   *
   * @throws TransferException when nothing can be added to the file
   */
  Optional<String> difference(NamedInput there, CaptureFormat now);

  /** Returns what can be done about a difference, as a sentence without its full stop. */
  String remedy();

  /**
   * Looks whether a file can be added to, as far as that can be told without a result.
   *
   * @throws TransferException when nothing can be added to it
   */
  void check(NamedInput there);

  /**
   * Joins parts.
   *
   * @param before the file that they are added to, or null where there is none
   * @param parts at least one
   * @param queries the text of the queries that gave them
   * @return the size of the whole in bytes
   * @throws IOException when the target or a part fails
   */
  long write(
      @Nullable NamedInput before,
      List<PartFile> parts,
      CaptureFormat written,
      String queries,
      StagedFile whole)
      throws IOException;
}
