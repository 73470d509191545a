package io.cqlai.parquet.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds packages that use both the driver and Parquet.
 *
 * <p>The root package alone may name {@code org.apache.parquet.io} beside the driver: its doors
 * take a session, and an {@code OutputFile} or {@code InputFile} of the caller's own.
 */
final class LiveInOneWorld extends ArchCondition<JavaClass> {

  private static final String DRIVER = "com.datastax.";
  private static final String PARQUET = "org.apache.parquet.";

  private final String rootPackage;
  private final Map<String, List<Dependency>> onDriver = new TreeMap<>();
  private final Map<String, List<Dependency>> onParquet = new TreeMap<>();

  LiveInOneWorld(String rootPackage) {
    super("live in a package that uses the driver or Parquet, and not both");
    this.rootPackage = rootPackage;
  }

  @Override
  public void init(Collection<JavaClass> all) {
    onDriver.clear();
    onParquet.clear();
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String from = type.getPackageName();
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      String to = dependency.getTargetClass().getBaseComponentType().getPackageName() + ".";
      if (to.startsWith(DRIVER)) {
        onDriver.computeIfAbsent(from, key -> new ArrayList<>()).add(dependency);
      } else if (to.startsWith(PARQUET) && !isDoor(from, to)) {
        onParquet.computeIfAbsent(from, key -> new ArrayList<>()).add(dependency);
      }
    }
  }

  private boolean isDoor(String from, String to) {
    return from.equals(rootPackage) && to.equals(PARQUET + "io.");
  }

  @Override
  public void finish(ConditionEvents events) {
    onDriver.forEach(
        (from, uses) -> {
          for (Dependency dependency : onParquet.getOrDefault(from, List.of())) {
            events.add(
                SimpleConditionEvent.violated(
                    dependency,
                    dependency.getDescription()
                        + ", while the package uses the driver as well: "
                        + uses.get(0).getDescription()));
          }
        });
  }
}
