package vn.gocua.kiosk.resident.classes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import vn.gocua.kiosk.resident.shell.Choices;
import vn.gocua.kiosk.resident.shell.MessagePage;
import vn.gocua.kiosk.resident.shell.Page;
import vn.gocua.kiosk.resident.shell.PageHost;
import vn.gocua.kiosk.resident.shell.Widgets;
import vn.gocua.kiosk.resident.shell.Words;
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
  public String title(Words words) {
    return words.text("classes");
  }

  @Override
  public String lead(Words words) {
    return words.text("classes.lead");
  }

  @Override
  public Component content(PageHost stage) {
    if (!asked) {
      asked = true;
      stage.work(stage.hall().shelf()::freshClasses, _ -> stage.refresh(), _ -> {});
    }
    List<ClassList.Row> classes = stage.hall().shelf().classes();
    if (classes.size() <= from) {
      return new MessagePage("door-classes", "classes.none").content(stage);
    }
    return Choices.of(
        stage.words(),
        classes.stream().map(row -> choice(row, stage)).toList(),
        from,
        next -> stage.open(new ClassListPage(next)));
  }

  private static NativeButton choice(ClassList.Row row, PageHost stage) {
    Words words = stage.words();
    NativeButton choice = Widgets.button("choice", "", () -> stage.open(new ClassPage(row)));
    choice.addClassNames("row-choice", "class-choice");
    choice.setClassName("shut", !row.isOpen());
    choice.add(
        Widgets.div(
            "choice-words",
            Widgets.span("choice-label", row.title()),
            Widgets.span("choice-remark", words.time(row.startsAt(), row.endsAt())),
            Widgets.span("choice-remark", row.place())),
        Widgets.span("class-seats", seats(row, words)));
    choice.getElement().setAttribute("data-class", row.id());
    return choice;
  }

  /** Such as «còn 12 chỗ». */
  static String seats(ClassList.Row row, Words words) {
    if (row.cancelled()) {
      return words.text("class.cancelled");
    }
    return row.seatsLeft() == 0
        ? words.text("class.full")
        : words.text("class.left", row.seatsLeft());
  }
}
