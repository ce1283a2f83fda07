package org.stadtbus.sandbox.egvp;

import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.stadtbus.egvp.CommitRequest;
import org.stadtbus.egvp.CommitResponse;
import org.stadtbus.egvp.EgvpFile;
import org.stadtbus.egvp.EgvpPort;
import org.stadtbus.egvp.ReceiveRequest;
import org.stadtbus.egvp.ReceiveResponse;
import org.stadtbus.egvp.SendRequest;
import org.stadtbus.egvp.SendResponse;
import org.stadtbus.egvp.StateRequest;
import org.stadtbus.egvp.StateResponse;
import org.stadtbus.egvp.UncommittedMessage;
import org.stadtbus.egvp.UncommittedRequest;
import org.stadtbus.egvp.UncommittedResponse;

/** Takes messages for anybody, gives each an id with its answer, and keeps one mailbox. */
record EgvpService(String account, Post post, Trouble trouble) implements EgvpPort {
    private static final String FOLDER = "attachments/";

    @Override
    public SendResponse sendAsynchroniousMessage(SendRequest request) {
        SendResponse answer = new SendResponse();
        answer.returnCode = refusal(request.userId).or(() -> wrong(request)).orElse(OK);
        if (OK.equals(answer.returnCode)) {
            String id = "egvp_%06d".formatted(post.names(Post.SENT).size() + 1);
            post.keepHead(id, head(request));
            post.keep(Post.SENT, id, packed(request.attachments));
            answer.customId = id;
            trouble.after();
        }
        return answer;
    }

    private static Optional<String> wrong(SendRequest request) {
        String receiver = text(request.receiverId);
        if (receiver.isEmpty()) {
            return Optional.of("RECEIVER_REQUIRED");
        }
        if (receiver.startsWith("unbekannt")) {
            return Optional.of("RECEIVER_NOT_FOUND");
        }
        return text(request.subject).isEmpty() ? Optional.of("SUBJECT_REQUIRED") : Optional.empty();
    }

    private static Map<String, String> head(SendRequest request) {
        return Map.of(
                "messageType", text(request.messageType),
                "receiverID", text(request.receiverId),
                "subject", text(request.subject));
    }

    private static byte[] packed(List<EgvpFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (EgvpFile file : files) {
                zip.putNextEntry(new ZipEntry(FOLDER + text(file.name)));
                Objects.requireNonNull(file.data).writeTo(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public StateResponse getState(StateRequest request) {
        StateResponse answer = new StateResponse();
        String id = text(request.customOrMessageId);
        answer.returnCode =
                refusal(request.userId).orElse(post.has(Post.SENT, id) ? OK : "NO_SUCH_MESSAGE_OR_CUSTOM_ID");
        if (OK.equals(answer.returnCode)) {
            answer.customId = id;
            answer.messageId = "osci-" + id;
            answer.state = trouble.state();
        }
        return answer;
    }

    @Override
    public UncommittedResponse getUncommittedMessageIDs(UncommittedRequest request) {
        UncommittedResponse answer = new UncommittedResponse();
        answer.returnCode = refusal(request.userId).orElse(OK);
        if (OK.equals(answer.returnCode)) {
            post.names(Post.BOX).forEach(id -> {
                UncommittedMessage message = new UncommittedMessage();
                message.messageId = id;
                message.osciDate = "2026-01-01T00:00:00Z";
                answer.messages.add(message);
            });
            answer.count = answer.messages.size();
        }
        return answer;
    }

    @Override
    public ReceiveResponse receiveMessage(ReceiveRequest request) {
        ReceiveResponse answer = new ReceiveResponse();
        String id = text(request.messageId);
        answer.messageId = id;
        answer.returnCode = refusal(request.userId).orElse(post.has(Post.BOX, id) ? OK : "NO_SUCH_MESSAGE");
        if (OK.equals(answer.returnCode)) {
            answer.zip = new DataHandler(new ByteArrayDataSource(post.zip(Post.BOX, id), "application/octet-stream"));
        }
        return answer;
    }

    @Override
    public CommitResponse commitReceivedMessage(CommitRequest request) {
        CommitResponse answer = new CommitResponse();
        String id = text(request.messageId);
        String there = post.has(Post.DONE, id) ? "MESSAGE_ALREADY_COMMITTED" : "NO_SUCH_MESSAGE";
        answer.userId = account;
        answer.messageId = id;
        answer.returnCode = refusal(request.userId).orElse(post.has(Post.BOX, id) ? OK : there);
        if (OK.equals(answer.returnCode)) {
            post.commit(id);
            trouble.after();
        }
        return answer;
    }

    private Optional<String> refusal(@Nullable String userId) {
        Optional<String> fault = trouble.before();
        return fault.isPresent() || account.equals(userId) ? fault : Optional.of("NO_SUCH_ACCOUNT");
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
