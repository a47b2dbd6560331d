import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.servlet.FilterChain;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.springframework.web.SpringServletContainerInitializer;
import org.springframework.web.WebApplicationInitializer;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.AbstractController;

public class App {

    /** Asks for a login, as an application's own filter does. */
    static class Login extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getRequestURI().equals("/private") && request.getHeader("Authorization") == null)
                response.sendError(401);
            else chain.doFilter(request, response);
        }
    }

    /** What the notes of the snippet ask for with a Spring before 5.2. */
    static class VaryByOrigin extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.addHeader("Vary", "Origin");
            chain.doFilter(request, response);
        }
    }

    static class Answer extends AbstractController {
        private final int status;

        Answer(int status, String... methods) {
            super(false);
            this.status = status;
            setSupportedMethods(methods);
        }

        @Override
        protected ModelAndView handleRequestInternal(HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            if (status == 500) throw new IllegalStateException("boom");
            if (status == 200) response.getWriter().print("[]");
            else response.sendError(status);
            return null;
        }
    }

    public static class Application implements WebApplicationInitializer {
        @Override
        public void onStartup(ServletContext servletContext) {
            StaticWebApplicationContext context = new StaticWebApplicationContext();
            context.setServletContext(servletContext);
            context.getBeanFactory().registerSingleton("/items", new Answer(200, "GET", "PUT", "DELETE"));
            context.getBeanFactory().registerSingleton("/private", new Answer(200, "GET"));
            context.getBeanFactory().registerSingleton("/only-get", new Answer(200, "GET"));
            context.getBeanFactory().registerSingleton("/boom", new Answer(500, "GET"));
            context.getBeanFactory().registerSingleton("/bad", new Answer(502, "GET"));
            servletContext.addServlet("app", new DispatcherServlet(context)).addMapping("/");
            servletContext.addFilter("login", new Login()).addMappingForUrlPatterns(null, true, "/*");
        }
    }

    public static void main(String[] args) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(".");
        tomcat.setPort(Integer.parseInt(System.getenv("PORT")));
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        Set<Class<?>> initializers = new HashSet<>(List.of(Application.class, CorsInitializer.class));
        context.addServletContainerInitializer(new SpringServletContainerInitializer(), initializers);
        tomcat.start();
        tomcat.getServer().await();
    }
}
