package io.cqlai.parquet.internal.format.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What a file of CSV looks like. A quote within quotes is written twice (RFC 4180).
 *
 * @param header whether the first record names the columns
 * @param delimiter what divides fields
 * @param quote what stands around fields that need it
 * @param nullText what stands for null, without quotes around it; the same in quotes is text
 * @param charset the encoding
 */
public record CsvSettings(
    boolean header, char delimiter, char quote, String nullText, Charset charset) {

  /** A header, commas, double quotes, nothing at all for null, UTF-8. */
  public static final CsvSettings DEFAULT =
      new CsvSettings(true, ',', '"', "", StandardCharsets.UTF_8);
}
