package vn.gocua.engine.http.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request whose body turns out improper while its head is already processed. It answers
 * in turn, unless there is an answer, and ends the connection. Vert.x would end it without an
 * answer.
 */
final class LateRefusal extends ChannelDuplexHandler {
  private final Function<@Nullable String, FullHttpResponse> words;

  /** Requests whose answer has not ended. */
  private int unanswered;

  /** Whether the answer to the oldest request has begun. */
  private boolean answering;

  private boolean refused;
  private boolean closing;
  private @Nullable String languages;

  /**
   * @param words makes the refusal for an {@code Accept-Language}
   */
  LateRefusal(Function<@Nullable String, FullHttpResponse> words) {
    this.words = words;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (refused) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest request) {
      unanswered++;
      languages = request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE);
    } else if (message instanceof HttpContent content && content.decoderResult().isFailure()) {
      refused = true;
      ReferenceCountUtil.release(message);
      answer(ctx);
      return;
    }
    ctx.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (closing) {
      ReferenceCountUtil.release(message);
      promise.tryFailure(new ClosedChannelException());
      return;
    }
    var _ = ctx.write(message, promise);
    if (message instanceof HttpResponse response) {
      if (response.status().code() < 200) {
        return;
      }
      answering = true;
    }
    if (message instanceof LastHttpContent) {
      answering = false;
      unanswered--;
      if (refused) {
        answer(ctx);
      }
    }
  }

  private void answer(ChannelHandlerContext ctx) {
    if (closing || answering || unanswered > 1) {
      return;
    }
    closing = true;
    if (unanswered == 0) {
      ctx.flush();
      var _ = ctx.close();
    } else {
      ctx.writeAndFlush(words.apply(languages)).addListener(ChannelFutureListener.CLOSE);
    }
  }
}
