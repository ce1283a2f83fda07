package org.stadtbus.connector;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.stadtbus.envelope.HubException;

/**
 * Drops a message in a folder: attachments first, then the message, last the file that says it is whole, each under a temporary name
 * first. A file is dropped once, however often it is delivered: one of the same name and content in the folder, or of the same name
 * where the procedure puts what it took, is the same file.
 */
public class FolderDrop implements Processor {
    private final Folder.Opener neighbour;
    private final Function<Throwable, HubException> failures;
    private final Plan plan;

    /**
     * What is dropped where.
     *
     * @param connector id of the connector, with which its problem codes begin
     * @param folder where the procedure looks
     * @param doneFolder where the procedure moves what it took; empty when it does not
     * @param attachments whether it gets the message's attachments
     * @param completion how it knows that a message is whole
     */
    public record Plan(
            String connector, String folder, String doneFolder, boolean attachments, Completion completion) {}

    private enum Found {
        NOWHERE,
        HERE,
        TAKEN
    }

    /** @param failures words what was thrown, without personal data */
    protected FolderDrop(Folder.Opener neighbour, Function<Throwable, HubException> failures, Plan plan) {
        this.neighbour = neighbour;
        this.failures = failures;
        this.plan = plan;
    }

    @Override
    public final void process(Exchange exchange) {
        List<DropFile> files = MessageFiles.of(exchange, plan.attachments());
        DropFile message = files.get(files.size() - 1);
        try (Folder folder = neighbour.open()) {
            Found found = find(folder, message);
            if (found == Found.NOWHERE) {
                for (DropFile file : files) {
                    drop(folder, file);
                }
            }
            Optional<DropFile> marker = plan.completion().marker(message.name(), files);
            if (found != Found.TAKEN && marker.isPresent()) {
                drop(folder, marker.get());
            }
            String said = found == Found.NOWHERE ? "abgelegt als " : "lag schon als ";
            exchange.getMessage().setHeader("StadtbusReceipt", said + message.name());
        } catch (IOException | RuntimeException e) {
            throw failures.apply(e);
        }
    }

    private void drop(Folder folder, DropFile file) throws IOException {
        if (find(folder, file) == Found.NOWHERE) {
            String temporary = plan.folder() + "/." + file.name() + ".part";
            folder.write(temporary, file.bytes().get());
            folder.rename(temporary, plan.folder() + "/" + file.name());
        }
    }

    /** Looks first where a file is dropped, then where it goes: the other way round it could pass by unseen. */
    private Found find(Folder folder, DropFile file) throws IOException {
        String path = plan.folder() + "/" + file.name();
        OptionalLong size = folder.size(path);
        if (size.isPresent()) {
            boolean same = size.getAsLong() == file.size()
                    && folder.sha256(path).map(file.sha256()::equals).orElse(true);
            if (!same) {
                throw HubException.permanent(
                        plan.connector() + "-name-taken",
                        "Im Ordner liegt schon eine andere Datei unter dem Namen " + file.name()
                                + ". Bitte den Betreiber fragen.");
            }
            return Found.HERE;
        }
        boolean taken = !plan.doneFolder().isEmpty()
                && folder.size(plan.doneFolder() + "/" + file.name()).isPresent();
        return taken ? Found.TAKEN : Found.NOWHERE;
    }
}
