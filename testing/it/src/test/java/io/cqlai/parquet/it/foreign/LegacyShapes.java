package io.cqlai.parquet.it.foreign;

import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * Lists and maps in the shapes of older writers.
 *
 * <p>Source: LogicalTypes.md of the Parquet format, the backward-compatibility rules under "Lists"
 * and "Maps".
 */
final class LegacyShapes {

  private static final MessageType LISTS =
      MessageTypeParser.parseMessageType(
          """
          message lists {
            required int32 id;
            optional group avro (LIST) { repeated binary array (STRING); }
            optional group thrift (LIST) { repeated int32 thrift_tuple; }
            optional group avro_points (LIST) { repeated group array { optional int32 x; } }
            optional group thrift_points (LIST) {
              repeated group thrift_points_tuple { optional int32 x; }
            }
            optional group points (LIST) {
              repeated group element { optional int32 x; optional binary label (STRING); }
            }
            optional group hive (LIST) {
              repeated group bag { optional binary array_element (STRING); }
            }
            repeated int32 bare;
            repeated group bare_points { optional int32 x; optional binary label (STRING); }
            optional group matrix (LIST) { repeated group array (LIST) { repeated int32 array; } }
          }
          """);
  private static final MessageType MAPS =
      MessageTypeParser.parseMessageType(
          """
          message maps {
            required int32 id;
            optional group old (MAP) {
              repeated group map (MAP_KEY_VALUE) {
                required binary key (STRING);
                optional int32 value;
              }
            }
            optional group older (MAP_KEY_VALUE) {
              repeated group map { required binary key (STRING); optional int32 value; }
            }
            optional group renamed (MAP) {
              repeated group entries { required int32 num; optional binary str (STRING); }
            }
            optional group optional_keys (MAP) {
              repeated group key_value { optional binary key (STRING); optional int32 value; }
            }
          }
          """);

  private LegacyShapes() {}

  static List<Group> twoLevelLists() {
    Group full = new SimpleGroup(LISTS).append("id", 1);
    full.addGroup("avro").append("array", "a").append("array", "").append("array", "a");
    full.addGroup("thrift").append("thrift_tuple", 1).append("thrift_tuple", 2);
    Group avroPoints = full.addGroup("avro_points");
    avroPoints.addGroup("array").append("x", 1);
    avroPoints.addGroup("array");
    full.addGroup("thrift_points").addGroup("thrift_points_tuple").append("x", 2);
    Group points = full.addGroup("points");
    points.addGroup("element").append("x", 3).append("label", "c");
    points.addGroup("element");
    Group hive = full.addGroup("hive");
    hive.addGroup("bag").append("array_element", "h");
    hive.addGroup("bag").append("array_element", "");
    full.append("bare", 7).append("bare", 8);
    full.addGroup("bare_points").append("x", 9).append("label", "i");
    Group matrix = full.addGroup("matrix");
    matrix.addGroup("array").append("array", 1).append("array", 2);
    matrix.addGroup("array");

    Group empty = new SimpleGroup(LISTS).append("id", 2);
    for (String list :
        List.of("avro", "thrift", "avro_points", "thrift_points", "points", "hive", "matrix")) {
      empty.addGroup(list);
    }
    return List.of(full, empty, new SimpleGroup(LISTS).append("id", 3));
  }

  static List<Group> maps() {
    Group full = new SimpleGroup(MAPS).append("id", 1);
    Group old = full.addGroup("old");
    old.addGroup("map").append("key", "a").append("value", 1);
    old.addGroup("map").append("key", "b").append("value", 2);
    full.addGroup("older").addGroup("map").append("key", "c").append("value", 3);
    full.addGroup("renamed").addGroup("entries").append("num", 4).append("str", "d");
    full.addGroup("optional_keys").addGroup("key_value").append("key", "e").append("value", 5);

    Group empty = new SimpleGroup(MAPS).append("id", 2);
    for (String map : List.of("old", "older", "renamed", "optional_keys")) {
      empty.addGroup(map);
    }
    return List.of(full, empty, new SimpleGroup(MAPS).append("id", 3));
  }
}
