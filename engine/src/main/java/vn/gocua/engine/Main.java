package vn.gocua.engine;

/** The engine's entry point. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("Gõ Cửa");
  }
}
