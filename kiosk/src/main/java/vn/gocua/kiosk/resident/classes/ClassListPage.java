package vn.gocua.kiosk.resident.classes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import vn.gocua.base.text.Texts;
import vn.gocua.kiosk.resident.shell.Choices;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.protocol.learning.ClassList;

/** Classes with place, time and free seats. */
public final class ClassListPage implements Page {
  private final int from;
  private boolean asked;

  public ClassListPage() {
    this(0);
  }

  private ClassListPage(int from) {
    this.from = from;
  }

  @Override
  public String title(Texts texts) {
    return texts.get("classes");
  }

  @Override
  public String lead(Texts texts) {
    return texts.get("classes.lead");
  }

  @Override
  public Component content(PageHost host) {
    List<ClassList.Row> classes = host.context().content().classes();
    if (!asked) {
      asked = true;
      host.work(
          host.context().content()::freshClasses,
          fresh -> {
            // Rows that nothing changed stay: a finger may be on its way to one.
            if (!fresh.equals(classes)) {
              host.refresh();
            }
          },
          _ -> {});
    }
    if (classes.size() <= from) {
      return new MessagePage("door-classes", "classes.none").content(host);
    }
    return Choices.of(
        host.texts(),
        classes.stream().map(row -> choice(row, host)).toList(),
        from,
        next -> host.open(new ClassListPage(next)));
  }

  private static NativeButton choice(ClassList.Row row, PageHost host) {
    Texts texts = host.texts();
    NativeButton choice = Widgets.button("choice", "", () -> host.open(new ClassPage(row)));
    choice.addClassNames("row-choice", "class-choice");
    choice.setClassName("shut", !row.isOpen());
    choice.add(
        Widgets.div(
            "choice-words",
            Widgets.span("choice-label", row.title()),
            Widgets.span("choice-remark", texts.figures().span(row.startsAt(), row.endsAt())),
            Widgets.span("choice-remark", row.place())),
        Widgets.span("class-seats", seats(row, texts)));
    choice.getElement().setAttribute("data-class", row.id());
    return choice;
  }

  /** Such as «còn 12 chỗ». */
  static String seats(ClassList.Row row, Texts texts) {
    if (row.cancelled()) {
      return texts.get("class.cancelled");
    }
    return row.seatsLeft() == 0
        ? texts.get("class.full")
        : texts.get("class.left", row.seatsLeft());
  }
}
