import { testNode } from '@millrace/node-sdk/testing';
import type { Json, JsonObject } from '@millrace/workflow-model';
import fc from 'fast-check';
import { dataCleanerNode } from './data-cleaner.executor';

const kinds = ['email', 'phone', 'card', 'iban', 'ssn', 'ip'];
const secret = fc.constantFrom(
  'ada@example.com',
  '+1 212 555 2368',
  '4111 1111 1111 1111',
  'DE89 3704 0044 0532 0130 00',
  '123-45-6789',
  '192.168.0.17',
  '2001:db8::1',
);
const filler = fc.stringMatching(/^[a-z ,!?]{0,12}$/);
const text = fc.array(fc.oneof(filler, secret), { maxLength: 5 }).map((parts) => parts.join(' '));
const data = fc.letrec<{ value: Json; leaf: Json }>((tie) => ({
  leaf: fc.oneof(text, fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null)),
  value: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('value'), { maxKeys: 4 }).map((object) => ({ ...object })),
  ),
})).value;
const params = fc.record({
  trim: fc.boolean(),
  collapseWhitespace: fc.boolean(),
  case: fc.constantFrom('none', 'lower', 'upper', 'title', 'sentence'),
  removeSpecialCharacters: fc.boolean(),
  unicode: fc.constantFrom('none', 'NFC', 'NFKC'),
  mask: fc.subarray(kinds),
  maskStyle: fc.constantFrom('full', 'partial', 'token'),
}) as fc.Arbitrary<JsonObject>;

async function clean(given: JsonObject, input: Json): Promise<Json> {
  const { main, failure } = await testNode(dataCleanerNode, { params: { ...given, value: null }, input });
  if (main === undefined) throw new Error(failure?.message);
  return main;
}

/** Through the input, so that texts with `{{` are data and not templates. */
async function cleanInput(given: JsonObject, input: Json): Promise<Json> {
  const { main, failure } = await testNode(dataCleanerNode, { params: given, input });
  if (main === undefined) throw new Error(failure?.message);
  return main;
}

/** The same with every text made empty. */
function shapeOf(value: Json): Json {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shapeOf(entry)]));
}

describe('data cleaner', () => {
  it('keeps the shape and everything that is no text', async () => {
    await fc.assert(
      fc.asyncProperty(params, data, async (given, input) => {
        expect(shapeOf(await cleanInput(given, input))).toEqual(shapeOf(input));
      }),
    );
  });

  it('changes nothing when it cleans what is clean', async () => {
    await fc.assert(
      fc.asyncProperty(params, data, async (given, input) => {
        const plain = { ...given, mask: [], case: given['case'] === 'sentence' ? 'none' : (given['case'] ?? 'none') };
        const once = await cleanInput(plain, input);
        expect(await cleanInput(plain, once)).toEqual(once);
      }),
    );
  });

  it('masks nothing a second time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('full', 'token'), text, async (maskStyle, input) => {
        const given = { mask: kinds, maskStyle };
        const once = await cleanInput(given, input);
        expect(await cleanInput(given, once)).toBe(once);
      }),
    );
  });

  it('leaves no secret in the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('full', 'partial', 'token'),
        filler,
        secret,
        filler,
        async (maskStyle, before, value, after) => {
          const masked = await cleanInput({ mask: kinds, maskStyle }, `${before} ${value} ${after}`);
          expect(masked).not.toContain(value);
          expect(masked).toContain(before.trim());
          expect(masked).toContain(after.trim());
        },
      ),
    );
  });

  it('takes null for data', async () => {
    expect(await clean({}, 'ignored')).toBeNull();
  });
});
