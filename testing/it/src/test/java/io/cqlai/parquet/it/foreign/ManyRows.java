package io.cqlai.parquet.it.foreign;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Three hundred rows that compress well, for the files that are about a codec. */
final class ManyRows {

  private static final int COUNT = 300;
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message many_rows {
            required int32 id;
            optional binary word (STRING);
            optional binary note (STRING);
            optional int64 big;
            optional double real;
            optional boolean flag;
          }
          """);

  private ManyRows() {}

  static List<Group> rows() {
    List<Group> rows = new ArrayList<>();
    for (int n = 0; n < COUNT; n++) {
      Group row = new SimpleGroup(SCHEMA).append("id", n);
      if (n % 3 != 2) {
        row.append("word", "word " + n % 5);
        row.append("note", "a note of its own, number " + n);
      }
      if (n % 3 != 0) {
        row.append("big", n * 1_000_003L);
      }
      if (n % 3 != 1) {
        row.append("real", n / 8.0).append("flag", n % 2 == 0);
      }
      rows.add(row);
    }
    return rows;
  }
}
