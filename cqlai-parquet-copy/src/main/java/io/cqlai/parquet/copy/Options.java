package io.cqlai.parquet.copy;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.annotation.Nullable;

/** The options of one statement, in the order in which they were written. Immutable. */
public final class Options {

  private static final Options NONE = new Options(Map.of());

  private final Map<CopyOption, OptionValue> values;

  private Options(Map<CopyOption, OptionValue> values) {
    this.values = values;
  }

  /** No options. */
  public static Options none() {
    return NONE;
  }

  /** Checked options, from the parser; the map is copied. */
  static Options of(Map<CopyOption, OptionValue> values) {
    return new Options(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
  }

  /** Whether the option was given. */
  public boolean has(CopyOption option) {
    return values.containsKey(option);
  }

  /** The option's value with its place, or empty where it was not given. */
  public Optional<OptionValue> find(CopyOption option) {
    return Optional.ofNullable(values.get(option));
  }

  /**
   * The text of an option: a choice in capitals, other text as it stands. Empty where the option
   * was not given, and where it has a number instead, as {@link CopyOption#TIMESTAMP} may.
   */
  public Optional<String> text(CopyOption option) {
    return Optional.ofNullable(as(String.class, option));
  }

  /** The number of an option; empty where the option was not given, or has text instead. */
  public OptionalLong number(CopyOption option) {
    Long number = as(Long.class, option);
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** The span of time of an option; empty where the option was not given. */
  public Optional<Duration> duration(CopyOption option) {
    return Optional.ofNullable(as(Duration.class, option));
  }

  /** All options in their order; cannot be changed. */
  public Map<CopyOption, OptionValue> asMap() {
    return values;
  }

  @Nullable
  private <T> T as(Class<T> type, CopyOption option) {
    OptionValue value = values.get(option);
    return value != null && type.isInstance(value.value()) ? type.cast(value.value()) : null;
  }

  /** Whether the other has the same options with the same values, wherever they stand. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Options options && plain().equals(options.plain());
  }

  @Override
  public int hashCode() {
    return plain().hashCode();
  }

  /** The options as {@code {COMPRESSION=ZSTD, CHUNKSIZE=50000}}. */
  @Override
  public String toString() {
    return plain().toString();
  }

  private Map<CopyOption, Object> plain() {
    Map<CopyOption, Object> plain = new LinkedHashMap<>();
    values.forEach((option, value) -> plain.put(option, value.value()));
    return plain;
  }
}
