import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import { Button, Field, IconButton, Input, Notice, Segmented, Select, type Option } from '@millrace/web-ui';
import {
  CREDENTIAL_API,
  type CredentialRow,
  type CredentialShare,
  type CredentialTypeRow,
  type Person,
} from '../api/credential-api';
import { Credentials } from '../credentials';
import type { CredentialDraft } from './credential-draft';

type Right = 'NONE' | 'USE' | 'EDIT';

/** Somebody, or everybody of a role, with what they may do. */
interface Line {
  readonly key: string;
  readonly name: string;
  readonly hint: string;
  readonly right: Right;
  readonly share: Pick<CredentialShare, 'subject' | 'subjectKind'>;
}

const ROLE_RIGHTS: readonly Option<Right>[] = [
  { value: 'NONE', label: 'Not at all' },
  { value: 'USE', label: 'Use' },
  { value: 'EDIT', label: 'Use and edit' },
];

/** Where an account may be sent, and who may use and change it. */
@Component({
  selector: 'mr-access-tab',
  imports: [Button, Field, IconButton, Input, Notice, Segmented, Select],
  templateUrl: './access-tab.html',
  styleUrl: './access-tab.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccessTab {
  readonly row = input.required<CredentialRow>();
  readonly type = input<CredentialTypeRow>();
  /** Domains are saved with everything else: wider ones want the secrets again. */
  readonly draft = input.required<CredentialDraft>();
  readonly #credentials = inject(Credentials);
  readonly #api = inject(CREDENTIAL_API);
  protected readonly roleRights = ROLE_RIGHTS;
  protected readonly memberRights = ROLE_RIGHTS.slice(1);
  protected readonly people = resource({ loader: () => this.#api.people() });
  protected readonly shareFailure = signal<string | undefined>(undefined);
  /** Those of the type, to come back to. */
  protected readonly ofType = computed(() => this.type()?.domains ?? []);
  readonly #known = computed(() => (this.people.hasValue() ? this.people.value() : []));
  protected readonly editors = computed(() =>
    this.#line('ROLE', 'editor', 'All editors', 'Everybody who builds workflows'),
  );
  protected readonly members = computed(() =>
    (this.row().shares ?? [])
      .filter(({ subjectKind }) => subjectKind === 'MEMBER')
      .map(({ subject }) => {
        const person = this.#known().find(({ userId }) => userId === subject);
        return this.#line('MEMBER', subject, nameOf(person), hintOf(person));
      }),
  );
  protected readonly toAdd = computed(() => {
    const shared = new Set(this.members().map(({ key }) => key));
    return this.#known()
      .filter(({ userId, role }) => role === 'EDITOR' && !shared.has(userId) && userId !== this.row().createdBy)
      .map((person): Option => ({ value: person.userId, label: nameOf(person), description: person.email }));
  });
  protected readonly creator = computed(() => {
    const person = this.#known().find(({ userId }) => userId === this.row().createdBy);
    return person ? `${nameOf(person)}, who made it, and owners and admins` : 'Whoever made it, and owners and admins';
  });

  protected takeDomains(text: string): void {
    this.draft().domains.set(text);
    this.draft().errors.update((errors) => new Map([...errors].filter(([key]) => key !== 'domains')));
  }

  protected async choose({ share }: Line, right: Right): Promise<void> {
    const others = (this.row().shares ?? []).filter(
      ({ subject, subjectKind }) => subject !== share.subject || subjectKind !== share.subjectKind,
    );
    const next = right === 'NONE' ? others : [...others, { ...share, right }];
    this.shareFailure.set(undefined);
    try {
      await this.#credentials.share(
        this.row().id,
        next.map(({ subject, subjectKind, right: kept }) => ({ subject, subjectKind, right: kept })),
      );
    } catch (error) {
      this.shareFailure.set(apiErrorOf(error).message);
    }
  }

  protected add(userId: string | null): void {
    if (userId !== null) void this.choose(this.#line('MEMBER', userId, '', ''), 'USE');
  }

  #line(subjectKind: CredentialShare['subjectKind'], subject: string, name: string, hint: string): Line {
    const found = this.row().shares?.find((share) => share.subject === subject && share.subjectKind === subjectKind);
    return { key: subject, name, hint, right: found?.right ?? 'NONE', share: { subject, subjectKind } };
  }
}

function nameOf(person: Person | undefined): string {
  return person ? person.name || person.email : 'Somebody who left';
}

function hintOf(person: Person | undefined): string {
  if (!person) return '';
  const idle = ['OPERATOR', 'VIEWER'].includes(person.role);
  return idle ? `${person.email}. As ${person.role.toLowerCase()} they cannot use credentials.` : person.email;
}
