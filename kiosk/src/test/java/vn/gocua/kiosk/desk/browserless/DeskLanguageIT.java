package vn.gocua.kiosk.desk.browserless;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;

/** The language of the desk, of which there is a choice. */
class DeskLanguageIT extends DeskPageTest {
  @Test
  void shouldSpeakEnglishToWhoeverAsksAndRememberIt() {
    open("");
    pressClass("language");
    assertThat(heading()).isEqualTo("Overview");
    UI.getCurrentOrThrow().getPage().reload();
    assertThat(heading()).isEqualTo("Overview");
    assertThat(find(Span.class).withClassName("desk-what").single().getText())
        .isEqualTo("Desk of the leaders");
    pressClass("language");
    assertThat(heading()).isEqualTo("Tổng quan");
  }

  private String heading() {
    return find(H1.class).single().getText();
  }
}
