import type { AccountDirectory } from '../ports/account-directory';
import { after, contextOf, documentOf } from '../testing/documents';
import { writeClipboard } from './clipboard-format';
import { copyElements } from './copy-elements';
import { pasteText } from './paste-text';

const mail = { type: 'http-bearer', name: 'Mail' };
const here: AccountDirectory = {
  describe: (id) => (id === 'c1' ? mail : undefined),
  find: ({ type, name }) => (type === mail.type && name === mail.name ? 'c1' : undefined),
};
const elsewhere: AccountDirectory = {
  describe: (id) => (id === 'other' ? mail : undefined),
  find: ({ type, name }) => (type === mail.type && name === mail.name ? 'other' : undefined),
};
const stranger: AccountDirectory = { describe: () => undefined, find: () => undefined };
const document = documentOf([{ id: 'f', label: 'Fetch', type: 'http-request', credentials: { account: 'c1' } }]);

function copied(directory?: AccountDirectory): string {
  const content = copyElements(contextOf(document).index, { nodeIds: ['f'] }, {});
  if (!content) throw new Error('Nothing was copied.');
  return writeClipboard(content, directory);
}

/** Accounts of the nodes that are there after pasting. */
function accountsAfter(text: string, accounts?: AccountDirectory) {
  const empty = documentOf([]);
  const context = { ...contextOf(empty), ...(accounts && { accounts }) };
  const result = pasteText(context, text, { position: { x: 0, y: 0 } });
  if (result.kind !== 'operation') throw new Error(JSON.stringify(result));
  return after(empty, result.operation).nodes.map(({ credentials }) => credentials);
}

describe('accounts on the clipboard', () => {
  it('are told by type and name, never by id', () => {
    const text = copied(here);
    expect(JSON.parse(text)).toMatchObject({ nodes: [{ credentials: { account: mail } }] });
    expect(text).not.toContain('c1');
  });

  it('are left out when nobody knows what they are', () => {
    expect(copied()).not.toContain('credentials');
    expect(copied(stranger)).not.toContain('c1');
  });

  it('are those of the same type and name where they are pasted', () => {
    expect(accountsAfter(copied(here), here)).toEqual([{ account: 'c1' }]);
    expect(accountsAfter(copied(here), elsewhere)).toEqual([{ account: 'other' }]);
  });

  it('are missing where there is none of that name', () => {
    expect(accountsAfter(copied(here), stranger)).toEqual([undefined]);
    expect(accountsAfter(copied(here))).toEqual([undefined]);
  });

  it('never come in as ids that somebody wrote', () => {
    const withId = JSON.stringify({
      ...(JSON.parse(copied(here)) as object),
      nodes: [{ ...document.nodes[0], credentials: { account: 'c1', odd: ['x'], empty: {} } }],
    });
    expect(accountsAfter(withId, here)).toEqual([undefined]);
  });

  it('of a pasted workflow stay when they are of this workspace', () => {
    const text = JSON.stringify({ name: 'W', nodes: document.nodes, edges: [] });
    expect(accountsAfter(text, here)).toEqual([{ account: 'c1' }]);
    expect(accountsAfter(text, elsewhere)).toEqual([undefined]);
  });
});
