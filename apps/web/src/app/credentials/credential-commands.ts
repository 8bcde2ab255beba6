import { inject, Injector } from '@angular/core';
import { Permissions } from '@millrace/web-api';
import { PaletteOpener } from '../shell/commands/palette-opener';
import type { Command, CommandSource } from '../shell/commands/command';
import { rankedCommands } from '../shell/commands/command-search';

/** Accounts by name, and a new one. What knows them is loaded when it is first wanted. */
export function credentialCommands(): CommandSource {
  const [injector, palette, permissions] = [inject(Injector), inject(PaletteOpener), inject(Permissions)];
  const create: Command = {
    id: 'new',
    label: 'New credential',
    icon: 'key-round',
    keywords: ['account', 'secret', 'token', 'api key', 'connect', 'add'],
    suggested: false,
    run: () => void openNew(injector),
  };
  return {
    id: 'credentials',
    heading: 'Credentials',
    suggested: false,
    commands: () => (permissions.has('credential:write') ? [create] : []),
    search: async (query) => {
      const { Credentials } = await import('@millrace/web-canvas/credentials');
      const credentials = injector.get(Credentials);
      await credentials.load();
      const found = credentials.rows().map(({ id, name, type }): Command => ({
        id,
        label: name,
        icon: 'key-round',
        hint: credentials.typeOf(type)?.title ?? type,
        keywords: ['credential', type],
        run: () => palette.go(`/credentials?open=${id}`),
      }));
      return rankedCommands(found, query);
    },
  };
}

async function openNew(injector: Injector): Promise<void> {
  const { CredentialDialogs } = await import('@millrace/web-canvas/credentials');
  await injector.get(CredentialDialogs).create();
}
