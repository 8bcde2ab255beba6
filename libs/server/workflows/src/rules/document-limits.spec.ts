import { checkDocumentLimits, DOCUMENT_LIMITS } from './document-limits';

const codes = (input: unknown) => checkDocumentLimits(input).map(({ code }) => code);
const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

describe('checkDocumentLimits', () => {
  it('finds nothing in an ordinary document', () => {
    expect(codes({ name: 'A', nodes: [{ id: 'a', config: { list: [1, 'two', null] } }], edges: [] })).toEqual([]);
  });

  it.each([null, undefined, 7, 'text', []])('leaves %p to the schema', (input) => {
    expect(codes(input)).toEqual([]);
  });

  it('refuses a document above 4 MB', () => {
    expect(codes({ nodes: [{ config: { text: 'x'.repeat(DOCUMENT_LIMITS.maxBytes) } }] })).toEqual([
      'DOCUMENT_TOO_LARGE',
    ]);
  });

  it('counts bytes and not characters', () => {
    expect(codes({ text: 'é'.repeat(DOCUMENT_LIMITS.maxBytes / 2 + 1) })).toEqual(['DOCUMENT_TOO_LARGE']);
  });

  it('holds the depth at exactly 80 levels', () => {
    expect(codes(nested(DOCUMENT_LIMITS.maxDepth))).toEqual([]);
    expect(codes(nested(DOCUMENT_LIMITS.maxDepth + 1))).toEqual(['DOCUMENT_TOO_DEEP']);
  });

  it('survives a hundred thousand levels', () => {
    expect(codes({ nodes: nested(100_000) })).toEqual(['DOCUMENT_TOO_DEEP']);
  });
});
