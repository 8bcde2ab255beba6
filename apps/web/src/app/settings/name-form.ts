import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { accepted, apiErrorOf, GraphqlApi, Session } from '@millrace/web-api';
import { ProfileUpdateDocument } from '@millrace/web-api/graphql';
import { Announcer, Button, Input, ValueBinding } from '@millrace/web-ui';

const MOST_CHARACTERS = 200;

/** The own name, to change. */
@Component({
  selector: 'mr-name-form',
  imports: [Button, Input, ValueBinding],
  template: `
    <form novalidate (submit)="save($event)">
      <input
        mrInput
        name="name"
        autocomplete="name"
        aria-label="Name"
        aria-describedby="name-problem"
        [attr.aria-invalid]="problem() ? 'true' : null"
        [(mrValue)]="name"
        (keydown.escape)="name.set(own())"
      />
      @if (isChanged()) {
        <button mr-button variant="primary" type="submit" [busy]="isBusy()">Save</button>
      }
    </form>
    <p id="name-problem" role="alert">{{ problem() }}</p>
  `,
  styles: `
    :host {
      width: 280px;
      max-width: 100%;
    }

    form {
      display: flex;
      gap: 8px;
    }

    input {
      flex: 1;
      min-width: 0;
    }

    p {
      color: var(--failed-text);
      font-size: var(--size-12);

      &:not(:empty) {
        margin-top: 4px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameForm {
  private readonly api = inject(GraphqlApi);
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);
  protected readonly own = computed(() => this.session.user()?.name ?? '');
  protected readonly name = linkedSignal(() => this.own());
  protected readonly isBusy = signal(false);
  protected readonly isChanged = computed(() => this.name().trim() !== this.own());
  private readonly refused = linkedSignal<string, string>({ source: this.name, computation: () => '' });
  protected readonly problem = computed(() => {
    if (!this.isChanged()) return '';
    if (this.name().trim() === '') return 'Others must see who you are: give a name.';
    return this.name().trim().length > MOST_CHARACTERS ? `At most ${MOST_CHARACTERS} characters.` : this.refused();
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.isChanged() || this.problem() !== '' || this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const input = { name: this.name().trim() };
      const { user } = accepted((await this.api.mutate(ProfileUpdateDocument, { input })).profileUpdate);
      if (user) this.session.changeUser(user);
      this.announcer.say('Name saved');
    } catch (error) {
      this.refused.set(apiErrorOf(error).message);
    } finally {
      this.isBusy.set(false);
    }
  }
}
