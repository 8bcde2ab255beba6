/** Id of the node whose card has the focus. */
export function focusedCard(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-node]')?.dataset['node'];
}
