package org.stadtbus.sandbox.ablage;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ftpserver.filesystem.nativefs.NativeFileSystemFactory;
import org.apache.ftpserver.ftplet.FileSystemFactory;
import org.apache.ftpserver.ftplet.FileSystemView;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpFile;
import org.apache.ftpserver.ftplet.User;
import org.jspecify.annotations.Nullable;

/** Files of an FTP server that cuts, in turns, after the first bytes of an upload and after a rename but before its answer. */
final class CutFiles implements FileSystemFactory {
    private final FileSystemFactory inner = new NativeFileSystemFactory();
    private final AtomicBoolean cutUpload = new AtomicBoolean(true);
    private final Runnable hangUp;
    private volatile boolean cut;

    CutFiles(Runnable hangUp) {
        this.hangUp = hangUp;
    }

    void cut(boolean on) {
        cutUpload.set(true);
        cut = on;
    }

    @Override
    public FileSystemView createFileSystemView(User user) throws FtpException {
        FileSystemView view = inner.createFileSystemView(user);
        return (FileSystemView) Proxy.newProxyInstance(
                CutFiles.class.getClassLoader(), new Class<?>[] {FileSystemView.class}, (proxy, method, arguments) -> {
                    Object result = call(view, method, arguments);
                    return result instanceof FtpFile file ? cuttable(file) : result;
                });
    }

    private FtpFile cuttable(FtpFile file) {
        return (FtpFile) Proxy.newProxyInstance(
                CutFiles.class.getClassLoader(), new Class<?>[] {FtpFile.class}, new CuttableFile(file));
    }

    private static @Nullable Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private final class CuttableFile implements InvocationHandler {
        private final FtpFile file;

        private CuttableFile(FtpFile file) {
            this.file = file;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "createOutputStream" -> upload(file.createOutputStream((Long) arguments[0]));
                case "move" -> moved(file.move(((CuttableFile) Proxy.getInvocationHandler(arguments[0])).file));
                default -> call(file, method, arguments);
            };
        }

        private OutputStream upload(OutputStream out) {
            return cut && cutUpload.getAndSet(false) ? new CutStream(out) : out;
        }

        private boolean moved(boolean done) {
            if (cut) {
                cutUpload.set(true);
                hangUp.run();
            }
            return done;
        }
    }

    /** Takes the first bytes, then cuts. */
    private final class CutStream extends FilterOutputStream {
        private static final int FIRST_BYTES = 4;

        private CutStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, Math.min(FIRST_BYTES, length));
            out.flush();
            hangUp.run();
            throw new IOException("The session was cut");
        }
    }
}
