package io.cqlai.parquet.internal.format.json;

import io.cqlai.parquet.option.SchemaMode;
import io.cqlai.parquet.schema.Column;
import java.util.List;
import java.util.Set;

/**
 * Which members of objects fill which columns. Each object has members of its own, so that nothing
 * can be said of a file as a whole.
 *
 * @param columns the columns that may be filled
 * @param members for each column, the name of the member that fills it; all different
 * @param mode what happens where an object lacks one of them or has others
 * @param ofRejects names of members that files of rejects have, which are passed over
 */
public record JsonMatch(
    List<Column> columns, List<String> members, SchemaMode mode, Set<String> ofRejects) {

  public JsonMatch {
    columns = List.copyOf(columns);
    members = List.copyOf(members);
    ofRejects = Set.copyOf(ofRejects);
  }

  boolean isOfRejects(String name) {
    return ofRejects.contains(name);
  }
}
