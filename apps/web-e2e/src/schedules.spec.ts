import { documentOf, node } from '@millrace/e2e-kit';
import { audit } from './testing/audit';
import { expectGone, expectVisible } from './testing/expect';
import { stage } from './testing/stage';

const journey = stage();

/** An instant as date fields want it that are read in UTC. */
const shown = (atMs: number): string => new Date(atMs).toISOString().slice(0, 16);

journey(
  'a schedule is fired, paused with a reason, made up for and resumed, each time at most once',
  async (visitor) => {
    const { page } = visitor;
    const client = await visitor.signIn();
    const clock = node('Hourly', 'schedule-trigger', { cron: '0 * * * *' });
    const { id } = await client.publish(
      documentOf('Sync stock', [clock, node('Tell', 'log', { message: 'now' })] as never, ['Hourly>Tell']),
    );
    await page.goto('/workflows');
    await page.getByRole('link', { name: 'Schedules' }).click();
    await expectVisible(page.getByRole('heading', { name: 'Schedules', level: 1 }));
    const row = page.getByRole('row').filter({ hasText: 'Hourly' });
    await expectVisible(row.getByText('Every hour'));
    await expectVisible(row.getByText('Never'));
    expect(await audit(page)).toEqual([]);

    const choose = async (entry: string): Promise<void> => {
      await row.getByRole('button', { name: 'Actions for Hourly' }).click();
      await page.getByRole('menuitem', { name: entry }).click();
    };
    await choose('Fire now');
    await page.getByRole('button', { name: 'Open' }).click();
    await expectVisible(page.getByTestId('run-status').getByText('Completed'));
    await page.goto('/schedules');
    await expectGone(row.getByText('Never'));

    await choose('Pause…');
    const why = page.getByRole('dialog');
    await why.getByLabel('Why').fill('The warehouse moves');
    await why.getByRole('button', { name: 'Pause' }).click();
    await expectVisible(row.getByText('Paused'));
    await row.getByText('Paused').hover();
    await expectVisible(page.locator('mr-tooltip-panel').getByText('The warehouse moves'));

    await choose('Make up for past runs…');
    const dialog = page.getByRole('dialog');
    await expectVisible(dialog.getByTestId('backfill-preview').getByText('to start'));
    const now = Date.now();
    await dialog.getByTestId('backfill-from').fill(shown(now - 3 * 3_600_000 + 60_000));
    await dialog.getByTestId('backfill-to').fill(shown(now));
    await expectVisible(dialog.getByRole('button', { name: /Start [23] runs/ }));
    expect(await audit(page)).toEqual([]);
    await dialog.getByTestId('backfill-start').click();
    await expectGone(dialog);

    await row.getByRole('button', { name: 'Hourly', exact: true }).click();
    await expectVisible(page.getByRole('dialog').getByText('Made up for', { exact: true }));
    await page.keyboard.press('Escape');
    await choose('Resume');
    await expectVisible(row.getByText('On', { exact: true }));
    expect(id).not.toBe('');
  },
);

journey(
  'a workflow that keeps failing is switched off, says so, tells its error workflow, and is switched on again',
  async (visitor) => {
    const { page } = visitor;
    const client = await visitor.signIn();
    const told = await client.publish(
      documentOf(
        'Alarms',
        [node('Failed', 'error-trigger'), node('Note', 'log', { message: '{{trigger.error.message}}' })] as never,
        ['Failed>Note'],
      ),
    );
    const stop = node('Stop', 'stop', { as: 'error', message: 'No stock' });
    const document = documentOf('Orders', [node('Start', 'manual-trigger'), stop] as never, ['Start>Stop']) as Record<
      string,
      unknown
    >;
    const settings = { timezone: 'UTC', pauseAfterFailures: 2, errorWorkflowId: told.id };
    const { id } = await client.publish({ ...document, settings } as never);
    await page.goto('/workflows');
    await expectVisible(page.getByRole('row').filter({ hasText: 'Orders' }).getByText(/Live/));
    for (let turn = 0; turn < 2; turn += 1) await client.reaches(await client.execute(id), 'failed');
    // It is switched off a moment after the run; the open list tells it by itself.
    await expectVisible(page.getByRole('row').filter({ hasText: 'Orders' }).getByText('Off after 2 failures'));
    const notice = page.getByTestId('auto-pause');
    await expectVisible(notice.getByText('“Orders” was switched off after 2 failed runs in a row'));
    await expectVisible(notice.getByText('Last failure: No stock'));
    expect(await audit(page)).toEqual([]);
    await page.getByRole('link', { name: 'Orders', exact: true }).click();
    await expectVisible(page.getByTestId('live-chip').getByText('Off after 2 failures'));
    await notice.getByRole('button', { name: 'Resume' }).click();
    await expectVisible(page.getByTestId('live-chip').getByText(/Live v/));
    await notice.waitFor({ state: 'detached' });
    await page.goto(`/workflows/${told.id}/runs`);
    await page.locator('[data-testid^="run-row-"]').nth(1).waitFor();
    expect(await page.locator('[data-testid^="run-row-"]').count()).toBe(2);
  },
);
