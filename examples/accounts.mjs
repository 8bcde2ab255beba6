// The accounts that an example needs: `accounts.json` beside its workflow says which nodes use which.

/**
 * Makes the accounts of an example and gives its document with them chosen. `create` makes a credential out of
 * `{ type, name, values }` and resolves to its id.
 */
export async function withAccounts(document, accounts, create) {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  for (const [name, { type, values, allowedDomains, uses }] of Object.entries(accounts ?? {})) {
    const id = await create({
      type,
      name: `${document.name}: ${name}`,
      values,
      ...(allowedDomains && { allowedDomains }),
    });
    for (const { nodeId, slot = 'account' } of uses) {
      const node = nodes.get(nodeId);
      nodes.set(nodeId, { ...node, credentials: { ...node.credentials, [slot]: id } });
    }
  }
  return { ...document, nodes: [...nodes.values()] };
}
