import { RESERVED_ROOTS, aliasOf } from '@millrace/workflow-model';
import type { DocumentIndex } from '../document/document-index';

/** Longest label that a document takes. */
const MAX_LABEL = 200;

/** Answers whether a name is taken: by the alias or id of a node, or by what templates use themselves. */
export class NameTaker {
  readonly #taken: Set<string>;

  /** `except` is the node that is about to get another name. */
  constructor(index: DocumentIndex, except?: string) {
    this.#taken = new Set(RESERVED_ROOTS);
    for (const [id, alias] of index.aliases.aliasById) {
      if (id === except) continue;
      this.#taken.add(alias);
      this.#taken.add(id);
    }
  }

  /** The label, or with the first number behind it that makes its alias free: `Fetch 1`. The answer counts as taken from then on. */
  take(label: string): string {
    const wanted = label.trim().slice(0, MAX_LABEL);
    let free = wanted;
    for (let number = 1; this.#taken.has(aliasOf(free)); number += 1) {
      const suffix = ` ${number}`;
      free = stem(wanted).slice(0, MAX_LABEL - suffix.length) + suffix;
    }
    this.#taken.add(aliasOf(free));
    return free;
  }
}

/** A label without the number that was put behind it before, so that copies of `Fetch 1` are called `Fetch 2`. */
function stem(label: string): string {
  const bare = label.replace(/ \d+$/, '');
  return bare === '' ? label : bare;
}
