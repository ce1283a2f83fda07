package org.stadtbus.testkit;

import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.JAXBIntrospector;
import jakarta.xml.ws.Holder;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.tools.common.ToolContext;
import org.apache.cxf.tools.wsdlto.WSDLToJava;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.ws.addressing.WSAddressingFeature;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;
import org.stadtbus.standards.OfficialStandards;

/**
 * What CXF generates from an official WSDL, compiled for the test and never kept: a client and a server this project did
 * not write. Messages go in and out as XML, by the names of their elements.
 */
public final class OfficialContract {
    private final ClassLoader classes;
    private final JAXBContext xml;
    private final String ports;

    private OfficialContract(ClassLoader classes, List<String> packages) throws JAXBException {
        this.classes = classes;
        this.xml = JAXBContext.newInstance(String.join(":", packages), classes);
        this.ports = packages.get(0);
    }

    /** XTA 2.1.1; skips the calling test where the official files are absent. */
    public static OfficialContract xta(Path folder) throws Exception {
        Map<String, String> packages = new LinkedHashMap<>();
        packages.put("http://xoev.de/transport/xta/211", "official.xta");
        packages.put("http://www.osci.eu/ws/2008/05/transport", "official.box");
        packages.put("http://www.osci.eu/ws/2014/10/transport", "official.meta");
        packages.put("http://www.w3.org/2005/08/addressing", "official.addressing");
        return generate(folder, "xta-2.1.1/XTA.wsdl", packages);
    }

    /** The web service of EGVP-Enterprise; skips the calling test where the official file is absent. */
    public static OfficialContract egvp(Path folder) throws Exception {
        return generate(folder, "egvp/EgvpService.wsdl", Map.of("urn:de:bos-bremen:egvp:ws", "official.egvp"));
    }

    private static OfficialContract generate(Path folder, String file, Map<String, String> packages) throws Exception {
        Path wsdl = OfficialStandards.require().resolve(file);
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path compiled = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments =
                new ArrayList<>(List.of("-d", sources.toString(), "-exsh", "true", "-noAddressBinding"));
        packages.forEach((namespace, name) -> arguments.addAll(List.of("-p", namespace + "=" + name)));
        arguments.add(wsdl.toUri().toString());
        System.setProperty("javax.xml.accessExternalDTD", "all");
        try {
            new WSDLToJava(arguments.toArray(String[]::new)).run(new ToolContext(), new ByteArrayOutputStream());
        } finally {
            System.clearProperty("javax.xml.accessExternalDTD");
        }
        compile(sources, compiled);
        return new OfficialContract(
                new URLClassLoader(new URL[] {compiled.toUri().toURL()}, OfficialContract.class.getClassLoader()),
                List.copyOf(packages.values()));
    }

