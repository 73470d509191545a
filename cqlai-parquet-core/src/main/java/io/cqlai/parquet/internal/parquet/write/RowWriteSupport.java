package io.cqlai.parquet.internal.parquet.write;

import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.GroupWriter;
import org.apache.parquet.hadoop.example.GroupWriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/**
 * Parquet's support for groups, given its schema as an object. By itself it takes the schema as
 * text, which names with a space, a comma or a brace in them break.
 */
final class RowWriteSupport extends GroupWriteSupport {

  private final MessageType schema;
  private GroupWriter writer;

  RowWriteSupport(MessageType schema, RecordConsumer out) {
    this.schema = schema;
    this.writer = new GroupWriter(out, schema);
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer out) {
    writer = new GroupWriter(out, schema);
  }

  @Override
  public void write(Group row) {
    writer.write(row);
  }
}
