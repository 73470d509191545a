package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.Codecs;
import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** Writes a file for a test and reads it back through Parquet's own example reader. */
final class Written {

  static final ParquetWriteSettings SETTINGS =
      new ParquetWriteSettings(Compression.SNAPPY, null, 64 << 20, Long.MAX_VALUE);

  final Path file;
  final RowSink.Summary summary;
  final List<String> rejects;

  private Written(Path file, RowSink.Summary summary, List<String> rejects) {
    this.file = file;
    this.summary = summary;
    this.rejects = rejects;
  }

  static Column column(String name, CqlType type) {
    return new Column(name, type, ColumnRole.REGULAR);
  }

  static ParquetMapping mapping(Profile profile, Map<String, String> types, Column... columns) {
    return ParquetMapping.of(new RowSchema(List.of(columns)), null, profile, types);
  }

  static RowChunk chunk(List<? extends RowView> rows) {
    long bytes = 0;
    for (RowView row : rows) {
      for (int i = 0; i < row.size(); i++) {
        ByteBuffer cell = row.cell(i);
        bytes += cell == null ? 0 : cell.remaining();
      }
    }
    return new RowChunk(List.copyOf(rows), 0, bytes);
  }

  static Written write(Path file, ParquetMapping mapping, List<? extends RowView> rows)
      throws IOException {
    return write(file, mapping, SETTINGS, Map.of(), List.of(chunk(rows)));
  }

  static Written write(
      Path file,
      ParquetMapping mapping,
      ParquetWriteSettings settings,
      Map<String, String> keyValues,
      List<RowChunk> chunks)
      throws IOException {
    List<String> rejects = new ArrayList<>();
    try (ParquetSink sink =
        ParquetSink.open(new LocalOutputFile(file), mapping, settings, keyValues)) {
      for (RowChunk chunk : chunks) {
        sink.write(
            chunk,
            (row, column, reason) ->
                rejects.add(mapping.rows().column(column).name() + ": " + reason));
      }
      return new Written(file, sink.finish(), rejects);
    }
  }

  /** Returns a file that something else has written. */
  static Written of(Path file) {
    return new Written(file, new RowSink.Summary(0, 0, 0, List.of()), List.of());
  }

  /** Writes one value in a column of its own, and returns the group that holds it. */
  static Group one(Path file, Profile profile, CqlType type, ByteBuffer cell) throws IOException {
    return write(file, mapping(profile, Map.of(), column("c", type)), List.of(new CellRow(cell)))
        .rows()
        .get(0);
  }

  static ParquetReadOptions options(Codecs codecs) {
    return ParquetReadOptions.builder(new PlainParquetConfiguration())
        .withCodecFactory(codecs)
        .usePageChecksumVerification(true)
        .build();
  }

  List<Group> rows() throws IOException {
    List<Group> rows = new ArrayList<>();
    try (Codecs codecs = new Codecs();
        ParquetFileReader reader =
            ParquetFileReader.open(new LocalInputFile(file), options(codecs))) {
      MessageType schema = reader.getFileMetaData().getSchema();
      for (PageReadStore pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        RecordReader<Group> records =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(pages, new GroupRecordConverter(schema));
        for (long i = 0; i < pages.getRowCount(); i++) {
          rows.add(records.read());
        }
      }
    }
    return rows;
  }

  ParquetMetadata footer() throws IOException {
    try (Codecs codecs = new Codecs();
        ParquetFileReader reader =
            ParquetFileReader.open(new LocalInputFile(file), options(codecs))) {
      return reader.getFooter();
    }
  }
}
