import { TestBed } from '@angular/core/testing';
import { SchemaForm } from './schema-form';
import { schemaFields } from './schema-fields';

const schema = {
  type: 'object',
  required: ['amount'],
  properties: {
    customer: { type: 'string' },
    amount: { type: 'number' },
    count: { type: 'integer' },
    paid: { type: 'boolean' },
    day: { type: 'string', format: 'date' },
    address: { type: 'object', properties: { city: { type: 'string' } } },
  },
};

function open(value: unknown, isReadonly = false) {
  const fixture = TestBed.createComponent(SchemaForm);
  const changes: unknown[] = [];
  const valid: boolean[] = [];
  fixture.componentRef.setInput('fields', schemaFields(schema));
  fixture.componentRef.setInput('value', value);
  fixture.componentRef.setInput('readonly', isReadonly);
  fixture.componentInstance.valueChange.subscribe((next) => {
    changes.push(next);
    fixture.componentRef.setInput('value', next);
  });
  fixture.componentInstance.validChange.subscribe((isValid) => valid.push(isValid));
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  const input = (label: string): HTMLInputElement => {
    const found = [...page.querySelectorAll('label')].find((one) => one.textContent?.trim().startsWith(label));
    return (
      found?.htmlFor ? page.querySelector(`#${found.htmlFor}`) : found?.querySelector('input')
    ) as HTMLInputElement;
  };
  const write = (label: string, text: string, event = 'input'): void => {
    input(label).value = text;
    input(label).dispatchEvent(new Event(event));
    fixture.detectChanges();
  };
  return { page, input, write, changes, valid, last: () => changes.at(-1) };
}

it('shows what is there and gives what was written, in the type that the schema wants', () => {
  const form = open({ customer: 'Ada', amount: 12, paid: true });
  expect(form.input('Customer').value).toBe('Ada');
  expect(form.input('Paid').checked).toBe(true);
  form.write('Amount', '12.5');
  expect(form.last()).toEqual({ customer: 'Ada', amount: 12.5, paid: true });
  form.write('Day', '2026-11-21', 'change');
  expect(form.last()).toMatchObject({ day: '2026-11-21' });
});

it('says in place what is no number, and tells that it is not ready', () => {
  const form = open({ amount: 12 });
  form.write('Count', '1.5');
  expect(form.page.textContent).toContain('Write a whole number.');
  expect(form.valid.at(-1)).toBe(false);
  form.write('Count', '2');
  expect(form.valid.at(-1)).toBe(true);
  form.write('Amount', '');
  expect(form.valid.at(-1)).toBe(false);
});

it('takes away what is emptied', () => {
  const form = open({ customer: 'Ada', amount: 1 });
  form.write('Customer', '');
  expect(form.last()).toEqual({ amount: 1 });
});

it('writes into objects inside', () => {
  const form = open({ amount: 1, address: { city: 'Ulm', zip: '89073' } });
  form.write('City', 'Bonn');
  expect(form.last()).toEqual({ amount: 1, address: { city: 'Bonn', zip: '89073' } });
});

it('cannot be written in when it is only to be read', () => {
  expect(open({ amount: 1 }, true).input('Amount').readOnly).toBe(true);
});
