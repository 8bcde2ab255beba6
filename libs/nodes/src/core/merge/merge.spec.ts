import { testNode } from '@millrace/node-sdk/testing';
import type { Json, JsonObject } from '@millrace/workflow-model';
import fc from 'fast-check';
import { mergeNode } from './merge.executor';

function branches(...values: Json[]) {
  return values.map((value, index) => ({
    nodeId: `node-${index}`,
    alias: String.fromCharCode(65 + index),
    sourceHandle: 'main',
    targetHandle: 'main',
    value,
  }));
}

async function merge(params: JsonObject, ...values: Json[]) {
  const result = await testNode(mergeNode, { params, inputs: branches(...values) });
  expect(result.synchronous).toBe(true);
  return result.failure?.code ?? result.main;
}

const people = [
  { id: 1, name: 'Ada' },
  { id: 2, name: 'Grace' },
  { id: 3, name: 'Joan' },
];
const orders = [
  { id: 2, total: 20 },
  { id: 2, total: 25 },
  { id: 9, total: 90 },
];

describe('merge of objects', () => {
  it('lets later branches win', async () => {
    expect(await merge({}, { a: 1, b: 1 }, { b: 2, c: 2 })).toEqual({ a: 1, b: 2, c: 2 });
  });

  it('lets earlier branches win', async () => {
    expect(await merge({ prefer: 'first' }, { a: 1 }, { a: 2, b: 2 })).toEqual({ a: 1, b: 2 });
  });

  it('keeps both sides of a clash, numbered by branch', async () => {
    expect(await merge({ prefer: 'keep-both' }, { a: 1, s: 0 }, { a: 2, s: 0 }, { a: 3 })).toEqual({
      a: 1,
      s: 0,
      a_2: 2,
      a_3: 3,
    });
  });

  it('replaces inner objects when shallow and merges them when deep', async () => {
    const values: Json[] = [{ x: { a: 1, b: { c: 1 } } }, { x: { b: { d: 2 } } }];
    expect(await merge({}, ...values)).toEqual({ x: { b: { d: 2 } } });
    expect(await merge({ depth: 'deep' }, ...values)).toEqual({ x: { a: 1, b: { c: 1, d: 2 } } });
  });

  it.each([
    ['replace', [{ a: 2 }]],
    ['append', [{ a: 1 }, 1, { a: 2 }]],
    ['by-position', [{ a: 2 }, 1]],
  ])('treats lists in deep merges as told: %s', async (arrays, list) => {
    expect(await merge({ depth: 'deep', arrays }, { list: [{ a: 1 }, 1] }, { list: [{ a: 2 }] })).toEqual({ list });
  });

  it('puts values that are no objects under the name of their branch', async () => {
    expect(await merge({}, { a: 1 }, [1, 2], 'text')).toEqual({ a: 1, B: [1, 2], C: 'text' });
  });

  it('hands a single branch on as it is', async () => {
    expect(await merge({}, [1, 2])).toEqual([1, 2]);
    expect(await merge({}, null)).toBeNull();
  });

  it('does not touch what it was given', async () => {
    const [one, other] = [{ x: { a: 1 } }, { x: { b: 2 } }];
    await merge({ depth: 'deep' }, one, other);
    expect([one, other]).toEqual([{ x: { a: 1 } }, { x: { b: 2 } }]);
  });

  it('follows the order that is asked for', async () => {
    expect(await merge({ order: ['C', 'node-1'] }, { a: 1 }, { a: 2 }, { a: 3 })).toEqual({ a: 1 });
    expect(await merge({ order: ['C'], prefer: 'first' }, { a: 1 }, { a: 2 }, { a: 3 })).toEqual({ a: 3 });
  });
});

describe('merge of lists', () => {
  it('appends them', async () => {
    expect(await merge({ mode: 'append' }, [1], [2, 3], 4, null, [null])).toEqual([1, 2, 3, 4, null]);
  });

  it('finds lists inside the branches', async () => {
    expect(
      await merge({ mode: 'append', listPath: 'data.items' }, { data: { items: [1] } }, { data: { items: [2] } }),
    ).toEqual([1, 2]);
    expect(await merge({ mode: 'append', listPath: 'items' }, { items: [1] }, { rows: [2] })).toBe(
      'MERGE_LIST_NOT_FOUND',
    );
  });

  it('joins them by position', async () => {
    expect(await merge({ mode: 'by-position' }, [{ a: 1 }, { a: 2 }], [{ b: 1 }])).toEqual([{ a: 1, b: 1 }]);
    expect(await merge({ mode: 'by-position', unpaired: 'keep' }, [{ a: 1 }, { a: 2 }], [{ b: 1 }])).toEqual([
      { a: 1, b: 1 },
      { a: 2 },
    ]);
    expect(await merge({ mode: 'by-position' }, [1], [2])).toEqual([{ value: 2 }]);
  });

  it('combines every element with every other', async () => {
    expect(await merge({ mode: 'combinations' }, [{ a: 1 }, { a: 2 }], [{ b: 1 }, { b: 2 }])).toEqual([
      { a: 1, b: 1 },
      { a: 1, b: 2 },
      { a: 2, b: 1 },
      { a: 2, b: 2 },
    ]);
    expect(await merge({ mode: 'combinations' }, [{ a: 1 }], [])).toEqual([]);
  });

  it('refuses combinations that would fill the memory', async () => {
    const list = Array.from({ length: 1_000 }, (_nothing, index) => ({ index }));
    expect(await merge({ mode: 'combinations' }, list, list)).toBe('MERGE_TOO_LARGE');
  });
});

