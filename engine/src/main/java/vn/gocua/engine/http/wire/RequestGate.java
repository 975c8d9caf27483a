package vn.gocua.engine.http.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets only proper HTTP through to the decoder; see {@link RequestFraming}. The first improper
 * message is passed on as undecodable, and nothing after it.
 *
 * <p>Ends the connection of a request that comes too slowly: an idle limit alone would let single
 * bytes hold it for ever.
 */
final class RequestGate extends ByteToMessageDecoder {
  /** Time for a request; a large one gets the same again while it makes progress. */
  static final Duration IN_TIME = Duration.ofSeconds(60);

  /** Four KiB a second. */
  static final long ENOUGH_IN_TIME = 60 * 4096;

  private final RequestFraming framing;
  private boolean refused;
  private long received;
  private @Nullable Future<?> deadline;

  RequestGate(int longestLine, int longestHead) {
    framing = new RequestFraming(longestLine, longestHead);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    if (message instanceof ByteBuf bytes) {
      received += bytes.readableBytes();
    }
    long before = framing.ended();
    super.channelRead(ctx, message);
    boolean begun = framing.isInBody() || actualReadableBytes() > 0;
    if (!begun || framing.ended() != before) {
      forget();
    }
    if (begun && deadline == null && !ctx.isRemoved()) {
      giveTime(ctx);
    }
  }

  private void giveTime(ChannelHandlerContext ctx) {
    received = 0;
    Runnable check =
        () -> {
          if (received >= ENOUGH_IN_TIME) {
            giveTime(ctx);
          } else {
            var _ = ctx.close();
          }
        };
    deadline = ctx.executor().schedule(check, IN_TIME.toSeconds(), TimeUnit.SECONDS);
  }

  private void forget() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (refused) {
      in.skipBytes(in.readableBytes());
      return;
    }
    int from = in.readerIndex();
    HttpObject refusal = null;
    try {
      for (int length; in.isReadable() && (length = framing.next(in)) > 0; ) {
        in.skipBytes(length);
      }
    } catch (Refused e) {
      refusal = refusal(e);
    }
    int to = in.readerIndex();
    if (to > from) {
      out.add(in.retainedSlice(from, to - from));
    }
    if (refusal != null) {
      refused = true;
      out.add(refusal);
      in.skipBytes(in.readableBytes());
    }
  }

  private HttpObject refusal(Refused why) {
    HttpObject refusal =
        framing.isInBody()
            ? new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER)
            : new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.GET, "/", Unpooled.EMPTY_BUFFER);
    refusal.setDecoderResult(DecoderResult.failure(why));
    return refusal;
  }

  @Override
  protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    // Half a head that will not be whole any more.
    in.skipBytes(in.readableBytes());
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    forget();
    super.channelInactive(ctx);
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext ctx) {
    forget();
  }
}
