package io.cqlai.parquet.copy;

/**
 * The value of one option, and where it stands in the statement.
 *
 * @param value a {@code String} in capitals for a choice, a {@code Long} for numbers, rows, bytes
 *     and seconds, a {@link java.time.Duration} for {@link CopyOption#REQUEST_TIMEOUT}, a {@link
 *     Rate} for a number in {@link CopyOption#RATE}, and a {@code String} as it stands for text; −1
 *     stands for no limit in {@link CopyOption#MAXROWS} and {@link CopyOption#MAXERRORS}
 * @param place the value, for messages about it
 */
public record OptionValue(Object value, Place place) {}
