import { FrameReader, encodeFrame } from './frames';

describe('frames', () => {
  it('come out as they went in, however the bytes are cut', () => {
    const bytes = Buffer.concat([
      encodeFrame({ id: 1 }, 'grüße €'),
      encodeFrame({ id: 2 }, ''),
      encodeFrame({ id: 3 }, 'x'),
    ]);
    for (const step of [1, 2, 3, 7, 8, 9, 1_000]) {
      const reader = new FrameReader(100);
      const frames = [];
      for (let at = 0; at < bytes.length; at += step) frames.push(...reader.push(bytes.subarray(at, at + step)));
      expect(frames).toEqual([
        { header: { id: 1 }, body: 'grüße €' },
        { header: { id: 2 }, body: '' },
        { header: { id: 3 }, body: 'x' },
      ]);
    }
  });

  it('are refused as soon as they announce more than the cap', () => {
    const reader = new FrameReader(10);
    const frame = encodeFrame({}, 'x'.repeat(11));
    expect(() => reader.push(frame.subarray(0, 8))).toThrow(RangeError);
    expect(() => new FrameReader(10).push(Buffer.from('garbage that is no frame'))).toThrow(RangeError);
  });

  it('with a header that is no JSON are refused', () => {
    expect(() => new FrameReader(10).push(Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 0x7b]))).toThrow(SyntaxError);
  });
});
