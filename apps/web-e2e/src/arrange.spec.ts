import type { Client } from '@millrace/e2e-kit';
import { documentOf, node } from '@millrace/e2e-kit';
import { greeting } from './testing/documents';
import { draftOf, placesOf, wiresOf } from './testing/draft';
import { expectGone, expectVisible } from './testing/expect';
import { stage } from './testing/stage';
import { Workbench } from './testing/workbench';

const journey = stage();

/** Start and three steps that nobody has put in order. */
function scattered(): unknown {
  const nodes = [
    { ...(node('Start', 'manual-trigger') as object), position: { x: 0, y: 0 } },
    { ...(node('One', 'no-op') as object), position: { x: 340, y: 40 } },
    { ...(node('Two', 'no-op') as object), position: { x: 360, y: 200 } },
    { ...(node('Three', 'no-op') as object), position: { x: 720, y: 340 } },
  ];
  return documentOf('Scattered', nodes as never, ['Start>One', 'Start>Two', 'Two>Three']);
}

const notesOf = async (client: Client, bench: Workbench) =>
  (await draftOf(client, bench.workflowId)).document.notes ?? [];
const groupsOf = async (client: Client, bench: Workbench) =>
  (await draftOf(client, bench.workflowId)).document.groups ?? [];

journey('steps are dragged out of the drawer, onto a connection and beside everything', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, greeting());
  await page.getByTestId('add-node').click();
  await expectVisible(page.getByTestId('palette-search'));
  await page.getByTestId('palette-search').fill('condition');
  const line = await bench.middleOf(page.getByTestId('palette-item-condition'));
  const [start, tell] = [await bench.middleOf(bench.card('Start')), await bench.middleOf(bench.card('Tell'))];
  await page.mouse.move(line.x, line.y);
  await page.mouse.down();
  await page.mouse.move((start.x + tell.x) / 2, start.y, { steps: 10 });
  await page.getByLabel('Connection from “Start” to “Tell”').and(page.locator('.drop')).waitFor({ state: 'attached' });
  await page.mouse.up();
  await bench.hasCards(4);
  await bench.saved();
  expect(await wiresOf(client, bench.workflowId)).toEqual([
    'Condition.true>Tell',
    'Start.main>Condition',
    'Tell.main>Done',
  ]);
  // What comes after has made room.
  expect(await placesOf(client, bench.workflowId)).toMatchObject({
    Start: { x: 0 },
    Tell: { x: 520 },
    Done: { x: 840 },
  });
  await page.keyboard.press('Control+z');
  await bench.hasCards(3);
  await bench.saved();
  expect(await placesOf(client, bench.workflowId)).toMatchObject({ Tell: { x: 320 }, Done: { x: 640 } });
  await page.keyboard.press('n');
  await page.getByTestId('palette-search').fill('merge');
  const merge = await bench.middleOf(page.getByTestId('palette-item-merge'));
  await bench.drag(merge, { x: start.x, y: start.y + 200 });
  await bench.hasCards(4);
  await expectVisible(bench.card('Merge'));
  expect(await bench.edges.count()).toBe(2);
});

journey('a step is replaced where it stands, and one that goes joins its neighbours', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, greeting());
  await bench.card('Tell').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Replace' }).click();
  await expectVisible(page.getByRole('heading', { name: 'Replace with' }));
  await page.getByTestId('palette-search').fill('transform');
  await page.keyboard.press('Enter');
  await bench.saved();
  const { document } = await draftOf(client, bench.workflowId);
  expect(document.nodes.find(({ label }) => label === 'Tell')?.type).toBe('transformer');
  expect(await wiresOf(client, bench.workflowId)).toEqual(['Start.main>Tell', 'Tell.main>Done']);
  await bench.card('Tell').hover();
  await bench.card('Tell').getByRole('button', { name: 'Delete' }).click();
  await bench.hasCards(2);
  await bench.saved();
  expect(await wiresOf(client, bench.workflowId)).toEqual(['Start.main>Done']);
});

