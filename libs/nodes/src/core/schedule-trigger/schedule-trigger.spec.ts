import { testNode } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { scheduleTriggerDefinition } from './schedule-trigger.definition';
import { scheduleTriggerNode } from './schedule-trigger.executor';

const parse = (config: JsonObject) => scheduleTriggerDefinition.params.safeParse(config);

describe('schedule trigger', () => {
  it('hands on when the run was due', async () => {
    const trigger = { scheduledFor: '2026-01-15T09:00:00.000Z', firedAt: '2026-01-15T09:00:00.120Z', scheduleId: 's' };
    expect((await testNode(scheduleTriggerNode, { trigger })).main).toEqual(trigger);
    expect(scheduleTriggerDefinition.output?.safeParse(trigger).success).toBe(true);
  });

  it('starts once for missed instants and lets runs overlap unless told otherwise', () => {
    expect(parse({}).data).toEqual({
      mode: 'cron',
      cron: '0 9 * * *',
      every: { value: 1, unit: 'hours' },
      at: [],
      misfire: 'run-once',
      catchUpMax: 10,
      overlap: 'allow',
    });
  });

  it('takes cron, intervals in every unit, and one or several instants', () => {
    expect(parse({ mode: 'cron', cron: '*/10 * * * * *', timezone: 'Europe/Berlin' }).success).toBe(true);
    for (const unit of ['seconds', 'minutes', 'hours', 'days', 'weeks']) {
      expect(parse({ mode: 'interval', every: { value: 1.5, unit } }).success).toBe(true);
    }
    expect(parse({ mode: 'at', at: '2027-01-31T08:00:00Z' }).success).toBe(true);
    expect(parse({ mode: 'at', at: ['2027-01-31T08:00:00Z', '2027-02-28T08:00:00Z'] }).success).toBe(true);
  });

  it('takes every policy for missed and overlapping starts', () => {
    for (const misfire of ['run-once', 'skip', 'catch-up']) expect(parse({ misfire }).success).toBe(true);
    for (const overlap of ['allow', 'skip', 'queue-one']) expect(parse({ overlap }).success).toBe(true);
    expect(parse({ misfire: 'catch-up', catchUpMax: 1_000 }).success).toBe(true);
  });

  it('refuses what cannot be a schedule', () => {
    expect(parse({ every: { value: 0, unit: 'hours' } }).success).toBe(false);
    expect(parse({ every: { value: 1, unit: 'years' } }).success).toBe(false);
    expect(parse({ mode: 'sometimes' }).success).toBe(false);
    expect(parse({ catchUpMax: 0 }).success).toBe(false);
    expect(parse({ cron: '* '.repeat(200) + 'x' }).success).toBe(false);
  });

  it.each([
    [{ cron: '99 * * * *' }, 'cron', /cannot be read/],
    [{ cron: '0 0 30 2 *' }, 'cron', /never comes due/],
    [{ timezone: 'Mars/Base' }, 'timezone', /no time zone/],
    [{ mode: 'interval', every: { value: 0.5, unit: 'seconds' } }, 'every', /one second/],
    [{ mode: 'interval', every: { value: 600, unit: 'weeks' } }, 'every', /ten years/],
    [{ mode: 'at' }, 'at', /at least one/],
    [{ mode: 'at', at: ['2027-01-31T08:00', 'soon'] }, 'at', /"soon" is no date/],
  ])('says what is wrong with %j', (config, param, message) => {
    const issues = parse(config).error?.issues ?? [];
    expect(issues.map(({ path }) => path)).toEqual([[param]]);
    expect(issues[0]?.message).toMatch(message);
  });

  it('judges only the mode that is chosen', () => {
    expect(parse({ mode: 'interval', cron: 'never' }).success).toBe(true);
    expect(parse({ mode: 'cron', at: 'soon' }).success).toBe(true);
  });
});
