import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import {
  Button,
  Checkbox,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  Input,
  type Option,
  Select,
} from '@millrace/web-ui';
import { CredentialDialogs } from '../credentials/credential-dialogs';
import { Credentials } from '../credentials/credentials';
import { isObject, textAt, wordsOf } from '../node-view/model/schema';
import type { EditorSession } from '../session/editor-session';
import { magicContext } from '../session/magic/magic-context';
import { type ParamChange, acceptedEdit, answerValue, paramChanges } from '../session/magic/param-changes';
import { AskAssistant } from './ask-assistant';
import { AskFrame, type AskWords } from './ask-frame';
import { Assistant, type Proposal } from './assistant';
import { priceLine } from './price-line';

/** What the dialog is opened for. */
export interface MagicDialogData {
  readonly session: EditorSession;
  readonly nodeId: string;
  /** What somebody wrote already. */
  readonly intent?: string;
}

const KIND_WORDS = { added: 'added', changed: 'changed', removed: 'removed' } as const;
const NEW_ACCOUNT = '+';
const WORDS: AskWords = {
  label: 'In plain English',
  placeholder: 'Send a POST request to Stripe to create a customer named John',
  ask: 'Fill in',
  askAgain: 'Ask again',
  noModel: 'Magic Input has no model yet',
  noServer: 'Magic Input could not be reached',
  noAnswer: 'That did not work',
};

