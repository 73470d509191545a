package io.cqlai.parquet.internal.capture;

import io.cqlai.parquet.internal.parquet.FileMetadata;
import io.cqlai.parquet.internal.parquet.read.JoinedFile;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.parquet.read.SchemaDifference;
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

/** Parquet: one schema, and row groups behind row groups. */
final class ParquetJoining implements Joining {

  /** User-defined types of one name can differ in their fields, which only Parquet's schema has. */
  @Override
  public Optional<String> difference(CaptureFormat before, CaptureFormat now) {
    return ResultDifference.between(before.rows(), now.rows())
        .or(() -> SchemaDifference.between(format(before).mapping(), format(now).mapping()));
  }

  @Override
  public Optional<String> difference(NamedInput there, CaptureFormat now) {
    ParquetSource file = open(there);
    Optional<RowSchema> written = FileMetadata.read(file.metadata()).map(FileMetadata::rows);
    return written
        .flatMap(rows -> ResultDifference.between(rows, now.rows()))
        .or(() -> file.differenceFrom(format(now).mapping()));
  }

  @Override
  public String remedy() {
    return "A Parquet file has one schema: capture this result to another file, or capture to CSV"
        + " or JSON, where results may differ (to CSV with HEADER=false)";
  }

  @Override
  public void check(NamedInput there) {
    open(there).checkCopyable();
  }

  @Override
  public long write(
      @Nullable NamedInput before,
      List<PartFile> parts,
      CaptureFormat written,
      String queries,
      StagedFile whole)
      throws IOException {
    ParquetFormat format = format(written);
    ParquetSource there = before == null ? null : open(before);
    ParquetSource first = open(parts.get(0).input());
    Map<String, String> metadata =
        there == null
            ? FileMetadata.forQueries(format.metadata(), queries)
            : FileMetadata.forMore(there.metadata(), format.metadata());
    try (JoinedFile file = JoinedFile.open(whole.output(), first, format.settings(), metadata)) {
      if (there != null) {
        file.addRowGroups(there);
      }
      file.add(first);
      for (PartFile part : parts.subList(1, parts.size())) {
        file.add(open(part.input()));
      }
      file.finish();
      return file.bytes();
    }
  }

  private static ParquetFormat format(CaptureFormat result) {
    return (ParquetFormat) result.format();
  }

  private static ParquetSource open(NamedInput file) {
    return ParquetSource.open(file.file(), file.name());
  }
}