    private static void compile(Path sources, Path target) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-proc:none",
                "-parameters",
                "-d",
                target.toString(),
                "-cp",
                System.getProperty("java.class.path")));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        if (compiler.run(null, said, said, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(said.toString());
        }
    }

    /** The generated interface of a port type, e.g. {@code SendPortType}. */
    public Class<?> port(String name) throws ClassNotFoundException {
        return classes.loadClass(ports + "." + name);
    }

    /** A generated client of a port with SOAP 1.1, over HTTP on this machine. */
    public Client client(String portType, URI address) throws ClassNotFoundException {
        JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
        factory.setServiceClass(port(portType));
        factory.setAddress(address.toString());
        return new Client(factory.create(), portType);
    }

    /** A generated client of a port with SOAP 1.2, MTOM and WS-Addressing, over TLS. */
    public Client client(String portType, URI address, SSLContext tls) throws ClassNotFoundException {
        JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
        factory.setServiceClass(port(portType));
        factory.setAddress(address.toString());
        factory.setBindingId(SOAPBinding.SOAP12HTTP_MTOM_BINDING);
        factory.getFeatures().add(new WSAddressingFeature());
        Object proxy = factory.create();
        HTTPConduit conduit = (HTTPConduit) ClientProxy.getClient(proxy).getConduit();
        TLSClientParameters parameters = new TLSClientParameters();
        parameters.setSSLSocketFactory(tls.getSocketFactory());
        conduit.setTlsClientParameters(parameters);
        return new Client(proxy, portType);
    }

    /** Reads an element into its generated class. */
    public Object read(String element) throws JAXBException {
        return JAXBIntrospector.getValue(xml.createUnmarshaller().unmarshal(new StringReader(element)));
    }

    /** Writes an object of a generated class as the element of this name. */
    public String write(Object value, String namespace, String name) throws JAXBException {
        StringWriter text = new StringWriter();
        Object element = xml.createJAXBIntrospector().isElement(value)
                ? value
                : new JAXBElement<>(new javax.xml.namespace.QName(namespace, name), Object.class, value);
        xml.createMarshaller().marshal(element, text);
        return text.toString();
    }

    /** What answers at a generated port. */
    @FunctionalInterface
    public interface Answering {
        /** Answers an operation: parts that came, as XML by element name, to parts that go back. */
        Map<String, String> answer(String operation, Map<String, String> parts) throws Exception;
    }

    /** A generated port with this behind it. */
    public Object port(String portType, Answering answering) throws ClassNotFoundException {
        return Proxy.newProxyInstance(classes, new Class<?>[] {port(portType)}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(answering, arguments);
            }
            return serve(method, arguments == null ? new Object[0] : arguments, answering);
        });
    }

    private @Nullable Object serve(Method method, Object[] arguments, Answering answering) throws Exception {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            WebParam param = method.getParameters()[i].getAnnotation(WebParam.class);
            Object value = arguments[i] instanceof Holder<?> holder ? holder.value : arguments[i];
            if (value != null) {
                parts.put(param.name(), write(value, param.targetNamespace(), param.name()));
            }
        }
        Map<String, String> answer = answering.answer(method.getName(), parts);
        for (int i = 0; i < arguments.length; i++) {
            String back = answer.get(
                    method.getParameters()[i].getAnnotation(WebParam.class).name());
            if (arguments[i] instanceof Holder<?> holder && back != null) {
                ReflectionTestUtils.setField(holder, "value", read(back));
            }
        }
        WebResult result = method.getAnnotation(WebResult.class);
        return result == null ? null : read(Objects.requireNonNull(answer.get(result.name()), result.name()));
    }

    /** What came back, as XML by element name. */
    public record Answer(Map<String, String> parts) {
        /** The element of this name, which must be there. */
        public String part(String name) {
            return Objects.requireNonNull(parts.get(name), name);
        }
    }

    /** A client of one port. */
    public final class Client {
        private final Object proxy;
        private final Class<?> type;

        private Client(Object proxy, String portType) throws ClassNotFoundException {
            this.proxy = proxy;
            this.type = port(portType);
        }

        /**
         * Calls an operation.
         *
         * @param parts elements as XML, or objects of generated classes, by element name; others are left out
         * @return what came back
         * @throws Exception the fault that came back
         */
        public Answer call(String operation, Map<String, Object> parts) throws Exception {
            Method method = Stream.of(type.getMethods())
                    .filter(m -> m.getName().equals(operation))
                    .findFirst()
                    .orElseThrow();
            List<Object> arguments = new ArrayList<>();
            for (Parameter parameter : method.getParameters()) {
                arguments.add(argument(parameter, parts));
            }
            try {
                return answer(method, arguments, method.invoke(proxy, arguments.toArray()));
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof Exception fault ? fault : e;
            }
        }

        private @Nullable Object argument(Parameter parameter, Map<String, Object> parts) throws JAXBException {
            Object part = parts.get(parameter.getAnnotation(WebParam.class).name());
            Object value = part instanceof String text ? read(text) : part;
            return parameter.getType() == Holder.class ? new Holder<>(value) : value;
        }

        private Answer answer(Method method, List<Object> arguments, @Nullable Object result) throws JAXBException {
            Map<String, String> answer = new LinkedHashMap<>();
            WebResult named = method.getAnnotation(WebResult.class);
            if (result != null && named != null) {
                answer.put(named.name(), write(result, named.targetNamespace(), named.name()));
            }
            for (int i = 0; i < arguments.size(); i++) {
                WebParam param = method.getParameters()[i].getAnnotation(WebParam.class);
                if (arguments.get(i) instanceof Holder<?> holder && holder.value != null) {
                    answer.put(param.name(), write(holder.value, param.targetNamespace(), param.name()));
                }
            }
            return new Answer(answer);
        }
    }
}
