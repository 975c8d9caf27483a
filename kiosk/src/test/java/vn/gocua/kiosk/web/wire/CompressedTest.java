package vn.gocua.kiosk.web.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedTest {
  private static final String PAGE = "<p>Tổ công nghệ số cộng đồng</p>".repeat(200);
  private static Server server;
  private static HttpClient client;

  /** Answers a page, or the length of the body that reached it. */
  private static final class Site extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      int length = Content.Source.asByteBuffer(request).remaining();
      String answer = length == 0 ? PAGE : length + " bytes";
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
      Content.Sink.write(response, true, answer, callback);
      return true;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(new Compressed(new Site()));
    server.start();
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    server.stop();
  }

  private static HttpResponse<byte[]> send(String path, HttpRequest.Builder request)
      throws Exception {
    return client.send(
        request.uri(URI.create(server.getURI() + path)).build(), BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    return send(path, HttpRequest.newBuilder().header("Accept-Encoding", "gzip"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "VAADIN/build/app.js", "?v-r=uidl&v-uiId=0"})
  void shouldPackPagesFilesAndChanges(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
    assertThat(answer.body()).hasSizeLessThan(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?v-r=init",
        "?v-r=uidl&v-r=init",
        "?%76-r=init&v-r=init",
        "VAADIN/dynamic/resource/0/table.csv",
        "VAADIN/push/x"
      })
  void shouldNotPackAKeyNorDownloadsNorPush(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(PAGE);
  }

  @Test
  void shouldPackForThoseOnlyWhoCanUnpack() throws Exception {
    HttpResponse<byte[]> answer = send("", HttpRequest.newBuilder());
    assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
  }

  /** A few bytes could become a gigabyte: nobody here asked for packed bodies. */
  @Test
  void shouldLeaveABodyAsItCame() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(new byte[1_000_000]);
    }
    HttpResponse<byte[]> answer =
        send(
            "?v-r=uidl",
            HttpRequest.newBuilder()
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(packed.size() + " bytes");
  }
}
