import fc from 'fast-check';
import { aliasCollisions, aliasMap, aliasOf, nodeAlias, resolveNodeName } from './alias';
import { documentOf } from './testing/documents';

describe('aliasOf', () => {
  it.each([
    ['Fetch Data', 'FetchData'],
    ['GetUUID', 'GetUUID'],
    ['google_form', 'google_form'],
    ['Wait 5 Minutes', 'Wait5Minutes'],
    ['Send (Slack) #1!', 'SendSlack1'],
    ['  spaced   out ', 'spacedout'],
    ['Prüfe Größe', 'PrüfeGröße'],
    ['データ 取得', 'データ取得'],
    ['2nd try', '2ndtry'],
    ['a.b-c/d', 'abcd'],
    ['🚀', ''],
    ['', ''],
  ])('makes of %j the alias %j', (label, alias) => {
    expect(aliasOf(label)).toBe(alias);
  });

  it('keeps upper and lower case apart', () => {
    expect(aliasOf('fetch')).not.toBe(aliasOf('Fetch'));
  });

  it('does not change an alias any further, and leaves nothing that ends a template path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (label) => {
        const alias = aliasOf(label);
        expect(aliasOf(alias)).toBe(alias);
        expect(alias).not.toMatch(/[\s.[\]{}"']/);
      }),
    );
  });

  it('gives the same for composed and decomposed letters', () => {
    expect(aliasOf('Pru\u0308fen')).toBe(aliasOf('Pr\u00fcfen'));
  });
});

describe('nodeAlias', () => {
  it('falls back to the id when nothing of the label is left', () => {
    expect(nodeAlias({ id: 'node-1', label: '!!!' })).toBe('node-1');
    expect(nodeAlias({ id: 'node-1', label: 'Fetch it' })).toBe('Fetchit');
  });
});

describe('aliasMap', () => {
  const map = aliasMap(
    documentOf([
      { id: 'n1', label: 'Fetch Data' },
      { id: 'n2', label: 'FetchData' },
      { id: 'n3', label: '---' },
    ]),
  );

  it('gives an alias that several nodes share to the first of them', () => {
    expect(map.idByAlias.get('FetchData')).toBe('n1');
    expect(map.aliasById.get('n2')).toBe('FetchData');
  });

  it('lets a node be named by alias or id', () => {
    expect(resolveNodeName(map, 'FetchData')).toBe('n1');
    expect(resolveNodeName(map, 'n2')).toBe('n2');
    expect(resolveNodeName(map, 'n3')).toBe('n3');
    expect(resolveNodeName(map, 'Nobody')).toBeUndefined();
  });

  it('lets the alias of one node go before the id of another', () => {
    const crossed = aliasMap(
      documentOf([
        { id: 'Fetch', label: 'Other' },
        { id: 'n2', label: 'Fetch' },
      ]),
    );
    expect(resolveNodeName(crossed, 'Fetch')).toBe('n2');
  });

  it('answers to names that every object has only when a node has them', () => {
    expect(resolveNodeName(map, 'toString')).toBeUndefined();
    expect(resolveNodeName(map, 'hasOwnProperty')).toBeUndefined();
  });
});

describe('aliasCollisions', () => {
  it('is empty when every node has a name of its own', () => {
    expect(aliasCollisions(documentOf(['a', 'b']))).toEqual([]);
  });

  it('names every node that shares an alias, in document order', () => {
    const document = documentOf([
      { id: 'n1', label: 'HTTP Request' },
      { id: 'n2', label: 'Other' },
      { id: 'n3', label: 'HTTP request' },
      { id: 'n4', label: 'HTTP  Request!' },
    ]);
    expect(aliasCollisions(document)).toEqual([{ alias: 'HTTPRequest', nodeIds: ['n1', 'n4'] }]);
  });

  it('sees an alias that is the id of another node', () => {
    const document = documentOf([
      { id: 'Fetch', label: 'Something' },
      { id: 'n2', label: 'Fetch' },
    ]);
    expect(aliasCollisions(document)).toEqual([{ alias: 'Fetch', nodeIds: ['n2', 'Fetch'] }]);
  });
});
