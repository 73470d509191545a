package io.cqlai.parquet.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;

/**
 * Finds threads, executors, blocking queues and locks.
 *
 * <p>Allowed everywhere: completion stages, atomics, and looking after the interrupt of the thread
 * that one is on. The root package may name {@code Executor}, because a caller may lend one. Blocks
 * of {@code synchronized} do not show in class files; {@link SourceStyleTest} finds those.
 */
final class HoldNoThread extends ArchCondition<JavaClass> {

  private static final Set<String> CONCURRENT =
      Set.of(
          "CountDownLatch",
          "CyclicBarrier",
          "Exchanger",
          "Executors",
          "ForkJoinPool",
          "Phaser",
          "Semaphore",
          "ThreadFactory");
  private static final Set<String> INTERRUPT =
      Set.of("currentThread", "interrupt", "interrupted", "isInterrupted");
  private static final Set<String> STARTS_OR_BLOCKS =
      Set.of(
          "java.lang.Object.wait",
          "java.lang.Object.notify",
          "java.lang.Object.notifyAll",
          "java.util.concurrent.CompletableFuture.supplyAsync",
          "java.util.concurrent.CompletableFuture.runAsync");

  private final String rootPackage;

  HoldNoThread(String rootPackage) {
    super("hold no thread, executor, blocking queue or lock");
    this.rootPackage = rootPackage;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      if (isForbidden(type, target)) {
        violated(dependency, dependency.getDescription(), events);
      }
    }
    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
      String name = access.getTarget().getName();
      String owner = access.getTargetOwner().getFullName();
      boolean startsOrBlocks =
          STARTS_OR_BLOCKS.contains(owner + "." + name) || name.equals("parallelStream");
      if (startsOrBlocks || (owner.equals("java.lang.Thread") && !INTERRUPT.contains(name))) {
        violated(access, access.getDescription(), events);
      }
    }
    for (JavaMethod method : type.getMethods()) {
      if (method.getModifiers().contains(JavaModifier.SYNCHRONIZED)) {
        violated(method, method.getDescription() + " is synchronized", events);
      }
    }
  }

  private boolean isForbidden(JavaClass type, JavaClass target) {
    if (target.getPackageName().equals("java.util.concurrent.locks")) {
      return true;
    }
    if (target.isEquivalentTo(Executor.class)) {
      return !type.getPackageName().equals(rootPackage);
    }
    return target.isAssignableTo(Executor.class)
        || target.isAssignableTo(BlockingQueue.class)
        || (target.isAssignableTo(Thread.class) && !target.isEquivalentTo(Thread.class))
        || (target.getPackageName().equals("java.util.concurrent")
            && CONCURRENT.contains(target.getSimpleName()));
  }

  private static void violated(Object at, String description, ConditionEvents events) {
    events.add(SimpleConditionEvent.violated(at, description));
  }
}
