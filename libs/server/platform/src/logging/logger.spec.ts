import { Logger } from './logger';
import { NestLogger } from './nest-logger';

describe('Logger', () => {
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  const logger = Logger.create('debug', { write });
  beforeEach(() => (lines.length = 0));
  const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;

  it('writes one JSON object a line with time, level, fields and message', () => {
    logger.child({ room: 'runner' }).info({ executionId: 'e1' }, 'a run began');
    expect(last()).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      room: 'runner',
      executionId: 'e1',
      msg: 'a run began',
    });
  });

  it('writes nothing else that hangs on an error, such as the connection of a driver or the values of a row', () => {
    const error = Object.assign(new Error('broke'), {
      code: '23505',
      client: { password: 'x' },
      detail: 'Key (email)=(a@b.c)',
    });
    logger.error({ error }, 'it failed');
    expect(last()).toMatchObject({ error: { type: 'Error', message: 'broke', code: '23505' } });
    expect(JSON.stringify(last())).not.toMatch(/client|a@b\.c/);
  });

  it('writes errors with their stack and every cause', () => {
    logger.error({ error: new Error('outer', { cause: new Error('inner') }) }, 'it failed');
    expect(JSON.stringify(last())).toContain('outer');
    expect(JSON.stringify(last())).toContain('inner');
    expect(JSON.stringify(last())).toContain('logger.spec');
  });

  it('hides fields with the names of secrets, two levels deep', () => {
    logger.warn(
      { password: 'hunter2', headers: { authorization: 'hunter2', cookie: 'hunter2' }, a: { b: { token: 'hunter2' } } },
      'x',
    );
    expect(lines.at(-1)).not.toContain('hunter2');
  });

  it('leaves out what is less important than asked for', () => {
    const quiet = Logger.create('warn', { write });
    quiet.debug({}, 'x');
    quiet.info({}, 'x');
    expect(lines).toEqual([]);
    quiet.warn({}, 'x');
    expect(lines).toHaveLength(1);
    Logger.silent().error({}, 'x');
  });

  it('takes what Nest says, its chatter as debug', () => {
    const nest = new NestLogger(logger);
    nest.log('mapped', 'RouterExplorer');
    expect(last()).toMatchObject({ level: 'debug', context: 'RouterExplorer', msg: 'mapped' });
    nest.error('broke', 'the stack', 'Injector');
    expect(last()).toMatchObject({ level: 'error', stack: 'the stack', context: 'Injector', msg: 'broke' });
    nest.error(new Error('thrown'));
    expect(last()).toMatchObject({ level: 'error', msg: 'thrown' });
    nest.warn('careful', 'X');
    expect(last()).toMatchObject({ level: 'warn' });
  });
});
