/** The way into a loop: its node, the turn, and the way further in. */
export interface PathHead {
  readonly nodeId: string;
  readonly turn: number;
  readonly rest?: string;
}

/** Splits the first hop off a path such as `each/3/inner/0`. Ids of nodes hold no slash. */
export function parsePath(path: string): PathHead {
  const [nodeId = '', turn = '', ...rest] = path.split('/');
  return { nodeId, turn: Number(turn), ...(rest.length > 0 && { rest: rest.join('/') }) };
}

/** The path of a turn, within the path of the loop if that is inside another. */
export function turnPath(nodeId: string, turn: number, within?: string): string {
  const own = `${nodeId}/${turn}`;
  return within === undefined ? own : `${within}/${own}`;
}

/** A node of a run or of one of its turns. */
export interface NodePlace {
  readonly nodeId: string;
  readonly path?: string;
}

/** The node as one word, such as `b` or `each/3/b`. */
export function nodeKey({ nodeId, path }: NodePlace): string {
  return path === undefined ? nodeId : `${path}/${nodeId}`;
}

/** What a word of `nodeKey` stands for. */
export function parseNodeKey(key: string): NodePlace {
  const slash = key.lastIndexOf('/');
  return slash < 0 ? { nodeId: key } : { path: key.slice(0, slash), nodeId: key.slice(slash + 1) };
}
