package io.cqlai.parquet.internal.capture;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.FileMetadata;
import io.cqlai.parquet.internal.parquet.read.JoinedFile;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.parquet.write.ParquetFormat;
import io.cqlai.parquet.internal.plan.CaptureFormat;
import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.internal.storage.PartFile;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/** How parts, and with APPEND the file that stood there, become one Parquet file. */
public final class PartsJoin {

  private final CaptureTarget target;
  private final IfThere ifThere;
  @Nullable private final ParquetSource atFirst;

  private enum IfThere {
    REPLACED,
    APPENDED_TO
  }

  private PartsJoin(CaptureTarget target, IfThere ifThere, @Nullable ParquetSource atFirst) {
    this.target = target;
    this.ifThere = ifThere;
    this.atFirst = atFirst;
  }

  /** Returns the join that makes a file, or replaces the one that stands there. */
  public static PartsJoin replacing(CaptureTarget target) {
    return new PartsJoin(target, IfThere.REPLACED, null);
  }

  /**
   * Returns the join that adds to the file that stands there at the end, if one does.
   *
   * @throws TransferException when one stands there now that cannot be added to
   */
  public static PartsJoin appending(CaptureTarget target) {
    return new PartsJoin(target, IfThere.APPENDED_TO, target.existing().orElse(null));
  }

  /** Returns in what the file that stood there at first differs from a query's result. */
  Optional<String> differenceFrom(CaptureFormat result) {
    return atFirst == null ? Optional.empty() : difference(atFirst, result);
  }

  private static Optional<String> difference(ParquetSource file, CaptureFormat result) {
    Optional<RowSchema> written = FileMetadata.read(file.metadata()).map(FileMetadata::rows);
    return written
        .flatMap(rows -> ResultDifference.between(rows, result.rows()))
        .or(() -> file.differenceFrom(result.format().mapping()));
  }

  /**
   * Returns the file that is added to: the one that stands there by now, which another program may
   * have made, changed or deleted meanwhile.
   *
   * @throws TransferException when it cannot be added to, SCHEMA_DIFFERS when it has other columns
   */
  Optional<ParquetSource> before(CaptureFormat written) {
    if (ifThere == IfThere.REPLACED) {
      return Optional.empty();
    }
    Optional<ParquetSource> file = target.existing();
    Optional<String> difference = file.flatMap(there -> difference(there, written));
    if (difference.isPresent()) {
      throw TransferException.of(
          ErrorCode.SCHEMA_DIFFERS,
          "The file "
              + target.name()
              + " has changed, and has other columns than what was captured for it: "
              + difference.get(),
          "It is untouched, and the capture is kept: move the file away and end the capture again");
    }
    return file;
  }

  /**
   * Joins all parts.
   *
   * @param before the file that they are added to, or null where there is none
   * @param parts at least one
   * @param queries the text of the queries that gave them
   * @return the size of the whole in bytes
   * @throws IOException when the target or a part fails
   */
  static long join(
      @Nullable ParquetSource before,
      List<PartFile> parts,
      ParquetFormat format,
      String queries,
      StagedFile whole)
      throws IOException {
    ParquetSource first = open(parts.get(0));
    Map<String, String> metadata =
        before == null
            ? FileMetadata.forQueries(format.metadata(), queries)
            : FileMetadata.forMore(before.metadata(), format.metadata());
    try (JoinedFile file = JoinedFile.open(whole.output(), first, format.settings(), metadata)) {
      if (before != null) {
        file.addRowGroups(before);
      }
      file.add(first);
      for (PartFile part : parts.subList(1, parts.size())) {
        file.add(open(part));
      }
      file.finish();
      return file.bytes();
    }
  }

  private static ParquetSource open(PartFile part) {
    NamedInput input = part.input();
    return ParquetSource.open(input.file(), input.name());
  }
}
