/**
 * Messages between the server and a sandbox child: two lengths of four bytes, a JSON header and a text body.
 * The body is apart so that large values are not escaped twice. Reading stops at a cap: the child is not trusted.
 */
const LENGTHS_BYTES = 8;
const MAX_HEADER_BYTES = 64 * 1024;

export interface Frame {
  readonly header: unknown;
  readonly body: string;
}

/** One frame as bytes. */
export function encodeFrame(header: unknown, body: string): Buffer {
  const head = Buffer.from(JSON.stringify(header));
  const tail = Buffer.from(body);
  const lengths = Buffer.alloc(LENGTHS_BYTES);
  lengths.writeUInt32BE(head.length, 0);
  lengths.writeUInt32BE(tail.length, 4);
  return Buffer.concat([lengths, head, tail]);
}

/** Puts chunks together to frames. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private size = 0;

  constructor(private readonly maxBodyBytes: number) {}

  /**
   * The frames that are complete with this chunk.
   * @throws RangeError when a frame announces more than the cap; the child must be killed then
   */
  push(chunk: Buffer): Frame[] {
    this.chunks.push(chunk);
    this.size += chunk.length;
    const frames: Frame[] = [];
    for (let frame = this.take(); frame !== undefined; frame = this.take()) frames.push(frame);
    return frames;
  }

  private take(): Frame | undefined {
    if (this.size < LENGTHS_BYTES) return undefined;
    const first = this.joined(LENGTHS_BYTES);
    const headBytes = first.readUInt32BE(0);
    const bodyBytes = first.readUInt32BE(4);
    if (headBytes > MAX_HEADER_BYTES || bodyBytes > this.maxBodyBytes) {
      throw new RangeError(`A sandbox child announced a frame of ${headBytes} + ${bodyBytes} bytes.`);
    }
    const total = LENGTHS_BYTES + headBytes + bodyBytes;
    if (this.size < total) return undefined;
    const bytes = this.joined(total);
    this.chunks = [bytes.subarray(total)];
    this.size -= total;
    return {
      header: JSON.parse(bytes.toString('utf8', LENGTHS_BYTES, LENGTHS_BYTES + headBytes)),
      body: bytes.toString('utf8', LENGTHS_BYTES + headBytes, total),
    };
  }

  /** A buffer that holds at least the first `count` bytes; chunks are joined only when needed. */
  private joined(count: number): Buffer {
    const first = this.chunks[0];
    if (first !== undefined && first.length >= count) return first;
    const all = Buffer.concat(this.chunks);
    this.chunks = [all];
    return all;
  }
}
