package io.cqlai.parquet.internal.value;

import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Checksums as text. */
public final class ChecksumText {

  private ChecksumText() {}

  /** Returns a checksum in eight hexadecimal digits. */
  public static String of(CRC32C sum) {
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }
}
