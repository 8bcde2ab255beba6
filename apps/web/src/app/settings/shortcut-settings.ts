import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import {
  Announcer,
  Button,
  combinationOf,
  IconButton,
  Keys,
  keyWords,
  normalised,
  SearchField,
  Shortcuts,
  Toggle,
} from '@millrace/web-ui';
import { groupsOf } from '../shell/shortcuts/shortcut-groups';
import { SettingsRow } from './settings-row';
import { SettingsSection } from './settings-section';

/** Every shortcut of the pages that were opened, with other keys for those that one wants otherwise. */
@Component({
  selector: 'mr-shortcut-settings',
  imports: [Button, IconButton, Keys, SearchField, SettingsRow, SettingsSection, Toggle],
  templateUrl: './shortcut-settings.html',
  styleUrl: './shortcut-settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShortcutSettings {
  protected readonly shortcuts = inject(Shortcuts);
  private readonly announcer = inject(Announcer);
  protected readonly search = signal('');
  protected readonly groups = computed(() => groupsOf(this.shortcuts.listed(), this.search()));
  /** Id of the shortcut that waits for its new keys. */
  protected readonly recording = signal<string | null>(null);
  /** What stands in the way of the keys that were pressed. */
  protected readonly conflict = signal<string | null>(null);

  protected record(id: string): void {
    this.conflict.set(null);
    this.recording.set(id);
    this.announcer.say('Press the new keys. Escape leaves it as it is.');
  }

  protected stop(): void {
    this.recording.set(null);
  }

  protected take(event: KeyboardEvent, id: string): void {
    if (this.recording() !== id || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const keys = combinationOf(event);
    if (event.key === 'Escape') return this.stop();
    if (keys === '') return;
    const holder = this.shortcuts
      .listed()
      .find((one) => one.id !== id && one.keys.some((held) => normalised(held) === keys));
    if (holder) return this.conflict.set(`${keyWords(keys)} already means “${holder.label}”. Press other keys.`);
    this.shortcuts.remap(id, keys);
    this.conflict.set(null);
    this.stop();
    this.announcer.say(`Now ${keyWords(keys)}.`);
  }
}
