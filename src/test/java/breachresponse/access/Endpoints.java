package breachresponse.access;

import static java.util.stream.Collectors.toCollection;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Finds what the running server answers to: asked of its servlets, and of what stands behind. */
class Endpoints {

  private final WebApplicationContext beans;
  private final ServletContext server;

  Endpoints(WebApplicationContext beans) {
    this.beans = beans;
    server = beans.getServletContext();
  }

  SortedSet<Endpoint> all() {
    return Stream.of(ofControllers(), ofFiles(), ofServlets())
        .flatMap(endpoints -> endpoints)
        .filter(endpoint -> !answersLater(endpoint))
        .collect(toCollection(TreeSet::new));
  }

  /** What the web applications cannot: there it fails for everybody. */
  private static boolean answersLater(Endpoint endpoint) {
    return endpoint.path().startsWith("/camunda/")
        && endpoint.path().endsWith("/external-task/fetchAndLock");
  }

  /** Ours, and those of the actuator. */
  private Stream<Endpoint> ofControllers() {
    return beans.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(Endpoints::endpoints);
  }

  private static Stream<Endpoint> endpoints(RequestMappingInfo asked) {
    var methods = asked.getMethodsCondition().getMethods();
    return asked.getPatternValues().stream()
        .flatMap(
            path ->
                methods.isEmpty()
                    ? Stream.of(new Endpoint("GET", path))
                    : methods.stream().map(method -> new Endpoint(method.name(), path)));
  }

  private Stream<Endpoint> ofFiles() {
    return beans.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
        .map(path -> new Endpoint("GET", path));
  }

  private Stream<Endpoint> ofServlets() {
    return server.getServletRegistrations().values().stream().flatMap(this::endpoints);
  }

  private Stream<Endpoint> endpoints(ServletRegistration servlet) {
    var classes = resources(servlet);
    return servlet.getMappings().stream()
        .map(mapping -> mapping.replaceFirst("/\\*$", ""))
        .flatMap(
            door ->
                classes.isEmpty()
                    ? Stream.of(new Endpoint("GET", door.isEmpty() ? "/" : door))
                    : classes.stream().flatMap(type -> endpoints(door, type)));
  }

  private Collection<Class<?>> resources(ServletRegistration servlet) {
    var application = servlet.getInitParameter("jakarta.ws.rs.Application");
    if (application != null) {
      return BeanUtils.instantiateClass(
              ClassUtils.resolveClassName(application, null), Application.class)
          .getClasses();
    }
    return servlet.getClassName().endsWith("ServletContainer")
        ? beans.getBean(ResourceConfig.class).getClasses()
        : java.util.List.of();
  }

  private static Stream<Endpoint> endpoints(String door, Class<?> type) {
    var resource = Resource.from(type, true);
    return resource == null
        ? Stream.empty()
        : endpointsAt(joined(door, resource.getPath()), resource);
  }

  private static Stream<Endpoint> endpointsAt(String path, Resource resource) {
    var here =
        resource.getResourceMethods().stream()
            .map(method -> new Endpoint(method.getHttpMethod(), path));
    var below =
        resource.getChildResources().stream()
            .flatMap(child -> endpointsAt(joined(path, child.getPath()), child));
    // what a locator returns has no path of its own, even where its class says one
    var behind =
        Stream.ofNullable(resource.getResourceLocator())
            .map(locator -> Resource.from(locator.getInvocable().getRawResponseType(), true))
            .filter(Objects::nonNull)
            .flatMap(found -> endpointsAt(path, found));
    return Stream.of(here, below, behind).flatMap(found -> found);
  }

  private static String joined(String door, String path) {
    return (path == null || path.isEmpty() || path.equals("/"))
        ? door
        : door + "/" + path.replaceFirst("^/", "");
  }
}
