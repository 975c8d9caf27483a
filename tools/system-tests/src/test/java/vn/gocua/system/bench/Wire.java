package vn.gocua.system.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One HTTP connection that costs next to nothing, as the load shares its machine with what it
 * loads: one request at a time, and of the answer only its status and length are understood.
 */
final class Wire implements AutoCloseable {
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ACCEPTED = "\"accepted\"".getBytes(StandardCharsets.US_ASCII);

  private final SocketChannel channel;
  private final SelectionKey key;
  private final ByteBuffer answer = ByteBuffer.allocate(256 * 1024);
  private ByteBuffer request = ByteBuffer.allocate(0);
  private int answerLength = -1;

  private Wire(SocketChannel channel, SelectionKey key) {
    this.channel = channel;
    this.key = key;
  }

  static Wire open(Selector selector, int port, Object owner) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    return new Wire(channel, channel.register(selector, SelectionKey.OP_READ, owner));
  }

  void send(byte[] bytes) throws IOException {
    request = ByteBuffer.wrap(bytes);
    answer.clear();
    answerLength = -1;
    flush();
  }

  private void flush() throws IOException {
    channel.write(request);
    key.interestOps(
        request.hasRemaining()
            ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
            : SelectionKey.OP_READ);
  }

  /** Goes on with what is possible; true once the answer is here in full. */
  boolean proceed() throws IOException {
    if (request.hasRemaining()) {
      flush();
    }
    if (channel.read(answer) < 0) {
      throw new EOFException("the engine closed a connection");
    }
    if (answerLength < 0) {
      int head = indexOf(END_OF_HEAD, 0);
      if (head < 0) {
        return false;
      }
      answerLength = head + END_OF_HEAD.length + bodyLength();
    }
    return answer.position() >= answerLength;
  }

  private int bodyLength() {
    int digit = indexOf(LENGTH, 0) + LENGTH.length;
    int length = 0;
    for (; answer.get(digit) != '\r'; digit++) {
      length = length * 10 + answer.get(digit) - '0';
    }
    return length;
  }

  /** How many items of the answered batch were accepted. */
  int accepted() {
    int count = 0;
    for (int at = indexOf(ACCEPTED, 0); at >= 0; at = indexOf(ACCEPTED, at + ACCEPTED.length)) {
      count++;
    }
    return count;
  }

  String text() {
    return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
  }

  private int indexOf(byte[] pattern, int from) {
    byte[] bytes = answer.array();
    int last = answer.position() - pattern.length;
    for (int at = from; at <= last; at++) {
      if (bytes[at] == pattern[0]
          && Arrays.equals(bytes, at, at + pattern.length, pattern, 0, pattern.length)) {
        return at;
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
