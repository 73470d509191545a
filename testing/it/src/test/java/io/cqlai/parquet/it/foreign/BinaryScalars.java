package io.cqlai.parquet.it.foreign;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Logical types over BINARY that the Python writers put into other physical types, or lack. */
final class BinaryScalars {

  private static final MessageType DECIMALS =
      MessageTypeParser.parseMessageType(
          """
          message decimals {
            required int32 id;
            optional binary d9 (DECIMAL(9,2));
            optional binary d38 (DECIMAL(38,10));
            optional binary d60 (DECIMAL(60,0));
            optional binary padded (DECIMAL(9,2));
          }
          """);
  private static final MessageType KINDS =
      MessageTypeParser.parseMessageType(
          """
          message kinds {
            required int32 id;
            optional binary c_enum (ENUM);
            optional binary c_json (JSON);
            optional binary c_bson (BSON);
            optional binary c_text;
            optional fixed_len_byte_array(16) c_uuid (UUID);
          }
          """);

  private BinaryScalars() {}

  static List<Group> decimals() {
    return List.of(
        decimals(1, "150", "15000000000", "1"),
        decimals(2, "-999999999", "-" + "9".repeat(38), "-" + "9".repeat(60)),
        decimals(3, "999999999", "9".repeat(38), "9".repeat(60)),
        decimals(4, "0", "0", "0"),
        new SimpleGroup(DECIMALS).append("id", 5));
  }

  private static Group decimals(int id, String d9, String d38, String d60) {
    return new SimpleGroup(DECIMALS)
        .append("id", id)
        .append("d9", unscaled(d9))
        .append("d38", unscaled(d38))
        .append("d60", unscaled(d60))
        .append("padded", padded(d9));
  }

  private static Binary unscaled(String digits) {
    return Binary.fromConstantByteArray(new BigInteger(digits).toByteArray());
  }

  /** The same number in more bytes than it needs: its sign is repeated in front. */
  private static Binary padded(String digits) {
    BigInteger number = new BigInteger(digits);
    byte[] least = number.toByteArray();
    byte[] bytes = new byte[12];
    Arrays.fill(bytes, (byte) (number.signum() < 0 ? -1 : 0));
    System.arraycopy(least, 0, bytes, bytes.length - least.length, least.length);
    return Binary.fromConstantByteArray(bytes);
  }

  static List<Group> kinds() {
    byte[] uuid = new BigInteger("123e4567e89b12d3a456426614174000", 16).toByteArray();
    byte[] emptyBson = {5, 0, 0, 0, 0};
    return List.of(
        new SimpleGroup(KINDS)
            .append("id", 1)
            .append("c_enum", "RED")
            .append("c_json", "{\"a\": 1}")
            .append("c_bson", Binary.fromConstantByteArray(emptyBson))
            .append("c_text", Binary.fromConstantByteArray("grün".getBytes(StandardCharsets.UTF_8)))
            .append("c_uuid", Binary.fromConstantByteArray(uuid)),
        new SimpleGroup(KINDS).append("id", 2));
  }
}
