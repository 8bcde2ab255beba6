import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { EmptyState, SearchField, searchOptions } from '@millrace/web-ui';
import type { CredentialTypeRow } from '../api/credential-api';
import { isGeneral } from '../credential-words';
import { Credentials } from '../credentials';
import { TypeIcon } from '../type-icon';

/** Every kind of account to choose from: services first, then what fits any of them. */
@Component({
  selector: 'mr-type-gallery',
  imports: [EmptyState, SearchField, TypeIcon],
  template: `
    <mr-search
      label="Search services and ways to sign in"
      placeholder="Search services and ways to sign in"
      [(value)]="text"
      (keydown.enter)="takeFirst($event)"
    />
    @for (group of groups(); track group.heading) {
      <section [attr.aria-label]="group.heading">
        <h3>{{ group.heading }}</h3>
        <ul>
          @for (type of group.types; track type.type) {
            <li>
              <button type="button" [attr.data-testid]="'type-' + type.type" (click)="picked.emit(type)">
                <mr-type-icon [type]="type" [size]="36" />
                <span class="words">
                  <span class="title">{{ type.title }}</span>
                  <span class="text">{{ type.description }}</span>
                </span>
              </button>
            </li>
          }
        </ul>
      </section>
    } @empty {
      <mr-empty
        compact
        icon="search-x"
        heading="No service of that name"
        text="Most services take a bearer token or a header: look under another word, such as token or key."
      />
    }
  `,
  styleUrl: './type-gallery.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TypeGallery {
  /** Names of the types to choose from; all when absent. */
  readonly only = input<readonly string[]>();
  readonly picked = output<CredentialTypeRow>();
  readonly #credentials = inject(Credentials);
  protected readonly text = signal('');
  readonly #found = computed(() => {
    const only = this.only();
    const types = this.#credentials.types().filter(({ type }) => only === undefined || only.includes(type));
    const byName = new Map(types.map((type) => [type.type, type]));
    const options = types.map(({ type, title, description, keywords }) => ({
      value: type,
      label: title,
      keywords: [...keywords, ...(this.text().length > 3 ? description.split(/\W+/) : [])],
    }));
    return searchOptions(options, this.text()).flatMap(({ value }) => byName.get(value) ?? []);
  });
  protected readonly groups = computed(() =>
    [
      { heading: 'Services', types: this.#found().filter((type) => !isGeneral(type)) },
      { heading: 'Any service', types: this.#found().filter(isGeneral) },
    ].filter(({ types }) => types.length > 0),
  );

  protected takeFirst(event: Event): void {
    event.preventDefault();
    const first = this.groups()[0]?.types[0];
    if (first) this.picked.emit(first);
  }
}
