import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { slotsOf } from '@millrace/web-canvas';
import type { CredentialSlot } from '@millrace/workflow-model';
import { accountsNeeded, forgetAccountsNeeded } from '../../credentials/accounts-needed';
import { EditorState } from '../editor-state';

/** A place of a node for an account. */
export interface AccountPlace {
  readonly nodeId: string;
  readonly slot: CredentialSlot;
}

/** Which accounts the workflow still wants: shown after an import or the use of a template, and when somebody asks. */
@Injectable()
export class AccountChecklist {
  readonly #state = inject(EditorState);
  readonly #session = this.#state.session;
  readonly #listed = signal<readonly AccountPlace[]>([]);
  readonly #isOpen = signal(false);
  readonly isOpen = this.#isOpen.asReadonly();
  /** Those that are needed and not there. */
  readonly missing = computed(() =>
    this.#places().filter(({ nodeId, slot }) => slot.required && !this.isDone({ nodeId, slot })),
  );
  /** What the list shows: it stays while it is being worked off. Nodes that are gone leave it. */
  readonly places = computed(() => this.#listed().filter(({ nodeId }) => this.#session.node(nodeId) !== undefined));
  readonly left = computed(() => this.places().filter((place) => !this.isDone(place)).length);

  constructor() {
    effect(() => {
      if (!this.#state.isReady() || this.#session.isReadonly()) return;
      untracked(() => this.#openWhenNew());
    });
  }

  isDone({ nodeId, slot }: AccountPlace): boolean {
    return this.#session.node(nodeId)?.credentials?.[slot.id] !== undefined;
  }

  open(): void {
    const hadOne = new Set(this.#noted()?.nodeIds);
    const wanted = this.#places().filter(
      (place) => (place.slot.required || hadOne.has(place.nodeId)) && !this.isDone(place),
    );
    this.#listed.set(wanted);
    this.#isOpen.set(wanted.length > 0);
  }

  close(): void {
    forgetAccountsNeeded(this.#session.workflowId() ?? '');
    this.#isOpen.set(false);
  }

  /** Puts the account of one place into the others of the list that take the same and have none. */
  useForOthers(place: AccountPlace): void {
    const credentialId = this.#session.node(place.nodeId)?.credentials?.[place.slot.id];
    if (credentialId === undefined) return;
    const edits = this.othersLike(place).map(
      ({ nodeId, slot }) => ({ kind: 'setCredential', nodeId, slot: slot.id, credentialId }) as const,
    );
    this.#session.apply({ kind: 'batch', edits }, { label: 'Choose accounts' });
  }

  /** Places of the list that take the same kinds of accounts and have none. */
  othersLike(place: AccountPlace): readonly AccountPlace[] {
    const types = JSON.stringify(place.slot.types);
    return this.places().filter(
      (other) => other !== place && !this.isDone(other) && JSON.stringify(other.slot.types) === types,
    );
  }

  #openWhenNew(): void {
    if (this.#noted() !== undefined) this.open();
  }

  #noted() {
    const id = this.#session.workflowId();
    return id === undefined ? undefined : accountsNeeded(id);
  }

  #places(): readonly AccountPlace[] {
    return this.#session
      .nodes()
      .filter(({ enabled }) => enabled)
      .flatMap((node) => slotsOf(node, this.#session.catalogue.of(node)).map((slot) => ({ nodeId: node.id, slot })));
  }
}
