package io.cqlai.parquet.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/**
 * Finds imports that go up, and packages that have no level yet.
 *
 * <p>A package may import from its own level, where no cycle comes of it, and from those below.
 */
final class ImportDownTheLevels extends ArchCondition<JavaClass> {

  /** From the bottom up; a package stands for those inside it too, the empty name for the root. */
  private static final List<List<String>> LEVELS =
      List.of(
          List.of("copy"),
          List.of(
              "encryption",
              "error",
              "option",
              "progress",
              "quality",
              "report",
              "row",
              "schema",
              "spi",
              "transform"),
          List.of("internal.value"),
          List.of(
              "internal.cql",
              "internal.digest",
              "internal.format",
              "internal.parquet",
              "internal.storage"),
          List.of(
              "internal.capture",
              "internal.checkpoint",
              "internal.dataset",
              "internal.load",
              "internal.plan",
              "internal.scan",
              "internal.shape",
              "internal.verify"),
          List.of("internal.run"),
          List.of(""));

  private final String rootPackage;

  ImportDownTheLevels(String rootPackage) {
    super("import from their own level or from below");
    this.rootPackage = rootPackage;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    int from = level(type.getPackageName());
    if (from < 0) {
      String remedy = " has no level: give it one in ImportDownTheLevels and ARCHITECTURE.md";
      events.add(SimpleConditionEvent.violated(type, type.getPackageName() + remedy));
      return;
    }
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
      if (isOurs(target) && level(target) > from) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }

  private int level(String packageName) {
    String name = packageName.substring(Math.min(packageName.length(), rootPackage.length() + 1));
    for (int level = 0; level < LEVELS.size(); level++) {
      for (String each : LEVELS.get(level)) {
        if (name.equals(each) || (!each.isEmpty() && name.startsWith(each + "."))) {
          return level;
        }
      }
    }
    return -1;
  }

  private boolean isOurs(String packageName) {
    return packageName.equals(rootPackage) || packageName.startsWith(rootPackage + ".");
  }
}
