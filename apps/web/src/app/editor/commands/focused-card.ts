/** Id of the node whose card has the focus. */
export function focusedCard(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-node]')?.dataset['node'];
}

/** Id of the note that has the focus. */
export function focusedNote(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-note]')?.dataset['note'];
}