/** A sentence fills in a node: what would change is shown, and taken over as a whole or in parts. */
@Component({
  selector: 'mr-magic-dialog',
  imports: [AskFrame, Button, Checkbox, DialogFrame, Field, Input, Select],
  templateUrl: './magic-dialog.html',
  styleUrl: './magic-dialog.scss',
  host: { 'data-testid': 'magic-dialog' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MagicDialog {
  readonly #data = inject<MagicDialogData>(DIALOG_DATA);
  readonly #ref = inject<DialogRef<boolean>>(DialogRef);
  readonly #accountDialogs = inject(CredentialDialogs);
  protected readonly assistant = inject(Assistant);
  protected readonly accounts = inject(Credentials);
  protected readonly kindWords = KIND_WORDS;
  protected readonly words = WORDS;
  protected readonly priceLine = priceLine;
  protected readonly intent = signal(this.#data.intent ?? '');
  protected readonly asking = new AskAssistant<Proposal>();
  protected readonly proposal = this.asking.answer;
  readonly #node = computed(() => this.#data.session.node(this.#data.nodeId));
  readonly #definition = computed(() => this.#data.session.definitionOf(this.#data.nodeId));
  protected readonly name = computed(() => this.#node()?.label ?? 'this step');
  /** Exactly what goes to the model beside the sentence. */
  protected readonly context = computed(() => magicContext(this.#data.session, this.#data.nodeId));
  protected readonly sent = computed(() =>
    JSON.stringify({ nodeType: this.#node()?.type, intent: this.intent().trim(), ...this.context() }, null, 2),
  );
  /** Answers to questions, by place. */
  protected readonly answers = linkedSignal<Proposal | undefined, readonly string[]>({
    source: this.proposal,
    computation: (proposal) => (proposal?.open ?? []).map(() => ''),
  });
  protected readonly changes = computed(() => this.#changes());
  /** Params that are not taken over. */
  readonly #left = linkedSignal<Proposal | undefined, ReadonlySet<string>>({
    source: this.proposal,
    computation: () => new Set(),
  });
  protected readonly chosen = computed(() => this.changes().filter(({ param }) => !this.#left().has(param)));
  protected readonly account = linkedSignal<Proposal | undefined, string | null>({
    source: this.proposal,
    computation: (proposal) => {
      const slot = proposal?.account?.slot ?? '';
      return this.#node()?.credentials?.[slot] ?? null;
    },
  });
  protected readonly accountOptions = computed((): readonly Option<string>[] => {
    const wanted = this.proposal()?.account;
    if (wanted === undefined) return [];
    const fitting = this.accounts.rows().filter((row) => row.type === wanted.type && row.mayUse);
    const known = fitting.map(({ id, name }): Option => ({ value: id, label: name, icon: 'key-round' }));
    const more: Option = { value: NEW_ACCOUNT, label: `New ${wanted.title} account…`, icon: 'plus' };
    return this.accounts.mayCreate() ? [...known, more] : known;
  });
  /** Questions about no single param: they are answered by asking again. */
  protected readonly canAskAgain = computed(() =>
    (this.proposal()?.open ?? []).some(
      ({ param }, at) => !this.isParam(param) && (this.answers()[at] ?? '').trim() !== '',
    ),
  );

  constructor() {
    void this.accounts.load();
  }

  protected ask(): void {
    const nodeType = this.#node()?.type;
    const intent = this.intent().trim();
    if (nodeType === undefined || intent === '' || this.asking.isAsking()) return;
    void this.asking.ask(() => this.assistant.configure({ nodeType, intent, context: this.context() }));
  }

  /** Puts the answers into the sentence, and asks anew. */
  protected askAgain(): void {
    const told = (this.proposal()?.open ?? []).flatMap(({ question }, at) => {
      const answer = (this.answers()[at] ?? '').trim();
      return answer === '' ? [] : [`${question} ${answer}`];
    });
    this.intent.update((intent) => [intent.trim(), ...told].join('\n'));
    this.ask();
  }

  protected isParam(param: string | undefined): boolean {
    return param !== undefined && Object.hasOwn(this.#properties(), param);
  }

  protected titleOf(param: string): string {
    const schema = this.#properties()[param];
    return (isObject(schema) ? textAt(schema, 'title') : undefined) ?? wordsOf(param);
  }

  protected isTaken(param: string): boolean {
    return !this.#left().has(param);
  }

  protected take(param: string, isTaken: boolean): void {
    this.#left.update((left) => {
      const next = new Set(left);
      if (isTaken) next.delete(param);
      else next.add(param);
      return next;
    });
  }

  protected answer(at: number, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.answers.update((answers) => answers.map((answer, place) => (place === at ? value : answer)));
  }

  protected chooseAccount(id: string | null): void {
    const type = this.proposal()?.account?.type;
    if (id !== NEW_ACCOUNT) return this.account.set(id);
    if (type === undefined) return;
    const before = this.account();
    this.account.set(NEW_ACCOUNT);
    this.account.set(before);
    void this.#accountDialogs.create({ types: [type], saved: ({ id: made }) => this.account.set(made) });
  }

  /** Writes what was taken over as one step of undo. */
  protected accept(): void {
    const { session, nodeId } = this.#data;
    const slot = this.proposal()?.account?.slot;
    const credentialId = this.account();
    const isNew = slot !== undefined && credentialId !== null && this.#node()?.credentials?.[slot] !== credentialId;
    const edit = acceptedEdit(nodeId, this.chosen(), isNew ? { slot, credentialId } : undefined);
    if (edit !== undefined) session.apply(edit, { label: `Magic Input for ${this.name()}` });
    this.#ref.close(true);
  }

  protected discard(): void {
    this.#ref.close(false);
  }

  protected shown(value: Json | undefined): string {
    return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  }

  #changes(): readonly ParamChange[] {
    const proposal = this.proposal();
    if (proposal === undefined) return [];
    const answered = proposal.open.flatMap(({ param }, at): [string, Json][] => {
      const text = this.answers()[at] ?? '';
      if (param === undefined || !this.isParam(param) || text.trim() === '') return [];
      return [[param, answerValue(text, this.#properties()[param])]];
    });
    return paramChanges(this.#node()?.config ?? {}, { ...proposal.config, ...Object.fromEntries(answered) });
  }

  #properties(): Readonly<Record<string, Json>> {
    const properties = this.#definition()?.paramsSchema['properties'];
    return isObject(properties) ? properties : {};
  }
}
