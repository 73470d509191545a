package io.cqlai.parquet.internal.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where in a line the members of its object stand.
 *
 * @param isObject whether the line is an object
 * @param from where the first begins, from the line's first byte on
 * @param length how many bytes there are up to the bracket behind the last; 0 where there is none
 * @param names their names
 */
record LineMembers(boolean isObject, int from, int length, Set<String> names) {

  /** The members of what is no object. */
  static final LineMembers NONE = new LineMembers(false, 0, 0, Set.of());

  /**
   * Finds the members of the line that a cursor stands on.
   *
   * @param leftOut names that are left out where the object begins with them, one after the other
   */
  static LineMembers of(JsonLines lines, List<String> leftOut) throws IOException {
    try (JsonLine line = lines.tokens()) {
      JsonParser tokens = line.tokens();
      if (tokens.nextToken() != JsonToken.START_OBJECT) {
        return NONE;
      }
      Set<String> names = new HashSet<>();
      int passed = 0;
      int from = 0;
      for (String name = tokens.nextFieldName(); name != null; name = tokens.nextFieldName()) {
        if (passed < leftOut.size() && leftOut.get(passed).equals(name)) {
          passed++;
        } else {
          passed = leftOut.size();
          from = names.isEmpty() ? offset(tokens) : from;
          names.add(name);
        }
        tokens.nextToken();
        tokens.skipChildren();
      }
      int length = names.isEmpty() ? 0 : offset(tokens) - from;
      return tokens.nextToken() == null ? new LineMembers(true, from, length, names) : NONE;
    } catch (JsonProcessingException e) {
      return NONE;
    }
  }

  private static int offset(JsonParser tokens) {
    return (int) tokens.currentTokenLocation().getByteOffset();
  }
}
