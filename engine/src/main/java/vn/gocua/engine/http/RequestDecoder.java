package vn.gocua.engine.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests as Vert.x does, with two differences. A request that comes slower than anything
 * that still works ends its connection: an idle limit alone lets one byte now and then hold it for
 * ever. And a request that leaves in doubt where it ends is refused, since whoever stands between
 * may see another end.
 *
 * <p>Vert.x has no option for either, so this takes the place of its decoder in the pipeline, which
 * must be as good as new: a server that upgrades to HTTP/2 has begun to read by then.
 */
public final class RequestDecoder extends VertxHttpRequestDecoder {
  /** A request is whole by then, or so much of it has come that a large one gets as long again. */
  static final Duration IN_TIME = Duration.ofSeconds(60);

  /** Four KiB a second. */
  static final long ENOUGH_IN_TIME = 60 * 4096;

  private static final String PLACE = "httpDecoder";

  private boolean begun;
  private long received;
  private @Nullable Future<?> deadline;

  RequestDecoder(HttpServerOptions options) {
    super(options);
  }

  /** Takes its place on a connection that was just opened. */
  public static void install(HttpConnection connection, HttpServerOptions options) {
    if (connection instanceof ConnectionBase base) {
      ChannelPipeline pipeline = base.channel().pipeline();
      if (pipeline.get(PLACE) != null) {
        pipeline.replace(PLACE, PLACE, new RequestDecoder(options));
      }
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    if (message instanceof ByteBuf bytes) {
      received += bytes.readableBytes();
    }
    super.channelRead(ctx, message);
    if (begun && deadline == null) {
      giveTime(ctx);
    }
  }

  private void giveTime(ChannelHandlerContext ctx) {
    received = 0;
    Runnable look =
        () -> {
          if (received >= ENOUGH_IN_TIME) {
            giveTime(ctx);
          } else {
            var _ = ctx.close();
          }
        };
    deadline = ctx.executor().schedule(look, IN_TIME.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    begun = true;
    super.decode(ctx, in, out);
    for (Object decoded : out) {
      if (decoded instanceof LastHttpContent) {
        forget();
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    forget();
    super.channelInactive(ctx);
  }

  private void forget() {
    begun = false;
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  /** Asked of every request once its head is read, before its body is looked for. */
  @Override
  protected boolean isContentAlwaysEmpty(HttpMessage message) {
    for (String coding : message.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING)) {
      if (!coding.strip().equalsIgnoreCase("chunked")) {
        throw new IllegalArgumentException("a Transfer-Encoding that hides where the body ends");
      }
    }
    return super.isContentAlwaysEmpty(message);
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("both Transfer-Encoding and Content-Length");
  }
}
