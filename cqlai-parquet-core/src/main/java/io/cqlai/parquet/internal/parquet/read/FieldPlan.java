package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.convert.ColumnIssues;
import io.cqlai.parquet.internal.parquet.convert.Leaf;
import io.cqlai.parquet.internal.parquet.convert.Rule;
import io.cqlai.parquet.internal.parquet.convert.ValueConverter;
import io.cqlai.parquet.internal.parquet.page.ColumnCursor;
import io.cqlai.parquet.internal.value.DistinctValues;
import io.cqlai.parquet.schema.CqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javax.annotation.Nullable;

/**
 * How a part of a file's schema becomes a CQL type: what {@link FieldMapper} found out once, and
 * each reader of a row group is made from.
 */
sealed interface FieldPlan {

  /**
   * Makes a reader.
   *
   * @param cursors gives the cursor of a column by its number in the schema
   * @param issues is told of values that do not fit
   * @param whole whether each value is a cell of its own
   */
  ValueReader open(IntFunction<ColumnCursor> cursors, ColumnIssues issues, boolean whole);

  /** Returns the plans that this one is made of; none for a plan of columns. */
  default List<FieldPlan> parts() {
    return List.of();
  }

  /** Names the columns that are read, by their numbers in the schema. */
  default void leaves(IntConsumer into) {
    parts().forEach(part -> part.leaves(into));
  }

  /** Names the rules by which values are converted. */
  default void rules(Consumer<Rule> into) {
    parts().forEach(part -> part.rules(into));
  }

  /** A value of one column. */
  record OfLeaf(int leaf, Leaf kind, Rule rule, String part) implements FieldPlan {
    @Override
    public ValueReader open(IntFunction<ColumnCursor> cursors, ColumnIssues issues, boolean whole) {
      ValueConverter converter = rule.maker().make(kind, issues.at(part));
      return new LeafReader(cursors.apply(leaf), converter, issues, whole, kind.isBytes());
    }

    @Override
    public void leaves(IntConsumer into) {
      into.accept(leaf);
    }

    @Override
    public void rules(Consumer<Rule> into) {
      into.accept(rule);
    }
  }

  /** A decimal as a group of its digits and its scale. */
  record OfExactDecimal(int unscaled, int scale, int definition, int repetition, String part)
      implements FieldPlan {
    @Override
    public ValueReader open(IntFunction<ColumnCursor> cursors, ColumnIssues issues, boolean whole) {
      return new ExactDecimalReader(
          cursors.apply(unscaled), cursors.apply(scale), definition, repetition, issues.at(part));
    }

    @Override
    public void leaves(IntConsumer into) {
      into.accept(unscaled);
      into.accept(scale);
    }
  }

  /**
   * A group as a user-defined type or a tuple.
   *
   * @param fields one for each field of the CQL type; null where the file lacks it
   */
  record OfGroup(List<FieldPlan> fields, int definition, int repetition) implements FieldPlan {
    @Override
    public ValueReader open(IntFunction<ColumnCursor> cursors, ColumnIssues issues, boolean whole) {
      List<ValueReader> readers = new ArrayList<>();
      for (FieldPlan field : fields) {
        readers.add(field == null ? null : field.open(cursors, issues, false));
      }
      return new GroupReader(readers, definition, repetition);
    }

    @Override
    public List<FieldPlan> parts() {
      return fields.stream().filter(field -> field != null).toList();
    }
  }

  /**
   * A list or a set.
   *
   * @param distinct the type of a set's elements; null for a list
   */
  record OfList(
      FieldPlan element,
      RepeatedLevels levels,
      boolean nullsAllowed,
      @Nullable CqlType distinct,
      String part)
      implements FieldPlan {
    @Override
    public ValueReader open(IntFunction<ColumnCursor> cursors, ColumnIssues issues, boolean whole) {
      return new ListReader(
          element.open(cursors, issues, false),
          levels,
          issues.at(part),
          nullsAllowed,
          distinct == null ? null : new DistinctValues(distinct));
    }

    @Override
    public List<FieldPlan> parts() {
      return List.of(element);
    }
  }

  /** A vector. */
  record OfVector(
      FieldPlan element, RepeatedLevels levels, int dimensions, boolean fixedSize, String part)
      implements FieldPlan {
    @Override
    public ValueReader open(IntFunction<ColumnCursor> cursors, ColumnIssues issues, boolean whole) {
      ValueReader reader = element.open(cursors, issues, false);
      return new VectorReader(reader, levels, issues.at(part), dimensions, fixedSize);
    }

    @Override
    public List<FieldPlan> parts() {
      return List.of(element);
    }
  }

  /**
   * A map.
   *
   * @param nullsAllowed whether a value may be null
   */
  record OfMap(
      FieldPlan key,
      FieldPlan value,
      RepeatedLevels levels,
      boolean nullsAllowed,
      CqlType keyType,
      String part)
      implements FieldPlan {
    @Override
    public ValueReader open(IntFunction<ColumnCursor> cursors, ColumnIssues issues, boolean whole) {
      return new MapReader(
          key.open(cursors, issues, false),
          value.open(cursors, issues, false),
          levels,
          issues.at(part),
          nullsAllowed,
          new DistinctValues(keyType));
    }

    @Override
    public List<FieldPlan> parts() {
      return List.of(key, value);
    }
  }
}
