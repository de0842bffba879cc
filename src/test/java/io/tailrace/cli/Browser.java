package io.tailrace.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A headless Chromium with one page, spoken to in the DevTools protocol over a web socket.
///
/// Why no driver library: a few commands of a stable protocol are all that is needed, and a driver is a download for
/// each version of each browser.
final class Browser implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger commands = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final String session;

    /// What the machine has, found on the path.
    static Optional<Path> installed() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser(Path program, Path profile) throws IOException {
        process = new ProcessBuilder(
                program.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-sync",
                "--disable-component-update", "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket = http.newWebSocketBuilder().buildAsync(address(), new Listener()).join();
        String target = call("Target.createTarget", Map.of("url", "about:blank"), "").path("targetId").asString();
        session = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true), "").path("sessionId")
                .asString();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
    }

    /// The browser says where it listens, among other things, and may say more later, which nobody reads.
    private URI address() throws IOException {
        BufferedReader words = process.errorReader();
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread.ofVirtual().start(() -> words.lines().forEach(_ -> {}));
                return URI.create(line.substring(LISTENING.length()));
            }
        }
        throw new IOException("The browser ended before it listened");
    }

    /// Opens a file in a window of so many pixels, and waits until it has loaded.
    void open(Path page, int width, int height) {
        resize(width, height);
        CompletableFuture<JsonNode> loaded = event("Page.loadEventFired");
        call("Page.navigate", Map.of("url", page.toUri().toString()));
        await(loaded);
    }

    /// Gives the window another size; a narrow one is a telephone's.
    void resize(int width, int height) {
        call("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    /// The value of a JavaScript expression; a promise's, once it is kept.
    JsonNode evaluate(String expression) {
        JsonNode answer = call("Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /// What stands in the window, as a PNG.
    byte[] screenshot() {
        JsonNode answer = call("Page.captureScreenshot", Map.of());
        return Base64.getDecoder().decode(answer.path("data").asString());
    }

    /// The page as it prints.
    byte[] print() {
        JsonNode answer = call("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
        return Base64.getDecoder().decode(answer.path("data").asString());
    }

    /// Does something that downloads a file, and waits until it is there.
    void download(Path folder, String action) {
        call("Browser.setDownloadBehavior",
                Map.of("behavior", "allow", "downloadPath", folder.toString(), "eventsEnabled", true), "");
        CompletableFuture<JsonNode> done = event("Browser.downloadProgress/completed");
        evaluate(action);
        await(done);
    }

    /// Exceptions and errors that the page has met.
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    /// Addresses that the page has asked for, itself among them.
    List<String> requests() {
        return List.copyOf(requests);
    }

    JsonNode call(String method, Map<String, ?> parameters) {
        return call(method, parameters, session);
    }

    private JsonNode call(String method, Map<String, ?> parameters, String of) {
        int id = commands.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        var command = JsonMapper.shared().createObjectNode();
        command.put("id", id).put("method", method).set("params", JsonMapper.shared().valueToTree(parameters));
        if (!of.isEmpty()) {
            command.put("sessionId", of);
        }
        socket.sendText(command.toString(), true).join();
        JsonNode message = await(answer);
        if (message.has("error")) {
            throw new IllegalStateException(method + ": " + message.path("error"));
        }
        return message.path("result");
    }

    private CompletableFuture<JsonNode> event(String name) {
        var event = new CompletableFuture<JsonNode>();
        awaited.put(name, event);
        return event;
    }

    private static JsonNode await(CompletableFuture<JsonNode> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private void heard(JsonNode message) {
        if (message.has("id")) {
            answers.remove(message.path("id").asInt()).complete(message);
            return;
        }
        String method = message.path("method").asString("");
        JsonNode parameters = message.path("params");
        switch (method) {
            case "Network.requestWillBeSent" -> requests.add(parameters.path("request").path("url").asString());
            case "Runtime.exceptionThrown" -> troubles.add(parameters.path("exceptionDetails").toString());
            case "Runtime.consoleAPICalled" -> troubles.add(parameters.path("args").toString());
            case "Log.entryAdded" -> troubles.add(parameters.path("entry").toString());
            default -> {}
        }
        String state = parameters.path("state").asString("");
        Optional.ofNullable(awaited.remove(state.isEmpty() ? method : method + "/" + state))
                .ifPresent(event -> event.complete(parameters));
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        process.toHandle().onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /// Puts messages together, which come in pieces.
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            message.append(piece);
            if (last) {
                heard(JsonMapper.shared().readTree(message.toString()));
                message.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
