package io.cqlai.parquet.internal.parquet;

import static io.cqlai.parquet.internal.parquet.Form.Simple.BINARY;
import static io.cqlai.parquet.internal.parquet.Form.Simple.EXACT;
import static io.cqlai.parquet.internal.parquet.Form.Simple.JSON;
import static io.cqlai.parquet.internal.parquet.Form.Simple.STRING;
import static io.cqlai.parquet.internal.parquet.Form.Simple.TIMESTAMP_MICROS;
import static io.cqlai.parquet.internal.parquet.Form.Simple.TIMESTAMP_MILLIS;
import static io.cqlai.parquet.internal.parquet.Form.Simple.TIME_MICROS;
import static io.cqlai.parquet.internal.parquet.Form.Simple.TIME_MILLIS;
import static io.cqlai.parquet.internal.parquet.Form.Simple.TIME_NANOS;

import io.cqlai.parquet.internal.parquet.Form.Decimal;
import io.cqlai.parquet.internal.parquet.Form.Simple;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.schema.CqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The table of forms: one row for each scalar CQL type, with the form that it takes by default, in
 * a migration, for analytics, and those that the TYPES option can ask for. The documentation's
 * table is made from this one.
 */
public enum TypeForms {
  ASCII(row(STRING).or(JSON)),
  TEXT(row(STRING).or(JSON)),
  TINYINT(row(Simple.INT8)),
  SMALLINT(row(Simple.INT16)),
  INT(row(Simple.INT32)),
  BIGINT(row(Simple.INT64)),
  COUNTER(row(Simple.INT64)),
  VARINT(row(new Decimal(38, 0)).migration(STRING)),
  DECIMAL(row(new Decimal(38, 18)).migration(EXACT).or(STRING)),
  FLOAT(row(Simple.FLOAT)),
  DOUBLE(row(Simple.DOUBLE)),
  BOOLEAN(row(Simple.BOOLEAN)),
  TIMESTAMP(row(TIMESTAMP_MILLIS).or(TIMESTAMP_MICROS)),
  DATE(row(Simple.DATE)),
  TIME(row(TIME_MILLIS).migration(TIME_NANOS).analytics(Simple.INT64).or(TIME_MICROS)),
  UUID(row(STRING).migration(Simple.UUID)),
  TIMEUUID(row(STRING).migration(Simple.UUID)),
  INET(row(STRING)),
  DURATION(row(STRING)),
  BLOB(row(BINARY)),
  /** A type that only the server's class knows. */
  CUSTOM(row(STRING).migration(BINARY));

  private final Form standard;
  private final Form migration;
  private final Form analytics;
  private final List<Form> choices;

  TypeForms(Row row) {
    standard = row.standard;
    migration = row.migration;
    analytics = row.analytics;
    choices = List.copyOf(row.choices);
  }

  /**
   * Returns the row of a type.
   *
   * @param type a scalar or a custom type
   * @throws IllegalArgumentException for a type that is made of others
   */
  public static TypeForms of(CqlType type) {
    if (type instanceof CqlType.Scalar scalar) {
      return valueOf(scalar.name());
    }
    if (type instanceof CqlType.Custom) {
      return CUSTOM;
    }
    throw new IllegalArgumentException(type.toCql() + " is made of other types");
  }

  /** Returns the type's name as CQL writes it. */
  public String cql() {
    return this == CUSTOM ? "custom types" : name().toLowerCase(Locale.ROOT);
  }

  /** Returns the form that a value takes outside a primary key. */
  public Form form(Profile profile) {
    return switch (profile) {
      case STANDARD -> standard;
      case MIGRATION -> migration;
      case ANALYTICS -> analytics;
    };
  }

  /** Returns the form that a value takes in a primary key: one that keeps all keys apart. */
  public Form keyForm(Profile profile) {
    Form form = form(profile);
    return keepsKeysApart(form) ? form : migration;
  }

  /** Tells whether no two different values of a primary key become one in a form. */
  public boolean keepsKeysApart(Form form) {
    return switch (this) {
      case DECIMAL -> !(form instanceof Decimal);
      case TIME -> form != TIME_MILLIS && form != TIME_MICROS;
      default -> true;
    };
  }

  /** Tells whether the TYPES option can give the type a form. */
  public boolean fits(Form form) {
    if (form instanceof Decimal decimal) {
      return this == DECIMAL || this == VARINT && decimal.scale() == 0;
    }
    return choices.contains(form);
  }

  /** Returns the notations of all forms that the type can have. */
  public List<String> notations() {
    List<String> notations = new ArrayList<>();
    if (this == DECIMAL || this == VARINT) {
      notations.add(this == DECIMAL ? "DECIMAL(p,s)" : "DECIMAL(p,0)");
    }
    choices.stream()
        .filter(form -> !(form instanceof Decimal))
        .map(Form::notation)
        .forEach(notations::add);
    return notations;
  }

  /** Returns what values of the type lose in a form, as the phrases under which it is counted. */
  public List<String> losses(Form form) {
    if (this == TIME && form == TIME_MILLIS) {
      return List.of(Losses.BELOW_MILLISECOND);
    }
    if (this == TIME && form == TIME_MICROS) {
      return List.of(Losses.BELOW_MICROSECOND);
    }
    return List.of();
  }

  /**
   * Returns which values of the type do not fit a form, each as a phrase: their rows are rejected.
   */
  public List<String> rejects(Form form) {
    if (form instanceof Decimal decimal) {
      return List.of(
          this == VARINT
              ? "more than " + decimal.precision() + " digits"
              : "more than "
                  + (decimal.precision() - decimal.scale())
                  + " digits before the point or "
                  + decimal.scale()
                  + " after it");
    }
    if (this == TIMESTAMP && form == TIMESTAMP_MICROS) {
      return List.of("a time whose microseconds do not fit 64 bits");
    }
    if (this == DURATION) {
      return List.of("parts of different signs, for which CQL has no notation");
    }
    return List.of();
  }

  private static Row row(Form standard) {
    return new Row(standard);
  }

  /** A row while it is written down. */
  private static final class Row {
    private final Form standard;
    private final List<Form> choices = new ArrayList<>();
    private Form migration;
    private Form analytics;

    Row(Form standard) {
      this.standard = standard;
      this.migration = standard;
      this.analytics = standard;
      choices.add(standard);
    }

    Row migration(Form form) {
      migration = form;
      return or(form);
    }

    Row analytics(Form form) {
      analytics = form;
      return or(form);
    }

    Row or(Form form) {
      choices.add(form);
      return this;
    }
  }
}
