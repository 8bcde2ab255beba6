const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const DAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const MONTH_NAMES = MONTHS.map((month) => month.slice(0, 3).toLowerCase());

/** A schedule that people often want. */
export interface CronChoice {
  readonly label: string;
  readonly cron: string;
}

/** Schedules to begin with. */
export const CRON_CHOICES: readonly CronChoice[] = [
  { label: 'Every 5 minutes', cron: '*/5 * * * *' },
  { label: 'Every hour', cron: '0 * * * *' },
  { label: 'Every day at 9:00', cron: '0 9 * * *' },
  { label: 'Weekdays at 9:00', cron: '0 9 * * 1-5' },
  { label: 'Mondays at 9:00', cron: '0 9 * * 1' },
  { label: 'First of the month', cron: '0 9 1 * *' },
];

/** A cron expression in words: "Every day at 09:00"; undefined when it has not five or six fields. */
export function cronWords(cron: string): string | undefined {
  const fields = cron.trim().split(/\s+/);
  if (fields.length !== 5 && fields.length !== 6) return undefined;
  if (!fields.every((field) => /^[\dA-Za-z*?,/#LW-]+$/.test(field))) return undefined;
  const [second, minute, hour, day, month, weekday] = fields.length === 6 ? fields : ['0', ...fields];
  const parts = [
    timeWords(second as string, minute as string, hour as string),
    dayWords(day as string, weekday as string, isAny(hour as string) || (hour as string).includes('/')),
    isAny(month as string) ? '' : `in ${listWords(month as string, monthWord)}`,
  ];
  const words = parts.filter((part) => part !== '').join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isAny(field: string): boolean {
  return field === '*' || field === '?';
}

function timeWords(second: string, minute: string, hour: string): string {
  const times = clockTimes(second, minute, hour);
  if (times !== undefined) return `at ${times}`;
  const seconds = second === '0' ? '' : everyWords(second, 'second');
  if (isAny(minute) && isAny(hour)) return seconds || 'every minute';
  const minutes = minute === '0' && !seconds ? '' : everyWords(minute, 'minute');
  const hours = isAny(hour) ? (minutes && minute.includes('/') ? '' : 'every hour') : hourWords(hour);
  return [seconds, minutes, hours]
    .filter((part) => part !== '')
    .join(' of ')
    .replace(/ of (from|at)/, ' $1');
}

/** "09:00 and 17:00"; undefined when minute or hour is not a plain list. */
function clockTimes(second: string, minute: string, hour: string): string | undefined {
  if (![minute, hour].every((field) => /^\d+(,\d+)*$/.test(field)) || !/^\d+$/.test(second)) return undefined;
  const tail = second === '0' ? '' : `:${second.padStart(2, '0')}`;
  const times = hour
    .split(',')
    .flatMap((h) => minute.split(',').map((m) => `${h.padStart(2, '0')}:${m.padStart(2, '0')}${tail}`));
  return joined(times);
}

function hourWords(hour: string): string {
  const span = /^(\d+)-(\d+)$/.exec(hour);
  if (span !== null) return `from ${pad(span[1])}:00 to ${pad(span[2])}:59`;
  return hour.includes('/') ? everyWords(hour, 'hour') : `at the hours ${listWords(hour, (each) => each)}`;
}

function pad(text: string | undefined): string {
  return (text ?? '').padStart(2, '0');
}

function everyWords(field: string, unit: string): string {
  const step = /^(?:\*|0|(\d+)-(\d+)|(\d+))\/(\d+)$/.exec(field);
  if (isAny(field)) return `every ${unit}`;
  if (step === null) return `${unit} ${listWords(field, (each) => each)}`;
  const span = step[1] === undefined ? '' : ` from ${unit} ${step[1]} to ${step[2]}`;
  return step[4] === '1' ? `every ${unit}${span}` : `every ${step[4]} ${unit}s${span}`;
}

function dayWords(day: string, weekday: string, isOften: boolean): string {
  if (isAny(day) && isAny(weekday)) return isOften ? '' : 'every day';
  const days = isAny(day) ? '' : day === 'L' ? 'on the last day of the month' : dayOfMonth(day);
  const weekdays = isAny(weekday)
    ? ''
    : weekday === '1-5' || weekday.toLowerCase() === 'mon-fri'
      ? 'on weekdays'
      : `on ${listWords(weekday, dayWord)}`;
  return [days, weekdays].filter((part) => part !== '').join(' and ');
}

function dayOfMonth(day: string): string {
  return day.includes('/') ? everyWords(day, 'day') : `on day ${listWords(day, (each) => each)} of the month`;
}

function listWords(field: string, word: (each: string) => string): string {
  return joined(field.split(',').map((part) => part.split('-').map(word).join(' to ')));
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function dayWord(text: string): string {
  const number = Number(text);
  if (Number.isInteger(number)) return DAYS[number] ?? text;
  return DAYS[DAY_NAMES.indexOf(text.slice(0, 3).toLowerCase())] ?? text;
}

function monthWord(text: string): string {
  const number = Number(text);
  if (Number.isInteger(number)) return MONTHS[number - 1] ?? text;
  return MONTHS[MONTH_NAMES.indexOf(text.slice(0, 3).toLowerCase())] ?? text;
}