describe('merge by key', () => {
  const pair = [
    { id: 2, name: 'Grace', total: 20 },
    { id: 2, name: 'Grace', total: 25 },
  ];
  const lonelyLeft = [
    { id: 1, name: 'Ada' },
    { id: 3, name: 'Joan' },
  ];

  it.each([
    ['inner', pair],
    ['left', [lonelyLeft[0], ...pair, lonelyLeft[1]]],
    ['right', [...pair, { id: 9, total: 90 }]],
    ['outer', [lonelyLeft[0], ...pair, lonelyLeft[1], { id: 9, total: 90 }]],
    ['unmatched', [...lonelyLeft, { id: 9, total: 90 }]],
  ])('keeps what the join %s keeps', async (join, expected) => {
    expect(await merge({ mode: 'by-key', keys: ['id'], join }, people, orders)).toEqual(expected);
  });

  it('can join with the first partner only', async () => {
    expect(await merge({ mode: 'by-key', keys: ['id'], matches: 'first' }, people, orders)).toEqual([pair[0]]);
  });

  it('joins by fields of different names and inner fields', async () => {
    const left = [{ user: { id: 1 }, region: 'eu', a: 1 }];
    const right = [
      { owner: 1, region: 'eu', b: 1 },
      { owner: 1, region: 'us', b: 2 },
    ];
    expect(await merge({ mode: 'by-key', keys: [{ left: 'user.id', right: 'owner' }, 'region'] }, left, right)).toEqual(
      [{ user: { id: 1 }, region: 'eu', a: 1, owner: 1, b: 1 }],
    );
  });

  it('takes 5 and "5" for one key only when types are loose', async () => {
    const [left, right] = [[{ id: 5, a: 1 }], [{ id: '5', b: 1 }]];
    expect(await merge({ mode: 'by-key', keys: ['id'] }, left, right)).toEqual([]);
    expect(await merge({ mode: 'by-key', keys: ['id'], looseTypes: true }, left, right)).toEqual([
      { id: '5', a: 1, b: 1 },
    ]);
  });

  it('never joins elements that lack the key', async () => {
    const [left, right]: [Json[], Json[]] = [
      [{ a: 1 }, { id: null, a: 2 }, 7],
      [{ b: 1 }, { id: null, b: 2 }],
    ];
    expect(await merge({ mode: 'by-key', keys: ['id'] }, left, right)).toEqual([]);
    expect(await merge({ mode: 'by-key', keys: ['id'], join: 'outer' }, left, right)).toEqual([...left, ...right]);
  });

  it('joins more than two branches', async () => {
    expect(
      await merge({ mode: 'by-key', keys: ['id'] }, [{ id: 1, a: 1 }], [{ id: 1, b: 1 }], [{ id: 1, c: 1 }]),
    ).toEqual([{ id: 1, a: 1, b: 1, c: 1 }]);
  });

  it('resolves clashes as told', async () => {
    const params = { mode: 'by-key', keys: ['id'] };
    const lists = [[{ id: 1, name: 'left' }], [{ id: 1, name: 'right' }]];
    expect(await merge({ ...params, prefer: 'first' }, ...lists)).toEqual([{ id: 1, name: 'left' }]);
    expect(await merge({ ...params, prefer: 'keep-both' }, ...lists)).toEqual([
      { id: 1, name: 'left', name_2: 'right' },
    ]);
  });

  it('refuses to join everything with everything', async () => {
    const list = Array.from({ length: 1_000 }, () => ({ id: 1 }));
    expect(await merge({ mode: 'by-key', keys: ['id'] }, list, list)).toBe('MERGE_TOO_LARGE');
  });

  it('needs a key', async () => {
    expect(await merge({ mode: 'by-key' }, people, orders)).toBe('INVALID_PARAMS');
  });

  it('agrees with nested loops', async () => {
    const list = fc.array(fc.record({ id: fc.integer({ min: 0, max: 4 }), n: fc.nat(9) }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(list, list, async (left, right) => {
        const expected = left.flatMap((one) =>
          right.filter((other) => other.id === one.id).map((other) => ({ ...one, ...other })),
        );
        expect(await merge({ mode: 'by-key', keys: ['id'] }, left, right)).toEqual(expected);
      }),
    );
  });
});

describe('merge that chooses', () => {
  it.each([
    ['first', 'one'],
    ['last', 'three'],
    [2, 'two'],
    ['2', 'two'],
    ['C', 'three'],
    ['node-0', 'one'],
    [4, 'MERGE_BRANCH_NOT_LIVE'],
    ['Z', 'MERGE_BRANCH_NOT_LIVE'],
  ])('takes the branch %j', async (branch, expected) => {
    expect(await merge({ mode: 'choose', branch }, 'one', 'two', 'three')).toBe(expected);
  });

  it('refuses a branch that cannot be', async () => {
    expect(await merge({ mode: 'choose', branch: 0 }, 'one')).toBe('INVALID_PARAMS');
  });
});
