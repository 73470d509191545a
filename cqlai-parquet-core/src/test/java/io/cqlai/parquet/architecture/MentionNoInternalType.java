package io.cqlai.parquet.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Looks at what a caller can see of a class: its supertypes and its public, protected members. */
final class MentionNoInternalType extends ArchCondition<JavaClass> {

  MentionNoInternalType() {
    super("mention no internal type where a caller can see it");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (!visible(type)) {
      return;
    }
    Stream<JavaType> supertypes =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    report(type, type.getFullName(), supertypes, events);
    report(type, type.getFullName(), type.getTypeParameters().stream(), events);
    for (JavaField field : type.getFields()) {
      if (visible(field)) {
        report(type, field.getFullName(), Stream.of(field.getType()), events);
      }
    }
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      if (visible(unit)) {
        report(type, unit.getFullName(), Stream.of(unit.getReturnType()), events);
        report(type, unit.getFullName(), unit.getParameterTypes().stream(), events);
        report(type, unit.getFullName(), unit.getTypeParameters().stream(), events);
        report(type, unit.getFullName(), unit.getExceptionTypes().stream(), events);
      }
    }
  }

  private static boolean visible(JavaClass type) {
    boolean open = !type.isAnonymousClass() && !type.isLocalClass() && isOpen(type.getModifiers());
    return open && type.getEnclosingClass().map(MentionNoInternalType::visible).orElse(true);
  }

  private static boolean visible(JavaMember member) {
    return isOpen(member.getModifiers());
  }

  private static boolean isOpen(java.util.Set<JavaModifier> modifiers) {
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC);
  }

  private static void report(
      JavaClass type, String place, Stream<? extends JavaType> mentioned, ConditionEvents events) {
    mentioned
        .flatMap(each -> each.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getBaseComponentType)
        .filter(raw -> raw.getPackageName().contains(".cqlai.parquet.internal"))
        .distinct()
        .forEach(
            raw ->
                events.add(
                    SimpleConditionEvent.violated(type, place + " mentions " + raw.getFullName())));
  }
}
