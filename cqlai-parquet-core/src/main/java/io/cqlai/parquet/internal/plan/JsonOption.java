package io.cqlai.parquet.internal.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Options whose value is a JSON object of strings. */
public final class JsonOption {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonOption() {}

  /** Returns the option's entries in their order; none when it was not given. */
  static Map<String, String> strings(OptionSet options, CopyOption option) {
    return options.text(option).map(text -> parse(option, text)).orElse(Map.of());
  }

  /** Returns entries as the text that a statement would have. */
  public static String text(Map<String, String> entries) {
    ObjectNode json = JSON.createObjectNode();
    entries.forEach(json::put);
    return json.toString();
  }

  private static Map<String, String> parse(CopyOption option, String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      if (!tree.isObject()) {
        throw bad(option, text, "it is not an object");
      }
      Map<String, String> entries = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> entry : tree.properties()) {
        if (!entry.getValue().isTextual()) {
          throw bad(option, text, "the value of \"" + entry.getKey() + "\" is not a string");
        }
        entries.put(entry.getKey(), entry.getValue().textValue());
      }
      return entries;
    } catch (JsonProcessingException e) {
      throw bad(option, text, e.getOriginalMessage()).causedBy(e);
    }
  }

  private static TransferException bad(CopyOption option, String text, String why) {
    return TransferException.of(
        ErrorCode.BAD_OPTION,
        option + " is not a JSON object of strings: " + why + " in " + text,
        "Write " + option.valueText());
  }
}
