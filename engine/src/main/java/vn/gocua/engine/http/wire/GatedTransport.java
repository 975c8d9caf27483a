package vn.gocua.engine.http.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContentEncoder;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.transport.Transport;
import java.net.SocketAddress;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x's transport with a {@link RequestGate} on every HTTP connection. Vert.x has no option for
 * handlers before its decoder; a transport is the public way.
 */
public final class GatedTransport implements Transport {
  private final Function<@Nullable String, FullHttpResponse> words;

  /**
   * @param words makes the refusal of an improper body for an {@code Accept-Language}
   */
  public GatedTransport(Function<@Nullable String, FullHttpResponse> words) {
    this.words = words;
  }

  @Override
  public String name() {
    return "gated";
  }

  @Override
  public boolean available() {
    return NIO.available();
  }

  @Override
  public @Nullable Throwable unavailabilityCause() {
    return NIO.unavailabilityCause();
  }

  @Override
  public io.vertx.core.spi.transport.Transport implementation() {
    return new Gated(NIO.implementation(), words);
  }

  /**
   * Inserts the gate with the first bytes: before that, Vert.x may still be building the pipeline.
   */
  private static final class Placer extends ChannelInboundHandlerAdapter {
    private final Function<@Nullable String, FullHttpResponse> words;

    Placer(Function<@Nullable String, FullHttpResponse> words) {
      this.words = words;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ChannelPipeline pipeline = ctx.pipeline();
      ChannelHandlerContext decoder = pipeline.context(HttpRequestDecoder.class);
      ChannelHandlerContext tls = pipeline.context(SslHandler.class);
      if (decoder != null) {
        place(pipeline, decoder.name());
      } else if (tls != null) {
        pipeline.addAfter(tls.name(), null, new Placer(words));
      }
      ctx.fireChannelRead(message);
      pipeline.remove(this);
    }

    private void place(ChannelPipeline pipeline, String decoder) {
      pipeline.addBefore(
          decoder,
          null,
          new RequestGate(
              HttpServerOptions.DEFAULT_MAX_INITIAL_LINE_LENGTH,
              HttpServerOptions.DEFAULT_MAX_HEADER_SIZE));
      ChannelHandlerContext last = pipeline.context(HttpContentEncoder.class);
      if (last == null) {
        last = pipeline.context(HttpResponseEncoder.class);
      }
      if (last != null) {
        pipeline.addAfter(last.name(), null, new LateRefusal(words));
      }
    }
  }

  private record Gated(
      io.vertx.core.spi.transport.Transport usual,
      Function<@Nullable String, FullHttpResponse> words)
      implements io.vertx.core.spi.transport.Transport {

    @Override
    public void configure(
        NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
      usual.configure(options, domainSocket, bootstrap);
      ChannelHandler vertx = bootstrap.config().childHandler();
      bootstrap.childHandler(
          new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
              channel.pipeline().addLast(new Placer(words)).addLast(vertx);
            }
          });
    }

    @Override
    public boolean supportsDomainSockets() {
      return usual.supportsDomainSockets();
    }

    @Override
    public boolean supportFileRegion() {
      return usual.supportFileRegion();
    }

    @Override
    public boolean isAvailable() {
      return usual.isAvailable();
    }

    @Override
    public Throwable unavailabilityCause() {
      return usual.unavailabilityCause();
    }

    @Override
    public SocketAddress convert(io.vertx.core.net.SocketAddress address) {
      return usual.convert(address);
    }

    @Override
    public io.vertx.core.net.SocketAddress convert(SocketAddress address) {
      return usual.convert(address);
    }

    @Override
    public IoHandlerFactory ioHandlerFactory() {
      return usual.ioHandlerFactory();
    }

    @Override
    public EventLoopGroup eventLoopGroup(
        int type, int threads, ThreadFactory factory, int ioRatio) {
      return usual.eventLoopGroup(type, threads, factory, ioRatio);
    }

    @Override
    public DatagramChannel datagramChannel() {
      return usual.datagramChannel();
    }

    @Override
    @SuppressWarnings("deprecation") // The method that there is.
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
      return usual.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
      return usual.channelFactory(domainSocket);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
      return usual.serverChannelFactory(domainSocket);
    }

    @Override
    public void configure(DatagramChannel channel, DatagramSocketOptions options) {
      usual.configure(channel, options);
    }

    @Override
    public void configure(
        ClientOptionsBase options, int connectTimeout, boolean domainSocket, Bootstrap bootstrap) {
      usual.configure(options, connectTimeout, domainSocket, bootstrap);
    }
  }
}
