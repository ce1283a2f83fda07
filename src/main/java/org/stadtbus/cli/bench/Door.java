package org.stadtbus.cli.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** How the contenders without a hub accept over REST: a Tomcat like the hub's with one servlet, no token asked. */
final class Door implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector();

    /** What to do with a message before it is accepted. */
    interface Intake {
        void take(int target, byte[] message) throws Exception;
    }

    Door(Path folder, Intake intake) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxThreads", "32");
        tomcat.setConnector(connector);
        StandardContext context = (StandardContext) tomcat.addContext("", null);
        // nothing is loaded again: what it warns of at its end cannot happen
        context.setClearReferencesObjectStreamClassCaches(false);
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        Tomcat.addServlet(context, "door", new Servlet(intake));
        context.addServletMappingDecoded("/*", "door");
        tomcat.start();
    }

    URI address(int target) {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/" + target);
    }

    private static final class Servlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient Intake intake;

        Servlet(Intake intake) {
            this.intake = intake;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            int target = Integer.parseInt(request.getPathInfo().substring(1));
            try {
                intake.take(target, request.getInputStream().readAllBytes());
                response.setStatus(HttpServletResponse.SC_ACCEPTED);
            } catch (Exception e) {
                throw new IOException("A contender of the bench failed", e);
            }
        }
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
