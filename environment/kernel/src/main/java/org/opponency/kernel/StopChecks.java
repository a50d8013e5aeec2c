package org.opponency.kernel;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts calls to {@link StopCheck} into compiled cells. They leave stack and local variables alone,
 * so that nothing else of a class changes and no other class is looked at. JShell's own means need
 * the classes that a cell names and, since JDK 20, do not find those on the notebook's classpath.
 */
final class StopChecks extends ClassVisitor {
  private static final String OWNER = StopCheck.class.getName().replace('.', '/');

  private StopChecks(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /** A class with checks; as it was if it is of a newer Java than is known here. */
  static byte[] into(byte[] bytecodes) {
    try {
      ClassReader reader = new ClassReader(bytecodes);
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(new StopChecks(writer), 0);
      return writer.toByteArray();
    } catch (IllegalArgumentException e) {
      return bytecodes;
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return new Method(super.visitMethod(access, name, descriptor, signature, exceptions));
  }

  private static final class Method extends MethodVisitor {
    private final Set<Label> passed = new HashSet<>();

    Method(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      check();
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      if (passed.contains(label)) {
        check();
      }
      super.visitJumpInsn(opcode, label);
    }

    private void check() {
      visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, "check", "()V", false);
    }
  }
}
