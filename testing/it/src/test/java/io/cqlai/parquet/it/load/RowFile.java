package io.cqlai.parquet.it.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * A small Parquet file with optional fields, flat ones and lists of texts, written by
 * parquet-java's example writer.
 */
final class RowFile {

  private final MessageType schema;
  private final List<Object[]> rows = new ArrayList<>();
  private int rowGroupRows = Integer.MAX_VALUE;
  private boolean dictionary = true;

  private RowFile(String fields) {
    schema = MessageTypeParser.parseMessageType("message rows { " + fields + " }");
  }

  /** A file with these fields: {@code "optional int32 id; optional binary name (STRING);"}. */
  static RowFile of(String fields) {
    return new RowFile(fields);
  }

  /** With this many rows in each row group; without it, one row group. */
  RowFile rowGroupRows(int rowsEach) {
    rowGroupRows = rowsEach;
    return this;
  }

  /** With every value written as often as it occurs; without it, values that repeat are shared. */
  RowFile plain() {
    dictionary = false;
    return this;
  }

  /** With one more row: a value for each field, null for none. */
  RowFile row(Object... values) {
    rows.add(values);
    return this;
  }

  /** With rows {@code (first, "name <first>"), …}, for fields of an int and a text. */
  RowFile namesFrom(int first, int count) {
    for (int i = first; i < first + count; i++) {
      row(i, "name " + i);
    }
    return this;
  }

  /** Writes the file, over one that exists, and returns its path. */
  Path writeTo(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .withRowGroupRowCountLimit(rowGroupRows)
            .withDictionaryEncoding(dictionary)
            .build()) {
      for (Object[] row : rows) {
        writer.write(group(row));
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Group group(Object[] values) {
    SimpleGroup group = new SimpleGroup(schema);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Integer number) {
        group.add(i, number);
      } else if (value instanceof Long number) {
        group.add(i, number);
      } else if (value instanceof Boolean truth) {
        group.add(i, truth);
      } else if (value instanceof Double number) {
        group.add(i, number);
      } else if (value instanceof String text) {
        group.add(i, Binary.fromString(text));
      } else if (value instanceof byte[] bytes) {
        group.add(i, Binary.fromConstantByteArray(bytes));
      } else if (value instanceof List<?> texts) {
        Group list = group.addGroup(i);
        texts.forEach(each -> list.addGroup(0).add(0, Binary.fromString((String) each)));
      } else if (value != null) {
        throw new IllegalArgumentException("No Parquet type for " + value.getClass());
      }
    }
    return group;
  }
}
