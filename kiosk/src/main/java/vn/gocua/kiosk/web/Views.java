package vn.gocua.kiosk.web;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gocua.base.text.Language;
import vn.gocua.kiosk.screen.View;
import vn.gocua.kiosk.web.cookie.ScreenCookie;
import vn.gocua.kiosk.web.door.Guests;
import vn.gocua.kiosk.web.wire.SecurityHeaders;

/**
 * All views and their makers: views get their parts through constructors. Vaadin finds this factory
 * by itself and the makers in the servlet context.
 */
public final class Views implements InstantiatorFactory {

  /**
   * Served views.
   *
   * @param guards called before any view is made; may redirect the visitor
   */
  public record Makers(List<View> views, List<BeforeEnterListener> guards) {
    public Makers {
      views = List.copyOf(views);
      guards = List.copyOf(guards);
    }
  }

  @Override
  public Instantiator createInstantitor(VaadinService service) {
    Makers makers = service.getContext().getAttribute(Makers.class);
    return new ViewInstantiator(service, makers);
  }

  @SuppressWarnings("serial") // Sessions live and end in this process.
  private static final class ViewInstantiator extends DefaultInstantiator {
    private final Makers makers;
    private final Map<Class<?>, Supplier<? extends Component>> byType;

    ViewInstantiator(VaadinService service, Makers makers) {
      super(service);
      this.makers = makers;
      this.byType =
          makers.views().stream().collect(Collectors.toUnmodifiableMap(View::type, View::maker));
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
      Supplier<? extends Component> maker = byType.get(type);
      return maker == null ? super.getOrCreate(type) : type.cast(maker.get());
    }

    @Override
    public I18NProvider getI18NProvider() {
      return new TextsProvider();
    }

    @Override
    public Stream<VaadinServiceInitListener> getServiceInitListeners() {
      return Stream.concat(super.getServiceInitListeners(), Stream.of(this::prepare));
    }

    private void prepare(ServiceInitEvent service) {
      RouteConfiguration routes =
          RouteConfiguration.forRegistry(
              ApplicationRouteRegistry.getInstance(service.getSource().getContext()));
      for (View view : makers.views()) {
        view.paths().forEach(path -> routes.setRoute(path, view.type(), view.frames()));
      }
      service.getSource().setSystemMessagesProvider(_ -> SystemTexts.in(Language.first()));
      service
          .getSource()
          .addUIInitListener(e -> {
            ScreenCookie.remember(e.getUI());
            Guests.page(e.getUI());
            e.getUI().addBeforeEnterListener(b -> chooseLanguage(e.getUI(), b));
            makers.guards().forEach(e.getUI()::addBeforeEnterListener);
          });
      service.addIndexHtmlRequestListener(page -> {
        PageScripts.addTo(page.getDocument());
        SecurityHeaders.protectPage(page);
      });
    }

    private static void chooseLanguage(UI ui, BeforeEnterEvent event) {
      List<String> asked = event.getLocation().getQueryParameters().getParameters("lang");
      ui.setLocale(Language.named(asked.isEmpty() ? null : asked.getFirst()).locale());
    }
  }
}