journey('a marquee selects, Shift adds to it, and what is selected is aligned and tidied up', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, scattered());
  await bench.marquee(['One', 'Two']);
  await bench.hasSelected(['One', 'Two']);
  await page.keyboard.down('Shift');
  await bench.marquee(['Three']);
  await page.keyboard.up('Shift');
  await bench.hasSelected(['One', 'Three', 'Two']);
  await bench.card('Start').click({ modifiers: ['Shift'] });
  await bench.hasSelected(['One', 'Start', 'Three', 'Two']);
  await bench.card('Start').click({ modifiers: ['Shift'] });
  await bench.hasSelected(['One', 'Three', 'Two']);
  await bench.card('Two').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Arrange' }).click();
  await page.getByRole('menuitem', { name: 'Align left' }).click();
  await bench.saved();
  expect(await placesOf(client, bench.workflowId)).toMatchObject({
    Start: { x: 0, y: 0 },
    One: { x: 340, y: 40 },
    Two: { x: 340, y: 200 },
    Three: { x: 340, y: 340 },
  });
  await page.keyboard.press('Escape');
  await bench.hasSelected([]);
  await page.keyboard.press('Shift+Alt+T');
  await expectVisible(page.getByRole('button', { name: 'Undo Tidy up' }));
  await bench.saved();
  const { One, Two, Three, Start } = await placesOf(client, bench.workflowId);
  expect(One?.x).toBe(Two?.x);
  expect(Start!.x < One!.x && Two!.x < Three!.x).toBe(true);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await bench.saved();
  expect(await placesOf(client, bench.workflowId)).toMatchObject({ Two: { x: 360, y: 200 }, Three: { x: 720 } });
});

journey('a note is written in Markdown, moved, coloured and taken back', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, greeting());
  await page.keyboard.press('Shift+S');
  const note = page.locator('[data-note]');
  await note.dblclick();
  await page.getByRole('textbox', { name: 'Text of the note, in Markdown' }).fill('# Read me\n\n- first\n- **second**');
  await page.keyboard.press('Escape');
  await expectVisible(note.getByRole('heading', { name: 'Read me' }));
  expect(await note.getByRole('listitem').allInnerTexts()).toEqual(['first', 'second']);
  await bench.saved();
  const [before] = await notesOf(client, bench);
  const at = await bench.middleOf(note);
  await bench.drag(at, { x: at.x + 120, y: at.y + 160 });
  await bench.saved();
  const [after] = await notesOf(client, bench);
  expect(after!.position.y).toBeGreaterThan(before!.position.y + 60);
  await note.click({ button: 'right' });
  await page
    .getByRole('menuitemradio', { name: 'Blue' })
    .or(page.getByRole('menuitemcheckbox', { name: 'Blue' }))
    .click();
  await bench.saved();
  expect((await notesOf(client, bench))[0]).toMatchObject({ color: 'blue' });
  await note.click({ button: 'right' });
  await page.getByRole('menuitemcheckbox', { name: 'Takes along what lies on it', checked: true }).click();
  await bench.saved();
  expect((await notesOf(client, bench))[0]).toMatchObject({ carry: false });
  for (let count = 0; count < 5; count += 1) await page.getByRole('button', { name: /^Undo/ }).click();
  await expectGone(note);
  await bench.saved();
  expect(await notesOf(client, bench)).toEqual([]);
});

journey('steps are grouped, moved together, renamed and taken apart', async (visitor) => {
  const { page } = visitor;
  const client = await visitor.signIn();
  const bench = await Workbench.open(page, client, greeting());
  await bench.marquee(['Tell', 'Done']);
  await bench.hasSelected(['Done', 'Tell']);
  await page.keyboard.press('Control+g');
  const frame = page.locator('[data-group]');
  await expectVisible(frame);
  await bench.saved();
  const before = await placesOf(client, bench.workflowId);
  const title = await bench.middleOf(frame.getByText('Group 1'));
  await bench.drag(title, { x: title.x, y: title.y + 160 });
  await bench.saved();
  const after = await placesOf(client, bench.workflowId);
  expect(after['Tell']!.y - before['Tell']!.y).toBeGreaterThan(60);
  expect(after['Done']!.y).toBe(after['Tell']!.y);
  expect(after['Start']).toEqual(before['Start']);
  await frame.getByText('Group 1').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Says hello');
  await page.keyboard.press('Enter');
  await expectVisible(frame.getByText('Says hello'));
  await frame.getByText('Says hello').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Describe' }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill('To everybody');
  await page.keyboard.press('Enter');
  await frame.getByText('To everybody').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Colour' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Green' }).click();
  await bench.saved();
  const { document } = await draftOf(client, bench.workflowId);
  expect(document.groups).toMatchObject([
    { label: 'Says hello', nodeIds: ['Tell', 'Done'], description: 'To everybody', color: 'green' },
  ]);
  await frame.getByText('Says hello').click();
  await page.keyboard.press('Control+Shift+g');
  await expectGone(frame);
  await bench.hasCards(3);
  await page.keyboard.press('Control+z');
  await expectVisible(frame.getByText('Says hello'));
  await bench.saved();
  expect(await groupsOf(client, bench)).toHaveLength(1);
});
