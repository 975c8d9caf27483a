package vn.gocua.kiosk.desk.browserless;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ComponentQuery;
import com.vaadin.browserless.internal.MockPage;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.browserless.internal.Routes;
import com.vaadin.browserless.mocks.MockVaadinServlet;
import com.vaadin.browserless.mocks.MockedUI;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.gocua.kiosk.desk.access.DeskSession;
import vn.gocua.kiosk.desk.kit.DataTable;
import vn.gocua.kiosk.web.Views;

/** A leader who is signed in, in a Vaadin session of this JVM. Each test has a session anew. */
@ExtendWith(DeskInProcess.Extension.class)
abstract class DeskPageTest extends BrowserlessTest {
  private static DeskInProcess shared;

  @BeforeAll
  static void take(DeskInProcess desk) {
    shared = desk;
  }

  static DeskInProcess desk() {
    return shared;
  }

  @BeforeEach
  @Override
  protected void initVaadinEnvironment() {
    MockVaadin.setup(MockedUI::new, new Servlet(shared.views()), Set.of(Views.class));
    initSignalsSupport();
    VaadinSession.getCurrent().getSession().setAttribute(DeskSession.ATTRIBUTE, shared.signIn());
  }

  /** Vaadin's servlet with the kiosk's views; it searches no class path for others. */
  private static final class Servlet extends MockVaadinServlet {
    private static final long serialVersionUID = 1L;

    private final transient Views.Makers views;

    Servlet(Views.Makers views) {
      super(new Routes());
      this.views = views;
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) {
      new VaadinServletContext(getServletContext()).setAttribute(Views.Makers.class, views);
      return super.createServletService(configuration);
    }
  }

  /** Goes to a page of the desk as its menu does. */
  static void open(String path) {
    UI.getCurrentOrThrow().navigate("leader/" + path);
  }

  /**
   * Opens one more window, of this session's owner, and goes to a page of the desk. The windows of
   * before stay open, and nothing more is done in them.
   */
  static void openAs(DeskSession who, String path) {
    VaadinSession vaadin = VaadinSession.getCurrent();
    vaadin.getSession().setAttribute(DeskSession.ATTRIBUTE, who);
    MockVaadin.createUI(MockedUI::new, vaadin);
    open(path);
  }

  /** Where the window was sent that is out of the desk's pages; null if it is still there. */
  static @Nullable String leftFor() {
    return ((MockPage) UI.getCurrentOrThrow().getPage()).getLastExternalNavigationURL();
  }

  /** Waits until somebody is signed out, whoever did it. */
  static void awaitOver(DeskSession session) {
    awaitInRoundTrips(session::over);
  }

  /** Waits until exactly one component is found, and returns it. */
  static <T extends Component> T await(Supplier<ComponentQuery<T>> query) {
    awaitInRoundTrips(() -> query.get().all().size() == 1);
    return query.get().single();
  }

  /** Waits until the page has a text of this class. */
  final void awaitText(String className, String text) {
    var _ =
        await(() ->
            find(Component.class)
                .withClassName(className)
                .withCondition(c -> c.getElement().getTextRecursively().contains(text)));
  }

  /** Presses the one button that says this and can be pressed. */
  final void press(String text) {
    test(await(() -> find(Button.class).withText(text).withCondition(Button::isEnabled))).click();
  }

  /** The same, of the one primary button, where a row has one that says the same. */
  final void pressMain(String text) {
    test(await(() -> find(Button.class).withText(text).withTheme(ButtonVariant.PRIMARY))).click();
  }

  /** Presses the one button of this class. */
  final void pressClass(String className) {
    test(await(() -> find(Button.class).withClassName(className))).click();
  }

  /** Waits until the page says this in passing. */
  final void awaitSaid(String text) {
    awaitNote("said", text);
  }

  /** Waits until it says that something did not work. */
  final void awaitTrouble() {
    awaitNote("trouble", "");
  }

  private void awaitNote(String className, String text) {
    Notification note =
        await(() ->
            find(Notification.class)
                .withClassName(className)
                .withCondition(n -> n.getElement().getProperty("text", "").contains(text)));
    note.close();
  }

  /** What it says is a text and nothing that a browser would make something else of. */
  static void assertIsText(Component component) {
    Element element = component.getElement();
    assertThat(element.getChildren()).allMatch(Element::isTextNode);
    assertThat(element.getProperty("innerHTML")).isNull();
  }

  /** Waits until a cell of the only table with this name says this. */
  final void awaitCell(String table, String text) {
    awaitInRoundTrips(() -> cellTexts(table).anyMatch(t -> t.contains(text)));
  }

  /** Waits until none does. */
  final void awaitNoCell(String table, String text) {
    awaitInRoundTrips(() -> cellTexts(table).noneMatch(t -> t.contains(text)));
  }

  final Stream<String> cellTexts(String table) {
    return cells(table).map(cell -> cell.getElement().getTextRecursively());
  }

  /** Presses the first button of the table's cells that says this. */
  final void pressInTable(String table, String text) {
    awaitInRoundTrips(() -> buttons(table, text).findFirst().isPresent());
    test(buttons(table, text).findFirst().orElseThrow()).click();
  }

  private Stream<Button> buttons(String table, String text) {
    return cells(table).flatMap(cell -> find(Button.class, cell).withText(text).all().stream());
  }

  /** Cells that are components, row by row. The browser would ask for them. */
  private Stream<Component> cells(String table) {
    Grid<?> grid =
        find(DataTable.class)
            .withCondition(t -> t.getElement().getProperty("accessibleName", "").equals(table))
            .single();
    var tester = test(grid);
    return IntStream.range(0, tester.size())
        .boxed()
        .flatMap(row ->
            IntStream.range(0, grid.getColumns().size())
                .filter(column ->
                    grid.getColumns().get(column).getRenderer() instanceof ComponentRenderer)
                .mapToObj(column -> tester.getCellComponent(row, column)));
  }

  private static void awaitInRoundTrips(BooleanSupplier condition) {
    Awaitility.await()
        .pollInSameThread()
        .until(() -> {
          roundTrip();
          return condition.getAsBoolean();
        });
  }
}
