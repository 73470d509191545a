package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.copy.OptionValue;
import io.cqlai.parquet.copy.Options;
import io.cqlai.parquet.copy.Rate;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The options that were given, by a statement or by a program; immutable. Values have the types
 * that the parser gives them: text, whole number or duration; a choice is text in capitals.
 */
public final class OptionSet {

  /** No options. */
  public static final OptionSet NONE = new OptionSet(new EnumMap<>(CopyOption.class));

  private final Map<CopyOption, Object> values;

  private OptionSet(EnumMap<CopyOption, Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** Returns RATE where it is a number. */
  public Optional<Rate> rate() {
    return values.get(CopyOption.RATE) instanceof Rate rate ? Optional.of(rate) : Optional.empty();
  }

  /** Returns the options of a statement, which the parser has checked. */
  public static OptionSet of(Options parsed) {
    EnumMap<CopyOption, Object> values = new EnumMap<>(CopyOption.class);
    for (Map.Entry<CopyOption, OptionValue> entry : parsed.asMap().entrySet()) {
      values.put(entry.getKey(), entry.getValue().value());
    }
    return new OptionSet(values);
  }

  /**
   * Returns these options and one more.
   *
   * @param value as text, as a statement would give it
   * @throws TransferException with BAD_OPTION when it is out of range, or was given before
   */
  public OptionSet with(CopyOption option, String value) {
    if (values.containsKey(option)) {
      throw bad(
          option + " is set to " + values.get(option) + " already, and cannot be set to " + value,
          "Set each option once; start from a door without it");
    }
    EnumMap<CopyOption, Object> more = new EnumMap<>(CopyOption.class);
    more.putAll(values);
    try {
      more.put(option, option.parse(value));
    } catch (IllegalArgumentException e) {
      throw bad(option + " cannot be " + value + ": expected " + option.valueText(), "")
          .causedBy(e);
    }
    return new OptionSet(more);
  }

  /** Returns these options and one more, a number. */
  public OptionSet with(CopyOption option, long value) {
    return with(option, Long.toString(value));
  }

  /** Returns these options and one more, a choice. */
  public OptionSet with(CopyOption option, Enum<?> value) {
    return with(option, value.name());
  }

  /** Tells whether an option was given. */
  public boolean has(CopyOption option) {
    return values.containsKey(option);
  }

  /** Returns the options that were given. */
  public Map<CopyOption, Object> asMap() {
    return values;
  }

  /** Returns an option's text; empty when it was not given or is a number. */
  public Optional<String> text(CopyOption option) {
    return values.get(option) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Returns an option's number; empty when it was not given or is a word. */
  public OptionalLong number(CopyOption option) {
    return values.get(option) instanceof Long number
        ? OptionalLong.of(number)
        : OptionalLong.empty();
  }

  /** Returns an option's number with −1 as "no bound", or the default when it was not given. */
  public long bound(CopyOption option, long defaultValue) {
    long number = number(option).orElse(defaultValue);
    return number < 0 ? Long.MAX_VALUE : number;
  }

  /** Returns an option's duration; empty when it was not given. */
  public Optional<Duration> duration(CopyOption option) {
    return values.get(option) instanceof Duration duration
        ? Optional.of(duration)
        : Optional.empty();
  }

  /** Returns an option's choice as a constant of its enum, or the default when it was not given. */
  public <E extends Enum<E>> E choice(CopyOption option, Class<E> type, E defaultValue) {
    return text(option)
        .map(name -> Enum.valueOf(type, name.toUpperCase(Locale.ROOT)))
        .orElse(defaultValue);
  }

  /** Returns the options as {@code {COMPRESSION=ZSTD}}. */
  @Override
  public String toString() {
    return values.toString();
  }

  private static TransferException bad(String problem, String remedy) {
    return TransferException.of(ErrorCode.BAD_OPTION, problem, remedy);
  }
}
