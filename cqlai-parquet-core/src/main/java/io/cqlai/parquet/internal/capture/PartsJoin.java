package io.cqlai.parquet.internal.capture;

import io.cqlai.parquet.internal.parquet.FileMetadata;
import io.cqlai.parquet.internal.parquet.read.JoinedFile;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.parquet.write.ParquetFormat;
import io.cqlai.parquet.internal.plan.CaptureFormat;
import io.cqlai.parquet.internal.storage.PartFile;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/** How parts, and with APPEND the file that stood there, become one Parquet file. */
public final class PartsJoin {

  private final CaptureTarget target;
  @Nullable private final ParquetSource before;

  private PartsJoin(CaptureTarget target, @Nullable ParquetSource before) {
    this.target = target;
    this.before = before;
  }

  /** Returns the join that makes a file, or replaces the one that stands there. */
  public static PartsJoin replacing(CaptureTarget target) {
    return new PartsJoin(target, null);
  }

  /**
   * Returns the join that adds to the file that stands there, if one does.
   *
   * @throws io.cqlai.parquet.error.TransferException when it cannot be added to
   */
  public static PartsJoin appending(CaptureTarget target) {
    return new PartsJoin(target, target.existing().orElse(null));
  }

  /** Tells whether there is a file that is added to. */
  boolean adds() {
    return before != null;
  }

  /** Returns in what the file that is added to differs first from a query's result. */
  Optional<String> differenceFrom(CaptureFormat result) {
    ParquetSource file = before;
    if (file == null) {
      return Optional.empty();
    }
    Optional<RowSchema> written = FileMetadata.read(file.metadata()).map(FileMetadata::rows);
    return written
        .flatMap(rows -> ResultDifference.between(rows, result.rows()))
        .or(() -> file.differenceFrom(result.format().mapping()));
  }

  /**
   * Joins all parts.
   *
   * @param parts at least one
   * @param queries the text of the queries that gave them
   * @return the size of the whole in bytes
   * @throws IOException when the target or a part fails
   */
  long join(List<PartFile> parts, ParquetFormat format, String queries, StagedFile whole)
      throws IOException {
    List<ParquetSource> sources = new ArrayList<>();
    for (PartFile part : parts) {
      sources.add(ParquetSource.open(part.input().file(), part.input().name()));
    }
    Map<String, String> metadata =
        before == null
            ? FileMetadata.forQueries(format.metadata(), queries)
            : FileMetadata.forMore(before.metadata(), format.metadata());
    try (JoinedFile file =
        JoinedFile.open(whole.output(), sources.get(0), format.settings(), metadata)) {
      if (before != null) {
        file.addRowGroups(target.existing().orElse(before));
      }
      for (ParquetSource source : sources) {
        file.add(source);
      }
      file.finish();
      return file.bytes();
    }
  }
}
