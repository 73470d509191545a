package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.digest.KeptPrecision;
import io.cqlai.parquet.internal.parquet.convert.Rule;
import io.cqlai.parquet.option.Conversion;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * How the fields of a file become the columns of a table. Made once for a file; immutable, and used
 * by the readers of all its row groups.
 */
public final class ImportMapping {

  private final MessageType schema;
  private final Conversion conversion;
  private final List<MappedTarget> targets;
  private final List<FieldPlan> plans;
  private final List<KeptPrecision> kept;
  private final List<String> warnings;
  private final int[] leaves;

  private ImportMapping(
      MessageType schema,
      Conversion conversion,
      List<MappedTarget> targets,
      List<FieldPlan> plans,
      List<KeptPrecision> kept,
      List<String> warnings) {
    this.schema = schema;
    this.conversion = conversion;
    this.targets = List.copyOf(targets);
    this.plans = List.copyOf(plans);
    this.kept = List.copyOf(kept);
    this.warnings = List.copyOf(warnings);
    TreeSet<Integer> needed = new TreeSet<>();
    plans.forEach(plan -> plan.leaves(needed::add));
    this.leaves = needed.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Maps fields to columns.
   *
   * @param schema the file's schema
   * @param targets at least one
   * @param conversion which conversions may be made
   * @param nulls which parts of values may be null
   * @throws TransferException NO_SUCH_COLUMN when the file lacks a field, TYPE_MISMATCH when a
   *     field cannot become its column
   */
  static ImportMapping of(
      MessageType schema, List<Target> targets, Conversion conversion, PartNulls nulls) {
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("no targets");
    }
    List<MappedTarget> mapped = new ArrayList<>();
    List<FieldPlan> plans = new ArrayList<>();
    List<KeptPrecision> kept = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Target target : targets) {
      if (!schema.containsField(target.field())) {
        throw TransferException.of(
            ErrorCode.NO_SUCH_COLUMN,
            "The file has no column '" + target.field() + "'; it has " + names(schema),
            "Map the table's column to one of these: (" + target.column().cqlName() + " = field)");
      }
      Type field = schema.getType(target.field());
      FileColumn file = new FileColumn(field.getName(), TypeText.of(field));
      String subject = "Column '" + field.getName() + "' of the file: ";
      FieldMapper mapper =
          new FieldMapper(conversion, nulls, warning -> warnings.add(subject + warning));
      FieldPlan plan;
      try {
        plan = mapper.map(field, target.column().type(), firstLeaf(schema, field));
      } catch (NoConversion e) {
        throw e.of(target, file, conversion);
      }
      plans.add(plan);
      kept.add(mapper.kept(field));
      mapped.add(describe(target, file, plan));
    }
    return new ImportMapping(schema, conversion, mapped, plans, kept, distinct(warnings));
  }

  private static List<String> distinct(List<String> warnings) {
    return warnings.stream().distinct().toList();
  }

  private static MappedTarget describe(Target target, FileColumn file, FieldPlan plan) {
    List<Rule> rules = new ArrayList<>();
    plan.rules(rules::add);
    Conversion needs =
        rules.stream().map(Rule::needs).max(Conversion::compareTo).orElse(Conversion.EXACT);
    List<String> losses = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.loses() != null && !losses.contains(rule.loses())) {
        losses.add(rule.loses());
      }
    }
    return new MappedTarget(target, file, needs, losses);
  }

  private static int firstLeaf(MessageType schema, Type field) {
    int leaf = 0;
    for (Type each : schema.getFields()) {
      if (each == field) {
        break;
      }
      leaf += Position.leaves(each);
    }
    return leaf;
  }

  private static List<String> names(MessageType schema) {
    return schema.getFields().stream().map(Type::getName).limit(50).toList();
  }

  /** Returns how each column comes about, in the order of the targets. */
  public List<MappedTarget> targets() {
    return targets;
  }

  /** Returns what a user should know, each as a sentence without its full stop. */
  public List<String> warnings() {
    return warnings;
  }

  /** Returns what the file keeps of the values of each column, in the order of the targets. */
  public List<KeptPrecision> kept() {
    return kept;
  }

  /** Returns which conversions may be made. */
  public Conversion conversion() {
    return conversion;
  }

  /** Tells whether the mapping was made for files of a schema. */
  boolean isFor(MessageType other) {
    return schema.equals(other);
  }

  List<FieldPlan> plans() {
    return plans;
  }

  /** Returns the numbers in the schema of the columns that are read, ascending. */
  int[] leaves() {
    return leaves.clone();
  }
}
