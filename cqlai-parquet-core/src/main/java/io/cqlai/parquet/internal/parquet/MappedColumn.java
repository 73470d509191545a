package io.cqlai.parquet.internal.parquet;

import io.cqlai.parquet.schema.Column;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A column with its place in the file.
 *
 * @param column the column
 * @param field the field of the file's schema
 * @param exact whether each value has to come back by its bytes: so in a migration and in a key.
 *     What cannot is rejected and never written as null or in a shorter encoding.
 */
public record MappedColumn(Column column, MappedField field, boolean exact) {

  /** Returns what its values may lose, as the phrases under which a report counts it. */
  public List<String> losses() {
    Set<String> losses = new LinkedHashSet<>();
    for (MappedField leaf : leaves()) {
      losses.addAll(TypeForms.of(leaf.type()).losses(formOf(leaf)));
    }
    return List.copyOf(losses);
  }

  /** Returns which values do not fit, each as a phrase; a row that has one is rejected. */
  public List<String> rejects() {
    Set<String> rejects = new LinkedHashSet<>();
    for (MappedField leaf : leaves()) {
      rejects.addAll(TypeForms.of(leaf.type()).rejects(formOf(leaf)));
    }
    return List.copyOf(rejects);
  }

  /** Returns the scalar places within, in their order. */
  List<MappedField> leaves() {
    List<MappedField> leaves = new ArrayList<>();
    collect(field, leaves);
    return leaves;
  }

  private static void collect(MappedField field, List<MappedField> leaves) {
    if (field.form() != null) {
      leaves.add(field);
    }
    field.children().forEach(child -> collect(child, leaves));
  }

  private static Form formOf(MappedField leaf) {
    Form form = leaf.form();
    if (form == null) {
      throw new IllegalStateException(leaf.name() + " is no leaf");
    }
    return form;
  }
}
