import { NOTE_COLOURS } from '@millrace/web-canvas';
import type { MenuEntry } from '@millrace/web-ui/base';
import type { EditorCommands } from './editor-commands';

/** What can be done with a note. */
export function noteMenu({ session }: EditorCommands, id: string): readonly MenuEntry[] {
  const note = session.notes().find((one) => one.id === id);
  const { actions } = session;
  const paint = (color: string): void => void actions.updateNote(id, { color });
  const carries = note?.carry !== false;
  return [
    { heading: 'Colour' },
    ...colours(note?.color ?? 'yellow', paint),
    { label: 'Other colour…', ...whenOther(note?.color), run: () => pickColour(note?.color, paint) },
    'divider',
    {
      label: 'Takes along what lies on it',
      checked: carries,
      run: () => void actions.updateNote(id, { carry: !carries }),
    },
    { label: 'Duplicate', icon: 'copy-plus', run: () => void actions.duplicate({ noteIds: [id] }) },
    { label: 'Delete', icon: 'trash-2', danger: true, run: () => void actions.remove({ noteIds: [id] }) },
  ];
}

/** What can be done with a group. */
export function groupMenu(commands: EditorCommands, id: string): readonly MenuEntry[] {
  const { actions, groups } = commands.session;
  const group = groups().find((one) => one.id === id);
  const paint = (color: string | undefined): void => void actions.updateGroup(id, { color });
  return [
    group?.collapsed === true
      ? { label: 'Expand', icon: 'maximize', keys: 'Alt+G', run: () => void actions.collapseGroups(false, [id]) }
      : {
          label: 'Collapse',
          icon: 'minimize-2',
          keys: 'Shift+Alt+G',
          run: () => void actions.collapseGroups(true, [id]),
        },
    { label: 'Rename', icon: 'pencil', run: () => void commands.renameGroup(id) },
    {
      label: group?.description ? 'Edit description' : 'Describe',
      icon: 'text-cursor-input',
      run: () => void commands.describeGroup(id),
    },
    {
      label: 'Colour',
      icon: 'palette',
      children: [
        { label: 'None', checked: group?.color === undefined, run: () => paint(undefined) },
        ...colours(group?.color, paint),
        { label: 'Other colour…', ...whenOther(group?.color), run: () => pickColour(group?.color, paint) },
      ],
    },
    { label: 'Ungroup', icon: 'ungroup', keys: 'Mod+Shift+G', run: () => void actions.ungroup([id]) },
  ];
}

function colours(chosen: string | undefined, paint: (color: string) => void): readonly MenuEntry[] {
  return NOTE_COLOURS.map((name) => ({
    label: name.charAt(0).toUpperCase() + name.slice(1),
    checked: name === chosen,
    run: () => paint(name),
  }));
}

function whenOther(colour: string | undefined): { readonly checked: boolean } {
  return { checked: colour !== undefined && !NOTE_COLOURS.some((name) => name === colour) };
}

/** The colours of the system; a colour that is chosen and thought better of comes back with undo. */
function pickColour(colour: string | undefined, paint: (color: string) => void): void {
  const field = document.createElement('input');
  field.type = 'color';
  if (colour?.startsWith('#')) field.value = colour;
  field.oninput = () => paint(field.value);
  field.click();
}
