import type { Json } from '@millrace/workflow-model';
import { after, contextOf, documentOf, done, refusalOf } from '../testing/documents';
import { rename } from './rename';

const reader = (config: Record<string, Json>, type = 'http-request') => ({
  id: 'reader',
  label: 'Reader',
  type,
  config,
});
const fetcher = { id: 'fetch', label: 'Fetch Data', type: 'http-request', config: { url: 'https://example.com' } };

function renamed(config: Record<string, Json>, label: string, type?: string) {
  const document = documentOf([fetcher, reader(config, type)], ['fetch>reader']);
  return after(document, rename(contextOf(document), 'fetch', label)).nodes;
}

describe('renaming a node', () => {
  it('rewrites templates, expressions and what is nested in lists and objects', () => {
    const [node, other] = renamed(
      {
        url: 'https://x/{{FetchData.data.id}}?q={{ FetchData.title }}',
        body: {
          list: ['{{FetchData.items[0].sku}}', { $expr: 'FetchData.price > 3.0 && nodes["FetchData"].success' }],
        },
      },
      'Get it',
    );
    expect(node?.label).toBe('Get it');
    expect(other?.config).toEqual({
      url: 'https://x/{{Getit.data.id}}?q={{ Getit.title }}',
      body: { list: ['{{Getit.items[0].sku}}', { $expr: 'Getit.price > 3.0 && nodes["Getit"].success' }] },
    });
  });

  it('rewrites the list of a step that runs once per item', () => {
    const settings = {
      onError: 'stop',
      forEach: { items: '{{FetchData.items}}', concurrency: 2, onItemError: 'stop' },
    };
    const document = documentOf([fetcher, { ...reader({ url: 'https://plain' }), settings }], ['fetch>reader']);
    const [, other] = after(document, rename(contextOf(document), 'fetch', 'Get it')).nodes;
    expect(other?.settings.forEach).toEqual({ items: '{{Getit.items}}', concurrency: 2, onItemError: 'stop' });
  });

  it('leaves plain text, other names, ids and code alone', () => {
    const config = { url: 'FetchData {{FetchData2.x}} {{fetch.data}}', body: { $expr: '"FetchData"' } };
    expect(renamed(config, 'Other')[1]?.config).toEqual(config);
    const code = { code: 'return nodes.FetchData + "{{FetchData.x}}"' };
    expect(renamed(code, 'Other', 'code')[1]?.config).toEqual(code);
  });

  it('keeps every config that mentions nothing as the same object', () => {
    const document = documentOf([fetcher, reader({ url: 'https://plain' })]);
    const operation = done(rename(contextOf(document), 'fetch', 'Other'));
    expect(operation.edit).toMatchObject({ kind: 'batch', edits: [{ kind: 'renameNode' }] });
    expect(after(document, operation).nodes[1]).toBe(document.nodes[1]);
  });

  it('rewrites no reference when only the spelling changes, not the alias', () => {
    expect(renamed({ url: '{{FetchData.x}}' }, 'FetchData')[1]?.config).toEqual({ url: '{{FetchData.x}}' });
  });

  it('numbers a name whose alias is taken by a label, an id or a word of the templates', () => {
    const document = documentOf([fetcher, reader({}), { id: 'zed', label: 'Z' }]);
    const named = (label: string) => after(document, rename(contextOf(document), 'fetch', label)).nodes[0]?.label;
    expect(named('Reader')).toBe('Reader 1');
    expect(named('R e a d e r')).toBe('R e a d e r 1');
    expect(named('zed')).toBe('zed 1');
    expect(named('trigger')).toBe('trigger 1');
    expect(named('  Tidy  ')).toBe('Tidy');
  });

  it('counts on from a number that is there', () => {
    const document = documentOf([
      { id: 'x', label: 'Fetch' },
      { id: 'y', label: 'Fetch 1' },
      { id: 'z', label: 'Z' },
    ]);
    expect(after(document, rename(contextOf(document), 'z', 'Fetch 1')).nodes[2]?.label).toBe('Fetch 2');
  });

  it('leaves references alone that mean another node of the same name', () => {
    const twins = documentOf([
      { id: 'one', label: 'Twin' },
      { id: 'two', label: 'Twin' },
      reader({ url: '{{Twin.x}}' }),
    ]);
    const second = after(twins, rename(contextOf(twins), 'two', 'Other'));
    expect(second.nodes[2]?.config).toEqual({ url: '{{Twin.x}}' });
    const first = after(twins, rename(contextOf(twins), 'one', 'Other'));
    expect(first.nodes[2]?.config).toEqual({ url: '{{Other.x}}' });
  });

  it('writes a name that starts with a digit as expressions need it', () => {
    expect(renamed({ url: '{{FetchData.x}}', body: { $expr: 'FetchData.price' } }, '2nd try')[1]?.config).toEqual({
      url: '{{2ndtry.x}}',
      body: { $expr: '_2ndtry.price' },
    });
  });

  it('says what it did, and refuses what is no name or no change', () => {
    const document = documentOf([fetcher]);
    expect(done(rename(contextOf(document), 'fetch', 'Other')).label).toBe('Rename Fetch Data to Other');
    expect(refusalOf(rename(contextOf(document), 'fetch', '  '))).toBe('NAME_EMPTY');
    expect(refusalOf(rename(contextOf(document), 'fetch', 'Fetch Data'))).toBe('NOTHING_CHANGED');
    expect(refusalOf(rename(contextOf(document), 'gone', 'Other'))).toBe('NO_SUCH_NODE');
  });
});
