/**
 * Which tree of the store a secret is in; each has its own rights.
 * `credentials`: what people enter: the api writes, workers read. `oauth`: tokens that workers refresh: workers read and
 * write. `run`: given with one run: the api writes, workers read and purge it at the end of the run.
 */
export type SecretTree = 'credentials' | 'oauth' | 'run';

/** Where a secret is. `id` is a UUID that this server made: never a name, a user or a workspace. */
export interface SecretAddress<Tree extends SecretTree = SecretTree> {
  readonly tree: Tree;
  readonly id: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The address of what people entered for a credential. */
export function credentialSecret(id: string): SecretAddress<'credentials'> {
  return { tree: 'credentials', id };
}

/** The address of the tokens that an OAuth credential was granted. */
export function oauthSecret(id: string): SecretAddress<'oauth'> {
  return { tree: 'oauth', id };
}

/** The address of what was given with one run. */
export function runSecret(id: string): SecretAddress<'run'> {
  return { tree: 'run', id };
}

/**
 * `tree/id`, for stores that keep secrets under paths.
 * @throws Error when the id is not a lower-case UUID: a bug, because ids are made by the server
 */
export function pathOfSecret({ tree, id }: SecretAddress): string {
  if (!uuid.test(id)) throw new Error('The id of a secret must be a UUID.');
  return `${tree}/${id}`;
}
